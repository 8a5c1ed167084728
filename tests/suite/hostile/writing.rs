//! Writing files: whatever happens, a file is the old one or the new one, and an error leaves nothing behind.

use std::fs::File;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Child, Output};
use std::sync::Barrier;
use std::time::{Duration, Instant};
use std::{fs, thread};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::support::folder::{folder, names};
use crate::support::process::{by_shell, program, run, stderr};

pub(crate) const UNTITLED: &str = "format: 1\nplan: p\nperiod: 2026\n";

const WRONG: &str = "title: Ke\u{302}\u{301} hoa\u{323}ch\n";

pub(crate) const RIGHT: &str = "title: Kế hoạch\n";

/// Returns the text of a large plan before and after `--fix`.
fn wrong_and_right() -> (String, String) {
    let rest = "# một dòng ghi chú để tệp dài hơn một khối của ổ đĩa\r\n".repeat(8_000);
    (format!("{UNTITLED}{WRONG}{rest}"), format!("{UNTITLED}{RIGHT}{rest}"))
}

/// A limit on file size stands in for a full disk: writing fails with `EFBIG` after a number of blocks.
#[test]
fn a_write_that_fails_in_the_middle_changes_nothing_and_leaves_nothing() {
    const LIMITED: &str = "trap '' XFSZ; ulimit -f \"$BLOCKS\"; exec \"$0\" \"$@\"";
    let (wrong, right) = wrong_and_right();
    let folder = folder(&wrong);
    fs::write(folder.path().join("kq.html"), "cũ").unwrap();
    let there = names(folder.path());
    for blocks in ["0", "1", "7", "64", "700"] {
        for lang in ["vi", "en"] {
            let mut fix = by_shell(folder.path(), LIMITED, &["validate", "--lang", lang, "--fix", "."]);
            let output = run({
                fix.env("BLOCKS", blocks);
                fix
            });
            assert_eq!(output.status.code(), Some(2), "{blocks}");
            let words = if lang == "vi" {
                ["không ghi được", "quá lớn"]
            } else {
                ["cannot write", "too large"]
            };
            assert!(words.iter().all(|words| stderr(&output).contains(words)), "{}", stderr(&output));
            assert_eq!(names(folder.path()), there, "{blocks}");
            assert!(fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap() == wrong, "{blocks}");
        }
        if blocks.len() < 2 {
            let mut report = by_shell(folder.path(), LIMITED, &["explain", "-o", "kq.html"]);
            report.env("BLOCKS", blocks);
            let output = run(report);
            assert_eq!(output.status.code(), Some(2), "{blocks} {}", stderr(&output));
            assert_eq!(names(folder.path()), there, "{blocks}");
            assert_eq!(fs::read_to_string(folder.path().join("kq.html")).unwrap(), "cũ");
        }
    }
    let mut enough = by_shell(folder.path(), LIMITED, &["validate", "--fix", "."]);
    enough.env("BLOCKS", "100000");
    assert_eq!(run(enough).status.code(), Some(0));
    assert!(fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap() == right);
    assert_eq!(names(folder.path()), there);
}

#[test]
fn a_signal_at_any_moment_leaves_the_old_file_or_the_new_one() {
    let (wrong, right) = wrong_and_right();
    let folder = folder(&wrong);
    let path = folder.path().join("p.plan.yaml");
    let begun = Instant::now();
    assert!(run(program(folder.path(), &["validate", "--fix", "."])).status.success());
    let whole = begun.elapsed();
    let (mut old, mut new) = (0, 0);
    let times = 24;
    for at in 0..times {
        fs::write(&path, &wrong).unwrap();
        let mut child = program(folder.path(), &["validate", "--fix", "."]).spawn().unwrap();
        thread::sleep(whole * at / times);
        let signal = [Signal::KILL, Signal::TERM, Signal::INT][at as usize % 3];
        kill_process(pid(&child), signal).unwrap();
        child.wait().unwrap();
        let now = fs::read_to_string(&path).unwrap();
        assert!(now == wrong || now == right, "killed after {at} of {times}: {} bytes", now.len());
        if now == wrong {
            old += 1;
        } else {
            new += 1;
        }
        // A file left behind by a signal is hidden, so that no plan takes it for a part of it.
        for name in names(folder.path()).iter().filter(|name| *name != "p.plan.yaml") {
            assert!(name.starts_with(".plan-"), "{name}");
            fs::remove_file(folder.path().join(name)).unwrap();
        }
    }
    assert!(old > 0, "never killed before its end: {old} old, {new} new");
}

