//! Any bytes as one plan file: read and checked, never a panic; read in pieces, it says what it says as a whole.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::deadline::parse_day;
use plan::workspace::{CheckOptions, Location, MemoryFileSystem, Workspace};

fuzz_target!(|bytes: &[u8]| {
    let files = MemoryFileSystem::from_iter([("a.plan.yaml", bytes)]);
    let options = CheckOptions::new(parse_day("21/11/2026").unwrap());
    let workspace = Workspace::open(&[Location::new(files, "a.plan.yaml")], options);
    for plan in workspace.plans() {
        let say = |threads| format!("{:?}", workspace.draft_on(plan.ix(), threads));
        assert_eq!(say(1), say(2));
    }
});
