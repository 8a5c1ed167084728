use proptest::prelude::*;
use serde_yaml::Value;

use super::*;
use crate::parse::file::read;
use crate::parse::reader::Role;
use crate::parse::{DraftValue, EntryStyle, Key};
use crate::span::SourceId;
use crate::threads::Threads;

/// Texts that some reader of YAML takes for something else.
const TRAPS: [&str; 60] = [
    "",
    " ",
    "no",
    "No",
    "yes",
    "y",
    "on",
    "true",
    "null",
    "~",
    "012",
    "1.10",
    "1_000",
    "0x1f",
    "0b1",
    "1e3",
    ".5",
    "-1",
    "+1",
    "2024-05-15",
    "2024-05-15 10:00",
    "12:30",
    "1:2:3",
    "a: b",
    "a:",
    "a #b",
    "a# b",
    "# a",
    "- a",
    "-",
    "? a",
    "?",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "|",
    ">",
    "[a",
    "{a",
    "]",
    "}",
    "a, b",
    "'a'",
    "\"a\"",
    "it's",
    " a",
    "a ",
    "a\tb",
    "a\nb",
    "a\n\n  b\n",
    "a\r\nb",
    "k\u{2028}l",
    "\u{feff}a",
    "a\u{85}b",
    "\u{1b}[1m",
    "---",
    "<<",
];

const COLUMNS: [EntryStyle; 2] = [EntryStyle::Block { column: 4 }, EntryStyle::Flow];

fn in_context(text: &str, context: ScalarContext) -> String {
    let scalar = scalar(text, context);
    assert!(!scalar.contains('\n'), "{scalar}");
    match context {
        ScalarContext::Block => format!("a:\n- note: {scalar}\n  by: x\n"),
        ScalarContext::Flow => format!("a: [{{note: {scalar}, by: x}}]\n"),
    }
}

fn holds(text: &str) {
    for context in [ScalarContext::Block, ScalarContext::Flow] {
        let yaml = in_context(text, context);
        let value: Value = serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{error}\n{yaml}"));
        assert_eq!(value["a"][0]["note"], Value::String(text.to_owned()), "{yaml}");
    }
}

#[test]
fn texts_with_a_second_meaning_are_quoted() {
    for text in TRAPS {
        holds(text);
        let written = scalar(text, ScalarContext::Flow);
        let is_free = matches!(text, "a# b" | "it's");
        assert_eq!(written == text, is_free, "{text:?}: {written}");
    }
    for (text, written) in [
        ("Báo cáo số 07/BC-PHH ngày 17/3/2025", "Báo cáo số 07/BC-PHH ngày 17/3/2025"),
        ("15/5/2024", "15/5/2024"),
        ("trước ngày 15/5", "trước ngày 15/5"),
        ("11 trường", "11 trường"),
        ("PL2-02", "PL2-02"),
        ("98,5%", "'98,5%'"),
        ("2024", "'2024'"),
        (">= 65%", "'>= 65%'"),
        ("it's: a", "'it''s: a'"),
        ("hai\ndòng", "\"hai\\ndòng\""),
        ("\u{1b}\"\u{e0041}", "\"\\u001b\\\"\\U000e0041\""),
    ] {
        assert_eq!(scalar(text, ScalarContext::Flow), written);
    }
    assert_eq!(scalar("98,5%", ScalarContext::Block), "98,5%");
}

fn example() -> NewEntry {
    NewEntry::new([
        (Key::Item, NewValue::Many(vec!["I.1".to_owned(), "II.2".to_owned()])),
        (Key::Unit, NewValue::Many(vec!["no".to_owned()])),
        (Key::Date, NewValue::Day(crate::date::Day::new(2026, 5, 4).unwrap())),
        (Key::State, NewValue::Text("started".to_owned())),
        (Key::Percent, NewValue::Number(12.5)),
        (Key::Note, NewValue::Text("một: hai".to_owned())),
    ])
}

#[test]
fn entries_are_written_in_lines_or_in_braces() {
    assert_eq!(
        example().write(EntryStyle::Block { column: 2 }, "\r\n"),
        "item: [I.1, II.2]\r\n  unit: 'no'\r\n  date: 4/5/2026\r\n  state: started\r\n  percent: 12.5\r\n  note: 'một: hai'"
    );
    assert_eq!(
        example().write(EntryStyle::Flow, "\n"),
        "{item: [I.1, II.2], unit: 'no', date: 4/5/2026, state: started, percent: 12.5, note: 'một: hai'}"
    );
}

/// Asserts that a file of one written report is read as the values that were written.
fn reads(entry: &NewEntry, style: EntryStyle) {
    let yaml = format!("progress:\n  - {}\n", entry.write(style, "\n"));
    let (draft, found) = read(&yaml, SourceId::default(), Role::Lists, Threads::ONE);
    assert!(found.is_empty(), "{yaml}\n{found:?}");
    let [written] = draft.list(Key::Progress) else { panic!("{yaml}") };
    let values: Vec<_> = written.values().collect();
    assert_eq!(values.len(), entry.values().len(), "{yaml}");
    for ((key, value), (wanted, expected)) in values.iter().zip(entry.values()) {
        assert_eq!(key, wanted);
        let is_same = match (value.value, expected) {
            (DraftValue::Text(text), NewValue::Text(expected)) => **text == **expected,
            (DraftValue::Text(text), NewValue::Many(all)) => all.len() == 1 && **text == *all[0],
            (DraftValue::Many(texts), NewValue::Many(all)) => {
                texts.iter().map(|text| &*text.value).eq(all.iter().map(String::as_str))
            }
            (DraftValue::Day(day), NewValue::Day(expected)) => day == expected,
            (DraftValue::Number(number), NewValue::Number(expected)) => number.total_cmp(expected).is_eq(),
            _ => false,
        };
        assert!(is_same, "{key}: {value:?} is not {expected:?}\n{yaml}");
    }
}

#[test]
fn the_reader_finds_what_was_written() {
    for style in COLUMNS {
        reads(&example(), style);
    }
}

/// Texts of characters that mean something to YAML.
fn texts() -> impl Strategy<Value = String> {
    let characters = prop::sample::select(vec![
        'a', 'đ', '1', '0', ' ', ' ', ':', '#', '-', '?', ',', '[', ']', '{', '}', '\'', '"', '\\', '&', '*',
        '!', '|', '>', '%', '@', '`', '\n', '\t', '.', '/', '~', '=', '<', '\u{2028}', '\u{feff}', '😀',
        '\0', '\u{301}',
    ]);
    prop::collection::vec(characters, 0..12).prop_map(|characters| characters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn another_reader_finds_every_text(text in texts()) {
        holds(&text);
    }

    #[test]
    fn our_reader_finds_every_text(note in texts(), by in texts(), flow in any::<bool>()) {
        prop_assume!(!note.trim().is_empty() && !by.trim().is_empty());
        let entry = NewEntry::new([
            (Key::Item, NewValue::Many(vec![by.clone(), note.clone()])),
            (Key::Date, NewValue::Day(crate::date::Day::new(2026, 12, 31).unwrap())),
            (Key::State, NewValue::Text("done".to_owned())),
            (Key::Evidence, NewValue::Text(by)),
            (Key::Note, NewValue::Text(note)),
        ]);
        reads(&entry, COLUMNS[usize::from(flow)]);
    }
}
