//! The floor plan of `lib.rs`, held by reading the `crate::` paths of every file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::program::root;

/// Each floor and those that it may use, besides the ground and itself.
const FLOORS: &[(&str, &[&str])] = &[
    ("deadline", &[]),
    ("citation", &[]),
    ("model", &["deadline"]),
    // The errors of deadlines are reported alike in plans, filters and arguments.
    ("diagnostic", &["deadline"]),
    ("parse", &["model", "deadline", "diagnostic"]),
    ("check", &["parse", "model", "citation", "deadline", "diagnostic"]),
    ("status", &["model", "deadline"]),
    ("query", &["status", "model", "deadline", "diagnostic"]),
    ("workspace", &["query", "status", "check", "parse", "diagnostic", "model", "deadline"]),
    ("document", &[]),
    ("report", &["document", "query", "status", "model", "deadline"]),
    ("json", &["report", "query", "status", "model", "deadline"]),
    ("render", &["document"]),
    (
        "cli",
        &[
            "render",
            "json",
            "report",
            "workspace",
            "document",
            "query",
            "status",
            "check",
            "parse",
            "diagnostic",
            "model",
            "deadline",
        ],
    ),
];

/// What everybody may use, and what each of these may use itself.
const GROUND: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("language", &[]),
    ("sanitize", &[]),
    ("json_writer", &["sanitize"]),
    ("threads", &[]),
    ("vietnamese", &[]),
    ("date", &["language"]),
];

fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push(path);
        }
    }
}

/// The floors that a file names, its tests aside.
fn used(text: &str) -> BTreeSet<&str> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| rest.split(|c: char| !c.is_ascii_lowercase() && c != '_').next().unwrap_or_default())
        // `$crate::message!` and `crate::rule!` are macros of the ground.
        .filter(|name| !matches!(*name, "message" | "rule" | ""))
        .collect()
}

#[test]
fn every_floor_knows_only_those_below_it() {
    let src = root().join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    assert!(all.len() > 50, "only {} files", all.len());
    for path in all {
        let below = path.strip_prefix(&src).unwrap();
        let floor = below.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if matches!(floor, "lib" | "main") {
            continue;
        }
        let ground = GROUND.iter().find(|(name, _)| *name == floor);
        let (_, may) = FLOORS.iter().chain(ground).find(|(name, _)| *name == floor).unwrap_or_else(|| {
            panic!("{} lies on no floor of the plan", below.display());
        });
        for name in used(&fs::read_to_string(&path).unwrap()) {
            let is_ground = ground.is_none() && GROUND.iter().any(|(ground, _)| *ground == name);
            assert!(
                name == floor || is_ground || may.contains(&name),
                "{} uses {name}, which its floor may not",
                below.display()
            );
        }
    }
}

#[test]
fn one_file_names_the_yaml_crate() {
    let src = root().join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    let naming: Vec<PathBuf> =
        all.into_iter().filter(|path| fs::read_to_string(path).unwrap().contains("granit_parser")).collect();
    assert_eq!(naming, [src.join("parse/yaml.rs")]);
}

#[test]
fn the_floor_plan_of_the_library_is_the_one_that_is_held() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for (floor, _) in FLOORS.iter().chain(GROUND) {
        assert!(lib.contains(&format!("`{floor}`")), "{floor} is not drawn in lib.rs");
        assert!(lib.contains(&format!("mod {floor};")), "{floor} is no module");
    }
}
