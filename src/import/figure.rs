//! Figures in sentences that may be targets: percentages, numbers of things, levels, what must not happen.

use std::ops::Range;

use super::token::{WordToken, first_of, stands, tokens};
use crate::model::TargetValue;

/// A figure of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SentenceFigure {
    /// The words of the value.
    pub value: String,
    /// The things that are counted, or the words around the figure.
    pub title: String,
    /// The place of the value.
    pub range: Range<usize>,
}

/// Words before a figure that compare.
const COMPARING: &[&str] = &[
    "trên",
    "dưới",
    "ít nhất",
    "tối thiểu",
    "tối đa",
    "không dưới",
    "không quá",
    "từ",
    "đạt",
    "đạt trên",
    "đạt ít nhất",
    "hơn",
    "đạt từ",
    "đạt tối thiểu",
    "còn",
];

/// Things that offices count.
const THINGS: &[&str] = &[
    "trường",
    "lớp",
    "đơn vị",
    "cơ sở",
    "phòng học",
    "phòng",
    "học sinh",
    "giáo viên",
    "người",
    "lượt",
    "cuộc",
    "hội nghị",
    "mô hình",
    "công trình",
    "tuyến",
    "hộ",
    "km",
    "tỷ đồng",
    "triệu đồng",
    "sản phẩm",
    "doanh nghiệp",
    "hợp tác xã",
    "thôn",
    "buổi",
    "đợt",
    "vụ",
    "ha",
    "cây",
    "tiêu chí",
    "chỉ tiêu",
    "dự án",
    "điểm",
];

/// Words that ask for none of something.
const NONE_OF: &[&str] =
    &["không để xảy ra", "không để cho", "không có", "tuyệt đối không", "không để", "không xảy ra"];

/// The figures of a sentence.
pub(super) fn figures(text: &str) -> Vec<SentenceFigure> {
    let all = tokens(text);
    let (mut found, mut at): (Vec<SentenceFigure>, usize) = (Vec::new(), 0);
    while at < all.len() {
        let figure = percentage(text, &all, at)
            .or_else(|| level(text, &all, at))
            .or_else(|| count(text, &all, at))
            .or_else(|| none_of(text, &all, at));
        match figure {
            Some((figure, next)) if TargetValue::parse(&figure.value).is_ok() && !figure.title.is_empty() => {
                found.push(figure);
                at = next.max(at + 1);
            }
            _ => at += 1,
        }
    }
    found
}

/// The word with which the words that compare begin.
fn comparison(all: &[WordToken], at: usize) -> usize {
    for length in [3, 2, 1] {
        if at >= length && first_of(all, at - length, COMPARING) == Some(length) {
            return at - length;
        }
    }
    at
}

fn percentage(text: &str, all: &[WordToken], at: usize) -> Option<(SentenceFigure, usize)> {
    let word = all.get(at)?.word.as_str();
    let is_share = word.ends_with('%') && word.starts_with(|c: char| c.is_ascii_digit());
    if !is_share {
        return None;
    }
    let from = comparison(all, at);
    let is_limit = all[at].sign.is_none() && first_of(all, at + 1, &["trở lên", "trở xuống"]).is_some();
    let last = if is_limit { at + 2 } else { at };
    let range = all[from].range.start..all.get(last)?.range.end;
    let behind = phrase_behind(text, all, last);
    let title = if behind.split(' ').count() >= 2 { behind } else { phrase_before(text, all, from) };
    Some((SentenceFigure { value: text[range.clone()].to_owned(), title, range }, last + 1))
}

fn level(text: &str, all: &[WordToken], at: usize) -> Option<(SentenceFigure, usize)> {
    let is_level = stands(all, at, "mức độ")
        && all.get(at + 2).is_some_and(|token| token.word.len() <= 2 && token.word.parse::<u8>().is_ok());
    let range = is_level.then(|| all[at].range.start..all[at + 2].range.end)?;
    let title = phrase_before(text, all, at);
    Some((SentenceFigure { value: text[range.clone()].to_owned(), title, range }, at + 3))
}

