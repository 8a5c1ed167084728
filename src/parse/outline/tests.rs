use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_yaml::Value;

use super::*;
use crate::parse::key::Key;
use crate::parse::pages::Pages;
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each entry stands where the outline says, and its keys where its layout says.
    #[test]
    fn entries_and_their_keys_are_found(seed in 1_u64..u64::MAX) {
        let text = Pages::new(seed).document();
        let outline = hold(&text);
        for list in outline.keys.iter().filter_map(|key| key.list.as_ref()) {
            for at in 0..list.entries.len() {
                let layout = list.layout(&text, at).unwrap();
                prop_assert_eq!(layout.style, list.entries[at].style);
                hold_keys(&text, list, at, &layout);
            }
        }
    }
}

/// The value of an entry alone, as another reader finds it.
fn entry_value(text: &str, entry: &EntryOutline) -> Value {
    let column = match entry.style {
        EntryStyle::Block { column } => column,
        EntryStyle::Flow => 0,
    };
    value(&(" ".repeat(column) + slice(text, entry.content) + "\n"))
}

/// Holds the layout of an entry to what another reader finds in it.
fn hold_keys(text: &str, list: &ListOutline, at: usize, layout: &EntryLayout) {
    let entry = &list.entries[at];
    let whole = entry_value(text, entry);
    for key in &layout.keys {
        let expected = &whole[slice(text, key.key_span).trim_matches('"')];
        assert!(layout.end >= key.value_span.end as usize, "{text}");
        let Some(list) = &key.list else { continue };
        let expected = expected.as_sequence().unwrap();
        assert_eq!(list.entries.len(), expected.len(), "{text}");
        for (entry, expected) in list.entries.iter().zip(expected) {
            assert_eq!(entry_value(text, entry), *expected, "{text}");
        }
    }
}

#[test]
fn the_keys_of_an_entry_stand_in_the_file() {
    let text = "\u{feff}# Phụ lục 01\r\ntargets:\r\n- id: CT-01\r\n  results: # sau\r\n  - {date: 1/1/2026, value: đạt} # một\r\n    # còn\r\n  # riêng\r\n- {id: CT-02, results: [{value: 5}, {value: 6}]}\r\n- [CT-03]\r\n";
    let outline = Outline::of(text, SourceId::default()).unwrap();
    let targets = outline.list(Key::Targets).unwrap();
    let first = targets.layout(text, 0).unwrap();
    let results = first.key(Key::Results).unwrap();
    assert_eq!(slice(text, results.key_span), "results");
    let list = results.list.as_ref().unwrap();
    assert_eq!(slice(text, list.entries[0].content), "{date: 1/1/2026, value: đạt}");
    assert!(text[list.end..].starts_with("  # riêng"), "{}", &text[list.end..]);
    assert_eq!(first.end, list.end);
    let second = targets.layout(text, 1).unwrap();
    assert_eq!(second.style, EntryStyle::Flow);
    let list = second.key(Key::Results).unwrap().list.as_ref().unwrap();
    assert_eq!(slice(text, list.entries[1].span), "{value: 6}");
    assert!(text[list.end..].starts_with("]}") && text[second.end..].starts_with("}\r"));
    assert_eq!((targets.layout(text, 2), targets.layout(text, 3)), (None, None));
}