fn pid(child: &Child) -> Pid {
    Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap()
}

#[test]
fn what_a_killed_run_leaves_is_no_part_of_a_plan() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.yaml"), format!("{UNTITLED}{RIGHT}")).unwrap();
    fs::write(folder.path().join(".plan-x1y2z3"), "không phải YAML: [").unwrap();
    fs::write(folder.path().join(".plan-x1y2z3.yaml"), "không phải YAML: [").unwrap();
    let output = run(program(folder.path(), &["validate", "-f", "json", "."]));
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"files\": 1,"));
}

/// Two plans that share a registry. Each allows one rule, so that each fixes a different kind of fault.
pub(crate) fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (id, allow) in [("mot", "not-nfc"), ("hai", "control-character")] {
        let plans = folder.path().join("plans").join(id);
        fs::create_dir_all(&plans).unwrap();
        let text = format!(
            "format: 1\nplan: {id}\ntitle: T\nperiod: 2026\ninclude: [../units.yaml]\nsettings: {{lint: {{{allow}: allow}}}}\n"
        );
        fs::write(plans.join("plan.yaml"), text).unwrap();
    }
    folder
}

/// The file has every fix that a run reports as done.
#[test]
fn of_many_fixes_at_once_none_is_lost() {
    let folder = workspace();
    let shared = folder.path().join("plans/units.yaml");
    let rest = "# một dòng ghi chú để tệp dài hơn một khối của ổ đĩa\n".repeat(2_000);
    let text = format!(
        "units:\n  - {{id: a, name: \"a\u{200b}b\", kind: x}}\n  - {{id: b, name: \"e\u{301}\", kind: x}}\n{rest}"
    );
    let (without_control, without_nfd) = (text.replace('\u{200b}', ""), text.replace("e\u{301}", "é"));
    let both = without_control.replace("e\u{301}", "é");
    let mut landed = 0;
    for _ in 0..6 {
        fs::write(&shared, &text).unwrap();
        let start = Barrier::new(8);
        let ran: Vec<(&str, Output)> = thread::scope(|scope| {
            let runs: Vec<_> = ["mot", "hai", "mot", "hai", "mot", "hai", "mot", "hai"]
                .into_iter()
                .map(|plan| {
                    let (start, folder) = (&start, folder.path());
                    scope.spawn(move || {
                        let command = program(folder, &["validate", "--fix", &format!("plans/{plan}")]);
                        start.wait();
                        (plan, run(command))
                    })
                })
                .collect();
            runs.into_iter().map(|run| run.join().unwrap()).collect()
        });
        let now = fs::read_to_string(&shared).unwrap();
        let mut mended = [false; 2];
        for (plan, output) in &ran {
            let said = stderr(output);
            match output.status.code() {
                Some(0) => {}
                Some(2) => assert!(said.contains("chạy lại"), "{said}"),
                other => panic!("{other:?} {said}"),
            }
            if said.contains("đã sửa") {
                mended[usize::from(*plan == "hai")] = true;
                landed += 1;
            }
        }
        let expected = match mended {
            [true, true] => &both,
            [true, false] => &without_control,
            [false, true] => &without_nfd,
            [false, false] => &text,
        };
        assert!(now == *expected, "{mended:?} but {:?}", now.get(..100));
        assert_eq!(names(&folder.path().join("plans")), ["hai", "mot", "units.yaml"]);
    }
    assert!(landed >= 6, "nothing was mended");
}

/// A file that another program holds locked is left alone.
#[test]
fn a_file_that_somebody_else_mends_is_waited_for() {
    let folder = folder(&format!("{UNTITLED}{WRONG}"));
    let path = folder.path().join("p.plan.yaml");
    let held = File::open(&path).unwrap();
    held.lock().unwrap();
    let waiting = thread::scope(|scope| {
        let run = scope.spawn(|| run(program(folder.path(), &["validate", "--fix", "."])));
        thread::sleep(Duration::from_millis(300));
        assert!(!run.is_finished());
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{UNTITLED}{WRONG}"));
        // Meanwhile the other one puts its own text in the file's place.
        let other = folder.path().join("khac");
        fs::write(&other, format!("{UNTITLED}title: Của người khác\n")).unwrap();
        fs::rename(&other, &path).unwrap();
        held.unlock().unwrap();
        run.join().unwrap()
    });
    assert_eq!(waiting.status.code(), Some(2), "{}", stderr(&waiting));
    assert!(
        stderr(&waiting).contains("\"p.plan.yaml\" đã đổi trong lúc đọc; chạy lại"),
        "{}",
        stderr(&waiting)
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), format!("{UNTITLED}title: Của người khác\n"));
}

