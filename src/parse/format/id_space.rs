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
    use crate::parse::key::TextClass;

    /// The references to other things than ids of these lists: the plan itself, files, kinds, labels of occurrences.
    const OTHERS: &[(Mapping, &[Key])] = &[
        (Mapping::Header, &[Key::Plan, Key::Include]),
        (Mapping::Units, &[Key::Kind]),
        (Mapping::Groups, &[Key::Kind]),
        (Mapping::Results, &[Key::Period]),
        (Mapping::Progress, &[Key::Period]),
        (Mapping::Changes, &[Key::Period]),
    ];

    #[test]
    fn references_are_to_ids_of_one_space() {
        fn walk(format: &'static MappingFormat) {
            for key in format.keys {
                match key.shape {
                    ValueShape::Map(inner) | ValueShape::List(inner) | ValueShape::WordsOr(inner) => {
                        walk(inner);
                    }
                    ValueShape::Text | ValueShape::Id | ValueShape::Many => {
                        let is_other = OTHERS
                            .iter()
                            .any(|(mapping, keys)| *mapping == format.mapping && keys.contains(&key.key));
                        let is_reference = key.key.class(format.mapping) == TextClass::Reference;
                        let space = IdSpace::of(format.mapping, key.key);
                        assert_eq!(
                            space.is_some(),
                            is_reference && !is_other,
                            "{}.{}",
                            format.name(),
                            key.name()
                        );
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