fn count(text: &str, all: &[WordToken], at: usize) -> Option<(SentenceFigure, usize)> {
    let token = all.get(at)?;
    let is_number = token.word.len() <= 6
        && token.word.starts_with(|c: char| c.is_ascii_digit())
        && token.word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !is_number
        || token.sign.is_some()
        || at > 0 && (all[at - 1].word == "ubnd" || stands(all, at - 1, "lớp"))
    {
        return None;
    }
    let length = first_of(all, at + 1, THINGS)?;
    let from = comparison(all, at);
    let range = all[from].range.start..all[at + length].range.end;
    let behind = phrase_behind(text, all, at + length);
    let thing = &text[all[at + 1].range.start..all[at + length].range.end];
    let title = if behind.is_empty() { phrase_before(text, all, from) } else { format!("{thing} {behind}") };
    let title = if title.is_empty() { thing.to_owned() } else { title };
    Some((SentenceFigure { value: text[range.clone()].to_owned(), title, range }, at + length + 1))
}

fn none_of(text: &str, all: &[WordToken], at: usize) -> Option<(SentenceFigure, usize)> {
    let length = first_of(all, at, NONE_OF)?;
    if all[at + length - 1].sign.is_some() {
        return None;
    }
    let title = phrase_behind(text, all, at + length - 1);
    let range = all[at].range.start..all[at + length - 1].range.end;
    let first = title.split(' ').next()?;
    let is_bad = [
        "bạo", "vụ", "lạm", "tai", "học", "ngộ", "dịch", "cháy", "tình", "tồn", "phát", "người", "nợ",
        "thất", "trẻ", "khiếu",
    ]
    .contains(&first.to_lowercase().as_str());
    is_bad.then(|| (SentenceFigure { value: format!("không để xảy ra {title}"), title, range }, at + length))
}

/// The words behind a word until the next sign.
fn phrase_behind(text: &str, all: &[WordToken], at: usize) -> String {
    let Some(token) = all.get(at) else { return String::new() };
    if token.sign.is_some() {
        return String::new();
    }
    let ends = ["theo", "để", "nhằm", "giai", "trong", "tại"];
    let mut end = at;
    while let Some(next) = all.get(end + 1) {
        if ends.contains(&next.word.as_str()) && !stands(all, end + 1, "theo luật") {
            break;
        }
        end += 1;
        if next.sign.is_some() || end - at > 24 {
            break;
        }
    }
    if end == at { String::new() } else { text[all[at + 1].range.start..all[end].range.end].to_owned() }
}

/// The words before a word since the last sign.
fn phrase_before(text: &str, all: &[WordToken], at: usize) -> String {
    let mut from = at;
    while from > 0 && all[from - 1].sign.is_none() && at - from < 14 {
        from -= 1;
    }
    if from == at { String::new() } else { text[all[from].range.start..all[at - 1].range.end].to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_with_their_things() {
        let shown = |text: &str| -> Vec<String> {
            figures(text).into_iter().map(|figure| format!("{}: {}", figure.value, figure.title)).collect()
        };
        assert_eq!(
            shown(
                "hoàn thành chỉ tiêu 100% giáo viên các cấp học đạt chuẩn; trên 50% cán bộ quản lý cấp Mầm non, trên 65% cán bộ cấp Tiểu học"
            ),
            [
                "100%: giáo viên các cấp học đạt chuẩn",
                "trên 50%: cán bộ quản lý cấp Mầm non",
                "trên 65%: cán bộ cấp Tiểu học"
            ]
        );
        assert_eq!(
            shown("đảm bảo tỉ lệ đảng viên từ 50-55% theo chỉ tiêu Nghị quyết"),
            ["từ 50-55%: đảm bảo tỉ lệ đảng viên"]
        );
        assert_eq!(
            shown("công nhận lại trường chuẩn quốc gia 07 trường."),
            ["07 trường: công nhận lại trường chuẩn quốc gia"]
        );
        assert_eq!(
            shown("Duy trì XMC mức độ 2; PCGD tiểu học mức độ 3"),
            ["mức độ 2: Duy trì XMC", "mức độ 3: PCGD tiểu học"]
        );
        assert_eq!(
            shown("không để xảy ra bạo lực học đường; lớp 4, lớp 8"),
            ["không để xảy ra bạo lực học đường: bạo lực học đường"]
        );
    }
}
