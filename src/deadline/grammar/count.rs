//! Counts of days from a day, from the end of a span and from the issue of the plan, and words about events.

use crate::deadline::error::DeadlineErrorReason;
use crate::deadline::expression::{
    Anchor, Bound, Clause, Count, CountStart, CountUnit, Cycle, Edge, Recurrence, TimeReference,
};
use crate::deadline::lexer::TokenKind;

use super::front::{FrontWord, Preamble};
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
    /// After `định kỳ` a bare count is the time between two occurrences.
    pub(super) fn count(&mut self, front: Preamble) -> Parsed<Clause> {
        let start = self.position();
        let bound = self.bound();
        let at_least = self.words(&["ít", "nhất"]) || self.words(&["tối", "thiểu"]);
        let later = self.sees(0, "sau");
        let mut led = self.words(&["trong", "vòng"]) || self.word("vòng");
        self.word("sau");
        led |= self.words(&["thời", "hạn"]) || self.words(&["thời", "gian"]);
        let number_at = self.position();
        let Some(number) = self.count_word() else { return Ok(None) };
        if self.word("giờ") {
            return Ok(self.count_of_hours(start, led, front.has(FrontWord::Inside)));
        }
        let Some(unit) = self.count_unit() else { return Ok(None) };
        let in_days = matches!(unit, CountUnit::Day | CountUnit::WorkingDay);
        let is_term = in_days || led || bound == Some(Bound::Until);
        let is_bare = self.is_at_joint()
            && is_term
            && !(front.has(FrontWord::Regular) || later || at_least || bound == Some(Bound::Before));
        let back = self.word("trước") || (bound == Some(Bound::Before) && self.words(&["so", "với"]));
        let since = back || self.count_from();
        let has_start = is_bare || since && self.sees_start();
        if !has_start || at_least && !back {
            return Ok(None);
        }
        // `báo cáo 6 tháng trước ngày 10/6` names a report and its day.
        let is_report = !in_days && (front.has(FrontWord::Regular) || front.has(FrontWord::Report));
        let is_span = unit.days() > 7 && back && !(at_least || bound.is_some() || self.sees_event());
        if is_report || is_span {
            return Ok(None);
        }
        if number == 0 || number.saturating_mul(unit.days()) > MOST_DAYS {
            let reason = if in_days {
                DeadlineErrorReason::NoSuchCount(number)
            } else {
                DeadlineErrorReason::NoSuchTermLength
            };
            return Err(self.mistake(reason, number_at));
        }
        if is_bare {
            let since = CountStart::Issue;
            return Ok(Some(Clause::Count(Count { number, unit, back: false, since })));
        }
        self.count_since((number, unit), back, start)
    }

    /// Reads the words between a count and its start.
    fn count_from(&mut self) -> bool {
        self.words(&["kể", "từ"]) || self.words(&["tính", "từ"]) || self.any(&["sau", "từ"]).is_some()
    }

    /// Returns true if words follow that may name the start of a count: more than `ngày`.
    fn sees_start(&self) -> bool {
        self.rest().len() > usize::from(self.sees(0, "ngày"))
    }

    /// Reads the unit of a count: `ngày`, `ngày làm việc`, `tuần`, `tháng`, `năm`.
    pub(super) fn count_unit(&mut self) -> Option<CountUnit> {
        Some(match self.any(&["ngày", "tuần", "tháng", "năm"])? {
            "ngày" if self.words(&["làm", "việc"]) => CountUnit::WorkingDay,
            "ngày" => CountUnit::Day,
            "tuần" => CountUnit::Week,
            "tháng" => CountUnit::Month,
            _ if self.sees(0, "học") => return None,
            _ => CountUnit::Year,
        })
    }

    /// Reads the start of a count.
    fn count_since(&mut self, (number, unit): (u32, CountUnit), back: bool, start: usize) -> Parsed<Clause> {
        let count = |since| Some(Clause::Count(Count { number, unit, back, since }));
        if !back && self.maybe(Self::issue).is_some() {
            return Ok(count(CountStart::Issue));
        }
        if !back && let Some(since) = self.attempt(Self::span_count)? {
            return Ok(match since {
                SpanCount::From(since) => count(since),
                SpanCount::Each(cycle) => {
                    let anchor = Anchor::After { number, unit };
                    let each = Recurrence::on(cycle, Bound::In, anchor);
                    Some(Clause::Recurrence(Recurrence { ahead: true, ..each }))
                }
            });
        }
        let names_days = names_days(self.rest());
        match self.attempt(Self::item)? {
            Some(Operand::Whole(since)) if since.is_point() => Ok(count(CountStart::Reference(since))),
            Some(Operand::Run(first, last)) => {
                Ok(count(CountStart::Reference(if back { first } else { last })))
            }
            _ if back && names_days => Ok(None),
            // The calendar has no day for a condition.
            _ if names_days || self.sees(0, "khi") => Ok(Some(Clause::Undated(self.rest_from(start).into()))),
            _ => Ok(Some(self.unknown_event(start))),
        }
    }

    /// Reads the rest of a count of hours, which has no day; none of hours from a day.
    fn count_of_hours(&mut self, start: usize, is_term: bool, is_inside: bool) -> Option<Clause> {
        if self.is_at_joint() {
            let words = self.words_from(start);
            return match (is_term, is_inside) {
                (true, _) => Some(Clause::Undated(words.into())),
                // Without the word before them, `24 giờ` are no term.
                (false, true) => Some(Clause::Undated(format!("trong {words}").into())),
                (false, false) => None,
            };
        }
        let is_open = self.count_from() && self.sees_start() && !names_days(self.rest());
        is_open.then(|| Clause::Undated(self.rest_from(start).into()))
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
        let is_act = self.word("ký");
        if self.words(&["ban", "hành"]) || is_act {
            // `kể từ ngày ký` is said of the document itself.
            if !(self.is_at_joint() || self.sees(0, "trở") && self.sees(1, "đi")) {
                self.this_document()?;
            }
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
