//! Names of the sheets of a workbook, which Excel restricts.

use std::collections::BTreeSet;

/// The maximum length of a name, in UTF-16 units.
const LENGTH: usize = 31;

/// The names that are taken, in lower case.
#[derive(Debug, Default)]
pub(crate) struct SheetNames {
    taken: BTreeSet<String>,
}

impl SheetNames {
    /// Returns a name for a sheet of that title: without the signs that Excel refuses, short enough, and unlike those
    /// before it.
    pub(crate) fn next(&mut self, title: &str) -> String {
        let words = title.replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.trim_matches('\'');
        let words = if words.is_empty() || words.eq_ignore_ascii_case("history") { "1" } else { words };
        let mut number = 1;
        loop {
            let suffix = if number == 1 { String::new() } else { format!(" ({number})") };
            let name = format!("{}{suffix}", shortened(words, LENGTH - suffix.len()));
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// The beginning of a text that fits a number of UTF-16 units, cut between words where there are any.
fn shortened(text: &str, length: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > length
    });
    let Some((end, _)) = end else { return text };
    let cut = &text[..end];
    let word = cut.rfind(' ').filter(|at| *at > cut.len() / 2 && !text[end..].starts_with(' '));
    cut[..word.unwrap_or(end)].trim_end_matches([' ', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_by_excel() {
        let mut names = SheetNames::default();
        assert_eq!(names.next("thanh-xuan-2024: Kế hoạch [a/b]"), "thanh-xuan-2024 Kế hoạch a b");
        assert_eq!(names.next("THANH-XUAN-2024  KẾ HOẠCH A B"), "THANH-XUAN-2024 KẾ HOẠCH A (2)");
        assert_eq!(names.next(""), "1");
        assert_eq!(names.next("'History'"), "1 (2)");
        let long = names.next("Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục");
        assert_eq!(long, "Kế hoạch hoạt động của Ban Chỉ");
        assert!(names.next(&"漢😀".repeat(40)).encode_utf16().count() <= LENGTH);
    }
}
