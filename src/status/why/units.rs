//! The steps about the holder of a work item. Source: docs/status.md, Responsibility.

use super::explanation::StepKind;
use super::steps::StepBuilder;
use super::words::{both, with_document};
use crate::message;
use crate::model::UnitIx;

impl StepBuilder<'_> {
    /// Adds the steps about the holder: changes of lead, then units that have ended.
    pub(super) fn units(&mut self) {
        let (plan, item) = (self.plan, self.item);
        for change in item.changes(plan) {
            let Some(lead) = change.lead else { continue };
            let (vi, en) = both(change.date);
            let name = &plan.registry.unit(lead).name;
            let text = message!("từ {vi} đơn vị chủ trì là {name}", "from {en} on the lead is {name}");
            self.push(StepKind::Unit, with_document(&text, change), Some(change.place));
        }
        for unit in plan.units(item.unit, item.work_item(plan)) {
            self.ended(unit);
        }
    }

    fn ended(&mut self, ix: UnitIx) {
        let (registry, day) = (&self.plan.registry, self.item.as_of.day);
        let unit = registry.unit(ix);
        let Some(until) = unit.until.filter(|_| unit.has_ended(day)) else { return };
        let (vi, en) = both(until);
        let name = &unit.name;
        let successors: Vec<&str> = registry
            .answering(ix, day)
            .iter()
            .filter(|answering| **answering != ix)
            .map(|answering| registry.unit(*answering).name.as_str())
            .collect();
        let text = if successors.is_empty() {
            message!(
                "{name} kết thúc ngày {vi}, không có đơn vị kế thừa đang hoạt động",
                "{name} ended on {en} and has no successor in force"
            )
        } else {
            let successors = successors.join(", ");
            message!(
                "{name} kết thúc ngày {vi}; {successors} kế thừa và báo cáo",
                "{name} ended on {en}; {successors} succeeds it and reports"
            )
        };
        self.push(StepKind::Unit, text, Some(unit.place));
    }
}
