use std::fmt::Write;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_yaml::Value;

use super::*;
use crate::diagnostic::EditSet;
use crate::parse::emit::{NewEntry, NewValue, insertion};
use crate::parse::key::Key;
use crate::span::{SourceId, Span};

fn slice(text: &str, span: Span) -> &str {
    &text[span.start as usize..span.end as usize]
}

fn value(text: &str) -> Value {
    let text = text.trim_start_matches('\u{feff}');
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Holds the outline of a text to what another reader of YAML finds in it.
fn hold(text: &str) -> Outline {
    let outline = Outline::of(text, SourceId::default()).unwrap_or_else(|| panic!("no outline of\n{text}"));
    let whole = value(text);
    for key in &outline.keys {
        let name = slice(text, key.key_span).trim_matches('"');
        let expected = &whole[name];
        let Some(list) = &key.list else { continue };
        let expected = expected.as_sequence().unwrap();
        assert_eq!(list.entries.len(), expected.len(), "{name} of\n{text}");
        for (entry, expected) in list.entries.iter().zip(expected) {
            let own = slice(text, entry.span);
            let alone = match list.style {
                ListStyle::Block { dash } => {
                    assert!(own.starts_with('-'), "{own}");
                    value(&format!("{}{own}\n", " ".repeat(dash)))[0].clone()
                }
                ListStyle::Flow { .. } => value(own),
            };
            assert_eq!(alone, *expected, "{own}\nof\n{text}");
            if let EntryStyle::Block { column } = entry.style {
                let start = entry.content.start as usize;
                assert_eq!(start - text[..start].rfind('\n').map_or(0, |at| at + 1), column);
            }
            let comments = entry.comments.iter().map(|comment| comment.span);
            assert!(comments.clone().all(|comment| slice(text, comment).starts_with('#')));
        }
    }
    outline
}

fn files(folder: &Path, all: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            all.push(path);
        }
    }
}

#[test]
fn the_outline_of_every_file_of_the_repository_is_right() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for folder in ["plans", "examples"] {
        files(&root.join(folder), &mut all);
    }
    assert!(all.len() > 20, "{}", all.len());
    let mut entries = 0;
    for path in all {
        let text = fs::read_to_string(&path).unwrap();
        let outline = hold(&text);
        entries += outline
            .keys
            .iter()
            .filter_map(|key| key.list.as_ref())
            .map(|list| list.entries.len())
            .sum::<usize>();
        let comments = outline.keys.iter().filter_map(|key| key.list.as_ref()).flat_map(|list| &list.entries);
        let owned: usize = comments.map(|entry| entry.comments.len()).sum();
        let all = crate::parse::yaml::comments(&text).len();
        assert_eq!(owned + outline.comments.len(), all, "{}", path.display());
    }
    assert!(entries > 300, "{entries}");
}

#[test]
fn comments_belong_to_the_entries_beside_them() {
    let text = "\
# đầu tệp

tasks: # mở
  # trên a
  # trên a
  - id: a # trong a
    title: một # sau a
    # còn của a

  # một mình

  # trên b
  - {id: b} # sau b
# cuối
goals: [
  {id: g}, # sau g
  # trên h
  {id: h}
]
";
    let outline = hold(text);
    let shown = |list: Key| -> Vec<String> {
        let entries = &outline.list(list).unwrap().entries;
        entries
            .iter()
            .map(|entry| {
                let comments = entry.comments.iter();
                let comments =
                    comments.map(|comment| format!("{:?} {}", comment.place, slice(text, comment.span)));
                comments.collect::<Vec<_>>().join("; ")
            })
            .collect()
    };
    assert_eq!(
        shown(Key::Tasks),
        [
            "Before # trên a; Before # trên a; Inside # trong a; Behind # sau a; Behind # còn của a",
            "Before # trên b; Behind # sau b"
        ]
    );
    assert_eq!(shown(Key::Goals), ["Behind # sau g", "Before # trên h"]);
    let free: Vec<&str> = outline.comments.iter().map(|comment| slice(text, *comment)).collect();
    assert_eq!(free, ["# đầu tệp", "# mở", "# một mình", "# cuối"]);
    let first = &outline.list(Key::Tasks).unwrap().entries[0];
    assert!(
        slice(text, first.whole()).starts_with("# trên a")
            && slice(text, first.whole()).ends_with("# còn của a")
    );
}

