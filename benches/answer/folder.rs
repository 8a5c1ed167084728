//! A plan's folder with as many work items as are asked for, the same for the same seed: its document,
//! its annex, and one file of reports for each unit.

use std::fmt::Write;

use crate::seed::Seed;

/// Words of a deadline, and the label and month of each occurrence that they have in 2026.
struct Due {
    words: &'static str,
    occurrences: &'static [(&'static str, usize)],
}

const DUES: &[Due] = &[
    Due { words: "trước ngày 15/5/2026", occurrences: &[("", 5)] },
    Due { words: "Quý II/2026", occurrences: &[("", 6)] },
    Due { words: "tháng 9", occurrences: &[("", 9)] },
    Due { words: "đến 30/11/2026", occurrences: &[("", 11)] },
    Due {
        words: "01 lần/quý",
        occurrences: &[("2026-Q1", 3), ("2026-Q2", 6), ("2026-Q3", 9), ("2026-Q4", 12)],
    },
    Due { words: "Thường xuyên", occurrences: &[("", 12)] },
    Due { words: "6 tháng đầu năm 2026", occurrences: &[("", 6)] },
    Due { words: "từ 05/9/2026 đến 15/10/2026", occurrences: &[("", 10)] },
    Due { words: "cuối năm 2026", occurrences: &[("", 12)] },
    Due {
        words: "chậm nhất ngày 25 hằng tháng",
        occurrences: &[
            ("2026-01", 1),
            ("2026-02", 2),
            ("2026-03", 3),
            ("2026-04", 4),
            ("2026-05", 5),
            ("2026-06", 6),
            ("2026-07", 7),
            ("2026-08", 8),
            ("2026-09", 9),
            ("2026-10", 10),
            ("2026-11", 11),
            ("2026-12", 12),
        ],
    },
];

const UNITS: usize = 60;
const IN_A_GROUP: usize = 5;

/// The files of a plan's folder, by path.
pub(crate) fn folder(items: usize, seed: u64) -> Vec<(String, String)> {
    let mut seed = Seed::new(seed);
    let mut main = String::from("format: 1\nplan: lon\ntitle: Kế hoạch lớn\nperiod: 2026\nunits:\n");
    for at in 0..UNITS {
        let _ = writeln!(main, "  - {{id: dv-{at}, name: Đơn vị số {at}, kind: phuong}}");
    }
    main.push_str("groups:\n");
    for (at, first) in (0..UNITS).step_by(IN_A_GROUP).enumerate() {
        let members: Vec<String> = (first..first + IN_A_GROUP).map(|unit| format!("dv-{unit}")).collect();
        let _ = writeln!(main, "  - {{id: cum-{at}, name: Cụm số {at}, members: [{}]}}", members.join(", "));
    }
    main.push_str("sections:\n");
    for at in 1..=20 {
        let _ = writeln!(main, "  - {{id: \"{at}\", title: Phần {at}}}");
    }
    main.push_str("tasks:\n");
    let mut rows = String::from("schedule:\n");
    let mut reports = vec![String::new(); UNITS];
    let (mut number, mut count) = (0, 0);
    while count < items {
        number += 1;
        let _ = writeln!(main, "  - id: NV-{number}\n    section: \"{}\"", 1 + seed.below(20));
        let _ = writeln!(main, "    title: {}\n    text: >-", seed.words(6));
        for _ in 0..4 {
            let _ = writeln!(main, "      {}", seed.words(9));
        }
        let (first, units) = if seed.below(4) == 0 {
            let group = seed.below(UNITS / IN_A_GROUP);
            let _ = writeln!(main, "    lead: cum-{group}");
            (group * IN_A_GROUP, IN_A_GROUP)
        } else {
            let unit = seed.below(UNITS);
            let _ = writeln!(main, "    lead: dv-{unit}\n    with: [dv-{}]", (unit + 1) % UNITS);
            (unit, 1)
        };
        let due = &DUES[seed.below(DUES.len())];
        let id = if number % 4 == 0 {
            let (title, words) = (seed.words(4), due.words);
            let _ = writeln!(
                rows,
                "  - {{id: PL2-{number}, task: NV-{number}, title: {title}, due: {words}, output: Báo cáo}}"
            );
            format!("PL2-{number}")
        } else {
            let _ = writeln!(main, "    due: {}\n    output: Báo cáo", due.words);
            format!("NV-{number}")
        };
        count += units * due.occurrences.len();
        for (unit, of_unit) in reports.iter_mut().enumerate().skip(first).take(units) {
            for (period, month) in due.occurrences {
                report(&mut seed, of_unit, (&id, unit, period), *month);
            }
        }
    }
    let mut files = vec![("plan.yaml".to_owned(), main), ("phu-luc-02.yaml".to_owned(), rows)];
    files.extend(reports.into_iter().enumerate().map(|(unit, of_unit)| {
        (format!("progress/dv-{unit}.yaml"), format!("unit: dv-{unit}\nprogress:\n{of_unit}"))
    }));
    files
}

/// What a unit reports by the middle of the year: most of what is due by then, little of what is not.
fn report(seed: &mut Seed, of_unit: &mut String, (id, unit, period): (&str, usize, &str), month: usize) {
    let (chance, day, number) = (seed.below(10), 1 + seed.below(28), seed.below(900));
    let period = if period.is_empty() { String::new() } else { format!(", period: {period}") };
    if month <= 6 && chance < 7 {
        let _ = writeln!(
            of_unit,
            "  - {{item: {id}{period}, date: {day}/{month}/2026, state: done, evidence: Báo cáo số {number}/BC-DV{unit}}}"
        );
    } else if month > 6 && chance < 1 {
        let _ = writeln!(of_unit, "  - {{item: {id}{period}, date: {day}/6/2026, state: started}}");
    }
}
