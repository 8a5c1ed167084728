//! The words of a result → its figure. Source: docs/format.md, Results.

use super::bracket::without_brackets;
use super::error::FigureError;
use super::measure::{Measure, is_percentage};
use super::opening::{behind, opening};
use super::read::{REACHED, closing_of_number, level, things, upper};
use super::value::{Figure, TargetValue};
use crate::vietnamese::{WrittenNumber, fold};

/// The words of a result, read without regard to its target.
#[derive(Debug, Clone, PartialEq)]
pub enum WrittenFigure {
    /// `đạt`, or `chưa đạt`.
    Reached(bool),
    /// A level: `mức độ 2`.
    Level(f64),
    /// None of something: `không`, `không có vụ nào`.
    None,
    /// A number with its unit of measure, which may be left out: `98,5%`, `12 trường`, `12`.
    Number {
        /// Its value as a number of things (`1.250` is 1250); none if it is none.
        count: Option<f64>,
        /// Its value as a percentage (`1.250` is 1.25); none if it is none.
        percentage: Option<f64>,
        /// The unit of measure.
        measure: Measure,
    },
    /// A number of things in another: `412/415 giáo viên`.
    Quotient(f64, f64),
}

/// The words for a result that is not reached.
const MISSED: [&str; 4] = ["chua dat", "khong dat", "chua hoan thanh", "khong hoan thanh"];

/// The words for none of something, and their beginning where `nào` ends them: `không có vụ nào`.
const NONE: [&str; 5] = ["khong", "khong co", "khong xay ra", "khong de xay ra", "khong phat sinh"];

impl WrittenFigure {
    /// Reads a result: `98.5`, `98,5%`, `12 trường`, `412/415`, `mức độ 2`, `đạt`, `chưa đạt`, `không có vụ nào`.
    ///
    /// # Errors
    /// Fails if the words are no single figure: `trên 50%`, `50-55%`.
    pub fn parse(words: &str) -> Result<Self, FigureError> {
        let (text, _) = without_brackets(words);
        let text = text.trim_end_matches(['.', ';', ',']).trim();
        match in_words(text) {
            Some(figure) => Ok(figure),
            None => in_digits(text),
        }
    }
}

/// Reads a result without a number.
fn in_words(text: &str) -> Option<WrittenFigure> {
    let folded = fold(text);
    if REACHED.contains(&folded.as_str()) {
        return Some(WrittenFigure::Reached(true));
    }
    if MISSED.contains(&folded.as_str()) {
        return Some(WrittenFigure::Reached(false));
    }
    let ends_none = |rest: &str| !rest.contains(|c: char| c.is_ascii_digit()) && fold(rest).ends_with(" nao");
    let is_none = |rest: &str| rest.is_empty() || ends_none(rest);
    NONE.iter().any(|none| behind(text, none).is_some_and(is_none)).then_some(WrittenFigure::None)
}

fn in_digits(text: &str) -> Result<WrittenFigure, FigureError> {
    let unreadable = FigureError::Unreadable;
    let (before, rest) = opening(text).ok_or(unreadable)?;
    if before.comparator.is_some() || before.is_from {
        return Err(unreadable);
    }
    if let Some(level) = level(rest) {
        return Ok(WrittenFigure::Level(level));
    }
    let (number, rest) = WrittenNumber::split(rest).ok_or(unreadable)?;
    let (count, percentage) = (number.count(), number.percentage());
    if let Some((whole, rest)) = divisor(rest) {
        let is_share = things(rest).is_some_and(|things| !is_percentage(&things));
        let (part, whole) = count.zip(whole.count()).ok_or(FigureError::Separators)?;
        return if is_share && whole > 0.0 {
            Ok(WrittenFigure::Quotient(part, whole))
        } else {
            Err(unreadable)
        };
    }
    if upper(rest).is_some() || closing_of_number(rest, true).0.is_some() {
        return Err(unreadable);
    }
    let measure = Measure { text: things(rest).ok_or(unreadable)?, trend: before.trend };
    count.or(percentage).ok_or(FigureError::Separators)?;
    Ok(WrittenFigure::Number { count, percentage, measure })
}

/// Reads the number behind a slash, and returns it with the text behind it.
fn divisor(text: &str) -> Option<(WrittenNumber<'_>, &str)> {
    WrittenNumber::split(text.trim_start().strip_prefix('/')?.trim_start())
}

