//! The keys that hold ids: where an id is given, and where it is referred to.

use crate::parse::key::{Key, Mapping};

/// A set of ids in which each is unique.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdSpace {
    /// Units and groups.
    Parties,
    /// Goals.
    Goals,
    /// Sections.
    Sections,
    /// Tasks and rows of the schedule.
    Items,
    /// Targets.
    Targets,
}

impl IdSpace {
    /// The ids that a key of a mapping holds, as definitions or as references; `None` for a key of another kind.
    ///
    /// Columns of a plan's own hold units where their type says so.
    pub fn of(mapping: Mapping, key: Key) -> Option<Self> {
        Some(match (mapping, key) {
            (Mapping::Units, Key::Id | Key::Parent | Key::Successors)
            | (Mapping::Groups, Key::Id | Key::Members | Key::Parent)
            | (Mapping::Header, Key::Issuer | Key::Standing)
            | (Mapping::Defaults, Key::Lead | Key::With)
            | (Mapping::Tasks | Mapping::Schedule, Key::Lead | Key::With | Key::To)
            | (Mapping::Targets, Key::Lead)
            | (Mapping::Results | Mapping::Reporter | Mapping::Progress, Key::Unit)
            | (Mapping::Changes, Key::Unit | Key::Lead) => Self::Parties,
            (Mapping::Goals, Key::Id)
            | (Mapping::Targets, Key::Goal)
            | (Mapping::Tasks | Mapping::Schedule, Key::Goals) => Self::Goals,
            (Mapping::Sections, Key::Id | Key::Parent)
            | (Mapping::Tasks | Mapping::Schedule, Key::Section) => Self::Sections,
            (Mapping::Tasks, Key::Id | Key::SameAs)
            | (Mapping::Targets, Key::Tasks)
            | (Mapping::Schedule, Key::Id | Key::Task)
            | (Mapping::Progress | Mapping::Changes, Key::Item) => Self::Items,
            (Mapping::Targets, Key::Id) => Self::Targets,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::format::{HEADER, LISTS, MappingFormat, PERIOD, REPORTER, ValueShape};

    /// The keys of words that hold no id. A new key stands here, or in the table above.
    const NO_IDS: &[(Mapping, &[Key])] = &[
        (Mapping::Header, &[Key::Plan, Key::Title, Key::Number, Key::Recipients, Key::Include]),
        (Mapping::Lists, &[Key::Area]),
        (Mapping::Signer, &[Key::Name, Key::Title, Key::Capacity]),
        (
            Mapping::Letterhead,
            &[Key::Superior, Key::Office, Key::Place, Key::Number, Key::Authority, Key::Title, Key::Name],
        ),
        (Mapping::Bases, &[Key::Kind, Key::Number, Key::Issuer, Key::Title]),
        (Mapping::Defaults, &[Key::Output]),
        (Mapping::Units, &[Key::Name, Key::Kind, Key::Aliases]),
        (Mapping::Groups, &[Key::Name, Key::Kind]),
        (Mapping::Holidays, &[Key::Name]),
        (Mapping::Workdays, &[Key::Name]),
        (Mapping::Events, &[Key::Name, Key::Aliases, Key::Date]),
        (Mapping::SchoolYears, &[Key::Year]),
        (Mapping::Goals, &[Key::Title]),
        (Mapping::Targets, &[Key::Title, Key::Value]),
        (Mapping::Horizons, &[Key::Value]),
        (Mapping::Results, &[Key::Value, Key::Period, Key::Evidence]),
        (Mapping::Columns, &[Key::Title, Key::TitleEn]),
        (Mapping::Sections, &[Key::Title]),
        (Mapping::Tasks, &[Key::Title, Key::Text, Key::Output, Key::Tags]),
        (Mapping::Schedule, &[Key::Title, Key::Text, Key::Output, Key::Tags]),
        (Mapping::Due, &[Key::Text, Key::Means]),
        (Mapping::Progress, &[Key::Period, Key::Evidence, Key::Difficulty, Key::Proposal]),
        (Mapping::Changes, &[Key::Period, Key::By, Key::Reason]),
    ];

    #[test]
    fn every_key_of_words_either_holds_ids_or_does_not() {
        fn walk(format: &'static MappingFormat) {
            for key in format.keys {
                match key.shape {
                    ValueShape::Map(inner) | ValueShape::List(inner) | ValueShape::WordsOr(inner) => {
                        walk(inner);
                    }
                    ValueShape::Text | ValueShape::Id | ValueShape::Many => {
                        let of = NO_IDS.iter().find(|(mapping, _)| *mapping == format.mapping);
                        let is_none = of.is_some_and(|(_, keys)| keys.contains(&key.key))
                            || matches!(key.key, Key::Source | Key::Note);
                        let space = IdSpace::of(format.mapping, key.key);
                        assert_ne!(space.is_some(), is_none, "{}.{}", format.name(), key.name());
                    }
                    _ => assert_eq!(IdSpace::of(format.mapping, key.key), None, "{}", key.name()),
                }
            }
        }
        for format in [&HEADER, &LISTS, &REPORTER, &PERIOD] {
            walk(format);
        }
    }
}
