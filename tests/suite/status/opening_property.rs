//! The opening of occurrences against a second engine: the day of issue, a first day of the work's own, several
//! rhythms in one cell, and reports, some of them wrong.

use std::collections::{BTreeMap, BTreeSet};

use plan::date::Day;
use plan::workspace::MemoryFileSystem;
use proptest::prelude::*;

use crate::support::plans::{day, open};

/// Rhythms of a deadline, each with its spans and the days in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rhythm {
    Months,
    MonthsBefore,
    Quarters,
    QuartersOn,
    Halves,
    Year,
    YearBefore,
}

const RHYTHMS: [Rhythm; 7] = [
    Rhythm::Months,
    Rhythm::MonthsBefore,
    Rhythm::Quarters,
    Rhythm::QuartersOn,
    Rhythm::Halves,
    Rhythm::Year,
    Rhythm::YearBefore,
];

/// The fault of a wrong report.
#[derive(Debug, Clone, Copy)]
enum Fault {
    Percent,
    Unit,
    Day,
    Period,
}

/// A report: its unit, its occurrence among all of the year, and its fault.
type Told = (bool, prop::sample::Index, Option<Fault>);

/// An occurrence by the second engine: its span, its first and last day.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Expected {
    label: String,
    from: Day,
    due: Day,
}

impl Rhythm {
    fn words(self) -> &'static str {
        match self {
            Self::Months => "hằng tháng",
            Self::MonthsBefore => "trước ngày 20 hằng tháng",
            Self::Quarters => "hằng quý",
            Self::QuartersOn => "ngày 15 của tháng cuối quý",
            Self::Halves => "02 lần/năm",
            Self::Year => "hằng năm",
            Self::YearBefore => "trước ngày 10/12 hằng năm",
        }
    }

    /// The occurrences of 2025: each span with the day in it.
    fn occurrences(self) -> Vec<Expected> {
        let months = match self {
            Self::Months | Self::MonthsBefore => 1,
            Self::Quarters | Self::QuartersOn => 3,
            Self::Halves => 6,
            Self::Year | Self::YearBefore => 12,
        };
        (0..12 / months)
            .map(|at| {
                let (first, last) = (at * months + 1, (at + 1) * months);
                let end = Day::last_of_month(2025, last).unwrap();
                let label = match months {
                    1 => format!("2025-{first:02}"),
                    3 => format!("2025-Q{}", at + 1),
                    6 => format!("2025-H{}", at + 1),
                    _ => "2025".to_owned(),
                };
                let due = match self {
                    Self::MonthsBefore => Day::new(2025, last, 19).unwrap(),
                    Self::QuartersOn => Day::new(2025, last, 15).unwrap(),
                    Self::YearBefore => day("9/12/2025"),
                    _ => end,
                };
                Expected { label, from: Day::new(2025, first, 1).unwrap(), due }
            })
            .collect()
    }
}

/// All occurrences of some rhythms, the earliest due first. Those that share a label have their due day as label, with
/// a number where they share that too.
fn occurrences(rhythms: &BTreeSet<Rhythm>) -> Vec<Expected> {
    let mut all: Vec<Expected> = rhythms.iter().flat_map(|rhythm| rhythm.occurrences()).collect();
    let shared = |label: &str| all.iter().filter(|one| one.label == label).count() > 1;
    let labels: Vec<String> = all
        .iter()
        .map(|one| if shared(&one.label) { one.due.to_string() } else { one.label.clone() })
        .collect();
    for (one, label) in all.iter_mut().zip(labels) {
        one.label = label;
    }
    all.sort_by_key(|one| (one.due, one.from));
    let labels: Vec<String> = (0..all.len())
        .map(|at| {
            let alike = |part: &[Expected]| part.iter().filter(|one| one.label == all[at].label).count();
            let number = alike(&all[..=at]);
            if alike(&all) > 1 { format!("{}.{number}", all[at].label) } else { all[at].label.clone() }
        })
        .collect();
    for (one, label) in all.iter_mut().zip(labels) {
        one.label = label;
    }
    all
}

