//! The filter on an attribute.

use crate::language::Lang;
use crate::model::{Assignment, Report};

/// The filter on an attribute.
#[derive(Debug, Clone, Copy)]
pub struct AttributeFilter {
    /// Its name before the `:`.
    pub name: &'static str,
    /// The kind of its value.
    pub operand: FilterOperand,
    /// True if a work item may lack the attribute, so that `none` is a value.
    pub may_be_missing: bool,
    /// Its meaning, in Vietnamese and English.
    pub meaning: [&'static str; 2],
    /// A value that shows its use.
    pub example: &'static str,
    /// Values that completions propose, besides those of the plans at hand.
    pub hints: &'static [&'static str],
}

/// The kind of a filter's value.
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
    /// Every text in which a bare word is looked for.
    All,
}

impl AttributeFilter {
    /// Returns a term that shows its use: `unit:ha dinh`.
    pub fn example(&self) -> String {
        format!("{}:{}", self.name, self.example)
    }

    /// Returns its meaning in one language.
    pub fn meaning(&self, lang: Lang) -> &'static str {
        let [vi, en] = self.meaning;
        lang.pick(vi, en)
    }

    /// Returns true if it takes one of a few words.
    pub fn is_choice(&self) -> bool {
        matches!(self.operand, FilterOperand::Choice)
    }
}
