//! The values of targets, one or several with their days. Source: docs/format.md, targets.

use std::sync::Arc;

use super::context::LowerContext;
use super::deadlines::{DeadlineCache, deadline_fault, undated};
use super::fault::{HorizonFault, LowerFault};
use crate::deadline::{Deadline, DeadlineKind};
use crate::model::{Plan, TargetHorizon, TargetValue};
use crate::parse::{Entry, Key};
use crate::span::{Span, Spanned};

/// The values of a target as its entry states them.
pub(super) struct StatedHorizons<'d> {
    /// The values, at least one. A value that cannot be read is `đạt`.
    pub(super) horizons: Vec<TargetHorizon>,
    /// The first value that could be read, with its words: results are in its unit of measure.
    pub(super) measured: Option<(TargetValue, Spanned<&'d str>)>,
    /// True if the deadline comes from the plan's defaults.
    pub(super) due_inherited: bool,
    /// True if a deadline could not be read, or if the period is unknown.
    pub(super) is_doubtful: bool,
}

/// Reads the values of targets, and collects their faults.
pub(super) struct HorizonReader<'r, 'd> {
    pub(super) context: &'r LowerContext<'d>,
    pub(super) plan: &'r Plan,
    pub(super) deadlines: &'r mut DeadlineCache<'d>,
    pub(super) faults: &'r mut Vec<LowerFault>,
}

impl<'d> HorizonReader<'_, 'd> {
    /// Returns the values of a target.
    pub(super) fn read(&mut self, entry: &'d Entry<'d>) -> StatedHorizons<'d> {
        if !entry.has(Key::Horizons) {
            return self.one(entry);
        }
        let beside = [
            (Key::Value, HorizonFault::WithValue as fn(Span) -> HorizonFault),
            (Key::Due, HorizonFault::WithDue),
        ];
        for (key, fault) in beside.into_iter().filter(|(key, _)| entry.has(*key)) {
            self.faults.push(LowerFault::Horizon(fault(entry.value_span(key))));
        }
        let list = entry.list(Key::Horizons);
        if list.is_empty() && !entry.is_wrong(Key::Horizons) {
            self.faults.push(LowerFault::Horizon(HorizonFault::Empty(entry.value_span(Key::Horizons))));
        }
        self.several(list)
    }

    fn one(&mut self, entry: &'d Entry<'d>) -> StatedHorizons<'d> {
        let defaults = self.context.draft.header.map(Key::Defaults);
        let inherited = defaults.filter(|_| !entry.has(Key::Due)).and_then(Entry::due);
        let due = entry.due().or(inherited);
        let words = due.map(|due| due.read());
        // A fault of the default is reported at the default.
        let deadline = words.map(|words| self.deadline(words, inherited.is_none()));
        let is_doubtful = self.deadlines.open || entry.is_wrong(Key::Due) || matches!(deadline, Some(None));
        let value = entry.text(Key::Value).and_then(|words| Some((self.value(words)?, words)));
        let horizon = TargetHorizon {
            value: value.as_ref().map_or(TargetValue::Reached, |(value, _)| value.clone()),
            value_text: entry.words(Key::Value),
            due_text: due.map(|due| due.text.value.to_owned()),
            due_means: due.and_then(|due| due.means).map(|words| words.value.to_owned()),
            due_place: words.map(|words| words.span),
            deadline: deadline.flatten().unwrap_or_else(undated),
        };
        let due_inherited = inherited.is_some();
        StatedHorizons { horizons: vec![horizon], measured: value, due_inherited, is_doubtful }
    }

    fn several(&mut self, list: &'d [Entry<'d>]) -> StatedHorizons<'d> {
        let is_doubtful = self.deadlines.open;
        let mut stated =
            StatedHorizons { horizons: Vec::new(), measured: None, due_inherited: false, is_doubtful };
        for entry in list {
            let (Some(words), Some(stated_due)) = (entry.text(Key::Value), entry.due()) else {
                stated.is_doubtful = true;
                continue;
            };
            let value = self.value(words);
            match (&value, &stated.measured) {
                (Some(value), Some((first, place))) if !first.is_measured_as(value) => {
                    let fault = HorizonFault::OtherMeasure(words.map(str::to_owned), place.span);
                    self.faults.push(LowerFault::Horizon(fault));
                }
                (Some(value), None) => stated.measured = Some((value.clone(), words)),
                _ => {}
            }
            let due = stated_due.read();
            let deadline = self.day(due, stated.horizons.last());
            stated.is_doubtful |= deadline.is_none();
            stated.horizons.push(TargetHorizon {
                value: value.unwrap_or(TargetValue::Reached),
                value_text: words.value.to_owned(),
                due_text: Some(stated_due.text.value.to_owned()),
                due_means: stated_due.means.map(|words| words.value.to_owned()),
                due_place: Some(due.span),
                deadline: deadline.unwrap_or_else(undated),
            });
        }
        if stated.horizons.is_empty() {
            stated.horizons.push(TargetHorizon {
                value: TargetValue::Reached,
                value_text: String::new(),
                due_text: None,
                due_means: None,
                due_place: None,
                deadline: undated(),
            });
        }
        stated
    }

    fn value(&mut self, words: Spanned<&str>) -> Option<TargetValue> {
        TargetValue::parse(words.value)
            .map_err(|reason| self.faults.push(LowerFault::TargetValue(words.map(str::to_owned), reason)))
            .ok()
    }

    fn deadline(&mut self, words: Spanned<&'d str>, is_own: bool) -> Option<Arc<Deadline>> {
        let deadline = self.deadlines.read(words.value, None, self.plan);
        deadline
            .map_err(|error| {
                if is_own {
                    self.faults.push(deadline_fault(error, &words, self.plan));
                }
            })
            .ok()
    }

    /// Returns the deadline of one of several values: a day after that of the value before.
    fn day(&mut self, words: Spanned<&'d str>, before: Option<&TargetHorizon>) -> Option<Arc<Deadline>> {
        let deadline = self.deadline(words, true)?;
        // Words of a calendar that is not known are reported as such, and without a period nothing has a day.
        let is_unknown = deadline.expression.is_none() || !deadline.notes.is_empty();
        let owned = || words.map(str::to_owned);
        let fault = if deadline.kind == DeadlineKind::Dated {
            let due = |deadline: &Deadline| deadline.occurrences.last().map(|last| last.due);
            let before = before.and_then(|before| Some((due(&before.deadline)?, before.due_place?)));
            before
                .filter(|(day, _)| due(&deadline).is_some_and(|due| due <= *day))
                .map(|(_, place)| HorizonFault::Order(owned(), place))
        } else {
            (!is_unknown).then(|| HorizonFault::NoDay(owned()))
        };
        let is_right = fault.is_none();
        self.faults.extend(fault.map(LowerFault::Horizon));
        is_right.then_some(deadline)
    }
}
