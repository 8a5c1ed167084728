//! Days, ranges of days, working days and the holidays of Vietnam as data. Nothing here reads the clock.
//!
//! * [`Day`]: a day of the Gregorian calendar, 1900–2999; [`DateRange`]: the days from one to another;
//! * [`Calendar`]: working days, public holidays, days in lieu, swap days, and the school years of a plan;
//! * [`AsOf`]: the day of a status, and the day until which entries were known.

mod as_of;
mod calendar;
mod day;
mod holidays;
mod range;
mod school_year;
mod special;
mod statutory;
mod unannounced;

pub use as_of::AsOf;
pub use calendar::Calendar;
pub use day::{Day, Weekday};
pub use range::DateRange;
pub use school_year::SchoolYear;
pub use special::{DayOff, SpecialDay, SpecialKind};
pub use unannounced::UnannouncedYears;
