//! Words that hold no time in front of a deadline: `kết thúc học kỳ I trước ngày 20/1`, `trình UBND xã tháng 12`.

use unicode_normalization::UnicodeNormalization;

use crate::deadline::expression::Clause;
use crate::deadline::lexer::{Token, TokenKind};
use crate::vietnamese;

use super::joined::complete;
use super::time_words::{TIME_WORDS, is_misspelt};

/// Reads a deadline behind words that hold none: `kết thúc học kỳ I trước ngày 20/1`.
pub(super) fn after_words(text: &str, tokens: &[Token]) -> Option<Vec<Clause>> {
    let word = |at: usize| match tokens.get(at).map(|token| token.kind) {
        Some(TokenKind::Word(word)) => Some(word),
        _ => None,
    };
    let mut at = 0;
    while at < tokens.len() {
        if at > 0
            && let Some(clauses) =
                begins_deadline(text, tokens.get(at..)?, is_heading(text, tokens.get(..at)?))
        {
            return Some(clauses);
        }
        if word(at) == Some("kết") && word(at + 1) == Some("thúc") {
            at += 2;
            if word(at) == Some("năm") && word(at + 1) == Some("học") {
                at += 2;
            } else if word(at) == Some("học") && word(at + 1) == Some("kỳ") {
                at += 2 + usize::from(matches!(word(at + 2), Some("i" | "ii")));
            }
            continue;
        }
        match tokens.get(at)?.kind {
            TokenKind::Word("") if !is_misspelt(text.get(tokens.get(at)?.place.range())?) => {}
            TokenKind::Word(word) if !word.is_empty() && !TIME_WORDS.contains(&word) => {}
            // `Chủ tịch` is no `chủ nhật`.
            TokenKind::Word("chủ") if word(at + 1) != Some("nhật") => {}
            TokenKind::Sign(',' | '-' | '?' | ':') => {}
            TokenKind::Number(_) if is_percent(text, tokens.get(at + 1)) => {}
            _ => return None,
        }
        at += 1;
    }
    None
}

fn is_percent(text: &str, token: Option<&Token>) -> bool {
    token.and_then(|token| text.get(token.place.range())) == Some("%")
}

/// Reads tokens that begin with a word that begins deadlines, or that only recur.
fn begins_deadline(text: &str, tokens: &[Token], is_heading: bool) -> Option<Vec<Clause>> {
    let first = match tokens.first()?.kind {
        TokenKind::Word(word) => word,
        _ => "",
    };
    // The words before `là` name what is due.
    let tokens = if first == "là" { tokens.get(1..)? } else { tokens };
    let begins = [
        "trước", "chậm", "muộn", "đến", "không", "trong", "vào", "từ", "là", "ngay", "định", "hằng", "ngày",
        "sớm",
    ];
    let clauses = complete(text, tokens).ok()?;
    let recurs = clauses.iter().all(|clause| matches!(clause, Clause::Recurrence(_)));
    let has_days =
        !clauses.iter().any(|clause| clause.is_undated() || matches!(clause, Clause::Continuous(_)));
    let names_part = ["tháng", "quý", "cuối", "đầu", "giữa", "tuần"].contains(&first);
    (has_days && (recurs || begins.contains(&first) || is_heading && names_part)).then_some(clauses)
}

/// Returns true if a part of the calendar alone may follow some words: behind a colon, or a receiver.
fn is_heading(text: &str, words: &[Token]) -> bool {
    words.last().is_some_and(|last| last.kind == TokenKind::Sign(':')) || is_sent(text, words)
}

/// Returns true if words say to whom something is sent: `trình UBND xã`, `báo cáo Thành ủy`. A document that is sent,
/// `trình kế hoạch tháng 12`, may be on that time.
fn is_sent(text: &str, words: &[Token]) -> bool {
    const OFFICES: [&str; 28] = [
        "ubnd",
        "hđnd",
        "chủ",
        "phó",
        "ban",
        "bộ",
        "sở",
        "phòng",
        "thành",
        "tỉnh",
        "huyện",
        "quận",
        "thị",
        "đảng",
        "chính",
        "thủ",
        "quốc",
        "hội",
        "uỷ",
        "thường",
        "lãnh",
        "cấp",
        "cục",
        "văn",
        "hiệu",
        "giám",
        "mttq",
        "trường",
    ];
    let word = |at: usize| {
        let word = text.get(words.get(at)?.place.range())?.to_lowercase();
        Some(vietnamese::plain(&word).nfc().collect::<String>())
    };
    let verb = match word(0).as_deref() {
        Some("trình" | "gửi" | "nộp") => 1,
        Some("báo") if word(1).as_deref() == Some("cáo") => 2,
        _ => return false,
    };
    let verb = verb + usize::from(matches!(word(verb).as_deref(), Some("về" | "lên" | "cho")));
    word(verb).is_some_and(|word| OFFICES.contains(&word.as_str()))
}
