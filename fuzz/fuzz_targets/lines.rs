//! Any text read by plain lines and by the YAML parser: where the first reads it, the events are the same. The
//! comparison exists under `cfg(fuzzing)` alone, which `cargo fuzz` sets.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|text: &str| {
    plan::parse::plain_lines_agree(text);
});

#[cfg(not(fuzzing))]
fn main() {}
