//! Deadlines in sentences: only words that the deadline language reads, and only where they can be nothing else.

use std::ops::Range;

use super::time_beside::stands_alone;
use super::token::{WordToken, first_of, stands, tokens};
use crate::citation::citations;
use crate::date::{Calendar, Day, SchoolYear};
use crate::deadline::{
    Deadline, DeadlineContext, DeadlineKind, Period, is_readable, names_no_condition, parse, resolve,
};
use crate::language::Message;
use crate::message;

/// Words of a sentence that may be its deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DuePhrase {
    /// The place of the words.
    pub range: Range<usize>,
    /// True if they can be nothing but a deadline.
    pub is_sure: bool,
    /// True if the deadline language reads them.
    pub is_readable: bool,
}

/// The beginnings of words that are a deadline.
const SURE: &[&str] = &[
    "trước ngày",
    "trước tháng",
    "chậm nhất",
    "xong trước",
    "xong trong",
    "hoàn thành trước",
    "hoàn thành trong",
    "hoàn thành xong",
    "hoàn thành chậm nhất",
    "đến hết ngày",
    "đến hết tháng",
    "đến hết quý",
    "đến cuối",
    "lộ trình đến",
    "định kỳ hằng",
    "định kỳ hàng",
    "định kỳ mỗi",
    "ngay từ đầu năm học",
    "ngay từ đầu năm",
    "nhân dịp",
    "vào đầu năm",
    "vào đầu học kỳ",
    "vào đầu kỳ",
    "vào đầu quý",
    "vào đầu tháng",
    "vào cuối năm",
    "vào cuối học kỳ",
    "vào cuối kỳ",
    "vào cuối quý",
    "vào cuối tháng",
    "vào tháng",
    "vào quý",
    "trong tháng",
    "trong quý",
    "hằng tháng",
    "hàng tháng",
    "hằng quý",
    "hàng quý",
    "hằng tuần",
    "hàng tuần",
    "thời gian hoàn thành",
    "thời hạn hoàn thành",
    "thời gian thực hiện",
    "muộn nhất",
    "trong vòng",
];

/// The beginnings of words that are a deadline in some sentences, in others not.
const UNSURE: &[&str] = &[
    "giai đoạn",
    "năm học",
    "đúng tiến độ",
    "theo đúng tiến độ",
    "đẩy nhanh tiến độ",
    "đột xuất",
    "định kỳ",
    "kịp thời",
    "theo kế hoạch của",
    "theo hướng dẫn của",
    "theo chỉ đạo của",
    "hằng năm",
    "trong năm",
    "đến năm",
    "đến hết năm",
    "từ ngày",
    "từ tháng",
];

/// Words before a colon behind which a deadline stands.
const LABELS: &[&str] = &["thời gian hoàn thành", "thời hạn hoàn thành", "thời gian thực hiện", "hoàn thành"];

/// The days and months of a clause that no other words make its deadline: `trước mùa mưa bão (30/5/2026)`; those of
/// documents that it cites aside.
pub(super) fn bare_days(clause: &str) -> Vec<&str> {
    let all = tokens(clause);
    let cited: Vec<Range<usize>> =
        citations(clause).into_iter().filter_map(|cited| cited.date.map(|(_, place)| place)).collect();
    let is_day = |at: &usize| {
        let token = &all[*at];
        let parts: Vec<&str> = token.word.split('/').collect();
        let is_number =
            |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_year = parts.last().is_some_and(|part| part.len() == 4);
        let is_month = parts.len() == 2 && *at > 0 && matches!(all[at - 1].word.as_str(), "tháng" | "quý");
        is_year
            && (parts.len() == 3 && parts.iter().all(is_number) || is_month)
            && !cited.iter().any(|cited| cited.start <= token.range.start && token.range.end <= cited.end)
    };
    (0..all.len()).filter(is_day).map(|at| &clause[all[at].range.clone()]).collect()
}

