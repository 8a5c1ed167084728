//! The value of a target, the figure of a result, and how the two compare. Source: docs/status.md, Targets.

use std::cmp::Ordering;
use std::fmt;

use crate::vietnamese::fold;

/// The comparison of a figure with the target value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// `=`
    Equal,
    /// `>`
    Above,
    /// `>=`, and a number or level without a sign.
    AtLeast,
    /// `<`
    Below,
    /// `<=`
    AtMost,
}

/// The value of a target.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetValue {
    /// A number with its unit: `100%`, `>= 65%`, `11 trường`.
    Number(Comparator, f64, String),
    /// A range with its unit: `50-55%`.
    Range(f64, f64, String),
    /// A level: `mức độ 3`.
    Level(Comparator, f64),
    /// `đạt`: reached or not.
    Reached,
}

/// The figure of a result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// A number, or a level.
    Number(f64),
    /// `đạt`, or `chưa đạt`.
    Reached(bool),
}

/// The relation of a figure to the value of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TargetStanding {
    /// Above the value, or above the range.
    Exceeded,
    /// The value is reached.
    Met,
    /// The value is not reached.
    Short,
}

impl TargetValue {
    /// Reads the value of a target; none if the words are no value.
    pub fn parse(words: &str) -> Option<Self> {
        let folded = fold(words.trim());
        if folded == "dat" {
            return Some(Self::Reached);
        }
        let (comparator, rest) = comparator(words.trim());
        if let Some(level) = level(rest) {
            return Some(Self::Level(comparator.unwrap_or(Comparator::AtLeast), level));
        }
        let (number, rest) = number(rest)?;
        let rest = rest.trim_start();
        let after_sign = rest
            .strip_prefix(['-', '–'])
            .or_else(|| rest.strip_prefix('%').and_then(|rest| rest.trim_start().strip_prefix(['-', '–'])));
        if let Some(high) = after_sign.map(str::trim_start)
            && high.starts_with(|c: char| c.is_ascii_digit())
        {
            let (high, unit) = self::number(high)?;
            let ordered = comparator.is_none() && number <= high;
            return ordered.then(|| Self::Range(number, high, unit.trim().to_owned()));
        }
        if rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '<' | '>' | '=' | '-')) {
            return None;
        }
        Some(Self::Number(comparator.unwrap_or(Comparator::AtLeast), number, rest.trim().to_owned()))
    }

    /// Returns the relation of a figure to the value; none if the two are of different kinds.
    pub fn standing(&self, figure: Figure) -> Option<TargetStanding> {
        let by =
            |comparator: Comparator, target: f64, value: f64| match (comparator, value.total_cmp(&target)) {
                (Comparator::AtLeast, Ordering::Greater) => TargetStanding::Exceeded,
                (Comparator::AtLeast | Comparator::AtMost | Comparator::Equal, Ordering::Equal)
                | (Comparator::Above, Ordering::Greater)
                | (Comparator::Below | Comparator::AtMost, Ordering::Less) => TargetStanding::Met,
                _ => TargetStanding::Short,
            };
        match (self, figure) {
            (
                Self::Number(comparator, target, _) | Self::Level(comparator, target),
                Figure::Number(value),
            ) => Some(by(*comparator, *target, value)),
            (Self::Range(low, high, _), Figure::Number(value)) => Some(if value > *high {
                TargetStanding::Exceeded
            } else if value >= *low {
                TargetStanding::Met
            } else {
                TargetStanding::Short
            }),
            (Self::Reached, Figure::Reached(reached)) => {
                Some(if reached { TargetStanding::Met } else { TargetStanding::Short })
            }
            _ => None,
        }
    }

    /// Returns the attainment in percent (tỷ lệ %): result / target for "at least" numbers over 0, else none.
    pub fn attainment(&self, figure: Figure) -> Option<f64> {
        match (self, figure) {
            (Self::Number(Comparator::AtLeast, target, _), Figure::Number(value)) if *target > 0.0 => {
                Some(value / target * 100.0)
            }
            _ => None,
        }
    }
}

impl Figure {
    /// Reads a result: `98.5`, `98,5%`, `12 trường`, `mức độ 2`, `đạt`, `chưa đạt`.
    pub fn parse(words: &str) -> Option<Self> {
        match fold(words.trim()).as_str() {
            "dat" => return Some(Self::Reached(true)),
            "chua dat" | "khong dat" => return Some(Self::Reached(false)),
            _ => {}
        }
        level(words.trim()).or_else(|| number(words.trim()).map(|(number, _)| number)).map(Self::Number)
    }
}

