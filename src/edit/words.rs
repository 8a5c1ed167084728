//! The words in which people say a state or a percentage.

use crate::parse::emit::NewValue;
use crate::vietnamese::{fold, is_accented, plain};

/// The states of a report with their words in both languages.
const STATES: [(&str, &[&str]); 4] = [
    (
        "started",
        &[
            "started",
            "start",
            "in progress",
            "in-progress",
            "đang làm",
            "đang thực hiện",
            "đang triển khai",
            "đã bắt đầu",
            "bắt đầu",
        ],
    ),
    ("done", &["done", "xong", "đã xong", "hoàn thành", "đã hoàn thành", "completed", "finished"]),
    ("paused", &["paused", "pause", "tạm dừng", "tạm ngừng", "tạm ngưng"]),
    ("reopened", &["reopened", "reopen", "làm lại", "mở lại"]),
];

/// Returns the state that words name, in either language, with or without accents.
pub fn report_state(words: &str) -> Option<&'static str> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_same = |word: &str| {
        if is_accented(&words) { plain(word) == plain(&words) } else { fold(word) == fold(&words) }
    };
    STATES.into_iter().find(|(_, all)| all.iter().any(|word| is_same(word))).map(|(state, _)| state)
}

/// All words for states, those of the format first.
pub fn state_words() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_format = STATES.into_iter().map(|(state, _)| (state, state));
    let others = STATES.into_iter().flat_map(|(state, words)| words.iter().map(move |word| (*word, state)));
    of_format.chain(others.filter(|(word, state)| word != state))
}

/// Returns a percentage as people write it (`60`, `60%`, `98,5 %`); other words stay words, for the checks to report.
pub fn percentage(words: &str) -> NewValue {
    let trimmed = words.trim();
    let digits = trimmed.strip_suffix('%').unwrap_or(trimmed).trim_end().replacen(',', ".", 1);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match digits.parse() {
        Ok(number) if is_number => NewValue::Number(number),
        _ => NewValue::Text(trimmed.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_known_as_people_say_them() {
        for (words, state) in [
            ("done", "done"),
            ("XONG", "done"),
            ("Đã hoàn thành", "done"),
            ("dang lam", "started"),
            ("đang  thực hiện", "started"),
            ("tam dung", "paused"),
            ("lam lai", "reopened"),
        ] {
            assert_eq!(report_state(words), Some(state), "{words}");
        }
        for words in ["", "dung", "PL2-02", "đàng lam", "xongg"] {
            assert_eq!(report_state(words), None, "{words}");
        }
        let first: Vec<&str> = state_words().map(|(word, _)| word).take(4).collect();
        assert_eq!(first, crate::parse::format::STATES);
    }

    #[test]
    fn percentages_are_numbers_however_they_are_written() {
        for (words, number) in [("60", 60.0), ("60%", 60.0), ("98,5 %", 98.5), ("12.5", 12.5), ("120", 120.0)]
        {
            assert_eq!(percentage(words), NewValue::Number(number), "{words}");
        }
        for words in ["", "sáu mươi", "1,2,3", "-5", "1e3"] {
            assert_eq!(percentage(words), NewValue::Text(words.to_owned()), "{words}");
        }
    }
}