impl TargetValue {
    /// Returns a result in the unit of measure of the target.
    ///
    /// A bare number takes the target's unit of measure; a quotient is the percentage that a target asks for.
    ///
    /// # Errors
    /// Fails if the result is in another unit of measure.
    pub fn figure(&self, written: &WrittenFigure) -> Result<Figure, FigureError> {
        let own = match (self, written) {
            (Self::Reached, WrittenFigure::Reached(reached)) => return Ok(Figure::Reached(*reached)),
            (Self::Level(..), WrittenFigure::Level(level)) => return Ok(Figure::Number(*level)),
            (Self::Level(..), WrittenFigure::Number { percentage, measure, .. })
                if *measure == Measure::default() =>
            {
                return percentage.map(Figure::Number).ok_or(FigureError::Separators);
            }
            _ => self.measure(),
        };
        match (own, written) {
            (Some(_), WrittenFigure::None) => Ok(Figure::Number(0.0)),
            (Some(own), WrittenFigure::Number { count, percentage, measure }) => {
                if !own.takes(measure) {
                    return Err(FigureError::OtherMeasure);
                }
                let number = if own.is_percentage() { *percentage } else { *count };
                let is_opposite = measure.trend.is_some() && measure.trend != own.trend;
                let signed = |number: f64| if is_opposite { -number } else { number };
                number.map(signed).map(Figure::Number).ok_or(FigureError::Separators)
            }
            (Some(own), WrittenFigure::Quotient(part, whole)) if own.is_percentage() => {
                Ok(Figure::Share(part * 100.0 / whole))
            }
            (_, WrittenFigure::Quotient(..)) => Err(FigureError::Quotient),
            _ => Err(FigureError::OtherMeasure),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(target: &str, result: &str) -> Result<Figure, FigureError> {
        TargetValue::parse(target).unwrap().figure(&WrittenFigure::parse(result)?)
    }

    #[test]
    fn results_are_measured_as_their_targets() {
        let number = |number| Ok(Figure::Number(number));
        for (target, result, expected) in [
            ("1.250 học sinh", "1.250", number(1250.0)),
            ("1.250 học sinh", "980 học sinh", number(980.0)),
            ("1.250 học sinh", "1.100 học sinh (nữ: 540)", number(1100.0)),
            ("100%", "98.5", number(98.5)),
            ("100%", "98,5%", number(98.5)),
            ("100%", "98.125", number(98.125)),
            ("100%", "1.250 phần trăm", number(1.25)),
            ("100% trường", "99,3% (412/415)", number(99.3)),
            ("100%", "đạt 97%", number(97.0)),
            ("100%", "412/415", Ok(Figure::Share(41200.0 / 415.0))),
            ("100%", "1.250/1.300 giáo viên", Ok(Figure::Share(125_000.0 / 1300.0))),
            ("100%", "3 / 4", Ok(Figure::Share(75.0))),
            ("50-55%", "1/2", Ok(Figure::Share(50.0))),
            ("0 vụ", "3", number(3.0)),
            ("0 vụ", "không có vụ nào", number(0.0)),
            ("0 vụ", "Không", number(0.0)),
            ("không để xảy ra bạo lực", "02 vụ", number(2.0)),
            ("mức độ 3", "2", number(2.0)),
            ("mức độ 3", "đạt mức độ II", number(2.0)),
            ("đạt", "đạt", Ok(Figure::Reached(true))),
            ("đạt", "Chưa đạt.", Ok(Figure::Reached(false))),
            ("giảm 10%", "giảm 12%", number(12.0)),
            ("giảm 10%", "12%", number(12.0)),
            ("giảm 10%", "tăng 3%", number(-3.0)),
        ] {
            assert_eq!(figure(target, result), expected, "{target}: {result}");
        }
    }

    #[test]
    fn other_units_of_measure_and_several_figures_are_refused() {
        use FigureError as E;
        for (target, result, reason) in [
            ("10 trường", "50%", E::OtherMeasure),
            ("10 trường", "8 lớp", E::OtherMeasure),
            ("10", "50%", E::OtherMeasure),
            ("100%", "5 trường", E::OtherMeasure),
            ("100%", "đạt", E::OtherMeasure),
            ("100%", "mức độ 2", E::OtherMeasure),
            ("11 trường", "mức độ 2", E::OtherMeasure),
            ("mức độ 3", "3 trường", E::OtherMeasure),
            ("mức độ 3", "không", E::OtherMeasure),
            ("đạt", "12", E::OtherMeasure),
            ("10%", "giảm 2%", E::OtherMeasure),
            ("10 trường", "3/9 trường", E::Quotient),
            ("10", "3/4", E::Quotient),
            ("mức độ 3", "3/4", E::Quotient),
            ("100%", "5/0", E::Unreadable),
            ("100%", "3/4%", E::Unreadable),
            ("100%", "1.500.000", E::Separators),
            ("100 trường", "1250.500", E::Separators),
            ("100 trường", "1,250,000 trường", E::Separators),
            ("100%", "trên 50%", E::Unreadable),
            ("100%", "50-55%", E::Unreadable),
            ("100", "50 đến 55", E::Unreadable),
            ("100%", "95% trở lên", E::Unreadable),
            ("100%", "MN 80%, TH 90%", E::Unreadable),
            ("100%", "80%; 90%", E::Unreadable),
            ("10 trường", "3 trường, 2 lớp", E::Unreadable),
            ("100%", "khá", E::Unreadable),
            ("100%", "không có số liệu", E::Unreadable),
            ("100%", "1e2", E::Unreadable),
            ("100%", "", E::Unreadable),
        ] {
            assert_eq!(figure(target, result), Err(reason), "{target}: {result}");
        }
    }
}
