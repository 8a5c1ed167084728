//! `plan status`, `overdue`, `upcoming`, `list`: the whole way from files to what is printed.

mod figures;
mod items;
mod lists;
mod printed;

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::program::{Ran, plan};

/// The example year on a day.
fn year(arguments: &[&str], day: &str) -> Ran {
    let mut all = arguments.to_vec();
    all.extend(["--plans", "examples/ca-nam", "--as-of", day]);
    plan(&all)
}

/// The real plans on 6 January 2025.
fn real(arguments: &[&str]) -> Ran {
    let mut all = arguments.to_vec();
    all.extend(["--plans", "plans", "--as-of", "2025-01-06"]);
    plan(&all)
}

/// The work items of an answer in JSON.
fn items(ran: &Ran) -> Vec<Value> {
    assert_eq!(ran.json()["schema"], "plan.assignments/1");
    ran.json()["items"].as_array().unwrap().clone()
}

/// One value of each work item of an answer in JSON.
fn each<'v>(items: &'v [Value], name: &str) -> Vec<&'v str> {
    items.iter().map(|item| item[name].as_str().unwrap_or("-")).collect()
}

/// Writes a plan into a folder.
fn write(folder: &Path, id: &str, lines: &str) {
    let text = format!("format: 1\nplan: {id}\ntitle: Kế hoạch {id}\nperiod: 2024\n{lines}");
    fs::create_dir_all(folder.join("plans").join(id)).unwrap();
    fs::write(folder.join("plans").join(id).join("plan.yaml"), text).unwrap();
}
