//! The content of all files of one plan.

use super::entry::Entry;
use super::text::Text;
use crate::parse::allow::Allow;
use crate::parse::format::{HEADER, LISTS};
use crate::parse::key::Key;
use crate::span::{SourceId, Span, Spanned};

/// An entry of `progress` or `changes` that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LostEntry {
    /// The part of the file that was passed over.
    pub span: Span,
    /// The place of the error, which may be behind that part.
    pub error: Span,
}

/// A part of a file that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SkippedPart {
    /// The part of the file.
    pub span: Span,
    /// The list that it is a part of; none outside of lists.
    pub list: Option<Key>,
    /// True if the whole list could not be read.
    pub is_whole_list: bool,
}

impl SkippedPart {
    /// Returns true if the part may hold an entry of one of some lists.
    pub fn may_be_of(&self, lists: &[Key]) -> bool {
        self.list.is_none_or(|list| lists.contains(&list))
    }
}

/// The content of all files of one plan.
#[derive(Debug, Clone)]
pub struct Draft<'s> {
    /// The main file.
    pub main: SourceId,
    /// Every file, the main file first.
    pub files: Vec<SourceId>,
    /// The header.
    pub header: Entry<'s>,
    pub(super) lists: Vec<Vec<Entry<'s>>>,
    /// The settings of every file that has some, the main file's first.
    pub settings: Vec<Entry<'s>>,
    /// The calendars of every file that has one.
    pub calendars: Vec<Entry<'s>>,
    /// The areas of every file that gives one, the main file's first.
    pub areas: Vec<Entry<'s>>,
    /// The warnings that comments switch off.
    pub allows: Vec<Allow>,
    /// True if anything could not be read.
    pub incomplete: bool,
    /// True if a whole file could not be read: anything may stand there.
    pub lost_file: bool,
    /// The parts of files that could not be read.
    pub skipped: Vec<SkippedPart>,
    /// The faults of form that have an obvious correction, with which the file was read.
    pub corrected: Vec<Span>,
    /// The files under `progress/`.
    pub report_files: Vec<SourceId>,
    /// The units that files under `progress/` name for all their entries, each where the file names it.
    pub reporters: Vec<Spanned<Text<'s>>>,
    /// The entries of `progress` and `changes` that could not be read, each with the place of its error: they cost
    /// only themselves.
    pub lost_entries: Vec<LostEntry>,
}

impl<'s> Draft<'s> {
    pub(in crate::parse) fn new(main: SourceId) -> Self {
        Self {
            main,
            files: Vec::new(),
            header: Entry::new(&HEADER, Span::new(main, 0, 0)),
            lists: vec![Vec::new(); LISTS.keys.len()],
            settings: Vec::new(),
            calendars: Vec::new(),
            areas: Vec::new(),
            allows: Vec::new(),
            incomplete: false,
            lost_file: false,
            skipped: Vec::new(),
            corrected: Vec::new(),
            report_files: Vec::new(),
            reporters: Vec::new(),
            lost_entries: Vec::new(),
        }
    }

    /// The entries of a list, in the order of the files; none for a key that is no list of [`LISTS`].
    pub fn list(&self, list: Key) -> &[Entry<'s>] {
        position(list).and_then(|at| self.lists.get(at)).map_or(&[], Vec::as_slice)
    }

    /// The same, to complete their days.
    pub(crate) fn entries_mut(&mut self, list: Key) -> &mut [Entry<'s>] {
        position(list).and_then(|at| self.lists.get_mut(at)).map_or(&mut [], Vec::as_mut_slice)
    }

    pub(in crate::parse) fn lose_file(&mut self) {
        self.incomplete = true;
        self.lost_file = true;
    }

    /// Counts a list or a section of the header as not read.
    pub(in crate::parse) fn skip_list(&mut self, list: Key, span: Span) {
        self.skip(SkippedPart { span, list: Some(list), is_whole_list: true });
    }

    fn skip(&mut self, part: SkippedPart) {
        self.incomplete = true;
        self.skipped.push(part);
    }

    /// Counts a part as not read; in the lists of reports and changes it is an entry that costs only itself.
    pub(in crate::parse) fn skip_in(&mut self, list: Option<Key>, span: Span, error: Span) {
        if matches!(list, Some(Key::Progress | Key::Changes)) {
            self.lost_entries.push(LostEntry { span, error });
        } else {
            self.skip(SkippedPart { span, list, is_whole_list: false });
        }
    }

    /// Makes this the content of a file under `progress/`, of which nothing else depends on what could not be read.
    pub(in crate::parse) fn set_report_file(&mut self, file: SourceId) {
        self.report_files.push(file);
        (self.incomplete, self.lost_file) = (false, false);
        self.skipped.clear();
    }

    pub(in crate::parse) fn list_mut(&mut self, list: Key) -> Option<&mut Vec<Entry<'s>>> {
        position(list).and_then(|at| self.lists.get_mut(at))
    }

    /// Takes over what was read after this: a later part of a file, a later file.
    pub(in crate::parse) fn append(&mut self, other: Self) {
        self.files.extend(other.files);
        self.header.append(other.header);
        for (list, more) in self.lists.iter_mut().zip(other.lists) {
            if list.is_empty() {
                *list = more;
            } else {
                list.extend(more);
            }
        }
        self.settings.extend(other.settings);
        self.calendars.extend(other.calendars);
        self.areas.extend(other.areas);
        self.allows.extend(other.allows);
        self.skipped.extend(other.skipped);
        self.corrected.extend(other.corrected);
        self.report_files.extend(other.report_files);
        self.reporters.extend(other.reporters);
        self.lost_entries.extend(other.lost_entries);
        self.incomplete |= other.incomplete;
        self.lost_file |= other.lost_file;
    }

    /// The number of entries in all lists.
    pub fn entries(&self) -> usize {
        self.lists.iter().map(Vec::len).sum()
    }
}

fn position(list: Key) -> Option<usize> {
    LISTS.keys.iter().position(|format| format.key == list)
}
