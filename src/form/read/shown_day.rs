//! The parts of a day that a format of numbers shows.

/// The parts of a day that a cell shows: `4/2026` is typed, and kept as the first day of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownDay {
    /// True if the day of the month is shown.
    pub day: bool,
    /// True if the month is shown.
    pub month: bool,
    /// True if the year is shown.
    pub year: bool,
}

impl ShownDay {
    /// All parts.
    pub const WHOLE: Self = Self { day: true, month: true, year: true };

    /// Reads a format code, `dd/mm/yyyy`: no part for a time of day, nothing for a format of other numbers. Source:
    /// ECMA-376-1, 18.8.31.
    pub(super) fn of_format(code: &str) -> Option<Self> {
        let (mut runs, mut is_open): (Vec<(char, usize)>, bool) = (Vec::new(), false);
        let (mut is_quoted, mut is_bracket, mut is_escaped) = (false, false, false);
        for c in code.chars().flat_map(char::to_lowercase) {
            match c {
                _ if is_escaped => is_escaped = false,
                '"' => is_quoted = !is_quoted,
                _ if is_quoted => {}
                '\\' | '_' | '*' => is_escaped = true,
                '[' => is_bracket = true,
                ']' => is_bracket = false,
                // The formats behind a semicolon are those of other numbers.
                ';' => break,
                _ if is_bracket => {}
                'd' | 'm' | 'y' | 'h' | 's' => match runs.last_mut() {
                    Some((last, count)) if *last == c && is_open => *count += 1,
                    _ => runs.push((c, 1)),
                },
                _ => {}
            }
            is_open = c.is_alphabetic();
        }
        let is_minute = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| runs.get(at));
            matches!(before, Some(('h', _))) || matches!(runs.get(at + 1), Some(('s', _)))
        };
        // `ddd` is a weekday.
        let day = runs.iter().any(|(letter, count)| *letter == 'd' && *count <= 2);
        let month = (0..runs.len()).any(|at| runs[at].0 == 'm' && !is_minute(at));
        let year = runs.iter().any(|(letter, _)| *letter == 'y');
        (!runs.is_empty()).then_some(Self { day, month, year })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_show_parts_of_days() {
        for (code, parts) in [
            ("mm-dd-yy", "dmy"),
            ("dd/mm/yyyy;@", "dmy"),
            ("[$-42A]d \"tháng\" m \"năm\" yyyy", "dmy"),
            ("m/d/yy h:mm", "dmy"),
            ("mmm-yy", "my"),
            ("MM/YYYY", "my"),
            ("d-mmm", "dm"),
            ("yyyy", "y"),
            ("dddd, dd/mm", "dm"),
            ("h:mm", "-"),
            ("mm:ss", "-"),
            ("dddd", "-"),
            ("General", ""),
            ("#,##0 \"d\"", ""),
            ("0.00\\d", ""),
        ] {
            let shown = ShownDay::of_format(code);
            let known = parts.contains(char::is_alphabetic) || parts == "-";
            let has = |letter| parts.contains(letter);
            let parts = ShownDay { day: has('d'), month: has('m'), year: has('y') };
            assert_eq!(shown, known.then_some(parts), "{code}");
        }
    }
}
