//! Recurrences: `01 lần/tháng`, `định kỳ 6 tháng`, `trước ngày 25 hằng tháng`, `cuối mỗi học kỳ`.

use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{Clause, Cycle, Recurrence};

use super::front::{FrontWord, Preamble};
use super::parser::{Parsed, Parser};

/// The maximum number of times per span.
const MOST_TIMES: u32 = 366;

impl Parser<'_> {
    /// Reads a recurrence; after `định kỳ` the word `hằng` may be left out.
    pub(super) fn recurrence(&mut self, front: Preamble, out: &mut Vec<Clause>) -> Result<(), DeadlineError> {
        let start = self.position();
        let regular = front.has(FrontWord::Regular);
        if let Some(reports) = self.maybe(Self::reports_of_year) {
            out.extend(reports);
            return Ok(());
        }
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
        if let Some(each) = self.attempt(|p| p.sent_each(front.has(FrontWord::Report)))? {
            let at = self.position();
            if self.attempt(|p| p.day_after(each.0))?.is_none() {
                return Ok(());
            }
            self.back_to(at);
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
        if !self.time_noun() {
            return Ok(None);
        }
        let _ = self.sign('/') || self.any(&["hằng", "trong", "một"]).is_some();
        Ok(self.span_kind()?.map(|span| span.times(times)))
    }

    /// Steps over the word for one time, or for what is done at one: `lần`, `đợt`, `buổi`, `cuộc`.
    fn time_noun(&mut self) -> bool {
        self.any(&["lần", "đợt", "buổi", "cuộc"]).is_some()
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
            return Ok(self.time_noun().then(|| span.times(times)));
        }
        Ok(self.times_after().map(|times| span.times(times)))
    }

    /// Reads the words after `định kỳ`: `6 tháng`, `quý`, `mỗi tháng`, `6 tháng/lần`.
    fn interval(&mut self) -> Parsed<(Cycle, u32)> {
        self.word("hằng");
        let Some(span) = self.span_kind()? else { return Ok(None) };
        if self.sign('/') {
            let times = self.count_word().unwrap_or(1);
            return Ok(self.time_noun().then(|| span.times(times)));
        }
        Ok(Some(span.times(self.times_after().unwrap_or(1))))
    }

    /// Reads `02 lần` after a span.
    fn times_after(&mut self) -> Option<u32> {
        let at = self.position();
        let _ = self.words(&["ít", "nhất"]) || self.words(&["tối", "thiểu"]);
        let times = self.count_word().filter(|_| self.time_noun());
        if times.is_none() {
            self.back_to(at);
        }
        times
    }
}
