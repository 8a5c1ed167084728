//! Special days, which differ from the same day of an ordinary week.

use std::borrow::Cow;

use super::day::Weekday;
use crate::language::Message;

/// The kind of a special day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpecialKind {
    /// A public holiday (Bộ luật Lao động 2019, Điều 112).
    Holiday,
    /// A day off in lieu of a holiday on a weekend (nghỉ bù; Điều 111 khoản 3).
    InLieu,
    /// A day off that is worked on another day (nghỉ hoán đổi).
    SwappedOff,
    /// A day of the weekend that is worked instead of another (ngày làm bù).
    Workday,
}

/// A day that differs from the same day of an ordinary week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDay {
    /// The kind.
    pub kind: SpecialKind,
    /// The name in the announcement or the plan.
    pub name: Cow<'static, str>,
}

/// The kind of a day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOff<'a> {
    /// An ordinary Saturday or Sunday.
    Weekend(Weekday),
    /// A holiday, a day in lieu or a swapped day.
    Special(&'a SpecialDay),
}

impl DayOff<'_> {
    /// Returns the name of the day off: `Chủ nhật`, `Tết Nguyên đán Giáp Thìn`.
    pub fn name(&self) -> Message {
        match self {
            Self::Weekend(weekday) => weekday.name(),
            Self::Special(special) => Message::new(special.name.to_string(), special.name.to_string()),
        }
    }
}
