//! Places at which a long file can be cut so that its pieces are read at the same time.
//!
//! A file is cut before a key at its top, or before an entry of a list at its top. Lines that look like
//! one of these may be something else (a line of a quoted text, say); then the piece before cannot be read
//! by itself, and the [reader](super::reader) reads the file from front to back instead.

use memchr::memchr_iter;

use super::format::{LISTS, ValueShape};
use super::key::Key;
use super::reader::{FilePart, is_key_line};
use crate::threads::Threads;

/// Shorter pieces are not worth a thread's while, in bytes; tests and fuzzers cut even small files.
const SHORTEST: usize = if cfg!(fuzzing) {
    16
} else if cfg!(test) {
    2048
} else {
    256 * 1024
};
/// Number of pieces per thread that keeps all threads busy to the end.
const PER_THREAD: usize = 16;

/// The list at the top of a file that lines are entries of.
#[derive(Clone, Copy)]
struct TopList {
    key: Key,
    /// Indentation of its entries, once the first was seen.
    indent: Option<usize>,
}

/// The pieces of a file, in order; nothing if it is read as a whole.
pub(super) fn pieces(text: &str, threads: Threads) -> Option<Vec<FilePart>> {
    let size = (text.len() / (threads.count() * PER_THREAD)).max(SHORTEST);
    if threads == Threads::ONE || text.len() < 2 * size {
        return None;
    }
    let mut pieces = Vec::new();
    let (mut start, mut entries_of) = (0, None);
    let mut list: Option<TopList> = None;
    let starts = [0].into_iter().chain(memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1));
    for at in starts {
        let rest = &text[at..];
        let cut = match rest.as_bytes().first() {
            // Another document begins here, or this one ends.
            Some(b'-' | b'.' | b'%') if at > 0 && !rest.starts_with("- ") => return None,
            Some(b'a'..=b'z' | b'A'..=b'Z') => {
                rest.lines().next().filter(|line| is_key_line(line)).map(|line| {
                    list = list_of(line);
                    None
                })
            }
            Some(b' ' | b'-') => list.as_mut().and_then(|list| list.begins(rest)).map(Some),
            _ => None,
        };
        // Entries that are read by themselves end with their list.
        if let Some(next) = cut
            && (at - start >= size || entries_of.is_some() && next.is_none())
        {
            pieces.push(part(start..at, entries_of));
            (start, entries_of) = (at, next);
        }
    }
    pieces.push(part(start..text.len(), entries_of));
    (pieces.len() > 1).then_some(pieces)
}

fn part(range: std::ops::Range<usize>, entries_of: Option<(Key, usize)>) -> FilePart {
    match entries_of {
        None => FilePart::Keys(range),
        Some((list, indent)) => FilePart::Entries { range, list, indent },
    }
}

/// The list that a key at the top begins.
fn list_of(line: &str) -> Option<TopList> {
    let (name, _) = line.split_once(':')?;
    let format = LISTS.named(name)?;
    matches!(format.shape, ValueShape::List(_)).then_some(TopList { key: format.key, indent: None })
}

impl TopList {
    /// The list and the depth of its entries, if a line begins one.
    fn begins(&mut self, line: &str) -> Option<(Key, usize)> {
        let bytes = line.as_bytes();
        let indent = match self.indent {
            Some(indent) => indent,
            None => bytes.iter().position(|byte| *byte != b' ')?,
        };
        if bytes.get(indent..indent + 2) != Some(b"- ") || bytes[..indent].iter().any(|byte| *byte != b' ') {
            return None;
        }
        self.indent = Some(indent);
        Some((self.key, indent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A plan whose tasks fill some pieces.
    fn long(entry: &str) -> String {
        let mut text = String::from("format: 1\nplan: dai\nunits:\n- id: a\ntasks:\n");
        while text.len() < 3 * SHORTEST {
            text += entry;
        }
        text + "progress:\n  - item: b\n"
    }

    #[test]
    fn pieces_cover_the_file_and_begin_with_keys_or_entries() {
        let text = long("  - id: b\n    title: >-\n      - không phải mục\n");
        let pieces = pieces(&text, Threads::new(2)).unwrap();
        let mut end = 0;
        for piece in &pieces {
            let (FilePart::Keys(range) | FilePart::Entries { range, .. }) = piece;
            assert_eq!(range.start, end);
            end = range.end;
            if let FilePart::Entries { list, indent, .. } = piece {
                assert_eq!((*list, *indent), (Key::Tasks, 2));
                assert!(text[range.clone()].starts_with("  - id: b\n"));
            }
        }
        assert_eq!(end, text.len());
        assert!(pieces.len() >= 3);
        assert!(matches!(pieces[0], FilePart::Keys(_)));
    }

    #[test]
    fn short_files_and_files_of_several_documents_stay_whole() {
        let text = long("  - id: b\n");
        assert!(pieces(&text, Threads::ONE).is_none());
        assert!(pieces("format: 1\n", Threads::new(2)).is_none());
        assert!(pieces(&(text.clone() + "---\nplan: b\n"), Threads::new(2)).is_none());
        assert!(pieces(&(text + "...\nplan: b\n"), Threads::new(2)).is_none());
    }
}
