//! Files and mutated texts, read by plain lines and by the parser.

use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::comparison::{agree, plain};
use crate::parse::pages::Pages;

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            files.push(path);
        }
    }
}

/// The plans of the repository are of the subset, whatever ends their lines.
#[test]
fn every_plan_of_the_repository_is_plain() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["plans", "examples"] {
        files_below(&root.join(folder), &mut files);
    }
    assert!(files.len() > 20);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(agree(&text), "{}", file.display());
        assert!(agree(&text.replace('\n', "\r\n")), "{}", file.display());
    }
}

#[test]
fn wrong_files_are_never_read_otherwise() {
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"), &mut files);
    let plain =
        files.iter().filter_map(|file| std::fs::read_to_string(file).ok()).filter(|text| agree(text)).count();
    assert!(plain * 10 > files.len() * 8, "{plain} of {}", files.len());
}

#[test]
fn what_people_type_is_plain_or_left_to_the_parser() {
    let is_plain = [
        "a: 1\n",
        "a: 1",
        "a:\n- b\n- c\nd: e\n",
        "a:\n  - b: c\n    d:\n    - e\n  - f: g\n",
        "- a: b\n- c\n",
        "a: {b: c, d: [e, 'f ''g''', \"h\"]}  # i\n",
        "a: [b,\n  c,\n\n  d]\n",
        "a: >-\n  b\n\n  c\nd: |\n  e\n    f\n\n# g\nh:\n",
        "a: b#c # d\ne: http://f:1\n",
        "a:\n  b c\n",
        "a: |\n  b",
        "  - a: b\n  - c: d\n",
    ];
    for text in is_plain {
        assert!(agree(text), "{text:?}");
        assert!(agree(&text.replace('\n', "\r\n")), "{text:?}");
    }
    let is_not = [
        "",
        "# a\n",
        "---\na: 1\n",
        "a: 1\n...\n",
        "a: b\n  c\n",
        "a: \"b\\n\"\n",
        "a: \"b\n  c\"\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "? a\n: b\n",
        "a\tb: c\n",
        "a: b: c\n",
        "á: b\n",
        "- - a\n",
        "-\n  a: b\n",
        "a: |+\n  b\n",
        "a: |2\n  b\n",
        "a: [b, ]\n",
        "a: b\rc: d\n",
        "\u{feff}a: b\n",
        "<<<<<<< a\n",
    ];
    for text in is_not {
        assert!(plain(text).is_none(), "{text:?}");
    }
}

/// Changes of a few characters, each of which means something in YAML.
fn mutated(text: &str, edits: &[(usize, usize)]) -> String {
    const SIGNS: [&str; 26] = [
        "", " ", "\n", "\r\n", "- ", ": ", ":", " #", "#", "'", "\"", "[", "]", "{", "}", ",", "|", ">-\n",
        "  ", "\n\n", "...", "---", "?", "a", "ă", "\n  - ",
    ];
    let mut text = text.to_owned();
    for (at, sign) in edits {
        let start = text.floor_char_boundary(at % (text.len() + 1));
        let end = text.ceil_char_boundary((start + at % 3).min(text.len()));
        text.replace_range(start..end, SIGNS[sign % SIGNS.len()]);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_of_plain_lines_have_the_events_of_the_parser(
        seed in any::<u64>(),
        edits in prop::collection::vec((0usize..4000, 0usize..26), 0..6),
    ) {
        agree(&mutated(&Pages::new(seed).document(), &edits));
    }
}