/// The form of tables: `≥ 65%`, `50–55%`, `mức độ 3`.
impl fmt::Display for TargetValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = |unit: &str| {
            if unit.is_empty() || unit.starts_with('%') { unit.to_owned() } else { format!(" {unit}") }
        };
        match self {
            Self::Number(comparator, value, of) => write!(f, "{} {value}{}", comparator.sign(), unit(of)),
            Self::Range(low, high, of) => write!(f, "{low}–{high}{}", unit(of)),
            Self::Level(comparator, value) => write!(f, "{} mức độ {value}", comparator.sign()),
            Self::Reached => f.write_str("đạt"),
        }
    }
}

impl Comparator {
    fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Above => ">",
            Self::AtLeast => "≥",
            Self::Below => "<",
            Self::AtMost => "≤",
        }
    }
}

fn comparator(words: &str) -> (Option<Comparator>, &str) {
    let signs = [
        (">=", Comparator::AtLeast),
        ("≥", Comparator::AtLeast),
        ("<=", Comparator::AtMost),
        ("≤", Comparator::AtMost),
        (">", Comparator::Above),
        ("<", Comparator::Below),
        ("=", Comparator::Equal),
    ];
    for (sign, comparator) in signs {
        if let Some(rest) = words.strip_prefix(sign) {
            return (Some(comparator), rest.trim_start());
        }
    }
    (None, words)
}

fn level(words: &str) -> Option<f64> {
    let folded = fold(words);
    let rest = folded.strip_prefix("muc do ").or_else(|| folded.strip_prefix("muc "))?;
    let (number, rest) = number(rest.trim())?;
    rest.trim().is_empty().then_some(number)
}

/// Reads a number at the front, with a decimal point or comma; separators of thousands are not supported.
fn number(words: &str) -> Option<(f64, &str)> {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let whole = digits(words);
    if whole == 0 {
        return None;
    }
    let mut end = whole;
    if let Some(fraction) = words[whole..].strip_prefix(['.', ',']) {
        let length = digits(fraction);
        if length > 0 {
            end = whole + 1 + length;
        }
    }
    let number: f64 = words[..end].replace(',', ".").parse().ok()?;
    number.is_finite().then_some((number, &words[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_the_format_are_read() {
        use Comparator as C;
        let number = |c, value, unit: &str| Some(TargetValue::Number(c, value, unit.to_owned()));
        for (words, value) in [
            ("100%", number(C::AtLeast, 100.0, "%")),
            (">= 65%", number(C::AtLeast, 65.0, "%")),
            ("> 50%", number(C::Above, 50.0, "%")),
            ("≥65,5 %", number(C::AtLeast, 65.5, "%")),
            ("50-55%", Some(TargetValue::Range(50.0, 55.0, "%".to_owned()))),
            ("50% - 55%", Some(TargetValue::Range(50.0, 55.0, "%".to_owned()))),
            ("<= 0 vụ", number(C::AtMost, 0.0, "vụ")),
            ("11 trường", number(C::AtLeast, 11.0, "trường")),
            ("mức độ 3", Some(TargetValue::Level(C::AtLeast, 3.0))),
            ("Mu\u{31b}\u{301}c độ 3", Some(TargetValue::Level(C::AtLeast, 3.0))),
            ("đạt", Some(TargetValue::Reached)),
            ("nhiều", None),
            ("55-50%", None),
            (">= ", None),
            ("> = 5", None),
            ("5 6", None),
        ] {
            assert_eq!(TargetValue::parse(words), value, "{words}");
        }
    }

    #[test]
    fn figures_stand_to_targets_as_status_md_says() {
        for (target, result, standing) in [
            ("100%", "100", Some(TargetStanding::Met)),
            ("100%", "98,5%", Some(TargetStanding::Short)),
            (">= 65%", "70", Some(TargetStanding::Exceeded)),
            ("> 50%", "50", Some(TargetStanding::Short)),
            ("> 50%", "51", Some(TargetStanding::Met)),
            ("50-55%", "55", Some(TargetStanding::Met)),
            ("50-55%", "56", Some(TargetStanding::Exceeded)),
            ("50-55%", "49", Some(TargetStanding::Short)),
            ("<= 0 vụ", "0 vụ", Some(TargetStanding::Met)),
            ("<= 0 vụ", "1", Some(TargetStanding::Short)),
            ("= 11", "12", Some(TargetStanding::Short)),
            ("mức độ 3", "mức độ 2", Some(TargetStanding::Short)),
            ("đạt", "chưa đạt", Some(TargetStanding::Short)),
            ("đạt", "12", None),
        ] {
            let target = TargetValue::parse(target).unwrap();
            assert_eq!(target.standing(Figure::parse(result).unwrap()), standing, "{target} {result}");
        }
        assert_eq!(TargetValue::parse("40%").unwrap().attainment(Figure::Number(30.0)), Some(75.0));
        assert_eq!(TargetValue::parse("<= 5").unwrap().attainment(Figure::Number(3.0)), None);
    }
}
