//! Commas within a phrase: `phòng, chống`, `rà soát, thống kê`, `cán bộ, giáo viên, nhân viên`.

use super::token::{WordToken, first_of, stands};
use super::verb::{begins_order, order_ends, order_length};

/// Words on both sides of a comma that are one phrase.
const PAIRS: &[(&str, &str)] = &[
    ("phòng", "chống"),
    ("phòng", "tránh"),
    ("phòng", "ngừa"),
    ("phòng", "trừ"),
    ("phòng ngừa", "ngăn chặn"),
    ("phòng cháy", "chữa cháy"),
    ("cháy", "nổ"),
    ("cứu nạn", "cứu hộ"),
    ("kiểm tra", "giám sát"),
    ("kiểm tra", "đánh giá"),
    ("thanh tra", "kiểm tra"),
    ("giám sát", "phản biện"),
    ("thông tin", "tuyên truyền"),
    ("tuyên truyền", "phổ biến"),
    ("tuyên truyền", "vận động"),
    ("tuyên truyền", "giáo dục"),
    ("phổ biến", "giáo dục"),
    ("đào tạo", "bồi dưỡng"),
    ("tập huấn", "bồi dưỡng"),
    ("thi đua", "khen thưởng"),
    ("nhiệm vụ", "giải pháp"),
    ("mục đích", "yêu cầu"),
    ("khó khăn", "vướng mắc"),
    ("đơn thư", "khiếu nại"),
    ("khiếu nại", "tố cáo"),
    ("tiết kiệm", "chống lãng phí"),
    ("an ninh", "trật tự"),
    ("an ninh", "an toàn"),
    ("cán bộ", "công chức"),
    ("công chức", "viên chức"),
    ("sơ kết", "tổng kết"),
    ("ao", "hồ"),
    ("đường", "phố"),
];

/// Words with which a clause goes on behind a comma, as none of a list does.
const OPENERS: &[&str] = &[
    "theo",
    "nhằm",
    "để",
    "trong đó",
    "đồng thời",
    "góp phần",
    "trên cơ sở",
    "gắn với",
    "phấn đấu",
    "riêng",
    "qua đó",
    "từ đó",
    "nhất là",
    "đặc biệt",
    "bao gồm",
    "cụ thể",
    "trước",
    "chậm nhất",
    "muộn nhất",
    "xong",
    "không để",
    "tránh",
    "thời gian",
    "thời hạn",
    "kể cả",
    "tương ứng",
    "tăng",
    "giảm",
    "đạt",
];

/// Returns true if the comma behind a word is within a phrase of two words that belong together.
pub(super) fn is_pair(all: &[WordToken], at: usize) -> bool {
    if all.get(at).is_none_or(|token| token.sign != Some(',')) {
        return false;
    }
    // `rà soát, thống kê`: two verbs of one object; `quản trị, vận hành, khai thác`: more of them.
    let is_list = || {
        let next = order_length(all, at + 1).map(|length| at + length);
        next.is_some_and(|last| all[last].sign == Some(',') && begins_order(all, last + 1))
    };
    second(all, at).is_some()
        || are_numbered(all, at)
        || order_ends(all, at) && begins_order(all, at + 1)
        || is_list()
}

/// Returns true if a word before a comma is the number of what stands behind it with another: `lớp 1, lớp 2`.
fn are_numbered(all: &[WordToken], at: usize) -> bool {
    let word = |at: usize| all.get(at).map(|token| token.word.as_str());
    let is_number = |at: usize| word(at).is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    at > 0 && is_number(at) && is_number(at + 2) && word(at - 1) == word(at + 1)
}

/// The last word of the pair in which the comma behind a word stands.
pub(super) fn second(all: &[WordToken], at: usize) -> Option<usize> {
    let is_before = |words: &str| {
        let length = words.split(' ').count();
        at + 1 >= length && stands(all, at + 1 - length, words)
    };
    let listed = PAIRS.iter().filter(|(before, behind)| stands(all, at + 1, behind) && is_before(before));
    listed.map(|(_, behind)| at + behind.split(' ').count()).max()
}

/// Returns true if the comma behind a word may stand in a list: no figure, order or clause begins behind it.
pub(super) fn goes_on(all: &[WordToken], at: usize) -> bool {
    let Some(next) = all.get(at + 1) else { return false };
    let has_figure =
        |at: usize| all.get(at).is_some_and(|token| token.word.starts_with(|c: char| c.is_ascii_digit()));
    let begins_figure = (at + 1..at + 4).any(has_figure);
    is_pair(all, at)
        || !begins_figure
            && !next.opens
            && !begins_order(all, at + 1)
            && first_of(all, at + 1, OPENERS).is_none()
}

/// Returns true if the comma behind a word ends a clause: an order or another clause begins behind it.
pub(super) fn ends_clause(all: &[WordToken], at: usize) -> bool {
    all.get(at).is_some_and(|token| token.sign == Some(','))
        && !is_pair(all, at)
        && (begins_order(all, at + 1) || first_of(all, at + 1, OPENERS).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::token::tokens;

    /// The commas of a text: `p` in a pair, `l` in a list, `c` at the end of a clause.
    fn commas(text: &str) -> String {
        let all = tokens(text);
        let sign = |at: usize| match () {
            () if is_pair(&all, at) => 'p',
            () if ends_clause(&all, at) => 'c',
            () if goes_on(&all, at) => 'l',
            () => '-',
        };
        (0..all.len()).filter(|at| all[*at].sign == Some(',')).map(sign).collect()
    }

    #[test]
    fn commas_stand_in_phrases_or_between_clauses() {
        for (text, signs) in [
            ("Trường học tổ chức tuyên truyền phòng, chống đuối nước", "p"),
            ("quy định về phòng cháy, chữa cháy, cứu nạn, cứu hộ", "plp"),
            ("Rà soát, thống kê ao, hồ, hố công trình, báo cáo kết quả", "pplc"),
            ("95% cán bộ, giáo viên, nhân viên được cấp chữ ký số", "ll"),
            ("100% trường học dùng học bạ số ở lớp 1, lớp 2 và lớp 6", "p"),
            ("hoàn thành năm 2026, 12 trường", "-"),
            ("trên 50% cán bộ cấp Mầm non, trên 65% cán bộ cấp Tiểu học", "-"),
            ("Xây dựng kế hoạch năm 2026, tổ chức tập huấn, trong đó có kỹ năng bơi", "cc"),
        ] {
            assert_eq!(commas(text), signs, "{text}");
        }
    }
}
