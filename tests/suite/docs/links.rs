//! Links between documents, and the documents and sections that the source cites.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{documents, read};
use crate::support::program::root;

/// The headings of a document, without backquotes.
fn headings(document: &str) -> BTreeSet<String> {
    let heading =
        |line: &str| line.strip_prefix('#').map(|rest| rest.trim_start_matches('#').trim().replace('`', ""));
    document.lines().filter_map(heading).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The documents that a text cites, each with the section after the comma, if it names one:
/// ``docs/status.md, Two days``.
fn citations(text: &str) -> Vec<(String, Option<String>)> {
    // A citation may go on in the next line of a comment.
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let text = lines.join("\n").replace("\n//! ", " ").replace("\n/// ", " ").replace("\n// ", " ");
    let mut found = Vec::new();
    for (at, _) in text.match_indices("docs/") {
        let rest = &text[at..];
        let Some(end) = rest.find(".md").map(|end| end + 3) else { continue };
        let name = &rest[..end];
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c)) {
            continue;
        }
        let after = rest[end..].strip_prefix(", ").unwrap_or_default();
        let section =
            after.split(['.', ';', ',', '(', ')', ':', '\n', '"']).next().unwrap_or_default().trim();
        // A heading, or the name of a list of the format; anything else goes on with the sentence.
        let is_section =
            section.starts_with(char::is_uppercase) || !section.contains(' ') && !section.is_empty();
        found.push((name.to_owned(), is_section.then(|| section.to_owned())));
    }
    found
}

#[test]
fn what_the_source_cites_exists() {
    let mut files = Vec::new();
    for folder in ["src", "tests/suite", "benches", "fuzz/fuzz_targets"] {
        sources(&root().join(folder), &mut files);
    }
    let mut wrong = Vec::new();
    for file in files.iter().filter(|file| !file.ends_with("tests/suite/docs/links.rs")) {
        for (name, section) in citations(&fs::read_to_string(file).unwrap()) {
            let known = fs::read_to_string(root().join(&name)).map(|document| headings(&document));
            let holds =
                known.is_ok_and(|known| section.as_ref().is_none_or(|section| known.contains(section)));
            if !holds {
                wrong.push(format!("{}: {name}, {section:?}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn links_between_documents_lead_somewhere() {
    let anchor = |heading: &str| {
        let kept = heading.to_lowercase().replace(' ', "-");
        kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect::<String>()
    };
    let mut names = documents();
    names.extend(["README.md", "README.vi.md"].map(str::to_owned));
    names.extend(
        ["CHANGELOG.md", "CONTRIBUTING.md"]
            .into_iter()
            .filter(|name| root().join(name).is_file())
            .map(str::to_owned),
    );
    for name in names {
        let document = read(&name);
        for (at, _) in document.match_indices("](") {
            let target = document[at + 2..].split(')').next().unwrap();
            if target.starts_with("http") {
                continue;
            }
            let (file, fragment) = target.split_once('#').unwrap_or((target, ""));
            let path = if file.is_empty() {
                root().join(&name)
            } else {
                root().join(&name).parent().unwrap().join(file)
            };
            assert!(path.exists(), "{name}: {target}");
            if !fragment.is_empty() {
                let known = headings(&fs::read_to_string(&path).unwrap());
                assert!(known.iter().any(|heading| anchor(heading) == fragment), "{name}: {target}");
            }
        }
    }
}
