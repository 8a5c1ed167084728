//! Any text read by plain lines and by the YAML parser: where the first reads it, the events are the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::parse::plain_lines_agree;

fuzz_target!(|text: &str| {
    plain_lines_agree(text);
});
