//! Links between documents, the documents and sections that the source cites, and the files that documents name.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{documents, quoted, read};
use crate::support::program::root;

/// The headings of a document, without backquotes.
fn headings(document: &str) -> BTreeSet<String> {
    let heading =
        |line: &str| line.strip_prefix('#').map(|rest| rest.trim_start_matches('#').trim().replace('`', ""));
    document.lines().filter_map(heading).collect()
}

pub(super) fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
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

/// The paths of the files and folders of the repository that documents name, from its root, with `/`.
fn repository() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            if path.is_dir() {
                found.push(format!("{name}/"));
                walk(&path, found);
            } else {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    for folder in ["src", "tests", "docs", "benches", "fuzz/fuzz_targets", "examples", ".ci"] {
        walk(&root().join(folder), &mut found);
    }
    found
}

/// Returns true if a path is the one that is named: `src/check/rules/<family>.rs` is any file of that folder.
fn is_named(path: &str, name: &str) -> bool {
    let (path, name) = (path.trim_end_matches('/'), name.trim_end_matches('/'));
    let (parts, names) = (path.rsplit('/'), name.rsplit('/').collect::<Vec<_>>());
    parts.clone().count() >= names.len()
        && parts.zip(names).all(|(part, name)| match name.split_once('<') {
            Some((start, rest)) => {
                part.starts_with(start) && part.ends_with(rest.split_once('>').map_or("", |(_, end)| end))
            }
            None => part == name,
        })
}

#[test]
fn files_that_documents_name_exist() {
    const FOLDERS: [&str; 7] = ["src/", "tests/", "docs/", "benches/", "fuzz/", "examples/", ".ci/"];
    let paths = repository();
    let mut names = documents();
    // Those for developers shorten paths: `rules/mod.rs`.
    let developers = ["CONTRIBUTING.md", "tests/README.md", "tests/MUTANTS.md"];
    names.extend(developers.map(str::to_owned));
    let (mut wrong, mut count) = (Vec::new(), 0);
    for document in names {
        for line in read(&document).lines() {
            for name in quoted(line) {
                let is_path = name.chars().all(|c| c.is_ascii_alphanumeric() || "/._-<>".contains(c));
                let is_full = FOLDERS.iter().any(|folder| name.starts_with(folder));
                let is_short = developers.contains(&document.as_str())
                    && Path::new(name).extension().is_some_and(|end| end == "rs");
                if is_path && (is_full || is_short) {
                    count += 1;
                    let exists = root().join(name).exists() || paths.iter().any(|path| is_named(path, name));
                    if !exists {
                        wrong.push(format!("{document}: {name}"));
                    }
                }
            }
        }
    }
    assert!(count > 100, "{count} paths");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
