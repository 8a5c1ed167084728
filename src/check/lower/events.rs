//! The events of a plan's calendar. Source: docs/deadlines.md, Events.

use super::fault::{EventDaysFault, LowerFault};
use crate::date::Calendar;
use crate::deadline::{event_name, resolve_dates};
use crate::parse::{Draft, Key};
use crate::span::Spanned;

/// Adds the events of the plan's files to the calendar; returns true if the name of one is unknown. An event whose
/// days cannot be read keeps its name, so that deadlines by it are not reported as well.
pub(super) fn add_events(draft: &Draft<'_>, calendar: &mut Calendar, faults: &mut Vec<LowerFault>) -> bool {
    let mut lacks_name = false;
    for entry in draft.calendars.iter().flat_map(|calendar| calendar.list(Key::Events)) {
        let words = entry.text(Key::Date);
        let days = words.and_then(|words| match resolve_dates(words.value, calendar) {
            Ok(days) => Some(days),
            Err(error) => {
                let words = Spanned::new(words.value.to_owned(), words.span);
                faults.push(LowerFault::EventDays(EventDaysFault { error, words }));
                None
            }
        });
        let Some(name) = entry.text(Key::Name) else {
            lacks_name = true;
            continue;
        };
        for name in std::iter::once(name).chain(entry.many(Key::Aliases)) {
            let name = event_name(name.value);
            if !name.is_empty() {
                calendar.add_event(name, days);
            }
        }
    }
    lacks_name
}
