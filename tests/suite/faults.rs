//! Faults of the machine under the real program: a write that fails, a signal, a pipe where a file should be.
//!
//! Whatever happens, a file is the old one or the new one, and an error leaves nothing behind.

#![cfg(unix)]

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::program::root;

const HEAD: &str = "format: 1\nplan: p\nperiod: 2026\n";
const WRONG: &str = "title: Ke\u{302}\u{301} hoa\u{323}ch\n";
const RIGHT: &str = "title: Kế hoạch\n";

/// The text of a plan that `--fix` mends, as long as a large one, and what becomes of it.
fn wrong_and_right() -> (String, String) {
    let rest = "# một dòng ghi chú để tệp dài hơn một khối của ổ đĩa\r\n".repeat(8_000);
    (format!("{HEAD}{WRONG}{rest}"), format!("{HEAD}{RIGHT}{rest}"))
}

/// A folder with one plan to mend.
fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
    folder
}

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(arguments);
    within(command, folder)
}

/// The program, started by these lines of a shell as `"$0" "$@"`.
fn by_shell(folder: &Path, lines: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", lines, env!("CARGO_BIN_EXE_plan")]).args(arguments);
    within(command, folder)
}

fn within(mut command: Command, folder: &Path) -> Command {
    command.current_dir(folder).env_remove("PLAN_PATH").env_remove("PLAN_LANG").env_remove("COMPLETE");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs it to its end, which must come.
fn run(mut command: Command) -> Output {
    let mut child = command.spawn().unwrap();
    let drain = |stream: Option<Box<dyn Read + Send>>| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            stream.map(|mut stream| stream.read_to_end(&mut bytes));
            bytes
        })
    };
    let stdout = drain(child.stdout.take().map(|stream| Box::new(stream) as Box<_>));
    let stderr = drain(child.stderr.take().map(|stream| Box::new(stream) as Box<_>));
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > Duration::from_mins(1) {
            child.kill().unwrap();
            panic!("it does not end: {command:?}");
        }
        thread::sleep(Duration::from_millis(2));
    };
    Output { status, stdout: stdout.join().unwrap(), stderr: stderr.join().unwrap() }
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

/// `EFBIG` after so many blocks of 512 bytes, as a full disk fails after some.
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
            assert!(words.iter().all(|words| said(&output).contains(words)), "{}", said(&output));
            assert_eq!(names(folder.path()), there, "{blocks}");
            assert!(fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap() == wrong, "{blocks}");
        }
        if blocks.len() < 2 {
            let mut report = by_shell(folder.path(), LIMITED, &["explain", "-o", "kq.html"]);
            report.env("BLOCKS", blocks);
            let output = run(report);
            assert_eq!(output.status.code(), Some(2), "{blocks} {}", said(&output));
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
        // What a signal leaves behind is hidden, so that no plan takes it for a part of it.
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
    fs::write(folder.path().join("plan.yaml"), format!("{HEAD}{RIGHT}")).unwrap();
    fs::write(folder.path().join(".plan-x1y2z3"), "không phải YAML: [").unwrap();
    fs::write(folder.path().join(".plan-x1y2z3.yaml"), "không phải YAML: [").unwrap();
    let output = run(program(folder.path(), &["validate", "-f", "json", "."]));
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"files\": 1,"));
}

/// Two plans that share a registry. Each wants one kind of mistake mended and lets the other kind be.
fn workspace() -> TempDir {
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

/// Each run says that it mended the file, or that it could not: what a run says it did is there in the end.
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
            let said = said(output);
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
    let folder = folder(&format!("{HEAD}{WRONG}"));
    let path = folder.path().join("p.plan.yaml");
    let held = File::open(&path).unwrap();
    held.lock().unwrap();
    let waiting = thread::scope(|scope| {
        let run = scope.spawn(|| run(program(folder.path(), &["validate", "--fix", "."])));
        thread::sleep(Duration::from_millis(300));
        assert!(!run.is_finished());
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{HEAD}{WRONG}"));
        // Meanwhile the other one puts its own text in the file's place.
        let other = folder.path().join("khac");
        fs::write(&other, format!("{HEAD}title: Của người khác\n")).unwrap();
        fs::rename(&other, &path).unwrap();
        held.unlock().unwrap();
        run.join().unwrap()
    });
    assert_eq!(waiting.status.code(), Some(2), "{}", said(&waiting));
    assert!(said(&waiting).contains("\"p.plan.yaml\" đã đổi trong lúc đọc; chạy lại"), "{}", said(&waiting));
    assert_eq!(fs::read_to_string(&path).unwrap(), format!("{HEAD}title: Của người khác\n"));
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
    assert!(said(&output).contains("b.plan.yaml\": tệp quá lớn"), "{}", said(&output));
    let mended: Vec<bool> = ["a.plan.yaml", "b.plan.yaml", "c.plan.yaml"]
        .map(|file| fs::read_to_string(folder.path().join(file)).unwrap().contains(RIGHT))
        .into();
    assert_eq!(mended, [true, false, true]);
}

