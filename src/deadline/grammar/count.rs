//! Counts of days from a day, from the end of a span and from the issue of the plan, and words about events.

use crate::deadline::error::DeadlineErrorReason;
use crate::deadline::expression::{
    Anchor, Bound, Clause, Count, CountStart, Cycle, Edge, Recurrence, TimeReference,
};
use crate::deadline::lexer::TokenKind;

use super::parser::{Parsed, Parser};
use super::part::Operand;
use super::time_words::names_days;

/// The maximum of a count of days: a hundred years.
pub(super) const MOST_DAYS: u32 = 36_525;

/// The end or beginning from which a count of days runs.
enum SpanCount {
    /// A reference to the calendar.
    From(CountStart),
    /// The end of each span.
    Each(Cycle),
}

impl Parser<'_> {
    /// Reads `05 ngày làm việc kể từ ngày 15/5/2024`; a count from anything but a day is undated.
    /// After `định kỳ`, `regular`, a bare count is the time between two occurrences.
    pub(super) fn count(&mut self, regular: bool) -> Parsed<Clause> {
        let start = self.position();
        let bound = self.bound();
        let later = self.sees(0, "sau");
        let _ = self.words(&["trong", "vòng"]) || self.word("vòng") || self.word("sau");
        self.words(&["thời", "hạn"]);
        let number_at = self.position();
        let Some(days) = self.number() else { return Ok(None) };
        if !self.word("ngày") {
            return Ok(None);
        }
        let working = self.words(&["làm", "việc"]);
        let count = |since| Clause::Count(Count { days, working, back: false, since });
        let is_count = self.is_at_joint() && !regular && !later && bound != Some(Bound::Before);
        let back = self.word("trước");
        let since = back
            || self.words(&["kể", "từ"])
            || self.words(&["tính", "từ"])
            || self.any(&["sau", "từ"]).is_some();
        if !is_count && (!since || self.is_at_end()) {
            return Ok(None);
        }
        if days == 0 || days > MOST_DAYS {
            return Err(self.mistake(DeadlineErrorReason::NoSuchCount(days), number_at));
        }
        if is_count {
            return Ok(Some(count(CountStart::Issue)));
        }
        if !back && self.maybe(Self::issue).is_some() {
            return Ok(Some(count(CountStart::Issue)));
        }
        if !back && let Some(since) = self.attempt(Self::span_count)? {
            return Ok(Some(match since {
                SpanCount::From(since) => count(since),
                SpanCount::Each(cycle) => {
                    let anchor = Anchor::After { days, working };
                    let each = Recurrence::on(cycle, Bound::In, anchor);
                    Clause::Recurrence(Recurrence { ahead: true, ..each })
                }
            }));
        }
        let names_days = names_days(self.rest());
        match self.attempt(Self::item)? {
            Some(Operand::Whole(since)) if since.is_point() => {
                let since = CountStart::Reference(since);
                Ok(Some(Clause::Count(Count { days, working, back, since })))
            }
            Some(Operand::Event(first, last)) => {
                let since = CountStart::Reference(if back { first } else { last });
                Ok(Some(Clause::Count(Count { days, working, back, since })))
            }
            _ if back && names_days => Ok(None),
            // A condition has no day that the calendar could tell.
            _ if names_days || self.sees(0, "khi") => Ok(Some(Clause::Undated(self.rest_from(start).into()))),
            _ => Ok(Some(self.unknown_event(start))),
        }
    }

    /// Reads the edge of a span after `kể từ`: `ngày kết thúc quý`, `ngày bắt đầu năm học`.
    fn span_count(&mut self) -> Parsed<SpanCount> {
        self.word("ngày");
        if self.words(&["bắt", "đầu"]) {
            if let Some(event) = self.maybe(Self::event_edges) {
                return Ok(Some(SpanCount::From(CountStart::Reference(event.0))));
            }
            return Ok(match self.attempt(Self::item)? {
                Some(Operand::Whole(reference)) if !reference.is_point() && self.is_at_joint() => {
                    let since = TimeReference { edge: Some(Edge::Start), ..reference };
                    Some(SpanCount::From(CountStart::Reference(since)))
                }
                _ => None,
            });
        }
        if !self.words(&["kết", "thúc"]) {
            return Ok(None);
        }
        if let Some(event) = self.maybe(Self::event_edges) {
            return Ok(Some(SpanCount::From(CountStart::Reference(event.1))));
        }
        let each = self.maybe(|p| {
            p.word("hằng");
            let months = p.count_word().unwrap_or(1);
            let cycle = match (p.any(&["tháng", "quý", "năm"])?, months) {
                ("tháng", months) => Cycle::of_months(u16::try_from(months).ok()?)?,
                ("quý", 1) => Cycle::Quarter,
                ("năm", 1) => {
                    p.words(&["tài", "chính"]);
                    Cycle::Year
                }
                _ => return None,
            };
            p.is_at_joint().then_some(cycle)
        });
        if let Some(cycle) = each {
            return Ok(Some(SpanCount::Each(cycle)));
        }
        Ok(match self.attempt(Self::item)? {
            Some(Operand::Whole(reference)) if !reference.is_point() && self.is_at_joint() => {
                Some(SpanCount::From(CountStart::End(reference)))
            }
            _ => None,
        })
    }

    /// Reads the day on which the plan was issued: `ngày ban hành Kế hoạch`, `ngày Kế hoạch này được ban hành`.
    fn issue(&mut self) -> Option<()> {
        if !self.word("ngày") {
            return None;
        }
        self.word("ký");
        if self.words(&["ban", "hành"]) {
            self.this_document()?;
        } else {
            self.this_document()?;
            self.word("được");
            if !self.words(&["ban", "hành"]) {
                return None;
            }
        }
        let ends = self.is_at_joint() || (self.sees(0, "trở") && self.sees(1, "đi"));
        ends.then_some(())
    }

    /// Reads `Kế hoạch`, or another document with `này`: `Chỉ thị này`.
    fn this_document(&mut self) -> Option<()> {
        if self.words(&["kế", "hoạch"]) {
            self.word("này");
            return Some(());
        }
        for _ in 0..3 {
            if !matches!(self.kind(0)?, TokenKind::Word(_)) {
                return None;
            }
            self.step(1);
            if self.word("này") {
                return Some(());
            }
        }
        None
    }

    /// Reads `từ ngày ban hành Kế hoạch trở đi`.
    pub(super) fn since_issue(&mut self) -> Option<Clause> {
        self.word("kể");
        if !self.word("từ") {
            return None;
        }
        self.issue()?;
        self.words(&["trở", "đi"]);
        self.is_at_joint().then_some(Clause::SinceIssue)
    }
}
