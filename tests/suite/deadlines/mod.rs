//! Deadlines: from words to days.

mod days;
mod events;
mod examples;
mod mistakes;
mod property;
mod real;
mod score;

use std::fmt::Write;

use plan::date::{Calendar, Day, SchoolYear};
use plan::deadline::Deadline;

/// The built-in calendar with the school years of the examples.
pub(crate) fn calendar() -> Calendar {
    let mut calendar = Calendar::vietnam();
    calendar.add_school_year(school_year(2023));
    calendar
}

/// A school year like that of the examples.
pub(crate) fn school_year(start: i32) -> SchoolYear {
    let day = |year, month, day| Day::new(year, month, day).unwrap();
    let next = start + 1;
    let terms = (day(next, 1, 14), day(next, 5, 24));
    SchoolYear::new(start, day(start, 9, 5), terms.0, terms.1, day(next, 5, 31)).unwrap()
}

/// Formats the kind and the occurrences as in the tables of examples.
pub(crate) fn show(deadline: &Deadline) -> String {
    let mut line = deadline.kind.as_str().to_owned();
    for (at, one) in deadline.occurrences.iter().enumerate() {
        line.push_str(if at == 0 { "\t" } else { " | " });
        if let Some(label) = &one.label {
            write!(line, "{label}=").unwrap();
        }
        match one.from {
            Some(from) => write!(line, "{from}..{}", one.due).unwrap(),
            None => write!(line, "-..{}", one.due).unwrap(),
        }
    }
    line
}
