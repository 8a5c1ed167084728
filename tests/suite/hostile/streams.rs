//! A closed pipe and a full disk behind the answer of every command.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::io::Write;

use plan::cli::{Env, run};

use crate::support::program::{env, plan_in, root};

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
    &["validate", "-f", "short", "tests/data/wrong"],
    &["validate", "-f", "json"],
    &["due", "tháng 9"],
    &["calendar", "2024"],
    &["explain"],
    &["schema"],
    &["status"],
    &["list", "-f", "csv"],
    &["overdue", "-f", "json"],
    &["upcoming", "--within", "1y", "--as-of", "1/1/2024"],
    &["schedule", "-f", "html"],
    &["targets", "-f", "markdown"],
    &["units"],
    &["matrix", "-f", "csv"],
    &["report", "-f", "html"],
    &["brief"],
    &["report", "--fields"],
    &["timeline", "-f", "svg"],
    &["remind", "-f", "json"],
    &["show", "PL2-02"],
    &["why", "PL2-02"],
    &["export", "DIR"],
    &["--help"],
    &["man"],
    &["completions", "bash"],
    &["form", "-o", "target/forms", "--plans", "examples/ca-nam"],
    &["collect", "target/forms", "--dry-run", "--plans", "examples/ca-nam"],
    &["import", "tests/data/sources/ba-dinh-2022-2023.txt", "-o", "khong-ghi", "--dry-run", "-q"],
    &["record", "II-5", "paused", "--dry-run", "--plans", "examples/ca-nam"],
    &["extend", "II-5", "31/12/2025", "--by", "CV 1", "--dry-run", "--plans", "examples/ca-nam"],
    &["drop", "II-5", "--by", "CV 1", "--dry-run", "--plans", "examples/ca-nam"],
    &["assign", "II-5", "phong-y-te", "--by", "CV 1", "--dry-run", "--plans", "examples/ca-nam"],
    &["measure", "CT-01", "50%", "--dry-run", "--plans", "examples/ca-nam"],
    &["init", "DIR"],
    &["renew", "ca-nam", "--period", "2026", "--dry-run", "--plans", "examples/ca-nam"],
    &["rename", "II-5", "II-5a", "--dry-run", "--plans", "examples/ca-nam"],
];

fn run_into(arguments: &[&str], out: &mut dyn Write, env: &Env) -> (u8, String) {
    let folder = tempfile::tempdir().unwrap();
    let words = std::iter::once(&"plan").chain(arguments).map(|word| match *word {
        "DIR" => folder.path().into(),
        word => OsString::from(word),
    });
    let words: Vec<OsString> = words.collect();
    let mut err = Vec::new();
    let code = run(words, env, out, &mut err);
    (code, String::from_utf8(err).unwrap())
}

/// `merge` writes its answer into a file.
#[test]
fn every_command_that_prints_is_among_them() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(plan_in(folder.path(), &["man", "."]).code, 0);
    let pages =
        fs::read_dir(folder.path()).unwrap().map(|page| page.unwrap().file_name().into_string().unwrap());
    let named: BTreeSet<String> = pages
        .filter_map(|page| Some(page.strip_prefix("plan-")?.strip_suffix(".1")?.to_owned()))
        .filter(|command| command != "merge")
        .collect();
    let run: BTreeSet<String> =
        COMMANDS.iter().map(|words| words[0].to_owned()).filter(|word| !word.starts_with('-')).collect();
    assert_eq!(run, named);
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
