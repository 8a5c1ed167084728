use proptest::prelude::*;
use serde_yaml::Value;

use super::*;
use crate::diagnostic::EditSet;
use crate::parse::file::read;
use crate::parse::pages::Pages;
use crate::parse::reader::Role;
use crate::parse::{DraftValue, EntryStyle, Key, Outline};
use crate::span::SourceId;
use crate::threads::Threads;

/// Texts that some reader of YAML takes for something else.
const TRAPS: [&str; 61] = [
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
    "a\u{fffe}b\u{ffff}",
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
        ("2024-05", "2024-05"),
        ("2023-2024", "2023-2024"),
        ("2024-05-1", "'2024-05-1'"),
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
        (Key::Date, NewValue::Day(crate::date::Day::new(2026, 5, 4).unwrap(), DayForm::default())),
        (Key::State, NewValue::Text("started".to_owned())),
        (Key::Percent, NewValue::Number(12.5)),
        (Key::Note, NewValue::Text("một: hai".to_owned())),
    ])
}

#[test]
fn entries_are_written_in_lines_or_in_braces() {
    assert_eq!(
        example().write(EntryStyle::Block { column: 2 }, "\r\n"),
        "item: [I.1, II.2]\r\n  unit: 'no'\r\n  date: 04/05/2026\r\n  state: started\r\n  percent: 12.5\r\n  note: 'một: hai'"
    );
    assert_eq!(
        example().write(EntryStyle::Flow, "\n"),
        "{item: [I.1, II.2], unit: 'no', date: 04/05/2026, state: started, percent: 12.5, note: 'một: hai'}"
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
        assert_eq!(EntryKey::from(*key), *wanted);
        let is_same = match (value.value, expected) {
            (DraftValue::Text(text), NewValue::Text(expected)) => **text == **expected,
            (DraftValue::Text(text), NewValue::Many(all)) => all.len() == 1 && **text == *all[0],
            (DraftValue::Many(texts), NewValue::Many(all)) => {
                texts.iter().map(|text| &*text.value).eq(all.iter().map(String::as_str))
            }
            (DraftValue::Day(day), NewValue::Day(expected, _)) => day == expected,
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
            (Key::Date, NewValue::Day(crate::date::Day::new(2026, 12, 31).unwrap(), DayForm::default())),
            (Key::State, NewValue::Text("done".to_owned())),
            (Key::Evidence, NewValue::Text(by)),
            (Key::Note, NewValue::Text(note)),
        ]);
        reads(&entry, COLUMNS[usize::from(flow)]);
    }
}

