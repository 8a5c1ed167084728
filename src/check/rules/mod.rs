//! The rules, one file for each or for a tight family.

pub(super) mod change;
pub(super) mod citation;
pub(super) mod deadline;
pub(super) mod group;
pub(super) mod header;
pub(super) mod identity;
pub(super) mod lead;
pub(super) mod level;
pub(super) mod limit;
pub(super) mod matching;
pub(super) mod period;
pub(super) mod progress;
pub(super) mod reference;
pub(super) mod text;
pub(super) mod trace;

use std::collections::HashSet;

use crate::date::Day;
use crate::diagnostic::deadline::{AMBIGUOUS_DATE, IMPOSSIBLE_DATE, UNKNOWN_CALENDAR, UNREADABLE_DEADLINE};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Plan;
use crate::parse::{Draft, Key, rules as reading};
use crate::span::Sources;

/// What a rule looks at: one plan, as far as it could be read and resolved.
pub(crate) struct Context<'c> {
    /// The files.
    pub(crate) sources: &'c Sources,
    /// What they say.
    pub(crate) draft: &'c Draft<'c>,
    /// What that means. Entries stand in the same order as in the draft, wrong ones among them.
    pub(crate) plan: &'c Plan,
    /// The day of the run in Vietnam.
    pub(crate) today: Day,
    /// What must not be spoken of again.
    pub(crate) taint: &'c Taint,
}

impl Context<'_> {
    /// Whether an entry with this key may stand in the parts that could not be read.
    pub(crate) fn lost(&self, key: Key) -> bool {
        self.draft.lost_file
            || self.draft.skipped.iter().any(|span| self.sources.slice(*span).contains(key.name()))
    }
}

/// What is wrong already, so that nothing that merely follows from it is reported.
#[derive(Debug, Default)]
pub(crate) struct Taint {
    /// Groups whose units are open: they, a group in them or a unit is wrong.
    pub(crate) groups: HashSet<usize>,
    /// A school year is wrong: deadlines that need it are open for a reason that was told.
    pub(crate) school_years: bool,
    /// Items whose lead is wrong: who answers is open.
    pub(crate) items: HashSet<usize>,
    /// Items whose deadline is wrong.
    pub(crate) deadlines: HashSet<usize>,
}

/// What looks at a whole plan; building it reports the rest. What takes longest stands first, so that threads
/// end together.
pub(super) const CHECKS: &[fn(&Context<'_>, &mut Vec<Diagnostic>)] = &[
    text::characters,
    citation::citations,
    lead::leads_and_coordinates,
    period::deadlines,
    lead::in_force,
    progress::histories,
    change::documents,
    change::extensions,
    citation::bad_number,
    group::counts,
    identity::same_name,
    level::names,
    progress::entries,
    trace::goals,
    trace::owners,
    trace::sections,
];

/// Every rule, by name.
pub static RULES: &[&Rule] = &[
    &progress::AFTER_DROPPED,
    &AMBIGUOUS_DATE,
    &progress::AS_OF_AFTER_REPORT,
    &reading::BAD_ID,
    &citation::BAD_NUMBER,
    &period::BEFORE_ISSUE,
    &progress::BEFORE_ISSUE_REPORT,
    &citation::CITATION_CONFLICT,
    &citation::CITATION_LATER,
    &text::CONTROL_CHARACTER,
    &progress::DONE_BEFORE_START,
    &progress::DONE_TWICE,
    &identity::DUPLICATE_ID,
    &reading::DUPLICATE_KEY,
    &reading::DUPLICATE_PLAN,
    &group::EMPTY_GROUP,
    &reading::ENCODING,
    &reading::FOREIGN_REPORT,
    &reading::FORMAT_VERSION,
    &progress::FUTURE_REPORT,
    &trace::GOAL_WITHOUT_TASK,
    &group::GROUP_COUNT,
    &group::GROUP_CYCLE,
    &IMPOSSIBLE_DATE,
    &reading::INCLUDE_NOT_FOUND,
    &reading::INCLUDE_OUTSIDE,
    &change::LATE_EXTENSION,
    &lead::LEADS_AND_COORDINATES,
    &reading::LIMIT,
    &text::LOOK_ALIKE,
    &reading::MISSING_KEY,
    &change::NO_DOCUMENT,
    &progress::NO_EVIDENCE,
    &lead::NO_LEAD,
    &period::NO_OCCURRENCE,
    &reading::NO_PLAN,
    &trace::NO_SECTION,
    &matching::NO_SUCH_PERIOD,
    &text::NOT_NFC,
    &matching::NOT_RESPONSIBLE,
    &period::OUTSIDE_PERIOD,
    &progress::PERCENT_FALLS,
    &progress::PERCENT_RANGE,
    &group::REFERENCE_CYCLE,
    &identity::SAME_NAME,
    &change::SHORTENED,
    &deadline::START_AFTER_DUE,
    &reading::SYNTAX,
    &trace::TARGET_VALUE,
    &trace::TARGET_WITHOUT_OWNER,
    &lead::UNIT_NOT_IN_FORCE,
    &UNKNOWN_CALENDAR,
    &reference::UNKNOWN_GOAL,
    &reference::UNKNOWN_ITEM,
    &reading::UNKNOWN_KEY,
    &level::UNKNOWN_RULE,
    &reference::UNKNOWN_SECTION,
    &reference::UNKNOWN_TASK,
    &reference::UNKNOWN_UNIT,
    &UNREADABLE_DEADLINE,
    &reading::UNSUPPORTED_YAML,
    &matching::WHICH_PERIOD,
    &matching::WHICH_UNIT,
    &reading::WRONG_TYPE,
];

#[cfg(test)]
mod tests;
