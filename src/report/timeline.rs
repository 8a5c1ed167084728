//! The timeline: a bar per work item.

use super::opening::opening;
use super::wording;
use crate::answer::TimelineAnswer;
use crate::attribute::{UnitNaming, holder_name};
use crate::date::{DateRange, Day};
use crate::document::{
    BarKind, Block, Cell, Document, StatusCell, TimelineBar, TimelineChart, TimelineItem, TimelineRow,
    TimelineTick, Tone,
};
use crate::language::Message;
use crate::status::{PlanWorkItem, Status};

/// The timeline of some plans on a day.
pub fn timeline(answer: &TimelineAnswer<'_>) -> Document {
    let mut document =
        opening(Message::fixed("Tiến độ theo thời gian", "Timeline"), &answer.plans, answer.as_of);
    if let Some(range) = answer.range {
        let ticks = answer.scale.parts(range).into_iter();
        let mut rows = Vec::new();
        for group in answer.groups.iter().filter(|group| !group.items.is_empty()) {
            rows.push(TimelineRow::Group { mark: group.mark.clone(), title: group.title.clone() });
            rows.extend(group.items.iter().map(|found| TimelineRow::Item(item(found, range))));
        }
        document.blocks.push(Block::Timeline(TimelineChart {
            range,
            ticks: ticks.map(|(label, range)| TimelineTick { label, range }).collect(),
            today: range.contains(answer.as_of.day).then_some(answer.as_of.day),
            rows,
        }));
    }
    document.blocks.extend(wording::unannounced(&answer.unannounced));
    document
}

fn item(found: &PlanWorkItem<'_>, range: DateRange) -> TimelineItem {
    let PlanWorkItem { plan, item } = *found;
    let status = match wording::status(item.status) {
        Cell::Status(status) => status,
        _ => StatusCell { key: item.status.id().into(), word: item.status.name(), tone: Tone::Plain },
    };
    TimelineItem {
        id: item.id(plan).to_owned(),
        title: item.title(plan).to_owned(),
        period: found.period_name(),
        unit: holder_name(found, UnitNaming::Short),
        status,
        bar: bar(found, range),
    }
}

/// The bar: from the first day, else from the day of issue, to the deadline in force.
fn bar(found: &PlanWorkItem<'_>, range: DateRange) -> Option<TimelineBar> {
    let PlanWorkItem { plan, item } = *found;
    let start = plan.issued.map_or(plan.period.range.first, |issued| issued.max(plan.period.range.first));
    let plain = |first: Day, last: Day, kind: BarKind| TimelineBar {
        first: first.min(last),
        last,
        original: None,
        late_until: None,
        kind,
    };
    let Some(deadline) = item.deadline else {
        return (item.status == Status::Continuous)
            .then(|| plain(start, plan.period.range.last.min(range.last), BarKind::Continuous));
    };
    let kind = match item.status {
        Status::Dropped => BarKind::Dropped,
        status if status.is_done() => BarKind::Done,
        _ => BarKind::Open,
    };
    let late_until = match item.status {
        Status::Overdue => Some(item.as_of.day),
        Status::DoneLate => item.done,
        _ => None,
    };
    Some(TimelineBar {
        original: item.due.filter(|_| item.extended_to.is_some()),
        late_until: late_until.filter(|until| *until > deadline),
        ..plain(item.from.unwrap_or(start), deadline, kind)
    })
}
