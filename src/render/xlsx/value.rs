//! The values of cells as a spreadsheet holds them.

use rust_xlsxwriter::{ExcelDateTime, XlsxError};

use super::style::NumberFormat;
use crate::date::Day;
use crate::document::Cell;
use crate::language::Lang;
use crate::render::grid::words;

/// The maximum number of characters in a cell.
const TEXT_LENGTH: usize = 32_767;

/// The value of a cell as a spreadsheet holds it.
pub(super) enum CellValue {
    Text(String),
    Number(f64, NumberFormat),
    Day(Day),
}

impl CellValue {
    pub(super) fn of(cell: &Cell, lang: Lang) -> Self {
        let text = || Self::Text(words(cell, lang).into_owned());
        match cell {
            // A figure beyond 2^53 has no exact place in a spreadsheet.
            Cell::Count(count) => {
                u32::try_from(*count).map_or_else(|_| text(), |count| Self::whole(f64::from(count)))
            }
            Cell::Days(days) => {
                i32::try_from(*days).map_or_else(|_| text(), |days| Self::whole(f64::from(days)))
            }
            Cell::Number(number, unit) if number.is_finite() => match unit.as_str() {
                "" => Self::Number(*number, NumberFormat::Unit(String::new())),
                "%" => Self::Number(*number / 100.0, NumberFormat::Percent),
                _ if is_plain(unit) => Self::Number(*number, NumberFormat::Unit(unit.clone())),
                _ => text(),
            },
            Cell::Percent(Some(share)) => Self::Number(*share / 100.0, NumberFormat::Percent),
            Cell::Share(Some(share)) => Self::Number(*share, NumberFormat::Decimal),
            Cell::Date(day) if (1900..=9999).contains(&day.year()) => Self::Day(*day),
            _ => text(),
        }
    }

    const fn whole(number: f64) -> Self {
        Self::Number(number, NumberFormat::Whole)
    }

    pub(super) fn number_format(&self) -> NumberFormat {
        match self {
            Self::Text(_) => NumberFormat::Text,
            Self::Number(_, format) => format.clone(),
            Self::Day(_) => NumberFormat::Day,
        }
    }
}

/// Returns true if a unit of measure can stand in a number format: letters, digits and a few signs, which end no
/// quotation.
fn is_plain(unit: &str) -> bool {
    unit.chars().count() <= 40
        && unit.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '/' | '-' | '.' | ','))
}

/// A day as a spreadsheet counts it.
pub(super) fn excel_day(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(0);
    let (month, day) = (u8::try_from(day.month()).unwrap_or(0), u8::try_from(day.day()).unwrap_or(0));
    ExcelDateTime::from_ymd(year, month, day)
}

/// The text as far as a cell holds it.
pub(super) fn cut(text: &str) -> String {
    if text.chars().count() <= TEXT_LENGTH {
        return text.to_owned();
    }
    text.chars().take(TEXT_LENGTH - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_cannot_leave_their_quotation() {
        let number = |unit: &str| CellValue::of(&Cell::Number(1.5, unit.to_owned()), Lang::Vi);
        assert!(matches!(number("học sinh/lớp"), CellValue::Number(_, NumberFormat::Unit(_))));
        assert!(matches!(number("\";[Red]"), CellValue::Text(_)));
        assert!(
            matches!(number("%"), CellValue::Number(share, NumberFormat::Percent) if (share - 0.015).abs() < 1e-9)
        );
    }
}
