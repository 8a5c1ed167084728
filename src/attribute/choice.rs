//! The attributes that have a filter, and the words that some filters take.

use super::filter::AttributeFilter;
use super::table::{ATTRIBUTES, Attribute};
use crate::language::Message;
use crate::status::{Progress, Status};

/// The word in `status` that stands for all that begin with it and `-`.
pub const DONE: &str = "done";

/// The attributes that have a filter, with it, in the order of the table.
pub fn filters() -> impl Iterator<Item = (Attribute, &'static AttributeFilter)> {
    ATTRIBUTES.iter().filter_map(|info| info.filter.as_ref().map(|filter| (info.attribute, filter)))
}

impl Attribute {
    /// The attribute whose filter has that name, in either case.
    pub fn from_filter(name: &str) -> Option<Self> {
        filters().find(|(_, filter)| filter.name.eq_ignore_ascii_case(name)).map(|(attribute, _)| attribute)
    }

    /// Its filter.
    pub fn filter(self) -> Option<&'static AttributeFilter> {
        self.info().filter.as_ref()
    }

    /// The name of its filter; of an attribute without one its own name.
    pub fn filter_name(self) -> &'static str {
        self.filter().map_or(self.name(), |filter| filter.name)
    }

    /// Returns the words that its filter takes with their meanings, if it takes only a few.
    pub fn choices(self) -> Vec<(&'static str, Message)> {
        let mut choices = self.own_choices();
        if self == Self::Status {
            // docs/filters.md asks for `status:paused`: the words of progress that no status has stand for it.
            let known = |id: &str| id == DONE || Status::from_id(id).is_some();
            let progress = Progress::ALL.map(|progress| (progress.id(), progress.name()));
            choices.extend(progress.into_iter().filter(|(id, _)| !known(id)));
        }
        choices
    }

    /// Returns the filter's own words, for its help.
    pub fn own_choices(self) -> Vec<(&'static str, Message)> {
        match self {
            Self::Status => {
                let done = (DONE, Message::fixed("hoàn thành", "done of every kind"));
                std::iter::once(done).chain(Status::ALL.map(|status| (status.id(), status.name()))).collect()
            }
            Self::Progress => Progress::ALL.map(|progress| (progress.id(), progress.name())).into(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_found_by_their_names_and_have_choices_where_they_take_them() {
        for (attribute, filter) in filters() {
            assert_eq!(Attribute::from_filter(&filter.name.to_uppercase()), Some(attribute));
            assert_eq!(filter.is_choice(), !attribute.choices().is_empty(), "{}", filter.name);
        }
        assert_eq!(Attribute::from_filter("place"), None);
    }
}
