//! The words of the format as constants: its keys, and the names of its mappings.

use std::fmt;

/// Declares an enum of words, each with its spelling.
macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] $variant,)+
        }

        impl $name {
            /// All of them, by name.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The spelling in files.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

vocabulary! {
    /// A key of the format. One key may stand in several mappings, with a meaning of its own in each.
    Key {
        Aliases = "aliases",
        Area = "area",
        AsOf = "as_of",
        Authority = "authority",
        Bases = "bases",
        Before = "before",
        By = "by",
        Calendar = "calendar",
        Capacity = "capacity",
        Changes = "changes",
        Columns = "columns",
        Count = "count",
        Date = "date",
        Defaults = "defaults",
        Difficulty = "difficulty",
        Dropped = "dropped",
        Due = "due",
        DueSoon = "due_soon",
        Events = "events",
        Evidence = "evidence",
        Form = "form",
        Format = "format",
        From = "from",
        Goal = "goal",
        Goals = "goals",
        Groups = "groups",
        Heading = "heading",
        Holidays = "holidays",
        Horizons = "horizons",
        Id = "id",
        Include = "include",
        Issued = "issued",
        Issuer = "issuer",
        Item = "item",
        Key = "key",
        Kind = "kind",
        Lead = "lead",
        Letterhead = "letterhead",
        Lint = "lint",
        Means = "means",
        Members = "members",
        Mode = "mode",
        Name = "name",
        Note = "note",
        Number = "number",
        Office = "office",
        Output = "output",
        Parent = "parent",
        Percent = "percent",
        Period = "period",
        Place = "place",
        Plan = "plan",
        Progress = "progress",
        Proposal = "proposal",
        Reason = "reason",
        Recipients = "recipients",
        Results = "results",
        Roll = "roll",
        SameAs = "same_as",
        Schedule = "schedule",
        SchoolYears = "school_years",
        Section = "section",
        Sections = "sections",
        Settings = "settings",
        Signer = "signer",
        Source = "source",
        Standing = "standing",
        State = "state",
        Successors = "successors",
        Superior = "superior",
        Tags = "tags",
        Targets = "targets",
        Task = "task",
        Tasks = "tasks",
        Term1Ends = "term1_ends",
        Term2Ends = "term2_ends",
        Text = "text",
        Title = "title",
        TitleEn = "title_en",
        To = "to",
        Type = "type",
        Unit = "unit",
        Units = "units",
        Until = "until",
        Value = "value",
        With = "with",
        Workdays = "workdays",
        Year = "year",
    }
}

vocabulary! {
    /// A mapping of the format.
    Mapping {
        Bases = "bases",
        Calendar = "calendar",
        Changes = "changes",
        Columns = "columns",
        Defaults = "defaults",
        Due = "due",
        Events = "events",
        Goals = "goals",
        Groups = "groups",
        Header = "header",
        Holidays = "holidays",
        Horizons = "horizons",
        Letterhead = "letterhead",
        Lists = "lists",
        Period = "period",
        Progress = "progress",
        Reporter = "reporter",
        Results = "results",
        Schedule = "schedule",
        SchoolYears = "school_years",
        Sections = "sections",
        Settings = "settings",
        Signer = "signer",
        Targets = "targets",
        Tasks = "tasks",
        Units = "units",
        Workdays = "workdays",
    }
}

/// The class of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextClass {
    /// Prose: titles, texts, notes, names.
    Prose,
    /// Words of a language of the program: deadlines, amounts, periods. Their reader accepts every Unicode form
    /// and reports all other faults.
    Words,
    /// Ids, labels and paths.
    Reference,
}

impl Key {
    /// Returns the class of the text that stands under the key in a mapping.
    pub(super) fn class(self, mapping: Mapping) -> TextClass {
        match self {
            Key::Due | Key::Means | Key::Value | Key::Year => TextClass::Words,
            Key::Period if mapping == Mapping::Header => TextClass::Words,
            Key::Date if mapping == Mapping::Events => TextClass::Words,
            Key::Kind | Key::Issuer if mapping == Mapping::Bases => TextClass::Prose,
            Key::Id
            | Key::Plan
            | Key::Kind
            | Key::Issuer
            | Key::Standing
            | Key::Include
            | Key::Parent
            | Key::Successors
            | Key::Members
            | Key::Lead
            | Key::With
            | Key::To
            | Key::Unit
            | Key::Goal
            | Key::Goals
            | Key::Section
            | Key::Task
            | Key::Tasks
            | Key::SameAs
            | Key::Item
            | Key::Period
            | Key::Mode
            | Key::State
            | Key::Roll
            | Key::Before => TextClass::Reference,
            _ => TextClass::Prose,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::format::{HEADER, LISTS, MappingFormat, ValueShape};

    #[test]
    fn names_are_sorted_and_unique() {
        assert!(Key::ALL.is_sorted_by(|a, b| a.name() < b.name()));
        assert!(Mapping::ALL.is_sorted_by(|a, b| a.name() < b.name()));
    }
    #[test]
    fn every_text_of_the_format_is_known() {
        // A new key needs a class; then this list grows.
        fn walk(format: &'static MappingFormat, prose: &mut Vec<String>) {
            for key in format.keys {
                match key.shape {
                    ValueShape::Text | ValueShape::Many
                        if key.key.class(format.mapping) == TextClass::Prose =>
                    {
                        prose.push(format!("{}.{}", format.name(), key.name()));
                    }
                    ValueShape::Map(inner) | ValueShape::List(inner) => walk(inner, prose),
                    _ => {}
                }
            }
        }
        let mut prose = Vec::new();
        for format in [&HEADER, &LISTS] {
            walk(format, &mut prose);
        }
        prose.retain(|key| key.split('.').all(|part| !matches!(part, "source" | "note")));
        assert_eq!(
            prose.join(" "),
            "header.title header.number signer.name signer.title signer.capacity header.recipients defaults.output bases.kind \
             bases.number bases.issuer bases.title letterhead.superior letterhead.office letterhead.place letterhead.number \
             letterhead.authority letterhead.title letterhead.name lists.area units.name units.aliases groups.name holidays.name workdays.name \
             events.name events.aliases goals.title targets.title results.evidence columns.title columns.title_en sections.title defaults.output tasks.title \
             tasks.text tasks.output tasks.tags schedule.title schedule.text schedule.output schedule.tags progress.evidence progress.difficulty \
             progress.proposal changes.by changes.reason"
        );
    }
}
