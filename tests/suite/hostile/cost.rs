//! The cost of large and hostile files, in time and in output.

use plan::date::AsOf;
use plan::model::{Party, UnitIx};
use plan::query::PartyWork;
use plan::status::{WorkItemStatus, evaluate_all};
use plan::workspace::MemoryFileSystem;

use crate::hostile::{HEAD, found, lines, one};
use crate::support::plans::{day, plan_of};
use crate::support::program::plan_in;

#[test]
fn great_things_are_read_or_refused_in_a_moment() {
    let long = "a".repeat(10_000_000);
    assert_eq!(found(&one(&format!("{HEAD}signer: {{name: {long}}}\n"))), []);
    let comments = "# ghi chú\n".repeat(20_000);
    assert_eq!(found(&one(&format!("{comments}{HEAD}"))), []);
    let deep = format!("{HEAD}recipients: {}{}\n", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(found(&one(&deep))[0].1, "limit");
    let wide = format!("{HEAD}recipients: [{}]\n", "a, ".repeat(200_000));
    assert_eq!(found(&one(&wide)), []);
    let mut many = String::new();
    for at in 0..20_000 {
        many += "  - {id: t";
        many += &at.to_string();
        many += ", title: T, lead: khong-co, due: 31/6}\n";
    }
    assert_eq!(found(&one(&format!("{HEAD}tasks:\n{many}"))).len(), 40_000);
    let quotes = "  - \"\n".repeat(3_001);
    assert!(!found(&one(&format!("{HEAD}recipients:\n{quotes}"))).is_empty());
}

/// The number of entries in a file whose cost is measured.
const MANY: usize = if cfg!(debug_assertions) { 2_000 } else { 50_000 };

/// Returns the CPU time of this thread in seconds.
#[cfg(unix)]
fn of_this_thread() -> i64 {
    rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime).tv_sec
}

/// CPU time is not measured on other systems.
#[cfg(not(unix))]
fn of_this_thread() -> i64 {
    0
}

fn costs_little(what: &str, text: &str, rules: &[&str]) {
    let begun = of_this_thread();
    let found: Vec<&str> = found(&one(&format!("{HEAD}{text}"))).into_iter().map(|(_, rule)| rule).collect();
    for rule in &found {
        assert!(rules.contains(rule), "{what}: {rule}");
    }
    assert_eq!(found.is_empty(), rules.is_empty(), "{what}");
    let seconds = of_this_thread() - begun;
    assert!(seconds < 15, "{what}: {seconds} s");
}

/// The cost grows with the size, not with its square; each of these files once took minutes.
#[test]
fn no_file_costs_the_square_of_its_size() {
    let number = MANY;
    let each = |line: &dyn Fn(usize) -> String| lines(0..number, line);
    let units = "units: [{id: a, name: A, kind: x}]\n";
    let tasks = |more: &dyn Fn(usize) -> String| {
        each(&|at| format!("  - {{id: task-{at}, title: T, due: tháng 9, {}}}\n", more(at)))
    };
    let led = tasks(&|_| "lead: a".to_owned());
    for (what, text, rules) in [
        (
            "references to nothing",
            format!(
                "{units}sections:\n{}tasks:\n{}",
                each(&|at| format!("  - {{id: section-{at}, title: S}}\n")),
                tasks(&|at| format!("lead: a, section: secton-{at}"))
            ),
            &["unknown-section"][..],
        ),
        (
            "reports on nothing",
            format!(
                "{units}tasks:\n{led}progress:\n{}",
                each(&|at| format!("  - {{item: taks-{at}, date: 1/9/2026, percent: 5}}\n"))
            ),
            &["unknown-item"],
        ),
        (
            "references to what may stand in broken entries",
            format!(
                "units:\n{}tasks:\n{}",
                each(&|at| format!("  - không phải đơn vị {at}\n")),
                tasks(&|at| format!("lead: unit-{at}"))
            ),
            &["wrong-type", "unknown-unit"],
        ),
        (
            "references beside ids that are none",
            format!(
                "units:\n{}tasks:\n{}",
                each(&|at| format!("  - {{id: 'a b{at}', name: A{at}, kind: x}}\n")),
                tasks(&|at| format!("lead: unit-{at}"))
            ),
            &["bad-id", "unknown-unit"],
        ),
        (
            "levels of rules",
            format!("settings: {{lint: {{{}}}}}\n", each(&|at| format!("rule-{at}: allow, "))),
            &["unknown-rule"],
        ),
        (
            "tasks told twice after each other",
            format!(
                "{units}tasks:\n  - {{id: t-0, title: T, lead: a, due: tháng 9}}\n{}",
                each(&|at| format!("  - {{id: t-{}, title: T, same_as: t-{at}}}\n", at + 1))
            ),
            &[],
        ),
        (
            "one task of many leads",
            format!(
                "units:\n{}tasks: [{{id: t, title: T, mode: joint, due: tháng 9, lead: [{}]}}]\n",
                each(&|at| format!("  - {{id: u{at}, name: U{at}, kind: x}}\n")),
                each(&|at| format!("u{at}, "))
            ),
            &[],
        ),
        (
            "circles through one place",
            format!(
                "units: [{{id: a, name: A, kind: x}}]\ngroups:\n{}  - {{id: g{number}, name: G, members: [a]}}\n",
                each(&|at| format!("  - {{id: g{at}, name: G{at}, members: [g0, g{}]}}\n", at + 1))
            ),
            &["group-cycle"],
        ),
    ] {
        costs_little(what, &text, rules);
    }
}

