//! Citations in running text.

use std::ops::Range;

use super::context::date_and_issuer;
use super::number::{Number, bare, number_around};
use super::words::{folded, last_word};
use crate::date::Day;

/// A citation of a document in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The number and sign.
    pub number: Number,
    /// The byte range of the number in the text; of the first document in `37, 38/2021/TT-BGDĐT`, that of `37`.
    pub place: Range<usize>,
    /// The date of the document according to the text, and its byte range.
    pub date: Option<(Day, Range<usize>)>,
    /// The issuing office in the form of [`office`](super::office); empty if the text names none.
    pub issuer: String,
}

/// Returns all citations of a text in the order of the text.
pub fn citations(text: &str) -> Vec<Citation> {
    let mut all: Vec<Citation> = Vec::new();
    let mut from = 0;
    while let Some(slash) = text.get(from..).and_then(|rest| rest.find('/')).map(|at| from + at) {
        let Some(found) = number_around(text, slash, from) else {
            from = slash + 1;
            continue;
        };
        let list = listed_before(text, found.start);
        let is_named = list.is_named || named_before(text, found.start);
        if !is_named && !found.is_unmistakable() {
            from = slash + 1;
            continue;
        }
        let (date, issuer, end) = date_and_issuer(text, found.end);
        let number = found.number();
        let one = |digits: &str, place: Range<usize>| Citation {
            number: Number { digits: bare(digits), ..number.clone() },
            place,
            date: date.clone(),
            issuer: issuer.clone(),
        };
        all.extend(
            list.numbers
                .iter()
                .filter(|place| place.start >= from)
                .map(|place| one(&text[place.clone()], place.clone())),
        );
        all.push(one(found.digits, found.start..found.end));
        from = end.max(found.end);
    }
    all
}

/// The numbers before the last one in a list that shares one sign: `số 37, 38/2021/TT-BGDĐT`.
#[derive(Default)]
struct NumberList {
    numbers: Vec<Range<usize>>,
    /// True if `số` precedes the list.
    is_named: bool,
}

fn listed_before(text: &str, start: usize) -> NumberList {
    let mut numbers = Vec::new();
    let mut at = start;
    loop {
        let before = text[..at].trim_end();
        if before.len() < at && folded(last_word(before)) == "so" {
            numbers.reverse();
            return NumberList { numbers, is_named: true };
        }
        let before = before.strip_suffix([',', ';']).or_else(|| {
            let cut = before.strip_suffix("và")?;
            cut.ends_with(char::is_whitespace).then_some(cut)
        });
        let Some(before) = before.map(str::trim_end).filter(|_| numbers.len() < 50) else {
            return NumberList::default();
        };
        let length = before.bytes().rev().take(6).take_while(u8::is_ascii_digit).count();
        let first = before.len() - length;
        if !(1..=5).contains(&length) || !before[..first].ends_with(char::is_whitespace) {
            return NumberList::default();
        }
        numbers.push(first..before.len());
        at = first;
    }
}

/// Returns true if the name of a kind of document ends right before `start`: `Nghị định 24/2020/NĐ`.
fn named_before(text: &str, start: usize) -> bool {
    const LAST_WORDS: [&str; 15] = [
        "quyet", "thi", "hoach", "tu", "dinh", "van", "bao", "dan", "trinh", "an", "luan", "luat", "lenh",
        "ban", "so",
    ];
    let before = text[..start].trim_end();
    before.len() < start && LAST_WORDS.contains(&&*folded(last_word(before)))
}

#[cfg(test)]
mod tests {
    use super::super::is_number;
    use super::*;

    /// Number, day and office of every citation, one a line.
    fn shown(text: &str) -> Vec<String> {
        citations(text)
            .into_iter()
            .map(|citation| {
                let Number { digits, year, sign } = citation.number;
                let year = year.map(|year| format!("/{year}")).unwrap_or_default();
                let date = citation.date.map(|(day, _)| format!(" {day}")).unwrap_or_default();
                format!("{digits}{year} {sign}{date} {}", citation.issuer).trim_end().to_owned()
            })
            .collect()
    }

