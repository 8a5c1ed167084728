//! The floor plan of `src/lib.rs`: every module uses only the floors below its own, without a circle inside a floor.

mod circles;
mod comments;
mod names;
mod source;
mod tokens;

use std::fs;
use std::path::PathBuf;

use crate::support::program::root;
use source::{Crate, files};

/// Each module of the ground, and those of the ground that it may use. Every floor may use the ground.
const GROUND: &[(&str, &str)] = &[
    ("span", ""),
    ("language", ""),
    ("sanitize", ""),
    ("output", ""),
    ("json_writer", "sanitize"),
    ("threads", ""),
    ("vietnamese", ""),
    ("date", "language"),
];

/// Each floor, from the lowest to the highest, and the floors that it may use.
const FLOORS: &[(&str, &str)] = &[
    ("package", ""),
    ("deadline", ""),
    ("citation", ""),
    ("model", "deadline"),
    ("diagnostic", "deadline"),
    ("parse", "model deadline diagnostic"),
    ("check", "parse model citation deadline diagnostic"),
    ("status", "model deadline"),
    ("attribute", "status model deadline"),
    ("query", "attribute status model deadline diagnostic"),
    ("workspace", "query attribute status check parse diagnostic model deadline"),
    ("edit", "workspace query attribute status check parse diagnostic model citation deadline"),
    ("tables", "status model deadline"),
    ("answer", "workspace query attribute status model citation deadline"),
    ("form", "answer edit workspace status parse model deadline package"),
    ("import", "form edit workspace parse model citation deadline package"),
    ("document", ""),
    ("template", "package"),
    ("report", "form answer import document template query attribute status model deadline"),
    ("json", "form answer edit import template query attribute status model deadline"),
    ("ics", "answer attribute status model deadline"),
    ("render", "document package"),
    (
        "cli",
        "render ics json report template document import form answer tables edit workspace query attribute status check parse diagnostic model deadline",
    ),
];

#[test]
fn every_floor_uses_only_those_below_it() {
    let source = Crate::read();
    assert!(source.modules.len() > 100, "only {} modules", source.modules.len());
    let is_ground = |name: &str| GROUND.iter().any(|(ground, _)| *ground == name);
    let mut wrong = Vec::new();
    for module in source.modules.values() {
        let Some(floor) = module.path.first() else { continue };
        let Some((_, may)) = GROUND.iter().chain(FLOORS).find(|(name, _)| name == floor) else {
            wrong.push(format!("{} is on no floor", module.file.display()));
            continue;
        };
        for (path, other) in source.uses(module) {
            // Names in the root of the crate belong to the floor that defines them.
            let used = if source.is_floor(&path[0]) { &path[0] } else { &other.path[0] };
            let is_allowed = used == floor
                || (is_ground(used) && !is_ground(floor))
                || may.split(' ').any(|name| name == used);
            if !is_allowed {
                wrong.push(format!("{} uses {}", module.file.display(), path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "against the floor plan:\n{}", wrong.join("\n"));
}

/// The checks see every import only if the reader understands every path.
#[test]
fn every_path_leads_somewhere() {
    let source = Crate::read();
    let unresolved: Vec<String> = source
        .modules
        .values()
        .flat_map(|module| {
            source.unresolved(module).map(|path| format!("{}: {}", module.file.display(), path.join("::")))
        })
        .collect();
    assert!(unresolved.is_empty(), "paths that lead nowhere:\n{}", unresolved.join("\n"));
}

#[test]
fn floors_are_listed_from_the_lowest_to_the_highest() {
    for table in [GROUND, FLOORS] {
        for (at, (floor, may)) in table.iter().enumerate() {
            for name in may.split_whitespace() {
                assert!(
                    table[..at].iter().any(|(below, _)| *below == name),
                    "{floor} may use {name}, not below it"
                );
            }
        }
    }
}

/// Lowering returns typed faults; the rules alone word them.
#[test]
fn lowering_uses_no_diagnostics_and_no_rules() {
    let source = Crate::read();
    let lowering: Vec<_> =
        source.modules.values().filter(|module| module.path.join("::").starts_with("check::lower")).collect();
    assert!(lowering.len() > 5, "only {} modules", lowering.len());
    for module in lowering {
        for (path, other) in source.uses(module) {
            let other = other.path.join("::");
            let is_wording =
                ["diagnostic", "language", "check::rules"].iter().any(|floor| other.starts_with(floor));
            assert!(!is_wording, "{} uses {}", module.file.display(), path.join("::"));
        }
    }
}

#[test]
fn one_folder_names_the_yaml_crate() {
    let src = root().join("src");
    let naming: Vec<PathBuf> = files(&src)
        .into_iter()
        .filter(|path| fs::read_to_string(path).unwrap().contains("granit_parser"))
        .collect();
    let folder = src.join("parse/yaml");
    assert!(!naming.is_empty() && naming.iter().all(|path| path.starts_with(&folder)), "{naming:?}");
}

/// A command is options, an answer and printing; whatever takes more lines belongs elsewhere.
#[test]
fn a_command_is_a_file_of_fewer_than_60_lines() {
    let commands = files(&root().join("src/cli/commands"));
    assert!(commands.len() > 15, "only {} commands", commands.len());
    for file in commands {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines < 60, "{}: {lines} lines", file.display());
    }
}

#[test]
fn every_command_has_its_tests_and_its_document() {
    let documents: String =
        crate::docs::documents().iter().map(|name| fs::read_to_string(root().join(name)).unwrap()).collect();
    for file in files(&root().join("src/cli/commands")) {
        let command = file.file_stem().unwrap().to_str().unwrap();
        if command == "mod" {
            continue;
        }
        let tests = root().join("tests/suite");
        let places = match command {
            "merge" => ["edits/merging.rs".to_owned(), String::new()],
            _ => [format!("commands/{command}.rs"), format!("commands/{command}/mod.rs")],
        };
        assert!(places.iter().any(|place| tests.join(place).is_file()), "{command}: no tests in {places:?}");
        assert!(documents.contains(&format!("plan {command}")), "{command} is in no document");
    }
}

/// Below the edge errors are typed.
#[test]
fn only_the_cli_names_anyhow() {
    let src = root().join("src");
    let naming = files(&src).into_iter().filter(|path| fs::read_to_string(path).unwrap().contains("anyhow"));
    let naming: Vec<PathBuf> = naming.collect();
    assert!(!naming.is_empty() && naming.iter().all(|path| path.starts_with(src.join("cli"))), "{naming:?}");
}

#[test]
fn the_floor_plan_of_the_library_is_the_one_that_is_held() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for (floor, _) in FLOORS.iter().chain(GROUND) {
        assert!(lib.contains(&format!("`{floor}`")), "{floor} is not drawn in lib.rs");
        assert!(lib.contains(&format!("mod {floor};")), "{floor} is no module");
    }
}