#[test]
fn no_number_of_reports_costs_its_square() {
    let number = MANY;
    for (what, text, rules) in [
        (
            "reports of many units on one task",
            format!(
                "units:\n{}groups: [{{id: g, name: G, kind: x}}]\ntasks: [{{id: t, title: T, lead: g, due: 01 lần/tháng}}]\nprogress:\n{}",
                lines(0..number / 4, |at| format!("  - {{id: u{at}, name: U{at}, kind: x}}\n")),
                lines(0..number * 2, |at| format!(
                    "  - {{item: t, unit: u{}, period: 2026-{:02}, date: 1/9/2026, percent: 5}}\n",
                    at % (number / 4),
                    at / (number / 4) + 1
                ))
            ),
            &[][..],
        ),
        (
            "reports that leave their unit open",
            format!(
                "units:\n{}groups: [{{id: g, name: G, kind: x}}]\ntasks: [{{id: t, title: T, lead: g, due: tháng 9}}]\nprogress:\n{}",
                lines(0..1000, |at| format!("  - {{id: u{at}, name: U{at}, kind: x}}\n")),
                "  - {item: t, date: 1/9/2026, percent: 5}\n".repeat(number / 100)
            ),
            &["which-unit"],
        ),
    ] {
        costs_little(what, &text, rules);
    }
}

/// The cost of units that succeed each other does not grow with the product of their number and that of the work.
#[test]
fn no_chain_of_successors_costs_its_square() {
    let number = MANY / 5;
    let chain: String = lines(0..number, |at| {
        format!("  - {{id: u{at}, name: U{at}, kind: k, until: 1/1/2026, successors: [u{}]}}\n", at + 1)
    });
    let units = format!("units:\n{chain}  - {{id: u{number}, name: U{number}, kind: k}}\n");
    let of_first = format!(
        "{units}tasks:\n{}progress:\n{}",
        lines(0..number, |at| format!("  - {{id: t{at}, title: T, lead: u0, due: Quý I}}\n")),
        lines(0..number, |at| format!("  - {{item: t{at}, unit: u{number}, date: 1/2/2026, percent: 5}}\n"))
    );
    let of_all = format!(
        "{units}groups: [{{id: g, name: G, kind: k}}]\ntasks: [{{id: t, title: T, lead: g, due: Quý I}}]\nprogress:\n{}",
        lines(0..number / 50, |at| format!(
            "  - {{item: t, unit: u{number}, date: 1/2/2026, percent: 5, note: Lần {at}}}\n"
        ))
    );
    for (what, text, taken) in [("one lead", of_first, 1), ("a group", of_all, number)] {
        costs_little(what, &text, &[]);
        let begun = of_this_thread();
        let plan = plan_of("2026", &text);
        let day = AsOf::day(day("1/3/2026"));
        let last = UnitIx::new(number);
        let answers = |items: Vec<WorkItemStatus>| items.iter().filter(|it| *it.answers == [last]).count();
        assert!(answers(evaluate_all(&plan, day)) >= taken, "{what}");
        let of_last = PartyWork::of(&plan, Party::Unit(last), day.day);
        assert!(evaluate_all(&plan, day).iter().all(|item| of_last.has(item)), "{what}");
        let seconds = of_this_thread() - begun;
        assert!(seconds < 15, "{what}: {seconds} s");
    }
}

