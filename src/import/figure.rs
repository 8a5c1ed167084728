//! Figures in sentences that may be targets: percentages, numbers of things, levels, what must not happen.

use std::ops::Range;

use super::coordination::{goes_on, is_pair};
use super::token::{WordToken, first_of, stands, tokens};
use super::when::{DuePhrase, due_phrases};
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
    /// The words of the deadline right behind it, in the same clause.
    pub due: Option<String>,
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
    "tổ dân phố",
    "khu dân cư",
    "câu lạc bộ",
    "xã",
    "phường",
];

/// Words that ask for none of something.
const NONE_OF: &[&str] =
    &["không để xảy ra", "không để cho", "không có", "tuyệt đối không", "không để", "không xảy ra"];

/// The words of a sentence that say how many, and do not become figures: `100%` without anything around it.
pub(super) fn unread_figures(text: &str, figures: &[SentenceFigure]) -> Vec<String> {
    let is_read = |range: &Range<usize>| {
        figures.iter().any(|figure| figure.range.start <= range.start && range.end <= figure.range.end)
    };
    let is_figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('%');
    let all = tokens(text);
    let unread = all
        .iter()
        .filter(|token| (is_figure(&token.word) || is_all(&token.word).is_some()) && !is_read(&token.range));
    unread.map(|token| text[token.range.clone()].to_owned()).collect()
}

/// A sentence with its words, and those that may be its deadlines.
struct Sentence<'t> {
    text: &'t str,
    all: Vec<WordToken>,
    due: Vec<DuePhrase>,
}

impl Sentence<'_> {
    /// Returns true if a deadline begins at a word.
    fn begins_due(&self, at: usize) -> bool {
        let start = self.all.get(at).map(|token| token.range.start);
        self.due.iter().any(|due| due.is_readable && Some(due.range.start) == start)
    }

    /// The deadline behind a figure in the same clause.
    fn due_behind(&self, figure: &SentenceFigure) -> Option<String> {
        let due = self.due.iter().find(|due| due.is_sure && due.range.start >= figure.range.end)?;
        let between = self.text.get(figure.range.end..due.range.start)?;
        (!between.contains([';', '.', '(', '%'])).then(|| self.text[due.range.clone()].to_owned())
    }
}

/// The number of a share that is a whole: 12 of `12/12`.
fn is_all(word: &str) -> Option<&str> {
    let (part, whole) = word.split_once('/')?;
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    // `6/6` may be a day; a day of one digit stands behind `ngày`, so that nothing is lost.
    (is_number(part) && part == whole).then_some(part)
}

