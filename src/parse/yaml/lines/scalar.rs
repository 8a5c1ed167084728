//! Scalars of one line, and block scalars.

use std::borrow::Cow;

use granit_parser::ScalarStyle;
use memchr::memchr2;

use super::{NotPlain, PlainLines};

impl PlainLines<'_> {
    pub(super) fn plain(&mut self, start: usize) -> Result<(), NotPlain> {
        let bytes = self.text.as_bytes();
        let (mut end, next) = self.line_end(start);
        let mut from = start;
        while let Some(sign) = memchr2(b':', b'#', &bytes[from..end]).map(|ahead| from + ahead) {
            match bytes[sign] {
                b':' if self.is_gap(sign + 1) => return Err(NotPlain),
                b'#' if bytes[sign - 1] == b' ' => end = sign,
                _ => {}
            }
            from = sign + 1;
            if from > end {
                break;
            }
        }
        let words = self.text[start..end].trim_end_matches(' ');
        self.push_scalar(Cow::Borrowed(words), ScalarStyle::Plain, start..start + words.len());
        self.at = next;
        Ok(())
    }

    /// Reads a scalar in quotation marks and returns its end.
    pub(super) fn quoted(&mut self, at: usize) -> Result<usize, NotPlain> {
        if self.byte(at) == b'\'' {
            return self.single_quoted(at);
        }
        let mut end = at + 1;
        while !matches!(self.byte(end), b'"' | b'\\' | b'\n' | b'\r') {
            end += 1;
        }
        // Escapes and further lines are left to the parser.
        if self.byte(end) != b'"' {
            return Err(NotPlain);
        }
        let words = Cow::Borrowed(&self.text[at + 1..end]);
        self.push_scalar(words, ScalarStyle::DoubleQuoted, at..end + 1);
        Ok(end + 1)
    }

    fn single_quoted(&mut self, at: usize) -> Result<usize, NotPlain> {
        let mut words = Cow::Borrowed("");
        let (mut from, mut end) = (at + 1, at + 1);
        loop {
            while !matches!(self.byte(end), b'\'' | b'\n' | b'\r') {
                end += 1;
            }
            if self.byte(end) != b'\'' {
                return Err(NotPlain);
            }
            if self.byte(end + 1) != b'\'' {
                break;
            }
            words.to_mut().push_str(&self.text[from..=end]);
            (from, end) = (end + 2, end + 2);
        }
        // Adding to nothing borrows.
        words += &self.text[from..end];
        self.push_scalar(words, ScalarStyle::SingleQuoted, at..end + 1);
        Ok(end + 1)
    }

    /// Reads `|`, `|-`, `>` or `>-` and the lines below, of a collection at an indentation.
    pub(super) fn block_scalar(&mut self, at: usize, parent: usize) -> Result<(), NotPlain> {
        let is_folded = self.byte(at) == b'>';
        let is_stripped = self.byte(at + 1) == b'-';
        self.rest_of_line(at + 1 + usize::from(is_stripped))?;
        let length = self.text.len();
        let mut line = self.at;
        let first = self.behind_blanks(line);
        let indent = first - line;
        if indent <= parent || self.is_break(first) {
            return Err(NotPlain);
        }
        let mut words = String::new();
        // Line breaks since the last line that holds something.
        let mut breaks = 0;
        let end = loop {
            let at = line
                + self.text.as_bytes()[line..].iter().take(indent).take_while(|byte| **byte == b' ').count();
            if at >= length {
                break at;
            }
            if self.is_break(at) {
                breaks += 1;
                line = self.line_end(at).1;
                continue;
            }
            if at - line < indent {
                break at;
            }
            // Lines that are further in keep their breaks, and blank ones their blanks.
            if self.byte(at) == b' ' && (is_folded || self.is_break(self.behind_blanks(at))) {
                return Err(NotPlain);
            }
            let (stop, next) = self.line_end(at);
            match breaks {
                0 => {}
                1 if is_folded => words.push(' '),
                _ => words.extend(std::iter::repeat_n('\n', breaks - usize::from(is_folded))),
            }
            words.push_str(&self.text[at..stop]);
            (breaks, line) = (usize::from(stop < length), next);
            if stop >= length {
                break stop;
            }
        };
        if !is_stripped {
            words.push('\n');
        }
        let style = if is_folded { ScalarStyle::Folded } else { ScalarStyle::Literal };
        self.push_scalar(Cow::Owned(words), style, first..end);
        self.at = line.min(length);
        Ok(())
    }
}
