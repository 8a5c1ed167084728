//! Events: names that stand for days, and words about an event without a known day.

use crate::deadline::error::DeadlineErrorReason;
use crate::deadline::expression::{
    Bound, CalendarPart, Clause, Count, CountStart, TimeReference, UnknownEvent,
};
use crate::deadline::lexer::TokenKind;

use super::count::MOST_DAYS;
use super::parser::{Parsed, Parser};
use super::part::Operand;
use super::time_words::{TIME_WORDS, names_days};

impl Parser<'_> {
    /// Reads the name of an event of the calendar, with or without `ngày` before it.
    pub(super) fn event_days(&mut self) -> Option<Operand> {
        let start = self.position();
        self.word("ngày");
        let Some(TokenKind::Event(days)) = self.kind(0) else { return None };
        self.step(1);
        let day = |day: crate::date::Day| {
            let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
            let part = CalendarPart::Day { day: of_month, month, year: Some(day.year()) };
            Some(self.reference(None, part, start))
        };
        let (first, last) = (day(days.first)?, day(days.last)?);
        Some(if days.first == days.last { Operand::Whole(first) } else { Operand::Run(first, last) })
    }

    /// Reads an event of several days that begins no longer span, and returns its first day.
    pub(super) fn event_alone(&mut self) -> Option<TimeReference> {
        let Some(Operand::Run(first, _)) = self.event_days() else { return None };
        let goes_on = self.sees_sign(0, '-')
            || self.sees(0, "đến")
            || (self.sees(0, "và") && self.sees(1, "kết") && self.sees(2, "thúc"));
        (!goes_on).then_some(first)
    }

    /// Returns true if the name of an event follows, with or without `ngày` before it.
    pub(super) fn sees_event(&self) -> bool {
        let at = usize::from(self.sees(0, "ngày"));
        matches!(self.kind(at), Some(TokenKind::Event(_)))
    }

    /// Reads an event, and returns its first and last day.
    pub(super) fn event_edges(&mut self) -> Option<(TimeReference, TimeReference)> {
        let (first, last) = match self.event_days()? {
            Operand::Run(first, last) => (first, last),
            Operand::Whole(day) => (day, day),
            _ => return None,
        };
        self.is_at_joint().then_some((first, last))
    }

    /// Reads a count of days behind its day: `trước ngày bầu cử 10 ngày`, `sau ngày 15/3 ít nhất 05 ngày làm việc`.
    pub(super) fn count_behind(&mut self) -> Parsed<Clause> {
        let back = match self.bound() {
            Some(Bound::Before) => true,
            None if self.word("sau") => false,
            _ => return Ok(None),
        };
        let since = match self.attempt(Self::item)? {
            Some(Operand::Whole(day)) if day.is_point() => day,
            Some(Operand::Run(first, last)) => {
                if back {
                    first
                } else {
                    last
                }
            }
            _ => return Ok(None),
        };
        self.sign(',');
        let _ = self.words(&["ít", "nhất"])
            || self.words(&["tối", "thiểu"])
            || self.words(&["chậm", "nhất"])
            || self.words(&["không", "quá"]);
        self.word("là");
        let number_at = self.position();
        let Some(number) = self.count_word() else { return Ok(None) };
        let Some(unit) = self.count_unit().filter(|unit| unit.days() <= 7) else { return Ok(None) };
        if !self.is_at_joint() {
            return Ok(None);
        }
        if number == 0 || number.saturating_mul(unit.days()) > MOST_DAYS {
            return Err(self.mistake(DeadlineErrorReason::NoSuchCount(number), number_at));
        }
        let since = CountStart::Reference(since);
        Ok(Some(Clause::Count(Count { number, unit, back, since })))
    }

    /// Returns true if a word follows that says nothing about a time.
    fn sees_name(&self) -> bool {
        let other = ["làm", "cuối", "đầu", "giữa", "cùng", "trong", "và", "vào", "là"];
        matches!(self.kind(0), Some(TokenKind::Word(word)) if !TIME_WORDS.contains(&word) && !other.contains(&word))
    }

    /// Reads words about the day of an event that the calendar lacks: `trước ngày bầu cử 10 ngày`. They are undated.
    pub(super) fn event(&mut self) -> Option<Clause> {
        let start = self.position();
        let bound = self.bound().is_some() || self.any(&["từ", "sau"]).is_some() || self.words(&["kể", "từ"]);
        if !bound || !self.word("ngày") || !self.sees_name() || names_days(self.rest()) {
            return None;
        }
        Some(self.unknown_event(start))
    }

    /// Reads the rest of the words as the name of an event that the calendar lacks.
    pub(super) fn unknown_event(&mut self, start: usize) -> Clause {
        self.word("ngày");
        let at = self.position();
        let event = self.rest_from(at).into();
        let (words, place) = (self.words_from(start).into(), self.place_from(at));
        Clause::UnknownEvent(Box::new(UnknownEvent { words, event, place }))
    }
}