/// A few lines can ask for millions of work items.
#[test]
fn more_work_items_than_the_limit_are_told() {
    let tasks = lines(0..264, |at| format!("  - {{id: T{at}, title: x, lead: u, due: hằng tuần}}\n"));
    let text = format!(
        "format: 1\nplan: p\ntitle: t\nperiod: giai đoạn 1900-2270\nsettings: {{roll: none}}\n\
         units: [{{id: u, name: U, kind: k}}]\ntasks:\n{tasks}"
    );
    assert_eq!(found(&one(&text)), [(59, "limit")]);
}

/// People see the first diagnostics and the number of the others; the output does not grow with their number.
#[test]
fn a_flood_of_diagnostics_is_counted_not_printed() {
    let many = if cfg!(debug_assertions) { 10_000 } else { 1_000_000 };
    let folder = tempfile::tempdir().unwrap();
    let tasks: String =
        lines(0..many, |at| format!("  - {{id: t{at}, title: T, lead: khong-co, due: tháng 9}}\n"));
    std::fs::write(folder.path().join("a.plan.yaml"), format!("{HEAD}tasks:\n{tasks}")).unwrap();
    for (lang, rest, sum) in [
        ("vi", format!("… và {} vấn đề nữa", many - 500), format!("{many} lỗi trong 1 tệp (1 kế hoạch)")),
        ("en", format!("… and {} more", many - 500), format!("{many} errors in 1 file (1 plan)")),
    ] {
        let ran = plan_in(folder.path(), &["validate", ".", "--lang", lang]);
        assert_eq!(ran.code, 1);
        assert!(
            ran.out.len() < 300_000 && ran.out.contains(&rest) && ran.out.trim_end().ends_with(&sum),
            "{lang}"
        );
        let ran = plan_in(folder.path(), &["status", "--plans", ".", "--lang", lang]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.len() < 100_000 && ran.err.contains(&rest), "{lang}");
    }
}

/// Thousands of files, and deeply nested folders.
#[test]
fn many_files_and_deep_folders_are_read_or_told() {
    let many = if cfg!(debug_assertions) { 500 } else { 10_000 };
    let mut files = MemoryFileSystem::default();
    let includes: Vec<String> = (0..many).map(|at| format!("../don-vi-{at}.yaml")).collect();
    let main = format!("{HEAD}include: [{}, ../khong-co.yaml]\n", includes.join(", "));
    files.insert("p/plan.yaml", main);
    for at in 0..many {
        let unit = format!("units: [{{id: u{at}, name: U{at}, kind: x}}]\n");
        files.insert(format!("don-vi-{at}.yaml"), unit);
        files.insert(format!("p/trong-{at}.yaml"), Vec::new());
        files.insert(format!("q{at}.plan.yaml"), Vec::new());
    }
    let found = found(&files);
    let missing = found.iter().filter(|(_, rule)| *rule == "missing-key").count();
    assert_eq!((found.len(), missing), (many + 1, many), "{:?}", found.get(..5));
    assert!(found.contains(&(5, "include-not-found")));

    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.yaml"), HEAD).unwrap();
    let deep = (0..80).fold(folder.path().to_path_buf(), |folder, _| folder.join("d"));
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(deep.join("a.yaml"), "sai: 1\n").unwrap();
    let ran = plan_in(folder.path(), &["validate", "."]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("đường dẫn quá dài"), "{}", ran.err);
}
