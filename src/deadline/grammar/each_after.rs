//! Days behind a recurrence: `hằng tháng, trước ngày 25`, `hằng năm vào giữa năm và cuối năm`.

use crate::deadline::expression::{Anchor, Bound, Cycle, TimeExtent, TimeReference};

use super::clause::is_in_any_year;
use super::each::DaysInEach;
use super::parser::{Parsed, Parser};
use super::part::Operand;

impl Parser<'_> {
    /// Reads the day after a recurrence: `hằng tháng, trước ngày 25`, `hằng tuần vào thứ Sáu`.
    pub(super) fn day_after(&mut self, cycle: Cycle) -> Parsed<DaysInEach> {
        let start = self.position();
        self.sign(',');
        while self.any(&["vào", "trong", "gửi", "xong"]).is_some() || self.words(&["hoàn", "thành"]) {}
        let bound = self.bound().unwrap_or(Bound::In);
        let one = |anchor| (vec![anchor], false);
        let days = match cycle {
            Cycle::Week => self.attempt(Self::weekday)?.map(Anchor::Weekday).map(one),
            Cycle::Month => match self.attempt(|p| p.days_of_month(bound))? {
                None => match self.attempt(|p| p.day_alone(bound))? {
                    Some(day) => Some(one(day)),
                    None => self.outer_after(bound, cycle)?.map(one),
                },
                days => days,
            },
            Cycle::Quarter => match self.attempt(|p| p.day_of_quarter(true))? {
                Some((anchor, ahead)) => Some((vec![anchor], ahead)),
                None => match self.maybe(Self::outer_day).filter(|(_, of, _)| *of == cycle) {
                    Some((anchor, _, ahead)) => Some((vec![anchor], ahead)),
                    None => self.outer_after(bound, cycle)?.map(one),
                },
            },
            // `định kỳ 06 tháng đầu năm` names one half, and no day.
            Cycle::Half if self.position() == start => None,
            Cycle::Half => self.attempt(Self::day_of_year)?.filter(|(anchors, _)| {
                // `02 lần/năm, đến cuối năm` bounds the recurrence.
                let is_day =
                    |of: &TimeReference| of.part.is_day() || (bound == Bound::In && of.edge.is_some());
                anchors.iter().all(|anchor| matches!(anchor, Anchor::Reference(of) if is_day(of)))
            }),
            Cycle::Year => self.attempt(Self::day_of_year)?,
            Cycle::SchoolYear | Cycle::Term => None,
        };
        Ok(days.map(|(anchors, ahead)| DaysInEach { bound, anchors, cycle, ahead }))
    }

    /// Reads the first or last days of each span behind it: `hằng tháng vào ngày cuối tháng`, `hằng quý, tuần cuối quý`.
    fn outer_after(&mut self, bound: Bound, cycle: Cycle) -> Parsed<Anchor> {
        if let Some((anchor, of, false)) = self.maybe(Self::outer_day) {
            return Ok((of == cycle).then_some(anchor));
        }
        if bound != Bound::In {
            return Ok(None);
        }
        Ok(self.attempt(Self::outer_days)?.filter(|(_, of)| *of == cycle).map(|(anchor, _)| anchor))
    }

    /// Reads `ngày 25` without a month after it.
    pub(super) fn day_alone(&mut self, bound: Bound) -> Parsed<Anchor> {
        let start = self.position();
        if !self.word("ngày") && bound == Bound::In {
            return Ok(None);
        }
        let Some(number) = self.ordinal().filter(|number| *number < 1000) else { return Ok(None) };
        if self.sees_any(0, &["tháng", "lần", "ngày", "đến"])
            || ['/', '-', '.'].iter().any(|s| self.sees_sign(0, *s))
        {
            return Ok(None);
        }
        let day = self.day_of_any_month(number, start)?;
        Ok(Some(Anchor::Day { first: None, day, month: 1 }))
    }

    /// Reads another point of a year: `và cuối năm`.
    pub(super) fn next_point(&mut self) -> Parsed<TimeReference> {
        if !self.word("và") {
            return Ok(None);
        }
        Ok(match self.attempt(Self::item)? {
            Some(Operand::Whole(point)) if point.edge.is_some() && is_in_any_year(point) => Some(point),
            _ => None,
        })
    }

    /// Reads days, spans or points without a year; true if they lie in the year after that reported on.
    pub(super) fn day_of_year(&mut self) -> Parsed<(Vec<Anchor>, bool)> {
        let Some(timed) = self.attempt(Self::timed)? else { return Ok(None) };
        Ok(match (timed.bound, timed.extent) {
            (Bound::In, TimeExtent::One(reference))
                if reference.edge.is_some() && is_in_any_year(reference) =>
            {
                // `vào giữa năm và cuối năm`
                let mut anchors = vec![Anchor::Reference(reference)];
                while let Some(next) = self.attempt(Self::next_point)? {
                    anchors.push(Anchor::Reference(next));
                }
                Some((anchors, self.year_reported().unwrap_or(false)))
            }
            (Bound::In, TimeExtent::One(reference)) if is_in_any_year(reference) => {
                let ahead = self.year_reported().unwrap_or(false);
                Some((vec![Anchor::Reference(reference)], ahead))
            }
            (Bound::In, TimeExtent::List(references, _))
                if references.iter().all(|reference| is_in_any_year(*reference)) =>
            {
                let ahead = self.year_reported().unwrap_or(false);
                Some((references.into_iter().map(Anchor::Reference).collect(), ahead))
            }
            _ => None,
        })
    }
}
