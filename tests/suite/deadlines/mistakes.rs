//! Errors of deadlines: the reason, the location, the nearest forms.

use std::fmt::Write;

use plan::deadline::{DeadlineContext, DeadlineErrorKind, DeadlineErrorReason, Period, parse, resolve};
use plan::language::Lang;

use crate::deadlines::calendar;

#[test]
fn every_mistake_is_named_in_both_languages() {
    let calendar = calendar();
    let mut wrong = String::new();
    for line in include_str!("../../data/mistakes.tsv").lines().filter(|line| !line.starts_with('#')) {
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

/// Returns the reason, the words it is about, and the nearest forms.
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
        ("hoàn thành trong quý V/2024", "2024", "không có quý V: một năm có quý I đến quý IV", "quý V"),
        ("quý 15/2024", "2024", "không có quý 15: một năm có quý I đến quý IV", "quý 15"),
        ("Tháng 13", "2024", "không có tháng 13: một năm có tháng 1 đến tháng 12", "Tháng 13"),
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
        ("Trước rằm tháng 9", "2024", "không hiểu \"rằm tháng 9\"", "rằm tháng 9"),
        ("hằng tháng hoặc hằng quý", "2024", "không hiểu \"hoặc hằng quý\"", "hoặc hằng quý"),
        ("0 lần/năm", "2024", "0 lần không hợp lý: từ 1 đến 366 lần", "0 lần/năm"),
        ("15/8 (năm 2025)", "2024", "không hiểu \"năm 2025\"", "năm 2025"),
        ("15/8 (âm lịch)", "2024", "không hiểu \"âm lịch\"", "âm lịch"),
        ("trước ngày 15/8 (ÂL)", "2024", "không hiểu \"ÂL\"", "ÂL"),
        ("", "2024", "chưa ghi thời hạn", ""),
    ] {
        let (got, at, _) = mistake(text, period);
        assert_eq!((got.as_str(), at.as_str()), (message, part), "{text}");
    }
}

#[test]
fn the_nearest_forms_are_named() {
    let calendar = calendar();
    let period = Period::parse("2024", &calendar).unwrap();
    let context = DeadlineContext::new(&period, &calendar);
    for (text, first) in [
        ("trươc ngày 15/5", "trước ngày 15/5"),
        ("truoc ngay 15/5/2024", "trước ngày 15/5/2024"),
        ("quy II/2024", "Quý II/2024"),
        ("hàng thang", "hàng tháng"),
        ("thưng xuyên", "thường xuyên"),
        ("năm học", ""),
        ("quý", "Quý II/2024"),
        ("2024-2025", "giai đoạn 2024-2025"),
        ("2024-2024", ""),
        ("9", "ngày 15/5/2024"),
        ("2024-", "ngày 15/5/2024"),
        ("- 31/8", "ngày 15/5/2024"),
    ] {
        if let Err(error) = parse(text).and_then(|expression| resolve(&expression, &context)) {
            assert!(error.nearest.len() <= 3, "{text}: {:?}", error.nearest);
            assert_eq!(error.nearest.first().map(String::as_str), Some(first), "{text}: {:?}", error.nearest);
        } else {
            assert_eq!(first, "", "{text} is read");
        }
    }
}

#[test]
fn only_periods_are_suggested_for_a_period() {
    let calendar = calendar();
    for text in ["thường xuyên", "sai", "15/5/2024", "hàng thang", "trươc ngày 15/5", "Quy II/2024"] {
        let error = Period::parse(text, &calendar).unwrap_err();
        assert!(!error.nearest.is_empty(), "{text}");
        for form in &error.nearest {
            // The calendar of the tests may lack the school year of a form.
            let kind = Period::parse(form, &calendar).err().map(|error| error.kind());
            assert_ne!(kind, Some(DeadlineErrorKind::Unreadable), "{text}: {form}");
        }
    }
    let error = Period::parse("hằng tháng", &calendar).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a period: a year, a quarter, a month, several years or a school year"
    );
}

#[test]
fn a_count_of_days_has_a_limit() {
    for days in [0, 36_526] {
        let error = parse(&format!("{days} ngày kể từ ngày 15/5/2024")).unwrap_err();
        assert_eq!(error.reason, DeadlineErrorReason::NoSuchCount(days));
        assert_eq!(error.to_string(), format!("{days} days is out of range: expected 1 to 36525"));
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
