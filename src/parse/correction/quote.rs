//! Texts that need quotation marks: with `: `, with a comma inside of braces, with ` #` inside of braces, with other
//! text behind a closing quotation mark.

use std::ops::Range;

use super::flow::{FlowPart, flow_parts};
use super::line::{StructuralLine, closing_quote};
use super::text::Correction;
use crate::diagnostic::{Diagnostic, Severity, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::key::Key;
use crate::parse::rules;
use crate::span::{SourceId, Span};

/// The keys whose values are texts: what stands behind a comma may belong to them.
const TEXTS: [Key; 16] = [
    Key::Title,
    Key::Text,
    Key::Name,
    Key::Output,
    Key::Due,
    Key::Evidence,
    Key::Difficulty,
    Key::Proposal,
    Key::Reason,
    Key::By,
    Key::Note,
    Key::Source,
    Key::Capacity,
    Key::Issuer,
    Key::Kind,
    Key::Value,
];

/// Adds the corrections of texts without quotation marks in a line.
pub(super) fn quotes(line: &StructuralLine<'_>, source: SourceId, found: &mut Vec<Correction>) {
    let value = line.value();
    if line.text[line.body..].starts_with('{') {
        if let Some(parts) = flow_parts(line.text, line.body) {
            in_braces(line, &parts, source, found);
        }
    } else if line.key.is_some() || !line.marks.is_empty() {
        found.extend(needs_quotes(line, value, false, source));
    }
}

/// Returns a text in quotation marks; nothing if it has all kinds of them.
pub(super) fn quoted_text(text: &str) -> Option<String> {
    if text.contains(|c: char| c.is_control() && c != '\t' || matches!(c, '\u{2028}' | '\u{2029}')) {
        return None;
    }
    if !text.contains(['"', '\\']) {
        Some(format!("\"{text}\""))
    } else if !text.contains('\'') {
        Some(format!("'{text}'"))
    } else {
        Some(format!("'{}'", text.replace('\'', "''")))
    }
}

/// Reads the pairs of a mapping in braces.
fn in_braces(line: &StructuralLine<'_>, parts: &[FlowPart], source: SourceId, found: &mut Vec<Correction>) {
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let rest = parts[at + 1..].iter().take_while(|part| part.key.is_none());
        let rest: Vec<&FlowPart> = rest.collect();
        at += 1 + rest.len();
        match (&part.key, rest.first().zip(rest.last())) {
            (Some(key), Some((first, last)))
                if is_text(&line.text[key.clone()]) && !lacks_colon(line, first, parts) =>
            {
                found.extend(comma(line, part.value.start..last.value.end, first.value.clone(), source));
            }
            (Some(_), None) => found.extend(needs_quotes(line, part.value.clone(), true, source)),
            _ => {}
        }
    }
}

fn is_text(key: &str) -> bool {
    TEXTS.iter().any(|text| text.name() == key)
}

/// Corrects a text with a comma inside of braces; `second` is its part behind the comma.
fn comma(
    line: &StructuralLine<'_>,
    value: Range<usize>,
    second: Range<usize>,
    source: SourceId,
) -> Option<Correction> {
    // A text that is quoted is whole; an id or a key stands for itself.
    let words = &line.text[second.clone()];
    if line.text[value.clone()].starts_with(['"', '\'', '[', '{', '*', '&', '!'])
        || words.is_empty()
        || is_key(words)
    {
        return None;
    }
    let shown = quoted(words);
    let message = message!("không có khóa {shown}", "there is no key {shown}");
    let help = Message::fixed(
        "trong {…} dấu phẩy bắt đầu một khóa mới: giá trị có dấu phẩy phải để trong dấu nháy",
        "inside {…} a comma begins a new key: a value with a comma must be quoted",
    );
    let diagnostic = Diagnostic::new(&rules::UNKNOWN_KEY, span(line, second, source), message).help(help);
    correction(line, value, diagnostic, source)
}

fn is_key(words: &str) -> bool {
    Key::ALL.iter().any(|key| key.name() == words)
}

