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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_unique() {
        assert!(Key::ALL.is_sorted_by(|a, b| a.name() < b.name()));
        assert!(Mapping::ALL.is_sorted_by(|a, b| a.name() < b.name()));
    }
}
