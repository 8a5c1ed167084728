//! The words in which people say a percentage.

use crate::parse::emit::NewValue;

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
