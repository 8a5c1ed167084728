//! Tokens without a meaning for the date: hours, doubled signs, a sign at the end, numbers said again in words.

use crate::deadline::lexer::{Token, TokenKind};

/// Returns the tokens without hours, doubled signs and a `;` or `:` at the end.
pub(super) fn tidy(mut tokens: Vec<Token>) -> Vec<Token> {
    while tokens.len() > 1
        && tokens.last().is_some_and(|last| matches!(last.kind, TokenKind::Sign(';' | ':')))
    {
        tokens.pop();
    }
    tokens
        .dedup_by(|second, first| first.kind == TokenKind::Sign('/') && second.kind == TokenKind::Sign('/'));
    without_hours(&tokens)
}

/// Returns the tokens without the hours of a day: `17 giờ 00`, `16h30`, `lúc 8 giờ`. `trước` an hour of a day is
/// in time on that day, and becomes `đến`.
fn without_hours(tokens: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is_term = kept.last().is_some_and(|before| is_word(before, &["vòng", "hạn", "trong"]));
        let Some(length) = hour(tokens.get(at..).unwrap_or_default()).filter(|_| !is_term) else {
            kept.push(*token);
            at += 1;
            continue;
        };
        at += length;
        kept.pop_if(|before| is_word(before, &["lúc"]));
        if let [.., from, to] = kept.as_slice()
            && is_word(from, &["từ"])
            && is_word(to, &["đến"])
        {
            // `từ 8 giờ đến 17 giờ ngày 15/5` is on that day.
            kept.truncate(kept.len() - 2);
        } else if let Some(before) = kept.last_mut().filter(|before| is_word(before, &["trước"])) {
            before.kind = TokenKind::Word("đến");
        }
    }
    kept
}

/// Returns the number of tokens of the hour at the beginning.
fn hour(tokens: &[Token]) -> Option<usize> {
    let number = |at: usize| match tokens.get(at).map(|token| token.kind) {
        Some(TokenKind::Number(number)) => Some(number),
        _ => None,
    };
    let sees = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| is_word(token, words));
    number(0).filter(|hour| *hour <= 24)?;
    if !sees(1, &["giờ", "h"]) {
        return None;
    }
    let mut length = 2;
    if number(length).is_some_and(|minutes| minutes < 60)
        && !matches!(tokens.get(length + 1).map(|token| token.kind), Some(TokenKind::Sign('/' | '-' | '.')))
        && !sees(length + 1, &["tháng"])
    {
        length += 1;
        length += usize::from(sees(length, &["phút"]));
    }
    let is_sign =
        |at: usize, sign: char| tokens.get(at).map(|token| token.kind) == Some(TokenKind::Sign(sign));
    length += usize::from(is_sign(length, '?'));
    // `24 giờ kể từ`, `24 giờ trước ngày` are lengths of time.
    let is_length = sees(length, &["kể", "tính", "sau", "làm", "trước", "từ"]);
    length += usize::from(is_sign(length, ','));
    (!is_length && length < tokens.len()).then_some(length)
}

fn is_word(token: &Token, words: &[&str]) -> bool {
    matches!(token.kind, TokenKind::Word(word) if words.contains(&word))
}
