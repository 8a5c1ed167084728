//! Numbers as Vietnamese documents write them: `1.250`, `98,5`, `1.500.000`, `1.250,75`. Source: docs/format.md,
//! Numbers.

/// The digits of a number with their separators, as a text writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenNumber<'t>(&'t str);

impl<'t> WrittenNumber<'t> {
    /// Splits a text behind the number at its front; none if it begins with anything but a digit.
    pub fn split(text: &'t str) -> Option<(Self, &'t str)> {
        let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let mut end = digits(text);
        if end == 0 {
            return None;
        }
        while let Some(part) = text[end..].strip_prefix(['.', ',']).map(digits).filter(|part| *part > 0) {
            end += 1 + part;
        }
        Some((Self(&text[..end]), &text[end..]))
    }

    /// Returns the value of a number of things. A dot before exactly three digits separates thousands, unless it
    /// follows a lone 0.
    ///
    /// None if the separators contradict each other (`1,250,000`, `1.25.000`), or if the number would be another in
    /// either reading (`1250.500`).
    pub fn count(self) -> Option<f64> {
        let (whole, fraction) = self.0.split_once(',').map_or((self.0, None), |(a, b)| (a, Some(b)));
        let Some((first, rest)) = whole.split_once('.') else { return decimal(whole, fraction) };
        let is_grouped = rest.split('.').all(|group| group.len() == 3);
        match (is_grouped && first != "0", fraction) {
            (true, _) if first.len() <= 3 => decimal(&whole.replace('.', ""), fraction),
            (false, None) => decimal(first, Some(rest)),
            _ => None,
        }
    }

    /// Returns the value of a percentage, in which dot and comma both separate decimals.
    pub fn percentage(self) -> Option<f64> {
        let (whole, fraction) = self.0.split_once(['.', ',']).map_or((self.0, None), |(a, b)| (a, Some(b)));
        decimal(whole, fraction)
    }
}

/// Reads a text that is a number: `1.250`, `12,5`, `98,5 %`, `-3`; none for any other.
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let (sign, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    let (number, rest) = WrittenNumber::split(text)?;
    let value = match rest.trim() {
        "" => number.count(),
        "%" => number.percentage(),
        _ => None,
    };
    // The sum turns -0 into 0.
    value.map(|value| sign * value + 0.0)
}

/// Reads digits with decimals; none if either has a separator in it, or if the number is too large.
fn decimal(whole: &str, fraction: Option<&str>) -> Option<f64> {
    let text = format!("{whole}.{}", fraction.unwrap_or("0"));
    let is_plain = text.bytes().filter(|byte| !byte.is_ascii_digit()).count() == 1;
    text.parse().ok().filter(|number: &f64| is_plain && number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<f64>, Option<f64>) {
        let (number, rest) = WrittenNumber::split(text).unwrap();
        assert_eq!(rest, "", "{text}");
        (number.count(), number.percentage())
    }

    #[test]
    fn dots_before_three_digits_separate_thousands() {
        for (text, count, percentage) in [
            ("1250", Some(1250.0), Some(1250.0)),
            ("07", Some(7.0), Some(7.0)),
            ("1.250", Some(1250.0), Some(1.25)),
            ("1.000", Some(1000.0), Some(1.0)),
            ("98.125", Some(98125.0), Some(98.125)),
            ("1.500.000", Some(1_500_000.0), None),
            ("1.250,75", Some(1250.75), None),
            ("12.345.678,9", Some(12_345_678.9), None),
            ("0.250", Some(0.25), Some(0.25)),
            ("0,250", Some(0.25), Some(0.25)),
            ("98.5", Some(98.5), Some(98.5)),
            ("98,5", Some(98.5), Some(98.5)),
            ("12.34", Some(12.34), Some(12.34)),
            ("1.2345", Some(1.2345), Some(1.2345)),
            ("1,250", Some(1.25), Some(1.25)),
            ("100,0", Some(100.0), Some(100.0)),
        ] {
            assert_eq!(read(text), (count, percentage), "{text}");
        }
    }

    #[test]
    fn separators_that_contradict_each_other_are_no_number() {
        for text in ["1,250,000", "1,250.5", "1.25.000", "1.250.5", "0.250.000", "1,5,5", "12.34,5"] {
            assert_eq!(read(text), (None, None), "{text}");
        }
        // Four digits are no group of thousands, and three decimals are no thousands either.
        assert_eq!(read("1250.500"), (None, Some(1250.5)));
        assert_eq!(read("0.250,5"), (None, None));
        assert_eq!(read(&"9".repeat(400)), (None, None));
    }

    #[test]
    fn a_text_is_a_number_as_a_whole() {
        for (text, value) in [
            ("1.250", 1250.0),
            (" 12,5 ", 12.5),
            ("98.500%", 98.5),
            ("98,5 %", 98.5),
            ("-3", -3.0),
            ("−1.000", -1000.0),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        assert!(number("-0").is_some_and(f64::is_sign_positive));
        for text in
            ["", "%", "-", "+5", "mười", "5 triệu", ".5", "5.", "1e5", "0x10", "--5", "1.250.00", "5 6"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_ends_with_its_last_digit() {
        let split = |text| WrittenNumber::split(text).map(|(number, rest)| (number.0, rest));
        assert_eq!(split("1.250 học sinh"), Some(("1.250", " học sinh")));
        assert_eq!(split("11."), Some(("11", ".")));
        assert_eq!(split("5, 6"), Some(("5", ", 6")));
        assert_eq!(split("50-55%"), Some(("50", "-55%")));
        assert_eq!(split("-5"), None);
        assert_eq!(split(""), None);
    }
}
