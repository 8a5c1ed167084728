//! Titles of tasks.

use crate::import::units::is_unit;

/// The title of a task: its first clause in the document's words, without the name of the unit before a colon.
pub(super) fn title_of(text: &str) -> String {
    const LONGEST: usize = 110;
    let bare = match text.split_once(": ") {
        Some((head, rest))
            if is_unit(head.trim_start_matches("Đối với "))
                && head.chars().count() < 120
                && !rest.is_empty() =>
        {
            rest
        }
        _ => text,
    };
    let mut end = bare.len();
    for (at, c) in bare.char_indices() {
        let is_end = match c {
            ';' | ':' => true,
            '.' => bare[at + 1..].is_empty() || bare[at + 1..].starts_with(' '),
            _ => false,
        };
        if is_end {
            end = at;
            break;
        }
    }
    let clause = bare[..end].trim();
    let short = match clause.char_indices().nth(LONGEST) {
        None => clause,
        Some((at, _)) => {
            let comma = clause[..at].rfind(", ").filter(|comma| *comma > 80);
            let cut = comma.or_else(|| clause[..at].rfind(' ')).unwrap_or(at);
            clause[..cut].trim_end_matches([',', ' '])
        }
    };
    capital(if short.is_empty() { text } else { short })
}

/// The words with a capital letter in front.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
