//! Beginnings, middles and ends of parts of the calendar, and their halves.

use crate::deadline::expression::{CalendarPart, Edge};

use super::parser::{Parsed, Parser};
use super::part::Operand;

impl Parser<'_> {
    /// Reads `nửa đầu tháng 6`, which ends on the 15th, and `nửa cuối năm 2026`.
    pub(super) fn half(&mut self) -> Parsed<Operand> {
        let start = self.position();
        if !self.word("nửa") {
            return Ok(None);
        }
        let Some(edge) = self.edge_word().filter(|edge| *edge != Edge::Middle) else { return Ok(None) };
        self.word("của");
        let part = self.attempt(Self::named_part)?;
        let is_last = edge == Edge::End;
        Ok(match part {
            Some(CalendarPart::Year(year)) => {
                let part = CalendarPart::Months { count: 6, last: is_last, year };
                Some(Operand::Whole(self.reference(None, part, start)))
            }
            Some(CalendarPart::Month { month, year }) => {
                let day = |day| self.reference(None, CalendarPart::Day { day, month, year }, start);
                let end = self.reference(Some(Edge::End), CalendarPart::Month { month, year }, start);
                Some(if is_last { Operand::Run(day(16), end) } else { Operand::Run(day(1), day(15)) })
            }
            _ => None,
        })
    }

    /// Reads `đầu tháng 9`, `cuối năm 2024`, `cuối học kỳ I`, `ngày cuối cùng của tháng 9`; parts without such a point
    /// in law or custom have none.
    pub(super) fn edge(&mut self) -> Parsed<(Edge, CalendarPart)> {
        let is_day = self.word("ngày");
        let Some(edge) = self.edge_word() else { return Ok(None) };
        if is_day && !(self.word("cùng") || self.word("tiên")) && edge != Edge::End {
            return Ok(None);
        }
        self.word("của");
        let Some(part) = self.attempt(Self::named_part)? else { return Ok(None) };
        let fits = match part {
            // `ngày cuối cùng của năm` recurs.
            CalendarPart::Year(None) if is_day => false,
            CalendarPart::Month { .. } | CalendarPart::Year(_) => true,
            CalendarPart::Quarter { .. } | CalendarPart::SchoolYear(_) | CalendarPart::Term { .. } => {
                edge != Edge::Middle
            }
            _ => false,
        };
        Ok(fits.then_some((edge, part)))
    }

    /// Returns true if a comma and the end of a part follow: `, cuối năm học`. A beginning after an end, `cuối tháng
    /// 6, đầu tháng 7`, is the time about both.
    pub(super) fn sees_edge(&self) -> bool {
        self.sees_sign(0, ',') && self.sees(1, "cuối")
    }

    pub(super) fn edge_word(&mut self) -> Option<Edge> {
        Some(match self.any(&["đầu", "giữa", "cuối"])? {
            "đầu" => Edge::Start,
            "giữa" => Edge::Middle,
            _ => Edge::End,
        })
    }
}
