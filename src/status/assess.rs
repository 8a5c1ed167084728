//! The status of targets by their results. Source: docs/status.md, Targets.

use crate::date::{AsOf, Day};
use crate::deadline::{Occurrence, roll};
use crate::language::Message;
use crate::model::{
    Comparator, Figure, Plan, Target, TargetHorizon, TargetIx, TargetResult, TargetStanding, TargetValue,
};

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

/// The status of a target, or of one of its occurrences, on a day: the result that counts and its assessment.
#[derive(Debug, Clone, Copy)]
pub struct TargetStatus<'p> {
    /// The target.
    pub target: &'p Target,
    /// The value with which the result is compared: of several the first of which the day has not passed, else the
    /// last.
    pub horizon: &'p TargetHorizon,
    /// The occurrence of a recurring target.
    pub occurrence: Option<&'p Occurrence>,
    /// The assessment.
    pub assessment: Assessment,
    /// The last result dated on or before the day.
    pub result: Option<&'p TargetResult>,
    /// Result / target in percent, rounded half up to one decimal, for "at least" numbers over 0.
    pub attainment_pct: Option<f64>,
    /// The last day as written.
    pub due: Option<Day>,
    /// The last day after rolling.
    pub deadline: Option<Day>,
}

impl<'p> TargetStatus<'p> {
    /// Returns the label of the occurrence, if the target recurs.
    pub fn period(&self) -> Option<&'p str> {
        self.occurrence.and_then(|occurrence| occurrence.label.as_deref())
    }

    fn new(
        target: &'p Target,
        horizon: &'p TargetHorizon,
        occurrence: Option<&'p Occurrence>,
        result: Option<&'p TargetResult>,
        deadline: Option<Day>,
        as_of: AsOf,
    ) -> Self {
        let standing = result.and_then(|result| horizon.value.standing(result.value));
        let assessment = match standing {
            None => Assessment::NoData,
            Some(TargetStanding::Exceeded) => Assessment::Exceeded,
            Some(TargetStanding::Met) => Assessment::Met,
            Some(TargetStanding::Short) if deadline.is_some_and(|deadline| as_of.day > deadline) => {
                Assessment::NotMet
            }
            Some(TargetStanding::Short) => Assessment::OnTheWay,
        };
        let attainment_pct = result.and_then(|result| attainment(&horizon.value, result.value));
        let due = occurrence.or_else(|| horizon.deadline.occurrences.last()).map(|last| last.due);
        Self { target, horizon, occurrence, assessment, result, attainment_pct, due, deadline }
    }
}

/// Returns the statuses of all targets of a plan, in their order: as many of each as it has assessments
/// ([`Target::assessments`]).
pub fn assess_all(plan: &Plan, as_of: AsOf) -> impl Iterator<Item = TargetStatus<'_>> {
    (0..plan.targets.len()).flat_map(move |at| assess(plan, TargetIx::new(at), as_of))
}

/// Returns the statuses of a target on a day: one for each occurrence of a recurring target, else one.
pub fn assess(plan: &Plan, target: TargetIx, as_of: AsOf) -> Vec<TargetStatus<'_>> {
    let target = plan.target(target);
    let in_force = || target.results.iter().filter(|result| as_of.is_in_force(result.date));
    let occurrences = target.occurrences();
    if occurrences.is_empty() {
        let (horizon, deadline) = counting(plan, target, as_of.day);
        return vec![TargetStatus::new(target, horizon, None, in_force().next_back(), deadline, as_of)];
    }
    let mut last = vec![None; occurrences.len()];
    for result in in_force() {
        for at in &result.occurrences {
            last[*at as usize] = Some(result);
        }
    }
    let assessed = occurrences.iter().zip(last).map(|(occurrence, result)| {
        let deadline = Some(rolled(plan, occurrence));
        TargetStatus::new(target, &target.horizons[0], Some(occurrence), result, deadline, as_of)
    });
    assessed.collect()
}

/// Returns the statuses of the values of a target for several days; nothing of one with a single value.
///
/// A value whose day has passed is compared with what was reached by then.
pub fn assess_horizons<'p>(plan: &Plan, target: &'p Target, as_of: AsOf) -> Vec<TargetStatus<'p>> {
    if target.horizons.len() < 2 {
        return Vec::new();
    }
    let status = |horizon| {
        let deadline = last_day(plan, horizon);
        let by = AsOf { day: deadline.map_or(as_of.day, |deadline| deadline.min(as_of.day)), ..as_of };
        let result = target.results.iter().rev().find(|result| by.is_in_force(result.date));
        TargetStatus::new(target, horizon, None, result, deadline, as_of)
    };
    target.horizons.iter().map(status).collect()
}

/// Returns the value that counts on a day, and its last day: the first that has not passed, else the last.
fn counting<'p>(plan: &Plan, target: &'p Target, day: Day) -> (&'p TargetHorizon, Option<Day>) {
    let dated = || target.horizons.iter().map(|horizon| (horizon, last_day(plan, horizon)));
    let is_open = |(_, last): &(&TargetHorizon, Option<Day>)| last.is_none_or(|last| day <= last);
    let last = target.horizons.len() - 1;
    dated().find(is_open).unwrap_or_else(|| (&target.horizons[last], last_day(plan, &target.horizons[last])))
}

/// Returns the last day of a value after rolling.
fn last_day(plan: &Plan, horizon: &TargetHorizon) -> Option<Day> {
    horizon.deadline.occurrences.last().map(|last| rolled(plan, last))
}

fn rolled(plan: &Plan, occurrence: &Occurrence) -> Day {
    roll(occurrence.due, occurrence.barrier, plan.settings.roll, &plan.calendar).deadline
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
