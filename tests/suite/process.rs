//! The program itself, as a shell starts it: its arguments, surroundings, streams and exit status.

use std::process::{Command, Output};

use crate::program::root;

/// The program at the root of the repository, in surroundings of which it knows nothing.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.current_dir(root());
    for name in ["PLAN_PATH", "PLAN_LANG", "NO_COLOR", "COMPLETE"] {
        command.env_remove(name);
    }
    command
}

fn said(output: &Output) -> (Option<i32>, &str, &str) {
    let text = |bytes| std::str::from_utf8(bytes).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn answers_go_to_stdout_complaints_to_stderr_and_the_status_tells_them_apart() {
    let output = program().args(["validate", "examples"]).output().unwrap();
    let (code, out, err) = said(&output);
    assert_eq!((code, err), (Some(0), ""));
    assert!(out.ends_with("(4 kế hoạch)\n"), "{out}");
    // A pipe is no terminal: nothing is coloured.
    let output = program().args(["validate", "examples-wrong"]).output().unwrap();
    let (code, out, err) = said(&output);
    assert_eq!((code, err, out.contains('\u{1b}')), (Some(1), "", false), "{out}");
    let output = program().args(["show", "khong-co"]).env("PLAN_LANG", "en").output().unwrap();
    let (code, out, err) = said(&output);
    assert_eq!((code, out), (Some(2), ""));
    assert!(err.starts_with("error: there is no id \"khong-co\""), "{err}");
}

#[test]
fn surroundings_are_taken_from_the_environment_unless_they_are_empty() {
    let json = |path: &str| {
        let output = program().args(["units", "-f", "json"]).env("PLAN_PATH", path).output().unwrap();
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        json["units"][0]["plan"].as_str().unwrap().to_owned()
    };
    assert_eq!(json("examples/ca-nam"), "ca-nam");
    assert_eq!(json(""), "ba-dinh-2022-2023");
    let output = program().env("COMPLETE", "fish").args(["--", "plan", "sched"]).output().unwrap();
    assert!(said(&output).1.starts_with("schedule"), "{output:?}");
    let output = program().env("COMPLETE", "").arg("--version").output().unwrap();
    assert_eq!(said(&output), (Some(0), concat!("plan ", env!("CARGO_PKG_VERSION"), "\n"), ""));
}

/// The day is the machine's, not the fixed one of the other tests.
#[test]
fn today_is_the_day_in_vietnam() {
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_slice(&program().args(arguments).output().unwrap().stdout).unwrap()
    };
    let day = || {
        let hours = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() / 3600 + 7;
        plan::date::Day::MIN.until(plan::date::Day::new(1970, 1, 1).unwrap())
            + i64::try_from(hours / 24).unwrap()
    };
    let before = day();
    let told = json(&["list", "--limit", "1", "-f", "json"])["as_of"].as_str().unwrap().to_owned();
    let told = plan::date::Day::MIN.until(plan::deadline::parse_day(&told).unwrap());
    assert!((before..=day()).contains(&told), "{told}");
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;

    let odd = std::ffi::OsStr::from_bytes(b"\xff");
    let output = program().arg("show").arg(odd).output().unwrap();
    let (code, out, err) = said(&output);
    assert_eq!((code, out), (Some(2), ""));
    assert!(err.starts_with("lỗi: tham số không phải UTF-8\n"), "{err}");
}
