//! Files of a plan as a person would have written them.

mod annex_file;
mod lines;
mod plan_file;
mod units_file;
mod work;

pub(super) use annex_file::{annex_file, joining_file};
pub use lines::{FileNote, ImportedFile};
pub(super) use units_file::units_file;

use std::collections::BTreeSet;

use super::plan::ImportedPlan;
use crate::language::Lang;

/// The files of a plan: the main file first.
pub(super) fn files(plan: &ImportedPlan, registry: Option<&str>, lang: Lang) -> Vec<ImportedFile> {
    let mut files = vec![plan_file::plan_file(plan, registry, lang)];
    files.extend(plan_file::targets_file(plan, lang));
    // A table of the body takes a number that no annex has.
    let mut taken: BTreeSet<u32> = plan.annexes.iter().filter_map(|annex| annex.number).collect();
    for annex in &plan.annexes {
        let number = annex.number.or_else(|| (1..u32::MAX).find(|number| taken.insert(*number)));
        files.extend(annex_file(annex, &format!("phu-luc-{:02}.yaml", number.unwrap_or(1)), lang));
    }
    files.extend(units_file(&plan.units, &plan.groups, true, lang));
    files
}