#[test]
fn one_file_that_cannot_be_mended_is_named_and_the_others_are_mended() {
    let folder = tempfile::tempdir().unwrap();
    for (at, file) in ["a.plan.yaml", "b.plan.yaml", "c.plan.yaml"].into_iter().enumerate() {
        let rest = "# một dòng ghi chú\n".repeat(if at == 1 { 1_000 } else { 1 });
        let text = format!("format: 1\nplan: p{at}\nperiod: 2026\n{WRONG}{rest}");
        fs::write(folder.path().join(file), text).unwrap();
    }
    let output = run(by_shell(
        folder.path(),
        "trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\"",
        &["validate", "--fix", "."],
    ));
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("b.plan.yaml\": tệp quá lớn"), "{}", stderr(&output));
    let mended: Vec<bool> = ["a.plan.yaml", "b.plan.yaml", "c.plan.yaml"]
        .map(|file| fs::read_to_string(folder.path().join(file)).unwrap().contains(RIGHT))
        .into();
    assert_eq!(mended, [true, false, true]);
}

#[test]
fn a_mended_file_keeps_its_rights_its_links_and_its_line_ends() {
    let text = format!("{UNTITLED}{WRONG}").replace('\n', "\r\n");
    let folder = folder(&text);
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("kho")).unwrap();
    fs::rename(path("p.plan.yaml"), path("kho/that.yaml")).unwrap();
    symlink("kho/that.yaml", path("p.plan.yaml")).unwrap();
    fs::hard_link(path("kho/that.yaml"), path("ban-luu")).unwrap();
    fs::set_permissions(path("kho/that.yaml"), fs::Permissions::from_mode(0o640)).unwrap();
    // Only root may give a file away.
    let given = std::os::unix::fs::chown(path("kho/that.yaml"), Some(12_345), Some(23_456)).is_ok();
    let output = run(program(folder.path(), &["validate", "--fix", "p.plan.yaml"]));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(path("p.plan.yaml")).unwrap(), text.replace(WRONG.trim(), RIGHT.trim()));
    assert!(path("p.plan.yaml").is_symlink());
    let meta = fs::metadata(path("kho/that.yaml")).unwrap();
    assert_eq!(meta.mode() & 0o777, 0o640);
    if given {
        assert_eq!((meta.uid(), meta.gid()), (12_345, 23_456));
    }
    // A file is replaced as a whole: its other name keeps what was there.
    assert_eq!(fs::read_to_string(path("ban-luu")).unwrap(), text);
    assert_eq!(names(&path("kho")), ["that.yaml"]);
}

#[test]
fn a_new_file_is_for_whom_the_system_says() {
    let folder = folder(&format!("{UNTITLED}{RIGHT}"));
    for (mask, mode) in [("022", 0o644), ("077", 0o600), ("027", 0o640)] {
        let lines = format!("umask {mask}; exec \"$0\" \"$@\"");
        let name = format!("{mask}.html");
        let output = run(by_shell(folder.path(), &lines, &["status", "--plans", "p.plan.yaml", "-o", &name]));
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(fs::metadata(folder.path().join(&name)).unwrap().mode() & 0o777, mode);
    }
}

/// A read-only file is not replaced. Nothing is tested for root, who may write everywhere.
#[test]
fn where_writing_is_forbidden_nothing_changes() {
    let text = format!("{UNTITLED}{WRONG}");
    let folder = folder(&text);
    let path = folder.path().join("p.plan.yaml");
    fs::write(folder.path().join("kq.html"), "cũ").unwrap();
    let refused = |why: &str| {
        for arguments in [&["validate", "--fix", "."][..], &["status", "--plans", ".", "-o", "kq.html"]] {
            let output = run(program(folder.path(), arguments));
            assert_eq!(output.status.code(), Some(2), "{why} {}", stderr(&output));
            assert!(stderr(&output).contains("không có quyền"), "{why} {}", stderr(&output));
            assert_eq!(names(folder.path()), ["kq.html", "p.plan.yaml"]);
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    };
    let rights = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    rights(folder.path(), 0o555);
    if fs::write(folder.path().join("thu"), "").is_ok() {
        rights(folder.path(), 0o755);
        fs::remove_file(folder.path().join("thu")).unwrap();
        return;
    }
    refused("the folder");
    rights(folder.path(), 0o755);
    rights(&path, 0o444);
    rights(&folder.path().join("kq.html"), 0o444);
    refused("the files");
}
