//! The environment of the program: variables, streams, the clock, the exit status.

use crate::support::folder::folder;
use crate::support::process::{program, status_and_streams};
use crate::support::program::root;
use crate::support::samples::DAYS_OFF;

/// `PLAN_PATH` names the folder of the plans, unless the command does.
#[test]
fn plan_path_says_where_the_plans_are() {
    use std::ffi::OsString;

    let there = folder(DAYS_OFF);
    let here = tempfile::tempdir().unwrap();
    let mut env = crate::support::program::env(here.path());
    env.plan_path = Some(there.path().as_os_str().to_owned());
    let words: Vec<OsString> = ["plan", "list", "-f", "json"].map(OsString::from).into();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    assert_eq!(plan::cli::run(words, &env, &mut out, &mut err), 0, "{}", String::from_utf8_lossy(&err));
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["items"][0]["key"], "p/t/a/-");
}

#[test]
fn answers_go_to_stdout_complaints_to_stderr_and_the_status_tells_them_apart() {
    let output = program(root(), &["validate", "examples"]).output().unwrap();
    let (code, out, err) = status_and_streams(&output);
    assert_eq!((code, err), (Some(0), ""));
    assert!(out.ends_with("(7 kế hoạch)\n"), "{out}");
    // A pipe is no terminal: nothing is coloured.
    let output = program(root(), &["validate", "tests/data/wrong"]).output().unwrap();
    let (code, out, err) = status_and_streams(&output);
    assert_eq!((code, err, out.contains('\u{1b}')), (Some(1), "", false), "{out}");
    let output = program(root(), &["show", "khong-co"]).env("PLAN_LANG", "en").output().unwrap();
    let (code, out, err) = status_and_streams(&output);
    assert_eq!((code, out), (Some(2), ""));
    assert!(err.starts_with("error: there is no id \"khong-co\""), "{err}");
}

#[test]
fn surroundings_are_taken_from_the_environment_unless_they_are_empty() {
    let json = |path: &str| {
        let output = program(root(), &["units", "-f", "json"]).env("PLAN_PATH", path).output().unwrap();
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        json["units"][0]["plan"].as_str().unwrap().to_owned()
    };
    assert_eq!(json("examples/ca-nam"), "ca-nam");
    assert_eq!(json(""), "ba-dinh-2022-2023");
    let output = program(root(), &[]).env("COMPLETE", "fish").args(["--", "plan", "sched"]).output().unwrap();
    assert!(status_and_streams(&output).1.starts_with("schedule"), "{output:?}");
    let output = program(root(), &[]).env("COMPLETE", "").arg("--version").output().unwrap();
    assert_eq!(status_and_streams(&output), (Some(0), concat!("plan ", env!("CARGO_PKG_VERSION"), "\n"), ""));
}

/// Other tests run on a fixed day; this one runs on the day of the machine.
#[test]
fn today_is_the_day_in_vietnam() {
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_slice(&program(root(), arguments).output().unwrap().stdout).unwrap()
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
