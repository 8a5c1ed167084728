//! Days that differ from the same day of an ordinary week.

use std::borrow::Cow;

use super::day::Weekday;
use crate::language::Message;

/// What makes a day special.
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
    /// What makes it special.
    pub kind: SpecialKind,
    /// Its name, as the announcement or the plan has it.
    pub name: Cow<'static, str>,
}

/// Why a day is not worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOff<'a> {
    /// A Saturday or Sunday like any other.
    Weekend(Weekday),
    /// A holiday, a day in lieu or a swapped day.
    Special(&'a SpecialDay),
}

impl DayOff<'_> {
    /// The name of the day off: `Chủ nhật`, `Tết Nguyên đán Giáp Thìn`.
    pub fn name(&self) -> Message {
        match self {
            Self::Weekend(weekday) => weekday.name(),
            Self::Special(special) => Message::new(special.name.to_string(), special.name.to_string()),
        }
    }
}
