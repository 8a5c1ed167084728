//! The rules, one file for each or for a tight family.

pub(crate) mod group;
pub(crate) mod identity;
pub(crate) mod reference;

use std::collections::HashSet;

use crate::date::Day;
use crate::model::Plan;
use crate::parse::Draft;
use crate::span::Sources;

/// What a rule looks at: one plan, as far as it could be read and resolved.
pub(crate) struct Context<'c> {
    /// The files.
    pub(crate) sources: &'c Sources,
    /// What they say.
    pub(crate) draft: &'c Draft,
    /// What that means. Entries stand in the same order as in the draft, wrong ones among them.
    pub(crate) plan: &'c Plan,
    /// The day of the run in Vietnam.
    pub(crate) today: Day,
    /// What must not be spoken of again.
    pub(crate) taint: &'c Taint,
}

/// What is wrong already, so that nothing that merely follows from it is reported.
#[derive(Debug, Default)]
pub(crate) struct Taint {
    /// Units or groups are wrong: who is in a group is open.
    pub(crate) registry: bool,
    /// Groups that are wrong themselves.
    pub(crate) groups: HashSet<usize>,
    /// Items whose lead is wrong: who answers is open.
    pub(crate) items: HashSet<usize>,
    /// Items whose deadline is wrong.
    pub(crate) deadlines: HashSet<usize>,
}