/// The keys that may be missed behind a comma: they are no words of a text in Vietnamese.
const MISSED: [Key; 10] = [
    Key::Id,
    Key::Lead,
    Key::Due,
    Key::Unit,
    Key::Item,
    Key::Date,
    Key::State,
    Key::Kind,
    Key::Section,
    Key::Period,
];

/// Returns true if a part between two commas is a key that the mapping lacks, without its colon or the space behind it.
fn lacks_colon(line: &StructuralLine<'_>, part: &FlowPart, parts: &[FlowPart]) -> bool {
    let words = &line.text[part.value.clone()];
    let is_begun =
        |key: &&Key| words.strip_prefix(key.name()).is_some_and(|rest| rest.starts_with([' ', ':']));
    let is_given =
        |key: &Key| parts.iter().filter_map(|part| part.key.clone()).any(|own| &line.text[own] == key.name());
    MISSED.iter().find(is_begun).is_some_and(|key| !is_given(key))
}

/// Corrects a value that YAML cannot read without quotation marks.
fn needs_quotes(
    line: &StructuralLine<'_>,
    value: Range<usize>,
    in_braces: bool,
    source: SourceId,
) -> Option<Correction> {
    let text = &line.text[value.clone()];
    let first = text.chars().next()?;
    let (mark, message) = match first {
        '"' | '\'' => {
            let close = closing_quote(text, 0)? + 1;
            let behind = close + (text[close..].len() - text[close..].trim_start().len());
            if behind == text.len() || text[behind..].starts_with('#') {
                return None;
            }
            let message =
                Message::fixed("còn chữ sau dấu nháy đóng", "there is text after the closing quotation mark");
            (behind..text.len(), message)
        }
        '[' | '{' | '|' | '>' | '&' | '*' | '!' | '#' => return None,
        '@' | '`' | '%' => {
            let message = Message::fixed(
                "giá trị bắt đầu bằng ký tự dành riêng của YAML",
                "a value begins with a character reserved by YAML",
            );
            (0..1, message)
        }
        _ => {
            let colon = text.find(": ").or(text.ends_with(':').then(|| text.len() - 1));
            let sharp = text.find(" #").filter(|_| in_braces).map(|at| at + 1);
            let bracket = text.find(['[', ']', '{', '}']).filter(|_| in_braces);
            let at = [colon, sharp, bracket].into_iter().flatten().min()?;
            let message = match text.as_bytes().get(at) {
                Some(b':') => Message::fixed(
                    "giá trị có dấu \": \" phải để trong dấu nháy",
                    "a value that contains \": \" must be quoted",
                ),
                Some(b'#') => Message::fixed(
                    "giá trị có dấu \" #\" phải để trong dấu nháy",
                    "a value that contains \" #\" must be quoted",
                ),
                _ => Message::fixed(
                    "trong {…} giá trị có dấu ngoặc phải để trong dấu nháy",
                    "inside {…} a value that contains a bracket must be quoted",
                ),
            };
            (at..at + 1, message)
        }
    };
    let mark = value.start + mark.start..value.start + mark.end;
    let diagnostic = Diagnostic::new(&rules::SYNTAX, span(line, mark, source), message)
        .help(Message::fixed("để cả giá trị trong dấu nháy", "put the whole value in quotation marks"));
    correction(line, value, diagnostic, source)
}

/// Returns the correction that puts a value in quotation marks.
fn correction(
    line: &StructuralLine<'_>,
    value: Range<usize>,
    mut diagnostic: Diagnostic,
    source: SourceId,
) -> Option<Correction> {
    let text = quoted_text(&line.text[value.clone()])?;
    diagnostic.severity = Severity::Error;
    let range = line.start + value.start..line.start + value.end;
    let diagnostic = diagnostic.fix(span(line, value, source), text.clone());
    Some(Correction { range, text, diagnostic })
}

fn span(line: &StructuralLine<'_>, range: Range<usize>, source: SourceId) -> Span {
    Span::of(source, line.start + range.start..line.start + range.end)
}
