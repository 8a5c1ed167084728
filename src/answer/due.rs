//! The meaning of a deadline in words. Source: docs/deadlines.md.

use crate::date::{Calendar, Day, UnannouncedYears};
use crate::deadline::{
    Deadline, DeadlineContext, DeadlineError, Occurrence, Period, Rolled, closed_before_issue, parse_in,
    resolve, roll,
};
use crate::language::Message;
use crate::model::Settings;

/// The days of a deadline in words, resolved against a period and a calendar.
#[derive(Debug, Clone)]
pub struct DueAnswer<'d> {
    /// The words.
    pub text: &'d str,
    /// The period in words.
    pub period: &'d str,
    /// The deadline.
    pub deadline: Deadline,
    /// Its occurrences after rolling, in their order.
    pub occurrences: Vec<DueOccurrence>,
    /// The sentence on the occurrences that do not open, as they are due before the plan was issued.
    pub closed: Option<Message>,
    /// The years whose announcement of days off may change the days.
    pub unannounced: UnannouncedYears,
}

/// An occurrence of a deadline after rolling.
#[derive(Debug, Clone)]
pub struct DueOccurrence {
    /// The occurrence before rolling.
    pub occurrence: Occurrence,
    /// The last day that is in time.
    pub deadline: Day,
    /// The days off that moved the deadline, each with its name; empty where it did not move.
    pub days_off: Vec<(Day, Message)>,
}

impl<'d> DueAnswer<'d> {
    /// Reads the words and resolves them.
    ///
    /// # Errors
    /// When the words are no deadline, or none of the period.
    pub fn new(
        text: &'d str,
        period: &'d Period,
        calendar: &Calendar,
        settings: Settings,
        issued: Option<Day>,
    ) -> Result<Self, DeadlineError> {
        let context = DeadlineContext { period, calendar, before: settings.before, from: None, issued };
        let deadline = resolve(&parse_in(text, &context)?, &context)?;
        let rolled =
            |occurrence: &Occurrence| roll(occurrence.due, occurrence.barrier, settings.roll, calendar);
        let occurrence = |occurrence: &Occurrence| {
            let rolled = rolled(occurrence);
            let days_off = if rolled.moved() { days_off(&rolled, calendar) } else { Vec::new() };
            DueOccurrence { occurrence: occurrence.clone(), deadline: rolled.deadline, days_off }
        };
        let moved = deadline.occurrences.iter().map(rolled);
        let doubts = moved.filter_map(|rolled| rolled.unannounced(settings.roll, calendar));
        let unannounced = doubts.chain(deadline.unannounced).collect();
        let occurrences = deadline.occurrences.iter().map(occurrence).collect();
        let before = deadline.before_issue.len();
        let closed = issued.filter(|_| before > 0).map(|issued| closed_before_issue(before, issued));
        Ok(Self { text, period: &period.text, deadline, occurrences, closed, unannounced })
    }
}

fn days_off(rolled: &Rolled, calendar: &Calendar) -> Vec<(Day, Message)> {
    rolled.days_off(calendar).map(|(day, off)| (day, off.name())).collect()
}
