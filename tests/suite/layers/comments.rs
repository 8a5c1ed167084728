//! The English of comments, as far as a test can read it (docs/style.md, English).

use std::fs;
use std::path::PathBuf;

use crate::support::program::root;

/// The words that begin a clause where a noun phrase or a verb belongs.
const CLAUSES: &[&str] =
    &["What", "Whether", "Where", "Who", "Whose", "Why", "How", "So many", "So much", "As many", "As much"];

/// The sentences of the comments of a file, each with the number of the line in which its paragraph begins.
fn sentences(text: &str) -> Vec<(usize, String)> {
    let mut paragraphs: Vec<(usize, String)> = Vec::new();
    let mut marker_before = "";
    for (at, line) in text.lines().enumerate() {
        let line = line.trim_start();
        let marker = ["///", "//!", "//"].into_iter().find(|marker| line.starts_with(marker)).unwrap_or("");
        let words = line[marker.len()..].trim_start_matches(['*', '-', ' ']);
        let goes_on = marker == marker_before
            && line[marker.len()..].starts_with(' ')
            && words.len() + 1 == line[marker.len()..].len();
        marker_before = if words.is_empty() { "" } else { marker };
        if marker.is_empty() || words.is_empty() {
            continue;
        }
        match paragraphs.last_mut() {
            Some((_, paragraph)) if goes_on => {
                paragraph.push(' ');
                paragraph.push_str(words);
            }
            _ => paragraphs.push((at + 1, words.to_owned())),
        }
    }
    let split = |(line, paragraph): (usize, String)| {
        let all: Vec<_> = paragraph.split(". ").map(|sentence| (line, sentence.to_owned())).collect();
        all
    };
    paragraphs.into_iter().flat_map(split).collect()
}

fn begins_with_a_clause(sentence: &str) -> bool {
    CLAUSES.iter().any(|clause| {
        sentence.strip_prefix(clause).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

#[test]
fn no_sentence_of_a_comment_begins_with_a_clause() {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in ["src", "tests/suite", "benches", "fuzz/fuzz_targets"] {
        files.extend(super::source::files(&root().join(folder)));
    }
    assert!(files.len() > 300, "only {} files", files.len());
    let mut wrong = Vec::new();
    for file in files {
        for (line, sentence) in sentences(&fs::read_to_string(&file).unwrap()) {
            if begins_with_a_clause(&sentence) {
                wrong.push(format!("{}:{line}: {sentence}", file.strip_prefix(root()).unwrap().display()));
            }
        }
    }
    assert!(wrong.is_empty(), "docs/style.md, English:\n{}", wrong.join("\n"));
}

#[test]
fn sentences_are_read_across_lines() {
    let text = "//! A file. Whether\n//! it ends.\n\n/// One\n/// two.\n///\n/// * What\nfn f() {} // So many\n    // How\n";
    let read = sentences(text);
    let read: Vec<(usize, &str)> = read.iter().map(|(line, sentence)| (*line, sentence.as_str())).collect();
    assert_eq!(read, [(1, "A file"), (1, "Whether it ends."), (4, "One two."), (7, "What"), (9, "How")]);
    assert!(begins_with_a_clause("So many: three") && !begins_with_a_clause("Whatever"));
}

#[test]
fn no_heading_of_a_document_begins_with_a_clause() {
    let mut names = vec!["README.md".to_owned(), "CONTRIBUTING.md".to_owned()];
    names.extend(["tests/README.md", "tests/MUTANTS.md", "benches/README.md"].map(str::to_owned));
    names.extend(crate::docs::documents());
    let mut headings = 0;
    for name in names {
        let mut is_code = false;
        for line in fs::read_to_string(root().join(&name)).unwrap().lines() {
            is_code ^= line.starts_with("```");
            if let Some(heading) = line.strip_prefix('#').filter(|_| !is_code) {
                headings += 1;
                let heading = heading.trim_start_matches('#').trim_start();
                assert!(!begins_with_a_clause(heading), "{name}: {heading}");
            }
        }
    }
    assert!(headings > 100, "{headings} headings");
}
