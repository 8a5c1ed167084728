//! One line of a file: its indentation, the marks of list entries, its key and what stands behind.

use std::ops::Range;

/// A line that holds structure. All ranges are bytes of the line.
pub(super) struct StructuralLine<'t> {
    /// The offset of the line in the file.
    pub(super) start: usize,
    /// The line without its end.
    pub(super) text: &'t str,
    /// The indentation.
    pub(super) indent: Range<usize>,
    /// The marks of list entries.
    pub(super) marks: Vec<EntryMark>,
    /// The key.
    pub(super) key: Option<LineKey>,
    /// The first byte of the value, or of everything behind the marks.
    pub(super) body: usize,
    /// True if the line before is a key without a value, or an entry of a list.
    pub(super) follows_list: bool,
}

/// The mark of a list entry, with the blank behind it.
pub(super) struct EntryMark {
    pub(super) sign: Range<usize>,
    pub(super) blank: Range<usize>,
}

/// A key at the beginning of a line, with its colon.
pub(super) struct LineKey {
    pub(super) word: Range<usize>,
    /// The sign that stands for the colon.
    pub(super) colon: Range<usize>,
    /// The blank behind it.
    pub(super) blank: Range<usize>,
}

impl<'t> StructuralLine<'t> {
    /// Reads a line; `before` is the structural line before it.
    pub(super) fn new(text: &'t str, start: usize, before: Option<&StructuralLine<'_>>) -> Self {
        let indent = 0..blank_end(text, 0);
        let (mut at, mut marks) = (indent.end, Vec::new());
        while let Some(mark) = mark_at(text, at) {
            at = mark.blank.end;
            marks.push(mark);
        }
        let key = key_at(text, at);
        let body = key.as_ref().map_or(at, |key| key.blank.end);
        let follows_list = before.is_some_and(|line| line.is_empty_key() || !line.marks.is_empty());
        Self { start, text, indent, marks, key, body, follows_list }
    }

    /// Returns the column of the key or of the text.
    pub(super) fn column(&self) -> usize {
        let at = self.key.as_ref().map_or(self.body, |key| key.word.start);
        self.text[..at].chars().count()
    }

    /// Returns the bytes of the value: all behind the key, without a comment.
    pub(super) fn value(&self) -> Range<usize> {
        let rest = &self.text[self.body..];
        let end = if rest.starts_with('#') { 0 } else { rest.find(" # ").unwrap_or(rest.len()) };
        self.body..self.body + rest[..end].trim_end().len()
    }

    fn is_empty_key(&self) -> bool {
        self.key.is_some() && self.value().is_empty()
    }

    /// Returns true if the value stands in the lines below, behind `|` or `>`.
    pub(super) fn opens_block(&self) -> bool {
        let value = &self.text[self.value()];
        value.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')).len() == 1
            && value.starts_with(['|', '>'])
    }

    /// Returns the quotation mark with which a value begins and that the line does not close.
    pub(super) fn unclosed_quote(&self) -> Option<char> {
        let mut at = self.body;
        let mut is_start = true;
        while let Some(c) = self.text[at..].chars().next() {
            if is_start && matches!(c, '"' | '\'') {
                match closing_quote(self.text, at) {
                    Some(close) => at = close + 1,
                    None => return Some(c),
                }
                is_start = false;
                continue;
            }
            is_start = matches!(c, '[' | '{' | ',' | ':') || is_start && is_blank(c);
            at += c.len_utf8();
        }
        None
    }
}

/// Returns the offset of the quotation mark that closes the one at `open`.
pub(super) fn closing_quote(text: &str, open: usize) -> Option<usize> {
    let mark = text[open..].chars().next()?;
    let mut chars = text[open + 1..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && mark == '"' {
            chars.next();
        } else if c == mark {
            if mark == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') {
                chars.next();
                continue;
            }
            return Some(open + 1 + at);
        }
    }
    None
}

/// Returns true for a space of any width; only YAML's own are plain.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_odd_space(c)
}

