//! The first and last days of each span: `ngày làm việc cuối cùng của quý`, `15 ngày đầu mỗi tháng`.

use crate::deadline::expression::{Anchor, Cycle, Edge};

use super::parser::{Parsed, Parser};

impl Parser<'_> {
    /// Reads days of each span from its first or to its last: `15 ngày đầu mỗi tháng`, `tuần cuối của quý`,
    /// `tháng đầu mỗi quý`.
    pub(super) fn outer_days(&mut self) -> Parsed<(Anchor, Cycle)> {
        let start = self.position();
        self.words(&["thời", "hạn"]);
        if self.word("tháng") {
            return Ok(self.maybe(Self::month_of_each));
        }
        if self.word("tuần") {
            return Ok(self.maybe(Self::week_of_each));
        }
        let Some(number) = self.count_word() else { return Ok(None) };
        if !self.word("ngày") {
            return Ok(None);
        }
        let Some(edge) = self.edge_word().filter(|edge| *edge != Edge::Middle) else { return Ok(None) };
        let Some(cycle) = self.outer_span() else { return Ok(None) };
        let day = self.day_of_any_month(number, start)?;
        let anchor = match edge {
            Edge::Start => Anchor::Day { first: Some(1), day, month: 1 },
            _ => Anchor::LastDays(day),
        };
        Ok(Some((anchor, cycle)))
    }

    /// Reads the span behind its first or last days: `mỗi tháng`, `cùng của quý`.
    fn outer_span(&mut self) -> Option<Cycle> {
        let _ = self.word("tiên") || self.word("cùng");
        self.word("của");
        let each = self.word("hằng");
        let cycle = match self.any(&["tháng", "quý"])? {
            "tháng" => Cycle::Month,
            _ => Cycle::Quarter,
        };
        let alone = !self.sees_numeral() && (each || self.is_at_joint() || self.sees_sign(0, ','));
        alone.then_some(cycle)
    }

    /// Reads the words after `tuần`: `đầu mỗi tháng`, `cuối của quý`, `thứ 2 hằng tháng`.
    fn week_of_each(&mut self) -> Option<(Anchor, Cycle)> {
        if let Some(edge) = self.edge_word() {
            let cycle = self.outer_span()?;
            return Some(match edge {
                Edge::Start => (Anchor::Day { first: Some(1), day: 7, month: 1 }, cycle),
                Edge::End => (Anchor::LastDays(7), cycle),
                Edge::Middle => return None,
            });
        }
        self.word("thứ");
        let week = self.numeral().filter(|week| (1..=4).contains(week))?;
        let last = u8::try_from(7 * week).ok()?;
        self.word("của");
        let anchor = Anchor::Day { first: Some(last - 6), day: last, month: 1 };
        self.words(&["hằng", "tháng"]).then_some((anchor, Cycle::Month))
    }

    /// Reads the words after `tháng`: `cuối mỗi quý`, `đầu tiên của quý`.
    fn month_of_each(&mut self) -> Option<(Anchor, Cycle)> {
        let month = match self.edge_word()? {
            Edge::Start => 1,
            Edge::Middle => 2,
            Edge::End => 3,
        };
        let cycle = self.outer_span().filter(|cycle| *cycle == Cycle::Quarter)?;
        Some((Anchor::Day { first: Some(1), day: 31, month }, cycle))
    }

    /// Reads `ngày cuối cùng của tháng`, `ngày làm việc đầu tiên của quý`, `ngày cuối cùng của tháng đầu quý sau`.
    pub(super) fn outer_day(&mut self) -> Option<(Anchor, Cycle, bool)> {
        if !self.word("ngày") {
            return None;
        }
        let working = self.words(&["làm", "việc"]);
        let edge = match self.edge_word()? {
            Edge::End => Edge::End,
            Edge::Start => Edge::Start,
            Edge::Middle => return None,
        };
        let outer = self.word("cùng") || self.word("tiên");
        // `ngày cuối tháng`, but not `ngày làm việc đầu năm`.
        if !outer && (working || !self.sees_any(0, &["tháng", "quý", "của"])) {
            return None;
        }
        self.word("của");
        self.word("hằng");
        if self.sees(0, "tháng") && self.sees_any(1, &["đầu", "giữa", "cuối"]) {
            self.word("tháng");
            let month = match self.edge_word() {
                Some(Edge::Start) => 1,
                Some(Edge::Middle) => 2,
                _ => 3,
            };
            let _ = self.word("cùng") || self.word("tiên");
            self.word("của");
            self.word("hằng");
            if working || !self.word("quý") || self.sees_numeral() {
                return None;
            }
            let ahead = self.following();
            let day = if edge == Edge::End { 31 } else { 1 };
            return Some((Anchor::Day { first: None, day, month }, Cycle::Quarter, ahead));
        }
        let cycle = match self.any(&["tuần", "tháng", "quý", "năm"]) {
            Some("tuần") => Cycle::Week,
            Some("tháng") => Cycle::Month,
            Some("quý") => Cycle::Quarter,
            Some(_) => Cycle::Year,
            None => return None,
        };
        let alone = self.is_at_joint() || self.sees_sign(0, ',');
        let anchor = if working { Anchor::WorkingEdge(edge) } else { Anchor::Edge(edge) };
        (alone && (working || cycle != Cycle::Week)).then_some((anchor, cycle, false))
    }
}