/// The figures of a sentence.
pub(super) fn figures(text: &str) -> Vec<SentenceFigure> {
    let sentence = Sentence { text, all: tokens(text), due: due_phrases(text) };
    let all = &sentence.all;
    let (mut found, mut at): (Vec<SentenceFigure>, usize) = (Vec::new(), 0);
    while at < all.len() {
        let figure = percentage(&sentence, at)
            .or_else(|| level(&sentence, at))
            .or_else(|| count(&sentence, at))
            .or_else(|| none_of(&sentence, at));
        match figure {
            Some((mut figure, next))
                if TargetValue::parse(&figure.value).is_ok() && !figure.title.is_empty() =>
            {
                figure.due = sentence.due_behind(&figure);
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

/// The word with which the words that compare begin, or `giảm` and `tăng` before them.
fn change(sentence: &Sentence<'_>, from: usize, end: usize) -> usize {
    let Some(before) = from.checked_sub(1).and_then(|before| sentence.all.get(before)) else { return from };
    let words = sentence.text.get(before.range.start..end).unwrap_or_default();
    let is_change = matches!(before.word.as_str(), "giảm" | "tăng") && before.sign.is_none();
    if is_change && TargetValue::parse(words).is_ok() { from - 1 } else { from }
}

fn percentage(sentence: &Sentence<'_>, at: usize) -> Option<(SentenceFigure, usize)> {
    let all = &sentence.all;
    let word = all.get(at)?.word.as_str();
    let is_share = word.ends_with('%') && word.starts_with(|c: char| c.is_ascii_digit());
    if !is_share {
        return None;
    }
    let is_limit = all[at].sign.is_none() && first_of(all, at + 1, &["trở lên", "trở xuống"]).is_some();
    let last = if is_limit { at + 2 } else { at };
    let from = change(sentence, comparison(all, at), all.get(last)?.range.end);
    let behind = phrase_behind(sentence, last);
    let is_thing = behind.split(' ').count() >= 2 && !behind.starts_with("so với ");
    let before = || phrase_before(sentence, from);
    let title =
        if is_thing { behind } else { Some(before()).filter(|before| !before.is_empty()).unwrap_or(behind) };
    Some((sentence.figure(from, last, title)?, last + 1))
}

fn level(sentence: &Sentence<'_>, at: usize) -> Option<(SentenceFigure, usize)> {
    let all = &sentence.all;
    let is_level = stands(all, at, "mức độ")
        && all.get(at + 2).is_some_and(|token| token.word.len() <= 2 && token.word.parse::<u8>().is_ok());
    let title = phrase_before(sentence, at);
    is_level.then(|| sentence.figure(at, at + 2, title)).flatten().map(|figure| (figure, at + 3))
}

fn count(sentence: &Sentence<'_>, at: usize) -> Option<(SentenceFigure, usize)> {
    let all = &sentence.all;
    let token = all.get(at)?;
    let whole = is_all(&token.word);
    let is_number = token.word.len() <= 6
        && token.word.starts_with(|c: char| c.is_ascii_digit())
        && token.word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !(is_number || whole.is_some())
        || token.sign.is_some()
        || at > 0 && (all[at - 1].word == "ubnd" || stands(all, at - 1, "lớp") || stands(all, at - 1, "ngày"))
    {
        return None;
    }
    let length = first_of(all, at + 1, THINGS)?;
    let end = all[at + length].range.end;
    let from = change(sentence, comparison(all, at), end);
    let behind = phrase_behind(sentence, at + length);
    let thing = &sentence.text[all[at + 1].range.start..end];
    let title = if behind.is_empty() { phrase_before(sentence, from) } else { format!("{thing} {behind}") };
    let title = if title.is_empty() { thing.to_owned() } else { title };
    let mut figure = sentence.figure(from, at + length, title)?;
    if let Some(number) = whole {
        figure.value = format!("{number} {thing}");
    }
    Some((figure, at + length + 1))
}

fn none_of(sentence: &Sentence<'_>, at: usize) -> Option<(SentenceFigure, usize)> {
    let all = &sentence.all;
    let length = first_of(all, at, NONE_OF)?;
    if all[at + length - 1].sign.is_some() {
        return None;
    }
    let title = phrase_behind(sentence, at + length - 1);
    let first = title.split(' ').next()?;
    let is_bad = [
        "bạo", "vụ", "lạm", "tai", "học", "ngộ", "dịch", "cháy", "tình", "tồn", "phát", "người", "nợ",
        "thất", "trẻ", "khiếu",
    ]
    .contains(&first.to_lowercase().as_str());
    let value = format!("không để xảy ra {title}");
    let figure = sentence.figure(at, at + length - 1, title)?;
    is_bad.then_some((SentenceFigure { value, ..figure }, at + length))
}

impl Sentence<'_> {
    /// A figure of some words.
    fn figure(&self, from: usize, last: usize, title: String) -> Option<SentenceFigure> {
        let range = self.all.get(from)?.range.start..self.all.get(last)?.range.end;
        Some(SentenceFigure { value: self.text[range.clone()].to_owned(), title, range, due: None })
    }
}

/// The words behind a word until the next sign that ends their phrase.
fn phrase_behind(sentence: &Sentence<'_>, at: usize) -> String {
    let all = &sentence.all;
    let Some(token) = all.get(at) else { return String::new() };
    if token.sign.is_some() {
        return String::new();
    }
    let ends = ["theo", "để", "nhằm", "giai", "trong", "tại"];
    let mut end = at;
    while let Some(next) = all.get(end + 1) {
        let is_end = ends.contains(&next.word.as_str()) && !stands(all, end + 1, "theo luật");
        if is_end || sentence.begins_due(end + 1) || next.opens {
            break;
        }
        end += 1;
        let is_inner = next.sign == Some(',') && goes_on(all, end) && !sentence.begins_due(end + 1);
        if next.sign.is_some() && !is_inner || end - at > 24 {
            break;
        }
    }
    if end == at {
        String::new()
    } else {
        sentence.text[all[at + 1].range.start..all[end].range.end].to_owned()
    }
}

/// The words before a word since the last sign that ends their phrase.
fn phrase_before(sentence: &Sentence<'_>, at: usize) -> String {
    let all = &sentence.all;
    let (mut from, mut end) = (at, at);
    while from > 0 && (all[from - 1].sign.is_none() || is_pair(all, from - 1)) && at - from < 14 {
        from -= 1;
    }
    while end > from
        && matches!(all[end - 1].word.as_str(), "tại" | "cho" | "với" | "ở" | "là" | "có" | "của")
    {
        end -= 1;
    }
    if from == end {
        String::new()
    } else {
        sentence.text[all[from].range.start..all[end - 1].range.end].to_owned()
    }
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
        for (text, figures) in [
            (
                "100% ao, hồ, hố công trình có nguy cơ mất an toàn được rào chắn trước ngày 30/4/2026",
                "100%: ao, hồ, hố công trình có nguy cơ mất an toàn được rào chắn (trước ngày 30/4/2026)",
            ),
            ("thống kê 100% ao, hồ chưa có rào chắn, báo cáo kết quả", "100%: ao, hồ chưa có rào chắn"),
            (
                "95% cán bộ, giáo viên, nhân viên được cấp chữ ký số",
                "95%: cán bộ, giáo viên, nhân viên được cấp chữ ký số",
            ),
            (
                "100% trường học dùng học bạ số đối với học sinh lớp 1, lớp 2 và lớp 6.",
                "100%: trường học dùng học bạ số đối với học sinh lớp 1, lớp 2 và lớp 6",
            ),
            ("100% xã", "100%: xã"),
            ("Giảm ít nhất 20% số vụ cháy so với năm 2025", "Giảm ít nhất 20%: số vụ cháy so với năm 2025"),
            ("Số vụ cháy giảm 20% so với năm 2025", "giảm 20%: Số vụ cháy"),
            ("12/12 tổ dân phố có đội dân phòng", "12 tổ dân phố: tổ dân phố có đội dân phòng"),
            (
                "Tổ chức kiểm tra, giám sát tại 08 trường trong tháng 3",
                "08 trường: Tổ chức kiểm tra, giám sát (trong tháng 3)",
            ),
            ("Đạt 100%.", ""),
        ] {
            let found = super::figures(text);
            let shown = |figure: &SentenceFigure| {
                let due = figure.due.as_ref().map(|due| format!(" ({due})")).unwrap_or_default();
                format!("{}: {}{due}", figure.value, figure.title)
            };
            assert_eq!(found.iter().map(shown).collect::<Vec<_>>().join("; "), figures, "{text}");
        }
        assert_eq!(unread_figures("Đạt 100%.", &[]), ["100%"]);
    }
}
