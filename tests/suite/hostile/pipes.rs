//! Streams of the process that are full, closed or read no further.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;

use crate::hostile::writing::{RIGHT, UNTITLED};
use crate::support::folder::folder;
use crate::support::process::{by_shell, program, run, stderr};
use crate::support::program::root;

/// Commands that succeed and print something.
const COMMANDS: &[&[&str]] = &[
    &["validate"],
    &["validate", "-f", "json"],
    &["validate", "-f", "sarif"],
    &["validate", "--diff", "tests/rules/not-nfc/wrong.plan.yaml"],
    &["status"],
    &["list", "-f", "csv"],
    &["schedule", "-f", "html"],
    &["due", "tháng 9"],
    &["record", "PL2-01", "paused", "--period", "tháng 3", "--dry-run", "--plans", "plans/thanh-xuan-2024"],
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
        assert!(
            stderr(&output).contains("lỗi: không ghi được: ổ đĩa đầy"),
            "{arguments:?} {}",
            stderr(&output)
        );
    }
}

#[test]
fn a_reader_that_goes_after_one_line_ends_the_program_quietly() {
    for arguments in [&["list", "-f", "csv"][..], &["schema"], &["validate", "-f", "sarif"]] {
        let mut child = program(root(), arguments).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""), "{arguments:?}");
        assert!(!line.is_empty());
    }
}

#[test]
fn closed_streams_neither_stop_nor_silence_the_rest() {
    let folder = folder("format: 1\nplan: p\ntitle: T\nperiod: sai\n");
    for lines in ["exec \"$0\" \"$@\" >&-", "exec \"$0\" \"$@\" <&-", "exec \"$0\" \"$@\" 2>&-"] {
        let output = run(by_shell(folder.path(), lines, &["validate", "."]));
        assert_eq!(output.status.code(), Some(1), "{lines} {}", stderr(&output));
    }
    // Complaints that nobody hears, and still the answer and the exit status.
    fs::write(folder.path().join("q.plan.yaml"), format!("{UNTITLED}{RIGHT}").replace("plan: p", "plan: q"))
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
