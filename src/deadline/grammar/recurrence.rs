//! Recurrences: `01 lần/tháng`, `định kỳ 6 tháng`, `trước ngày 25 hằng tháng`, `cuối mỗi học kỳ`.

use crate::date::Weekday;
use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{Anchor, Bound, Clause, Cycle, Recurrence, TimeExtent, TimeReference};

use super::clause::is_in_any_year;
use super::parser::{Parsed, Parser};
use super::part::{Operand, within};

/// The maximum number of times per span.
const MOST_TIMES: u32 = 366;

/// The numbers from one in words.
const NUMBERS: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// A cycle divided into equal parts: two months are a sixth of a year.
#[derive(Clone, Copy)]
pub(super) struct CycleDivision {
    cycle: Cycle,
    parts: u32,
}

/// Days that recur in each span of a cycle, with the relation of the deadline to them.
struct DaysInEach {
    bound: Bound,
    anchors: Vec<Anchor>,
    cycle: Cycle,
    ahead: bool,
}

impl CycleDivision {
    /// Returns the cycle, and the number of times in it for a number of times in each part.
    pub(super) fn times(self, times: u32) -> (Cycle, u32) {
        (self.cycle, times.saturating_mul(self.parts))
    }
}

impl Parser<'_> {
    /// Reads a recurrence; after `định kỳ`, `regular`, the word `hằng` may be left out.
    pub(super) fn recurrence(&mut self, regular: bool, out: &mut Vec<Clause>) -> Result<(), DeadlineError> {
        let start = self.position();
        if let Some(days) = self.attempt(|p| p.days_in_each(regular))? {
            if self.reported_cycle().is_some_and(|cycle| cycle != days.cycle) {
                return Ok(());
            }
            let within = self.within()?;
            out.extend(days.anchors.into_iter().map(|anchor| {
                let each = Recurrence::on(days.cycle, days.bound, anchor);
                Clause::Recurrence(Recurrence { ahead: days.ahead, within: within.clone(), ..each })
            }));
            return Ok(());
        }
        let _ = self.words(&["tối", "thiểu"]) || self.words(&["ít", "nhất"]);
        if let Some(spacing) = self.maybe(Self::spacing) {
            out.push(Clause::Spaced(spacing));
            return Ok(());
        }
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
        // `quý, hằng năm`
        if let Some(each) = self.attempt(Self::first_rhythm)? {
            return self.finish(each, start, out);
        }
        // `06 tháng gửi trước ngày 20/6`
        if let Some(each) = self.attempt(Self::sent_each)? {
            return self.finish(each, start, out);
        }
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
        let days = if times == 1 { self.attempt(|p| p.day_after(cycle))? } else { None };
        let within = self.within()?;
        let each = Recurrence { cycle, times, at: None, ahead: false, within };
        let is_bare = each.within.is_none();
        match days {
            None => out.push(Clause::Recurrence(each)),
            Some(days) => out.extend(days.anchors.into_iter().map(|anchor| {
                let at = Some((days.bound, anchor));
                let ahead = days.ahead && cycle != Cycle::Half;
                Clause::Recurrence(Recurrence { at, ahead, ..each.clone() })
            })),
        }
        if is_bare && let Some(next) = self.attempt(Self::next_rhythm)? {
            return self.finish(next, start, out);
        }
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

    pub(super) fn count_word(&mut self) -> Option<u32> {
        if let Some(number) = self.number() {
            return Some(number);
        }
        // `năm` is the number five only before another span: `năm tháng`, `năm năm`.
        if self.sees(0, "năm") && !self.sees_any(1, &["tháng", "tuần", "ngày", "năm", "quý"]) {
            return None;
        }
        let word = self.any(&NUMBERS)?;
        NUMBERS.iter().position(|known| *known == word).and_then(|at| u32::try_from(at + 1).ok())
    }

    /// Reads a kind of span: `tháng`, `6 tháng`, `năm học`. A number of months must divide a year.
    pub(super) fn span_kind(&mut self) -> Parsed<CycleDivision> {
        let start = self.position();
        let several = self.count_word().unwrap_or(1);
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
    fn days_in_each(&mut self, regular: bool) -> Parsed<DaysInEach> {
        while self.any(&["trong", "vào"]).is_some() {}
        let bound = self.bound().unwrap_or(Bound::In);
        let days = |anchor, cycle| DaysInEach { bound, anchors: vec![anchor], cycle, ahead: false };
        // `ngày thứ 20` counts days, `ngày thứ sáu` names one.
        let is_ordinal = self.sees(0, "ngày") && self.sees(1, "thứ") && self.number_ahead(2).is_some();
        if (!is_ordinal || self.sees(3, "hằng"))
            && let Some(day) = self.attempt(Self::weekday)?
        {
            self.word("của");
            return Ok(self.words(&["hằng", "tuần"]).then(|| days(Anchor::Weekday(day), Cycle::Week)));
        }
        if bound == Bound::In
            && let Some(days) = self.attempt(Self::first_days)?
        {
            return Ok(Some(DaysInEach { bound, anchors: vec![days], cycle: Cycle::Month, ahead: false }));
        }
        if let Some((anchor, cycle, ahead)) = self.maybe(Self::outer_day) {
            return Ok(Some(DaysInEach { ahead, ..days(anchor, cycle) }));
        }
        if let Some((edge, cycle)) = self.attempt(|p| p.edge_of_each(regular))? {
            return Ok(Some(days(edge, cycle)));
        }
        if let Some((anchor, ahead)) = self.attempt(|p| p.day_of_quarter(false))? {
            return Ok(Some(DaysInEach { ahead, ..days(anchor, Cycle::Quarter) }));
        }
        Ok(self.attempt(|p| p.days_of_month(bound))?.map(|(anchors, ahead)| DaysInEach {
            bound,
            anchors,
            cycle: Cycle::Month,
            ahead,
        }))
    }

    /// Reads `thứ Sáu`, `chiều thứ 6`, `chủ nhật`.
    pub(super) fn weekday(&mut self) -> Parsed<Weekday> {
        self.any(&["sáng", "trưa", "chiều", "tối"]);
        self.word("ngày");
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

    /// Returns the day of the week if nothing else is written.
    pub(super) fn only_weekday(&mut self) -> Option<Weekday> {
        self.attempt(Self::weekday).ok().flatten().filter(|_| self.is_at_end())
    }

    /// Reads `cuối mỗi học kỳ`, `đầu hằng quý`, bare `cuối kỳ`.
    fn edge_of_each(&mut self, regular: bool) -> Parsed<(Anchor, Cycle)> {
        use crate::deadline::expression::Edge;
        let Some(edge) = self.edge_word() else { return Ok(None) };
        if self.word("kỳ") || (self.words(&["học", "kỳ"]) && !self.sees(0, "hằng")) {
            let alone = self.is_at_joint() || self.sees_sign(0, ',');
            return Ok((alone && edge != Edge::Middle).then_some((Anchor::Edge(edge), Cycle::Term)));
        }
        self.word("của");
        if !self.word("hằng") {
            // `cuối quý`, and `định kỳ cuối năm`
            let cycle = match self.any(&["tháng", "quý", "năm"]) {
                Some("tháng") => Cycle::Month,
                Some("quý") if edge != Edge::Middle => Cycle::Quarter,
                Some("năm") if regular => Cycle::Year,
                _ => return Ok(None),
            };
            let alone = self.is_at_joint() || self.sees_sign(0, ',');
            return Ok(alone.then_some((Anchor::Edge(edge), cycle)));
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
    fn day_of_quarter(&mut self, short: bool) -> Parsed<(Anchor, bool)> {
        let start = self.position();
        // In `hằng quý trong 6 tháng đầu năm` the 6 is not a day.
        if !self.word("ngày") && short {
            return Ok(None);
        }
        let Some(number) = self.ordinal() else { return Ok(None) };
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
        let ahead = quarter && self.following();
        if quarter && !ahead {
            self.words(&["báo", "cáo"]);
        }
        let day = self.day_of_any_month(number, start)?;
        Ok(Some((Anchor::Day { first: None, day, month }, ahead)))
    }

    pub(super) fn sees_numeral(&mut self) -> bool {
        let at = self.position();
        let found = self.numeral().is_some();
        self.back_to(at);
        found
    }

    /// Reads `ngày 25 hằng tháng`, `ngày 10 và ngày 25 hằng tháng`, `từ ngày 20 đến ngày 25 hằng tháng`,
    /// `ngày 05 của tháng sau`; true if the month is the one after that reported on.
    fn days_of_month(&mut self, bound: Bound) -> Parsed<(Vec<Anchor>, bool)> {
        let start = self.position();
        let from = self.word("từ");
        let mut days = Vec::new();
        let mut run = false;
        loop {
            self.any(&["sáng", "trưa", "chiều", "tối"]);
            self.word("ngày");
            let Some(number) = self.ordinal() else { return Ok(None) };
            days.push(number);
            if days.len() == 1 && (self.sign('-') || self.word("đến")) {
                run = true;
            } else if run || !(self.sign(',') || self.word("và")) {
                break;
            }
        }
        // `từ ngày 05 hằng tháng` names no last day.
        if from && !run {
            return Ok(None);
        }
        self.word("của");
        let ahead = if self.words(&["hằng", "tháng"]) {
            self.word("sau")
        } else if !self.word("tháng") {
            return Ok(None);
        } else if self.words(&["báo", "cáo"]) {
            false
        } else if self.following() {
            true
        } else {
            return Ok(None);
        };
        let mut anchors = Vec::with_capacity(days.len());
        for number in days {
            let day = self.day_of_any_month(number, start)?;
            anchors.push(Anchor::Day { first: None, day, month: 1 });
        }
        if run && let [Anchor::Day { day: first, .. }, Anchor::Day { day, .. }] = anchors[..] {
            let run = Anchor::Day { first: Some(first), day, month: 1 };
            return Ok((bound == Bound::In && first <= day).then(|| (vec![run], ahead)));
        }
        Ok(Some((anchors, ahead)))
    }

    /// Reads the words after the name of a span for the one after that reported on: `sau`, `tiếp theo`,
    /// `kế tiếp`, `sau liền kề năm báo cáo`.
    pub(super) fn following(&mut self) -> bool {
        let next = self.word("sau")
            || self.words(&["tiếp", "theo"])
            || self.words(&["kế", "tiếp"])
            || self.words(&["liền", "kề"])
            || self.words(&["kế"]);
        if next {
            let _ = self.words(&["liền", "kề"]) || self.words(&["kế", "tiếp"]);
            let at = self.position();
            self.word("của");
            if self.any(&["năm", "quý", "tháng", "kỳ"]).is_none() || !self.words(&["báo", "cáo"]) {
                self.back_to(at);
            }
        }
        next
    }

    /// Reads a number of a day: `20`, `thứ 20`, `mùng 5`.
    pub(super) fn ordinal(&mut self) -> Option<u32> {
        if self.sees_any(0, &["thứ", "mùng"]) && self.number_ahead(1).is_some() {
            self.any(&["thứ", "mùng"]);
        }
        self.number()
    }

    pub(super) fn day_of_any_month(&self, number: u32, start: usize) -> Result<u8, DeadlineError> {
        within(number, 31)
            .ok_or_else(|| self.mistake(DeadlineErrorReason::NoSuchDayInAnyMonth(number), start))
    }

    /// Reads the day after a recurrence: `hằng tháng, trước ngày 25`, `hằng tuần vào thứ Sáu`.
    fn day_after(&mut self, cycle: Cycle) -> Parsed<DaysInEach> {
        let start = self.position();
        self.sign(',');
        while self.any(&["vào", "trong", "gửi"]).is_some() {}
        let bound = self.bound().unwrap_or(Bound::In);
        let one = |anchor| (vec![anchor], false);
        let days = match cycle {
            Cycle::Week => self.attempt(Self::weekday)?.map(Anchor::Weekday).map(one),
            Cycle::Month => match self.attempt(|p| p.days_of_month(bound))? {
                None => self.attempt(|p| p.day_alone(bound))?.map(one),
                days => days,
            },
            Cycle::Quarter => match self.attempt(|p| p.day_of_quarter(true))? {
                Some((anchor, ahead)) => Some((vec![anchor], ahead)),
                None => self
                    .maybe(Self::outer_day)
                    .filter(|(_, of, _)| *of == cycle)
                    .map(|(anchor, _, ahead)| (vec![anchor], ahead)),
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

    /// Reads `ngày 25` without a month after it.
    fn day_alone(&mut self, bound: Bound) -> Parsed<Anchor> {
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
    fn next_point(&mut self) -> Parsed<TimeReference> {
        if !self.word("và") {
            return Ok(None);
        }
        Ok(match self.attempt(Self::item)? {
            Some(Operand::Whole(point)) if point.edge.is_some() && is_in_any_year(point) => Some(point),
            _ => None,
        })
    }

    /// Reads days, spans or points without a year; true if they lie in the year after that reported on.
    fn day_of_year(&mut self) -> Parsed<(Vec<Anchor>, bool)> {
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
