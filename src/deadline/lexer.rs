//! Text → tokens: known words in one spelling, numbers, signs.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::date::DateRange;
use crate::vietnamese;

use super::word_range::WordRange;

/// A word, number or sign with its range in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) place: WordRange,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word of the vocabulary in its usual spelling; empty if it is no such word.
    Word(&'static str),
    /// A number without its leading zeros; one of more than nine digits counts as the greatest.
    Number(u32),
    /// One of `/ - . , ; : ( )`, or `?` for any other.
    Sign(char),
    /// The name of an event of the calendar, with its days.
    Event(DateRange),
}

/// The words of the grammar, sorted, with tone marks on the second letter of `oa` and `uy`.
const VOCABULARY: &[&str] = &[
    "ba",
    "ban",
    "buổi",
    "báo",
    "bước",
    "bảy",
    "bắt",
    "bốn",
    "chiều",
    "chín",
    "chính",
    "chót",
    "chưa",
    "chậm",
    "chủ",
    "chức",
    "cuối",
    "cuộc",
    "các",
    "cáo",
    "cùng",
    "cả",
    "của",
    "duy",
    "dịp",
    "dự",
    "giai",
    "gian",
    "giờ",
    "giữa",
    "gửi",
    "h",
    "hai",
    "hiện",
    "hk",
    "hki",
    "hkii",
    "hoàn",
    "hoạch",
    "hoặc",
    "hành",
    "hè",
    "hơn",
    "hướng",
    "hạ",
    "hạn",
    "hằng",
    "hết",
    "học",
    "i",
    "ii",
    "iii",
    "iv",
    "ix",
    "khi",
    "khoảng",
    "không",
    "kiến",
    "ký",
    "kế",
    "kết",
    "kề",
    "kể",
    "kịp",
    "kỳ",
    "liên",
    "liền",
    "là",
    "làm",
    "lúc",
    "lý",
    "lăm",
    "lần",
    "lịch",
    "lộ",
    "muộn",
    "mùng",
    "mươi",
    "mười",
    "một",
    "nay",
    "ngay",
    "ngoài",
    "ngày",
    "nhanh",
    "nhiệm",
    "nhân",
    "nhìn",
    "nhất",
    "nhận",
    "nhật",
    "những",
    "này",
    "năm",
    "nộp",
    "nửa",
    "phút",
    "phải",
    "q",
    "quy",
    "quá",
    "quý",
    "sau",
    "so",
    "suốt",
    "sáng",
    "sáu",
    "số",
    "sớm",
    "t",
    "theo",
    "thiểu",
    "thành",
    "tháng",
    "thúc",
    "thường",
    "thượng",
    "thời",
    "thứ",
    "thực",
    "tiên",
    "tiến",
    "tiếp",
    "trong",
    "trung",
    "trì",
    "trình",
    "trăm",
    "trưa",
    "trước",
    "trở",
    "trừ",
    "tuần",
    "tài",
    "tám",
    "tính",
    "tư",
    "tầm",
    "tối",
    "tổ",
    "tục",
    "từ",
    "v",
    "vi",
    "vii",
    "viii",
    "việc",
    "và",
    "vào",
    "vòng",
    "với",
    "vụ",
    "x",
    "xi",
    "xii",
    "xong",
    "xuyên",
    "xuất",
    "xác",
    "xử",
    "âl",
    "âm",
    "ít",
    "đi",
    "đoạn",
    "đúng",
    "đăng",
    "được",
    "đầu",
    "đẩy",
    "đến",
    "đề",
    "định",
    "đối",
    "độ",
    "đột",
    "đợt",
];

/// Other spellings of known words.
const SPELLINGS: &[(&str, &str)] = &[
    ("hàng", "hằng"),
    ("mỗi", "hằng"),
    ("từng", "hằng"),
    ("kì", "kỳ"),
    ("quí", "quý"),
    ("tới", "đến"),
    ("bẩy", "bảy"),
    ("g", "giờ"),
    ("p", "phút"),
];

/// Returns the words of the grammar, among which the nearest to an unknown word is looked for.
pub(super) fn vocabulary() -> impl Iterator<Item = &'static str> {
    VOCABULARY.iter().copied()
}

/// Returns the tokens of a text without the full stop at its end.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let mut tokens = Vec::with_capacity(16);
    let mut letters = text.char_indices().peekable();
    let mut word = String::new();
    while let Some((start, c)) = letters.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            let mut number = digit(c);
            while let Some((at, next)) = letters.next_if(|(_, next)| next.is_ascii_digit()) {
                number = number.saturating_mul(10).saturating_add(digit(next));
                end = at + next.len_utf8();
            }
            TokenKind::Number(number)
        } else if is_letter(c) {
            word.clear();
            word.extend(c.to_lowercase());
            while let Some((at, next)) = letters.next_if(|(_, next)| is_letter(*next)) {
                word.extend(next.to_lowercase());
                end = at + next.len_utf8();
            }
            TokenKind::Word(known(&word))
        } else {
            TokenKind::Sign(sign(c))
        };
        tokens.push(Token { kind, place: place(start, end) });
    }
    tokens
}

fn place(start: usize, end: usize) -> WordRange {
    let bytes = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    WordRange { start: bytes(start), end: bytes(end) }
}

fn digit(c: char) -> u32 {
    c.to_digit(10).unwrap_or(0)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

fn sign(c: char) -> char {
    match c {
        // Plans use hyphens, dashes and the minus sign alike.
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '/' | '.' | ',' | ';' | ':' | '(' | ')' => c,
        _ => '?',
    }
}

/// Returns the word of the vocabulary that a lower-case word spells in some way; empty for none.
fn known(word: &str) -> &'static str {
    lookup(word).or_else(|| lookup(&vietnamese::plain(word).nfc().collect::<String>())).unwrap_or_default()
}

fn lookup(word: &str) -> Option<&'static str> {
    if let Ok(at) = VOCABULARY.binary_search(&word) {
        return VOCABULARY.get(at).copied();
    }
    SPELLINGS.iter().find(|(other, _)| *other == word).map(|(_, usual)| *usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_is_sorted_and_in_its_own_spelling() {
        assert!(VOCABULARY.is_sorted_by(|a, b| a < b));
        for word in vocabulary() {
            assert_eq!(vietnamese::plain(word).nfc().collect::<String>(), word);
            assert_eq!(known(&word.nfd().collect::<String>()), word);
        }
        for (other, usual) in SPELLINGS {
            assert_eq!(known(other), *usual);
        }
    }

    #[test]
    fn words_numbers_and_signs() {
        use TokenKind::{Number, Sign, Word};
        let kinds = |text| tokens(text).iter().map(|token| token.kind).collect::<Vec<_>>();
        assert_eq!(kinds("T9/2024."), [Word("t"), Number(9), Sign('/'), Number(2024)]);
        assert_eq!(kinds("HÒAN  thành – qu\u{fd}"), [Word("hoàn"), Word("thành"), Sign('-'), Word("quý")]);
        assert_eq!(kinds("qúy mỗi kì"), [Word("quý"), Word("hằng"), Word("kỳ")]);
        assert_eq!(kinds("99999999999 ."), [Number(u32::MAX)]);
        assert_eq!(kinds(" \u{a0}\t"), []);
    }
}
