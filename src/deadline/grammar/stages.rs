//! The stages of work in one cell, each with its deadline.

use unicode_normalization::UnicodeNormalization;

use crate::deadline::expression::{CalendarPart, Clause, TimeConstraint, TimeExtent};
use crate::deadline::lexer::{Token, TokenKind};
use crate::vietnamese;

use super::front_words::after_words;
use super::joined::complete;
use super::time_words::{TIME_WORDS, names_days};

/// Reads the stages of work, one sentence each: `Quý I/2026 lựa chọn nhiệm vụ. Quý IV/2026 báo cáo kết quả`.
pub(super) fn stages(text: &str, tokens: &[Token]) -> Option<Vec<Clause>> {
    let sentences = sentences(text, tokens);
    if sentences.len() >= 2 {
        return read_stages(text, &sentences);
    }
    // The name of an event beside a deadline is no stage.
    if tokens.iter().any(|token| matches!(token.kind, TokenKind::Event(_))) {
        return None;
    }
    [';', ','].into_iter().find_map(|sign| {
        let parts: Vec<&[Token]> = tokens.split(|token| token.kind == TokenKind::Sign(sign)).collect();
        let is_list = parts.len() >= 2 && parts.iter().all(|part| names_work(text, part, sign == ';'));
        is_list.then(|| read_stages(text, &parts))?
    })
}

/// Reads stages, each with its deadline behind its words or before them.
fn read_stages(text: &str, sentences: &[&[Token]]) -> Option<Vec<Clause>> {
    let mut clauses = Vec::new();
    for sentence in sentences {
        let read = complete(text, sentence)
            .ok()
            .or_else(|| after_words(text, sentence))
            .or_else(|| before_words(text, sentence))
            .or_else(|| (!names_days(sentence)).then(Vec::new))?;
        // Two bare years are a span only if nothing else is written.
        if read.iter().any(is_bare_years) {
            return None;
        }
        clauses.extend(read.into_iter().filter(|clause| !clause.is_undated()));
    }
    (!clauses.is_empty()).then_some(clauses)
}

/// Returns true if a part of a list is a deadline, or names work and its deadline. Parts for several units, `cấp xã:
/// 15/6; cấp tỉnh: 30/6`, are no stages.
fn names_work(text: &str, part: &[Token], may_be_alone: bool) -> bool {
    const WORK: [&str; 40] = [
        "xây dựng",
        "triển khai",
        "khảo sát",
        "báo cáo",
        "tổng kết",
        "sơ kết",
        "ban hành",
        "hoàn thành",
        "tổ chức",
        "thẩm định",
        "phê duyệt",
        "kiểm tra",
        "rà soát",
        "lựa chọn",
        "thực hiện",
        "khai mạc",
        "bế mạc",
        "nghiệm thu",
        "công bố",
        "đánh giá",
        "hướng dẫn",
        "tập huấn",
        "tiếp nhận",
        "chuẩn bị",
        "tham mưu",
        "vận hành",
        "tổng hợp",
        "thống kê",
        "phát động",
        "lấy ý",
        "xét duyệt",
        "bàn giao",
        "đăng ký",
        "chấm thi",
        "thông qua",
        "quyết toán",
        "lập kế",
        "lập hồ",
        "trình phê",
        "gửi báo",
    ];
    if may_be_alone && complete(text, part).is_ok() {
        return true;
    }
    let spelling = |token: &Token| {
        let word = text.get(token.place.range()).unwrap_or_default().to_lowercase();
        vietnamese::plain(&word).nfc().collect::<String>()
    };
    part.windows(2)
        .any(|pair| WORK.contains(&pair.iter().map(spelling).collect::<Vec<_>>().join(" ").as_str()))
}

fn is_bare_years(clause: &Clause) -> bool {
    matches!(clause, Clause::Timed(TimeConstraint { extent: TimeExtent::One(one), .. })
        if matches!(one.part, CalendarPart::BareYears(..)))
}

/// Returns the sentences; a capital letter behind a number begins one too.
fn sentences<'t>(text: &str, tokens: &'t [Token]) -> Vec<&'t [Token]> {
    let is_number = |token: &Token| matches!(token.kind, TokenKind::Number(_));
    let is_capital = |token: &Token| {
        let is_time = matches!(token.kind, TokenKind::Word(word) if TIME_WORDS.contains(&word));
        let word = text.get(token.place.range()).unwrap_or_default();
        !is_time && word.chars().next().is_some_and(char::is_uppercase)
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1);
        let is_stop = token.kind == TokenKind::Sign('.') && next.is_some_and(|next| !is_number(next));
        let is_end = is_stop || (is_number(token) && next.is_some_and(is_capital));
        if is_end {
            sentences.push(tokens.get(start..at + usize::from(!is_stop)).unwrap_or_default());
            start = at + 1;
        }
    }
    sentences.push(tokens.get(start..).unwrap_or_default());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Reads a deadline before words that hold none: `Quý I/2026 lựa chọn nhiệm vụ`.
fn before_words(text: &str, tokens: &[Token]) -> Option<Vec<Clause>> {
    (1..tokens.len()).rev().find_map(|length| {
        let (deadline, words) = tokens.split_at_checked(length)?;
        let is_silent = |token: &Token| match token.kind {
            TokenKind::Word(word) => !TIME_WORDS.contains(&word),
            TokenKind::Number(_) | TokenKind::Event(_) => false,
            TokenKind::Sign(_) => true,
        };
        words.iter().all(is_silent).then(|| complete(text, deadline).ok())?
    })
}
