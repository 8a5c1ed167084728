//! Tokens without a meaning for the date: hours, doubled signs, a sign at the end, numbers said again in words.

use crate::deadline::lexer::{Token, TokenKind};

use super::parser::Parser;

/// Returns the tokens without hours, doubled signs and the signs at the end: `;`, `:`, and the full stop before one.
pub(super) fn tidy(mut tokens: Vec<Token>) -> Vec<Token> {
    while tokens.len() > 1
        && tokens.last().is_some_and(|last| matches!(last.kind, TokenKind::Sign(';' | ':' | '.')))
    {
        tokens.pop();
    }
    tokens
        .dedup_by(|second, first| first.kind == TokenKind::Sign('/') && second.kind == TokenKind::Sign('/'));
    without_hours(&without_spelt_numbers(&tokens))
}

/// Returns the tokens without numbers that are said again in words: `05 (năm) ngày`.
fn without_spelt_numbers(tokens: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.kind == TokenKind::Sign('(')
            && let Some(Token { kind: TokenKind::Number(number), .. }) = kept.last()
            && let Some(length) = tokens.iter().skip(at).position(|token| token.kind == TokenKind::Sign(')'))
            && let Some(words) = tokens.get(at + 1..at + length)
            && spelt_number(words) == Some(*number)
        {
            at += length + 1;
            continue;
        }
        kept.push(*token);
        at += 1;
    }
    kept
}

/// Returns the number that words spell, if they are nothing else.
fn spelt_number(words: &[Token]) -> Option<u32> {
    if let [token] = words
        && is_word(token, &["năm"])
    {
        return Some(5);
    }
    let mut parser = Parser::new("", words.to_vec());
    parser.count_word().filter(|_| parser.is_at_end())
}

/// Returns the tokens without the hours of a day: `17 giờ 00`, `16h30`, `lúc 8 giờ`, `8h - 11h30`. `trước` an hour
/// of a day is in time on that day, and becomes `đến`; `sau` it begins on that day, and becomes `từ`.
fn without_hours(tokens: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is_term = kept.last().is_some_and(|before| is_word(before, &["vòng", "hạn", "trong", "đợt"]));
        let length = hours(tokens.get(at..).unwrap_or_default()).filter(|_| !is_term);
        let rest = length.and_then(|length| tokens.get(at + length..)).unwrap_or_default();
        let Some(length) = length.filter(|_| !ends_clause(rest) || drop_before(&mut kept)) else {
            kept.push(*token);
            at += 1;
            continue;
        };
        at += length;
        if ends_clause(rest) {
            continue;
        }
        kept.pop_if(|before| is_word(before, &["lúc"]));
        if let [.., from, to] = kept.as_slice()
            && is_word(from, &["từ"])
            && is_word(to, &["đến"])
        {
            // `từ 8 giờ đến 17 giờ ngày 15/5` is on that day.
            kept.truncate(kept.len() - 2);
        } else if token.kind == TokenKind::Number(0) {
            // `trước 0 giờ ngày 01/01` is on the day before.
        } else if let Some(before) = kept.last_mut() {
            before.kind = match before.kind {
                TokenKind::Word("trước") => TokenKind::Word("đến"),
                TokenKind::Word("sau") => TokenKind::Word("từ"),
                kind => kind,
            };
        }
    }
    kept
}

/// Returns true if the clause is over, so that the hour stands behind its day.
fn ends_clause(rest: &[Token]) -> bool {
    rest.first()
        .is_none_or(|next| matches!(next.kind, TokenKind::Sign(';' | '.' | ')')) || is_word(next, &["và"]))
}

/// Removes the words between a day and the hour behind it: `ngày 20/5, trước 17h00`. Returns false, and keeps them,
/// where no day stands there or the day itself is not in time.
fn drop_before(kept: &mut Vec<Token>) -> bool {
    let is_link = |token: &Token| {
        is_word(token, &["trước", "lúc", "vào", "đến", "từ", "chậm", "nhất"])
            || matches!(token.kind, TokenKind::Sign(',' | '-'))
    };
    let length = kept.iter().rposition(|token| !is_link(token)).map_or(0, |last| last + 1);
    let (day, links) = kept.split_at(length);
    let has_day = matches!(day.last().map(|token| token.kind), Some(TokenKind::Number(_)));
    if !has_day || links.is_empty() || day.iter().any(|token| is_word(token, &["trước"])) {
        return false;
    }
    kept.truncate(length);
    true
}

/// Returns the number of tokens of the hours at the beginning: of one, or from one to another.
fn hours(tokens: &[Token]) -> Option<usize> {
    let first = hour(tokens)?;
    let second = match tokens.get(first).map(|token| token.kind) {
        Some(TokenKind::Sign('-')) => hour(tokens.get(first + 1..).unwrap_or_default()),
        _ => None,
    };
    Some(first + second.map_or(0, |second| second + 1))
}

/// Returns the number of tokens of the hour at the beginning.
fn hour(tokens: &[Token]) -> Option<usize> {
    let number = |at: usize| match tokens.get(at).map(|token| token.kind) {
        Some(TokenKind::Number(number)) => Some(number),
        _ => None,
    };
    let sees = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| is_word(token, words));
    let is_sign =
        |at: usize, sign: char| tokens.get(at).map(|token| token.kind) == Some(TokenKind::Sign(sign));
    if sees(0, &["giờ"])
        && (sees(1, &["hành"]) && sees(2, &["chính"]) || sees(1, &["làm"]) && sees(2, &["việc"]))
    {
        return Some(3);
    }
    number(0).filter(|hour| *hour <= 24)?;
    let has_two_digits = |at: usize| tokens.get(at).is_some_and(|token| token.place.range().len() == 2);
    let is_date = |at: usize| {
        matches!(tokens.get(at).map(|token| token.kind), Some(TokenKind::Sign('/' | '.' | ':')))
            || sees(at, &["tháng"])
    };
    let has_hour = sees(1, &["giờ", "h"]) || (is_sign(1, ':') && has_two_digits(2));
    if !has_hour {
        return None;
    }
    let mut length = 2;
    if number(length).is_some_and(|minutes| minutes < 60) && !is_date(length + 1) {
        // `17h 20-5` is a day behind an hour, `8h00-11h30` two hours.
        let is_day =
            is_sign(length + 1, '-') && !sees(length + 3, &["giờ", "h"]) && !is_sign(length + 3, ':');
        length += usize::from(!is_day);
        length += usize::from(sees(length, &["phút"]));
    } else if is_sign(1, ':') {
        return None;
    }
    length += usize::from(is_sign(length, '?'));
    // `24 giờ kể từ`, `24 giờ trước ngày` are lengths of time.
    let is_length = sees(length, &["kể", "tính", "sau", "làm", "trước", "từ"]);
    if sees(length, &["sáng", "trưa", "chiều", "tối"])
        && ends_clause(tokens.get(length + 1..).unwrap_or_default())
    {
        length += 1;
    }
    length += usize::from(is_sign(length, ','));
    (!is_length).then_some(length)
}

fn is_word(token: &Token, words: &[&str]) -> bool {
    matches!(token.kind, TokenKind::Word(word) if words.contains(&word))
}
