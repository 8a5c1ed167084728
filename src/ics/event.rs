//! The event of a work item.

use super::content_line::CalendarText;
use super::options::CalendarOptions;
use crate::attribute::{UnitNaming, holder_name};
use crate::date::Day;
use crate::status::{PlanWorkItem, Status, why};

/// Appends the event of a work item that has a deadline and is not done.
pub(super) fn push(found: &PlanWorkItem<'_>, options: CalendarOptions, out: &mut CalendarText) {
    let PlanWorkItem { plan, item } = *found;
    let Some(deadline) = item.deadline.filter(|_| item.done.is_none()) else { return };
    let lang = options.lang;
    let unit = holder_name(found, UnitNaming::Short);
    out.line("BEGIN", "VEVENT");
    out.text("UID", &format!("{}@plan", item.key(plan)));
    out.line(
        "DTSTAMP",
        &format!(
            "{}T000000Z",
            basic(item.last_entry(plan).or(plan.issued).unwrap_or(plan.period.range.first))
        ),
    );
    out.line("DTSTART;VALUE=DATE", &basic(deadline));
    out.line("SEQUENCE", &item.changes(plan).count().to_string());
    out.text("SUMMARY", &format!("{} ({})", found.assignment().title, unit.get(lang)));
    out.text("DESCRIPTION", why(plan, item).sentence.get(lang));
    out.texts("CATEGORIES", [plan.title.as_str(), unit.get(lang), item.status.name().get(lang)]);
    out.line("STATUS", if item.status == Status::Dropped { "CANCELLED" } else { "CONFIRMED" });
    out.line("TRANSP", "TRANSPARENT");
    if let Some(days) = options.remind.filter(|_| item.status != Status::Dropped) {
        out.line("BEGIN", "VALARM");
        out.line("ACTION", "DISPLAY");
        out.text("DESCRIPTION", &found.assignment().title);
        out.line("TRIGGER", &format!("-P{days}D"));
        out.line("END", "VALARM");
    }
    out.line("END", "VEVENT");
}

/// A day in the basic format of ISO 8601.
fn basic(day: Day) -> String {
    day.to_string().replace('-', "")
}
