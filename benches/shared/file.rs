//! One plan file of any size, the same for the same seed.

use std::fmt::Write;

use crate::seed::Seed;

const DUES: &[&str] = &[
    "trước ngày 15/5/2026",
    "Quý II/2026",
    "tháng 9",
    "đến 30/11/2026",
    "01 lần/quý",
    "Thường xuyên",
    "6 tháng đầu năm 2026",
    "từ 05/9/2026 đến 15/10/2026",
    "cuối năm 2026",
    "chậm nhất ngày 25 hằng tháng",
];

/// One plan file of about `size` bytes: units, sections, tasks with their text, rows, reports.
pub(crate) fn plan(size: usize, seed: u64) -> String {
    let mut seed = Seed::new(seed);
    let mut text = String::with_capacity(size + 4096);
    text.push_str("format: 1\nplan: lon\ntitle: Kế hoạch lớn\nperiod: 2026\nunits:\n");
    let units = 60;
    for at in 0..units {
        let _ = writeln!(text, "  - {{id: dv-{at}, name: Đơn vị số {at}, kind: phuong}}");
    }
    text.push_str("sections:\n");
    for at in 1..=20 {
        let _ = writeln!(text, "  - {{id: \"{at}\", title: Phần {at}}}");
    }
    let mut tasks = String::new();
    let mut rows = String::new();
    let mut progress = String::new();
    let mut number = 0;
    while text.len() + tasks.len() + rows.len() + progress.len() < size {
        number += 1;
        let (unit, with) = (seed.below(units), seed.below(units));
        let due = DUES[seed.below(DUES.len())];
        let _ = writeln!(tasks, "  - id: NV-{number}\n    section: \"{}\"", 1 + seed.below(20));
        let _ = writeln!(tasks, "    title: {}\n    text: >-", seed.words(6));
        for _ in 0..3 {
            let _ = writeln!(tasks, "      {}", seed.words(9));
        }
        let _ = writeln!(tasks, "    lead: dv-{unit}");
        if with != unit {
            let _ = writeln!(tasks, "    with: [dv-{with}]");
        }
        let _ = writeln!(tasks, "    due: {due}\n    output: Báo cáo");
        if number % 3 == 0 {
            let title = seed.words(4);
            let _ = writeln!(
                rows,
                "  - {{id: PL2-{number}, task: NV-{number}, title: {title}, due: tháng {}}}",
                1 + seed.below(12)
            );
            let day = 1 + seed.below(28);
            let _ = writeln!(
                progress,
                "  - item: PL2-{number}\n    date: {day}/10/2026\n    state: done\n    evidence: Báo cáo số {number}/BC-PGDĐT"
            );
        }
    }
    text + "tasks:\n" + &tasks + "schedule:\n" + &rows + "progress:\n" + &progress
}
