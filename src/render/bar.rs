//! The parts of a timeline's bars, for all renderers.

use crate::document::{BarKind, TimelineBar, TimelineChart, TimelineTick};
use crate::language::Message;

/// A part of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum BarPart {
    /// The time of work that is done.
    Done,
    /// The time of open work.
    Open,
    /// The time after the deadline.
    Late,
    /// Work without a deadline.
    Continuous,
    /// Work that is dropped.
    Dropped,
}

/// The parts with their meanings.
pub(super) static LEGEND: [(BarPart, Message); 5] = [
    (BarPart::Done, Message::fixed("đã hoàn thành", "done")),
    (BarPart::Open, Message::fixed("chưa hoàn thành, trong hạn", "open")),
    (BarPart::Late, Message::fixed("quá hạn", "past the deadline")),
    (BarPart::Continuous, Message::fixed("thường xuyên", "continuous")),
    (BarPart::Dropped, Message::fixed("không thực hiện", "dropped")),
];

/// The first deadline of work that was extended.
pub(super) const ORIGINAL: Message = Message::fixed("hạn đầu", "first deadline");

/// The line of the day.
pub(super) const TODAY: Message = Message::fixed("ngày tính", "the day");

/// Returns the parts of a bar with their begins and ends as shares of the span.
pub(super) fn parts(timeline: &TimelineChart, bar: &TimelineBar) -> Vec<(f64, f64, BarPart)> {
    let part = match bar.kind {
        BarKind::Done => BarPart::Done,
        BarKind::Open => BarPart::Open,
        BarKind::Continuous => BarPart::Continuous,
        BarKind::Dropped => BarPart::Dropped,
    };
    let end = timeline.end(bar.last);
    let late = bar.late_until.map(|until| (end, timeline.end(until), BarPart::Late));
    let all = std::iter::once((timeline.place(bar.first), end, part)).chain(late);
    all.filter(|(from, to, _)| from < to).collect()
}

/// Returns the part that fills a part of the axis: the late one first.
pub(super) fn within(bar: &TimelineBar, tick: &TimelineTick) -> Option<BarPart> {
    let meets = |first, last| tick.range.first <= last && first <= tick.range.last;
    if bar.late_until.is_some_and(|until| meets(bar.last.next(), until)) {
        return Some(BarPart::Late);
    }
    let part = match bar.kind {
        BarKind::Done => BarPart::Done,
        BarKind::Open => BarPart::Open,
        BarKind::Continuous => BarPart::Continuous,
        BarKind::Dropped => BarPart::Dropped,
    };
    meets(bar.first, bar.last).then_some(part)
}
