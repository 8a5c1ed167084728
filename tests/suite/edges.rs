//! The edges of the program: a reader that has gone, a full disk, an empty answer.

use std::ffi::OsString;
use std::io::{self, Write};

use plan::cli::{Env, run};

use crate::program::{env, plan, root};

/// A stream that fails from the first byte.
struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

const COMMANDS: &[&[&str]] = &[
    &["validate", "-f", "short", "examples-wrong"],
    &["validate", "-f", "json"],
    &["due", "tháng 9"],
    &["calendar", "2024"],
    &["explain"],
    &["schema"],
    &["status"],
    &["list", "-f", "csv"],
    &["overdue", "-f", "json"],
    &["schedule", "-f", "html"],
    &["targets", "-f", "markdown"],
    &["units"],
    &["show", "PL2-02"],
    &["why", "PL2-02"],
    &["--help"],
    &["man"],
    &["completions", "bash"],
];

fn run_into(arguments: &[&str], out: &mut dyn Write, env: &Env) -> (u8, String) {
    let words: Vec<OsString> = std::iter::once(&"plan").chain(arguments).map(OsString::from).collect();
    let mut err = Vec::new();
    let code = run(words, env, out, &mut err);
    (code, String::from_utf8(err).unwrap())
}

#[test]
fn a_closed_pipe_ends_every_command_quietly() {
    for arguments in COMMANDS {
        let (code, err) = run_into(arguments, &mut Broken(io::ErrorKind::BrokenPipe), &env(root()));
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn a_full_disk_is_told_and_ends_with_2() {
    for arguments in COMMANDS {
        let (code, err) = run_into(arguments, &mut Broken(io::ErrorKind::StorageFull), &env(root()));
        assert_eq!(code, 2, "{arguments:?}");
        assert!(err.starts_with("lỗi: không ghi được"), "{arguments:?} {err}");
    }
}

#[test]
fn no_command_sends_the_terminal_what_a_plan_says() {
    let folder = tempfile::tempdir().unwrap();
    let evil = "\\e]0;x\\a\\e[31m\\x9b2J";
    let text = format!(
        "format: 1\nplan: p\ntitle: \"T {evil}\"\nperiod: 2026\nunits: [{{id: a, name: \"A {evil}\", kind: x}}]\n\
         sections: [{{id: I, title: \"S {evil}\"}}]\ngoals: [{{id: G, title: \"G {evil}\"}}]\n\
         tasks: [{{id: t, section: I, goals: [G], title: \"T {evil}\", text: \"X {evil}\", output: \"O {evil}\", lead: a, due: tháng 3}}]\n\
         targets: [{{id: c, title: \"C {evil}\", value: 5, lead: a}}]\n\
         progress: [{{item: t, date: 1/3/2026, state: started, evidence: \"E {evil}\", difficulty: \"D {evil}\"}}]\n"
    );
    std::fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
    let path = folder.path().to_str().unwrap();
    for command in [
        &["validate"][..],
        &["status"],
        &["overdue"],
        &["overdue", "--by", "unit"],
        &["list"],
        &["upcoming"],
        &["show", "t"],
        &["why", "t"],
        &["schedule"],
        &["targets"],
        &["units"],
        &["show", "a"],
        &["status", "--by", "goal"],
    ] {
        for format in ["text", "markdown", "csv", "html", "json"] {
            let format = if command[0] == "validate" && format != "json" { "human" } else { format };
            let mut arguments = command.to_vec();
            arguments.extend(["--plans", path, "-f", format]);
            let ran = plan(&arguments);
            assert!(ran.code < 2, "{arguments:?} {}", ran.err);
            let printed = format!("{}{}", ran.out, ran.err);
            let steers = |c: char| c.is_control() && c != '\n';
            assert!(!printed.contains(steers), "{arguments:?}");
        }
    }
}

#[test]
fn an_empty_answer_says_so_and_is_no_failure() {
    let ran = plan(&["overdue", "--as-of", "1/1/2024", "plan:thanh-xuan-2024"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(!ran.err.is_empty());
    let ran = plan(&["overdue", "--as-of", "1/1/2024", "plan:thanh-xuan-2024", "-q"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
}

/// A plan that could not be read is not one in which nothing is late.
#[test]
fn what_is_left_out_is_never_good_news() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("p.plan.yaml"), "format: 1\nplan: p\ntitle: T\nperiod: sai\n").unwrap();
    let path = folder.path().to_str().unwrap();
    for command in ["overdue", "status", "list", "upcoming"] {
        let ran = plan(&[command, "--plans", path]);
        assert_eq!(ran.code, 2, "{command}");
        assert!(!ran.err.contains("Không có"), "{command}: {}", ran.err);
        let file = folder.path().join("kq.html");
        let ran = plan(&[command, "--plans", path, "-o", file.to_str().unwrap()]);
        let page = std::fs::read_to_string(&file).unwrap();
        assert_eq!(ran.code, 2, "{command}");
        assert!(page.contains("Chưa kể vì có lỗi: p."), "{command}: {page}");
        assert!(!page.contains("Không có"), "{command}: {page}");
    }
    let ran = plan(&["overdue", "-o", folder.path().join("a.docx").to_str().unwrap()]);
    assert_eq!((ran.code, folder.path().join("a.docx").exists()), (2, false), "{}", ran.err);
}
