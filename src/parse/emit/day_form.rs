//! The forms in which days are written.

use crate::date::Day;

/// A form of days, as people write them in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayForm {
    separator: char,
    is_padded: bool,
    is_year_first: bool,
}

impl Default for DayForm {
    /// `05/03/2026`.
    fn default() -> Self {
        Self { separator: '/', is_padded: true, is_year_first: false }
    }
}

impl DayForm {
    /// The form of a day in a file, such as `5/3/2026` or `2026-03-05`; `None` for words, and for days from which it
    /// cannot be told whether those below ten have a zero in front.
    pub fn of(words: &str) -> Option<Self> {
        let words = words.trim();
        let separator = words.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/-.".contains(*c))?;
        let parts: Vec<&str> = words.split(separator).collect();
        let [first, second, third] = parts.as_slice() else { return None };
        let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !parts.iter().all(is_number) {
            return None;
        }
        let (is_year_first, small) = match (first.len(), third.len()) {
            (4, 1..=2) => (true, [second, third]),
            (1..=2, 4) => (false, [first, second]),
            _ => return None,
        };
        let is_short = small.iter().any(|part| part.len() == 1);
        let has_zero = small.iter().any(|part| part.len() == 2 && part.starts_with('0'));
        let is_padded = match (is_short, has_zero) {
            (true, false) => false,
            (false, true) => true,
            // `2026-10-15` is ISO 8601, which pads; `15/10/2026` may be of either form.
            (false, false) if is_year_first => true,
            _ => return None,
        };
        Some(Self { separator, is_padded, is_year_first })
    }

    /// A day in this form.
    pub fn write(self, day: Day) -> String {
        let small = |number: u32| if self.is_padded { format!("{number:02}") } else { number.to_string() };
        let (date, month, year) = (small(day.day()), small(day.month()), format!("{:04}", day.year()));
        let parts = if self.is_year_first { [year, month, date] } else { [date, month, year] };
        parts.join(&self.separator.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_day_is_known_from_the_day() {
        let day = Day::new(2026, 3, 5).unwrap();
        for (words, written) in [
            ("1/12/2025", "5/3/2026"),
            ("01/12/2025", "05/03/2026"),
            ("1-2-2025", "5-3-2026"),
            ("07.11.2025", "05.03.2026"),
            ("2025-12-31", "2026-03-05"),
            (" 2/4/2024 ", "5/3/2026"),
        ] {
            assert_eq!(DayForm::of(words).unwrap().write(day), written, "{words}");
        }
        for words in ["15/10/2025", "ngày 5/3/2026", "5/3", "Quý I", "", "1/02/2025", "05/3/26"] {
            assert_eq!(DayForm::of(words), None, "{words}");
        }
        assert_eq!(DayForm::default().write(day), "05/03/2026");
    }
}
