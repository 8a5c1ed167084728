//! Units that have ended before the new period, and their successors.

use std::collections::HashMap;

use crate::date::Day;
use crate::diagnostic::TextEdit;
use crate::model::{Plan, UnitIx};
use crate::parse::emit::{ScalarContext, scalar};
use crate::parse::{Entry, Key};
use crate::span::{Span, line_end, line_start};

/// The units that have ended, each with those that answer in its place.
pub(super) struct EndedUnits(HashMap<String, Vec<String>>);

impl EndedUnits {
    /// The units of a plan that have ended before a day.
    pub(super) fn new(plan: &Plan, day: Day) -> Self {
        let ended = plan.registry.units.iter().enumerate();
        let ended = ended.filter(|(_, unit)| unit.until.is_some_and(|until| until < day));
        let with_successors = ended.map(|(at, unit)| {
            let answering = plan.registry.answering(UnitIx::new(at), day);
            let ids = answering.iter().map(|unit| plan.registry.unit(*unit).id.clone());
            (unit.id.clone(), ids.filter(|id| *id != unit.id).collect())
        });
        Self(with_successors.collect())
    }

    /// Returns true if a key of an entry names a unit that has ended.
    pub(super) fn is_named(&self, entry: &Entry<'_>, key: Key) -> bool {
        entry.many(key).any(|id| self.0.contains_key(id.value))
    }

    /// Returns true if a key of an entry names a unit that has ended without a successor.
    pub(super) fn is_left(&self, entry: &Entry<'_>, key: Key) -> bool {
        entry.many(key).any(|id| self.0.get(id.value).is_some_and(Vec::is_empty))
    }

    /// The edits that put successors in the place of units that have ended, each once.
    pub(super) fn edits(&self, text: &str, entry: &Entry<'_>, key: Key) -> Vec<TextEdit> {
        if !self.is_named(entry, key) {
            return Vec::new();
        }
        let mut seen: Vec<&str> = Vec::new();
        let mut new: Vec<(Span, Vec<&str>)> = Vec::new();
        for id in entry.many(key) {
            let successors = self.0.get(id.value).filter(|successors| !successors.is_empty());
            let own = [id.value];
            let ids = successors.map_or(own.to_vec(), |ids| ids.iter().map(String::as_str).collect());
            let first: Vec<&str> = ids.into_iter().filter(|id| !seen.contains(id)).collect();
            seen.extend(&first);
            new.push((id.span, first));
        }
        let value = entry.value_span(key);
        let written = text.get(value.start as usize..value.end as usize).unwrap_or_default();
        let plain = |id: &str| scalar(id, ScalarContext::Flow);
        if !written.contains('\n') && !written.starts_with('-') {
            let ids: Vec<String> = seen.iter().map(|id| plain(id)).collect();
            let is_one = ids.len() == 1 && !written.starts_with('[');
            let words = if is_one { ids.concat() } else { format!("[{}]", ids.join(", ")) };
            return if words == written { Vec::new() } else { vec![TextEdit::replacement(value, words)] };
        }
        new.into_iter().filter_map(|(span, ids)| in_lines(text, span, &ids)).collect()
    }
}

/// The edit of one entry of a list in lines.
fn in_lines(text: &str, span: Span, ids: &[&str]) -> Option<TextEdit> {
    let (start, end) = (span.start as usize, span.end as usize);
    let line = line_start(text, start);
    let head = text.get(line..start)?;
    let old = text.get(start..end)?;
    if ids.is_empty() {
        // In brackets over several lines, a unit that is named twice counts once.
        let next = line_end(text, end);
        return head
            .trim_start()
            .starts_with('-')
            .then(|| TextEdit::deletion(Span::of(span.source, line..next)));
    }
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let separator =
        if head.trim_start().starts_with('-') { format!("{line_break}{head}") } else { ", ".to_owned() };
    let ids: Vec<String> = ids.iter().map(|id| scalar(id, ScalarContext::Flow)).collect();
    let new = ids.join(&separator);
    (new != old).then(|| TextEdit::replacement(span, new))
}
