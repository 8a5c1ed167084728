//! Days, spans of days, working days and the holidays of Vietnam as data. No clock is read here.
//!
//! * [`Day`]: a day of the Gregorian calendar, 1900–2999; [`DateRange`]: from a day to a day;
//! * [`Calendar`]: which days are worked: weekends, public holidays, days in lieu, swap days, and the
//!   school years that a plan names;
//! * [`AsOf`]: the day that a status is asked for, and until when things were known.

mod as_of;
mod calendar;
mod day;
mod holidays;
mod range;
mod school_year;
mod special;

pub use as_of::AsOf;
pub use calendar::Calendar;
pub use day::{Day, Weekday};
pub use range::DateRange;
pub use school_year::SchoolYear;
pub use special::{DayOff, SpecialDay, SpecialKind};
