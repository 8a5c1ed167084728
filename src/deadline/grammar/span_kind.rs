//! Kinds of spans, and numbers in words: `tháng`, `6 tháng`, `năm học`, `ba tháng`.

use crate::deadline::error::DeadlineErrorReason;
use crate::deadline::expression::Cycle;

use super::parser::{Parsed, Parser};

/// The numbers from one in words.
const NUMBERS: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// The numbers from one behind a ten; `năm` would be a year there.
const UNITS: &[&str] = &["một", "hai", "ba", "bốn", "lăm", "sáu", "bảy", "tám", "chín"];

/// A cycle divided into equal parts: two months are a sixth of a year.
#[derive(Clone, Copy)]
pub(super) struct CycleDivision {
    pub(super) cycle: Cycle,
    pub(super) parts: u32,
}

impl CycleDivision {
    /// Returns the cycle, and the number of times in it for a number of times in each part.
    pub(super) fn times(self, times: u32) -> (Cycle, u32) {
        (self.cycle, times.saturating_mul(self.parts))
    }
}

impl Parser<'_> {
    pub(super) fn count_word(&mut self) -> Option<u32> {
        if let Some(number) = self.number() {
            return Some(number);
        }
        // `năm` is the number five only before another span: `năm tháng`, `năm năm`.
        if self.sees(0, "năm") && !self.sees_any(1, &["tháng", "tuần", "ngày", "năm", "quý"]) {
            return None;
        }
        let first = self.number_word(&NUMBERS)?;
        Some(if first == 10 {
            10 + self.number_word(UNITS).unwrap_or(0)
        } else if self.word("mươi") {
            10 * first + self.number_word(UNITS).unwrap_or(0)
        } else if self.word("trăm") {
            100 * first
        } else {
            first
        })
    }

    /// Reads one of some words for the numbers from one.
    fn number_word(&mut self, words: &[&'static str]) -> Option<u32> {
        let word = self.any(words)?;
        words.iter().position(|known| *known == word).and_then(|at| u32::try_from(at + 1).ok())
    }

    /// Reads a kind of span: `tháng`, `6 tháng`, `năm học`. A number of months must divide a year.
    pub(super) fn span_kind(&mut self) -> Parsed<CycleDivision> {
        let start = self.position();
        let several = self.count_word().unwrap_or(1);
        let cycle = if self.word("tuần") {
            Cycle::Week
        } else if self.word("tháng") {
            return self.months_kind(several, start);
        } else if self.word("quý") {
            return self.months_kind(several.saturating_mul(3), start);
        } else if self.words(&["năm", "học"]) {
            Cycle::SchoolYear
        } else if self.word("năm") {
            Cycle::Year
        } else if self.words(&["học", "kỳ"]) {
            Cycle::Term
        } else {
            return Ok(None);
        };
        Ok((several == 1).then_some(CycleDivision { cycle, parts: 1 }))
    }

    /// Returns the cycle of a number of months; 2 and 4 months are parts of a year.
    pub(super) fn months_kind(&self, months: u32, start: usize) -> Parsed<CycleDivision> {
        if let Some(cycle) = u16::try_from(months).ok().and_then(Cycle::of_months) {
            return Ok(Some(CycleDivision { cycle, parts: 1 }));
        }
        if self.sees_any(0, &["đầu", "cuối", "kể", "sau", "từ"]) {
            return Ok(None);
        }
        match months {
            2 | 4 => Ok(Some(CycleDivision { cycle: Cycle::Year, parts: 12 / months })),
            _ => Err(self.mistake(DeadlineErrorReason::NoInterval(months), start)),
        }
    }
}
