//! Deadlines by the events of a calendar.

use plan::date::{Calendar, DateRange};
use plan::deadline::{
    DeadlineContext, DeadlineErrorKind, Period, event_name, parse, parse_day, parse_in, resolve,
    resolve_dates,
};
use plan::language::Lang;
use unicode_normalization::UnicodeNormalization;

use crate::deadlines::show;

fn calendar() -> Calendar {
    let mut calendar = Calendar::vietnam();
    for (name, days) in [
        ("khai giảng", "5/9/2026"),
        ("Khai giảng", "5/9/2025"),
        ("bầu cử", "15/3/2026"),
        ("ngày bầu cử đại biểu Quốc hội khóa 16", "15/3/2026"),
        ("kỳ thi", "10-12/6/2026"),
        ("họp báo", "1/6/2026"),
        ("họp báo", "1/7/2026"),
    ] {
        let days = resolve_dates(days, &calendar).unwrap();
        calendar.add_event(event_name(name), Some(days));
    }
    calendar.add_event(event_name("đại hội"), None);
    calendar
}

/// Returns the kind and the days of words in a plan of 2026, or the message of the error.
fn meaning(text: &str) -> String {
    let calendar = calendar();
    let period = Period::year(2026).unwrap();
    let context = DeadlineContext::new(&period, &calendar);
    match parse_in(text, &context).and_then(|expression| resolve(&expression, &context)) {
        Ok(deadline) => {
            let notes = deadline.notes.iter().map(|note| note.message().get(Lang::En).to_owned());
            std::iter::once(show(&deadline)).chain(notes).collect::<Vec<_>>().join("; ").replace('\t', " ")
        }
        Err(error) => format!("{} ({})", error, &text[error.range.clone()]),
    }
}

#[test]
fn events_stand_for_their_days() {
    for (text, wanted) in [
        ("trước khai giảng", "dated -..2026-09-04"),
        ("trước ngày khai giảng", "dated -..2026-09-04"),
        ("Hoàn thành trước khai giảng 10 ngày", "dated -..2026-08-26"),
        ("trước ngày bầu cử ít nhất 05 ngày làm việc", "dated -..2026-03-09"),
        ("sau ngày bầu cử 05 ngày", "dated -..2026-03-20"),
        ("trước ngày bầu cử đại biểu Quốc hội khóa 16", "dated -..2026-03-14"),
        ("khai giảng", "dated -..2026-09-05"),
        ("chậm nhất đến khai giảng", "dated -..2026-09-05"),
        ("sau kỳ thi", "dated 2026-06-13..2026-12-31"),
        ("từ kỳ thi", "dated 2026-06-10..2026-12-31"),
        ("kể từ kỳ thi trở đi", "dated 2026-06-10..2026-12-31"),
        ("từ kỳ thi đến khai giảng", "dated 2026-06-10..2026-09-05"),
        ("từ ngày 15/5 đến hết kỳ thi", "dated 2026-05-15..2026-06-12"),
        ("05 ngày kể từ ngày bắt đầu kỳ thi", "dated -..2026-06-15"),
        ("05 ngày kể từ kỳ thi", "dated -..2026-06-17"),
        ("khai giảng và 15/10", "recurring 2026-09-05=-..2026-09-05 | 2026-10-15=-..2026-10-15"),
    ] {
        for form in [text.to_owned(), text.nfd().collect(), text.to_uppercase()] {
            assert_eq!(meaning(&form), wanted, "{form}");
        }
    }
}

#[test]
fn the_canonical_form_has_the_days_of_events() {
    let (calendar, period) = (calendar(), Period::year(2026).unwrap());
    let context = DeadlineContext::new(&period, &calendar);
    for (text, canonical) in [
        ("trước khai giảng", "trước ngày 05/9/2026"),
        ("đến hết kỳ thi", "đến hết ngày 10/6/2026 - ngày 12/6/2026"),
        ("sau kỳ thi", "sau ngày 10/6/2026 - ngày 12/6/2026"),
        ("20 ngày trước kỳ thi", "20 ngày trước ngày 10/6/2026"),
        ("trong kỳ thi", "từ ngày 10/6/2026 đến ngày 12/6/2026"),
    ] {
        let expression = parse_in(text, &context).unwrap();
        assert_eq!(expression.to_string(), canonical);
        assert_eq!(parse(canonical).as_ref(), Ok(&expression), "{text}");
    }
}

#[test]
fn days_beside_the_name_of_an_event_count() {
    for (text, wanted) in [
        ("Tổ chức bầu cử, hoàn thành trước ngày 20/3", "dated -..2026-03-19"),
        ("ngày bầu cử 22/3/2026", "dated -..2026-03-22"),
        ("15/7 (sau kỳ thi)", "dated -..2026-07-15"),
        ("Tổ chức họp báo trước ngày 20/3", "dated -..2026-03-19"),
        ("theo kế hoạch bầu cử", "undated"),
        ("Quý II, sau khi có kết quả bầu cử", "dated 2026-04-01..2026-06-30"),
    ] {
        assert_eq!(meaning(text), wanted, "{text}");
    }
}

#[test]
fn an_event_of_two_days_in_the_period_is_ambiguous() {
    let wanted = "\"họp báo\" has two days in the calendar: 2026-06-01 and 2026-07-01 (họp báo)";
    assert_eq!(meaning("trước họp báo"), wanted);
    let (calendar, period) = (calendar(), Period::year(2026).unwrap());
    let error = parse_in("sau họp báo", &DeadlineContext::new(&period, &calendar)).unwrap_err();
    assert_eq!(error.kind(), DeadlineErrorKind::Ambiguous);
}

#[test]
fn an_event_without_a_known_day_leaves_the_deadline_open() {
    let unknown =
        |event: &str| format!("undated; the day of \"{event}\" is not known: the deadline is undated");
    for (text, event) in [
        ("20 ngày trước ngày hội thao", "hội thao"),
        ("trước ngày hội thao 20 ngày", "hội thao 20 ngày"),
        ("05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "nhận đủ hồ sơ"),
        ("trước ngày khai giảng năm học mới", "khai giảng năm học mới"),
    ] {
        assert_eq!(meaning(text), unknown(event), "{text}");
    }
    // Conditions are no events, and what an error of the plan leaves open is not reported as well.
    for text in ["05 ngày sau khi bầu cử xong", "trước đại hội", "10 ngày trước đại hội"]
    {
        assert_eq!(meaning(text), "undated", "{text}");
    }
    assert_eq!(meaning("trước hội thao"), "\"hội thao\" is not understood (hội thao)");
}

#[test]
fn an_event_has_a_day_or_a_span_with_its_year() {
    let calendar = Calendar::vietnam();
    let day = |text: &str| parse_day(text).unwrap();
    for (text, first, last) in [
        ("15/3/2026", "15/3/2026", "15/3/2026"),
        ("10-12/6/2026", "10/6/2026", "12/6/2026"),
        ("từ 30/4 đến 02/5/2026", "30/4/2026", "2/5/2026"),
        ("tháng 6/2026", "1/6/2026", "30/6/2026"),
    ] {
        let days = DateRange::new(day(first), day(last)).unwrap();
        assert_eq!(resolve_dates(text, &calendar), Ok(days), "{text}");
    }
    for text in
        ["15/3", "31/6/2026", "trước 15/3/2026", "hằng năm", "12-10/6/2026", "năm học 2026-2027", "sắp tới"]
    {
        assert!(resolve_dates(text, &calendar).is_err(), "{text}");
    }
}
