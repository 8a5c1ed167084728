//! Days and spans with the words before and between them, and lists of them.

use crate::deadline::expression::{Bound, CalendarPart, Join, TimeConstraint, TimeExtent, TimeReference};

use super::parser::{Parsed, Parser};
use super::part::Operand;

impl Parser<'_> {
    /// Reads a day, a span or a list of them, with the words before it.
    pub(super) fn timed(&mut self) -> Parsed<TimeConstraint> {
        while self.any(&["trong", "vào"]).is_some() {}
        if let Some(bound) = self.bound() {
            return Ok(self.attempt(|p| p.extent(false))?.map(|extent| TimeConstraint { bound, extent }));
        }
        if self.word("từ") || self.words(&["kể", "từ"]) {
            return self.attempt(Self::after_from);
        }
        if self.word("sau") {
            let extent = self.attempt(|p| p.extent(false))?;
            // `sau 15/6 và trước 30/6` is one span, which has no first day of its own.
            let joint = usize::from(self.sees_sign(0, ',') || self.sees(0, "và"));
            if joint > 0 && self.sees_any(joint, &["trước", "đến", "chậm", "muộn"]) {
                return Ok(None);
            }
            return Ok(extent.and_then(|extent| match extent {
                TimeExtent::One(day) if day.is_point() => {
                    Some(TimeConstraint { bound: Bound::After, extent })
                }
                TimeExtent::Run(_, last) if last.part.is_day() => {
                    Some(TimeConstraint { bound: Bound::After, extent })
                }
                _ => None,
            }));
        }
        if self.words(&["sớm", "nhất"]) {
            while self.any(&["vào", "là", "từ", "trong"]).is_some() {}
            return self.attempt(Self::after_earliest);
        }
        let begins = self.begins;
        let Some(extent) = self.attempt(|p| p.extent(true))? else { return Ok(None) };
        if let TimeExtent::One(first) = extent
            && let Some((last, bound)) = self.attempt(|p| p.ending(begins))?
        {
            return Ok(Some(TimeConstraint { bound, extent: TimeExtent::Run(first, last) }));
        }
        let is_open = matches!(&extent, TimeExtent::One(one) if self.goes_on(one.part));
        Ok(Some(TimeConstraint { bound: if is_open { Bound::From } else { Bound::In }, extent }))
    }

    /// Reads `đến`, `đến hết`, `chậm nhất`, `không quá`, `trước` and their combinations.
    pub(super) fn bound(&mut self) -> Option<Bound> {
        let mut bound = None;
        loop {
            self.mark();
            if self.word("đến")
                || self.word("hết")
                || self.words(&["chậm", "nhất"])
                || self.words(&["muộn", "nhất"])
                || self.words(&["không", "quá"])
                || self.words(&["không", "muộn", "hơn"])
                || self.words(&["không", "chậm", "hơn"])
                || self.words(&["không", "chậm", "quá"])
            {
                bound = Some(Bound::Until);
                self.sign(':');
            } else if self.sees(0, "trước") && !self.sees_any(1, &["hết", "khi"]) {
                self.word("trước");
                self.mark();
                return Some(Bound::Before);
            } else if bound.is_none() || self.any(&["là", "vào", "trong"]).is_none() {
                return bound;
            }
        }
    }

    /// Reads the words after `từ`: two ends make a span, one is a beginning; `từ nay` sets no beginning.
    fn after_from(&mut self) -> Parsed<TimeConstraint> {
        if self.word("nay") {
            if !self.sees(0, "đến") {
                return Ok(None);
            }
            let Some(bound) = self.bound() else { return Ok(None) };
            return Ok(self.attempt(|p| p.extent(false))?.map(|extent| TimeConstraint { bound, extent }));
        }
        if let Some(first) = self.maybe(Self::event_alone) {
            self.words(&["trở", "đi"]);
            return Ok(Some(TimeConstraint { bound: Bound::From, extent: TimeExtent::One(first) }));
        }
        let Some(extent) = self.attempt(|p| p.extent(true))? else { return Ok(None) };
        if matches!(extent, TimeExtent::Run(..)) {
            return Ok(Some(TimeConstraint { bound: Bound::In, extent }));
        }
        if let TimeExtent::One(first) = extent
            && let Some((last, bound)) = self.attempt(|p| p.ending(true))?
        {
            return Ok(Some(TimeConstraint { bound, extent: TimeExtent::Run(first, last) }));
        }
        self.words(&["trở", "đi"]);
        if let TimeExtent::One(one) = extent {
            self.goes_on(one.part);
        }
        Ok(Some(TimeConstraint { bound: Bound::From, extent }))
    }

    /// Reads `trở đi`, `và những năm tiếp theo`, `và các tháng tiếp theo` behind a part with a year.
    fn goes_on(&mut self, part: CalendarPart) -> bool {
        let unit = match part {
            CalendarPart::Year(Some(_)) => "năm",
            CalendarPart::Month { .. } => "tháng",
            CalendarPart::Quarter { .. } => "quý",
            CalendarPart::Day { .. } => return self.words(&["trở", "đi"]),
            _ => return false,
        };
        self.words(&["trở", "đi"])
            || self.words(&["và", "những", unit, "tiếp", "theo"])
            || self.words(&["và", "các", unit, "tiếp", "theo"])
    }

    /// Reads the end of a span behind its beginning, with the relation of the span to both: `và kết thúc trước 30/6`,
    /// `, hoàn thành chậm nhất 30/6`. After `từ` or `bắt đầu`, `begins`, a relation to the end is enough.
    fn ending(&mut self, begins: bool) -> Parsed<(TimeReference, Bound)> {
        if !(self.sign(',') || self.word("và")) {
            return Ok(None);
        }
        let mut is_end = self.words(&["kết", "thúc"]);
        while begins && (self.words(&["hoàn", "thành"]) || self.word("xong")) {
            is_end = true;
        }
        let is_bound = self.sees_any(0, &["đến", "hết", "chậm", "muộn", "không", "trước"]);
        if !(is_end || begins && is_bound) {
            return Ok(None);
        }
        let bound = if is_bound { self.bound() } else { None };
        self.any(&["vào", "trong"]);
        let Some(Operand::Whole(last)) = self.attempt(Self::item)? else { return Ok(None) };
        Ok(match bound {
            Some(Bound::Before) if last.is_point() => Some((last, Bound::Within)),
            Some(Bound::Before) => None,
            _ => Some((last, Bound::In)),
        })
    }

    /// Reads the words after `sớm nhất`: a beginning, and optionally the end after `muộn nhất`.
    fn after_earliest(&mut self) -> Parsed<TimeConstraint> {
        let Some(extent) = self.attempt(|p| p.extent(false))? else { return Ok(None) };
        if let TimeExtent::One(first) = extent
            && let Some(last) = self.attempt(Self::latest)?
        {
            return Ok(Some(TimeConstraint { bound: Bound::In, extent: TimeExtent::Run(first, last) }));
        }
        Ok(Some(TimeConstraint { bound: Bound::From, extent }))
    }

    /// Reads `, muộn nhất 15/9`.
    fn latest(&mut self) -> Parsed<TimeReference> {
        let _ = self.sign(',') || self.word("và");
        if self.bound() != Some(Bound::Until) {
            return Ok(None);
        }
        Ok(match self.attempt(Self::item)? {
            Some(Operand::Whole(last)) => Some(last),
            _ => None,
        })
    }

    /// Reads one operand, two with `-` (or `đến`, if `open`) between them, or a list.
    fn extent(&mut self, open: bool) -> Parsed<TimeExtent> {
        if let Some(days) = self.attempt(Self::day_of_months)? {
            return Ok(Some(days));
        }
        let Some(first) = self.attempt(Self::item)? else { return Ok(None) };
        if let Operand::Run(from, to) = first {
            let last = self.attempt(|p| p.run_end(&first, open))?.unwrap_or(to);
            return Ok(Some(TimeExtent::Run(from, last)));
        }
        if let Some(last) = self.attempt(|p| p.run_end(&first, open))? {
            return Ok(self.whole(first, last)?.map(|first| TimeExtent::Run(first, last)));
        }
        let mut items = Vec::new();
        let mut join = Join::Comma;
        // The first whole operand determines the kind of the others.
        let mut model = first;
        while let Some((item, and)) = self.attempt(|p| p.next_item(&model))? {
            if !matches!(model, Operand::Whole(_)) {
                model = item;
            }
            if items.is_empty() {
                items.push(first);
            }
            items.push(item);
            if and {
                join = Join::And;
            }
        }
        if items.is_empty() {
            return Ok(match first {
                Operand::Whole(reference) => Some(TimeExtent::One(reference)),
                _ => None,
            });
        }
        // Bare numbers take the month of the next whole operand, hence the reverse order.
        let mut references: Vec<TimeReference> = Vec::with_capacity(items.len());
        for item in items.into_iter().rev() {
            let reference = match (item, references.last()) {
                (Operand::Whole(reference), _) => Some(reference),
                (item, Some(next)) => self.whole(item, *next)?,
                _ => None,
            };
            let Some(reference) = reference else { return Ok(None) };
            references.push(reference);
        }
        references.reverse();
        Ok(Some(TimeExtent::List(references, join)))
    }

    /// Reads the second end of a span.
    fn run_end(&mut self, first: &Operand, open: bool) -> Parsed<TimeReference> {
        let item = if self.sign('-') {
            self.attempt(|p| p.like(first))?
        } else if open && self.words(&["và", "kết", "thúc"]) {
            // `bắt đầu ngày 01/3 và kết thúc ngày 30/6`
            self.word("vào");
            self.attempt(|p| p.like(first))?.or(self.attempt(Self::item)?)
        } else if open && self.word("đến") {
            self.word("hết");
            self.attempt(|p| p.like(first))?.or(self.attempt(Self::item)?)
        } else {
            None
        };
        Ok(match item {
            Some(Operand::Whole(reference) | Operand::Run(_, reference)) => Some(reference),
            _ => None,
        })
    }
}