/// The number of random files: `PLAN_DOCUMENTS=100000 cargo test --lib emit` takes a minute or two.
fn documents() -> u32 {
    std::env::var("PLAN_DOCUMENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(600)
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}'))
        .unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Adds an entry to a random list of a random file, and asks both readers what the file says then.
fn add(seed: u64) {
    let mut pages = Pages::new(seed);
    let text = pages.document();
    let outline = Outline::of(&text, SourceId::default()).unwrap_or_else(|| panic!("no outline of\n{text}"));
    let targets = outline.list(Key::Targets).map_or(0, |list| list.entries.len());
    let place = match pages.below(3) {
        0 if targets > 0 => {
            ListPlace::Within { list: Key::Targets, at: pages.below(targets), key: Key::Results }
        }
        1 => ListPlace::Top(Key::Changes),
        _ => ListPlace::Top(Key::Progress),
    };
    let [item, note, by] = [(); 3].map(|()| pages.word().to_owned());
    let entry = NewEntry::new([
        (Key::Item, NewValue::Text(item.clone())),
        (Key::Unit, NewValue::Many(vec!["no".to_owned(), by.clone()])),
        (Key::Note, NewValue::Text(note.clone())),
    ]);
    let count = 1 + pages.below(2);
    let entries = vec![entry; count];
    let edits = addition(&text, SourceId::default(), &outline, place, &entries);
    let edits = edits.unwrap_or_else(|| panic!("no place for an entry in\n{text}"));
    let after = EditSet::new(edits.clone()).unwrap().apply(&text).unwrap();
    assert!(is_only_addition(&text, &after, place, &entries), "{text}\nbecame\n{after}");

    let (mut old, new) = (yaml(&text), yaml(&after));
    let mut added = serde_yaml::Mapping::new();
    added.insert("item".into(), item.into());
    added.insert("unit".into(), vec!["no".to_owned(), by].into());
    added.insert("note".into(), note.into());
    if old.is_null() {
        old = Value::Mapping(serde_yaml::Mapping::new());
    }
    let (map, key) = match place {
        ListPlace::Top(key) => (&mut old, key),
        ListPlace::Within { list, at, key } => (&mut old[list.name()][at], key),
    };
    let list = map.as_mapping_mut().unwrap().entry(key.name().into()).or_insert(Value::Null);
    if list.is_null() {
        *list = Value::Sequence(Vec::new());
    }
    list.as_sequence_mut().unwrap().extend(vec![added.into(); count]);
    assert_eq!(old, new, "{text}\nbecame\n{after}");

    // Every byte that was there is there in its order, but for the sign of an empty list.
    for edit in &edits {
        let gone = &text[edit.span.start as usize..edit.span.end as usize];
        assert!(matches!(gone.trim(), "" | "[]" | "[ ]" | "~" | "null"), "{gone}");
    }
    if text.contains("\r\n") {
        assert!(!after.replace("\r\n", "").contains('\n'), "{after:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: documents(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_entry_more_is_all_that_changes(seed in 1_u64..u64::MAX) {
        add(seed);
    }
}

#[test]
fn entries_stand_where_a_person_would_have_typed_them() {
    let entries = [NewEntry::new([(Key::Item, NewValue::Text("B".to_owned()))])];
    let results = ListPlace::Within { list: Key::Targets, at: 0, key: Key::Results };
    let progress = ListPlace::Top(Key::Progress);
    for (place, text, expected) in [
        (progress, "", "progress:\n  - {item: B}\n"),
        (progress, "# a", "# a\nprogress:\n  - {item: B}\n"),
        (progress, "---\n...\n", "---\nprogress:\n  - {item: B}\n...\n"),
        (progress, "unit: a\nprogress: [] # b", "unit: a\nprogress: # b\n  - {item: B}\n"),
        (progress, "progress: ~\nchanges:\n- {item: A}\n", "progress:\n- {item: B}\nchanges:\n- {item: A}\n"),
        (progress, "changes:\n    - item: A\n", "changes:\n    - item: A\nprogress:\n    - {item: B}\n"),
        (progress, "{progress: []}\n", "{progress: [{item: B}]}\n"),
        (progress, "progress:\n- item: A\n  # b\n# c\n", "progress:\n- item: A\n  # b\n- item: B\n# c\n"),
        (results, "targets:\n- {id: A}\n", "targets:\n- {id: A, results: [{item: B}]}\n"),
        (results, "targets:\n- {id: A, results: []}\n", "targets:\n- {id: A, results: [{item: B}]}\n"),
        (
            results,
            "targets:\n- {id: A, results: ~, note: x}\n",
            "targets:\n- {id: A, results: [{item: B}], note: x}\n",
        ),
        (
            results,
            "targets:\n  - id: A # a\n    # b\n",
            "targets:\n  - id: A # a\n    results:\n      - {item: B}\n    # b\n",
        ),
        (
            results,
            "targets:\n  - id: A\n    results: [] # b\n",
            "targets:\n  - id: A\n    results: # b\n      - {item: B}\n",
        ),
    ] {
        let outline =
            Outline::of(text, SourceId::default()).unwrap_or_else(|| panic!("no outline of {text}"));
        let edits = addition(text, SourceId::default(), &outline, place, &entries);
        let edits = edits.unwrap_or_else(|| panic!("no place in {text}: {outline:?}"));
        let after = EditSet::new(edits).unwrap().apply(text).unwrap();
        assert_eq!(after, expected);
        assert!(is_only_addition(text, &after, place, &entries), "{after}");
        assert!(!is_only_addition(text, &(after.clone() + "# x\n"), place, &entries), "{after}");
        assert!(!is_only_addition(text, &after.replace('B', "C"), place, &entries), "{after}");
    }
    for (place, text) in [
        (progress, "{unit: a}\n"),
        (progress, "progress: a\n"),
        (progress, "progress: {a: 1}\n"),
        (results, "targets: []\n"),
        (results, "targets:\n- A\n"),
        (results, "progress:\n- {item: A}\n"),
    ] {
        let outline = Outline::of(text, SourceId::default()).unwrap();
        assert_eq!(addition(text, SourceId::default(), &outline, place, &entries), None, "{text}");
    }
}

#[test]
fn a_deadline_with_its_meaning_is_written_in_braces() {
    let due = NewValue::Entry(NewEntry::new([
        (Key::Text, NewValue::Text("Trước kỳ họp, nếu có: giữa năm".into())),
        (Key::Means, NewValue::Text("5/7/2026".into())),
    ]));
    let entry = NewEntry::new([(Key::Id, NewValue::Text("A".into())), (Key::Due, due)]);
    assert_eq!(
        entry.write(EntryStyle::Block { column: 4 }, "\n"),
        "id: A\n    due: {text: 'Trước kỳ họp, nếu có: giữa năm', means: 5/7/2026}"
    );
    let text = format!("tasks:\n  - {}\n", entry.write(EntryStyle::Block { column: 4 }, "\n"));
    let place = ListPlace::Top(Key::Tasks);
    assert!(is_only_addition("tasks: []\n", &text, place, std::slice::from_ref(&entry)));
}
