//! The value of a target, the figure of a result, and how the two compare. Source: docs/status.md, Targets.

use std::cmp::Ordering;

use super::measure::{Measure, Trend};
use crate::language::{Lang, show_number};

/// The comparison of a figure with the target value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// `=`
    Equal,
    /// `>`
    Above,
    /// `>=`, and a number or level without a comparison.
    AtLeast,
    /// `<`
    Below,
    /// `<=`, and 0 without a comparison.
    AtMost,
}

/// The value of a target.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetValue {
    /// A number with its unit of measure: `100%`, `>= 65%`, `11 trường`.
    Number(Comparator, f64, Measure),
    /// A range with its unit of measure: `50-55%`.
    Range(f64, f64, Measure),
    /// A level: `mức độ 3`.
    Level(Comparator, f64),
    /// `đạt`: reached or not.
    Reached,
}

/// The figure of a result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// A number in the unit of measure of the target, or a level.
    Number(f64),
    /// The percentage of a number of things in another: `412/415`.
    Share(f64),
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
                Figure::Number(value) | Figure::Share(value),
            ) => Some(by(*comparator, *target, value)),
            (Self::Range(low, high, _), Figure::Number(value) | Figure::Share(value)) => {
                Some(if value > *high {
                    TargetStanding::Exceeded
                } else if value >= *low {
                    TargetStanding::Met
                } else {
                    TargetStanding::Short
                })
            }
            (Self::Reached, Figure::Reached(reached)) => {
                Some(if reached { TargetStanding::Met } else { TargetStanding::Short })
            }
            _ => None,
        }
    }

    /// Returns the attainment in percent (tỷ lệ %): result / target for "at least" numbers over 0, else none.
    pub fn attainment(&self, figure: Figure) -> Option<f64> {
        match (self, figure) {
            (Self::Number(Comparator::AtLeast, target, _), Figure::Number(value) | Figure::Share(value))
                if *target > 0.0 =>
            {
                Some(value / target * 100.0)
            }
            _ => None,
        }
    }
}

impl TargetValue {
    /// Returns the unit of measure of a number or range.
    pub fn measure(&self) -> Option<&Measure> {
        match self {
            Self::Number(_, _, measure) | Self::Range(_, _, measure) => Some(measure),
            Self::Level(..) | Self::Reached => None,
        }
    }

    /// Returns true if the results of one value can be those of the other: both are numbers in one unit of measure,
    /// levels, or reached or not.
    pub fn is_measured_as(&self, other: &Self) -> bool {
        match (self.measure(), other.measure()) {
            (Some(mine), Some(others)) => mine.takes(others) || others.takes(mine),
            (None, None) => matches!(self, Self::Level(..)) == matches!(other, Self::Level(..)),
            _ => false,
        }
    }

    /// Returns the value in the form of tables: `≥ 65%`, `50–55%`, `≥ mức độ 3`.
    pub fn show(&self, lang: Lang) -> String {
        let number = |number: f64| show_number(number, lang);
        let of = |shown: String, measure: &Measure| {
            let trend = match measure.trend {
                Some(Trend::Rise) => lang.pick("tăng ", "rise of "),
                Some(Trend::Fall) => lang.pick("giảm ", "fall of "),
                None => "",
            };
            let unit = &measure.text;
            let space = if unit.is_empty() || unit.starts_with('%') { "" } else { " " };
            format!("{trend}{shown}{space}{unit}")
        };
        match self {
            Self::Number(comparator, value, measure) => {
                of(format!("{} {}", comparator.sign(), number(*value)), measure)
            }
            Self::Range(low, high, measure) => of(format!("{}–{}", number(*low), number(*high)), measure),
            Self::Level(comparator, value) => {
                format!("{} {} {}", comparator.sign(), lang.pick("mức độ", "level"), number(*value))
            }
            Self::Reached => lang.pick("đạt", "reached").to_owned(),
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
