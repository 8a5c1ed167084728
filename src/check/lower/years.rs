//! The years of days that are written without them. Source: docs/format.md, progress.

use super::fault::{LowerFault, YearlessFault};
use super::header;
use crate::date::DateRange;
use crate::parse::{Draft, Entry, Key};

/// Completes the days of reports, changes and results that are written without their year: a `date` by the plan's
/// period, an `as_of` by the `date`. A day for which this does not give one year is a fault.
pub(in crate::check) fn complete_days(draft: &mut Draft<'_>) -> Vec<LowerFault> {
    let mut faults = Vec::new();
    let lists = [Key::Progress, Key::Changes];
    let is_open =
        |entry: &Entry<'_>| [Key::Date, Key::AsOf].into_iter().any(|key| entry.yearless(key).is_some());
    let results = |draft: &Draft<'_>| {
        draft.list(Key::Targets).iter().any(|target| target.list(Key::Results).iter().any(is_open))
    };
    if !lists.into_iter().any(|list| draft.list(list).iter().any(is_open)) && !results(draft) {
        return faults;
    }
    // The faults of the header are reported when it is lowered.
    let calendar = header::calendar(draft, &mut Vec::new());
    let period = header::period(draft, &calendar, &mut Vec::new()).map(|period| period.range);
    for list in lists {
        for entry in draft.entries_mut(list) {
            complete(entry, period, &mut faults);
        }
    }
    for target in draft.entries_mut(Key::Targets) {
        for entry in target.list_mut(Key::Results) {
            complete(entry, period, &mut faults);
        }
    }
    faults
}

fn complete(entry: &mut Entry<'_>, period: Option<DateRange>, faults: &mut Vec<LowerFault>) {
    if let Some(written) = entry.yearless(Key::Date) {
        let days = period.map(|period| written.value.within(period));
        match days.as_deref() {
            Some([day]) => entry.complete_day(Key::Date, Some(*day)),
            Some(days) => {
                entry.complete_day(Key::Date, None);
                faults.push(LowerFault::Yearless(YearlessFault {
                    key: Key::Date,
                    written,
                    days: days.to_vec(),
                }));
            }
            // The wrong period is reported.
            None => entry.complete_day(Key::Date, None),
        }
    }
    if let Some(written) = entry.yearless(Key::AsOf) {
        let day = entry.day(Key::Date).map(|date| written.value.on_or_before(date.value));
        entry.complete_day(Key::AsOf, day.flatten());
        if day.is_some_and(|day| day.is_none()) {
            faults.push(LowerFault::Yearless(YearlessFault { key: Key::AsOf, written, days: Vec::new() }));
        }
    }
}
