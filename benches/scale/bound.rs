//! Lower bound for every reader on this YAML parser: the bare event scan on one thread.

use std::fs;
use std::path::Path;

/// The argument that makes this program scan the folder that the next one names.
pub(crate) const SCAN: &str = "--scan";

/// Reads every file in a folder and below it, and goes through its events.
pub(crate) fn scan(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            scan(&path);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a file");
        let options = granit_parser::options! { emit_comments: false };
        let events = granit_parser::Parser::new_from_str_with_options(&text, options);
        let mut count = 0;
        for event in events {
            event.expect("right YAML");
            count += 1;
        }
        assert!(count > 3, "a plan has events");
    }
}
