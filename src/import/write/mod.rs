//! Files of a plan as a person would have written them.

mod lines;
mod plan_file;
mod units_file;
mod work;

pub use lines::{FileNote, ImportedFile};

use super::plan::ImportedPlan;
use crate::language::Lang;

/// The files of a plan: the main file first.
pub(super) fn files(plan: &ImportedPlan, registry: Option<&str>, lang: Lang) -> Vec<ImportedFile> {
    let mut files = vec![plan_file::plan_file(plan, registry, lang)];
    files.extend(plan_file::targets_file(plan, lang));
    for (at, annex) in plan.annexes.iter().enumerate() {
        files.extend(plan_file::annex_file(annex, at, lang));
    }
    files.extend(units_file::units_file(plan, lang));
    files
}