    #[test]
    fn the_real_plans_are_read() {
        let text = "Triển khai Chỉ thị số 1112/CT-BGDĐT ngày 19/8/2022 của Bộ GDĐT và Chỉ thị số 17/CT-UBND ngày \
                    07/9/2022 của Chủ tịch UBND Thành phố về việc thực hiện nhiệm vụ";
        assert_eq!(shown(text), ["1112 CT-BGDĐT 2022-08-19 bo gddt", "17 CT-UBND 2022-09-07 ubnd tp"]);
        let text = "Chỉ thị số 1112/CT-BGDĐT ngày 18/8/2022 của Bộ Giáo dục và Đào tạo và Chỉ thị số 17/CT-UBND ngày 07/9/2022";
        assert_eq!(shown(text), ["1112 CT-BGDĐT 2022-08-18 bo gddt", "17 CT-UBND 2022-09-07"]);
        let text = "tại Thông tư số 37, 38/2021/TT-BGDĐT ngày 30/12/2021 thực hiện; Thông tư số 47/2020/TT-BGDĐT ngày \
                    31/12/2020, Thông tư số 30/2021/TT-BGDĐT ngày 05/11/2021 của Bộ GDĐT quy định";
        assert_eq!(
            shown(text),
            [
                "37/2021 TT-BGDĐT 2021-12-30",
                "38/2021 TT-BGDĐT 2021-12-30",
                "47/2020 TT-BGDĐT 2020-12-31",
                "30/2021 TT-BGDĐT 2021-11-05 bo gddt",
            ]
        );
        let text = "Nghị quyết số 02/2023/NQ-HĐND ngày 04/7/2023 của Hội đồng nhân dân thành phố; Nghị quyết số 29-NQ/TW ngày \
                    04/11/2013 của Ban chấp hành Trung ương Đảng khóa XI; (sau đây gọi tắt là Nghị quyết số 17-NQ/QU)";
        assert_eq!(
            shown(text),
            ["2/2023 NQ-HĐND 2023-07-04 hdnd tp", "29 NQ/TW 2013-11-04 bch tw dang khoa xi", "17 NQ/QU"]
        );
        let text = "Thông báo số 45/TB-PGDĐT ngày 28/3/2024; Công văn số 812/UBND-GDĐT; Luật Giáo dục số 43/2019/QH14";
        assert_eq!(shown(text), ["45 TB-PGDĐT 2024-03-28", "812 UBND-GDĐT", "43/2019 QH14"]);
    }

    #[test]
    fn every_dated_citation_of_the_real_plans_is_found() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sources/");
        let dated = |file: &str| {
            let text = std::fs::read_to_string(format!("{root}{file}")).unwrap();
            shown(&text).into_iter().filter(|line| line.contains(" 20")).collect::<Vec<_>>()
        };
        assert_eq!(
            dated("ba-dinh-2022-2023.txt"),
            [
                "2865 QĐ-UBND 2022-08-12 ubnd tp ha noi",
                "17 CT-UBND 2022-09-07 ubnd tp",
                "1112 CT-BGDĐT 2022-08-19 bo gddt",
                "17 CT-UBND 2022-09-07 ubnd tp",
                "22 KH-UBND 2022-01-19 ubnd tp",
                "1044 ĐA-UBND 2021-05-25 ubnd quan",
                "1112 CT-BGDĐT 2022-08-18 bo gddt",
                "17 CT-UBND 2022-09-07 ubnd tp",
            ]
        );
        assert_eq!(
            dated("thanh-xuan-2024.txt"),
            [
                "29 NQ/TW 2013-11-04 bch tw dang khoa xi",
                "242 KH-UBND 2020-11-06 ubnd quan thanh xuan",
                "17 NQ/QU 2022-10-12 bch quan",
                "312 KH-UBND 2022-12-30 ubnd quan thanh xuan",
                "37/2021 TT-BGDĐT 2021-12-30",
                "38/2021 TT-BGDĐT 2021-12-30",
                "47/2020 TT-BGDĐT 2020-12-31",
                "30/2021 TT-BGDĐT 2021-11-05 bo gddt",
                "2/2023 NQ-HĐND 2023-07-04 hdnd tp 3",
                "55/2011 TT-BGDĐT 2011-11-22",
            ]
        );
    }

    #[test]
    fn what_is_no_citation_is_passed_over() {
        for text in [
            "từ 05/9/2024 đến 15/10/2024",
            "01 lần/tháng, 02 lần/năm",
            "Thông tư số 13/2020",
            "tỷ lệ 45/HS, 12/GV",
            "tổ 1/TDP-2",
            "98,5%/NĂM 2024/2025",
            "/ 3/ /A 5/",
            "1234567/KH-UBND",
            "12/KH-UBN".trim_end_matches("KH-UBN"),
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
        assert_eq!(shown("Thông tư 13/2020/TT quy định"), ["13/2020 TT"]);
    }

    #[test]
    fn parts_are_where_they_stand() {
        let text = "Thông tư số 37, 38/2021/TT-BGDĐT ngày 30/12/2021.";
        let places: Vec<_> = citations(text)
            .into_iter()
            .map(|citation| (&text[citation.place], &text[citation.date.unwrap().1]))
            .collect();
        assert_eq!(places, [("37", "30/12/2021"), ("38/2021/TT-BGDĐT", "30/12/2021")]);
    }

    #[test]
    fn any_text_is_survived() {
        for text in [
            "/",
            "1/",
            "1-A/",
            "số 1, /A",
            "38/2021/",
            "1/Đ",
            "9-Đ/Đ",
            "/2021/TT-B",
            "số 37, và 38/2021/TT-B",
            "1/A\u{301}B-C ngày",
        ] {
            let _ = citations(text);
            let _ = is_number(text);
            let _ = Number::parse(text);
        }
        // Linear: a text of nothing but beginnings of citations.
        let long = "số 1, 2, 3/KH-UBND ngày 1/1/2024 của UBND ".repeat(20_000);
        assert_eq!(citations(&long).len(), 60_000);
    }
}
