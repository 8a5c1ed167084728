//! The values of attributes.

use std::borrow::Cow;

use crate::date::Day;
use crate::span::Span;
use crate::status::{Progress, Status};

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'p> {
    /// The work item has none.
    Missing,
    /// A text of the plan.
    Text(Cow<'p, str>),
    /// Several texts; may be empty.
    List(Vec<&'p str>),
    /// A day.
    Day(Day),
    /// A number of things.
    Count(u32),
    /// A number of days.
    Days(i64),
    /// A number in a column of the plan's own.
    Number(f64),
    /// A unit or group, by its id and its name.
    Unit {
        /// The id.
        id: &'p str,
        /// The name.
        name: &'p str,
    },
    /// Per cent, from 0 to 100.
    Percent(f64),
    /// A status.
    Status(Status),
    /// A progress.
    Progress(Progress),
    /// A location in a file.
    Place(Span),
}

impl Value<'_> {
    /// Returns true if there is no value, or an empty list.
    pub fn is_missing(&self) -> bool {
        match self {
            Self::Missing => true,
            Self::List(texts) => texts.is_empty(),
            _ => false,
        }
    }

    /// Returns the day if the value is one.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(*day),
            _ => None,
        }
    }

    /// Returns the number if the value is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Count(count) => Some(f64::from(*count)),
            Self::Days(days) => i32::try_from(*days).ok().map(f64::from),
            Self::Percent(number) | Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl<'p> From<&'p str> for Value<'p> {
    fn from(text: &'p str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'p> From<Cow<'p, str>> for Value<'p> {
    fn from(text: Cow<'p, str>) -> Self {
        Self::Text(text)
    }
}

impl<'p> From<Option<&'p str>> for Value<'p> {
    fn from(text: Option<&'p str>) -> Self {
        text.map_or(Self::Missing, Self::from)
    }
}

impl From<Option<Day>> for Value<'_> {
    fn from(day: Option<Day>) -> Self {
        day.map_or(Self::Missing, Self::Day)
    }
}
