//! Recurrences: `01 lần/tháng`, `định kỳ 6 tháng`, `trước ngày 25 hằng tháng`, `cuối mỗi học kỳ`.

use crate::date::Weekday;
use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{Anchor, Bound, Clause, Cycle, Recurrence, TimeExtent};

use super::clause::is_in_any_year;
use super::parser::{Parsed, Parser};
use super::part::within;

/// The maximum number of times per span.
const MOST_TIMES: u32 = 366;

/// A cycle divided into equal parts: two months are a sixth of a year.
#[derive(Clone, Copy)]
struct CycleDivision {
    cycle: Cycle,
    parts: u32,
}

impl CycleDivision {
    /// Returns the cycle, and the number of times in it for a number of times in each part.
    fn times(self, times: u32) -> (Cycle, u32) {
        (self.cycle, times.saturating_mul(self.parts))
    }
}

impl Parser<'_> {
    /// Reads a recurrence; after `định kỳ`, `regular`, the word `hằng` may be left out.
    pub(super) fn recurrence(&mut self, regular: bool, out: &mut Vec<Clause>) -> Result<(), DeadlineError> {
        let start = self.position();
        if let Some((bound, ats, cycle)) = self.attempt(Self::days_in_each)? {
            let within = self.within()?;
            out.extend(ats.into_iter().map(|at| {
                let within = within.clone();
                Clause::Recurrence(Recurrence { cycle, times: 1, at: Some((bound, at)), within })
            }));
            return Ok(());
        }
        let _ = self.words(&["tối", "thiểu"]) || self.words(&["ít", "nhất"]);
        if (self.words(&["định", "kỳ"]) || regular)
            && let Some(each) = self.attempt(Self::interval)?
        {
            return self.finish(each, start, out);
        }
        for rule in [Self::times_in_span, Self::in_each_span, Self::span_per_time] {
            if let Some(each) = self.attempt(rule)? {
                return self.finish(each, start, out);
            }
        }
        self.back_to(start);
        Ok(())
    }

    /// Reduces times and cycle to their simplest form, and reads the day in each span and the bounds.
    fn finish(
        &mut self,
        each: (Cycle, u32),
        start: usize,
        out: &mut Vec<Clause>,
    ) -> Result<(), DeadlineError> {
        let (cycle, times) = each;
        let times = match u16::try_from(times) {
            Ok(times) if (1..=MOST_TIMES).contains(&u32::from(times)) => times,
            _ => return Err(self.mistake(DeadlineErrorReason::NoSuchTimes(times), start)),
        };
        let (cycle, times) = match cycle.months().map(u16::from) {
            // n times divide a span only into months, quarters or halves.
            Some(months) if months % times == 0 => {
                Cycle::of_months(months / times).map_or((cycle, times), |cycle| (cycle, 1))
            }
            _ => (cycle, times),
        };
        let at = if times == 1 { self.attempt(|p| p.day_after(cycle))? } else { None };
        let within = self.within()?;
        out.push(Clause::Recurrence(Recurrence { cycle, times, at, within }));
        Ok(())
    }

    /// Reads `02 lần/năm`, `01 lần mỗi tháng`, `2 lần trong năm`.
    fn times_in_span(&mut self) -> Parsed<(Cycle, u32)> {
        let Some(times) = self.count_word() else { return Ok(None) };
        if !self.word("lần") {
            return Ok(None);
        }
        let _ = self.sign('/') || self.any(&["hằng", "trong", "một"]).is_some();
        Ok(self.span_kind()?.map(|span| span.times(times)))
    }

    /// Reads `hằng tháng`, `mỗi quý 2 lần`, `mỗi 6 tháng`.
    fn in_each_span(&mut self) -> Parsed<(Cycle, u32)> {
        if !self.word("hằng") {
            return Ok(None);
        }
        let Some(span) = self.span_kind()? else { return Ok(None) };
        Ok(Some(span.times(self.times_after().unwrap_or(1))))
    }

    /// Reads `6 tháng/lần`, `quý/lần`, `6 tháng một lần`.
    fn span_per_time(&mut self) -> Parsed<(Cycle, u32)> {
        let Some(span) = self.span_kind()? else { return Ok(None) };
        if self.sign('/') {
            let times = self.count_word().unwrap_or(1);
            return Ok(self.word("lần").then(|| span.times(times)));
        }
        Ok(self.times_after().map(|times| span.times(times)))
    }

    /// Reads the words after `định kỳ`: `6 tháng`, `quý`, `mỗi tháng`, `6 tháng/lần`.
    fn interval(&mut self) -> Parsed<(Cycle, u32)> {
        self.word("hằng");
        let Some(span) = self.span_kind()? else { return Ok(None) };
        if self.sign('/') {
            let times = self.count_word().unwrap_or(1);
            return Ok(self.word("lần").then(|| span.times(times)));
        }
        Ok(Some(span.times(self.times_after().unwrap_or(1))))
    }

    /// Reads `02 lần` after a span.
    fn times_after(&mut self) -> Option<u32> {
        let at = self.position();
        let times = self.count_word().filter(|_| self.word("lần"));
        if times.is_none() {
            self.back_to(at);
        }
        times
    }

    fn count_word(&mut self) -> Option<u32> {
        if let Some(number) = self.number() {
            return Some(number);
        }
        Some(match self.any(&["một", "hai", "ba", "bốn"])? {
            "một" => 1,
            "hai" => 2,
            "ba" => 3,
            _ => 4,
        })
    }

    /// Reads a kind of span: `tháng`, `6 tháng`, `năm học`. A number of months must divide a year.
    fn span_kind(&mut self) -> Parsed<CycleDivision> {
        let start = self.position();
        let several = self.number().unwrap_or(1);
        let cycle = if self.word("tuần") {
            Cycle::Week
        } else if self.word("tháng") {
            return self.months_kind(several, start);
        } else if self.word("quý") {
            return self.months_kind(several.saturating_mul(3), start);
        } else if self.words(&["năm", "học"]) {
            Cycle::SchoolYear
        } else if self.word("năm") {
            Cycle::Year
        } else if self.words(&["học", "kỳ"]) {
            Cycle::Term
        } else {
            return Ok(None);
        };
        Ok((several == 1).then_some(CycleDivision { cycle, parts: 1 }))
    }

    /// Returns the cycle of a number of months; 2 and 4 months are parts of a year.
    fn months_kind(&self, months: u32, start: usize) -> Parsed<CycleDivision> {
        if let Some(cycle) = u16::try_from(months).ok().and_then(Cycle::of_months) {
            return Ok(Some(CycleDivision { cycle, parts: 1 }));
        }
        if self.sees_any(0, &["đầu", "cuối", "kể", "sau", "từ"]) {
            return Ok(None);
        }
        match months {
            2 | 4 => Ok(Some(CycleDivision { cycle: Cycle::Year, parts: 12 / months })),
            _ => Err(self.mistake(DeadlineErrorReason::NoInterval(months), start)),
        }
    }

    /// Reads days with the span in which they recur: `ngày 25 hằng tháng`, `cuối mỗi học kỳ`.
    fn days_in_each(&mut self) -> Parsed<(Bound, Vec<Anchor>, Cycle)> {
        while self.any(&["trong", "vào"]).is_some() {}
        let start = self.position();
        let bound = self.bound().unwrap_or(Bound::In);
        if let Some(day) = self.attempt(Self::weekday)? {
            self.word("của");
            let each = self.words(&["hằng", "tuần"]);
            return Ok(each.then(|| (bound, vec![Anchor::Weekday(day)], Cycle::Week)));
        }
        if let Some((edge, cycle)) = self.attempt(Self::edge_of_each)? {
            return Ok(Some((bound, vec![edge], cycle)));
        }
        if let Some((at, cycle)) = self.attempt(|p| p.day_of_quarter(false))? {
            return Ok(Some((bound, vec![at], cycle)));
        }
        if let Some(ats) = self.attempt(Self::days_of_month)? {
            let is_run = matches!(ats.first(), Some(Anchor::Day { first: Some(_), .. }));
            return Ok((bound == Bound::In || !is_run).then_some((bound, ats, Cycle::Month)));
        }
        self.back_to(start);
        Ok(None)
    }

    /// Reads `thứ Sáu`, `chiều thứ 6`, `chủ nhật`.
    fn weekday(&mut self) -> Parsed<Weekday> {
        self.any(&["sáng", "trưa", "chiều", "tối"]);
        if self.words(&["chủ", "nhật"]) {
            return Ok(Some(Weekday::Sunday));
        }
        let start = self.position();
        if !self.word("thứ") {
            return Ok(None);
        }
        let names = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
        let number = match self.any(&names) {
            Some(name) => names.iter().position(|other| *other == name).map(|at| at + 2),
            None => self.number().and_then(|number| usize::try_from(number).ok()),
        };
        let Some(number) = number else { return Ok(None) };
        match number.checked_sub(2).and_then(|at| Weekday::ALL.get(at)) {
            Some(day) if *day != Weekday::Sunday => Ok(Some(*day)),
            _ => {
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                Err(self.mistake(DeadlineErrorReason::NoSuchWeekday(number), start))
            }
        }
    }

    /// Reads `cuối mỗi học kỳ`, `đầu hằng quý`, bare `cuối kỳ`.
    fn edge_of_each(&mut self) -> Parsed<(Anchor, Cycle)> {
        use crate::deadline::expression::Edge;
        let Some(edge) = self.edge_word() else { return Ok(None) };
        if self.word("kỳ") || (self.words(&["học", "kỳ"]) && !self.sees(0, "hằng")) {
            let alone = self.is_at_joint() || self.sees_sign(0, ',');
            return Ok((alone && edge != Edge::Middle).then_some((Anchor::Edge(edge), Cycle::Term)));
        }
        self.word("của");
        if !self.word("hằng") {
            return Ok(None);
        }
        let Some(CycleDivision { cycle, parts: 1 }) = self.span_kind()? else { return Ok(None) };
        let fits = match cycle {
            Cycle::Month | Cycle::Year => true,
            Cycle::Quarter | Cycle::Half | Cycle::SchoolYear | Cycle::Term => edge != Edge::Middle,
            Cycle::Week => false,
        };
        Ok(fits.then_some((Anchor::Edge(edge), cycle)))
    }

    /// Reads `ngày 15 của tháng cuối cùng của mỗi quý`; after a recurrence, `short`, without the quarter.
    fn day_of_quarter(&mut self, short: bool) -> Parsed<(Anchor, Cycle)> {
        let start = self.position();
        // In `hằng quý trong 6 tháng đầu năm` the 6 is not a day.
        if !self.word("ngày") && short {
            return Ok(None);
        }
        let Some(number) = self.number() else { return Ok(None) };
        self.word("của");
        if !self.word("tháng") {
            return Ok(None);
        }
        let month = match self.any(&["đầu", "giữa", "cuối"]) {
            Some("đầu") => 1,
            Some("giữa") => 2,
            Some(_) => 3,
            None => return Ok(None),
        };
        let _ = self.word("cùng") || self.word("tiên");
        self.word("của");
        self.word("hằng");
        let quarter = self.word("quý");
        if !(quarter || short) || (quarter && self.sees_numeral()) {
            return Ok(None);
        }
        let ahead = quarter && self.any(&["sau", "kế"]).is_some();
        self.word("tiếp");
        let day = self.day_of_any_month(number, start)?;
        Ok(Some((Anchor::Day { first: None, day, month, ahead }, Cycle::Quarter)))
    }

    fn sees_numeral(&mut self) -> bool {
        let at = self.position();
        let found = self.numeral().is_some();
        self.back_to(at);
        found
    }

    /// Reads `ngày 25 hằng tháng`, `ngày 10 và ngày 25 hằng tháng`, `từ ngày 20 đến ngày 25 hằng tháng`,
    /// `ngày 05 của tháng sau`.
    fn days_of_month(&mut self) -> Parsed<Vec<Anchor>> {
        let start = self.position();
        self.word("từ");
        let mut days = Vec::new();
        let mut run = false;
        loop {
            self.any(&["sáng", "trưa", "chiều", "tối"]);
            self.word("ngày");
            let Some(number) = self.number() else { return Ok(None) };
            days.push((number, self.position()));
            if days.len() == 1 && (self.sign('-') || self.word("đến")) {
                run = true;
            } else if run || !(self.sign(',') || self.word("và")) {
                break;
            }
        }
        self.word("của");
        let ahead = if self.words(&["hằng", "tháng"]) {
            self.word("sau")
        } else if self.words(&["tháng", "sau"]) || self.words(&["tháng", "kế", "tiếp"]) {
            true
        } else {
            return Ok(None);
        };
        let mut ats = Vec::with_capacity(days.len());
        for (number, _) in days {
            let day = self.day_of_any_month(number, start)?;
            ats.push(Anchor::Day { first: None, day, month: 1, ahead });
        }
        if run && let [Anchor::Day { day: first, .. }, Anchor::Day { day, .. }] = ats[..] {
            if first > day {
                return Ok(None);
            }
            return Ok(Some(vec![Anchor::Day { first: Some(first), day, month: 1, ahead }]));
        }
        Ok(Some(ats))
    }

    fn day_of_any_month(&self, number: u32, start: usize) -> Result<u8, DeadlineError> {
        within(number, 31)
            .ok_or_else(|| self.mistake(DeadlineErrorReason::NoSuchDayInAnyMonth(number), start))
    }

    /// Reads the day after a recurrence: `hằng tháng, trước ngày 25`, `hằng tuần vào thứ Sáu`.
    fn day_after(&mut self, cycle: Cycle) -> Parsed<(Bound, Anchor)> {
        self.sign(',');
        while self.any(&["vào", "trong"]).is_some() {}
        let bound = self.bound().unwrap_or(Bound::In);
        let at = match cycle {
            Cycle::Week => self.attempt(Self::weekday)?.map(Anchor::Weekday),
            Cycle::Month => self.attempt(|p| p.day_alone(bound))?,
            Cycle::Quarter => self.attempt(|p| p.day_of_quarter(true))?.map(|(at, _)| at),
            Cycle::Year => self.attempt(Self::day_of_year)?,
            Cycle::Half | Cycle::SchoolYear | Cycle::Term => None,
        };
        Ok(at.map(|at| (bound, at)))
    }

    /// Reads `ngày 25` without a month after it.
    fn day_alone(&mut self, bound: Bound) -> Parsed<Anchor> {
        let start = self.position();
        if !self.word("ngày") && bound == Bound::In {
            return Ok(None);
        }
        let Some(number) = self.number().filter(|number| *number < 1000) else { return Ok(None) };
        if self.sees_any(0, &["tháng", "lần", "ngày", "đến"])
            || ['/', '-', '.'].iter().any(|s| self.sees_sign(0, *s))
        {
            return Ok(None);
        }
        let day = self.day_of_any_month(number, start)?;
        Ok(Some(Anchor::Day { first: None, day, month: 1, ahead: false }))
    }

    /// Reads a day, span or point without a year.
    fn day_of_year(&mut self) -> Parsed<Anchor> {
        let Some(timed) = self.attempt(Self::timed)? else { return Ok(None) };
        Ok(match (timed.bound, timed.extent) {
            (Bound::In, TimeExtent::One(reference)) if is_in_any_year(reference) => {
                Some(Anchor::Reference(reference))
            }
            _ => None,
        })
    }
}
