//! The words of a cell, as readers see them.

use std::borrow::Cow;

use super::Cell;
use crate::language::{Lang, group_digits, show_number};
use crate::sanitize::visible;

/// The sign for a figure that does not exist.
const NONE: &str = "–";

/// The separator of the texts of a list on one line.
const BETWEEN: &str = "; ";

/// The words of a cell, control characters visible; only line breaks of the plan are left in them.
///
/// A bar has no words.
pub fn cell_words(cell: &Cell, lang: Lang) -> Cow<'_, str> {
    let words = match cell {
        Cell::Empty | Cell::Bar(_) => return Cow::Borrowed(""),
        Cell::Text(text) => return text_lines(text),
        Cell::Message(text) => return text_lines(text.get(lang)),
        Cell::List(texts) => texts.iter().map(|text| text_lines(text)).collect::<Vec<_>>().join(BETWEEN),
        Cell::Date(day) => day.show(lang),
        Cell::Count(count) => group_digits(&count.to_string(), lang),
        Cell::Days(days) => group_digits(&days.to_string(), lang),
        Cell::Number(number, unit) => {
            let number = show_number(*number, lang);
            let space = if unit.is_empty() || unit.starts_with('%') { "" } else { " " };
            format!("{number}{space}{}", text_lines(unit))
        }
        Cell::Percent(None) | Cell::Share(None) => return Cow::Borrowed(NONE),
        Cell::Percent(Some(share)) => format!("{}%", group_digits(&format!("{share:.1}"), lang)),
        Cell::Share(Some(share)) => group_digits(&format!("{share:.1}"), lang),
        Cell::Status(status) => return visible(status.word.get(lang)),
    };
    Cow::Owned(words)
}

/// The text with its line breaks and without any other control character.
pub fn text_lines(text: &str) -> Cow<'_, str> {
    let text = text.trim_end_matches(['\n', '\r']);
    if !text.contains('\n') {
        return visible(text);
    }
    let line = |line| visible(str::strip_suffix(line, '\r').unwrap_or(line));
    Cow::Owned(text.split('\n').map(line).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_their_readers_write_them() {
        for (number, vi, en) in [
            (0.0, "0", "0"),
            (-5.25, "-5,25", "-5.25"),
            (2024.0, "2024", "2024"),
            (12345.0, "12.345", "12,345"),
            (-123_456.5, "-123.456,5", "-123,456.5"),
            (1_234_567.0, "1.234.567", "1,234,567"),
        ] {
            let cell = Cell::Number(number, String::new());
            assert_eq!((&*cell_words(&cell, Lang::Vi), &*cell_words(&cell, Lang::En)), (vi, en));
        }
        assert_eq!(cell_words(&Cell::Number(65.5, "%".into()), Lang::Vi), "65,5%");
        assert_eq!(cell_words(&Cell::Number(11.0, "trường".into()), Lang::Vi), "11 trường");
        assert_eq!(cell_words(&Cell::Percent(Some(44.4)), Lang::Vi), "44,4%");
        assert_eq!(cell_words(&Cell::Percent(None), Lang::En), "–");
        assert_eq!(cell_words(&Cell::Number(f64::NAN, String::new()), Lang::Vi), "NaN");
    }

    #[test]
    fn only_line_breaks_are_left_in_words() {
        assert_eq!(cell_words(&Cell::text("a\r\nb\tc\u{1b}[m\rd\n\n"), Lang::Vi), "a\nb␉c␛[m␍d");
    }
}
