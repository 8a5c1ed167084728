//! The assessment of targets against a second one in whole numbers, over every day of two years: with occurrences,
//! with several values, and with the words and separators of documents.

use std::cmp::Ordering;

use plan::date::{AsOf, Calendar, Day, SpecialKind};
use plan::model::TargetIx;
use plan::status::{Assessment, assess, assess_horizons};
use proptest::prelude::*;

use crate::support::plans::{day, plan_of};

/// A comparison, with the ways to write it around a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    AtLeast(&'static str),
    Above(&'static str),
    AtMost(&'static str),
    Below(&'static str),
    Equal(&'static str),
    /// With the width of the range.
    Range(u64),
}

/// The deadline of a target: the values and their last days.
#[derive(Debug, Clone)]
enum Schedule {
    Undated,
    /// The last day, counted from the first of the period.
    Dated(i64),
    Yearly,
    Quarterly,
    /// The quarters at the end of which more is asked for, with what is added then.
    Horizons(Vec<(usize, u64)>),
}

/// A result: its day, its number, and its occurrence. With a divisor it is written as a quotient.
#[derive(Debug, Clone)]
struct Reported {
    day: i64,
    number: u64,
    divisor: Option<u64>,
    occurrence: prop::sample::Index,
    is_bare: bool,
}

/// A target in percent (its numbers are tenths) or in schools.
#[derive(Debug, Clone)]
struct Case {
    is_percentage: bool,
    asked: Asked,
    value: u64,
    schedule: Schedule,
    results: Vec<Reported>,
}

const QUARTER_ENDS: [&str; 8] = [
    "31/3/2025",
    "30/6/2025",
    "30/9/2025",
    "31/12/2025",
    "31/3/2026",
    "30/6/2026",
    "30/9/2026",
    "31/12/2026",
];
const FIRST: &str = "1/1/2025";

fn asked() -> impl Strategy<Value = Asked> {
    let written = |ways: &'static [&'static str]| prop::sample::select(ways);
    prop_oneof![
        3 => written(&["{}", ">= {}", "đạt {}", "ít nhất {}", "từ {} trở lên", "không dưới {}"]).prop_map(Asked::AtLeast),
        1 => written(&["> {}", "trên {}", "Phấn đấu đạt trên {}"]).prop_map(Asked::Above),
        1 => written(&["<= {}", "không quá {}", "tối đa {}"]).prop_map(Asked::AtMost),
        1 => written(&["< {}", "dưới {}"]).prop_map(Asked::Below),
        1 => written(&["= {}", "bằng {}"]).prop_map(Asked::Equal),
        1 => (1_u64..200).prop_map(Asked::Range),
    ]
}

fn schedule() -> impl Strategy<Value = Schedule> {
    let quarters = prop::collection::btree_map(0_usize..8, 0_u64..300, 2..4);
    prop_oneof![
        Just(Schedule::Undated),
        (0_i64..730).prop_map(Schedule::Dated),
        Just(Schedule::Yearly),
        Just(Schedule::Quarterly),
        quarters.prop_map(|quarters| Schedule::Horizons(quarters.into_iter().collect())),
    ]
}

fn cases() -> impl Strategy<Value = Case> {
    let number = || prop_oneof![4 => 0_u64..1200, 1 => Just(0_u64), 1 => 1000_u64..30_000];
    let divisor = prop::option::weighted(0.2, 1_u64..2000);
    let reported = (-5_i64..735, number(), divisor, any::<prop::sample::Index>(), any::<bool>()).prop_map(
        |(day, number, divisor, occurrence, is_bare)| Reported { day, number, divisor, occurrence, is_bare },
    );
    (any::<bool>(), asked(), number(), schedule(), prop::collection::vec(reported, 0..8)).prop_map(
        |(is_percentage, asked, value, schedule, results)| Case {
            is_percentage,
            asked,
            value,
            schedule,
            results,
        },
    )
}

/// A row of a target: period, value, last day, assessment, attainment.
type Row = (Option<String>, String, Option<Day>, Assessment, Option<f64>);

impl Reported {
    fn date(&self) -> Day {
        day(FIRST).saturating_plus(self.day)
    }
}

impl Case {
    /// Writes a number as a document does: `98,5`, `1.250`.
    fn number(&self, number: u64) -> String {
        if self.is_percentage {
            return format!("{},{}", number / 10, number % 10);
        }
        if number < 1000 { number.to_string() } else { format!("{}.{:03}", number / 1000, number % 1000) }
    }

    fn unit(&self) -> &'static str {
        if self.is_percentage { "%" } else { " trường" }
    }

    fn value(&self, value: u64) -> String {
        let number = format!("{}{}", self.number(value), self.unit());
        match self.asked {
            Asked::AtLeast(way)
            | Asked::Above(way)
            | Asked::AtMost(way)
            | Asked::Below(way)
            | Asked::Equal(way) => way.replace("{}", &number),
            Asked::Range(width) => {
                format!("{}-{}{}", self.number(value), self.number(value + width), self.unit())
            }
        }
    }

    fn labels(&self) -> Vec<String> {
        match self.schedule {
            Schedule::Yearly => vec!["2025".to_owned(), "2026".to_owned()],
            Schedule::Quarterly => (0..8).map(|at| format!("{}-Q{}", 2025 + at / 4, at % 4 + 1)).collect(),
            _ => Vec::new(),
        }
    }

    fn yaml(&self) -> String {
        let terms = match &self.schedule {
            Schedule::Undated => format!("value: '{}'", self.value(self.value)),
            Schedule::Dated(days) => {
                format!("value: '{}', due: {}", self.value(self.value), day(FIRST).saturating_plus(*days))
            }
            Schedule::Yearly => format!("value: '{}', due: hằng năm", self.value(self.value)),
            Schedule::Quarterly => format!("value: '{}', due: hằng quý", self.value(self.value)),
            Schedule::Horizons(quarters) => {
                let terms = quarters.iter().map(|(quarter, more)| {
                    format!("{{due: {}, value: '{}'}}", QUARTER_ENDS[*quarter], self.value(self.value + more))
                });
                format!("horizons: [{}]", terms.collect::<Vec<_>>().join(", "))
            }
        };
        let labels = self.labels();
        let results = self.results.iter().map(|reported| {
            let value = match reported.divisor {
                Some(divisor) if self.is_percentage => format!("{}/{divisor}", reported.number),
                _ if reported.is_bare => self.number(reported.number),
                _ => format!("{}{}", self.number(reported.number), self.unit()),
            };
            let period = match labels.as_slice() {
                [] => String::new(),
                labels => format!(", period: {}", reported.occurrence.get(labels)),
            };
            format!("{{date: {}{period}, value: '{value}'}}", reported.date())
        });
        let results = results.collect::<Vec<_>>().join(", ");
        format!("targets: [{{id: c, title: C, lead: a, {terms}, results: [{results}]}}]\n")
    }

    /// Returns the last result of an occurrence that counts.
    fn last(&self, occurrence: Option<usize>, as_of: AsOf) -> Option<&Reported> {
        let labels = self.labels();
        let is_known = |date: Day| date <= as_of.day && as_of.known.is_none_or(|known| date <= known);
        let counts = |one: &&Reported| {
            is_known(one.date()) && occurrence.is_none_or(|at| one.occurrence.index(labels.len()) == at)
        };
        // Of several on one day the later in the file counts.
        self.results.iter().filter(counts).max_by_key(|one| one.date())
    }

    /// The assessment and attainment of a result, exactly: a result is the fraction `number / divisor`, of which the
    /// target is compared with the same divisor.
    fn assess(&self, value: u64, result: Option<&Reported>, is_over: bool) -> (Assessment, Option<f64>) {
        let Some(result) = result else { return (Assessment::NoData, None) };
        let (number, divisor) = match result.divisor {
            Some(divisor) if self.is_percentage => (result.number * 1000, divisor),
            _ => (result.number, 1),
        };
        let order = |value: u64| number.cmp(&(value * divisor));
        let is_bare_zero = value == 0 && matches!(self.asked, Asked::AtLeast("{}" | "đạt {}"));
        let (is_met, is_exceeded) = match self.asked {
            Asked::AtMost(_) => (order(value) != Ordering::Greater, false),
            Asked::AtLeast(_) if is_bare_zero => (order(value) != Ordering::Greater, false),
            Asked::AtLeast(_) => (order(value) != Ordering::Less, order(value) == Ordering::Greater),
            Asked::Above(_) => (order(value) == Ordering::Greater, false),
            Asked::Below(_) => (order(value) == Ordering::Less, false),
            Asked::Equal(_) => (order(value) == Ordering::Equal, false),
            Asked::Range(width) => {
                (order(value) != Ordering::Less, order(value + width) == Ordering::Greater)
            }
        };
        let assessment = match (is_met, is_exceeded, is_over) {
            (_, true, _) => Assessment::Exceeded,
            (true, ..) => Assessment::Met,
            (.., true) => Assessment::NotMet,
            _ => Assessment::OnTheWay,
        };
        let has_share = matches!(self.asked, Asked::AtLeast(_)) && value > 0;
        // Tenths of a percent, half up.
        let tenths = |value: u64| (number * 2000 + value * divisor) / (value * divisor * 2);
        let share = has_share.then(|| f64::from(u32::try_from(tenths(value)).unwrap()) / 10.0);
        (assessment, share)
    }

    fn rows(&self, calendar: &Calendar, as_of: AsOf) -> Vec<Row> {
        let is_over = |deadline: Option<Day>| deadline.is_some_and(|deadline| as_of.day > deadline);
        let ends: Vec<Day> = match &self.schedule {
            Schedule::Undated => Vec::new(),
            Schedule::Dated(days) => vec![day(FIRST).saturating_plus(*days)],
            Schedule::Yearly => [3, 7].map(|at| day(QUARTER_ENDS[at])).to_vec(),
            Schedule::Quarterly => QUARTER_ENDS.map(day).to_vec(),
            Schedule::Horizons(quarters) => quarters.iter().map(|(at, _)| day(QUARTER_ENDS[*at])).collect(),
        };
        let ends: Vec<Day> = ends.into_iter().map(|end| rolled(calendar, end)).collect();
        let labels = self.labels();
        if labels.is_empty() {
            let counting = ends.iter().position(|end| as_of.day <= *end).unwrap_or(ends.len().max(1) - 1);
            let value = match &self.schedule {
                Schedule::Horizons(quarters) => self.value + quarters[counting].1,
                _ => self.value,
            };
            let deadline = ends.get(counting).copied();
            let (assessment, share) = self.assess(value, self.last(None, as_of), is_over(deadline));
            return vec![(None, self.value(value), deadline, assessment, share)];
        }
        let row = |(at, (label, end)): (usize, (String, Day))| {
            let last = self.last(Some(at), as_of);
            let (assessment, share) = self.assess(self.value, last, is_over(Some(end)));
            (Some(label), self.value(self.value), Some(end), assessment, share)
        };
        labels.into_iter().zip(ends).enumerate().map(row).collect()
    }
}

fn rolled(calendar: &Calendar, day: Day) -> Day {
    let is_working = |day: Day| match calendar.special(day) {
        Some(special) => special.kind == SpecialKind::Workday,
        None => !day.weekday().is_weekend(),
    };
    let mut rolled = day;
    while !is_working(rolled) {
        rolled = rolled.next();
    }
    rolled
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn two_engines_agree_on_every_target(case in cases(), known in prop::option::of(0_i64..730)) {
        let text = format!("units: [{{id: a, name: A, kind: x}}]\n{}", case.yaml());
        let plan = plan_of("{from: 1/1/2025, to: 31/12/2026}", &text);
        let known = known.map(|days| day(FIRST).saturating_plus(days));
        for days in -3..800 {
            let as_of = AsOf { day: day(FIRST).saturating_plus(days), known };
            let rows = assess(&plan, TargetIx::new(0), as_of).into_iter().map(|one| {
                let (period, value) = (one.period().map(str::to_owned), one.horizon.value_text.clone());
                (period, value, one.deadline, one.assessment, one.attainment_pct)
            });
            prop_assert_eq!(rows.collect::<Vec<_>>(), case.rows(&plan.calendar, as_of), "{} on {}", text, as_of.day);
            let horizons = assess_horizons(&plan, &plan.targets[0], as_of);
            let Schedule::Horizons(quarters) = &case.schedule else {
                prop_assert!(horizons.is_empty());
                continue;
            };
            for ((at, more), one) in quarters.iter().zip(&horizons) {
                let end = rolled(&plan.calendar, day(QUARTER_ENDS[*at]));
                let last = case.last(None, AsOf { day: end.min(as_of.day), known });
                let expected = case.assess(case.value + more, last, as_of.day > end);
                prop_assert_eq!((one.assessment, one.attainment_pct), expected, "{} on {}", text, as_of.day);
            }
        }
    }
}
