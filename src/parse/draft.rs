//! What the files of a plan say: every value with its place, possibly partial or wrong.

use std::sync::Arc;

use super::allow::Allow;
use super::format::{Format, HEADER, LISTS};
use crate::date::Day;
use crate::span::{SourceId, Span, Spanned};

/// What stands behind a key, already of the kind that the format asks for.
#[derive(Debug, Clone)]
pub enum Value {
    /// A scalar by its words: text, an id, a word of a fixed list.
    Text(Arc<str>),
    /// A day.
    Day(Day),
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Count(u64),
    /// A number.
    Number(f64),
    /// One scalar, or a list of them.
    Many(Vec<Spanned<String>>),
    /// Pairs of words.
    Pairs(Vec<(Spanned<String>, Spanned<String>)>),
    /// A mapping.
    Map(Entry),
    /// A list of mappings.
    List(Vec<Entry>),
    /// Given, but wrong: it was reported, and silences what would follow from it.
    Wrong,
}

#[derive(Debug, Clone)]
struct Field {
    key: u8,
    key_span: Span,
    value: Spanned<Value>,
}

/// A mapping of the format: the keys that are given, in the order of the file.
#[derive(Debug, Clone)]
pub struct Entry {
    format: &'static Format,
    span: Span,
    fields: Vec<Field>,
}

impl Entry {
    pub(super) fn new(format: &'static Format, span: Span) -> Self {
        Self { format, span, fields: Vec::new() }
    }

    pub(super) fn set(&mut self, key: usize, key_span: Span, value: Spanned<Value>) {
        // No format has 256 keys; a test of the table would not even fit.
        let key = u8::try_from(key).unwrap_or(u8::MAX);
        self.fields.push(Field { key, key_span, value });
    }

    pub(super) fn shrink(&mut self) {
        self.fields.shrink_to_fit();
    }

    fn field(&self, name: &str) -> Option<&Field> {
        let key = self.format.position(name)?;
        self.fields.iter().find(|field| usize::from(field.key) == key)
    }

    /// The table that describes it.
    pub fn format(&self) -> &'static Format {
        self.format
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether a key is given, rightly or wrongly.
    pub fn has(&self, name: &str) -> bool {
        self.field(name).is_some()
    }

    /// Whether a key is given with a value that was reported as wrong.
    pub fn is_wrong(&self, name: &str) -> bool {
        self.field(name).is_some_and(|field| matches!(field.value.value, Value::Wrong))
    }

    /// Where a key stands.
    pub fn key_span(&self, name: &str) -> Option<Span> {
        self.field(name).map(|field| field.key_span)
    }

    /// Where a key's value stands; without the key, where the entry does.
    pub fn value_span(&self, name: &str) -> Span {
        self.field(name).map_or(self.span, |field| field.value.span)
    }

    /// The place that names the entry: its id, else its beginning.
    pub fn place(&self) -> Span {
        for name in ["id", "item", "date", "number"] {
            if let Some(field) = self.field(name) {
                return field.value.span;
            }
        }
        self.fields.first().map_or(self.span, |field| field.key_span)
    }

