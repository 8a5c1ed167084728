//! The first and last days of each span: `ngày làm việc cuối cùng của quý`, `15 ngày đầu mỗi tháng`.

use crate::deadline::expression::{Anchor, Cycle, Edge};

use super::parser::{Parsed, Parser};

impl Parser<'_> {
    /// Reads `15 ngày đầu mỗi tháng`.
    pub(super) fn first_days(&mut self) -> Parsed<Anchor> {
        let start = self.position();
        self.words(&["thời", "hạn"]);
        let Some(number) = self.number() else { return Ok(None) };
        if !self.words(&["ngày", "đầu"]) {
            return Ok(None);
        }
        self.word("tiên");
        self.word("của");
        if !self.words(&["hằng", "tháng"]) {
            return Ok(None);
        }
        let day = self.day_of_any_month(number, start)?;
        Ok(Some(Anchor::Day { first: Some(1), day, month: 1 }))
    }

    /// Reads `ngày cuối cùng của tháng`, `ngày làm việc đầu tiên của quý`, `ngày cuối cùng của tháng đầu quý sau`.
    pub(super) fn outer_day(&mut self) -> Option<(Anchor, Cycle, bool)> {
        if !self.word("ngày") {
            return None;
        }
        let working = self.words(&["làm", "việc"]);
        let edge = match (self.words(&["cuối", "cùng"]), self.words(&["đầu", "tiên"])) {
            (true, _) => Edge::End,
            (_, true) => Edge::Start,
            _ => return None,
        };
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
