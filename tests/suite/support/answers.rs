//! Answers of the program on the plans of the repository, and on a plan written in the test.

use std::path::Path;

use serde_json::Value;

use crate::support::folder::folder;
use crate::support::program::{Ran, plan, plan_in};
use crate::support::samples::OFFICES;

/// Asks about the example of a full year on a day.
pub(crate) fn year(arguments: &[&str], day: &str) -> Ran {
    let mut all = arguments.to_vec();
    all.extend(["--plans", "examples/ca-nam", "--as-of", day]);
    plan(&all)
}

/// Asks about the real plans on 6 January 2025.
pub(crate) fn real(arguments: &[&str]) -> Ran {
    let mut all = arguments.to_vec();
    all.extend(["--plans", "plans", "--as-of", "2025-01-06"]);
    plan(&all)
}

/// Returns the work items of an answer in JSON.
pub(crate) fn items(ran: &Ran) -> Vec<Value> {
    assert_eq!(ran.json()["schema"], "plan.items/1");
    ran.json()["items"].as_array().unwrap().clone()
}

/// Returns one value of each work item.
pub(crate) fn each<'v>(items: &'v [Value], name: &str) -> Vec<&'v str> {
    items.iter().map(|item| item[name].as_str().unwrap_or("-")).collect()
}

/// Returns the answer of a command without a message on stderr.
pub(crate) fn answer(ran: Ran) -> String {
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran.out
}

/// Returns the message of a command that gives no answer.
pub(crate) fn refused(ran: &Ran) -> &str {
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    ran.err.trim_end()
}

/// Returns the rules of the diagnostics in JSON.
pub(crate) fn rules(ran: &Ran) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    ran.json()["diagnostics"].as_array().unwrap().iter().map(|found| text(&found["rule"])).collect()
}

/// Asks about the plans in a folder.
pub(crate) fn ask_in(folder: &Path, arguments: &[&str]) -> Ran {
    plan_in(folder, &[arguments, &["--plans", "."]].concat())
}

/// Asks about a plan, given as text.
pub(crate) fn ask_of(text: &str, arguments: &[&str]) -> Ran {
    ask_in(folder(text).path(), arguments)
}

/// Asks about [`OFFICES`].
pub(crate) fn ask_offices(arguments: &[&str]) -> Ran {
    let ran = ask_of(OFFICES, arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran
}

/// Asserts that a page contains some texts.
pub(crate) fn assert_contains(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
}
