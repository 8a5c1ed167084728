//! Properties of every deadline, on random words.

use plan::date::Day;
use plan::deadline::{
    BeforeReading, DeadlineContext, DeadlineKind, LONGEST, Period, parse, parse_day, resolve,
};
use proptest::prelude::*;

use crate::deadlines::{calendar, show};

/// Words of the language, signs and parts of wordings.
const WORDS: &[&str] = &[
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
    "sau",
    "báo cáo",
    "đối với báo cáo năm",
    "kết thúc",
    "ban hành Kế hoạch",
    "làm việc",
    "17 giờ",
    "(",
    ")",
    "thứ Sáu",
    "hoặc đột xuất",
    "cuối cùng",
    "mùng 5",
    "kết quả",
    "6 tháng",
    "02 tuần/lần",
    "nửa",
    "tuần cuối",
    "bắt đầu",
    "hoàn thành",
    "9 tháng",
    "02 tuần kể từ",
    "03 tháng",
    "đợt 2",
    "các",
    "trở đi",
    "ít nhất",
    "giờ",
    "HKI",
    ":",
];

/// Random sequences of words of the language.
pub(crate) fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS);
    (prop::collection::vec((word, prop::sample::select(vec![" ", " ", " ", ""])), 1..9))
        .prop_map(|words| words.iter().flat_map(|(word, gap)| [*word, *gap]).collect())
}

/// Random sequences of whole wordings and connectives.
fn phrases() -> impl Strategy<Value = String> {
    let wordings: Vec<&'static str> = include_str!("../../data/wordings.tsv")
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

/// A sentence that was cut off is a wrong one, or one with a meaning of its own that reads back.
#[test]
fn wordings_that_are_cut_off_keep_their_shape() {
    let tables = [
        include_str!("../../data/wordings.tsv"),
        include_str!("../../data/office.tsv"),
        include_str!("../../data/real.tsv"),
    ];
    let lines = tables.iter().flat_map(|table| table.lines()).filter(|line| !line.starts_with('#'));
    for wording in lines.filter_map(|line| line.split('\t').next()) {
        let words: Vec<&str> = wording.split(' ').collect();
        for length in 1..=words.len() {
            let cut = words[..length].join(" ");
            for text in [
                cut.clone(),
                format!("trong thời hạn {cut}"),
                format!("trong {cut}"),
                format!("{cut} báo cáo 6 tháng"),
                format!("{cut}.:"),
            ] {
                let Ok(expression) = parse(&text) else { continue };
                let printed = expression.to_string();
                if printed.chars().count() <= LONGEST {
                    assert_eq!(parse(&printed).as_ref(), Ok(&expression), "{text} → {printed}");
                }
            }
        }
    }
}

/// Resolves a text against several periods and checks the invariants of a deadline.
fn holds_its_shape(text: &str) -> Result<(), TestCaseError> {
    let calendar = calendar();
    let Ok(expression) = parse(text) else { return Ok(()) };
    let canonical = expression.to_string();
    let again = parse(&canonical);
    prop_assert_eq!(again.as_ref(), Ok(&expression), "{} → {}", text, canonical);
    for name in ["2024", "2023", "năm học 2023-2024", "giai đoạn 2023-2024", "tháng 2/2024"] {
        for before in [BeforeReading::Exclusive, BeforeReading::Inclusive] {
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
            "trước thứ Hai hằng tuần", "05 lần/quý", "trước ngày 01/01 hằng năm",
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
