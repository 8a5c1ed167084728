//! Units of measure: the things that the number of a value counts.

use crate::vietnamese::fold;

/// The unit of measure of a number: `%`, `học sinh/lớp`, or none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measure {
    /// The words behind the number, without notes in brackets; empty for a bare number.
    pub text: String,
    /// The direction, where the number is that of a change: `giảm 10%`.
    pub trend: Option<Trend>,
}

/// The direction of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trend {
    /// `tăng`
    Rise,
    /// `giảm`
    Fall,
}

impl Measure {
    /// Returns true for percentages, whatever they are of.
    pub fn is_percentage(&self) -> bool {
        is_percentage(&self.text)
    }

    /// Returns the words that are written behind a number without words: `%` for a percentage of anything.
    pub fn sign(&self) -> &str {
        if self.is_percentage() { "%" } else { &self.text }
    }

    /// Returns true if a number in another unit of measure compares with one in this.
    ///
    /// A bare number takes this unit. A number of things compares with one of no named things. Notes on the things do
    /// not matter (`9 trường THCS` of `11 trường`), ratios do (`35 học sinh/lớp`, `35 học sinh`).
    pub(super) fn takes(&self, other: &Self) -> bool {
        if other.trend.is_some() && self.trend.is_none() {
            return false;
        }
        if other.text.is_empty() {
            return true;
        }
        if self.is_percentage() || other.is_percentage() {
            return self.is_percentage() && other.is_percentage();
        }
        let (mine, others) = (parts(&self.text), parts(&other.text));
        self.text.is_empty()
            || mine.len() == others.len()
                && mine.iter().zip(&others).all(|(mine, other)| {
                    let shared = mine.len().min(other.len());
                    shared > 0 && mine[..shared] == other[..shared]
                })
    }
}

/// Returns true if the words behind a number make it a percentage.
pub(super) fn is_percentage(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('%') || {
        let mut words = text.split_whitespace().map(fold);
        words.next().as_deref() == Some("phan") && words.next().as_deref() == Some("tram")
    }
}

/// Returns the words of a unit of measure: of the things, and of what they are counted by.
fn parts(text: &str) -> Vec<Vec<String>> {
    let words = |part: &str| {
        let folded = fold(part);
        let words = folded.split(|c: char| !c.is_alphanumeric() && c != '‰').filter(|word| !word.is_empty());
        // Both spellings are in use: tỷ, tỉ.
        words.map(|word| if word == "ty" { "ti" } else { word }.to_owned()).collect()
    };
    text.split('/').map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_measure_compare_by_their_words() {
        let measure = |text: &str| Measure { text: text.to_owned(), trend: None };
        for (target, result, takes) in [
            ("trường", "trường", true),
            ("trường", "Truo\u{300}\u{31b}ng", true),
            ("trường", "", true),
            ("", "trường", true),
            ("", "%", false),
            ("%", "", true),
            ("%", "% giáo viên", true),
            ("% trường", "phần trăm", true),
            ("trường", "%", false),
            ("%", "trường", false),
            ("trường", "trường THCS", true),
            ("trường mầm non", "trường", true),
            ("trường", "lớp", false),
            ("học sinh/lớp", "học sinh/lớp", true),
            ("học sinh/lớp", "học sinh / lớp học", true),
            ("học sinh/lớp", "học sinh", false),
            ("học sinh/lớp", "học sinh/trường", false),
            ("tỷ đồng", "tỉ đồng", true),
            ("tỷ đồng", "triệu đồng", false),
            ("‰", "%", false),
            ("‰", "‰", true),
        ] {
            assert_eq!(measure(target).takes(&measure(result)), takes, "{target}: {result}");
        }
        let change = |trend| Measure { text: "%".to_owned(), trend };
        assert!(change(Some(Trend::Fall)).takes(&change(Some(Trend::Rise))));
        assert!(change(Some(Trend::Fall)).takes(&change(None)));
        assert!(!change(None).takes(&change(Some(Trend::Fall))));
    }
}
