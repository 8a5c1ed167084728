//! Parts of the calendar and their edges: `Quý II/2024`, `cuối tháng 9`, `15/5/2024`.

use crate::date::Day;
use crate::deadline::error::DeadlineErrorReason;
use crate::deadline::expression::{CalendarPart, Edge, TimeReference};

use super::parser::{Parsed, Parser};

/// A part of the calendar, or a number that later words complete: `05 - 31/8`, `tuần 3, 4 tháng 11`.
#[derive(Debug, Clone, Copy)]
pub(super) enum Operand {
    Whole(TimeReference),
    /// A number in the position of a day; with `ngày` before it, it cannot be a month.
    Bare {
        number: u32,
        day: bool,
        start: usize,
    },
    /// A week whose month follows later.
    Week(u8),
    /// The first and last day of an event of several days, or of the half of a month.
    Run(TimeReference, TimeReference),
}

impl Parser<'_> {
    /// Reads any operand.
    pub(super) fn item(&mut self) -> Parsed<Operand> {
        let start = self.position();
        if let Some(event) = self.maybe(Self::event_days) {
            return Ok(Some(event));
        }
        if let Some(half) = self.attempt(Self::half)? {
            return Ok(Some(half));
        }
        if let Some(edge) = self.attempt(Self::edge)? {
            return Ok(Some(Operand::Whole(self.reference(Some(edge.0), edge.1, start))));
        }
        if let Some(item) = self.attempt(Self::week)? {
            return Ok(Some(item));
        }
        if let Some(part) = self.attempt(Self::named_part)? {
            return Ok(Some(Operand::Whole(self.reference(None, part, start))));
        }
        self.attempt(Self::day_item)
    }

    pub(super) fn reference(&self, edge: Option<Edge>, part: CalendarPart, start: usize) -> TimeReference {
        TimeReference { edge, part, weekday: None, place: self.place_from(start) }
    }

    /// Reads `tuần 2 tháng 5/2024`, or `tuần 3` before other weeks of the same month.
    fn week(&mut self) -> Parsed<Operand> {
        let start = self.position();
        if !self.word("tuần") {
            return Ok(None);
        }
        self.week_number(start)
    }

    /// Reads the number of a week, after `tuần` or alone in a list, and its month if that follows.
    pub(super) fn week_number(&mut self, start: usize) -> Parsed<Operand> {
        if self.sees(0, "cuối") {
            return self.attempt(|p| p.last_week(start));
        }
        let ordinal = self.word("thứ");
        let first =
            self.sees(0, "đầu") && (self.sees(1, "tiên") || self.sees(1, "của") || self.sees(1, "tháng"));
        let number = if first {
            self.word("đầu");
            self.word("tiên");
            Some(1)
        } else if ordinal && self.sees_any(0, &["nhất", "hai", "ba", "tư"]) {
            let names = ["nhất", "hai", "ba", "tư"];
            let name = self.any(&names);
            names.iter().position(|known| Some(*known) == name).and_then(|at| u32::try_from(at + 1).ok())
        } else {
            self.numeral()
        };
        let Some(number) = number else { return Ok(None) };
        let Some(week) = within(number, 5) else {
            return Err(self.mistake(DeadlineErrorReason::NoSuchWeek { week: number, month: None }, start));
        };
        if self.sees(0, "tháng") || (self.sees(0, "của") && self.sees(1, "tháng")) {
            self.word("của");
            let Some(CalendarPart::Month { month, year }) = self.attempt(Self::month)? else {
                return Ok(None);
            };
            if let Some(year) = year
                && week == 5
                && Day::days_in_month(year, month.into()) < 29
            {
                let reason = DeadlineErrorReason::NoSuchWeek { week: 5, month: Some((month.into(), year)) };
                return Err(self.mistake(reason, start));
            }
            let part = CalendarPart::Week { week, month, year };
            return Ok(Some(Operand::Whole(self.reference(None, part, start))));
        }
        Ok(Some(Operand::Week(week)))
    }

    /// Reads the words after `tuần`: `cuối tháng 12`, `cuối cùng của tháng 12/2026`.
    fn last_week(&mut self, start: usize) -> Parsed<Operand> {
        self.word("cuối");
        self.word("cùng");
        self.word("của");
        Ok(match self.attempt(Self::month)? {
            Some(CalendarPart::Month { month, year }) => {
                let part = CalendarPart::LastWeek { month, year };
                Some(Operand::Whole(self.reference(None, part, start)))
            }
            _ => None,
        })
    }

    /// Reads a part other than a day or a week.
    pub(super) fn named_part(&mut self) -> Parsed<CalendarPart> {
        if let Some(part) = self.attempt(Self::month)? {
            return Ok(Some(part));
        }
        if let Some(part) = self.attempt(Self::quarter)? {
            return Ok(Some(part));
        }
        if let Some(part) = self.attempt(Self::school)? {
            return Ok(Some(part));
        }
        if let Some(part) = self.attempt(Self::year_part)? {
            return Ok(Some(part));
        }
        if let Some(part) = self.attempt(Self::months)? {
            return Ok(Some(part));
        }
        if let Some(part) = self.attempt(Self::tenth)? {
            return Ok(Some(part));
        }
        self.attempt(Self::year_first)
    }

    /// Reads `tháng 9`, `T9/2024`, `tháng 9 năm 2024`.
    fn month(&mut self) -> Parsed<CalendarPart> {
        let start = self.position();
        if self.sees(1, "tháng") {
            self.word("các");
        }
        if self.any(&["tháng", "t"]).is_none() {
            return Ok(None);
        }
        self.month_number(start)
    }

    /// Reads the number of a month, after `tháng` or alone in a list, and its year.
    pub(super) fn month_number(&mut self, start: usize) -> Parsed<CalendarPart> {
        let Some(number) = self.number().or_else(|| self.month_name()) else { return Ok(None) };
        if self.sees(0, "lần") {
            return Ok(None);
        }
        let month = self.checked_month(number, start)?;
        Ok(Some(CalendarPart::Month { month, year: self.year_after()? }))
    }

    /// Reads a month in words: `sáu`, `tư`; `năm` is a year.
    fn month_name(&mut self) -> Option<u32> {
        if self.word("tư") {
            return Some(4);
        }
        if self.sees(0, "năm") {
            return None;
        }
        self.maybe(Self::count_word)
    }

    /// Reads `Quý II/2024`, `quý 2 năm 2024`, `Q2/2024`.
    fn quarter(&mut self) -> Parsed<CalendarPart> {
        let start = self.position();
        if self.sees(1, "quý") {
            self.word("các");
        }
        if self.any(&["quý", "q"]).is_none() {
            return Ok(None);
        }
        self.quarter_number(start)
    }

    /// Reads the number of a quarter, after `quý` or alone in a list, and its year.
    pub(super) fn quarter_number(&mut self, start: usize) -> Parsed<CalendarPart> {
        let Some(number) = self.numeral() else { return Ok(None) };
        if self.sees(0, "lần") {
            return Ok(None);
        }
        let Some(quarter) = within(number, 4) else {
            return Err(self.mistake(DeadlineErrorReason::NoSuchQuarter(number), start));
        };
        Ok(Some(CalendarPart::Quarter { quarter, year: self.year_after()? }))
    }

    /// Reads `năm học 2023-2024`, `học kỳ I năm học 2023-2024`.
    fn school(&mut self) -> Parsed<CalendarPart> {
        let start = self.position();
        if self.words(&["học", "kỳ"]) || (self.sees(0, "kỳ") && self.word("kỳ")) {
            return self.term_number(start);
        }
        if self.word("hk") {
            return self.term_number(start);
        }
        if let Some(term) = self.any(&["hki", "hkii"]) {
            return self.term_of(if term == "hki" { 1 } else { 2 });
        }
        self.word("cả");
        if self.words(&["năm", "học"]) {
            return Ok(Some(CalendarPart::SchoolYear(self.school_years()?)));
        }
        Ok(None)
    }

    /// Reads the number of a term, after `học kỳ` or alone in a list, and its school year.
    pub(super) fn term_number(&mut self, start: usize) -> Parsed<CalendarPart> {
        let Some(number) = self.numeral() else { return Ok(None) };
        if self.sees(0, "lần") {
            return Ok(None);
        }
        let Some(term) = within(number, 2) else {
            return Err(self.mistake(DeadlineErrorReason::NoSuchTerm(number), start));
        };
        self.term_of(term)
    }

    /// Reads the school year behind a term, if it follows.
    fn term_of(&mut self, term: u8) -> Parsed<CalendarPart> {
        let comma = usize::from(self.sees_sign(0, ','));
        if self.sees(comma, "năm") && self.sees(comma + 1, "học") {
            self.sign(',');
            self.words(&["năm", "học"]);
            return Ok(Some(CalendarPart::Term { term, year: self.school_years()? }));
        }
        Ok(Some(CalendarPart::Term { term, year: None }))
    }

    /// Reads the years of a school year, if they follow.
    fn school_years(&mut self) -> Parsed<i32> {
        let start = self.position();
        match self.attempt(Self::two_years)? {
            Some((first, second)) if second != first + 1 => {
                let reason = DeadlineErrorReason::NoSchoolYear(first.unsigned_abs(), second.unsigned_abs());
                Err(self.mistake(reason, start))
            }
            years => Ok(years.map(|(first, _)| first)),
        }
    }

    /// Reads `2023-2024`.
    fn two_years(&mut self) -> Parsed<(i32, i32)> {
        let Some(first) = self.year()? else { return Ok(None) };
        if !self.sign('-') {
            return Ok(None);
        }
        Ok(self.year()?.map(|second| (first, second)))
    }

    /// Reads `năm 2024`, `cả năm`, `giai đoạn 2024-2025`, `hè năm 2024`.
    fn year_part(&mut self) -> Parsed<CalendarPart> {
        let start = self.position();
        if self.words(&["giai", "đoạn"]) {
            let Some((first, second)) = self.two_years()? else { return Ok(None) };
            if second < first {
                return Err(self.mistake(DeadlineErrorReason::YearsBackwards(first, second), start));
            }
            return Ok(Some(CalendarPart::Years(first, second)));
        }
        if self.word("hè") || self.words(&["dịp", "hè"]) {
            if self.sees(0, "năm") && self.sees_year(1) {
                self.word("năm");
            }
            return Ok(Some(CalendarPart::Summer(self.year()?)));
        }
        self.word("cả");
        if !self.word("năm") || self.sees(0, "học") {
            return Ok(None);
        }
        Ok(Some(CalendarPart::Year(self.year()?)))
    }

    /// Reads `6 tháng đầu năm 2024`, `9 tháng cuối năm`.
    fn months(&mut self) -> Parsed<CalendarPart> {
        let start = self.position();
        let Some(number) = self.count_word() else { return Ok(None) };
        if !(self.word("tháng") && self.sees_any(0, &["đầu", "cuối"]) && self.sees(1, "năm")) {
            return Ok(None);
        }
        if self.sees(2, "học") {
            return Ok(None);
        }
        let last = self.any(&["đầu", "cuối"]) == Some("cuối");
        self.word("năm");
        let Some(count) = within(number, 12) else {
            return Err(self.mistake(DeadlineErrorReason::NoSuchMonths(number), start));
        };
        Ok(Some(CalendarPart::Months { count, last, year: self.year()? }))
    }

    /// Reads `thượng tuần`, `trung tuần`, `hạ tuần` of a month.
    fn tenth(&mut self) -> Parsed<CalendarPart> {
        if !self.sees(1, "tuần") {
            return Ok(None);
        }
        let tenth = match self.any(&["thượng", "trung", "hạ"]) {
            Some("thượng") => 1,
            Some("trung") => 2,
            Some(_) => 3,
            None => return Ok(None),
        };
        self.word("tuần");
        self.word("của");
        Ok(self.attempt(Self::month)?.and_then(|part| match part {
            CalendarPart::Month { month, year } => Some(CalendarPart::Tenth { tenth, month, year }),
            _ => None,
        }))
    }

    /// Reads a part that begins with its year: `2024`, `2024-09`, `2024-Q2`, `2024-H1`, `2024-05-15`.
    pub(super) fn year_first(&mut self) -> Parsed<CalendarPart> {
        let start = self.position();
        let Some(number) = self.number().filter(|number| *number >= 1000) else { return Ok(None) };
        if self.sees_any(0, &["lần", "ngày", "tháng", "tuần", "quý"]) {
            return Ok(None);
        }
        let year = self.checked_year(number, start)?;
        if start == 0 && self.sees_sign(0, '-') && self.sees_year(1) && self.kind(2).is_none() {
            self.sign('-');
            let last = self.year()?.filter(|last| year <= *last);
            return Ok(last.map(|last| CalendarPart::BareYears(year, last)));
        }
        if self.sees_sign(0, '/') || (self.sees_sign(0, '-') && self.sees_year(1)) {
            return Ok(None);
        }
        if !self.sees_sign(0, '-') {
            return Ok(Some(CalendarPart::Year(Some(year))));
        }
        let dash = self.position();
        self.sign('-');
        if self.word("q") {
            let Some(CalendarPart::Quarter { quarter, year: None }) =
                self.attempt(|p| p.quarter_number(start))?
            else {
                return Ok(None);
            };
            return Ok(Some(CalendarPart::Quarter { quarter, year: Some(year) }));
        }
        if self.sees(0, "h") && matches!(self.number_ahead(1), Some(1 | 2)) {
            self.word("h");
            let last = self.number() == Some(2);
            return Ok(Some(CalendarPart::Months { count: 6, last, year: Some(year) }));
        }
        let Some(number) = self.number() else {
            self.back_to(dash);
            return Ok(Some(CalendarPart::Year(Some(year))));
        };
        let month = self.checked_month(number, start)?;
        if self.sees_sign(0, '-')
            && let Some(day) = self.number_ahead(1).filter(|day| *day < 1000)
        {
            self.sign('-');
            self.number();
            return self.checked_day(day, month.into(), Some(year), start).map(Some);
        }
        Ok(Some(CalendarPart::Month { month, year: Some(year) }))
    }

    /// Reads a year after `/` or `năm`, if one follows.
    pub(super) fn year_after(&mut self) -> Parsed<i32> {
        if (self.sees_sign(0, '/') || self.sees_sign(0, '-')) && self.sees_year(1) {
            self.sign('/');
            self.sign('-');
            return self.year();
        }
        let comma = usize::from(self.sees_sign(0, ','));
        if self.sees(comma, "năm") && self.sees_year(comma + 1) {
            self.sign(',');
            self.word("năm");
            return self.year();
        }
        Ok(None)
    }
}

/// Returns the number if it lies in `1..=most`.
pub(super) fn within(number: u32, most: u32) -> Option<u8> {
    u8::try_from(number).ok().filter(|_| (1..=most).contains(&number))
}