#[test]
fn a_mended_file_keeps_its_rights_its_links_and_its_line_ends() {
    let text = format!("{HEAD}{WRONG}").replace('\n', "\r\n");
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
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
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
    let folder = folder(&format!("{HEAD}{RIGHT}"));
    for (mask, mode) in [("022", 0o644), ("077", 0o600), ("027", 0o640)] {
        let lines = format!("umask {mask}; exec \"$0\" \"$@\"");
        let name = format!("{mask}.html");
        let output = run(by_shell(folder.path(), &lines, &["status", "--plans", "p.plan.yaml", "-o", &name]));
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(fs::metadata(folder.path().join(&name)).unwrap().mode() & 0o777, mode);
    }
}

#[test]
fn what_is_no_plain_file_is_neither_read_nor_replaced() {
    let folder = folder(&format!("{HEAD}{RIGHT}"));
    let path = |name: &str| folder.path().join(name);
    let made = Command::new("mkfifo").arg(path("ong.plan.yaml")).status().unwrap();
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(path("o.plan.yaml")).unwrap();
    symlink("ong.plan.yaml", path("lien-ket.plan.yaml")).unwrap();
    symlink("vong.plan.yaml", path("vong.plan.yaml")).unwrap();
    symlink("khong-co.html", path("dut.html")).unwrap();
    symlink("/dev/zero", path("khong.plan.yaml")).unwrap();
    symlink("/etc/passwd", path("ngoai.plan.yaml")).unwrap();
    let there = names(folder.path());
    for (name, why) in [
        ("ong.plan.yaml", "không phải là tệp thường"),
        ("lien-ket.plan.yaml", "không phải là tệp thường"),
        ("o.plan.yaml", "không phải là tệp thường"),
        ("khong.plan.yaml", "liên kết dẫn ra ngoài thư mục"),
        ("ngoai.plan.yaml", "liên kết dẫn ra ngoài thư mục"),
        ("vong.plan.yaml", ""),
    ] {
        for arguments in [&["validate", name][..], &["status", "--plans", name]] {
            let output = run(program(folder.path(), arguments));
            assert_eq!(output.status.code(), Some(2), "{arguments:?} {}", said(&output));
            assert!(
                said(&output).contains(&format!("không đọc được \"{name}\": {why}")),
                "{}",
                said(&output)
            );
        }
    }
    let by_variable = {
        let mut command = program(folder.path(), &["status"]);
        command.env("PLAN_PATH", "ong.plan.yaml");
        run(command)
    };
    assert_eq!(by_variable.status.code(), Some(2));
    // Among others they are passed over.
    let output = run(program(folder.path(), &["validate", "."]));
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    for name in ["ong.plan.yaml", "o.plan.yaml", "khong.plan.yaml", "dut.html", "/dev/full", "."] {
        let output = run(program(folder.path(), &["explain", "-f", "html", "-o", name]));
        assert_eq!(output.status.code(), Some(2), "{name} {}", said(&output));
        assert!(said(&output).starts_with("lỗi: không ghi được"), "{name} {}", said(&output));
        assert_eq!(names(folder.path()), there, "{name}");
    }
}

/// The root of a workspace may be a link: whoever names it means what it leads to.
#[test]
fn a_folder_of_plans_may_be_a_link() {
    let folder = workspace();
    fs::write(folder.path().join("plans/units.yaml"), "units: [{id: a, name: A, kind: x}]\n").unwrap();
    fs::rename(folder.path().join("plans"), folder.path().join("that")).unwrap();
    symlink("that", folder.path().join("plans")).unwrap();
    let output = run(program(folder.path(), &["validate", "-f", "json"]));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"plans\": 2,"));
}

