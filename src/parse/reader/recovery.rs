//! The parts of a file that can be read behind an entry that cannot.

use super::{FilePart, FileReader, is_key_line};
use crate::parse::key::Key;
use crate::span::{line_end, line_start};

impl FileReader<'_> {
    /// The parts of the text behind the entry that could not be read, the first one last.
    pub(super) fn behind_the_break(&self, end: usize) -> Vec<FilePart> {
        let text = &self.text[..end];
        let done = self.open.done.min(end);
        let line = line_start(text, done);
        // A line that was begun is done with, unless nothing of it was read.
        let mut at = line;
        if !text[line..done].trim().is_empty() || self.open.list.is_none() {
            at = line_end(text, at);
        }
        // In a list the first entry from here is the broken one; the next at its indentation is the next to read.
        let mut broken: Option<usize> = None;
        while at < end {
            let line = text[at..].split_inclusive('\n').next().unwrap_or_default();
            if is_key_line(line) {
                return vec![FilePart::Keys(at..end)];
            }
            let indent = line.len() - line.trim_start_matches(' ').len();
            if let Some(list) = self.open.list
                && line[indent..].starts_with("- ")
            {
                match broken {
                    None => broken = Some(indent),
                    Some(entry) if entry == indent => return Self::rest_of_list(text, at, list, indent),
                    Some(_) => {}
                }
            }
            at += line.len();
        }
        Vec::new()
    }

    /// The entries of a list from `at` on, and the keys behind the list; the entries last.
    fn rest_of_list(text: &str, at: usize, list: Key, indent: usize) -> Vec<FilePart> {
        let entries = |range| FilePart::Entries { range, list, indent };
        let mut stop = at;
        for line in text[at..].split_inclusive('\n') {
            if is_key_line(line) {
                return vec![FilePart::Keys(stop..text.len()), entries(at..stop)];
            }
            stop += line.len();
        }
        vec![entries(at..text.len())]
    }
}
