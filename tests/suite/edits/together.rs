//! Several programs that write into one file at once, and programs that are killed.

use std::fs::{self, File};
use std::path::Path;
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::support::folder::{folder_of, names};
use crate::support::process::{program, run, stderr};

/// A plan whose file is long enough to be read for a while.
fn plan_folder() -> TempDir {
    let tasks: String = (1..=400).fold(String::new(), |all, at| {
        all + &format!("  - {{id: A-{at}, title: Việc số {at}, lead: a, due: hằng tháng}}\n")
    });
    let main = format!(
        "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\nunits: [{{id: a, name: Đơn vị A, kind: k}}]\ntasks:\n{tasks}"
    );
    folder_of(&[("plans/p/plan.yaml", &main)])
}

fn record(folder: &Path, item: usize) -> Child {
    let item = format!("A-{item}");
    program(folder, &["record", &item, "paused", "--period", "2026-01", "-q"]).spawn().unwrap()
}

fn entries(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join("plans/p/progress/a.yaml")).unwrap();
    let of_line = |line: &str| line.strip_prefix("  - {item: ")?.split(',').next().map(str::to_owned);
    text.lines().filter_map(of_line).collect()
}

/// The first of them creates the file, all others add to it.
#[test]
fn of_several_programs_at_once_none_loses_its_entry() {
    let folder = plan_folder();
    let children: Vec<Child> = (1..=8).map(|item| record(folder.path(), item)).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), "plans/p/progress/a.yaml\n");
    }
    let mut all = entries(folder.path());
    all.sort();
    assert_eq!(all, (1..=8).map(|item| format!("A-{item}")).collect::<Vec<_>>());
    assert_eq!(names(&folder.path().join("plans/p/progress")), ["a.yaml"]);
    assert_eq!(run(program(folder.path(), &["validate"])).status.code(), Some(0));
}

/// The file is locked by another program for a while.
#[test]
fn a_locked_file_is_waited_for() {
    let folder = plan_folder();
    assert!(record(folder.path(), 1).wait().unwrap().success());
    let path = folder.path().join("plans/p/progress/a.yaml");
    let lock = File::open(&path).unwrap();
    lock.lock().unwrap();
    let mut child = record(folder.path(), 2);
    thread::sleep(Duration::from_millis(700));
    assert!(child.try_wait().unwrap().is_none(), "it did not wait");
    assert_eq!(entries(folder.path()), ["A-1"]);
    drop(lock);
    assert!(child.wait().unwrap().success());
    assert_eq!(entries(folder.path()), ["A-1", "A-2"]);
}

/// A program that holds the lock is killed before it gives the new text its name: the file is the old one, the lock
/// is free, and what is left is no part of the plan.
#[test]
fn a_kill_between_the_lock_and_the_new_name_loses_nothing() {
    let folder = plan_folder();
    assert!(record(folder.path(), 1).wait().unwrap().success());
    let begun = Instant::now();
    assert!(record(folder.path(), 2).wait().unwrap().success());
    let whole = begun.elapsed();
    let folder_of_file = folder.path().join("plans/p/progress");
    let (mut old, mut new) = (0, 0);
    for at in 0..24_u32 {
        let item = 3 + at as usize;
        let mut child = record(folder.path(), item);
        // The later half of a run has the lock and the writing.
        thread::sleep(whole / 2 + whole * at / 40);
        kill_process(Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap(), Signal::KILL).unwrap();
        child.wait().unwrap();
        let all = entries(folder.path());
        let is_there = all.contains(&format!("A-{item}"));
        if is_there {
            new += 1;
        } else {
            old += 1;
        }
        let earlier = all.iter().filter(|id| **id != format!("A-{item}")).count();
        assert!(earlier >= 2, "entries were lost: {all:?}");
        for name in names(&folder_of_file).into_iter().filter(|name| name != "a.yaml") {
            assert!(name.starts_with(".plan-"), "{name}");
        }
        assert_eq!(run(program(folder.path(), &["validate"])).status.code(), Some(0));
    }
    assert!(old > 0, "never killed before its end: {old} old, {new} new");
    assert!(record(folder.path(), 100).wait().unwrap().success());
    assert!(entries(folder.path()).contains(&"A-100".to_owned()));
}

/// A program that gives a unit another id is killed at any moment: the reports are under the old name of the file,
/// under the new one, or under both.
#[test]
fn a_kill_while_a_file_is_moved_loses_no_report() {
    let folder = plan_folder();
    let path = folder.path();
    assert!(record(path, 1).wait().unwrap().success());
    let texts = ["plan.yaml", "progress/a.yaml"].map(|name| {
        let file = path.join("plans/p").join(name);
        (file.clone(), fs::read_to_string(file).unwrap())
    });
    let rename = || program(path, &["rename", "a", "b", "-q"]).spawn().unwrap();
    let begun = Instant::now();
    assert!(rename().wait().unwrap().success());
    let whole = begun.elapsed();
    let reports = path.join("plans/p/progress");
    let (mut old, mut new) = (0, 0);
    for at in 0..24_u32 {
        fs::remove_dir_all(&reports).unwrap();
        fs::create_dir(&reports).unwrap();
        for (file, text) in &texts {
            fs::write(file, text).unwrap();
        }
        let mut child = rename();
        thread::sleep(whole / 2 + whole * at / 40);
        kill_process(Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap(), Signal::KILL).unwrap();
        child.wait().unwrap();
        let there: Vec<String> =
            names(&reports).into_iter().filter(|name| !name.starts_with(".plan-")).collect();
        assert!(
            !there.is_empty() && there.iter().all(|name| name == "a.yaml" || name == "b.yaml"),
            "{there:?}"
        );
        for name in &there {
            let unit = name.trim_end_matches(".yaml");
            let expected = texts[1].1.replace("unit: a\n", &format!("unit: {unit}\n"));
            assert_eq!(fs::read_to_string(reports.join(name)).unwrap(), expected);
        }
        let main = fs::read_to_string(&texts[0].0).unwrap();
        assert!(main.len() == texts[0].1.len(), "half a file");
        if there == ["b.yaml"] { new += 1 } else { old += 1 }
    }
    assert!(old > 0, "never killed before its end: {old} old, {new} new");
}
