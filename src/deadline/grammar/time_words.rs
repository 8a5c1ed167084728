//! Words about times, whether they are understood or not.

use crate::deadline::lexer::{Token, TokenKind};
use crate::vietnamese::fold;

/// Returns true if tokens name days or spans, even if they are not understood; the number of a document is none.
pub(super) fn names_days(tokens: &[Token]) -> bool {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    let is_number = |at: usize| matches!(kind(at), Some(TokenKind::Number(_)));
    let word = |at: usize| match kind(at) {
        Some(TokenKind::Word(word)) => word,
        _ => "",
    };
    (0..tokens.len()).any(|at| match kind(at) {
        Some(TokenKind::Number(number)) => {
            let is_document = at > 0 && word(at - 1) == "số"
                || matches!(kind(at + 2), Some(TokenKind::Number(year)) if year >= 1000)
                    && kind(at + 3) == Some(TokenKind::Sign('/'));
            let follows_slash = at > 0 && kind(at - 1) == Some(TokenKind::Sign('/'));
            let is_date = matches!(kind(at + 1), Some(TokenKind::Sign('/' | '-' | '.'))) && is_number(at + 2);
            (is_date && number < 1000 && !is_document && !follows_slash) || word(at + 1) == "tháng"
        }
        Some(TokenKind::Word("ngày" | "tháng" | "quý" | "thứ" | "mùng")) => {
            is_number(at + 1)
                || matches!(word(at + 1), "i" | "ii" | "iii" | "iv")
                || word(at) == "thứ" && matches!(word(at + 1), "hai" | "ba" | "tư" | "năm" | "sáu" | "bảy")
        }
        Some(TokenKind::Word("lần" | "âl") | TokenKind::Event(_)) => true,
        // A day of the lunar calendar is another one.
        Some(TokenKind::Word("âm")) => word(at + 1) == "lịch",
        Some(TokenKind::Word("hằng")) => {
            is_number(at + 1) || matches!(word(at + 1), "ngày" | "tuần" | "tháng" | "quý" | "năm" | "học")
        }
        Some(TokenKind::Word("thường")) => word(at + 1) == "xuyên",
        Some(TokenKind::Word("định")) => word(at + 1) == "kỳ",
        Some(TokenKind::Word("đầu" | "giữa" | "cuối")) => {
            matches!(word(at + 1), "tháng" | "quý" | "năm" | "kỳ")
        }
        _ => false,
    })
}

/// The words that say something about a time, so that a deadline behind them may mean something else.
pub(super) const TIME_WORDS: &[&str] = &[
    "chậm", "chủ", "giờ", "hè", "hết", "hằng", "khi", "không", "kể", "kỳ", "lần", "muộn", "mùng", "nay",
    "ngày", "nhất", "năm", "q", "quá", "quý", "sau", "sớm", "t", "theo", "tháng", "thứ", "trước", "tuần",
    "tính", "từ", "xuyên", "ngoài", "trừ", "hơn", "chưa", "đến", "giai", "vòng",
];

/// Returns true if a word may be a misspelt relation to a day: `trươc`, `den`.
pub(super) fn is_misspelt(word: &str) -> bool {
    ["truoc", "sau", "den", "het", "cham", "muon", "khong", "hang", "som", "ngay", "thang", "tu", "tru"]
        .contains(&fold(word).as_str())
}
