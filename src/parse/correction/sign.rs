//! Signs of word processors and other scripts where YAML's own are meant: no-break spaces, “ ”, ：, –.

use std::ops::Range;

use super::line::{StructuralLine, blank_end, is_blank, is_comma, is_odd_space, is_quotation_mark, key_at};
use super::quote::quoted_text;
use super::text::Correction;
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::Message;
use crate::message;
use crate::parse::rules;
use crate::span::{SourceId, Span};

/// Adds the corrections of signs in a line.
pub(super) fn signs(line: &StructuralLine<'_>, source: SourceId, found: &mut Vec<Correction>) {
    if line.text.is_ascii() {
        return;
    }
    let mut signs = SignReader { line, source, found };
    signs.head();
    signs.body();
}

struct SignReader<'r, 't> {
    line: &'r StructuralLine<'t>,
    source: SourceId,
    found: &'r mut Vec<Correction>,
}

impl SignReader<'_, '_> {
    /// Reads the indentation, the marks of entries, and the key.
    fn head(&mut self) {
        let line = self.line;
        let has_structure = line.key.is_some() || !line.marks.is_empty() || line.body == line.text.len();
        if has_structure || line.text[line.body..].starts_with(['{', '[']) {
            let spaces = if line.body == line.indent.end && line.body == line.text.len() {
                String::new()
            } else {
                " ".repeat(line.text[line.indent.clone()].chars().map(width).sum())
            };
            self.space(line.indent.clone(), spaces);
        }
        for mark in &line.marks {
            if line.text[mark.sign.clone()] != *"-" {
                if line.key.is_none() && !line.follows_list {
                    return;
                }
                self.replace(
                    mark.sign.clone(),
                    "-".to_owned(),
                    mark.sign.clone(),
                    |sign| {
                        message!("{sign} không phải là dấu đầu mục của danh sách", "{sign} is no list mark")
                    },
                    Message::fixed("dùng dấu -", "use -"),
                );
            }
            self.space(mark.blank.clone(), " ".to_owned());
        }
        if let Some(key) = &line.key {
            self.colon(key.colon.clone(), key.blank.clone());
        }
    }

    /// Reads the value: quotation marks, and inside of brackets the signs between the pairs.
    fn body(&mut self) {
        let line = self.line;
        let in_brackets = line.text[line.body..].starts_with(['{', '[']);
        self.quotation(line.body, in_brackets);
        if !in_brackets {
            return;
        }
        let mut at = line.body;
        while let Some(c) = line.text[at..].chars().next() {
            let end = at + c.len_utf8();
            let next = blank_end(line.text, end);
            if matches!(c, '{' | '[') || is_comma(c) {
                let is_foreign = !c.is_ascii();
                let key = key_at(line.text, next);
                if is_foreign && (key.is_some() || self.is_in_ids(at)) {
                    self.replace(
                        at..next,
                        ", ".to_owned(),
                        at..end,
                        |sign| message!("{sign} không phải là dấu phẩy", "{sign} is not a comma"),
                        Message::fixed("dùng dấu ,", "use ,"),
                    );
                }
                match key {
                    Some(key) => {
                        self.colon(key.colon.clone(), key.blank.clone());
                        self.quotation(key.blank.end, true);
                    }
                    None => self.quotation(next, true),
                }
            }
            at = end;
        }
    }

