//! Clauses: words without a meaning for the date, undated and continuous deadlines, counts of days.

use crate::deadline::error::DeadlineError;
use crate::deadline::expression::{
    Anchor, Bound, CalendarPart, Clause, Cycle, Recurrence, TimeConstraint, TimeExtent, TimeReference,
};
use crate::deadline::lexer;

use super::front::FrontWord;
use super::parser::{Parsed, Parser};
use super::time_words::names_days;

impl Parser<'_> {
    /// Reads one deadline, or several that share words (`15/3 và 15/9 hằng năm`); returns true if there was one.
    pub(super) fn clauses(&mut self, out: &mut Vec<Clause>) -> Result<bool, DeadlineError> {
        let start = self.position();
        let front = self.pass_over();
        if self.is_at_joint() {
            let clause = match () {
                () if front.has(FrontWord::Regular) => Clause::Continuous(None),
                () if front.has(FrontWord::Roadmap) => Clause::Undated(self.words_from(start).into()),
                () => return Ok(false),
            };
            out.push(clause);
            return Ok(true);
        }
        if front.has(FrontWord::Regular)
            && self.sees(0, "theo")
            && self.sees_any(1, &["tuần", "tháng", "quý", "năm"])
        {
            // `định kỳ theo tháng, quý` says no more than `định kỳ tháng, quý`.
            self.word("theo");
            self.recurrence(front, out)?;
            return Ok(!out.is_empty());
        }
        if let Some(clause) = self.attempt(Self::undated)? {
            out.push(clause);
            return Ok(true);
        }
        if let Some(clause) = self.attempt(Self::continuous)? {
            out.push(clause);
            return Ok(true);
        }
        if let Some(clause) = self.maybe(Self::since_issue) {
            out.push(clause);
            return Ok(true);
        }
        if front.has(FrontWord::Report)
            && let Some(timed) = self.attempt(Self::sent_report)?
        {
            out.push(Clause::Timed(timed));
            return Ok(true);
        }
        if let Some(timed) = self.attempt(Self::timed)? {
            if let Some(ahead) = self.year_reported() {
                return self.yearly(timed, ahead, out);
            }
            if let Some(cycle) = self.reported_cycle() {
                return self.by_report(timed, cycle, out);
            }
            if (self.is_end_of_clause() || is_edge(&timed) && self.sees_edge())
                && !front.has(FrontWord::Regular)
            {
                out.push(Clause::Timed(timed));
                return Ok(true);
            }
            // `định kỳ` marks a recurrence, and a list of days is one.
            let is_joined = self.is_at_joint() && !self.is_at_end();
            if front.has(FrontWord::Regular) && (is_joined || matches!(timed.extent, TimeExtent::List(..))) {
                out.push(Clause::Timed(timed));
                return Ok(true);
            }
        }
        self.back_to(start);
        self.pass_over();
        if let Some(clause) = self.attempt(Self::count_behind)? {
            out.push(clause);
            return Ok(true);
        }
        if let Some(clause) = self.attempt(|p| p.count(front))? {
            out.push(clause);
            return Ok(true);
        }
        let before = out.len();
        if front.has(FrontWord::Inside)
            && let Some(each) = self.maybe(Self::inside_each)
        {
            out.push(each);
            return Ok(true);
        }
        self.recurrence(front, out)?;
        if out.len() == before
            && let Some(clause) = self.maybe(Self::event)
        {
            out.push(clause);
        }
        Ok(out.len() > before)
    }

    fn is_end_of_clause(&self) -> bool {
        self.is_at_joint() || self.sees_vision(0) || self.sees_note()
    }

    /// Reads words without a date: `theo …`, `khi …`, `đột xuất`, `tầm nhìn đến năm 2030`.
    fn undated(&mut self) -> Parsed<Clause> {
        let start = self.position();
        let to_the_end = self.any(&["theo", "khi"]).is_some() || self.words(&["sau", "khi"]);
        if to_the_end {
            return Ok(Some(Clause::Undated(self.rest_from(start).into())));
        }
        let known = self.vision()?
            || self.words(&["kịp", "thời"])
            || self.words(&["chưa", "xác", "định"])
            || self.words(&["chưa", "đề", "xuất"])
            || self.words(&["đẩy", "nhanh", "tiến", "độ"])
            || self.in_time();
        if known {
            return Ok(self.is_end_of_clause().then(|| Clause::Undated(self.words_from(start).into())));
        }
        if self.words(&["đột", "xuất"]) {
            self.sign(',');
            if self.sees_any(0, &["theo", "khi"]) {
                return Ok(Some(Clause::Undated(self.rest_from(start).into())));
            }
            return Ok(self.is_end_of_clause().then(|| Clause::Undated(self.words_from(start).into())));
        }
        Ok(None)
    }

    /// Reads `đúng tiến độ`, `đúng thời hạn quy định`.
    fn in_time(&mut self) -> bool {
        let at = self.position();
        let is_known = self.word("đúng")
            && (self.words(&["tiến", "độ"])
                || self.words(&["thời", "hạn"])
                || self.word("hạn")
                || (self.sees(0, "quy") && self.sees(1, "định")));
        if !is_known {
            self.back_to(at);
            return false;
        }
        let _ = self.words(&["theo", "quy", "định"]) || self.words(&["quy", "định"]);
        true
    }

    /// Reads `tầm nhìn đến năm 2030` or `định hướng 2030`.
    fn vision(&mut self) -> Result<bool, DeadlineError> {
        if !(self.words(&["tầm", "nhìn"]) || self.words(&["định", "hướng"])) {
            return Ok(false);
        }
        self.word("đến");
        self.word("năm");
        Ok(self.year()?.is_some())
    }

    /// Returns true if a vision follows, and steps over the comma before it.
    pub(super) fn vision_follows(&mut self) -> bool {
        self.sees_vision(0) && {
            self.sign(',');
            true
        }
    }

    /// Returns true if a note without days follows, and steps over the comma before it: `, sau khi được duyệt`.
    pub(super) fn note_follows(&mut self) -> bool {
        self.sees_note() && {
            self.sign(',');
            true
        }
    }

    fn sees_note(&self) -> bool {
        let at = usize::from(self.sees_sign(0, ','));
        let at = at + usize::from(self.sees(at, "ngay"));
        let follows =
            self.sees_any(at, &["theo", "khi"]) || (self.sees(at, "sau") && self.sees(at + 1, "khi"));
        follows && !names_days(self.rest())
    }

    fn sees_vision(&self, ahead: usize) -> bool {
        let ahead = ahead + usize::from(self.sees_sign(ahead, ','));
        (self.sees(ahead, "tầm") && self.sees(ahead + 1, "nhìn"))
            || (self.sees(ahead, "định") && self.sees(ahead + 1, "hướng"))
    }

    /// Reads `thường xuyên, liên tục`, with or without a span.
    fn continuous(&mut self) -> Parsed<Clause> {
        if self.sees(0, "hằng") && self.sees(1, "ngày") {
            self.words(&["hằng", "ngày"]);
            return Ok(self.is_end_of_clause().then_some(Clause::Continuous(None)));
        }
        let mut found = false;
        loop {
            let at = self.position();
            if found {
                let _ = self.sign(',') || self.sign('/') || self.sign('-') || self.word("và");
            }
            if self.words(&["thường", "xuyên"]) || self.words(&["liên", "tục"]) {
                found = true;
            } else {
                self.back_to(at);
                break;
            }
        }
        if !found {
            return Ok(None);
        }
        let at = self.position();
        self.sign(',');
        let within = self.attempt(Self::timed)?;
        if within.is_none() {
            self.back_to(at);
        }
        Ok(self.is_end_of_clause().then_some(Clause::Continuous(within)))
    }

    /// Reads `hằng năm`, `của năm báo cáo`, or `năm sau` with true: the year after the one reported on.
    pub(super) fn year_reported(&mut self) -> Option<bool> {
        let at = self.position();
        self.word("của");
        let is_each = self.words(&["hằng", "năm"]);
        let ahead = if is_each && !self.sees(0, "học") {
            self.words(&["báo", "cáo"]);
            Some(false)
        } else if is_each || !self.word("năm") {
            None
        } else if self.words(&["báo", "cáo"]) {
            Some(false)
        } else {
            self.following().then_some(true)
        };
        match ahead {
            None => self.back_to(at),
            Some(_) => self.mark(),
        }
        ahead
    }

    /// Adds the occurrences of a constraint that recurs each year: `trước ngày 20/11 hằng năm`.
    fn yearly(
        &mut self,
        timed: TimeConstraint,
        ahead: bool,
        out: &mut Vec<Clause>,
    ) -> Result<bool, DeadlineError> {
        let references = match timed.extent {
            TimeExtent::One(reference) => vec![reference],
            TimeExtent::List(references, _) => references,
            TimeExtent::Run(first, last) => {
                if timed.bound != Bound::In || ahead || !is_in_any_year(first) || !is_in_any_year(last) {
                    return Ok(false);
                }
                let within = self.within()?;
                let each = Recurrence::on(Cycle::Year, Bound::In, Anchor::Run(first, last));
                out.push(Clause::Recurrence(Recurrence { within, ..each }));
                return Ok(true);
            }
        };
        if matches!(timed.bound, Bound::From | Bound::After)
            || !references.iter().all(|reference| is_in_any_year(*reference))
        {
            return Ok(false);
        }
        let within = self.within()?;
        out.extend(references.into_iter().map(|reference| {
            let each = Recurrence::on(Cycle::Year, timed.bound, Anchor::Reference(reference));
            Clause::Recurrence(Recurrence { ahead, within: within.clone(), ..each })
        }));
        Ok(true)
    }

    /// Reads `đối với báo cáo 6 tháng đầu năm`, `báo cáo năm` behind a day: the span that a report is on.
    pub(super) fn reported_cycle(&mut self) -> Option<Cycle> {
        let at = self.position();
        self.words(&["đối", "với"]);
        let cycle = if self.words(&["báo", "cáo"]) { self.report_kind() } else { None };
        if cycle.is_none() {
            self.back_to(at);
        }
        cycle
    }

    /// Reads `6 tháng đầu năm`, `quý`, `hằng năm` after `báo cáo`.
    pub(super) fn report_kind(&mut self) -> Option<Cycle> {
        let _ = self.words(&["định", "kỳ"]);
        self.word("hằng");
        if let Some(months) = self.count_word() {
            let cycle = Cycle::of_months(u16::try_from(months).ok()?)?;
            if !self.word("tháng") {
                return None;
            }
            let _ = self.words(&["đầu", "năm"]) || self.words(&["cuối", "năm"]);
            return Some(cycle);
        }
        Some(match self.any(&["tháng", "quý", "năm"])? {
            "tháng" => Cycle::Month,
            "quý" => Cycle::Quarter,
            _ if self.sees(0, "học") => return None,
            _ => {
                if self.sees_year(0) {
                    self.number();
                }
                Cycle::Year
            }
        })
    }

    /// Reads the span of one report with the day on which it is due, with its year: `năm trước ngày 10/12/2026`.
    fn sent_report(&mut self) -> Parsed<TimeConstraint> {
        if self.report_kind().is_none() || !self.sees_any(0, &["trước", "chậm", "muộn", "đến", "ngày", "vào"])
        {
            return Ok(None);
        }
        Ok(self.attempt(Self::timed)?.filter(|timed| {
            let has_year = |one: &TimeReference| one.part.is_day() && one.part.year().is_some();
            self.is_at_joint() && matches!(&timed.extent, TimeExtent::One(one) if has_year(one))
        }))
    }

    /// Adds the days of several reports: `ngày 15/6 đối với báo cáo 6 tháng và 15/11 đối với báo cáo năm`.
    fn by_report(
        &mut self,
        timed: TimeConstraint,
        cycle: Cycle,
        out: &mut Vec<Clause>,
    ) -> Result<bool, DeadlineError> {
        let first = timed.bound;
        let mut next = Some((timed, cycle));
        while let Some((timed, cycle)) = next {
            // The words before the first day hold for the others.
            let bound = if timed.bound == Bound::In { first } else { timed.bound };
            let TimeExtent::One(reference) = timed.extent else { return Ok(false) };
            let fits = matches!(cycle, Cycle::Half | Cycle::Year) && is_in_any_year(reference);
            if !fits || matches!(bound, Bound::From | Bound::After) {
                return Ok(false);
            }
            let each = Recurrence::on(cycle, bound, Anchor::Reference(reference));
            out.push(Clause::Recurrence(each));
            next = self.attempt(|p| {
                if !(p.word("và") || p.sign(';') || p.sign(',')) {
                    return Ok(None);
                }
                let Some(timed) = p.attempt(Self::timed)? else { return Ok(None) };
                Ok(p.reported_cycle().map(|cycle| (timed, cycle)))
            })?;
        }
        Ok(true)
    }

    /// Reads the bounds of a recurrence: `, từ tháng 3 đến tháng 11`, `trong năm 2024`.
    pub(super) fn within(&mut self) -> Parsed<TimeConstraint> {
        self.attempt(|p| {
            let comma = p.sign(',');
            p.words(&["bắt", "đầu"]);
            // `định kỳ tháng 9/2024` is not a monthly recurrence within 9/2024.
            if !comma && p.number_ahead(0).is_some_and(|number| number < 1000) {
                return Ok(None);
            }
            // `định kỳ 6 tháng, năm` asks for the yearly report as well and sets no bound.
            if comma && p.sees(0, "năm") && !p.sees_year(1) && !p.sees(1, "học") {
                return Ok(None);
            }
            let timed = p.attempt(Self::timed)?;
            Ok(timed.filter(|timed| match timed.extent {
                TimeExtent::One(reference) => {
                    timed.bound != Bound::In || !(reference.part.is_day() || reference.edge.is_some())
                }
                TimeExtent::Run(..) => true,
                TimeExtent::List(..) => false,
            }))
        })
    }
}

/// Returns true if a constraint is the beginning, middle or end of a part of the calendar.
pub(super) fn is_edge(timed: &TimeConstraint) -> bool {
    matches!(timed.extent, TimeExtent::One(one) if timed.bound == Bound::In && one.edge.is_some())
}

/// Returns true if a reference has a meaning in each year: it has no year and no school year.
pub(super) fn is_in_any_year(reference: TimeReference) -> bool {
    reference.part.year().is_none()
        && !reference.part.is_school()
        && reference.weekday.is_none()
        && !matches!(reference.part, CalendarPart::Years(..) | CalendarPart::BareYears(..))
}

/// Returns true if undated words are a vision.
pub(super) fn is_vision(words: &str) -> bool {
    let tokens = lexer::tokens(words);
    Parser::new(words, tokens).sees_vision(0)
}
