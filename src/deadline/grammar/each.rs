//! Days in each span of a recurrence: `ngày 25 hằng tháng`, `cuối mỗi học kỳ`, `thứ Sáu hằng tuần`.

use crate::date::Weekday;
use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{Anchor, Bound, Cycle};

use super::parser::{Parsed, Parser};
use super::part::within;
use super::span_kind::CycleDivision;

/// Days that recur in each span of a cycle, with the relation of the deadline to them.
pub(super) struct DaysInEach {
    pub(super) bound: Bound,
    pub(super) anchors: Vec<Anchor>,
    pub(super) cycle: Cycle,
    pub(super) ahead: bool,
}

impl Parser<'_> {
    /// Reads days with the span in which they recur: `ngày 25 hằng tháng`, `cuối mỗi học kỳ`.
    pub(super) fn days_in_each(&mut self, regular: bool) -> Parsed<DaysInEach> {
        while self.any(&["trong", "vào"]).is_some() {}
        let bound = self.bound().unwrap_or(Bound::In);
        let days = |anchor, cycle| DaysInEach { bound, anchors: vec![anchor], cycle, ahead: false };
        // `ngày thứ 20` counts days, `ngày thứ sáu` names one.
        let is_ordinal = self.sees(0, "ngày") && self.sees(1, "thứ") && self.number_ahead(2).is_some();
        if (!is_ordinal || self.sees(3, "hằng"))
            && let Some(day) = self.attempt(Self::weekday)?
        {
            let mut anchors = vec![Anchor::Weekday(day)];
            while let Some(next) = self.attempt(Self::next_weekday)? {
                anchors.push(Anchor::Weekday(next));
            }
            self.word("của");
            let each = DaysInEach { bound, anchors, cycle: Cycle::Week, ahead: false };
            return Ok(self.words(&["hằng", "tuần"]).then_some(each));
        }
        if bound == Bound::In
            && let Some((anchor, cycle)) = self.attempt(Self::outer_days)?
        {
            return Ok(Some(days(anchor, cycle)));
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

    /// Reads another weekday of a list: `và thứ Năm`.
    fn next_weekday(&mut self) -> Parsed<Weekday> {
        if !(self.sign(',') || self.word("và")) {
            return Ok(None);
        }
        self.weekday()
    }

    /// Reads `cuối mỗi học kỳ`, `đầu hằng quý`, bare `cuối kỳ`.
    pub(super) fn edge_of_each(&mut self, regular: bool) -> Parsed<(Anchor, Cycle)> {
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
    pub(super) fn day_of_quarter(&mut self, short: bool) -> Parsed<(Anchor, bool)> {
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

    /// Reads `ngày 25 hằng tháng`, `ngày 10 và ngày 25 hằng tháng`, `từ ngày 20 đến ngày 25 hằng tháng`,
    /// `ngày 05 của tháng sau`; true if the month is the one after that reported on.
    pub(super) fn days_of_month(&mut self, bound: Bound) -> Parsed<(Vec<Anchor>, bool)> {
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

    pub(super) fn day_of_any_month(&self, number: u32, start: usize) -> Result<u8, DeadlineError> {
        within(number, 31)
            .ok_or_else(|| self.mistake(DeadlineErrorReason::NoSuchDayInAnyMonth(number), start))
    }

    pub(super) fn sees_numeral(&mut self) -> bool {
        let at = self.position();
        let found = self.numeral().is_some();
        self.back_to(at);
        found
    }

    /// Reads a number of a day: `20`, `thứ 20`, `mùng 5`.
    pub(super) fn ordinal(&mut self) -> Option<u32> {
        if self.sees_any(0, &["thứ", "mùng"]) && self.number_ahead(1).is_some() {
            self.any(&["thứ", "mùng"]);
        }
        self.number()
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
}