/// The words of a clause that may be its deadline.
pub(super) fn due_phrases(clause: &str) -> Vec<DuePhrase> {
    let all = tokens(clause);
    let (mut found, mut at): (Vec<DuePhrase>, usize) = (Vec::new(), 0);
    while at < all.len() {
        let is_sure = is_sure(&all, at);
        let is_unsure = is_unsure(&all, at);
        match (is_sure || is_unsure).then(|| longest(clause, &all, at)) {
            // `định kỳ 01 lần/tháng`: the times are the deadline.
            Some(Some((end, _))) if !is_sure && (at + 1..end).any(|inner| self::is_sure(&all, inner)) => {
                at += 1;
            }
            Some(Some((end, behind))) => {
                found.push(DuePhrase {
                    range: all[at].range.start..behind,
                    is_sure: is_sure && stands_alone(&all, at, end),
                    is_readable: true,
                });
                at = end;
            }
            Some(None) if is_unsure => {
                let end = at + first_of(&all, at, UNSURE).unwrap_or(1);
                found.push(DuePhrase {
                    range: all[at].range.start..all[end - 1].range.end,
                    is_sure: false,
                    is_readable: false,
                });
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

fn is_sure(all: &[WordToken], at: usize) -> bool {
    let is_day =
        |token: &WordToken| token.word.contains('/') && token.word.starts_with(|c: char| c.is_ascii_digit());
    let is_number = |at: usize| {
        all.get(at).is_some_and(|token| {
            token.word.bytes().all(|byte| byte.is_ascii_digit())
                || matches!(token.word.as_str(), "một" | "hai")
        })
    };
    let is_word = |at: usize, words: &[&str]| {
        all.get(at).is_some_and(|token| words.iter().any(|word| token.word.starts_with(word)))
    };
    // `01 lần/quý`, `06 tháng/lần`, `mỗi tuần 02 lần`.
    let is_times = is_number(at) && is_word(at + 1, &["lần/", "tháng/lần", "tuần/lần", "quý/lần", "năm/lần"])
        || stands(all, at, "mỗi")
            && is_word(at + 1, &["tuần", "tháng", "quý", "năm", "học"])
            && (is_number(at + 2) && is_word(at + 3, &["lần"])
                || is_number(at + 3) && is_word(at + 4, &["lần"]));
    first_of(all, at, SURE).is_some()
        || is_times
        || (at == 0 && stands(all, 0, "thường xuyên"))
        || (stands(all, at, "trước") && all.get(at + 1).is_some_and(is_day))
}

fn is_unsure(all: &[WordToken], at: usize) -> bool {
    let Some(length) = first_of(all, at, UNSURE) else { return false };
    let is_manner = at > 0 && stands(all, at - 1, "để");
    // A school year without its years, and `đặt hàng năm học`.
    let is_bare = stands(all, at, "năm học")
        && !all.get(at + length).is_some_and(|token| token.word.starts_with(|c: char| c.is_ascii_digit()));
    !is_manner && !is_bare && !stands(all, at, "hằng năm học")
}

/// The word behind the longest words from a place on that are a deadline, and the place behind their last sign.
fn longest(clause: &str, all: &[WordToken], at: usize) -> Option<(usize, usize)> {
    const MOST: usize = 24;
    // The deadline language passes over the work behind these words; a sentence goes on with it.
    if stands(all, at, "thường xuyên") {
        return all.get(at + 1).map(|last| (at + 2, last.range.end));
    }
    // `thời gian hoàn thành: tháng 7/2026`: the sign behind the label ends nothing.
    let label = first_of(all, at, LABELS).unwrap_or(0);
    let is_end = |token: &WordToken| matches!(token.sign, Some(';' | '.' | ')' | ':'));
    let reach = all.iter().skip(at + label).take(MOST).position(is_end).map(|reach| at + label + reach + 1);
    let last = reach.unwrap_or_else(|| all.len().min(at + MOST));
    (at + 1..=last).rev().find_map(|end| {
        let (from, mut behind) = (all[at].range.start, all[end - 1].range.end);
        // A bracket that is open goes on behind the words, or ends with them.
        let open = |words: &str| words.matches('(').count().abs_diff(words.matches(')').count());
        if open(clause.get(from..behind)?) == 1 && clause.get(behind..)?.starts_with(')') {
            behind += 1;
        }
        let words = clause.get(from..behind)?;
        (open(words) == 0 && is_readable(words)).then_some((end, behind))
    })
}

/// A reader of deadlines in a period.
pub(super) struct DueReader {
    period: Option<Period>,
    calendar: Calendar,
}

impl DueReader {
    /// A reader for a period; the days of a school year are those that the plan assumes.
    pub(super) fn new(period: &str, school_year: Option<i32>) -> Self {
        let mut calendar = Calendar::vietnam();
        let year = school_year.and_then(|year| {
            let [from, first, second, to] = assumed_school_year(year)?;
            SchoolYear::new(year, from, first, second, to)
        });
        if let Some(year) = year {
            calendar.add_school_year(year);
        }
        let period = Period::parse(period, &calendar).ok();
        Self { period, calendar }
    }

    /// A reader for a period with its calendar.
    pub(super) fn of(period: Period, calendar: Calendar) -> Self {
        Self { period: Some(period), calendar }
    }

    /// Returns true if words are days in the period, once or several times.
    pub(super) fn names_days(&self, words: &str) -> bool {
        self.kind(words).is_some_and(|kind| matches!(kind, DeadlineKind::Dated | DeadlineKind::Recurring))
    }

    /// The reason why words of a place for deadlines are none; none if they are one.
    pub(super) fn refusal(&self, words: &str) -> Option<Message> {
        match self.kind(words) {
            None => Some(message!("không đọc được thành thời hạn: “{words}”", "no deadline: “{words}”")),
            Some(DeadlineKind::Undated) if names_no_condition(words) => Some(message!(
                "“{words}” không nêu ngày, cũng không nêu điều kiện nào",
                "“{words}” names neither a day nor a condition"
            )),
            Some(_) => None,
        }
    }

    fn kind(&self, words: &str) -> Option<DeadlineKind> {
        self.resolved(words).map(|due| due.kind)
    }

    fn resolved(&self, words: &str) -> Option<Deadline> {
        let context = DeadlineContext::new(self.period.as_ref()?, &self.calendar);
        parse(words).ok().and_then(|due| resolve(&due, &context).ok())
    }

    /// The last words of a header that are one day, with the day: `đến năm 2045` of `Tầm nhìn đến năm 2045`.
    pub(super) fn within(&self, header: &str) -> Option<(String, Day)> {
        let all = tokens(header);
        let day_of = |at: usize| {
            let words = header.get(all[at].range.start..)?;
            let due = self.resolved(words).filter(|due| due.kind == DeadlineKind::Dated)?;
            Some((words.to_owned(), due.occurrences.first()?.due))
        };
        let is_whole = |at: &usize| stands_alone(&all, *at, all.len());
        let ends: Vec<(String, Day)> = (0..all.len()).filter(is_whole).filter_map(day_of).collect();
        let begins = |(words, _): &&(String, Day)| {
            words.to_lowercase().starts_with("đến") || words.to_lowercase().starts_with("hết")
        };
        ends.iter().find(begins).or(ends.first()).cloned()
    }
}

/// The days of a school year that no document states: its beginning, the ends of its terms, its end.
pub(super) fn assumed_school_year(year: i32) -> Option<[Day; 4]> {
    Some([
        Day::new(year, 9, 5)?,
        Day::new(year + 1, 1, 15)?,
        Day::new(year + 1, 5, 25)?,
        Day::new(year + 1, 5, 31)?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_are_a_deadline_are_taken() {
        for (clause, sure) in [
            ("Tổ chức giao ban định kỳ 01 lần/tháng với Ban chủ nhiệm", "01 lần/tháng"),
            ("xây dựng kế hoạch (hoàn thành trong năm 2024).", "hoàn thành trong năm 2024"),
            ("Thường xuyên rà soát, kiểm tra", "Thường xuyên"),
            ("báo cáo UBND phường trước ngày 15/5/2026 để tổng hợp", "trước ngày 15/5/2026"),
            ("tặng quà nhân dịp 27/7", "nhân dịp 27/7"),
            ("Xây dựng kế hoạch ngay từ đầu năm học.", "ngay từ đầu năm học"),
            ("lộ trình đến cuối năm 2024 hoàn thành chỉ tiêu", "lộ trình đến cuối năm 2024"),
            ("Kiểm tra chéo 02 lần/năm học (cuối học kỳ I và cuối năm học).", "02 lần/năm học"),
            ("tổ chức 03 lớp; thời gian hoàn thành: tháng 7/2026.", "thời gian hoàn thành: tháng 7/2026"),
            ("Tổ chức diễn tập 06 tháng/lần.", "06 tháng/lần"),
            ("phát thanh mỗi tuần 02 lần, từ loa", "mỗi tuần 02 lần"),
            ("biết bơi an toàn vào cuối năm 2026.", "vào cuối năm 2026"),
            ("sơ kết, nhân rộng vào cuối học kỳ I.", "vào cuối học kỳ I"),
            ("tập trung vào cuối bản, mỗi tháng một trường", ""),
            ("công tác bồi dưỡng thường xuyên, nâng cao năng lực", ""),
            ("Chương trình giai đoạn 2021-2025 và tầm nhìn", ""),
            ("Kế hoạch số 22/KH-UBND ngày 19/01/2022 của UBND", ""),
        ] {
            let found = due_phrases(clause);
            let words: Vec<&str> = found
                .iter()
                .filter(|found| found.is_sure)
                .map(|found| &clause[found.range.clone()])
                .collect();
            assert_eq!(words.join("|"), sure, "{clause}");
        }
    }
}
