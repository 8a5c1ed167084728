//! Plain lines of YAML → events, for the subset in which plans are written: keys that are identifiers, scalars of one
//! line, block scalars, lists and mappings in lines or in brackets, comments.
//!
//! The YAML parser remains the definition. Whatever is not surely of the subset, and every fault, is [`NotPlain`]: the
//! text is then read by the parser from its beginning, so that no state is handed over and no error is worded here.
//! Tests and a fuzz target compare the events of both.

#[cfg(any(test, fuzzing))]
pub(super) mod comparison;
mod flow;
mod scalar;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use granit_parser::{Event, ScalarStyle, StructureStyle};
use memchr::memchr;

/// Depth of nesting from which the parser is left to report the limit.
const DEPTH: usize = super::parser::DEPTH - 2;

/// Length of a key from which YAML takes it for none, less a margin, in bytes.
const KEY: usize = 1000;

/// The text is not, or not surely, of the subset.
pub(super) struct NotPlain;

/// An event and its bytes.
pub(super) type Located<'t> = (Event<'t>, Range<usize>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum LevelKind {
    Map,
    List,
    /// A list whose hyphens stand below the first letter of its key.
    IndentlessList,
}

/// A collection in lines that is open.
#[derive(Clone, Copy)]
struct Level {
    indent: usize,
    kind: LevelKind,
}

/// Reader of plain lines.
pub(super) struct PlainLines<'t> {
    text: &'t str,
    /// The byte at which the next line begins.
    at: usize,
    levels: Vec<Level>,
    events: VecDeque<Located<'t>>,
    /// The end of a key whose value does not stand on its line.
    awaiting: Option<usize>,
    is_finished: bool,
    has_given_up: bool,
}

impl<'t> PlainLines<'t> {
    pub(super) fn new(text: &'t str) -> Result<Self, NotPlain> {
        if has_odd_characters(text.as_bytes()) {
            return Err(NotPlain);
        }
        Ok(Self {
            text,
            at: 0,
            levels: Vec::with_capacity(DEPTH),
            events: VecDeque::with_capacity(64),
            awaiting: None,
            is_finished: false,
            has_given_up: false,
        })
    }