    /// Returns true if an offset lies in brackets that hold nothing but ids.
    fn is_in_ids(&self, at: usize) -> bool {
        let text = self.line.text;
        let Some(open) = text[..at].rfind('[') else { return false };
        let Some(close) = text[at..].find(']') else { return false };
        let is_part =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | ' ') || is_comma(c);
        text[open + 1..at + close].chars().all(is_part)
    }

    /// Corrects a blank of other spaces.
    fn space(&mut self, range: Range<usize>, text: String) {
        let Some((at, c)) = self.line.text[range.clone()].char_indices().find(|(_, c)| is_odd_space(*c))
        else {
            return;
        };
        let mark = range.start + at..range.start + at + c.len_utf8();
        let code = format!("U+{:04X}", u32::from(c));
        let (vi, en) = match c {
            '\u{a0}' => ("dấu cách không ngắt", "a no-break space"),
            '\u{202f}' => ("dấu cách hẹp không ngắt", "a narrow no-break space"),
            '\u{2007}' => ("dấu cách rộng bằng chữ số", "a figure space"),
            '\u{3000}' => ("dấu cách toàn khổ", "an ideographic space"),
            _ => ("dấu cách lạ", "an unusual space"),
        };
        let message = message!(
            "{code} là {vi}: YAML chỉ nhận dấu cách thường",
            "{code} is {en}: YAML takes only plain spaces"
        );
        self.push(
            range,
            text,
            mark,
            message,
            Message::fixed("gõ lại bằng dấu cách thường", "type plain spaces"),
        );
    }

    /// Corrects the sign for a colon, and the blank behind it.
    fn colon(&mut self, colon: Range<usize>, blank: Range<usize>) {
        if self.line.text[colon.clone()] == *":" {
            let replacement = " ".to_owned();
            return self.space(blank, replacement);
        }
        let is_end = blank.end == self.line.text.len();
        let text = if is_end { ":" } else { ": " }.to_owned();
        self.replace(
            colon.start..blank.end,
            text,
            colon,
            |sign| message!("{sign} không phải là dấu hai chấm", "{sign} is not a colon"),
            Message::fixed("dùng dấu :", "use :"),
        );
    }

    /// Corrects the quotation marks of the value at `at`.
    fn quotation(&mut self, at: usize, in_brackets: bool) {
        let line = self.line;
        let Some(open) = line.text[at..].chars().next() else { return };
        let is_plain = matches!(open, '"' | '\'');
        if !is_plain && !is_quotation_mark(open) {
            return;
        }
        let start = at + open.len_utf8();
        let limit = if in_brackets { line.text.len() } else { line.value().end.max(start) };
        let ends_value = |end: usize| {
            let rest = line.text[end..limit].trim_start_matches(is_blank);
            rest.is_empty() || in_brackets && rest.starts_with(|c| is_comma(c) || matches!(c, '}' | ']'))
        };
        let is_close = |(at, c): &(usize, char)| {
            (matches!(c, '"' | '\'') || is_quotation_mark(*c)) && ends_value(start + at + c.len_utf8())
        };
        let Some((close, sign)) = line.text[start..limit].char_indices().find(is_close) else { return };
        let (close, end) = (start + close, start + close + sign.len_utf8());
        if is_plain && sign.is_ascii() {
            return;
        }
        let inner = &line.text[start..close];
        let Some(text) = quoted_text(inner) else { return };
        let mark = if is_plain { close..end } else { at..start };
        let first = &line.text[mark.clone()];
        let message = if is_plain || sign.is_ascii() || sign == open {
            message!("{first} không phải là dấu nháy của YAML", "{first} is no quotation mark in YAML")
        } else {
            message!(
                "{first} {sign} không phải là dấu nháy của YAML",
                "{first} {sign} are no quotation marks in YAML"
            )
        };
        self.push(at..end, text, mark, message, Message::fixed("dùng dấu \"", "use \""));
    }

    fn replace(
        &mut self,
        range: Range<usize>,
        text: String,
        mark: Range<usize>,
        message: impl FnOnce(&str) -> Message,
        help: Message,
    ) {
        let message = message(&self.line.text[mark.clone()]);
        self.push(range, text, mark, message, help);
    }

    fn push(
        &mut self,
        range: Range<usize>,
        text: String,
        mark: Range<usize>,
        message: Message,
        help: Message,
    ) {
        let of_file = |range: Range<usize>| self.line.start + range.start..self.line.start + range.end;
        let span = |range| Span::of(self.source, of_file(range));
        let mut diagnostic = Diagnostic::new(&rules::LOOK_ALIKE, span(mark), message)
            .help(help)
            .fix(span(range.clone()), text.clone());
        // As it stands, the file is no YAML that says this.
        diagnostic.severity = Severity::Error;
        let correction = Correction { range: of_file(range), text, diagnostic };
        self.found.push(correction);
    }
}

/// Returns the columns that a space stands for.
fn width(c: char) -> usize {
    if c == '\u{3000}' { 2 } else { 1 }
}
