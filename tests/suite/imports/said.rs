//! The words of a document, read from its bytes without the readers of the program, against those of its import.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use plan::date::Day;
use plan::deadline::{Deadline, DeadlineContext, DeadlineKind, parse, resolve};
use plan::import::{Imported, letters};
use plan::parse::Key;

use super::figures::Compared;

/// The words of a document, a line for each paragraph or cell.
pub(super) fn text_of(name: &str, bytes: &[u8]) -> String {
    match name.rsplit_once('.') {
        Some((_, "docx")) => {
            ["word/document.xml", "word/footnotes.xml"].map(|part| words_of(bytes, part)).join("\n")
        }
        Some((_, "xlsx")) => cells_of(bytes),
        _ => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

fn words_of(bytes: &[u8], part: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    let Ok(mut file) = archive.by_name(part) else { return xml };
    file.read_to_string(&mut xml).unwrap();
    let xml = xml.replace("</w:p>", "\n");
    let text: String =
        xml.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn cells_of(bytes: &[u8]) -> String {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut lines = Vec::new();
    for (_, range) in book.worksheets() {
        for cell in range.cells().map(|(_, _, cell)| cell).filter(|cell| **cell != Data::Empty) {
            lines.push(match cell {
                #[allow(clippy::cast_possible_truncation, reason = "a count of days")]
                Data::DateTime(time) => {
                    let day = Day::new(2000, 1, 1).unwrap().plus(time.as_f64() as i64 - 36_526).unwrap();
                    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
                }
                cell => cell.to_string(),
            });
        }
    }
    lines.join("\n")
}

/// The deadlines of a plan, with the entries and keys that have them.
pub(super) fn deadlines(plan: &Compared) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for list in [Key::Sections, Key::Tasks, Key::Schedule, Key::Targets] {
        for entry in plan.entries(list) {
            let id = entry.words(Key::Id);
            let defaults = entry.map(Key::Defaults).map(|defaults| defaults.words(Key::Due));
            let horizons = entry.list(Key::Horizons).iter().map(|horizon| horizon.words(Key::Due));
            let all = std::iter::once(entry.words(Key::Due)).chain(defaults).chain(horizons);
            found.extend(all.filter(|due| !due.is_empty()).map(|due| (id.clone(), due)));
        }
    }
    found
}

/// The days of words in a plan; none if they are no deadline in it.
pub(super) fn resolved(plan: &Compared, words: &str) -> Option<Deadline> {
    let (period, calendar) = plan.period();
    resolve(&parse(words).ok()?, &DeadlineContext::new(&period, &calendar)).ok()
}

/// A text on one line, without the spaces at which a reader of PDF breaks numbers.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    ["/", "-"]
        .iter()
        .fold(line, |line, sign| line.replace(&format!("{sign} "), sign).replace(&format!(" {sign}"), sign))
}

/// Words that go on saying when.
fn goes_on(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', ',', ';', '(']);
    let behind = ["của ", "hoặc ", "và ", "đến "]
        .iter()
        .find_map(|joint| behind.strip_prefix(joint))
        .unwrap_or(behind);
    let rest = ["năm ", "tháng ", "ngày ", "quý "].iter().find_map(|word| behind.strip_prefix(word));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || ["âm lịch", "hằng năm", "hàng năm", "hằng tháng", "năm sau"]
            .iter()
            .any(|word| behind.starts_with(word))
}

/// Every deadline is words of the document, cut at the ends of words and of times, and its years are of these words or
/// of the plan's period, which the document or `told` names.
pub(super) fn assert_days_are_said(imported: &Imported, document: &str, told: &str) {
    let plan = Compared::of(imported);
    let text = one_line(document);
    let period = plan.header(Key::Period);
    for (id, due) in deadlines(&plan) {
        let words = one_line(&due);
        let is_said = text.match_indices(&words).any(|(at, _)| {
            let (before, behind) = (&text[..at], &text[at + words.len()..]);
            let is_part = |c: char| c.is_alphanumeric() || c == '/';
            !before.ends_with(is_part) && !behind.starts_with(is_part) && !goes_on(behind)
        });
        assert!(is_said, "{id}: “{due}” is not what the document says");
        let deadline = resolved(&plan, &due).unwrap();
        for day in deadline.occurrences.iter().flat_map(|one| std::iter::once(one.due).chain(one.from)) {
            let year = day.year().to_string();
            let is_of_period = period.contains(&year) && (document.contains(&year) || told.contains(&year));
            // The report on a span that is over is due in the next one.
            let is_of_span = deadline.kind == DeadlineKind::Recurring;
            assert!(
                due.contains(&year) || is_of_period || is_of_span,
                "{id}: “{due}” is said to be in {year}"
            );
        }
    }
}

/// Every part of a line or cell is in the files: between the signs at which an import cuts, or a name of a unit.
pub(super) fn assert_words_are_kept(imported: &Imported, document: &str) {
    let files: String = imported.files.iter().map(|file| letters(&file.text)).collect();
    let cuts = [';', '|', '\t', '.', ':', '(', ')'];
    // Words that say a role or repeat a row, and numbers, have become keys, values and ids.
    let roles = ["nt", "như trên", "chủ trì", "x", "Nơi nhận"];
    for part in document.lines().flat_map(|line| line.split(cuts)).map(str::trim) {
        let is_read = roles.contains(&part) || !part.contains(char::is_alphabetic);
        let is_kept = |part: &str| files.contains(&letters(part));
        let is_list = || part.split([',', '/']).all(is_kept);
        assert!(is_read || is_kept(part) || is_list(), "“{part}” is lost");
    }
}

/// Every value of a plan is in one piece in the document.
pub(super) fn foreign(imported: &Imported, document: &str) -> Vec<String> {
    let plan = Compared::of(imported);
    let document = letters(document);
    let mut foreign = Vec::new();
    for list in [Key::Sections, Key::Tasks, Key::Schedule, Key::Targets, Key::Goals, Key::Units] {
        for entry in plan.entries(list) {
            for key in [Key::Title, Key::Text, Key::Due, Key::Output, Key::Name] {
                let words = entry.words(key);
                // An annex without a title has its number.
                let is_number = list == Key::Sections && words.starts_with("Phụ lục ");
                if !is_number && !document.contains(&letters(&words)) {
                    foreign.push(format!("{list} {key}: {words}"));
                }
            }
        }
    }
    foreign
}
