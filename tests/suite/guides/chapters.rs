//! The Vietnamese guide, followed chapter by chapter in an empty folder.
//!
//! In the order of the guide: YAML blocks that name their file are written to it, tables of *thay | bằng* are
//! applied, `PS>` lines are run and must print what the guide shows. Commands shown without their output are run, too.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::docs::documents;
use crate::guides::words;
use crate::support::program::{plan_in, root};
use crate::support::snapshot::assert_rewritten;

/// Returns the chapter with a number, from its heading to the next.
fn chapter(guide: &str, number: u32) -> &str {
    let start = guide.find(&format!("\n## {number}. ")).unwrap() + 1;
    let rest = &guide[start..];
    &rest[..rest[1..].find("\n## ").map_or(rest.len(), |end| end + 1)]
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn is_yaml(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "yaml")
}

/// Runs a line after the prompt and returns its output.
fn typed(folder: &Path, line: &str) -> String {
    let words = words(line);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["plan", arguments @ ..] => {
            let ran = plan_in(folder, arguments);
            ran.out + &ran.err
        }
        ["Copy-Item", "-Recurse", from, to] => {
            copy(&folder.join(from), &folder.join(to));
            String::new()
        }
        ["Remove-Item", "-Recurse", path] => {
            fs::remove_dir_all(folder.join(path)).unwrap();
            String::new()
        }
        ["Remove-Item", path] => {
            fs::remove_file(folder.join(path)).unwrap();
            String::new()
        }
        _ => panic!("{line}"),
    }
}

/// Follows a chapter whose plan is in a folder of its own, and returns the chapter with the present output.
fn follow(chapter: &str, folder: &Path, plan: &str) -> String {
    let mut fresh = String::new();
    let mut lines = chapter.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(fresh, "{line}");
        if line == "```yaml" {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let _ = writeln!(fresh, "{}\n```", block.join("\n"));
            let Some(name) = block[0].strip_prefix("# ").filter(|name| is_yaml(name)) else {
                continue;
            };
            let text = block[1..].join("\n") + "\n";
            if name.starts_with("examples/") {
                assert!(fs::read_to_string(root().join(name)).unwrap().contains(&text), "{name}");
                continue;
            }
            let path = folder.join(plan).join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        } else if line == "```text" {
            for line in lines.by_ref().take_while(|line| *line != "```") {
                if let Some(command) = line.strip_prefix("PS> ") {
                    let _ = write!(fresh, "{line}\n{}", typed(folder, command));
                }
            }
            fresh.push_str("```\n");
        } else if let Some(cells) = line.strip_prefix("| `").and_then(|line| line.strip_suffix("` |")) {
            let [file, old, new] = cells.split("` | `").collect::<Vec<_>>()[..] else { continue };
            if !is_yaml(file) {
                continue;
            }
            let path = folder.join(plan).join(file);
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.contains(old), "{file}: {old}");
            fs::write(path, text.replace(old, new)).unwrap();
        }
    }
    fresh
}

#[test]
fn a_first_plan_is_written_as_the_guide_says() {
    let folder = tempfile::tempdir().unwrap();
    assert_rewritten("README.vi.md", |guide| {
        let written = chapter(guide, 4);
        guide.replace(written, &follow(written, folder.path(), "plans/an-toan"))
    });
}

#[test]
fn the_plan_of_next_year_is_made_as_the_guide_says() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("examples/ca-nam"), &folder.path().join("plans/ca-nam"));
    assert_rewritten("README.vi.md", |guide| {
        let (first, second) = (chapter(guide, 6), chapter(guide, 7));
        let fresh = guide.replace(first, &follow(first, folder.path(), "plans/ca-nam"));
        fresh.replace(second, &follow(second, folder.path(), "plans/nam-2026"))
    });
    let ran = plan_in(folder.path(), &["validate", "plans/nam-2026", "--deny", "warnings"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
}

#[test]
fn commands_shown_without_their_output_work() {
    let guides = ["README.md", "README.vi.md"].map(str::to_owned);
    for name in guides.into_iter().chain(documents()) {
        let folder = tempfile::tempdir().unwrap();
        for plans in ["plans", "examples", "tests/data/wrong"] {
            copy(&root().join(plans), &folder.path().join(plans));
        }
        let guide = fs::read_to_string(root().join(&name)).unwrap();
        for line in guide.lines().filter_map(|line| line.strip_prefix("    plan ")) {
            let command = line.split_once(" #").map_or(line, |(command, _)| command);
            let command = words(command.trim_end());
            let ran = plan_in(folder.path(), &command.iter().map(String::as_str).collect::<Vec<_>>());
            // Findings are an answer, too.
            let most = u8::from(line.starts_with("validate"));
            assert!(ran.code <= most, "{name}: plan {line}\n{}", ran.err);
        }
    }
}
