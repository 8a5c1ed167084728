//! Any three texts as versions of a file: a merge without conflicts reads, and one side alone is taken as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::edit::merge_files;
use plan::parse::{ContentPart, TextContent};

fuzz_target!(|text: &str| {
    let mut texts = text.splitn(3, '\u{1}');
    let mut next = || texts.next().unwrap_or_default();
    let (base, ours, theirs) = (next(), next(), next());
    if let Some(merged) = merge_files(base, ours, theirs)
        && merged.conflicts == 0
    {
        assert!(TextContent::of(&merged.text).is_some());
    }
    fn said(text: &str) -> Option<Vec<ContentPart<'_>>> {
        TextContent::of(text).map(|content| content.parts)
    }
    for merged in [merge_files(base, base, theirs), merge_files(base, theirs, theirs)].into_iter().flatten() {
        assert_eq!(merged.conflicts, 0);
        assert_eq!(said(&merged.text), said(theirs));
    }
});
