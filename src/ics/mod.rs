//! Deadlines as a calendar (iCalendar, RFC 5545): one all-day event per work item, on its deadline in force.
//!
//! An event is known by the permanent key of its work item, so that a calendar read again updates what it has. Nothing
//! depends on the clock: the stamp of an event is the day of the last entry that concerns it. Tasks (`VTODO`) are left
//! out on purpose, since the common calendars refuse or hide them.

mod content_line;
mod event;
mod options;

use crate::status::PlanWorkItem;

pub use options::CalendarOptions;

use content_line::CalendarText;

/// Writes the work items of a list that are dated and not done as a calendar.
pub fn calendar(items: &[PlanWorkItem<'_>], name: &str, options: CalendarOptions) -> String {
    let mut out = CalendarText::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//plan//plan-cli//VI");
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    out.text("X-WR-CALNAME", name);
    for found in items {
        event::push(found, options, &mut out);
    }
    out.line("END", "VCALENDAR");
    out.into_string()
}
