//! Headings and cells that are names of units as a whole.

use std::ops::Range;

use super::name::{begins_unit, is_unit, many};
use crate::import::token::tokens;

/// The names of a heading, a cell, or the words before a colon: all of the text is names.
pub(crate) fn whole_names(text: &str) -> Vec<String> {
    let text = text.trim().trim_end_matches(['.', ';', ':', ',']);
    let all = tokens(text);
    // `Các phòng: Tài chính - Kế hoạch, Y tế, Công an quận`.
    if let Some((head, list)) = text.split_once(": ")
        && let Some(length) = many(&tokens(head), 0)
        && length == tokens(head).len()
    {
        let prefix = tokens(head).get(1).map(|token| token.word.clone()).unwrap_or_default();
        let prefix: String =
            prefix.chars().take(1).flat_map(char::to_uppercase).chain(prefix.chars().skip(1)).collect();
        let names: Vec<&str> = parts(list).into_iter().map(|range| list[range].trim()).collect();
        // `05 trường: A, B; không để xảy ra cháy nổ`: a sentence behind the list, not a name.
        if names.iter().any(|name| name.starts_with(char::is_lowercase) && !is_unit(name)) {
            return Vec::new();
        }
        let whole = |name: &str| if is_unit(name) { name.to_owned() } else { format!("{prefix} {name}") };
        return names.into_iter().map(whole).collect();
    }
    if !begins_unit(&all, 0) {
        return Vec::new();
    }
    let mut names: Vec<String> = Vec::new();
    for range in parts(text) {
        let part = text[range].trim();
        let part_tokens = tokens(part);
        let goes_on = match names.last() {
            Some(last) => {
                let is_many = many(&tokens(last), 0).is_some();
                !begins_unit(&part_tokens, 0)
                    || (is_many
                        && !part_tokens.first().is_some_and(|token| token.is_capital)
                        && many(&part_tokens, 0).is_none())
                    || (is_many && part_tokens.len() == 1)
            }
            None => false,
        };
        match names.last_mut() {
            Some(last) if goes_on => {
                last.push_str(", ");
                last.push_str(part);
            }
            _ => names.push(part.to_owned()),
        }
    }
    names.into_iter().flat_map(|name| at_and(&name)).collect()
}

/// Cuts a name at `và` where a further unit begins behind it.
fn at_and(name: &str) -> Vec<String> {
    for (at, word) in name.match_indices(" và ") {
        if begins_unit(&tokens(&name[at + word.len()..]), 0)
            && is_unit(&name[..at])
            && !name.starts_with("Văn phòng")
        {
            let mut names = vec![name[..at].to_owned()];
            names.extend(at_and(&name[at + word.len()..]));
            return names;
        }
    }
    vec![name.to_owned()]
}

/// The parts between commas, semicolons, slashes and lines, none inside brackets.
fn parts(text: &str) -> Vec<Range<usize>> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' | '\n' if depth == 0 => {
                parts.push(from..at);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(from..text.len());
    parts.retain(|range| !text[range.clone()].trim().is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_cells_are_names_as_a_whole() {
        for (text, names) in [
            ("Phòng Y tế, Trung tâm Y tế quận", vec!["Phòng Y tế", "Trung tâm Y tế quận"]),
            ("Các phòng, ban, đơn vị liên quan", vec!["Các phòng, ban, đơn vị liên quan"]),
            (
                "Các phòng: Tài chính - Kế hoạch, Y tế, Ban Quản lý dự án - đầu tư xây dựng quận, Công an quận",
                vec![
                    "Phòng Tài chính - Kế hoạch",
                    "Phòng Y tế",
                    "Ban Quản lý dự án - đầu tư xây dựng quận",
                    "Công an quận",
                ],
            ),
            (
                "Các trường Mầm non, Tiểu học, THCS, Trung tâm GDNN-GDTX quận",
                vec!["Các trường Mầm non, Tiểu học, THCS", "Trung tâm GDNN-GDTX quận"],
            ),
            ("Văn phòng HĐND và UBND phường", vec!["Văn phòng HĐND và UBND phường"]),
            ("Phòng Nội vụ;\nPhòng Tài chính", vec!["Phòng Nội vụ", "Phòng Tài chính"]),
            ("Mục tiêu", vec![]),
        ] {
            assert_eq!(whole_names(text), names, "{text}");
        }
    }
}
