//! Periods, days and spans; `before`, `from`, and the roll of a last day.

use plan::date::{Calendar, SpecialKind};
use plan::deadline::{
    BeforeReading, DeadlineContext, DeadlineErrorKind, Period, Roll, RollReason, parse, parse_day, resolve,
    resolve_span, roll,
};
use plan::language::Lang;

use crate::deadlines::{calendar, show};

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
        "thứ Tư 15/5/2024",
        "16h30 ngày 15/5/2024",
        "15/5/2024 (thứ Tư)",
        "15//5/2024",
        "15/5/2024;",
        "dự kiến 15/5/2024",
        "15/5/2024; 16/5/2024",
        "2024/05/15",
        "15/+5/2024",
        "15-+5-2024",
        "15/5/2024/1",
        "15/5-2024",
    ] {
        let error = parse_day(text).unwrap_err();
        assert_eq!(error.kind(), DeadlineErrorKind::Unreadable, "{text}");
        assert_eq!(error.message().get(Lang::Vi), "cần một ngày có đủ năm");
        assert_eq!(error.to_string(), "expected a day with its year");
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
        let range = resolve_span(&parse(text).unwrap(), &reading).unwrap();
        assert_eq!(format!("{}..{}", range.first, range.last), days, "{text}");
    }
    for text in ["hằng tháng", "thường xuyên", "15/3; 15/9", "theo tiến độ"] {
        let error = resolve_span(&parse(text).unwrap(), &reading).unwrap_err();
        assert_eq!(error.message().get(Lang::Vi), "không phải một khoảng thời gian", "{text}");
    }
    assert_eq!(
        resolve_span(&parse("năm học 2030-2031").unwrap(), &reading).unwrap_err().to_string(),
        "the calendar does not know năm học 2030-2031: declare it in calendar.school_years"
    );
}

#[test]
fn before_may_count_the_day_in() {
    let calendar = calendar();
    let period = Period::parse("2024", &calendar).unwrap();
    let reading =
        DeadlineContext { before: BeforeReading::Inclusive, ..DeadlineContext::new(&period, &calendar) };
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
