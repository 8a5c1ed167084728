//! Any text as the arguments of a filter, one a line: never a panic.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use plan::date::AsOf;
use plan::deadline::parse_day;
use plan::query::parse;
use plan::span::Sources;
use plan::workspace::{CheckOptions, Location, MemoryFileSystem, Workspace};

static WORKSPACE: OnceLock<Workspace> = OnceLock::new();

fn workspace() -> Workspace {
    let text = include_bytes!("../../examples/mot-tep/mot-tep.plan.yaml").as_slice();
    let files = MemoryFileSystem::from_iter([("a.plan.yaml", text)]);
    Workspace::open(&[Location::new(files, "")], CheckOptions::new(parse_day("21/11/2026").unwrap()))
}

fuzz_target!(|text: &str| {
    let workspace = WORKSPACE.get_or_init(workspace);
    let arguments: Vec<String> = text.lines().map(str::to_owned).collect();
    let as_of = AsOf::day(parse_day("30/6/2025").unwrap());
    let Ok(filter) = parse(&arguments, &[], &mut Sources::default()) else { return };
    let _ = workspace.select(&filter, as_of);
});