    /// The next event; `None` behind the last.
    pub(super) fn next(&mut self) -> Result<Option<Located<'t>>, NotPlain> {
        self.fill()?;
        Ok(self.events.pop_front())
    }

    /// The next event, which stays the next.
    pub(super) fn peek(&mut self) -> Result<Option<&Located<'t>>, NotPlain> {
        self.fill()?;
        Ok(self.events.front())
    }

    fn fill(&mut self) -> Result<(), NotPlain> {
        while !self.has_given_up && self.events.is_empty() && !self.is_finished {
            // A line may have given events before it turned out to be of another kind.
            self.has_given_up = self.line().is_err();
        }
        if self.has_given_up { Err(NotPlain) } else { Ok(()) }
    }

    /// The byte at an offset; behind the text a line break.
    #[inline]
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    /// Returns true if a line ends here.
    #[inline]
    fn is_break(&self, at: usize) -> bool {
        matches!(self.byte(at), b'\n' | b'\r')
    }

    /// Returns true if a blank or the end of the line stands here.
    #[inline]
    fn is_gap(&self, at: usize) -> bool {
        matches!(self.byte(at), b' ' | b'\n' | b'\r')
    }

    #[inline]
    fn behind_blanks(&self, mut at: usize) -> usize {
        while self.byte(at) == b' ' {
            at += 1;
        }
        at
    }

    /// The end of what the line at an offset holds, and the beginning of the next line.
    #[inline]
    fn line_end(&self, at: usize) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        let Some(end) = bytes.get(at..).and_then(|rest| memchr(b'\n', rest)).map(|ahead| at + ahead) else {
            return (bytes.len(), bytes.len());
        };
        let is_crlf = end > at && bytes.get(end - 1) == Some(&b'\r');
        (end - usize::from(is_crlf), end + 1)
    }

    fn push(&mut self, event: Event<'t>, range: Range<usize>) {
        self.events.push_back((event, range));
    }

    fn push_scalar(&mut self, words: Cow<'t, str>, style: ScalarStyle, range: Range<usize>) {
        self.push(Event::Scalar(words, style, 0, None), range);
    }

    fn open(&mut self, kind: LevelKind, indent: usize, at: usize) -> Result<(), NotPlain> {
        if self.levels.len() >= DEPTH {
            return Err(NotPlain);
        }
        self.levels.push(Level { indent, kind });
        let event = match kind {
            LevelKind::Map => Event::MappingStart(StructureStyle::Block, 0, None),
            LevelKind::List | LevelKind::IndentlessList => {
                Event::SequenceStart(StructureStyle::Block, 0, None)
            }
        };
        self.push(event, at..at);
        Ok(())
    }

    fn close(&mut self, at: usize) {
        if let Some(level) = self.levels.pop() {
            let event = if level.kind == LevelKind::Map { Event::MappingEnd } else { Event::SequenceEnd };
            self.push(event, at..at);
        }
    }

    /// Gives the key that awaits a value none.
    fn absent(&mut self) {
        if let Some(end) = self.awaiting.take() {
            self.push_scalar(Cow::Borrowed("~"), ScalarStyle::Plain, end..end);
        }
    }

    /// The end of the identifier that begins here, if a colon and a gap follow it.
    #[inline]
    fn key_end(&self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes().get(at..)?;
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let length = bytes.iter().position(|byte| !is_part(byte))?;
        let is_key = (1..KEY).contains(&length) && bytes.first() != Some(&b'-');
        (is_key && bytes.get(length) == Some(&b':') && self.is_gap(at + length + 1)).then_some(at + length)
    }

    /// Reads the next line that holds something.
    fn line(&mut self) -> Result<(), NotPlain> {
        let (at, indent) = loop {
            let at = self.behind_blanks(self.at);
            if at >= self.text.len() {
                return self.finish();
            }
            if self.is_break(at) || self.byte(at) == b'#' {
                self.at = self.line_end(at).1;
            } else {
                break (at, at - self.at);
            }
        };
        let is_entry = self.byte(at) == b'-' && self.byte(at + 1) == b' ';
        // A mark between documents may stand here.
        if indent == 0 && (self.byte(at) == b'-' && !is_entry || self.byte(at) == b'.') {
            return Err(NotPlain);
        }
        let kind = if is_entry { LevelKind::List } else { LevelKind::Map };
        let Some(mut top) = self.levels.last().copied() else {
            if indent > 0 && !is_entry {
                return Err(NotPlain);
            }
            self.open(kind, indent, at)?;
            return self.part(at, indent, is_entry);
        };
        if self.awaiting.is_some() {
            if indent > top.indent {
                self.awaiting = None;
                if !is_entry && self.key_end(at).is_none() {
                    return self.value(at, top.indent);
                }
                self.open(kind, indent, at)?;
                return self.part(at, indent, is_entry);
            }
            if indent == top.indent && is_entry {
                self.awaiting = None;
                // The parser places such a list at the content of its first entry.
                self.open(LevelKind::IndentlessList, indent, self.behind_blanks(at + 1))?;
                return self.part(at, indent, is_entry);
            }
            self.absent();
        }
        let is_over = |top: Level| {
            top.indent > indent || top.indent == indent && top.kind == LevelKind::IndentlessList && !is_entry
        };
        while is_over(top) {
            self.close(at);
            top = self.levels.last().copied().ok_or(NotPlain)?;
        }
        if top.indent != indent || (top.kind == LevelKind::Map) == is_entry {
            return Err(NotPlain);
        }
        self.part(at, indent, is_entry)
    }

    fn finish(&mut self) -> Result<(), NotPlain> {
        self.absent();
        if self.levels.is_empty() {
            return Err(NotPlain);
        }
        while !self.levels.is_empty() {
            self.close(self.text.len());
        }
        self.is_finished = true;
        Ok(())
    }

    /// Reads an entry of a list or a key with its value.
    fn part(&mut self, at: usize, indent: usize, is_entry: bool) -> Result<(), NotPlain> {
        if is_entry {
            return self.entry(at, indent);
        }
        let end = self.key_end(at).ok_or(NotPlain)?;
        self.pair(at..end, indent)
    }

    fn entry(&mut self, hyphen: usize, indent: usize) -> Result<(), NotPlain> {
        let at = self.behind_blanks(hyphen + 1);
        if let Some(end) = self.key_end(at) {
            let column = indent + at - hyphen;
            self.open(LevelKind::Map, column, at)?;
            return self.pair(at..end, column);
        }
        if self.is_break(at) {
            return Err(NotPlain);
        }
        self.value(at, indent)
    }

    fn pair(&mut self, key: Range<usize>, indent: usize) -> Result<(), NotPlain> {
        let end = key.end;
        self.push_scalar(Cow::Borrowed(&self.text[key.clone()]), ScalarStyle::Plain, key);
        let at = self.behind_blanks(end + 1);
        if !self.is_break(at) && self.byte(at) != b'#' {
            return self.value(at, indent);
        }
        self.awaiting = Some(end);
        self.at = self.line_end(at).1;
        Ok(())
    }

    /// Reads a value that begins here, of a collection at an indentation.
    fn value(&mut self, at: usize, indent: usize) -> Result<(), NotPlain> {
        match self.byte(at) {
            b'"' | b'\'' => {
                let end = self.quoted(at)?;
                self.rest_of_line(end)
            }
            b'[' | b'{' => {
                let end = self.flow(at, 0)?;
                self.rest_of_line(end)
            }
            b'|' | b'>' => self.block_scalar(at, indent),
            b'&' | b'*' | b'!' | b'%' | b'@' | b'`' | b',' | b']' | b'}' | b'#' => Err(NotPlain),
            b'-' | b'?' | b':' if self.is_gap(at + 1) => Err(NotPlain),
            _ => self.plain(at),
        }
    }

    /// Passes over the rest of a line, which may only be a comment.
    fn rest_of_line(&mut self, end: usize) -> Result<(), NotPlain> {
        let at = self.behind_blanks(end);
        if !self.is_break(at) && (self.byte(at) != b'#' || at == end) {
            return Err(NotPlain);
        }
        self.at = self.line_end(at).1;
        Ok(())
    }
}

/// Returns true if a text holds a character that is left to the parser: control characters but the ends of lines (LF,
/// CR LF), U+0080–U+009F, the byte order mark and non-characters.
fn has_odd_characters(text: &[u8]) -> bool {
    // Without branches, so that the compiler may look at many bytes at once.
    let is_suspect = |byte: u8| byte != b'\n' && matches!(byte, 0..0x20 | 0x7f | 0xC2 | 0xEF);
    let mut chunks = text.chunks_exact(64);
    let mut any = false;
    for chunk in &mut chunks {
        any |= chunk.iter().fold(false, |any, byte| any | is_suspect(*byte));
    }
    any |= chunks.remainder().iter().any(|byte| is_suspect(*byte));
    any && text.iter().enumerate().any(|(at, byte)| {
        let next = text.get(at + 1).copied();
        match byte {
            b'\n' => false,
            b'\r' => next != Some(b'\n'),
            0..0x20 | 0x7f => true,
            0xC2 => next.is_none_or(|next| next < 0xA0),
            0xEF => next.is_none_or(|next| matches!(next, 0xBB | 0xBF)),
            _ => false,
        }
    })
}
