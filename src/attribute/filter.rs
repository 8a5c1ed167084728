//! The filter on an attribute.

use crate::language::Lang;
use crate::model::{Assignment, Report};

/// The filter on an attribute.
#[derive(Debug, Clone, Copy)]
pub struct AttributeFilter {
    /// Its name before the `:`.
    pub name: &'static str,
    /// What it takes.
    pub operand: FilterOperand,
    /// Whether a work item may lack it, so that `none` asks for what is missing.
    pub may_be_missing: bool,
    /// What it asks for, in Vietnamese and English.
    pub meaning: [&'static str; 2],
    /// A value that shows its use.
    pub example: &'static str,
    /// Values that completions propose, besides those of the plans at hand.
    pub hints: &'static [&'static str],
}

/// What a filter takes.
#[derive(Debug, Clone, Copy)]
pub enum FilterOperand {
    /// A name: an id, or of units also words of the name.
    Name,
    /// One of the [choices](super::Attribute::choices) of the attribute.
    Choice,
    /// A day, a span of days, or a range of them.
    Days,
    /// A number of days, or a range.
    Count,
    /// A percentage, or a range.
    Percent,
    /// Words to be found in a text.
    Words(TextSource),
}

/// The text in which a filter looks for words.
#[derive(Debug, Clone, Copy)]
pub enum TextSource {
    /// A text of the task or row.
    Assignment(fn(&Assignment) -> Option<&str>),
    /// A text of any report that counts.
    Reports(fn(&Report) -> Option<&str>),
}

impl AttributeFilter {
    /// A term that shows the use of the filter: `unit:ha dinh`.
    pub fn example(&self) -> String {
        format!("{}:{}", self.name, self.example)
    }

    /// What it asks for, in one language.
    pub fn meaning(&self, lang: Lang) -> &'static str {
        let [vi, en] = self.meaning;
        lang.pick(vi, en)
    }

    /// Whether it takes one of a few words.
    pub fn is_choice(&self) -> bool {
        matches!(self.operand, FilterOperand::Choice)
    }
}
