//! Days in numbers: `15/5/2024`, `ngày 15 tháng 5`, and bare numbers that become days.

use crate::date::Day;
use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{CalendarPart, TimeReference};
use crate::deadline::lexer::TokenKind;

use super::parser::{Parsed, Parser};
use super::part::{Operand, within};

impl Parser<'_> {
    /// Reads a day, a numeric month (`9/2024`) or a bare number.
    pub(super) fn day_item(&mut self) -> Parsed<Operand> {
        let start = self.position();
        let is_ordinal = self.sees(0, "ngày") && self.sees(1, "thứ") && self.number_ahead(2).is_some();
        if !is_ordinal
            && self.sees_weekday()
            && let Some(day) = self.attempt(Self::day_of_weekday)?
        {
            return Ok(Some(Operand::Whole(day)));
        }
        let mut named = self.day_words();
        named |= self.word("ngày") || self.sees(0, "mùng");
        if named {
            self.event_name();
        }
        self.day_number(start, named)
    }

    /// Returns true if a day of the week follows.
    fn sees_weekday(&self) -> bool {
        let at = usize::from(self.sees_any(0, &["sáng", "trưa", "chiều", "tối"]));
        let at = at + usize::from(self.sees(at, "ngày"));
        self.sees(at, "chủ") || (self.sees(at, "thứ") && self.number_ahead(at + 1).is_none_or(|day| day < 8))
    }

    /// Reads a day behind its day of the week: `Chủ nhật, ngày 15/3/2026`.
    fn day_of_weekday(&mut self) -> Parsed<TimeReference> {
        let start = self.position();
        let Some(weekday) = self.attempt(Self::weekday)? else { return Ok(None) };
        self.sign(',');
        self.word("ngày");
        Ok(match self.attempt(|p| p.day_number(start, true))? {
            Some(Operand::Whole(day)) if day.part.is_day() => {
                Some(TimeReference { weekday: Some(weekday), ..day })
            }
            _ => None,
        })
    }

    /// Skips the words that may stand before a day, a time of day or an occasion; returns true if there were any.
    fn day_words(&mut self) -> bool {
        let before = self.position();
        self.word("buổi");
        // `tối thiểu` (at least) begins with the word for evening.
        if !self.sees(1, "thiểu") {
            self.any(&["sáng", "trưa", "chiều", "tối"]);
        }
        let _ = self.words(&["nhân", "dịp"]) || self.any(&["nhân", "dịp"]).is_some();
        self.position() > before
    }

    /// Skips the name of an event between `ngày` and a day with its year: `ngày bầu cử 15/3/2026`.
    fn event_name(&mut self) {
        let length = (0..5).take_while(|at| self.kind(*at) == Some(TokenKind::Word(""))).count();
        let is_day = self.number_ahead(length).is_some()
            && self.sees_sign(length + 1, '/')
            && self.sees_sign(length + 3, '/')
            && self.sees_year(length + 4);
        if is_day {
            self.step(length);
        }
    }

    /// Reads the numbers of a day; `named` is true after a word such as `ngày`.
    pub(super) fn day_number(&mut self, start: usize, named: bool) -> Parsed<Operand> {
        if self.sees_year(0) {
            // `ngày 2024-05-15`
            let part = self.attempt(Self::year_first)?.filter(|part| part.is_day());
            return Ok(part.map(|part| Operand::Whole(self.reference(None, part, start))));
        }
        let Some(first) = (if named { self.ordinal() } else { self.number() }) else { return Ok(None) };
        let next = self.number_ahead(1);
        if let Some(second) = next.filter(|_| self.sees_sign(0, '/')) {
            if second >= 1000 && !named && !self.sees_sign(2, '/') {
                self.sign('/');
                self.number();
                let part = CalendarPart::Month {
                    month: self.checked_month(first, start)?,
                    year: Some(self.checked_year(second, start)?),
                };
                return Ok(Some(Operand::Whole(self.reference(None, part, start))));
            }
            if second >= 1000 {
                return Ok(None);
            }
            self.sign('/');
            self.number();
            return self.day_with_year(first, second, start);
        }
        for sign in ['-', '.'] {
            if self.sees_sign(0, sign)
                && self.sees_sign(2, sign)
                && self.sees_year(3)
                && let Some(second) = next.filter(|second| *second < 1000)
            {
                for _ in 0..2 {
                    self.sign(sign);
                    self.number();
                }
                let year = self.words_year(start)?;
                let part = self.checked_day(first, second, Some(year), start)?;
                return Ok(Some(Operand::Whole(self.reference(None, part, start))));
            }
        }
        // `ngày 31-5`, `31-5 hằng năm`, `từ 01.6 đến 15.6.2026`
        let each_year = self.sees(2, "hằng") && self.sees(3, "năm");
        let ends = named && (self.kind(2).is_none() || self.sees_sign(2, ';') || self.sees(2, "và"));
        let begins = self.sees(2, "đến");
        if (self.sees_sign(0, '-') && (each_year || ends || begins) || self.sees_sign(0, '.') && begins)
            && let Some(second) = next.filter(|second| (1..=12).contains(second))
        {
            self.step(2);
            let part = self.checked_day(first, second, None, start)?;
            return Ok(Some(Operand::Whole(self.reference(None, part, start))));
        }
        // `15 tháng 5`, but neither `6 tháng 1 lần` nor `ngày 15 tháng cuối quý`
        if self.sees(0, "tháng")
            && let Some(second) = next
            && !(self.sees(2, "lần") || self.sees_sign(2, '/') && self.sees(3, "lần"))
        {
            self.word("tháng");
            self.number();
            return self.day_with_year(first, second, start);
        }
        if self.sees_any(0, &["lần", "ngày", "tháng", "tuần", "quý", "năm", "học"]) || self.sees_sign(0, '/')
        {
            return Ok(None);
        }
        Ok(Some(Operand::Bare { number: first, day: named, start }))
    }

    /// Returns the year in the token before the position.
    fn words_year(&self, start: usize) -> Result<i32, DeadlineError> {
        let words = self.words_from(self.position().saturating_sub(1).max(start));
        self.checked_year(words.parse().unwrap_or(u32::MAX), start)
    }

    /// Returns a day of a month, with the year if it follows.
    fn day_with_year(&mut self, day: u32, month: u32, start: usize) -> Parsed<Operand> {
        let year = if self.sees_sign(0, '/')
            && let Some(number) = self.number_ahead(1)
        {
            self.sign('/');
            self.number();
            Some(self.checked_year(number, start)?)
        } else if self.sees(0, "năm") && self.sees_year(1) {
            self.word("năm");
            self.year()?
        } else {
            None
        };
        let part = self.checked_day(day, month, year, start)?;
        Ok(Some(Operand::Whole(self.reference(None, part, start))))
    }

    pub(super) fn checked_month(&self, number: u32, start: usize) -> Result<u8, DeadlineError> {
        within(number, 12).ok_or_else(|| self.mistake(DeadlineErrorReason::NoSuchMonth(number), start))
    }

    /// Returns a day, or an error if no year, or not the given one, has it.
    pub(super) fn checked_day(
        &self,
        day: u32,
        month: u32,
        year: Option<i32>,
        start: usize,
    ) -> Result<CalendarPart, DeadlineError> {
        if day > 31 {
            return Err(self.mistake(DeadlineErrorReason::NoSuchDayInAnyMonth(day), start));
        }
        let month = self.checked_month(month, start)?;
        let most = Day::days_in_month(year.unwrap_or(2000), month.into());
        match within(day, most) {
            Some(day) => Ok(CalendarPart::Day { day, month, year }),
            None => {
                Err(self.mistake(DeadlineErrorReason::NoSuchDay { day, month: month.into(), year }, start))
            }
        }
    }
}
