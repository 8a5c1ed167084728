//! One whole file: read from front to back or, where that says the same, in pieces; and what it includes.

use super::allow::allows;
use super::conflict::conflicts;
use super::correction::{CorrectedText, Correction, corrected};
use super::draft::{Draft, Entry};
use super::key::Key;
use super::pieces::pieces;
use super::reader::{FilePart, FileReader, Role, is_key_line};
use crate::diagnostic::Diagnostic;
use crate::span::{SourceId, Span, Spanned};
use crate::threads::Threads;

/// Reads a file into its entries and diagnostics.
pub(super) fn read(
    text: &str,
    source: SourceId,
    role: Role,
    threads: Threads,
) -> (Draft<'_>, Vec<Diagnostic>) {
    let conflicts = conflicts(text, source);
    if conflicts.is_empty() {
        let first = as_written(text, source, role, threads);
        return corrected(text, source, |text| as_written(text, source, role, threads), first);
    }
    let sides: Vec<&Correction> = conflicts.iter().collect();
    let one_side = CorrectedText::new(text, &sides);
    let first = as_written(one_side.text(), source, role, threads);
    let (draft, mut found) =
        corrected(one_side.text(), source, |text| as_written(text, source, role, threads), first);
    let mut draft = draft.relocated(&|span| one_side.original(span));
    for diagnostic in &mut found {
        one_side.relocate(diagnostic);
    }
    found.extend(conflicts.iter().map(|side| side.diagnostic.clone()));
    found.sort_by_key(|diagnostic| diagnostic.span);
    found.dedup();
    for side in &conflicts {
        let span = Span::of(source, side.range.clone());
        draft.skip_in(None, span, span);
    }
    if role == Role::Progress {
        draft.set_report_file(source);
    }
    (draft, found)
}

/// Reads a text as it stands.
fn as_written(text: &str, source: SourceId, role: Role, threads: Threads) -> (Draft<'_>, Vec<Diagnostic>) {
    let mut reader = in_pieces(text, source, role, threads)
        .unwrap_or_else(|| FileReader::read(text, source, role, &FilePart::Keys(0..text.len())));
    reader.draft.allows = allows(text, source);
    if role == Role::Main {
        reader.finish_header();
    }
    reader.report_as_unit();
    if role == Role::Progress {
        reader.draft.set_report_file(source);
    }
    (reader.draft, reader.found)
}

/// Returns the content of a file of which nothing can be read.
pub(super) fn lost<'s>(source: SourceId, role: Role) -> Draft<'s> {
    let mut draft = Draft::new(source);
    match role {
        Role::Progress => draft.set_report_file(source),
        Role::Main | Role::Lists => draft.lose_file(),
    }
    draft
}

/// Reads a long file in pieces at the same time; nothing if it cannot be told that this says the same as
/// reading it from front to back.
fn in_pieces(text: &str, source: SourceId, role: Role, threads: Threads) -> Option<FileReader<'_>> {
    let pieces = pieces(text, threads)?;
    let readers = threads.each(&pieces, |part| FileReader::read(text, source, role, part));
    // A piece ends in the list that the next one goes on with, at the depth at which it goes on.
    let goes_on = |(reader, next): (&FileReader<'_>, &FilePart)| match next {
        FilePart::Keys(_) => true,
        FilePart::Entries { list, indent, .. } => reader.last == Some((*list, *indent)),
    };
    let plain = readers.iter().all(|reader| reader.plain);
    if !plain || !readers.iter().zip(&pieces[1..]).all(goes_on) {
        return None;
    }
    let mut readers = readers.into_iter();
    let mut whole = readers.next()?;
    for reader in readers {
        whole.append(reader)?;
    }
    Some(whole)
}

/// The files that a plan's main file includes, as far as it can be read.
pub(crate) fn includes(text: &str, source: SourceId) -> Vec<Spanned<String>> {
    top_words(text, source, Role::Main, Key::Include).unwrap_or_default()
}

/// The words behind a key at the top of a file, as far as it can be read; none if it does not give the key.
pub(super) fn top_words(text: &str, source: SourceId, role: Role, key: Key) -> Option<Vec<Spanned<String>>> {
    if !text.contains(key.name()) {
        return None;
    }
    let read = |end| FileReader::read(text, source, role, &FilePart::Keys(0..end));
    // It mostly stands near the beginning: what comes behind it need not be read.
    let head = behind_key(text, key.name()).map(read);
    let head = head.filter(|head| head.plain && giving(&head.draft, key).is_some());
    let reader = head.unwrap_or_else(|| read(text.len()));
    let words = giving(&reader.draft, key)?.many(key);
    Some(words.map(|word| word.map(str::to_owned)).collect())
}

