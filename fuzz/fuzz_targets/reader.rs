//! Any bytes as one plan file: read and checked, never a panic; read in pieces, it says what it says as a whole.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::check::{Strictness, check};
use plan::deadline::parse_day;
use plan::parse::{Loaded, MemoryFileSystem, load};

fuzz_target!(|bytes: &[u8]| {
    let files = MemoryFileSystem::from_iter([("a.plan.yaml", bytes)]);
    let mut loaded = Loaded::default();
    load(&files, "a.plan.yaml", &mut loaded);
    for plan in &loaded.plans {
        let say = |threads| format!("{:?}", loaded.read_on(plan, threads));
        assert_eq!(say(1), say(2));
    }
    let today = parse_day("21/11/2026").unwrap();
    let _ = check(loaded, today, Strictness::default());
});
