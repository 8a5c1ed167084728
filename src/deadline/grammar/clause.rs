//! Clauses: words without a meaning for the date, undated and continuous deadlines, counts of days.

use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{
    Anchor, Bound, CalendarPart, Clause, Count, Cycle, Recurrence, TimeConstraint, TimeExtent, TimeReference,
};
use crate::deadline::lexer;

use super::parser::{Parsed, Parser};
use super::part::Operand;

/// The maximum of a count of days: a hundred years.
const MOST_DAYS: u32 = 36_525;

impl Parser<'_> {
    /// Reads one deadline, or several that share words (`15/3 và 15/9 hằng năm`); returns true if there was one.
    pub(super) fn clauses(&mut self, out: &mut Vec<Clause>) -> Result<bool, DeadlineError> {
        let start = self.position();
        let front = self.pass_over();
        if self.is_at_joint() {
            let clause = match front {
                Preamble { regular: true, .. } => Clause::Continuous(None),
                Preamble { roadmap: true, .. } => Clause::Undated(self.words_from(start).into()),
                _ => return Ok(false),
            };
            out.push(clause);
            return Ok(true);
        }
        if let Some(clause) = self.attempt(Self::undated)? {
            out.push(clause);
            return Ok(true);
        }
        if let Some(clause) = self.attempt(Self::continuous)? {
            out.push(clause);
            return Ok(true);
        }
        if let Some(timed) = self.attempt(Self::timed)? {
            if let Some(ahead) = self.attempt(Self::year_reported)? {
                return self.yearly(timed, ahead, out);
            }
            if self.is_end_of_clause() && !front.regular {
                out.push(Clause::Timed(timed));
                return Ok(true);
            }
            // `định kỳ` marks a recurrence, and a list of days is one.
            if front.regular && matches!(timed.extent, TimeExtent::List(..)) {
                out.push(Clause::Timed(timed));
                return Ok(true);
            }
        }
        self.back_to(start);
        self.pass_over();
        if let Some(clause) = self.attempt(Self::count)? {
            out.push(clause);
            return Ok(true);
        }
        let before = out.len();
        self.recurrence(front.regular, out)?;
        Ok(out.len() > before)
    }

    fn is_end_of_clause(&self) -> bool {
        self.is_at_joint() || self.sees_vision(0)
    }

    /// Skips words without a meaning for the date, in any combination.
    fn pass_over(&mut self) -> Preamble {
        let mut front = Preamble::default();
        loop {
            self.mark();
            if self.words(&["định", "kỳ"]) {
                front.regular = true;
            } else if self.words(&["lộ", "trình"]) {
                front.roadmap = true;
            } else if !(self.words(&["hoàn", "thành"])
                || self.words(&["thực", "hiện"])
                || self.words(&["tổ", "chức"])
                || self.any(&["xong", "ngay", "vào", "trong"]).is_some())
            {
                return front;
            }
        }
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
            || self.words(&["đúng", "tiến", "độ", "quy", "định"])
            || self.words(&["đúng", "tiến", "độ"]);
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

    fn sees_vision(&self, ahead: usize) -> bool {
        let ahead = ahead + usize::from(self.sees_sign(ahead, ','));
        (self.sees(ahead, "tầm") && self.sees(ahead + 1, "nhìn"))
            || (self.sees(ahead, "định") && self.sees(ahead + 1, "hướng"))
    }

    /// Reads `thường xuyên, liên tục`, with or without a span.
    fn continuous(&mut self) -> Parsed<Clause> {
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
    pub(super) fn year_reported(&mut self) -> Parsed<bool> {
        self.word("của");
        if self.words(&["hằng", "năm"]) {
            let is_school = self.sees(0, "học");
            self.words(&["báo", "cáo"]);
            return Ok((!is_school).then_some(false));
        }
        if !self.word("năm") {
            return Ok(None);
        }
        if self.words(&["báo", "cáo"]) {
            return Ok(Some(false));
        }
        Ok(self.following().then_some(true))
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
            TimeExtent::Run(..) => return Ok(false),
        };
        if timed.bound == Bound::From || !references.iter().all(|reference| is_in_any_year(*reference)) {
            return Ok(false);
        }
        let within = self.within()?;
        out.extend(references.into_iter().map(|reference| {
            let each = Recurrence::on(Cycle::Year, timed.bound, Anchor::Reference(reference));
            Clause::Recurrence(Recurrence { ahead, within: within.clone(), ..each })
        }));
        Ok(true)
    }

    /// Reads `05 ngày làm việc kể từ ngày 15/5/2024`; a count from anything but a day is undated.
    fn count(&mut self) -> Parsed<Clause> {
        let start = self.position();
        self.bound();
        let _ = self.words(&["trong", "vòng"]) || self.word("vòng") || self.word("sau");
        self.words(&["thời", "hạn"]);
        let number_at = self.position();
        let Some(days) = self.number() else { return Ok(None) };
        if !self.word("ngày") {
            return Ok(None);
        }
        let working = self.words(&["làm", "việc"]);
        let since =
            self.words(&["kể", "từ"]) || self.words(&["tính", "từ"]) || self.any(&["sau", "từ"]).is_some();
        if !since || self.is_at_end() {
            return Ok(None);
        }
        if days == 0 || days > MOST_DAYS {
            return Err(self.mistake(DeadlineErrorReason::NoSuchCount(days), number_at));
        }
        match self.attempt(Self::item)? {
            Some(Operand::Whole(since)) if since.edge.is_some() || since.part.is_day() => {
                Ok(Some(Clause::Count(Count { days, working, since })))
            }
            _ => Ok(Some(Clause::Undated(self.rest_from(start).into()))),
        }
    }

    /// Reads the bounds of a recurrence: `, từ tháng 3 đến tháng 11`, `trong năm 2024`.
    pub(super) fn within(&mut self) -> Parsed<TimeConstraint> {
        self.attempt(|p| {
            let comma = p.sign(',');
            // `định kỳ tháng 9/2024` is not a monthly recurrence within 9/2024.
            if !comma && p.number_ahead(0).is_some_and(|number| number < 1000) {
                return Ok(None);
            }
            // `định kỳ 6 tháng, năm` asks for the yearly report as well and sets no bound.
            if comma && p.sees(0, "năm") && p.kind(1).is_none() {
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

/// The words skipped before a deadline.
#[derive(Default)]
struct Preamble {
    /// `định kỳ`
    regular: bool,
    /// `lộ trình`
    roadmap: bool,
}

/// Returns true if a reference has a meaning in each year: it has no year and no school year.
pub(super) fn is_in_any_year(reference: TimeReference) -> bool {
    reference.part.year().is_none()
        && !reference.part.is_school()
        && !matches!(reference.part, CalendarPart::Years(..))
}

/// Returns true if undated words are a vision.
pub(super) fn is_vision(words: &str) -> bool {
    let tokens = lexer::tokens(words);
    Parser::new(words, tokens).sees_vision(0)
}
