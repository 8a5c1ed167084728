//! The reading of words, with the nearest known forms where they are not understood.

use crate::date::Day;

use super::error::{DeadlineError, DeadlineErrorReason};
use super::expression::Expression;
use super::lexer::TokenKind;
use super::{grammar, lexer, suggest};

/// Reads the words of a deadline.
///
/// # Errors
/// Fails with the part that is not understood and the nearest known forms, or with the mistake: a day, month
/// or quarter that does not exist, an end before its beginning, a year outside 1900–2999.
pub fn parse(text: &str) -> Result<Expression, DeadlineError> {
    grammar::parse(text).map_err(|error| suggest::with_nearest(text, error))
}

/// Returns true if words are a deadline; unlike [`parse`], it looks for no nearest forms where they are none.
pub fn is_readable(text: &str) -> bool {
    grammar::parse(text).is_ok()
}

/// Reads a day with its year, in any form of a day: `15/5/2024`, `2024-05-15`, `ngày 15 tháng 5 năm 2024`.
///
/// # Errors
/// Fails for anything else, and for a day that does not exist.
pub fn parse_day(text: &str) -> Result<Day, DeadlineError> {
    if let Some(day) = numeric(text) {
        return Ok(day);
    }
    let error = |reason| DeadlineError::new(reason, 0..text.len());
    let expression = grammar::parse(text).map_err(|wrong| match wrong.reason {
        DeadlineErrorReason::Unreadable { .. } => {
            suggest::with_nearest_day(text, error(DeadlineErrorReason::NoDay))
        }
        _ => wrong,
    })?;
    expression
        .day()
        .filter(|_| has_only_day_words(text))
        .ok_or_else(|| suggest::with_nearest_day(text, error(DeadlineErrorReason::NoDay)))
}

/// Returns true if a text has no words but those of a day: no weekday, hour or note, as the JSON Schema says.
fn has_only_day_words(text: &str) -> bool {
    const WORDS: [&str; 20] = [
        "hoàn", "thành", "thực", "hiện", "tổ", "chức", "xong", "ngay", "vào", "trong", "lộ", "trình", "buổi",
        "sáng", "trưa", "chiều", "tối", "nhân", "dịp", "ngày",
    ];
    let tokens = lexer::tokens(text);
    let is_doubled = tokens.windows(2).any(|pair| match pair {
        [first, second] => first.kind == second.kind && first.kind == TokenKind::Sign('/'),
        _ => false,
    });
    !is_doubled
        && tokens.iter().all(|token| match token.kind {
            TokenKind::Word(word) => WORDS.contains(&word) || matches!(word, "tháng" | "năm"),
            TokenKind::Sign(sign) => matches!(sign, '/' | '-' | '.'),
            TokenKind::Number(_) => true,
            TokenKind::Event(_) => false,
        })
}

/// Reads the common forms, `15/5/2024` and `2024-05-15`, without the lexer.
fn numeric(text: &str) -> Option<Day> {
    let sign = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.'))?;
    let (first, rest) = text.split_once(sign)?;
    let (month, last) = rest.split_once(sign)?;
    let (year, day) = if sign == '-' && first.len() == 4 { (first, last) } else { (last, first) };
    let number = |digits: &str| digits.parse().ok().filter(|_| !digits.starts_with('+'));
    Day::new(year.parse().ok()?, number(month)?, number(day)?)
}