#[test]
fn the_ends_of_a_file_are_told() {
    let outline = Outline::of("\u{feff}format: 1\r\nplan: a", SourceId::default()).unwrap();
    assert!(outline.has_bom && !outline.ends_with_break);
    assert_eq!((outline.line_break, outline.end), ("\r\n", Some("\u{feff}format: 1\r\nplan: a".len())));
    assert_eq!(outline.key(Key::Plan).map(|key| key.list.is_some()), Some(false));
    for (text, end) in
        [("", 0), ("# a\n", 4), ("a: 1\n\n# b\n...\n", 10), ("---\na:\n", 7), ("a: |+\n  b\n\n", 11)]
    {
        assert_eq!(Outline::of(text, SourceId::default()).unwrap().end, Some(end), "{text:?}");
    }
    assert_eq!(Outline::of("{a: 1}\n", SourceId::default()).unwrap().end, None);
    for wrong in ["a: [", "- a\n", "a: 1\n---\nb: 2\n"] {
        assert_eq!(Outline::of(wrong, SourceId::default()), None, "{wrong}");
    }
}

/// A generator of documents, from a seed.
struct Pages(u64);

const WORDS: [&str; 14] = [
    "PL2-02",
    "23/1/2026",
    "done",
    "\"a: b\"",
    "'x # y'",
    "\"- z\"",
    "\"dấu, phẩy\"",
    "\"'nháy'\"",
    "'012'",
    "\"hai\\ndòng\"",
    "Báo cáo số 07/BC-PHH",
    "\"]\"",
    "\"}\"",
    "😀",
];

impl Pages {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn is_one_of(&mut self, most: u64) -> bool {
        self.below(most) == 0
    }

