//! Deadlines: worked examples with their exact results, and what must hold for all.
#![allow(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use std::fmt::Write;

use plan::date::{Calendar, Day, SchoolYear, SpecialKind};
use plan::deadline::{
    Before, Deadline, DeadlineContext, DeadlineErrorKind, DeadlineErrorReason, DeadlineKind, LONGEST, Period,
    Roll, RollReason, parse, parse_day, resolve, resolve_span, roll,
};
use plan::language::Lang;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// The built-in calendar with the school years of the examples.
fn calendar() -> Calendar {
    let mut calendar = Calendar::vietnam();
    calendar.add_school_year(school_year(2023));
    calendar
}

/// A school year like that of the examples.
fn school_year(start: i32) -> SchoolYear {
    let day = |year, month, day| Day::new(year, month, day).unwrap();
    let next = start + 1;
    let terms = (day(next, 1, 14), day(next, 5, 24));
    SchoolYear::new(start, day(start, 9, 5), terms.0, terms.1, day(next, 5, 31)).unwrap()
}

/// The kind, and the occurrences as the examples write them.
fn show(deadline: &Deadline) -> String {
    let mut line = deadline.kind.as_str().to_owned();
    for (at, one) in deadline.occurrences.iter().enumerate() {
        line.push_str(if at == 0 { "\t" } else { " | " });
        if let Some(label) = &one.label {
            write!(line, "{label}=").unwrap();
        }
        match one.from {
            Some(from) => write!(line, "{from}..{}", one.due).unwrap(),
            None => write!(line, "-..{}", one.due).unwrap(),
        }
    }
    line
}

/// What an expression means in a period: `kind⇥occurrences`, or `error`.
fn meaning(text: &str, period: &str, calendar: &Calendar) -> String {
    let period = Period::parse(period, calendar).unwrap();
    let reading = DeadlineContext::new(&period, calendar);
    match parse(text).and_then(|expression| resolve(&expression, &reading)) {
        Ok(deadline) => show(&deadline),
        Err(_) => "error".to_owned(),
    }
}

