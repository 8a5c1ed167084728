//! `plan.collect/1`: the forms that came back.

use serde::Serialize;

use super::edit::ChangedFileJson;
use crate::form::{CellFinding, CollectAnswer, Collected, FindingWeight, SilentUnit, UnitReturn};
use crate::language::Lang;

/// The answer of `plan collect`.
#[derive(Debug, Serialize)]
pub struct CollectJson<'c> {
    schema: &'static str,
    date: String,
    files: Vec<ChangedFileJson>,
    units: Vec<UnitReturnJson<'c>>,
    silent: Vec<SilentUnitJson<'c>>,
    findings: Vec<CellFindingJson<'c>>,
}

#[derive(Debug, Serialize)]
struct UnitReturnJson<'c> {
    id: &'c str,
    name: &'c str,
    changed: usize,
    done: usize,
    in_progress: usize,
    others: usize,
    known: usize,
    refused: usize,
}

#[derive(Debug, Serialize)]
struct SilentUnitJson<'c> {
    id: &'c str,
    name: &'c str,
}

#[derive(Debug, Serialize)]
struct CellFindingJson<'c> {
    file: &'c str,
    sheet: Option<&'c str>,
    cell: Option<&'c str>,
    unit: Option<&'c str>,
    severity: &'static str,
    message: &'c str,
}

impl<'c> CollectJson<'c> {
    /// The changes of plans, the units and the findings, in one language.
    pub fn new(collected: &'c Collected, lang: Lang) -> Self {
        let CollectAnswer { date, units, silent, findings } = &collected.answer;
        Self {
            schema: "plan.collect/1",
            date: date.to_string(),
            files: collected.files.iter().map(ChangedFileJson::new).collect(),
            units: units.iter().map(UnitReturnJson::new).collect(),
            silent: silent.iter().map(|SilentUnit { id, name }| SilentUnitJson { id, name }).collect(),
            findings: findings.iter().map(|finding| CellFindingJson::new(finding, lang)).collect(),
        }
    }
}

impl<'c> UnitReturnJson<'c> {
    fn new(unit: &'c UnitReturn) -> Self {
        let UnitReturn { id, name, changed, done, in_progress, others, known, refused } = unit;
        Self {
            id,
            name,
            changed: *changed,
            done: *done,
            in_progress: *in_progress,
            others: *others,
            known: *known,
            refused: *refused,
        }
    }
}

impl<'c> CellFindingJson<'c> {
    fn new(finding: &'c CellFinding, lang: Lang) -> Self {
        Self {
            file: &finding.place.file,
            sheet: finding.place.sheet.as_deref(),
            cell: finding.place.cell.as_deref(),
            unit: finding.unit.as_deref(),
            severity: match finding.weight {
                FindingWeight::Refused => "error",
                FindingWeight::Noted => "warning",
            },
            message: finding.message.get(lang),
        }
    }
}