/// The entry that gives a key at the top of a file.
fn giving<'d, 's>(draft: &'d Draft<'s>, key: Key) -> Option<&'d Entry<'s>> {
    [Some(&draft.header), draft.areas.first()].into_iter().flatten().find(|entry| entry.has(key))
}

/// Returns the offset of the next key behind a key at the top of a file.
fn behind_key(text: &str, key: &str) -> Option<usize> {
    let mut at = 0;
    let mut is_behind = false;
    for line in text.split_inclusive('\n') {
        if is_key_line(line) {
            if is_behind {
                return Some(at);
            }
            is_behind = line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A plan with so many tasks that it is read in pieces.
    fn long(head: &str, entry: &str, tail: &str) -> String {
        let mut text = format!("{head}tasks:\n");
        let mut number = 0;
        while text.len() < 12_000 {
            number += 1;
            text += &entry.replace('#', &number.to_string());
        }
        text + tail
    }

    fn both(text: &str) -> [String; 2] {
        [Threads::ONE, Threads::new(2)].map(|threads| {
            let (draft, found) = read(text, SourceId::default(), Role::Main, threads);
            format!("{draft:#?}\n{found:#?}")
        })
    }

    const HEAD: &str = "format: 1\nplan: dai\ntitle: Dài\nperiod: 2026\n";
    const ENTRY: &str =
        "  - id: NV-#\n    title: >-\n      Việc số #\n\n    lead: [a, b]\n    due: Quý I # nhớ\n";
    const TAIL: &str = "progress:\n- item: NV-1\n  date: 1/1/2026\n  state: done\n";

    #[test]
    fn pieces_say_what_the_whole_says() {
        let texts = [
            long(HEAD, ENTRY, TAIL),
            long(HEAD, "- id: NV-#\n  title: \"Việc\n    số #\"\n  text: |\n    - hai\n", TAIL),
            long("", "  - {id: NV-#, title: Việc}\n", "title: Cuối\n"),
        ];
        for text in &texts {
            assert!(in_pieces(text, SourceId::default(), Role::Main, Threads::new(2)).is_some());
            let [whole, pieces] = both(text);
            assert!(whole == pieces, "{}", &text[..300]);
        }
    }

    /// Lines that only look like an entry or a key, faults, and parts that need the whole file.
    #[test]
    fn a_file_that_cannot_be_cut_is_read_from_front_to_back() {
        let quoted = long(HEAD, "  - id: NV-#\n    title: 'Việc\n  - id: NV\nsố: #'\n", TAIL);
        let scalar = long(HEAD, ENTRY, TAIL).replacen("tasks:\n", "tasks: không\n", 1);
        let texts = [
            quoted,
            scalar,
            long(HEAD, ENTRY, "title: Lần nữa\n"),
            long(HEAD, ENTRY, "taks: []\n"),
            long(HEAD, ENTRY, "notes: [\n"),
            long(HEAD, ENTRY, TAIL).replacen("Việc số 90\n", "Việc số 90\n  \tx: [\n", 1),
            long(HEAD, ENTRY, TAIL).replacen("lead: [a, b]", "lead: *a", 1),
            long("{a: 1}\n", ENTRY, ""),
            long("    title: Thụt\n", ENTRY, ""),
        ];
        for text in &texts {
            assert!(in_pieces(text, SourceId::default(), Role::Main, Threads::new(2)).is_none());
            let [whole, pieces] = both(text);
            assert!(whole == pieces);
        }
    }

    /// However they are written, wherever they stand, whatever is wrong around them.
    #[test]
    fn includes_are_found() {
        let found = |text: &str| {
            let found = includes(text, SourceId::default());
            found.into_iter().map(|include| include.value).collect::<Vec<_>>().join(" ")
        };
        let body = "tasks:\n- id: a\n  title: x\n";
        assert_eq!(found(&format!("{HEAD}include: [a.yaml, b.yaml]\n{body}")), "a.yaml b.yaml");
        assert_eq!(found(&format!("{HEAD}include:\n- a.yaml\n\n# b\n- b.yaml\n{body}")), "a.yaml b.yaml");
        assert_eq!(found(&format!("{HEAD}{body}include: a.yaml\n")), "a.yaml");
        assert_eq!(found(&format!("{{include: [a.yaml], {}}}", "title: x")), "a.yaml");
        assert_eq!(found(&format!("includes: [a.yaml]\n{HEAD}")), "a.yaml");
        assert_eq!(
            found(&format!("note: |\n  include: [x.yaml]\ninclude: a.yaml\n{body}include: b.yaml\n")),
            "a.yaml"
        );
        assert_eq!(
            found(&format!("title: 'x\n  include: b.yaml\n  '\n{HEAD}include: a.yaml\n{body}")),
            "a.yaml"
        );
        assert_eq!(found(&format!("{HEAD}include: [a.yaml\n{body}")), "");
        assert_eq!(found(&format!("{HEAD}include:\n{body}")), "");
    }
}