/// Holds every line of a table of examples.
fn holds(examples: &str, calendar: &Calendar) {
    let mut wrong = String::new();
    for line in examples.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let wanted = cells[2..].join("\t");
        let got = meaning(cells[0], cells[1], calendar);
        if got.trim_end() != wanted.trim_end() {
            writeln!(wrong, "{} ({})\n  wanted {wanted}\n  got    {got}", cells[0], cells[1]).unwrap();
        }
        // The canonical form, and the decomposed one, mean the same.
        let Ok(expression) = parse(cells[0]) else { continue };
        for other in [expression.to_string(), cells[0].nfd().collect(), cells[0].to_uppercase()] {
            let again = meaning(&other, cells[1], calendar);
            if again != got {
                writeln!(wrong, "{} as {other}\n  wanted {got}\n  got    {again}", cells[0]).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_worked_example_comes_out_exactly() {
    holds(include_str!("../data/deadlines.tsv"), &calendar());
}

#[test]
fn every_further_wording_comes_out_exactly() {
    let mut calendar = calendar();
    calendar.add_school_year(school_year(2022));
    holds(include_str!("../data/wordings.tsv"), &calendar);
}

#[test]
fn every_expression_is_shown_in_its_canonical_form() {
    for line in include_str!("../data/canonical.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (text, canonical) = line.split_once('\t').unwrap();
        let expression = parse(text).unwrap();
        assert_eq!(expression.to_string(), canonical, "{text}");
        assert_eq!(parse(canonical).unwrap(), expression, "{text}");
    }
}

/// Found by the fuzzer: what is printed names each month, and may be longer than what was written.
#[test]
fn a_long_list_prints_as_more_than_can_be_read() {
    let words = format!("tháng 9{}", ", 10".repeat(110));
    let printed = parse(&words).unwrap().to_string();
    assert!(words.chars().count() <= LONGEST && printed.chars().count() > LONGEST);
    assert_eq!(parse(&printed).unwrap_err().reason, DeadlineErrorReason::TooLong);
}

#[test]
fn every_mistake_is_named_in_both_languages() {
    let calendar = calendar();
    let mut wrong = String::new();
    for line in include_str!("../data/mistakes.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [text, period, part, vi, en] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let period = Period::parse(period, &calendar).unwrap();
        let reading = DeadlineContext::new(&period, &calendar);
        let error = parse(text).and_then(|expression| resolve(&expression, &reading)).unwrap_err();
        let message = error.message();
        let got = [&text[error.range.clone()], message.get(Lang::Vi), message.get(Lang::En)];
        if got != [part, vi, en] || error.to_string() != en {
            writeln!(wrong, "{text}: {got:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The reason, the words that it is about, and the nearest forms of what cannot be read.
fn mistake(text: &str, period: &str) -> (String, String, Vec<String>) {
    let calendar = calendar();
    let period = Period::parse(period, &calendar).unwrap();
    let reading = DeadlineContext::new(&period, &calendar);
    let error = parse(text).and_then(|expression| resolve(&expression, &reading)).unwrap_err();
    let part = text[error.range.clone()].to_owned();
    (error.message().get(Lang::Vi).to_owned(), part, error.nearest)
}

#[test]
fn mistakes_are_named_and_placed() {
    for (text, period, message, part) in [
        ("Trước ngày 31/6/2024", "2024", "tháng 6 chỉ có 30 ngày", "ngày 31/6/2024"),
        ("29/2/2023", "2023", "năm 2023 không nhuận: tháng 2 chỉ có 28 ngày", "29/2/2023"),
        ("đến 29/2", "2023", "năm 2023 không nhuận: tháng 2 chỉ có 28 ngày", "29/2"),
        ("30/2", "2023", "tháng 2 chỉ có 29 ngày", "30/2"),
        ("50/10/2024", "2024", "không có ngày 50", "50/10/2024"),
        ("0/10/2024", "2024", "không có ngày 0", "0/10/2024"),
        ("hoàn thành trong quý V/2024", "2024", "không có quý V", "quý V"),
        ("quý 15/2024", "2024", "không có quý 15", "quý 15"),
        ("Tháng 13", "2024", "không có tháng 13", "Tháng 13"),
        ("15/5/1899", "2024", "năm 1899 nằm ngoài 1900–2999", "15/5/1899"),
        (
            "năm học 2023-2025",
            "2024",
            "2023-2025 không phải một năm học: hai năm phải liền nhau",
            "2023-2025",
        ),
        ("giai đoạn 2025-2024", "2024", "năm cuối (2024) trước năm đầu (2025)", "giai đoạn 2025-2024"),
        ("tuần 5 tháng 2", "2023", "tháng 2/2023 chỉ có 4 tuần", "tuần 5 tháng 2"),
        (
            "Từ 15/10 đến 05/9/2024",
            "2024",
            "ngày cuối (05/09/2024) trước ngày đầu (15/10/2024)",
            "15/10 đến 05/9/2024",
        ),
        (
            "ngày 15/3",
            "giai đoạn 2024-2025",
            "ngày 15/3 có trong hai năm của kỳ kế hoạch: 2024 và 2025",
            "ngày 15/3",
        ),
        (
            "trong tháng 7",
            "năm học 2023-2024",
            "tháng 7 không nằm trong kỳ kế hoạch (năm học 2023-2024)",
            "tháng 7",
        ),
        ("tháng 9 nhé bạn", "2024", "không hiểu \"nhé bạn\"", "nhé bạn"),
        ("sớm muộn gì cũng xong.", "2024", "không hiểu \"sớm muộn gì cũng xong\"", "sớm muộn gì cũng xong"),
        ("Trước mùng 5 tháng 9", "2024", "không hiểu \"mùng 5 tháng 9\"", "mùng 5 tháng 9"),
        ("hằng tháng, quý, năm", "2024", "không hiểu \"quý, năm\"", "quý, năm"),
        ("0 lần/năm", "2024", "0 lần không hợp lý: từ 1 đến 366 lần", "0 lần/năm"),
        ("", "2024", "chưa ghi thời hạn", ""),
    ] {
        let (got, at, _) = mistake(text, period);
        assert_eq!((got.as_str(), at.as_str()), (message, part), "{text}");
    }
}

#[test]
fn the_nearest_forms_are_named() {
    for (text, first) in [
        ("trươc ngày 15/5", "trước ngày 15/5"),
        ("truoc ngay 15/5/2024", "trước ngày 15/5/2024"),
        ("quy II/2024", "Quý II/2024"),
        ("hàng thang", "hàng tháng"),
        ("thưng xuyên", "thường xuyên"),
        ("năm học", ""),
        ("quý", "Quý II/2024"),
        ("2024-2025", "giai đoạn 2024-2025"),
        ("2024-2024", "giai đoạn 2024-2024"),
        ("9", "ngày 15/5/2024"),
        ("2024-", "ngày 15/5/2024"),
        ("- 31/8", "ngày 15/5/2024"),
    ] {
        if let Err(error) = parse(text) {
            assert!(error.nearest.len() <= 3, "{text}: {:?}", error.nearest);
            assert_eq!(error.nearest.first().map(String::as_str), Some(first), "{text}: {:?}", error.nearest);
        } else {
            assert_eq!(first, "", "{text} is read");
        }
    }
}

#[test]
fn a_short_text_is_put_right_as_a_whole() {
    let nearest = |bytes: usize| {
        let gap = " ".repeat(bytes - "trươcngày 15/5".len());
        parse(&format!("trươc{gap}ngày 15/5")).unwrap_err().nearest.remove(0)
    };
    assert!(nearest(200).starts_with("trước  "), "{}", nearest(200));
    for bytes in [201, 300] {
        assert_eq!(nearest(bytes), "trước ngày 15/5/2024");
    }
}

#[test]
fn long_texts_are_refused_and_long_lists_end() {
    // 500 characters, however many bytes they take.
    for letter in ["x", "ế"] {
        let words = |characters: usize| format!("theo {}", letter.repeat(characters - 5));
        assert!(parse(&words(500)).is_ok());
        let error = parse(&words(501)).unwrap_err();
        assert_eq!(error.reason, DeadlineErrorReason::TooLong);
        assert_eq!(error.message().get(Lang::Vi), "thời hạn dài quá 500 ký tự");
        assert_eq!(error.to_string(), "the deadline is longer than 500 characters");
    }
    let calendar = calendar();
    let period = Period::parse("giai đoạn 1900-2999", &calendar).unwrap();
    let reading = DeadlineContext::new(&period, &calendar);
    let weekly = resolve(&parse("hằng tuần").unwrap(), &reading).unwrap_err();
    assert_eq!((weekly.kind(), weekly.range), (DeadlineErrorKind::Impossible, 0.."hằng tuần".len()));
    let monthly = resolve(&parse("hằng tháng").unwrap(), &reading).unwrap();
    assert_eq!(monthly.occurrences.len(), 1100 * 12);
}

#[test]
fn periods_are_spans_with_their_years() {
    let calendar = calendar();
    for (text, days) in [
        ("2024", "2024-01-01..2024-12-31"),
        ("năm học 2023-2024", "2023-09-05..2024-05-31"),
        ("giai đoạn 2024-2025", "2024-01-01..2025-12-31"),
        ("tháng 2/2024", "2024-02-01..2024-02-29"),
        ("Quý II/2024", "2024-04-01..2024-06-30"),
        ("từ 15/3/2024 đến 30/6/2024", "2024-03-15..2024-06-30"),
        ("15/3 - 30/6/2024", "2024-03-15..2024-06-30"),
        ("Quý I, II/2024", "2024-01-01..2024-06-30"),
        ("6 tháng đầu năm 2024", "2024-01-01..2024-06-30"),
    ] {
        let period = Period::parse(text, &calendar).unwrap();
        assert_eq!(format!("{}..{}", period.range.first, period.range.last), days, "{text}");
        assert_eq!(period.school_year, text.starts_with("năm học").then_some(2023));
    }
    for (text, kind) in [
        ("", DeadlineErrorKind::Empty),
        ("tháng 2", DeadlineErrorKind::Ambiguous),
        ("năm học", DeadlineErrorKind::Ambiguous),
        ("năm học 2030-2031", DeadlineErrorKind::UnknownSchoolYear),
        ("15/5/2024", DeadlineErrorKind::Unreadable),
        ("cuối năm 2024", DeadlineErrorKind::Unreadable),
        ("đến hết năm 2024", DeadlineErrorKind::Unreadable),
        ("Quý I, III/2024", DeadlineErrorKind::Unreadable),
        ("hằng tháng", DeadlineErrorKind::Unreadable),
        ("từ 15/3/2024 đến 14/3/2024", DeadlineErrorKind::Impossible),
    ] {
        assert_eq!(Period::parse(text, &calendar).unwrap_err().kind(), kind, "{text}");
    }
    let day = |text| parse_day(text).unwrap();
    assert!(Period::from_days(day("2/1/2024"), day("1/1/2024")).is_err());
    assert_eq!(Period::from_days(day("1/1/2024"), day("2/1/2024")).unwrap().range.days(), 2);
}

#[test]
fn days_are_read_with_their_year_and_nothing_else() {
    for text in [
        "15/5/2024",
        "15-5-2024",
        "15.5.2024",
        "2024-05-15",
        "ngày 15 tháng 5 năm 2024",
        "ngày 15/5/2024",
        "Sáng 15/5/2024",
        " 15/05/2024 ",
        "015/05/2024",
        "nhân dịp 15/5/2024",
    ] {
        assert_eq!(parse_day(text).unwrap().to_string(), "2024-05-15", "{text}");
    }
    for text in [
        "15/5",
        "tháng 5/2024",
        "2024",
        "trước ngày 15/5/2024",
        "đến 15/5/2024",
        "hôm nay",
        "15/5/2024; 16/5/2024",
        "2024/05/15",
        "15/+5/2024",
        "15-+5-2024",
        "15/5/2024/1",
        "15/5-2024",
    ] {
        let error = parse_day(text).unwrap_err();
        assert_eq!(error.kind(), DeadlineErrorKind::Unreadable, "{text}");
        assert_eq!(error.message().get(Lang::Vi), "không phải một ngày có đủ năm");
        assert_eq!(error.to_string(), "this is no day with its year");
        assert!(error.nearest.ends_with(&["15/5/2024".to_owned(), "2024-05-15".to_owned()]), "{text}");
    }
    assert_eq!(parse_day("").unwrap_err().kind(), DeadlineErrorKind::Empty);
    assert_eq!(parse_day("31/6/2024").unwrap_err().kind(), DeadlineErrorKind::Impossible);
    assert_eq!(parse_day("15/5/24").unwrap_err().kind(), DeadlineErrorKind::Impossible);
}

#[test]
fn spans_are_read_for_filters() {
    let calendar = calendar();
    let period = Period::parse("2024", &calendar).unwrap();
    let reading = DeadlineContext::new(&period, &calendar);
    for (text, days) in [
        ("15/5", "2024-05-15..2024-05-15"),
        ("Quý II/2024", "2024-04-01..2024-06-30"),
        ("cuối năm", "2024-12-31..2024-12-31"),
        ("đến hết quý II", "1900-01-01..2024-06-30"),
        ("trước 15/5", "1900-01-01..2024-05-14"),
        ("từ tháng 9", "2024-09-01..2999-12-31"),
        ("15 ngày kể từ ngày 01/7/2024", "2024-07-16..2024-07-16"),
    ] {
        let range = resolve_span(text, &reading).unwrap();
        assert_eq!(format!("{}..{}", range.first, range.last), days, "{text}");
    }
    for text in ["hằng tháng", "thường xuyên", "15/3; 15/9", "theo tiến độ"] {
        let error = resolve_span(text, &reading).unwrap_err();
        assert_eq!(error.message().get(Lang::Vi), "không phải một khoảng thời gian", "{text}");
    }
    assert_eq!(
        resolve_span("năm học 2030-2031", &reading).unwrap_err().to_string(),
        "the calendar does not know năm học 2030-2031: declare it in calendar.school_years"
    );
}

#[test]
fn before_may_count_the_day_in() {
    let calendar = calendar();
    let period = Period::parse("2024", &calendar).unwrap();
    let reading = DeadlineContext { before: Before::Inclusive, ..DeadlineContext::new(&period, &calendar) };
    for (text, due, barrier) in [
        ("trước ngày 15/5", "2024-05-15", None),
        ("trước tháng 6", "2024-05-31", Some("2024-06-01")),
        ("trước cuối năm", "2024-12-31", None),
        ("trước ngày 20/11 hằng năm", "2024-11-20", None),
        ("trước tháng 6 hằng năm", "2024-05-31", Some("2024-06-01")),
        ("hằng tháng, trước ngày 31/1", "2024-01-31", None),
    ] {
        let deadline = resolve(&parse(text).unwrap(), &reading).unwrap();
        let one = &deadline.occurrences[0];
        assert_eq!(one.due.to_string(), due, "{text}");
        assert_eq!(one.barrier.map(|day| day.to_string()).as_deref(), barrier, "{text}");
    }
}

#[test]
fn the_own_from_replaces_or_leaves_out() {
    let calendar = calendar();
    let period = Period::parse("2024", &calendar).unwrap();
    let from = parse_day("15/6/2024").ok();
    let reading = DeadlineContext { from, ..DeadlineContext::new(&period, &calendar) };
    let meaning = |text| show(&resolve(&parse(text).unwrap(), &reading).unwrap());
    assert_eq!(meaning("Quý II"), "dated\t2024-06-15..2024-06-30");
    assert_eq!(meaning("30/9"), "dated\t2024-06-15..2024-09-30");
    assert_eq!(
        meaning("hằng quý"),
        "recurring\t2024-Q2=2024-04-01..2024-06-30 | 2024-Q3=2024-07-01..2024-09-30 | 2024-Q4=2024-10-01..2024-12-31"
    );
    assert_eq!(meaning("14/6; 15/6"), "recurring\t2024-06-15=-..2024-06-15");
}

#[test]
fn last_days_roll() {
    let mut calendar = Calendar::vietnam();
    let day = |text: &str| parse_day(text).unwrap();
    let rolled = |due: &str, barrier: Option<&str>, way, calendar: &Calendar| {
        roll(day(due), barrier.map(day), way, calendar).deadline.to_string()
    };
    for (due, barrier, way, wanted) in [
        ("28/6/2024", None, Roll::Next, "2024-06-28"),
        ("30/6/2024", None, Roll::Next, "2024-07-01"),
        ("30/6/2024", None, Roll::Previous, "2024-06-28"),
        ("30/6/2024", None, Roll::None, "2024-06-30"),
        // Tết 2024 from 8/2 to 14/2, the Saturday and Sunday inside it.
        ("09/2/2024", None, Roll::Next, "2024-02-15"),
        ("10/2/2024", None, Roll::Previous, "2024-02-07"),
        // 29/4/2024 was swapped with Saturday 4/5.
        ("27/4/2024", None, Roll::Next, "2024-05-02"),
        ("04/5/2024", None, Roll::Next, "2024-05-04"),
        ("05/5/2024", None, Roll::Previous, "2024-05-04"),
        ("05/5/2024", None, Roll::Next, "2024-05-06"),
        // before Monday 1/7: Sunday stays
        ("30/6/2024", Some("1/7/2024"), Roll::Next, "2024-06-30"),
        ("30/6/2024", Some("1/7/2024"), Roll::Previous, "2024-06-28"),
        // a far barrier does not hold
        ("29/6/2024", Some("2/7/2024"), Roll::Next, "2024-07-01"),
        ("29/6/2024", Some("1/7/2024"), Roll::Next, "2024-06-29"),
        // the calendar ends on a Tuesday
        ("31/12/2999", None, Roll::Next, "2999-12-31"),
    ] {
        assert_eq!(rolled(due, barrier, way, &calendar), wanted, "{due} {way:?}");
    }
    let held = roll(day("30/6/2024"), Some(day("1/7/2024")), Roll::Next, &calendar);
    assert_eq!(held.why, RollReason::Held { barrier: day("1/7/2024") });
    let passed = |rolled: plan::deadline::Rolled| -> Vec<String> {
        let days = rolled.days_off(&calendar);
        days.map(|(day, off)| format!("{day} {}", off.name().get(Lang::Vi))).collect()
    };
    let stays = roll(day("29/6/2024"), Some(day("1/7/2024")), Roll::Next, &calendar);
    assert_eq!(passed(stays), ["2024-06-29 Thứ Bảy", "2024-06-30 Chủ nhật"]);
    let back = roll(day("30/6/2024"), None, Roll::Previous, &calendar);
    assert_eq!(passed(back), ["2024-06-30 Chủ nhật", "2024-06-29 Thứ Bảy"]);
    assert_eq!(passed(roll(day("28/6/2024"), None, Roll::Next, &calendar)), [""; 0]);
    assert_eq!(
        passed(roll(day("27/4/2024"), None, Roll::Next, &calendar)),
        [
            "2024-04-27 Thứ Bảy",
            "2024-04-28 Chủ nhật",
            "2024-04-29 nghỉ hoán đổi",
            "2024-04-30 Ngày Chiến thắng",
            "2024-05-01 Quốc tế Lao động",
        ]
    );
    // No working day is left.
    let mut at = day("1/1/2725");
    for _ in 0..100_444 {
        calendar.add_day_off(at, SpecialKind::Holiday, "nghỉ");
        at = at.next();
    }
    assert_eq!(rolled("1/1/2725", None, Roll::Next, &calendar), "2725-01-01");
    assert_eq!(rolled("31/12/2999", None, Roll::Previous, &calendar), "2724-12-31");
}

/// Words of the language, put together at random: more of them are expressions than one would think.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "ngày",
        "tháng",
        "năm",
        "quý",
        "tuần",
        "học kỳ",
        "năm học",
        "giai đoạn",
        "hè",
        "kỳ",
        "I",
        "II",
        "IV",
        "V",
        "15",
        "31",
        "29/2",
        "15/5",
        "15/5/2024",
        "2024",
        "2023-2024",
        "2024-05",
        "2",
        "05",
        "6",
        "12",
        "13",
        "0",
        "9999999999",
        "9/2024",
        "-",
        "–",
        "/",
        ",",
        ";",
        ".",
        "và",
        "đến",
        "đến hết",
        "trước",
        "từ",
        "sớm nhất",
        "chậm nhất",
        "không quá",
        "hằng",
        "mỗi",
        "lần",
        "lần/",
        "02 lần/năm",
        "hằng tháng",
        "hằng quý",
        "hằng tuần",
        "hằng năm",
        "01 lần/tuần",
        "định kỳ",
        "thứ Sáu",
        "đầu",
        "giữa",
        "cuối",
        "thượng tuần",
        "của",
        "mỗi tháng",
        "tháng cuối quý",
        "sau",
        "kể từ",
        "ngày làm việc",
        "thường xuyên",
        "liên tục",
        "theo",
        "khi",
        "đột xuất",
        "kịp thời",
        "tầm nhìn đến năm 2030",
        "lộ trình",
        "hoàn thành",
        "trong",
        "vào",
        "T9",
        "Q2",
        "2024-Q2",
        "2024-H1",
        "cuối kỳ",
        "nay",
        "hàng",
        "(",
        "xyz",
        "tháng 9",
        "tháng 2/2024",
        "Quý III",
        "tuần 5",
        "6 tháng đầu năm",
        "cuối năm học",
        "15 ngày",
    ]);
    (prop::collection::vec((word, prop::sample::select(vec![" ", " ", " ", ""])), 1..9))
        .prop_map(|words| words.iter().flat_map(|(word, gap)| [*word, *gap]).collect())
}

/// Whole wordings, put together with what joins them.
fn phrases() -> impl Strategy<Value = String> {
    let wordings: Vec<&'static str> = include_str!("../data/wordings.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .collect();
    let wording = prop::sample::select(wordings);
    let before = prop::sample::select(vec![
        "",
        "",
        "",
        "đến ",
        "trước ",
        "từ ",
        "sớm nhất ",
        "hằng tháng, ",
        "02 lần/năm, ",
        "hằng quý ",
        "thường xuyên, ",
        "cuối ",
        "định kỳ ",
        "15 ngày kể từ ",
        "tháng 9, ",
        "15/3 và ",
        "từ nay đến ",
        "hằng tuần ",
        "hằng năm, trước ",
        "hằng tháng trước ",
    ]);
    let between =
        prop::sample::select(vec!["; ", " và ", ", ", " đến ", " - ", " ", " hằng năm; ", " hằng tháng, "]);
    let after = prop::sample::select(vec![
        "",
        "",
        " hằng năm",
        " hằng tháng",
        "/2024",
        " năm 2024",
        ", năm học 2023-2024",
        " trở đi",
    ]);
    (before, wording.clone(), between, prop::option::of(wording), after).prop_map(
        |(before, first, between, second, after)| {
            let second = second.map_or_else(String::new, |second| format!("{between}{second}"));
            format!("{before}{first}{second}{after}")
        },
    )
}

/// Resolves against several periods and holds what must always hold.
fn holds_its_shape(text: &str) -> Result<(), TestCaseError> {
    let calendar = calendar();
    let Ok(expression) = parse(text) else { return Ok(()) };
    let canonical = expression.to_string();
    let again = parse(&canonical);
    prop_assert_eq!(again.as_ref(), Ok(&expression), "{} → {}", text, canonical);
    for name in ["2024", "2023", "năm học 2023-2024", "giai đoạn 2023-2024", "tháng 2/2024"] {
        for before in [Before::Exclusive, Before::Inclusive] {
            let period = Period::parse(name, &calendar).unwrap();
            let reading = DeadlineContext { before, ..DeadlineContext::new(&period, &calendar) };
            let Ok(deadline) = resolve(&expression, &reading) else { continue };
            let days = &deadline.occurrences;
            prop_assert!(days.is_sorted_by_key(|one| one.due), "{}: {}", text, show(&deadline));
            for one in days.iter() {
                prop_assert!(one.from.is_none_or(|from| from <= one.due), "{}: {}", text, show(&deadline));
                prop_assert!(one.barrier.is_none_or(|barrier| barrier > one.due), "{}", text);
                prop_assert_eq!(
                    one.label.is_some(),
                    deadline.kind == DeadlineKind::Recurring,
                    "{}: {}",
                    text,
                    show(&deadline)
                );
            }
            let mut labels: Vec<_> = days.iter().filter_map(|one| one.label.as_deref()).collect();
            labels.sort_unstable();
            prop_assert!(labels.is_sorted_by(|a, b| a < b), "{}: {}", text, show(&deadline));
            match deadline.kind {
                DeadlineKind::Dated => prop_assert_eq!(days.len(), 1),
                DeadlineKind::Recurring => {}
                DeadlineKind::Continuous | DeadlineKind::Undated => prop_assert!(days.is_empty()),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn no_text_upsets_the_reader(text in "\\PC*") {
        holds_its_shape(&text)?;
        let _ = parse_day(&text);
        let _ = Period::parse(&text, &calendar());
    }

    #[test]
    fn what_is_read_keeps_its_shape(text in words()) {
        holds_its_shape(&text)?;
        let _ = parse_day(&text);
        let _ = Period::parse(&text, &calendar());
    }

    #[test]
    fn wordings_together_keep_their_shape(text in phrases()) {
        holds_its_shape(&text)?;
    }

    #[test]
    fn what_recurs_is_due_in_the_period(
        words in prop::sample::select(vec![
            "hằng tuần", "hằng tháng", "hằng quý", "02 lần/năm", "hằng năm", "ngày 31 hằng tháng", "trước ngày 01 hằng tháng",
            "ngày 20 của tháng đầu quý sau", "trước thứ Hai hằng tuần", "05 lần/quý", "trước ngày 01/01 hằng năm", "ngày 05 tháng sau",
        ]),
        first in 43_830i64..46_000,
        length in 0i64..900,
    ) {
        let calendar = calendar();
        let first = Day::MIN.saturating_plus(first);
        let period = Period::from_days(first, first.saturating_plus(length)).unwrap();
        let reading = DeadlineContext::new(&period, &calendar);
        let deadline = resolve(&parse(words).unwrap(), &reading).unwrap();
        for one in deadline.occurrences.iter() {
            prop_assert!(period.range.contains(one.due), "{}", show(&deadline));
        }
        // Whatever the cycle, no span is left out between the first and the last.
        let dues: Vec<Day> = deadline.occurrences.iter().map(|one| one.due).collect();
        let step = match words {
            words if words.contains("tuần") => 7,
            words if words.contains("tháng") && !words.contains("quý") => 31,
            words if words.contains("quý") => 92,
            words if words.contains("02") => 184,
            _ => 366,
        };
        for pair in dues.windows(2) {
            prop_assert!(pair[0].until(pair[1]) <= step, "{}", show(&deadline));
        }
        prop_assert_eq!(dues.is_empty() && period.range.days() > step, false);
    }
}
