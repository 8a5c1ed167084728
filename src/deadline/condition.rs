//! Conditions in place of days: `khi có kinh phí` names one, `khi nào rảnh` does not.

use unicode_normalization::UnicodeNormalization;

/// Beginnings of words that wait for nothing that anybody could see.
const NO_CONDITIONS: [&str; 13] = [
    "rảnh",
    "rỗi",
    "tiện",
    "thuận tiện",
    "thích",
    "muốn",
    "nhớ ra",
    "có thể",
    "có dịp",
    "có thời gian",
    "thu xếp được",
    "sắp xếp được",
    "cũng được",
];

/// Returns true if the words of a deadline begin with `khi`, `sau khi` or `theo`, and name no condition behind it:
/// nothing, or when somebody has time for it.
pub fn names_no_condition(text: &str) -> bool {
    let lower = text.nfc().collect::<String>().to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let words = words.strip_prefix(&["đột", "xuất"]).unwrap_or(&words);
    let words = words.strip_prefix(&["sau"]).unwrap_or(words);
    let Some(rest) = words.strip_prefix(&["khi"]).or_else(|| words.strip_prefix(&["theo"])) else {
        return false;
    };
    // `khi nào`: whenever.
    let rest = rest.strip_prefix(&["nào"]).unwrap_or(rest).join(" ");
    let is_rest =
        |known: &&str| rest.strip_prefix(*known).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    rest.is_empty() || NO_CONDITIONS.iter().any(is_rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_something_that_happens() {
        for words in [
            "khi nào rảnh",
            "Khi rảnh rỗi",
            "khi nào",
            "Theo",
            "sau khi thuận tiện",
            "khi nào có thời gian",
            "đột xuất, khi nào tiện",
            "Khi nào cũng được.",
        ] {
            assert!(names_no_condition(words), "{words}");
        }
        for words in [
            "khi có kinh phí",
            "khi nào có hướng dẫn của Sở",
            "Theo tiến độ của Thành phố",
            "sau khi được phê duyệt",
            "khi cần thiết",
            "khi tiến hành nghiệm thu",
            "khi nộp hồ sơ",
            "đột xuất, khi có yêu cầu",
            "thường xuyên",
        ] {
            assert!(!names_no_condition(words), "{words}");
        }
    }
}
