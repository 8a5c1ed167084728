//! One day with its year.

use crate::date::Day;

use super::error::{Error, Reason};
use super::expression::{Bound, Clause, Shape, day_of};
use super::{grammar, suggest};

/// Reads a day with its year, in any form of a day: `15/5/2024`, `2024-05-15`, `ngày 15 tháng 5 năm 2024`.
///
/// # Errors
/// For anything else, and for a day that does not exist.
pub fn parse_day(text: &str) -> Result<Day, Error> {
    if let Some(day) = numeric(text) {
        return Ok(day);
    }
    let error = |reason| Error::new(reason, 0..text.len());
    let expression = grammar::parse(text).map_err(|wrong| match wrong.reason {
        Reason::Unreadable { .. } => suggest::with_nearest_day(text, error(Reason::NoDay)),
        _ => wrong,
    })?;
    let day = match expression.clauses.as_slice() {
        [Clause::Timed(timed)] if timed.bound == Bound::In => match timed.shape {
            Shape::One(target) => day_of(target.part),
            _ => None,
        },
        _ => None,
    };
    day.ok_or_else(|| suggest::with_nearest_day(text, error(Reason::NoDay)))
}

/// The common forms, `15/5/2024` and `2024-05-15`, without a token made.
fn numeric(text: &str) -> Option<Day> {
    let bytes = text.as_bytes();
    let sign = *bytes.iter().find(|byte| !byte.is_ascii_digit())?;
    if !matches!(sign, b'/' | b'-' | b'.') {
        return None;
    }
    let mut numbers = [0_u32; 3];
    let mut digits = [0_usize; 3];
    let mut at = 0;
    for byte in bytes {
        if *byte == sign {
            at += 1;
            continue;
        }
        let digit = char::from(*byte).to_digit(10)?;
        *digits.get_mut(at)? += 1;
        let number = numbers.get_mut(at)?;
        *number = number.checked_mul(10)?.checked_add(digit)?;
    }
    let year = |year: u32| i32::try_from(year).ok();
    match (digits, numbers) {
        ([1..=2, 1..=2, 4], [day, month, last]) => Day::new(year(last)?, month, day),
        ([4, 1..=2, 1..=2], [first, month, day]) if sign == b'-' => Day::new(year(first)?, month, day),
        _ => None,
    }
}
