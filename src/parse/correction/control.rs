//! Characters that no YAML text may hold as they are: a warning in a text of the plan, an error elsewhere.

use super::text::Correction;
use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::parse::control::{forbidden_at, instead, invisible, is_forbidden};
use crate::parse::draft::Draft;
use crate::parse::key::TextClass;
use crate::parse::rules::CONTROL_CHARACTER;
use crate::parse::texts::texts;
use crate::span::{SourceId, Span};

/// Returns a correction for each such character.
pub(super) fn controls(text: &str, source: SourceId) -> Vec<Correction> {
    let forbidden = text.char_indices().filter(|(_, c)| is_forbidden(*c));
    let correction = |(at, c): (usize, char)| {
        let range = at..at + c.len_utf8();
        let span = Span::of(source, range.clone());
        Correction { range, text: instead(c).to_owned(), diagnostic: forbidden_at(span, c) }
    };
    forbidden.map(correction).collect()
}

/// Returns true for a correction of such a character.
pub(super) fn is_control(text: &str, correction: &Correction) -> bool {
    text.get(correction.range.clone()).and_then(|marked| marked.chars().next()).is_some_and(is_forbidden)
}

/// Returns the faults of the needed corrections of such characters, those of one text as one.
pub(super) fn faults(
    text: &str,
    source: SourceId,
    draft: &Draft<'_>,
    controls: &[&Correction],
) -> Vec<Diagnostic> {
    if controls.is_empty() {
        return Vec::new();
    }
    let mut values: Vec<(Span, &str)> = Vec::new();
    texts(draft, &mut |text| {
        if text.class == TextClass::Prose && text.span.source == source {
            values.push((text.span, text.name));
        }
    });
    values.sort_unstable_by_key(|(span, _)| span.start);
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut open: Option<(Span, &str, Vec<&Correction>)> = None;
    let close = |open: Option<(Span, &str, Vec<&Correction>)>, found: &mut Vec<Diagnostic>| {
        found.extend(open.and_then(|(_, name, controls)| in_text(text, source, name, &controls)));
    };
    for run in controls.chunk_by(|one, next| one.range.end == next.range.start) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let (start, end) = (first.range.start, last.range.end);
        // Characters at the edge of a value are no part of what was read of it.
        let before = values.partition_point(|(span, _)| span.start as usize <= end);
        let value = before.checked_sub(1).and_then(|at| values.get(at));
        match value.filter(|(span, _)| start <= span.end as usize) {
            None => found.extend(run.iter().map(|control| control.diagnostic.clone())),
            Some((span, name)) => match &mut open {
                Some((known, _, controls)) if known == span => controls.extend(run),
                _ => {
                    close(open.take(), &mut found);
                    open = Some((*span, name, run.to_vec()));
                }
            },
        }
    }
    close(open, &mut found);
    found
}

/// Reports the characters of one text.
fn in_text(text: &str, source: SourceId, name: &str, controls: &[&Correction]) -> Option<Diagnostic> {
    let (first, last) = (controls.first()?, controls.last()?);
    let sign = text.get(first.range.clone())?.chars().next()?;
    let range = first.range.start..last.range.end;
    let mut fixed = String::new();
    for c in text.get(range.clone())?.chars() {
        if is_forbidden(c) { fixed += instead(c) } else { fixed.push(c) }
    }
    let mark = Span::of(source, first.range.clone());
    let diagnostic = Diagnostic::new(&CONTROL_CHARACTER, mark, invisible(name, sign, controls.len()));
    let help = Message::fixed("validate --fix bỏ ký tự này", "run `plan validate --fix` to remove it");
    Some(diagnostic.help(help).fix(Span::of(source, range), fixed))
}
