//! The values that the words of a scalar stand for: nothing, an id, a count, a number.

/// Returns true if YAML takes words without quotation marks for no value.
pub(crate) fn is_null(words: &str) -> bool {
    matches!(words, "" | "~" | "null" | "Null" | "NULL")
}

/// Returns true for words of the form of an id: `II.1-2a`.
pub(crate) fn is_id(words: &str) -> bool {
    let mut bytes = words.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphanumeric())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// A whole number: `11`, `011`, and the notations that YAML takes for the same number (`11.0`, `+11`, `1.1e1`,
/// `0x0B`), of at most nine digits.
pub(in crate::parse) fn count(words: &str) -> Option<u64> {
    if let Some(number) = radix(words) {
        return Some(number.into());
    }
    let plain =
        words.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
    let number: f64 = words.parse().ok().filter(|_| plain && !words.starts_with('-'))?;
    let is_whole = number.fract() == 0.0 && number < 1e9;
    is_whole.then(|| format!("{number:.0}").parse().ok()).flatten()
}

/// A number in hexadecimal or octal, as YAML writes them: `0x0B`, `0o13`.
fn radix(words: &str) -> Option<u32> {
    let (digits, radix, most) = match words.get(..2)? {
        "0x" => (&words[2..], 16, 7),
        "0o" => (&words[2..], 8, 9),
        _ => return None,
    };
    let is_number = digits.len() <= most && digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_number.then(|| u32::from_str_radix(digits, radix).ok()).flatten()
}

/// A number: `98`, `98.5`, `98,5`, `98,5 %`, `1e2`. A number that is too large becomes infinite, for a rule to report.
pub(in crate::parse) fn number(words: &str) -> Option<f64> {
    let words = words.strip_suffix('%').unwrap_or(words).trim_end();
    if let Some(number) = radix(words) {
        return Some(number.into());
    }
    let plain = words
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'e' | b'E' | b'+' | b'-'));
    if !plain || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // The sum turns -0 into 0.
    words.replacen(',', ".", 1).parse().ok().map(|number: f64| number + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        assert_eq!(number("98,5 %"), Some(98.5));
        assert_eq!(number("1e309"), Some(f64::INFINITY));
        assert_eq!(number("-3"), Some(-3.0));
        assert!(number("-0").is_some_and(f64::is_sign_positive));
        assert_eq!(number("0x0B"), Some(11.0));
        for wrong in ["", "%", "inf", "NaN", "1,2,3", "mười"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
        assert_eq!(count("011"), Some(11));
        for eleven in ["11.0", "11.", "+11", "1.1e1", "110e-1", "0x0B", "0o13", "0000000000011"] {
            assert_eq!(count(eleven), Some(11), "{eleven}");
        }
        for wrong in ["", "-1", "1.5", "1000000000", "99999999999999999999", "0x+1", "0x", "+0x1", "0b1"] {
            assert_eq!(count(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn ids_are_plain() {
        for id in ["II.1-2a", "a", "9_x"] {
            assert!(is_id(id));
        }
        for id in ["", "-a", "đ", "a b", "a/b"] {
            assert!(!is_id(id));
        }
    }
}
