//! Answers of the program on the plans of the repository, and on a plan written in the test.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::program::{Ran, plan, plan_in};
use crate::support::samples::OFFICES;

/// The example year on a day.
pub(crate) fn year(arguments: &[&str], day: &str) -> Ran {
    let mut all = arguments.to_vec();
    all.extend(["--plans", "examples/ca-nam", "--as-of", day]);
    plan(&all)
}

/// The real plans on 6 January 2025.
pub(crate) fn real(arguments: &[&str]) -> Ran {
    let mut all = arguments.to_vec();
    all.extend(["--plans", "plans", "--as-of", "2025-01-06"]);
    plan(&all)
}

/// The work items of an answer in JSON.
pub(crate) fn items(ran: &Ran) -> Vec<Value> {
    assert_eq!(ran.json()["schema"], "plan.items/1");
    ran.json()["items"].as_array().unwrap().clone()
}

/// One value of each work item of an answer in JSON.
pub(crate) fn each<'v>(items: &'v [Value], name: &str) -> Vec<&'v str> {
    items.iter().map(|item| item[name].as_str().unwrap_or("-")).collect()
}

/// Writes a plan into a folder.
pub(crate) fn write(folder: &Path, id: &str, lines: &str) {
    let text = format!("format: 1\nplan: {id}\ntitle: Kế hoạch {id}\nperiod: 2024\n{lines}");
    fs::create_dir_all(folder.join("plans").join(id)).unwrap();
    fs::write(folder.join("plans").join(id).join("plan.yaml"), text).unwrap();
}

/// The answer, of a command that has nothing to complain of.
pub(crate) fn text(ran: Ran) -> String {
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran.out
}

/// The one sentence on stderr of a command that cannot do what it is asked.
pub(crate) fn refused(ran: &Ran) -> &str {
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    ran.err.trim_end()
}

/// A folder with these files.
pub(crate) fn folder_of(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

pub(crate) fn rules(ran: &Ran) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    ran.json()["diagnostics"].as_array().unwrap().iter().map(|found| text(&found["rule"])).collect()
}

pub(crate) fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
    folder
}

/// A command about the plans in a folder.
pub(crate) fn ask_in(folder: &Path, arguments: &[&str]) -> Ran {
    plan_in(folder, &[arguments, &["--plans", "."]].concat())
}

/// A command on 21 November 2026 about the plan with these words.
pub(crate) fn ask_of(text: &str, arguments: &[&str]) -> Ran {
    plan_in(folder(text).path(), &[arguments, &["--plans", "."]].concat())
}

pub(crate) fn offices(arguments: &[&str]) -> Ran {
    let ran = ask_of(OFFICES, arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran
}

pub(crate) fn holds(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
}
