//! Lists and mappings in brackets.

use std::borrow::Cow;

use granit_parser::{Event, ScalarStyle, StructureStyle};

use super::{DEPTH, NotPlain, PlainLines};

impl PlainLines<'_> {
    /// Reads a collection in brackets and returns its end.
    pub(super) fn flow(&mut self, at: usize, depth: usize) -> Result<usize, NotPlain> {
        if depth + self.levels.len() >= DEPTH {
            return Err(NotPlain);
        }
        let is_map = self.byte(at) == b'{';
        let (start, end, close) = if is_map {
            (Event::MappingStart(StructureStyle::Flow, 0, None), Event::MappingEnd, b'}')
        } else {
            (Event::SequenceStart(StructureStyle::Flow, 0, None), Event::SequenceEnd, b']')
        };
        self.push(start, at..at + 1);
        let mut at = self.behind_gaps(at + 1)?;
        while self.byte(at) != close {
            if is_map {
                let end = self.key_end(at).ok_or(NotPlain)?;
                self.push_scalar(Cow::Borrowed(&self.text[at..end]), ScalarStyle::Plain, at..end);
                at = self.behind_blanks(end + 1);
            }
            at = self.flow_value(at, depth)?;
            at = self.behind_gaps(at)?;
            if self.byte(at) == b',' {
                at = self.behind_gaps(at + 1)?;
                // A comma before the bracket is left to the parser.
                if self.byte(at) == close {
                    return Err(NotPlain);
                }
            } else if self.byte(at) != close {
                return Err(NotPlain);
            }
        }
        self.push(end, at..at + 1);
        Ok(at + 1)
    }

    fn flow_value(&mut self, at: usize, depth: usize) -> Result<usize, NotPlain> {
        match self.byte(at) {
            b'"' | b'\'' => self.quoted(at),
            b'[' | b'{' => self.flow(at, depth + 1),
            b'|' | b'>' | b'&' | b'*' | b'!' | b'%' | b'@' | b'`' | b',' | b']' | b'}' | b'#' | b'?'
            | b':' | b'\n' | b'\r' => Err(NotPlain),
            b'-' if self.is_flow_gap(at + 1) => Err(NotPlain),
            _ => self.flow_plain(at),
        }
    }

    fn flow_plain(&mut self, start: usize) -> Result<usize, NotPlain> {
        let mut at = start;
        loop {
            match self.byte(at) {
                b',' | b']' | b'}' => break,
                b'\n' | b'\r' | b'[' | b'{' => return Err(NotPlain),
                b':' if self.is_flow_gap(at + 1) => return Err(NotPlain),
                b'#' if self.byte(at - 1) == b' ' => return Err(NotPlain),
                _ => at += 1,
            }
        }
        let words = self.text[start..at].trim_end_matches(' ');
        self.push_scalar(Cow::Borrowed(words), ScalarStyle::Plain, start..start + words.len());
        Ok(at)
    }

    fn is_flow_gap(&self, at: usize) -> bool {
        self.is_gap(at) || matches!(self.byte(at), b',' | b'[' | b']' | b'{' | b'}')
    }

    /// Passes over blanks and line breaks; lines in brackets stand further in than what holds them.
    fn behind_gaps(&self, at: usize) -> Result<usize, NotPlain> {
        let mut at = self.behind_blanks(at);
        let indent = self.levels.last().map_or(0, |level| level.indent);
        while self.is_break(at) {
            if at >= self.text.len() {
                return Err(NotPlain);
            }
            let start = self.line_end(at).1;
            at = self.behind_blanks(start);
            if !self.is_break(at) && at - start <= indent || self.byte(at) == b'#' {
                return Err(NotPlain);
            }
        }
        Ok(at)
    }
}