/// Commands that print something without a fault of their own.
const COMMANDS: &[&[&str]] = &[
    &["validate"],
    &["validate", "-f", "json"],
    &["validate", "-f", "sarif"],
    &["validate", "--diff", "tests/rules/not-nfc/wrong.plan.yaml"],
    &["status"],
    &["list", "-f", "csv"],
    &["schedule", "-f", "html"],
    &["due", "tháng 9"],
    &["explain", "syntax"],
    &["schema"],
    &["man"],
    &["completions", "bash"],
    &["--help"],
    &["--version"],
];

#[test]
fn a_full_disk_behind_stdout_is_told() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    for arguments in COMMANDS {
        let mut command = program(root(), arguments);
        command.stdout(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
        let output = run(command);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains("lỗi: không ghi được: ổ đĩa đầy"), "{arguments:?} {}", said(&output));
    }
}

#[test]
fn a_reader_that_goes_after_one_line_ends_the_program_quietly() {
    for arguments in [&["list", "-f", "csv"][..], &["schema"], &["validate", "-f", "sarif"]] {
        let mut child = program(root(), arguments).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""), "{arguments:?}");
        assert!(!line.is_empty());
    }
}

#[test]
fn closed_streams_neither_stop_nor_silence_the_rest() {
    let folder = folder("format: 1\nplan: p\ntitle: T\nperiod: sai\n");
    for lines in ["exec \"$0\" \"$@\" >&-", "exec \"$0\" \"$@\" <&-", "exec \"$0\" \"$@\" 2>&-"] {
        let output = run(by_shell(folder.path(), lines, &["validate", "."]));
        assert_eq!(output.status.code(), Some(1), "{lines} {}", said(&output));
    }
    // Complaints that nobody hears, and still the answer and the exit status.
    fs::write(folder.path().join("q.plan.yaml"), format!("{HEAD}{RIGHT}").replace("plan: p", "plan: q"))
        .unwrap();
    for deaf in ["/dev/full", "-"] {
        let mut command = program(folder.path(), &["status", "--by", "plan", "--plans", ".", "-f", "json"]);
        if deaf == "-" {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            command.stderr(writer);
        } else if let Ok(full) = fs::OpenOptions::new().write(true).open(deaf) {
            command.stderr(full);
        }
        let output = run(command);
        assert_eq!(output.status.code(), Some(2), "{deaf}");
        assert!(String::from_utf8(output.stdout).unwrap().contains("plan.status/1"), "{deaf}");
    }
}

/// What may not be written is not replaced either. Root may write everywhere: there the system is asked itself.
#[test]
fn where_writing_is_forbidden_nothing_changes() {
    let text = format!("{HEAD}{WRONG}");
    let folder = folder(&text);
    let path = folder.path().join("p.plan.yaml");
    fs::write(folder.path().join("kq.html"), "cũ").unwrap();
    let refused = |why: &str| {
        for arguments in [&["validate", "--fix", "."][..], &["status", "--plans", ".", "-o", "kq.html"]] {
            let output = run(program(folder.path(), arguments));
            assert_eq!(output.status.code(), Some(2), "{why} {}", said(&output));
            assert!(said(&output).contains("không có quyền"), "{why} {}", said(&output));
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

/// A folder that may be listed and not entered hides no report. Root enters everywhere: there is nothing to see.
#[test]
fn a_folder_that_may_not_be_entered_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.yaml"), format!("{HEAD}{RIGHT}")).unwrap();
    let inner = folder.path().join("progress");
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join("a.yaml"), "progress: []\n").unwrap();
    for mode in [0o000, 0o444, 0o111] {
        fs::set_permissions(&inner, fs::Permissions::from_mode(mode)).unwrap();
        let is_root = fs::read(inner.join("a.yaml")).is_ok() && fs::read_dir(&inner).is_ok();
        let output = run(program(folder.path(), &["status", "--plans", "."]));
        fs::set_permissions(&inner, fs::Permissions::from_mode(0o755)).unwrap();
        if !is_root {
            assert_eq!(output.status.code(), Some(2), "{mode:o} {}", said(&output));
            assert!(
                said(&output).contains("không đọc được \"progress\": không có quyền"),
                "{}",
                said(&output)
            );
        }
    }
}
