//! Notes in brackets: `05 (năm) trường`, `99,3% (412/415)`.

/// Returns a text without its notes in brackets, and the notes.
///
/// A bracket without its other half stays.
pub(super) fn without_brackets(text: &str) -> (String, Vec<&str>) {
    let (mut left, mut notes, mut rest) = (String::new(), Vec::new(), text);
    while let Some((before, inside, behind)) = pair(rest) {
        left.push_str(before);
        notes.push(inside);
        rest = behind;
    }
    left.push_str(rest);
    (left.split_whitespace().collect::<Vec<_>>().join(" "), notes)
}

/// The text before the first pair of brackets, in it, and behind it.
fn pair(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find('(')?;
    let mut depth = 0_usize;
    for (at, c) in text[open..].char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let close = open + at;
            return Some((&text[..open], &text[open + 1..close], &text[close + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_taken_out() {
        for (text, left, notes) in [
            ("05 (năm) trường", "05 trường", vec!["năm"]),
            ("99,3% (412/415)", "99,3%", vec!["412/415"]),
            ("80% (MN), 90% (TH)", "80% , 90%", vec!["MN", "TH"]),
            ("1 (a (b) c) d", "1 d", vec!["a (b) c"]),
            ("1 (a", "1 (a", vec![]),
            ("1) a", "1) a", vec![]),
        ] {
            assert_eq!(without_brackets(text), (left.to_owned(), notes), "{text}");
        }
    }
}
