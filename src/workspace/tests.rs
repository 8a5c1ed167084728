use proptest::prelude::*;

use super::{CheckOptions, Location, MemoryFileSystem, Workspace};
use crate::date::Day;
use crate::model::{AssignmentIx, EntityIx};
use crate::parse::Key;

const FILES: [(&str, &str); 5] = [
    (
        "a/plan.yaml",
        "format: 1\nplan: a\ntitle: A\nperiod: 2026\ninclude: [../units.yaml]\ntasks:\n- {id: t, title: Việc, lead: x, due: tháng 9}\n",
    ),
    ("a/progress/x.yaml", "unit: x\nprogress:\n- {item: t, date: 1/9/2026, state: done}\n"),
    (
        "b.plan.yaml",
        "format: 1\nplan: b\ntitle: B\nperiod: 2026\ninclude: units.yaml\ntasks:\n- {id: u, title: Việc, lead: x, due: Quý I}\n",
    ),
    ("units.yaml", "units:\n- {id: x, name: Phòng X, kind: phong}\n"),
    ("c.plan.yaml", "format: 1\nplan: c\ntitle: C\nperiod: 2026\n"),
];

fn open(files: &MemoryFileSystem) -> Workspace {
    let today = Day::new(2026, 6, 30).unwrap();
    Workspace::open(&[Location::new(files.clone(), "")], CheckOptions::new(today))
}

/// All that can be asked of a workspace, as text.
fn said(workspace: &Workspace) -> String {
    let plans: Vec<_> =
        workspace.plans().iter().map(|entry| (entry.ix(), entry.id(), entry.plan())).collect();
    let texts: Vec<_> =
        workspace.sources().iter().map(|(_, source)| (source.full_path(), source.text())).collect();
    format!("{plans:#?}\n{texts:#?}\n{:#?}\n{:?}", workspace.diagnostics(), workspace.failures().len())
}

#[test]
fn several_files_change_at_once_and_one_goes() {
    let mut files: MemoryFileSystem = FILES.into_iter().collect();
    let mut workspace = open(&files);
    let moved = FILES[1].1.replace('x', "y");
    let units = FILES[3].1.replace("id: x", "id: y");
    let mains = [FILES[0], FILES[2]].map(|(path, text)| (path, text.replace("lead: x", "lead: y")));
    let mut changes = vec![
        ("a/progress/x.yaml".to_owned(), None),
        ("a/progress/y.yaml".to_owned(), Some(moved)),
        ("units.yaml".to_owned(), Some(units)),
    ];
    changes.extend(mains.map(|(path, text)| (path.to_owned(), Some(text))));
    workspace.update_all(changes.clone());
    for (path, text) in changes {
        match text {
            Some(text) => files.insert(path, text),
            None => {
                files.remove(&path);
            }
        }
    }
    assert_eq!(workspace.valid().count(), 3, "{:#?}", workspace.diagnostics());
    assert_eq!(said(&workspace), said(&open(&files)));
    workspace.update("a/plan.yaml", FILES[0].1);
    assert!(workspace.has_errors());
}

/// A file and one edit of it: bytes of its characters replaced by some words, or the whole file.
fn edit() -> impl Strategy<Value = (usize, usize, usize, &'static str)> {
    let words = prop_oneof![
        Just(""),
        Just("\n"),
        Just("x"),
        Just("a"),
        Just("- {id: t}\n"),
        Just("include: [../units.yaml, ../c.plan.yaml]\n"),
        Just("plan: a\n"),
        Just("\u{feff}"),
        Just("<<<<<<< a\n"),
        Just("lead: [x]"),
    ];
    (0..FILES.len() + 1, 0..60_usize, 0..12_usize, words)
}

fn edited(text: &str, at: usize, length: usize, words: &str) -> String {
    let characters = text.chars().count();
    let at = at.min(characters);
    let kept: String = text.chars().take(at).collect();
    kept + words + &text.chars().skip(at + length).collect::<String>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn updating_equals_opening_anew(edits in prop::collection::vec(edit(), 1..6)) {
        let mut files: MemoryFileSystem = FILES.into_iter().collect();
        let mut workspace = open(&files);
        for (file, at, length, words) in edits {
            let path = FILES.get(file).map_or("a/new.yaml", |(path, _)| path);
            let old = String::from_utf8(files.get(path).unwrap_or_default().to_vec()).unwrap();
            let text = edited(&old, at, length, words);
            files.insert(path, text.clone());
            workspace.update(path, text);
            prop_assert_eq!(said(&workspace), said(&open(&files)));
        }
    }
}

#[test]
fn an_error_in_a_shared_file_spoils_every_plan_that_has_it() {
    let files: MemoryFileSystem = FILES.into_iter().collect();
    let mut workspace = open(&files);
    assert_eq!(workspace.valid().count(), 3, "{:#?}", workspace.diagnostics());
    workspace.update("units.yaml", "units:\n- {id: y, name: Phòng Y, kind: phong}\n");
    let valid: Vec<&str> = workspace.valid().map(|(_, plan)| plan.id.as_str()).collect();
    assert_eq!(valid, ["c"]);
    workspace.update("units.yaml", FILES[3].1);
    assert_eq!(workspace.valid().count(), 3);
    workspace.update("c.plan.yaml", "format: 1\nplan: a\ntitle: C\nperiod: 2026\n");
    assert!(workspace.has_errors());
    workspace.update("c.plan.yaml", FILES[4].1);
    assert!(!workspace.has_errors());
}

#[test]
fn a_new_file_becomes_a_part_of_its_plan() {
    let files: MemoryFileSystem = FILES.into_iter().collect();
    let mut workspace = open(&files);
    workspace.update("a/tasks.yaml", "tasks:\n- {id: v, title: Việc, lead: x}\n");
    let (_, plan) = workspace.valid().next().unwrap();
    assert_eq!(plan.tasks.len(), 2);
}

#[test]
fn entries_are_found_at_their_places_and_places_of_entries() {
    let files: MemoryFileSystem = FILES.into_iter().collect();
    let workspace = open(&files);
    let source = |path: &str| {
        workspace.sources().iter().find(|(_, source)| source.full_path() == path).map(|(id, _)| id).unwrap()
    };
    let offset = |path: &str, word: &str| workspace.sources().get(source(path)).text().find(word).unwrap();
    let task = workspace.entry_at(source("a/plan.yaml"), offset("a/plan.yaml", "Việc"));
    assert_eq!(task.len(), 1);
    assert_eq!(
        (task[0].list, task[0].entity),
        (Key::Tasks, Some(EntityIx::Assignment(AssignmentIx::new(0))))
    );
    assert!(workspace.sources().slice(task[0].span).contains("id: t"));
    let place = workspace.place_of(task[0].plan, task[0].entity.unwrap()).unwrap();
    assert_eq!(workspace.sources().slice(place), "t");
    // A report has no id.
    let report = workspace.entry_at(source("a/progress/x.yaml"), offset("a/progress/x.yaml", "done"));
    assert_eq!((report.len(), report[0].list, report[0].entity), (1, Key::Progress, None));
    // The unit stands in a file of two plans.
    let unit = workspace.entry_at(source("units.yaml"), offset("units.yaml", "Phòng"));
    assert_eq!(unit.iter().map(|entry| entry.list).collect::<Vec<_>>(), [Key::Units, Key::Units]);
    assert_eq!(workspace.entry_at(source("units.yaml"), 0), []);
}
