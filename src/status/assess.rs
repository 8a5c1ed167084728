//! The status of targets by their results. Source: docs/status.md, Targets.

use crate::date::{AsOf, Day};
use crate::deadline::roll;
use crate::language::Message;
use crate::model::{Comparator, Figure, Plan, Target, TargetIx, TargetResult, TargetStanding, TargetValue};

/// The assessment of a target on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assessment {
    /// Above the target value, or above its range.
    Exceeded,
    /// The target value is reached.
    Met,
    /// The target value is not reached, and its last day has passed.
    NotMet,
    /// The target value is not reached yet.
    OnTheWay,
    /// There is no result.
    NoData,
}

impl Assessment {
    /// All assessments, in the order of docs/status.md.
    pub const ALL: [Self; 5] = [Self::Exceeded, Self::Met, Self::NotMet, Self::OnTheWay, Self::NoData];

    /// Returns the identifier in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Exceeded => "exceeded",
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::OnTheWay => "on-the-way",
            Self::NoData => "no-data",
        }
    }

    /// Returns the name.
    pub fn name(self) -> Message {
        match self {
            Self::Exceeded => Message::fixed("vượt", "exceeded"),
            Self::Met => Message::fixed("đạt", "met"),
            Self::NotMet => Message::fixed("chưa đạt", "not met"),
            Self::OnTheWay => Message::fixed("đang thực hiện", "on the way"),
            Self::NoData => Message::fixed("chưa có số liệu", "no data"),
        }
    }
}

/// The status of a target on a day: the result that counts and its assessment.
#[derive(Debug, Clone, Copy)]
pub struct TargetStatus<'p> {
    /// The target.
    pub target: &'p Target,
    /// The assessment.
    pub assessment: Assessment,
    /// The last result dated on or before the day.
    pub result: Option<&'p TargetResult>,
    /// Result / target in percent, rounded half up to one decimal, for "at least" numbers over 0.
    pub attainment_pct: Option<f64>,
    /// The last day as written, the latest if there are several.
    pub due: Option<Day>,
    /// The last day after rolling.
    pub deadline: Option<Day>,
}

/// Returns the statuses of all targets of a plan, in their order.
pub fn assess_all(plan: &Plan, as_of: AsOf) -> impl Iterator<Item = TargetStatus<'_>> {
    (0..plan.targets.len()).map(move |at| assess(plan, TargetIx::new(at), as_of))
}

/// Returns the status of a target on a day.
pub fn assess(plan: &Plan, target: TargetIx, as_of: AsOf) -> TargetStatus<'_> {
    let target = plan.target(target);
    let last = target.deadline.occurrences.last();
    let deadline = last.map(|last| roll(last.due, last.barrier, plan.settings.roll, &plan.calendar).deadline);
    let result = target.results.iter().rev().find(|result| as_of.is_in_force(result.date));
    let standing = result.and_then(|result| target.value.standing(result.value));
    let assessment = match standing {
        None => Assessment::NoData,
        Some(TargetStanding::Exceeded) => Assessment::Exceeded,
        Some(TargetStanding::Met) => Assessment::Met,
        Some(TargetStanding::Short) if deadline.is_some_and(|deadline| as_of.day > deadline) => {
            Assessment::NotMet
        }
        Some(TargetStanding::Short) => Assessment::OnTheWay,
    };
    let attainment_pct = result.and_then(|result| attainment(&target.value, result.value));
    TargetStatus { target, assessment, result, attainment_pct, due: last.map(|last| last.due), deadline }
}

fn attainment(value: &TargetValue, result: Figure) -> Option<f64> {
    let (TargetValue::Number(Comparator::AtLeast, target, _), Figure::Number(result) | Figure::Share(result)) =
        (value, result)
    else {
        return None;
    };
    let whole = decimal(*target).filter(|(digits, _)| *digits > 0);
    let exact = whole.zip(decimal(result)).and_then(|((whole, scale), (part, part_scale))| {
        let up = |number: u128, by: u32| number.checked_mul(10_u128.checked_pow(by)?);
        let whole = up(whole, part_scale.saturating_sub(scale))?;
        let part = up(part, scale.saturating_sub(part_scale))?;
        let tenths = part.checked_mul(2000)?.checked_add(whole)? / whole.checked_mul(2)?;
        u32::try_from(tenths).ok().map(|tenths| f64::from(tenths) / 10.0)
    });
    // Numbers beyond the range of exact arithmetic are rounded in floating point.
    exact.or_else(|| value.attainment(Figure::Number(result)).map(|pct| (pct * 10.0 + 0.5).floor() / 10.0))
}

/// Returns the digits of a number as written, and the number of decimals.
fn decimal(number: f64) -> Option<(u128, u32)> {
    let words = number.to_string();
    let (whole, fraction) = words.split_once('.').unwrap_or((&words, ""));
    let digits = format!("{whole}{fraction}").parse().ok()?;
    Some((digits, u32::try_from(fraction.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attainment_is_rounded_half_up_and_exactly() {
        let of =
            |target: &str, result| attainment(&TargetValue::parse(target).unwrap(), Figure::Number(result));
        assert_eq!(of("100%", 98.5), Some(98.5));
        assert_eq!(of("40", 11.5), Some(28.8));
        assert_eq!(of("16 trường", 1.0), Some(6.3));
        // The f64 of 0.15 is below 0.15.
        assert_eq!(of("100%", 0.15), Some(0.2));
        assert_eq!(of("100%", 1.15), Some(1.2));
        assert_eq!(of("0,3", 0.1), Some(33.3));
        assert_eq!(of("11", 12.0), Some(109.1));
        assert_eq!(of("0", 12.0), None);
        assert_eq!(of("> 50%", 60.0), None);
        assert_eq!(of("1", 1e300), Some(1e302));
        assert_eq!(of(&format!("1{}", "0".repeat(40)), 1.26e38), Some(1.3));
        assert_eq!(of("mức độ 3", 3.0), None);
    }
}