/// The text of a report.
fn entry((is_second, occurrence, fault): &Told, all: &[Expected]) -> String {
    let label = &occurrence.get(all).label;
    let unit = if *is_second { "b" } else { "a" };
    let (mut unit, mut label, mut date, mut percent) = (unit, label.as_str(), "31/12/2025", "50");
    match fault {
        None => {}
        Some(Fault::Percent) => percent = "150",
        Some(Fault::Unit) => unit = "nobody",
        Some(Fault::Day) => date = "31/11/2025",
        Some(Fault::Period) => label = "2025-W60",
    }
    format!("- {{item: T, unit: {unit}, period: \"{label}\", date: {date}, percent: {percent}}}\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_engines_open_the_same_occurrences(
        rhythms in prop::collection::btree_set(prop::sample::select(RHYTHMS.to_vec()), 1..5),
        issued in prop::option::of(-40_i64..400),
        from in prop::option::weighted(0.3, 0_i64..360),
        told in prop::collection::vec(
            (
                any::<bool>(),
                any::<prop::sample::Index>(),
                prop::option::weighted(
                    0.3,
                    prop::sample::select(vec![Fault::Percent, Fault::Unit, Fault::Day, Fault::Period]),
                ),
            ),
            0..6,
        ),
    ) {
        let start = day("1/1/2025");
        let all = occurrences(&rhythms);
        let issued = issued.map(|days| start.saturating_plus(days));
        let from = from.map(|days| start.saturating_plus(days));
        let words: Vec<&str> = rhythms.iter().map(|rhythm| rhythm.words()).collect();
        let of = |key: &str, day: Option<Day>| day.map_or(String::new(), |day| format!("{key}: {day}"));
        let progress: String = told.iter().map(|told| entry(told, &all)).collect();
        let text = format!(
            "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2025\n{}\nsections: [{{id: I, title: Một}}]\n\
             units: [{{id: a, name: A, kind: x}}, {{id: b, name: B, kind: x}}]\n\
             tasks: [{{id: T, section: I, title: Việc, lead: [a, b], due: \"{}\"{}}}]\n{}",
            of("issued", issued),
            words.join("; "),
            from.map_or(String::new(), |day| format!(", from: {day}")),
            if progress.is_empty() { String::new() } else { format!("progress:\n{progress}") },
        );
        let files: MemoryFileSystem = [("p.plan.yaml", text.as_str())].into_iter().collect();
        let workspace = open(&files, "2025-12-31");
        let (ix, plan) = workspace.valid().next().expect(&text);

        // A wrong report is left out and asks for nothing, as is one on an occurrence before the work's own first day;
        // one that says the same as an earlier one counts once.
        let is_wrong = |(_, at, fault): &&Told| {
            fault.is_some() || from.is_some_and(|from| at.get(&all).due < from)
        };
        let wrong = told.iter().filter(is_wrong).count();
        prop_assert_eq!(workspace.entry(ix).left_out().len(), wrong, "{}", text);
        let asked: BTreeSet<(&str, &str)> = told
            .iter()
            .filter(|told| !is_wrong(told))
            .map(|(is_second, at, _)| (if *is_second { "b" } else { "a" }, at.get(&all).label.as_str()))
            .collect();
        let is_open = |unit: &str, one: &Expected| match (from, issued) {
            (Some(from), _) => one.due >= from,
            (None, Some(issued)) => one.due >= issued || asked.contains(&(unit, &*one.label)),
            (None, None) => true,
        };
        let mut wanted = BTreeMap::new();
        for unit in ["a", "b"] {
            for one in all.iter().filter(|one| is_open(unit, one)) {
                let reports = usize::from(asked.contains(&(unit, &*one.label)));
                wanted.insert(format!("p/T/{unit}/{}", one.label), (Some(one.from), Some(one.due), reports));
            }
        }
        let got: BTreeMap<_, _> = plan
            .work_items
            .iter()
            .map(|item| {
                let one = plan.occurrence(item);
                let days = (one.and_then(|one| one.from), one.map(|one| one.due));
                (plan.key(item), (days.0, days.1, item.reports.len()))
            })
            .collect();
        prop_assert_eq!(got, wanted, "{}", text);
    }
}