/// Returns true for a space that YAML takes for a letter.
pub(super) fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Returns true for a sign that stands for a colon in other scripts.
pub(super) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '∶' | '﹕' | '꞉')
}

/// Returns true for a comma, or a sign that stands for one in other scripts.
pub(super) fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，' | '﹐' | '、' | '､')
}

/// Returns true for a quotation mark that is none in YAML.
pub(super) fn is_quotation_mark(c: char) -> bool {
    matches!(c, '‘'..='‟' | '«' | '»' | '‹' | '›' | '＂' | '＇')
}

/// Returns true for a sign that divides, begins or quotes values, but not in YAML.
pub(super) fn is_foreign_sign(c: char) -> bool {
    !c.is_ascii() && (is_comma(c) || is_mark(c) || is_quotation_mark(c))
}

/// Returns true for a sign with which word processors begin the entries of a list.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '-' | '‐'
            ..='―'
                | '−'
                | '•'
                | '‣'
                | '⁃'
                | '·'
                | '▪'
                | '▫'
                | '■'
                | '□'
                | '●'
                | '○'
                | '◦'
                | '➢'
                | '❖'
                | '➤'
                | '\u{f0a7}'
                | '\u{f0b7}'
                | '\u{f0d8}'
    )
}

/// Returns the end of the run of spaces at `at`.
pub(super) fn blank_end(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(is_blank).len()
}

fn mark_at(text: &str, at: usize) -> Option<EntryMark> {
    let sign = text[at..].chars().next().filter(|c| is_mark(*c))?;
    let end = at + sign.len_utf8();
    let blank = end..blank_end(text, end);
    (!blank.is_empty()).then_some(EntryMark { sign: at..end, blank })
}

/// Returns the key at `at`: an ASCII word with a colon, or a sign for one, and a blank or the end of the line behind.
pub(super) fn key_at(text: &str, at: usize) -> Option<LineKey> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let end = text.len() - text[at..].trim_start_matches(is_part).len();
    text[at..end].starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
    let start = blank_end(text, end);
    let colon = text[start..].chars().next().filter(|c| is_colon(*c))?;
    let colon_end = start + colon.len_utf8();
    let blank = colon_end..blank_end(text, colon_end);
    // Without a blank, a colon is a part of the word; a sign for one is not.
    let is_key = colon != ':' || !blank.is_empty() || blank.end == text.len();
    is_key.then_some(LineKey { word: at..end, colon: start..colon_end, blank })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_with_the_signs_of_word_processors() {
        let text = "\u{a0} –\u{a0}title： Việc";
        let line = StructuralLine::new(text, 0, None);
        let key = line.key.as_ref().unwrap();
        assert_eq!((&text[line.indent.clone()], &text[key.word.clone()]), ("\u{a0} ", "title"));
        assert_eq!((&text[key.colon.clone()], &text[line.value()], line.column()), ("：", "Việc", 4));
        assert_eq!(line.marks.len(), 1);
        let line = StructuralLine::new("  - một: hai", 0, None);
        assert!(line.key.is_none() && line.marks.len() == 1);
        assert!(StructuralLine::new("title:x", 0, None).key.is_none());
    }

    #[test]
    fn texts_of_several_lines_are_noticed() {
        let line = |text| StructuralLine::new(text, 0, None);
        for text in ["  text: |", "- text: >-", "text: |2+", "text: > # nhớ"] {
            assert!(line(text).opens_block(), "{text}");
        }
        assert!(!line("text: a |").opens_block() && !line("text: >= 5").opens_block());
        assert_eq!(line("a: \"b").unclosed_quote(), Some('"'));
        assert_eq!(line("a: {b: \"c\", d: 'e").unclosed_quote(), Some('\''));
        for text in ["a: \"b\\\"c\"", "a: 'it''s'", "a: Ủy ban's", "a: [\"b\", 'c']"] {
            assert_eq!(line(text).unclosed_quote(), None, "{text}");
        }
    }
}
