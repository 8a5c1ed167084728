//! The difficulties and the proposals that units reported within a time.

use std::collections::HashSet;

use super::span::ReportSpan;
use crate::attribute::{UnitNaming, holder_name};
use crate::date::Day;
use crate::language::{Lang, Message};
use crate::model::Report;
use crate::status::PlanWorkItem;
use crate::workspace::Selection;

/// The remarks of one unit.
#[derive(Debug, Clone)]
pub struct UnitRemarks<'s> {
    /// The unit that holds the work.
    pub holder: Message,
    /// Its remarks, in the order of its work items.
    pub remarks: Vec<Remark<'s>>,
}

/// A remark of a report.
#[derive(Debug, Clone, Copy)]
pub struct Remark<'s> {
    /// The work item.
    pub found: PlanWorkItem<'s>,
    /// The words.
    pub text: &'s str,
    /// The day of the report.
    pub date: Day,
}

impl<'s> UnitRemarks<'s> {
    /// The remarks in the reports of a time, by unit in the order of their first work items. A report on several
    /// occurrences is named once.
    pub(super) fn within(
        selection: &'s Selection<'_>,
        span: &ReportSpan,
        text: impl Fn(&'s Report) -> Option<&'s str>,
    ) -> Vec<Self> {
        let mut units: Vec<Self> = Vec::new();
        let mut told = HashSet::new();
        for found in selection.items() {
            for report in found.item.reports(found.plan).filter(|report| span.contains(report.date)) {
                let Some(text) = text(report).map(str::trim).filter(|text| !text.is_empty()) else {
                    continue;
                };
                let holder = holder_name(&found, UnitNaming::Full);
                if !told.insert((report.place, found.item.work_item(found.plan).assignment, holder.clone())) {
                    continue;
                }
                let remark = Remark { found, text, date: report.date };
                match units.iter_mut().find(|unit| unit.holder.get(Lang::Vi) == holder.get(Lang::Vi)) {
                    Some(unit) => unit.remarks.push(remark),
                    None => units.push(Self { holder, remarks: vec![remark] }),
                }
            }
        }
        units
    }
}
