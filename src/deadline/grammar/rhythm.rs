//! Recurrences without a day: several rhythms in one deadline, and spans of several weeks or years.

use crate::deadline::expression::{Clause, Cycle, Recurrence, Spacing};

use super::parser::{Parsed, Parser};

impl Parser<'_> {
    /// Reads the span of a report with the day on which it is sent: `06 tháng gửi`.
    pub(super) fn sent_each(&mut self) -> Parsed<(Cycle, u32)> {
        let Some(span) = self.span_kind()? else { return Ok(None) };
        Ok(self.word("gửi").then(|| span.times(1)))
    }

    /// Reads a bare span before others that recur: `quý` in `quý, hằng năm`.
    pub(super) fn first_rhythm(&mut self) -> Parsed<(Cycle, u32)> {
        let Some(span) = self.span_kind()? else { return Ok(None) };
        Ok((self.sees_sign(0, ',') && self.sees(1, "hằng")).then(|| span.times(1)))
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
