//! Words beside a phrase that say more of its time, so that the phrase alone is another day: `10 ngày` before
//! `trước ngày 15/8`, `của năm 2027` or `âm lịch` behind it.

use super::token::{WordToken, stands};

/// Words between two times.
const JOINTS: [&str; 9] = ["của", "hoặc", "hay", "và", "đến", "tới", "-", "–", "/"];

/// Returns true if no words beside a phrase say more of its time.
pub(super) fn stands_alone(all: &[WordToken], from: usize, to: usize) -> bool {
    !says_before(all, from) && !says_behind(all, to)
}

fn says_before(all: &[WordToken], at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).and_then(|at| all.get(at));
    let Some(before) = word(1).filter(|token| token.sign.is_none()) else { return false };
    let is =
        |back: usize, words: &[&str]| word(back).is_some_and(|token| words.contains(&token.word.as_str()));
    let begins = |words: &[&str]| word(0).is_some_and(|token| words.contains(&token.word.as_str()));
    let is_number = |token: &WordToken| token.word.starts_with(|c: char| c.is_ascii_digit());
    let is_term = is(1, &["ngày", "tuần", "tháng", "năm", "giờ"]) || is(1, &["việc"]) && is(2, &["làm"]);
    is_date(before)
        || is_plain_number(before)
        || is(1, &["không", "chưa", "từ", "sau", "ngoài", "quá"])
        || is_term && (begins(&["trước"]) || word(2).is_some_and(is_number))
        || word(0).is_some_and(is_year) && (is_term || is(1, &["quý", "học", "kỳ", "đoạn"]))
        || begins(&["trong", "hằng", "hàng"]) && is(1, &["đầu", "giữa", "cuối"])
        || is(2, &["thứ"])
        || is(2, &["chủ"]) && is(1, &["nhật"])
}

fn says_behind(all: &[WordToken], at: usize) -> bool {
    let sign = at.checked_sub(1).and_then(|last| all.get(last)).and_then(|last| last.sign);
    if matches!(sign, Some('.' | ':' | '…' | '!' | '?')) {
        return false;
    }
    let mut at = at;
    while all.get(at).is_some_and(|token| JOINTS.contains(&token.word.as_str())) {
        at += 1;
    }
    let Some(next) = all.get(at) else { return false };
    is_date(next) || (sign.is_none() && is_plain_number(next)) || names_span(all, at)
}

/// `năm 2027`, `tháng sau`, `hằng quý`, `âm lịch`.
fn names_span(all: &[WordToken], at: usize) -> bool {
    let next = all.get(at + 1).map_or("", |token| token.word.as_str());
    let is_number = next.starts_with(|c: char| c.is_ascii_digit());
    match all[at].word.as_str() {
        "năm" => is_number || matches!(next, "nay" | "sau" | "tới" | "trước" | "học" | "báo" | "tiếp"),
        "tháng" | "tuần" => {
            is_number || matches!(next, "này" | "sau" | "tới" | "trước" | "tiếp" | "đầu" | "cuối")
        }
        "quý" => is_number || matches!(next, "i" | "ii" | "iii" | "iv" | "này" | "sau" | "tới"),
        "ngày" | "kỳ" => is_number,
        "học" => stands(all, at, "học kỳ"),
        "hằng" | "hàng" | "mỗi" | "từng" => {
            matches!(next, "ngày" | "tuần" | "tháng" | "quý" | "năm") || stands(all, at + 1, "học kỳ")
        }
        "âm" => next == "lịch",
        word => word == "âl",
    }
}

/// `15/8`, `15/8-30/9`, `2021-2025`; no `12/KH-UBND`.
fn is_date(token: &WordToken) -> bool {
    let mut parts = token.word.split(['/', '-', '.']);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.next().is_some_and(is_number) && parts.next().is_some_and(is_number)
}

/// `2026`, `2025-2026`, `2/2026`; no `01` of `01 lần/tháng`.
fn is_year(token: &WordToken) -> bool {
    is_date(token) || is_plain_number(token) && token.word.len() == 4
}

fn is_plain_number(token: &WordToken) -> bool {
    token.word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::token::tokens;

    #[test]
    fn words_beside_a_phrase_may_make_it_another_day() {
        for (before, phrase, behind, is_alone) in [
            ("rà soát", "trước ngày 15/8", "báo cáo", true),
            ("rà soát", "trước ngày 15/8", "của Ủy ban", true),
            ("rà soát", "trước ngày 15/8,", "05 trường còn lại", true),
            ("rà soát", "trước ngày 15/8.", "Năm 2027 làm tiếp", true),
            ("theo Kế hoạch 12/KH-UBND", "trước ngày 15/8", "", true),
            ("rà soát", "trước ngày 15/8", "của năm 2027", false),
            ("rà soát", "trước ngày 15/8", "(năm 2027)", false),
            ("rà soát", "trước ngày 15/8", "âm lịch", false),
            ("rà soát", "trước ngày 15/8;", "20/9", false),
            ("rà soát", "trước ngày 15/8", "hoặc ngày 30 tháng 9", false),
            ("rà soát", "trong tháng 3", "năm học 2027-2028", false),
            ("rà soát", "trong tháng 3", "hằng năm", false),
            ("rà soát 10 ngày", "trước ngày 15/8", "", false),
            ("rà soát mười ngày làm việc", "trước ngày 15/8", "", false),
            ("họp thứ sáu", "hằng tuần", "", false),
            ("họp Chủ nhật", "hằng tuần", "", false),
            ("báo cáo ngày 25", "hằng tháng", "", false),
            ("tuần đầu", "trong tháng 6", "", false),
            ("không", "trước ngày 15/8", "", false),
            ("Năm học", "2025-2026", "", false),
            ("Tháng 12 năm", "2026", "", false),
            ("họp định kỳ", "01 lần/tháng", "với các trường", true),
        ] {
            let text = [before, phrase, behind].join(" ");
            let text = text.trim();
            let from = tokens(before).len();
            let to = from + tokens(phrase).len();
            assert_eq!(stands_alone(&tokens(text), from, to), is_alone, "{text}");
        }
    }
}