    fn word(&mut self) -> &'static str {
        WORDS[usize::try_from(self.below(14)).unwrap()]
    }

    fn flow(&mut self) -> String {
        let (item, date, state) = (self.word(), self.word(), self.word());
        let gap = if self.is_one_of(4) { "\n        " } else { " " };
        format!("{{item: {item}, date: {date},{gap}state: {state}}}")
    }

    fn block(&mut self, column: usize) -> String {
        let indent = " ".repeat(column);
        let (item, date, state) = (self.word(), self.word(), self.word());
        let mut text = format!("item: {item}\n{indent}date: {date}");
        if self.is_one_of(4) {
            text += " # ở giữa";
        }
        if self.is_one_of(5) {
            write!(text, "\n{indent}# riêng một dòng").unwrap();
        }
        write!(text, "\n{indent}state: {state}").unwrap();
        let note = match self.below(7) {
            0 => format!("\n{indent}note: |\n{indent}  một\n{indent}  - hai # ba"),
            1 => format!("\n{indent}note: >-\n{indent}  một\n\n{indent}  hai"),
            2 => format!("\n{indent}note:"),
            3 => format!("\n{indent}note: [a,\n{indent}  b]"),
            4 => format!("\n{indent}unit:\n{indent}- a\n{indent}- b"),
            _ => String::new(),
        };
        text + &note
    }

    fn list(&mut self, text: &mut String) {
        match self.below(5) {
            0 => {
                let entries: Vec<String> = (0..=self.below(3)).map(|_| self.flow()).collect();
                writeln!(text, "progress: [{}]", entries.join(", ")).unwrap();
            }
            1 => {
                *text += "progress: [\n";
                let count = self.below(3);
                for nth in 0..=count {
                    if self.is_one_of(3) {
                        *text += "  # trên\n";
                    }
                    let comma = if nth < count || self.is_one_of(2) { "," } else { "" };
                    let comment = if self.is_one_of(3) { " # sau, nhé" } else { "" };
                    writeln!(text, "  {}{comma}{comment}", self.flow()).unwrap();
                }
                *text += "]\n";
            }
            _ => {
                let dash = [0, 2, 4][usize::try_from(self.below(3)).unwrap()];
                let gap = if self.is_one_of(4) { 3 } else { 1 };
                let indent = " ".repeat(dash);
                *text += if self.is_one_of(4) { "progress: # mở\n" } else { "progress:\n" };
                for _ in 0..=self.below(4) {
                    if self.is_one_of(4) {
                        writeln!(text, "{indent}# trên").unwrap();
                    }
                    let entry = if self.is_one_of(2) { self.flow() } else { self.block(dash + 1 + gap) };
                    write!(text, "{indent}-{}{entry}", " ".repeat(gap)).unwrap();
                    *text += if self.is_one_of(4) && !entry.ends_with("ba") && !entry.ends_with("hai") {
                        "  # sau\n"
                    } else {
                        "\n"
                    };
                    if self.is_one_of(6) {
                        *text += "\n";
                    }
                    if self.is_one_of(6) {
                        writeln!(text, "{indent}  # thuộc mục trên").unwrap();
                    }
                }
                if self.is_one_of(5) {
                    *text += "# hết\n";
                }
            }
        }
    }

    fn document(&mut self) -> String {
        let mut text = String::new();
        if self.is_one_of(4) {
            text += "# đầu tệp\n";
        }
        if self.is_one_of(6) {
            text += "---\n";
        }
        if self.is_one_of(2) {
            text += "unit: phuong-a\n";
        }
        self.list(&mut text);
        if self.is_one_of(3) {
            text += "changes:\n  - {item: A, date: 1/1/2025, dropped: true}\n";
        }
        if self.is_one_of(8) {
            text += "...\n";
        }
        // Without its line break the last line of a block scalar would be another text.
        if self.is_one_of(6) && !text.contains("note: |") {
            text.truncate(text.trim_end().len());
        }
        if self.is_one_of(4) {
            text = text.replace('\n', "\r\n");
        }
        text
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Each entry stands where the outline says; a further one at the end of its list leaves the others alone.
    #[test]
    fn entries_are_found_and_added(seed in 1_u64..u64::MAX) {
        let text = Pages(seed).document();
        let outline = hold(&text);
        let list = outline.list(Key::Progress).unwrap();
        let entry = NewEntry::new([
            (Key::Item, NewValue::Text("mới: 1".to_owned())),
            (Key::Unit, NewValue::Many(vec!["no".to_owned(), "a, b".to_owned()])),
            (Key::Note, NewValue::Text("hai\ndòng".to_owned())),
        ]);
        let edits = insertion(&text, SourceId::default(), &outline, list, &entry);
        let after = EditSet::new(edits).unwrap().apply(&text).unwrap();
        let (mut old, new) = (value(&text), value(&after));
        let added = value("{item: 'mới: 1', unit: ['no', 'a, b'], note: \"hai\\ndòng\"}");
        old["progress"].as_sequence_mut().unwrap().push(added);
        prop_assert_eq!(old, new, "{}\nbecame\n{}", &text, &after);
        let again = hold(&after);
        let before = list.entries.iter().map(|entry| slice(&text, entry.span));
        let kept = again.list(Key::Progress).unwrap();
        for (before, after_entry) in before.zip(&kept.entries) {
            prop_assert_eq!(before, slice(&after, after_entry.span));
        }
        prop_assert_eq!(kept.style, list.style);
        let comments = |outline: &Outline| -> usize {
            let lists = outline.keys.iter().filter_map(|key| key.list.as_ref());
            let owned: usize = lists.flat_map(|list| &list.entries).map(|entry| entry.comments.len()).sum();
            owned + outline.comments.len()
        };
        prop_assert_eq!(comments(&outline), comments(&again));
    }
}
