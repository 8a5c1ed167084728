//! Recurrences without a day: several rhythms in one deadline, and spans of several weeks or years.

use crate::deadline::expression::{
    Anchor, Bound, CalendarPart, Clause, Cycle, Recurrence, Spacing, TimeReference,
};

use super::parser::{Parsed, Parser};
use super::part::within;

impl Parser<'_> {
    /// Reads the span of a report with the day on which it is sent: `06 tháng gửi`, after `báo cáo` also `năm trước`.
    pub(super) fn sent_each(&mut self, report: bool) -> Parsed<(Cycle, u32)> {
        let Some(span) = self.span_kind()? else { return Ok(None) };
        let is_sent = self.word("gửi")
            || report && self.sees_any(0, &["trước", "chậm", "muộn", "đến", "vào"])
            || report && self.sees(0, "ngày") && self.number_ahead(1).is_some();
        Ok(is_sent.then(|| span.times(1)))
    }

    /// Reads a bare span before others that recur: `quý` in `quý, hằng năm` and in `quý, 6 tháng và năm`.
    pub(super) fn first_rhythm(&mut self) -> Parsed<(Cycle, u32)> {
        let Some(span) = self.span_kind()? else { return Ok(None) };
        Ok(self.sees_rhythm().then(|| span.times(1)))
    }

    /// Returns true if another span follows: `, hằng năm`, `và 6 tháng`.
    fn sees_rhythm(&mut self) -> bool {
        let at = self.position();
        let joined = self.sign(',') || self.word("và");
        let each = self.word("hằng");
        let is_month_count = self.number_ahead(0).is_some_and(|months| matches!(months, 3 | 6 | 9 | 12));
        let length = match () {
            () if is_month_count && self.sees(1, "tháng") => 2,
            () if self.sees_any(0, &["tháng", "quý", "năm"]) => 1,
            () => 0,
        };
        self.step(length);
        let ends = self.is_at_joint() || self.sees_sign(0, ',');
        self.back_to(at);
        joined && (each || length > 0 && ends)
    }

    /// Reads the reports of a year by their spans: `quý I, 6 tháng, 9 tháng và năm`. Among them 6 months are the first
    /// half, as the year's report is on all of it.
    pub(super) fn reports_of_year(&mut self) -> Option<Vec<Clause>> {
        let mut reports = vec![self.report_of_year()?];
        while let Some(report) = self.maybe(|p| (p.sign(',') || p.word("và")).then(|| p.report_of_year())?) {
            reports.push(report);
        }
        let of_part = |count: u8| {
            reports.iter().any(|each| match each.at {
                Some((_, Anchor::Reference(of))) => {
                    matches!(of.part, CalendarPart::Months { count: months, .. } if months == count)
                }
                _ => false,
            })
        };
        let has_quarter = reports.iter().any(|each| match each.at {
            Some((_, Anchor::Reference(of))) => matches!(of.part, CalendarPart::Quarter { .. }),
            _ => false,
        });
        let is_list = of_part(9) || of_part(6) && has_quarter;
        (is_list && self.is_at_joint()).then(|| reports.into_iter().map(Clause::Recurrence).collect())
    }

    /// Reads `quý I`, `6 tháng`, `9 tháng đầu năm`, `quý`, `năm`.
    fn report_of_year(&mut self) -> Option<Recurrence> {
        let start = self.position();
        let each = |cycle| Recurrence { cycle, times: 1, at: None, ahead: false, within: None };
        self.words(&["báo", "cáo"]);
        self.any(&["hằng", "cả"]);
        let part = if self.word("quý") {
            match self.numeral() {
                Some(quarter) => CalendarPart::Quarter { quarter: within(quarter, 4)?, year: None },
                None => return Some(each(Cycle::Quarter)),
            }
        } else if self.word("tháng") {
            return (!self.sees_numeral()).then(|| each(Cycle::Month));
        } else if self.word("năm") {
            return (!self.sees_year(0) && !self.sees(0, "học")).then(|| each(Cycle::Year));
        } else {
            let count = self.number().filter(|count| matches!(count, 3 | 6 | 9))?;
            if !self.word("tháng") {
                return None;
            }
            self.words(&["đầu", "năm"]);
            CalendarPart::Months { count: within(count, 12)?, last: false, year: None }
        };
        let place = self.place_from(start);
        let of = TimeReference { edge: None, part, weekday: None, place };
        Some(Recurrence::on(Cycle::Year, Bound::In, Anchor::Reference(of)))
    }

    /// Reads another span after a recurrence: `, quý, năm`.
    pub(super) fn next_rhythm(&mut self) -> Parsed<(Cycle, u32)> {
        if !(self.sign(',') || self.word("và")) {
            return Ok(None);
        }
        self.word("hằng");
        let Some(span) = self.span_kind()? else { return Ok(None) };
        let ends = self.is_at_joint()
            || self.sees_sign(0, ',')
            || self.sees_any(0, &["trước", "chậm", "muộn", "đến", "vào"]);
        Ok(ends.then(|| span.times(1)))
    }

    /// Reads `02 tuần/lần`, `hai năm một lần`.
    pub(super) fn spacing(&mut self) -> Option<Spacing> {
        self.words(&["định", "kỳ"]);
        self.word("hằng");
        let spans = self.count_word().and_then(|spans| u16::try_from(spans).ok());
        let spans = spans.filter(|spans| (2..=100).contains(spans))?;
        let cycle = match self.any(&["tuần", "năm"]) {
            Some("tuần") => Cycle::Week,
            Some(_) if !self.sees(0, "học") => Cycle::Year,
            _ => return None,
        };
        self.sign('/');
        let _ = self.word("một") || (self.number_ahead(0) == Some(1) && self.number().is_some());
        self.word("lần").then_some(Spacing { spans, cycle })
    }

    /// Reads `tháng`, `quý` or `tuần` after `trong`: each of them.
    pub(super) fn inside_each(&mut self) -> Option<Clause> {
        let cycle = match self.any(&["tuần", "tháng", "quý"]) {
            Some("tuần") => Cycle::Week,
            Some("tháng") => Cycle::Month,
            Some(_) => Cycle::Quarter,
            None => return None,
        };
        let each = Recurrence { cycle, times: 1, at: None, ahead: false, within: None };
        self.is_at_joint().then_some(Clause::Recurrence(each))
    }
}
