//! Years whose days off are not all announced yet.

use std::collections::BTreeSet;

use crate::language::{Lang, Message};
use crate::message;

/// The years whose days off are not all announced yet, for days that may come out otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnannouncedYears(BTreeSet<i32>);

impl UnannouncedYears {
    /// Returns true if there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the years, the earliest first.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.0.iter().copied()
    }

    /// Returns the doubt about the days in one sentence without a full stop; none without a year.
    pub fn message(&self) -> Option<Message> {
        if self.0.is_empty() {
            return None;
        }
        let years = self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        Some(message!(
            "chưa biết đủ ngày nghỉ lễ năm {years} (nghỉ bù, hoán đổi): hạn có thể khác khi công bố",
            "the holidays of {years} are not all known yet (days in lieu, swap days): deadlines may change"
        ))
    }

    /// Returns the doubt as a sentence of its own; none without a year.
    pub fn sentence(&self) -> Option<Message> {
        let doubt = self.message()?;
        let say = |lang: Lang| {
            let mut letters = doubt.get(lang).chars();
            letters
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .chain(letters.clone())
                .chain(['.'])
                .collect()
        };
        Some(Message::new(say(Lang::Vi), say(Lang::En)))
    }
}

impl FromIterator<i32> for UnannouncedYears {
    fn from_iter<I: IntoIterator<Item = i32>>(years: I) -> Self {
        Self(years.into_iter().collect())
    }
}
