//! Lists of days and spans, in which words may stand once for all members.

use std::mem::discriminant;

use crate::deadline::expression::{CalendarPart, Join, TimeExtent, TimeReference};

use super::parser::{Parsed, Parser};
use super::part::Operand;

impl Parser<'_> {
    /// Reads one day of several months: `ngày 15 các tháng 3, 6, 9 và 12`, `ngày 15 tháng 3, 9/2026`.
    pub(super) fn day_of_months(&mut self) -> Parsed<TimeExtent> {
        let start = self.position();
        let named = self.word("ngày");
        let Some(day) = self.ordinal() else { return Ok(None) };
        self.word("của");
        let several = self.word("các");
        if !(named || several) || !self.word("tháng") {
            return Ok(None);
        }
        let Some(first) = self.number() else { return Ok(None) };
        let mut months = vec![first];
        while let Some(month) = self.maybe(|p| p.next_month(several)) {
            months.push(month);
        }
        if months.len() < 2 {
            return Ok(None);
        }
        let year = self.year_after()?;
        let mut days = Vec::with_capacity(months.len());
        for month in months {
            let part = self.checked_day(day, month, year, start)?;
            days.push(self.reference(None, part, start));
        }
        Ok(Some(TimeExtent::List(days, Join::And)))
    }

    /// Reads another month of a list: `, 6`, after `các` also `và tháng 12`.
    pub(super) fn next_month(&mut self, several: bool) -> Option<u32> {
        let and = self.word("và");
        if !(and || self.sign(',')) {
            return None;
        }
        // `ngày 15 tháng 3 và tháng 9` is on the 15th of both.
        if several || and {
            self.word("tháng");
        }
        let month = self.number().filter(|month| *month <= 12)?;
        let is_date = ['/', '-', '.'].iter().any(|sign| self.sees_sign(0, *sign)) && !self.sees_year(1);
        (!is_date && !self.sees_any(0, &["tháng", "lần", "ngày", "tuần"])).then_some(month)
    }

    /// Reads the next operand of a list; true if `và` stands before it.
    pub(super) fn next_item(&mut self, first: &Operand) -> Parsed<(Operand, bool)> {
        let and = self.word("và");
        if !and && !self.sign(',') {
            return Ok(None);
        }
        let item = match self.attempt(|p| p.like(first))? {
            None => self.attempt(|p| p.sharing(first, and))?,
            item => item,
        };
        Ok(item.map(|item| (item, and)))
    }

    /// Reads another month or quarter of which the same point or week is meant: `cuối tháng 6 và tháng 12`, `tuần 2 tháng
    /// 3 và tháng 9`, `cuối quý II, IV`. Behind a comma its word is left out.
    pub(super) fn sharing(&mut self, first: &Operand, and: bool) -> Parsed<Operand> {
        let start = self.position();
        let Operand::Whole(reference) = first else { return Ok(None) };
        let is_quarter = matches!(reference.part, CalendarPart::Quarter { .. });
        let is_shared = reference.edge.is_some()
            && (is_quarter || matches!(reference.part, CalendarPart::Month { .. }))
            || matches!(
                reference.part,
                CalendarPart::Week { .. } | CalendarPart::LastWeek { .. } | CalendarPart::Tenth { .. }
            );
        if !is_shared || self.word(if is_quarter { "quý" } else { "tháng" }) != and {
            return Ok(None);
        }
        let part = if is_quarter {
            self.attempt(|p| p.quarter_number(start))?
        } else {
            self.attempt(|p| p.month_number(start))?
        };
        if self.sees_sign(0, '/') || self.sees_any(0, &["tháng", "lần", "ngày"]) {
            return Ok(None);
        }
        let part = match (reference.part, part) {
            (CalendarPart::Week { week, .. }, Some(CalendarPart::Month { month, year })) => {
                CalendarPart::Week { week, month, year }
            }
            (CalendarPart::LastWeek { .. }, Some(CalendarPart::Month { month, year })) => {
                CalendarPart::LastWeek { month, year }
            }
            (CalendarPart::Tenth { tenth, .. }, Some(CalendarPart::Month { month, year })) => {
                CalendarPart::Tenth { tenth, month, year }
            }
            (_, Some(part)) => part,
            (_, None) => return Ok(None),
        };
        Ok(Some(Operand::Whole(self.reference(reference.edge, part, start))))
    }

    /// Reads an operand of the same kind as the first; the word for the kind (`tháng`, `quý`) may be left out.
    pub(super) fn like(&mut self, first: &Operand) -> Parsed<Operand> {
        let start = self.position();
        if let Some(number) = self.number_ahead(0)
            && self.sees_any(1, &["lần", "ngày", "tuần", "quý"])
            && number < 1000
        {
            return Ok(None);
        }
        let part = match first {
            Operand::Week(_) => {
                self.word("tuần");
                return self.week_number(start);
            }
            Operand::Run(..) => return self.attempt(Self::item),
            Operand::Whole(TimeReference { edge: None, part, .. }) => *part,
            Operand::Whole(TimeReference { edge: Some(edge), part, .. }) => {
                let (edge, kind) = (*edge, discriminant(part));
                let item = self.attempt(Self::item)?;
                return Ok(item.filter(|item| {
                    matches!(item, Operand::Whole(TimeReference { edge: Some(other), part, .. })
                        if *other == edge && discriminant(part) == kind)
                }));
            }
            Operand::Bare { .. } => {
                let item = self.attempt(Self::item)?;
                let fits = |item: &Operand| match item {
                    Operand::Bare { .. } => true,
                    Operand::Whole(reference) => {
                        reference.edge.is_none()
                            && matches!(reference.part, CalendarPart::Day { .. } | CalendarPart::Month { .. })
                    }
                    Operand::Week(_) | Operand::Run(..) => false,
                };
                return Ok(item.filter(fits));
            }
        };
        let short = match part {
            // `6 tháng đầu năm` does not name the sixth month.
            CalendarPart::Month { .. } | CalendarPart::Quarter { .. } | CalendarPart::Term { .. }
                if self.sees(1, "tháng") =>
            {
                None
            }
            CalendarPart::Month { .. } if self.number_ahead(0).is_some_and(|number| number < 1000) => {
                if self.sees_sign(1, '/') && !self.sees_year(2) {
                    return Ok(None);
                }
                self.attempt(|p| p.month_number(start))?
            }
            // In `Quý II và 15/9` and `Quý II và 9/2024` a new expression begins after `và`.
            CalendarPart::Quarter { .. } | CalendarPart::Term { .. }
                if self.sees_sign(1, '/')
                    && (!self.sees_year(2) || self.number_ahead(0).is_some_and(|number| number > 4)) =>
            {
                return Ok(None);
            }
            CalendarPart::Quarter { .. } if !self.sees_year(0) => {
                self.attempt(|p| p.quarter_number(start))?
            }
            CalendarPart::Term { .. } if !self.sees_year(0) => self.attempt(|p| p.term_number(start))?,
            CalendarPart::Year(_) if self.sees_year(0) && !self.sees_sign(1, '-') => {
                self.year()?.map(|y| CalendarPart::Year(Some(y)))
            }
            _ => None,
        };
        if let Some(part) = short {
            return Ok(Some(Operand::Whole(self.reference(None, part, start))));
        }
        let item = self.attempt(Self::item)?;
        Ok(item.filter(|item| match item {
            Operand::Whole(reference) => {
                reference.edge.is_none() && discriminant(&reference.part) == discriminant(&part)
            }
            Operand::Bare { .. } => part.is_day(),
            Operand::Week(_) => matches!(part, CalendarPart::Week { .. }),
            Operand::Run(..) => false,
        }))
    }

    /// Completes an operand: a bare number takes month and year from the next operand.
    pub(super) fn whole(&mut self, item: Operand, next: TimeReference) -> Parsed<TimeReference> {
        let part = match (item, next.part) {
            (Operand::Whole(reference), _) => return Ok(Some(reference)),
            (_, _) if next.edge.is_some() => return Ok(None),
            (Operand::Bare { number, start, .. }, CalendarPart::Day { month, year, .. }) => {
                self.checked_day(number, month.into(), year, start)?
            }
            (Operand::Bare { number, day: false, start }, CalendarPart::Month { year, .. }) => {
                CalendarPart::Month { month: self.checked_month(number, start)?, year }
            }
            (Operand::Week(week), CalendarPart::Week { month, year, .. }) => {
                CalendarPart::Week { week, month, year }
            }
            _ => return Ok(None),
        };
        Ok(Some(TimeReference { edge: None, part, weekday: None, place: next.place }))
    }
}