    /// The keys that are given, with their values.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &Spanned<Value>)> {
        let keys = self.format.keys;
        self.fields
            .iter()
            .filter_map(move |field| Some((keys.get(usize::from(field.key))?.name, &field.value)))
    }

    /// The words behind a key.
    pub fn text(&self, name: &str) -> Option<Spanned<&str>> {
        let value = &self.field(name)?.value;
        match &value.value {
            Value::Text(text) => Some(Spanned::new(text, value.span)),
            _ => None,
        }
    }

    /// The words behind a key, as a text of its own; empty when there are none.
    pub fn words(&self, name: &str) -> String {
        self.text(name).map(|text| text.value.to_owned()).unwrap_or_default()
    }

    /// The words behind a key, if there are any.
    pub fn maybe_words(&self, name: &str) -> Option<String> {
        self.text(name).map(|text| text.value.to_owned())
    }

    /// The words behind a key, shared with the draft: long texts are never copied.
    pub fn shared(&self, name: &str) -> Option<Arc<str>> {
        match &self.field(name)?.value.value {
            Value::Text(text) => Some(Arc::clone(text)),
            _ => None,
        }
    }

    /// The day behind a key.
    pub fn day(&self, name: &str) -> Option<Spanned<Day>> {
        let value = &self.field(name)?.value;
        match value.value {
            Value::Day(day) => Some(Spanned::new(day, value.span)),
            _ => None,
        }
    }

    /// Whether a key says `true`.
    pub fn flag(&self, name: &str) -> bool {
        self.field(name).is_some_and(|field| matches!(field.value.value, Value::Bool(true)))
    }

    /// The whole number behind a key.
    pub fn count(&self, name: &str) -> Option<Spanned<u64>> {
        let value = &self.field(name)?.value;
        match value.value {
            Value::Count(count) => Some(Spanned::new(count, value.span)),
            _ => None,
        }
    }

    /// The number behind a key.
    pub fn number(&self, name: &str) -> Option<Spanned<f64>> {
        let value = &self.field(name)?.value;
        match value.value {
            Value::Number(number) => Some(Spanned::new(number, value.span)),
            _ => None,
        }
    }

    /// The words of a list behind a key; empty when there are none.
    pub fn many(&self, name: &str) -> &[Spanned<String>] {
        match self.field(name).map(|field| &field.value.value) {
            Some(Value::Many(words)) => words,
            _ => &[],
        }
    }

    /// The pairs behind a key; empty when there are none.
    pub fn pairs(&self, name: &str) -> &[(Spanned<String>, Spanned<String>)] {
        match self.field(name).map(|field| &field.value.value) {
            Some(Value::Pairs(pairs)) => pairs,
            _ => &[],
        }
    }

    /// The mapping behind a key.
    pub fn map(&self, name: &str) -> Option<&Entry> {
        match self.field(name).map(|field| &field.value.value) {
            Some(Value::Map(entry)) => Some(entry),
            _ => None,
        }
    }

    /// The mappings of a list behind a key; empty when there are none.
    pub fn list(&self, name: &str) -> &[Entry] {
        match self.field(name).map(|field| &field.value.value) {
            Some(Value::List(entries)) => entries,
            _ => &[],
        }
    }
}

/// All that the files of one plan say.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The main file.
    pub main: SourceId,
    /// Every file, the main file first.
    pub files: Vec<SourceId>,
    /// The header.
    pub header: Entry,
    lists: Vec<Vec<Entry>>,
    /// The settings of every file that has some, the main file's first.
    pub settings: Vec<Entry>,
    /// The calendars of every file that has one.
    pub calendars: Vec<Entry>,
    /// The warnings that comments switch off.
    pub allows: Vec<Allow>,
    /// Whether anything could not be read.
    pub incomplete: bool,
    /// Whether a whole file could not be read: anything may stand there.
    pub lost_file: bool,
    /// The parts of files that could not be read.
    pub skipped: Vec<Span>,
}

impl Draft {
    pub(super) fn new(main: SourceId) -> Self {
        Self {
            main,
            files: Vec::new(),
            header: Entry::new(&HEADER, Span::new(main, 0, 0)),
            lists: vec![Vec::new(); LISTS.keys.len()],
            settings: Vec::new(),
            calendars: Vec::new(),
            allows: Vec::new(),
            incomplete: false,
            lost_file: false,
            skipped: Vec::new(),
        }
    }

    /// The entries of a list, in the order of the files.
    pub fn list(&self, name: &str) -> &[Entry] {
        LISTS.position(name).and_then(|at| self.lists.get(at)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn lose_file(&mut self) {
        self.incomplete = true;
        self.lost_file = true;
    }

    pub(super) fn skip(&mut self, span: Span) {
        self.incomplete = true;
        self.skipped.push(span);
    }

    pub(super) fn list_mut(&mut self, at: usize) -> Option<&mut Vec<Entry>> {
        self.lists.get_mut(at)
    }

    /// The number of entries in all lists.
    pub fn entries(&self) -> usize {
        self.lists.iter().map(Vec::len).sum()
    }
}
