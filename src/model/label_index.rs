//! The labels of occurrences, found by the words with which people name a span.

use std::collections::HashMap;

use super::plan::Plan;
use crate::date::DateRange;
use crate::deadline::{Occurrence, label_name, parse, resolve_span};
use crate::language::Lang;
use crate::vietnamese::plain;

/// The labels of some occurrences of a plan.
#[derive(Debug, Default)]
pub struct LabelIndex {
    labels: HashMap<String, String>,
    /// The labels by their names, with their year and without; none for a name of several.
    names: HashMap<String, Option<String>>,
    /// The labels by the days of which they are the names.
    spans: HashMap<DateRange, String>,
}

impl LabelIndex {
    /// Returns the labels of some occurrences.
    pub fn of<'o>(plan: &Plan, occurrences: impl IntoIterator<Item = &'o Occurrence>) -> Self {
        let mut index = Self::default();
        for label in occurrences.into_iter().filter_map(|occurrence| occurrence.label.as_deref()) {
            index.add(plan, label);
        }
        index
    }

    fn add(&mut self, plan: &Plan, label: &str) {
        self.labels.entry(label.to_ascii_lowercase()).or_insert_with(|| label.to_owned());
        let names = [true, false].map(|with_year| label_name(label, with_year).get(Lang::Vi).to_owned());
        if let Some(span) = span(plan, &names[0]) {
            self.spans.entry(span).or_insert_with(|| label.to_owned());
        }
        for name in names {
            let named = self.names.entry(plain(&name)).or_insert_with(|| Some(label.to_owned()));
            if named.as_deref() != Some(label) {
                *named = None;
            }
        }
    }

    /// Returns the label that words name: the label itself, its name (`tuần 7`), or the same days in other words
    /// (`Quý II`, `6 tháng đầu năm`).
    pub fn find(&self, plan: &Plan, words: &str) -> Option<&str> {
        let words = words.trim();
        let label = self.labels.get(&words.to_ascii_lowercase());
        let named = label.or_else(|| self.names.get(&plain(words))?.as_ref());
        named.or_else(|| self.spans.get(&span(plan, words)?)).map(String::as_str)
    }
}

/// Returns the days of a span in the period of a plan.
fn span(plan: &Plan, words: &str) -> Option<DateRange> {
    let expression = parse(words).ok()?;
    resolve_span(&expression, &plan.deadline_context()).ok()
}
