//! The labels of occurrences, found by the words with which people name a span.

use std::collections::HashMap;

use super::plan::Plan;
use crate::date::DateRange;
use crate::deadline::{Occurrence, parse, resolve_span};

/// The labels of some occurrences of a plan.
#[derive(Debug)]
pub struct LabelIndex {
    labels: HashMap<String, String>,
    /// The labels by the days of which they are the names.
    spans: HashMap<DateRange, String>,
}

impl LabelIndex {
    /// Returns the labels of some occurrences.
    pub fn of<'o>(plan: &Plan, occurrences: impl IntoIterator<Item = &'o Occurrence>) -> Self {
        let mut index = Self { labels: HashMap::new(), spans: HashMap::new() };
        for label in occurrences.into_iter().filter_map(|occurrence| occurrence.label.as_deref()) {
            index.labels.entry(label.to_ascii_lowercase()).or_insert_with(|| label.to_owned());
            if let Some(span) = span(plan, label) {
                index.spans.entry(span).or_insert_with(|| label.to_owned());
            }
        }
        index
    }

    /// Returns the label that words name: the label itself, or the same days in other words (`Quý II`, `tháng 6`).
    pub fn find(&self, plan: &Plan, words: &str) -> Option<&str> {
        let words = words.trim();
        let label = self.labels.get(&words.to_ascii_lowercase());
        label.or_else(|| self.spans.get(&span(plan, words)?)).map(String::as_str)
    }
}

/// Returns the days of a span in the period of a plan.
fn span(plan: &Plan, words: &str) -> Option<DateRange> {
    let expression = parse(words).ok()?;
    resolve_span(&expression, &plan.deadline_context()).ok()
}
