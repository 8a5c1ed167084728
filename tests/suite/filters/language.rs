//! Syntax of terms: parsing and printing.

use plan::attribute::{Attribute, filters};
use plan::language::Lang;
use plan::query::{OptionTerm, TermValue, help, parse};
use plan::span::Sources;
use proptest::prelude::*;

use super::{both, filter, found_on, one, told};
use crate::support::plans::day;

#[test]
fn bash_takes_the_quotes_and_the_value_runs_to_the_end() {
    // plan list unit:"ha dinh" status:overdue status:paused late:30..
    let read = filter(&["unit:ha dinh", "status:overdue", "progress:paused", "late:30.."]);
    assert_eq!(read.to_string(), "'unit:ha dinh' status:overdue progress:paused late:30..");
    assert_eq!(read.terms()[0].field, Some(Attribute::Unit));
    assert_eq!(filter(&["output:a: b..c"]).terms()[0].text, "a: b..c");
    assert_eq!(filter(&[" Unit : ha dinh "]).to_string(), "'unit:ha dinh'");
    assert_eq!(filter(&["NOT:status:done"]).to_string(), "not:status:done");
    assert_eq!(filter(&["due:None"]).terms()[0].value, TermValue::Missing);
    // An item always has a status; a unit may be called `none`.
    assert_eq!(filter(&["unit:none"]).terms()[0].value, TermValue::Words);
    assert!(filter(&[]).terms().is_empty());
}

#[test]
fn options_are_terms_with_a_text_of_their_own() {
    let plans = one();
    let mut sources = Sources::default();
    let option = |value| OptionTerm { option: "--unit", field: Attribute::Unit, value };
    let read =
        parse(&["late:1..".into()], &[option("phong-noi-vu"), option("ha dinh")], &mut sources).unwrap();
    assert_eq!(read.to_string(), "late:1.. unit:phong-noi-vu 'unit:ha dinh'");
    let read = parse(&[], &[option("phong-noi-vuu")], &mut sources).unwrap();
    let wrong = read.resolve(&plans, &[], plan::date::AsOf::day(day("1/7/2024"))).unwrap_err();
    assert_eq!(
        told(&sources, &wrong[0]),
        "--unit:1 [unknown-name] \"phong-noi-vuu\": there is no unit or group \"phong-noi-vuu\" = unit:phong-noi-vu"
    );
    let wrong = parse(&[], &[option(" ")], &mut sources).unwrap_err();
    assert_eq!(wrong[0].rule.name, "bad-filter");
}

#[test]
fn the_examples_of_the_fields_are_filters() {
    for (attribute, about) in filters() {
        let read = filter(&[&about.example()]);
        assert_eq!(read.terms()[0].field, Some(attribute));
        assert_eq!(read.terms()[0].to_string(), about.example());
        if about.may_be_missing {
            assert_eq!(filter(&[&format!("{}:none", about.name)]).terms()[0].value, TermValue::Missing);
        }
        for (choice, name) in attribute.choices() {
            let term = |value: &str| filter(&[&format!("{}:{value}", about.name)]).terms()[0].value.clone();
            for lang in Lang::ALL {
                assert_eq!(term(choice), term(name.get(lang)), "{choice}");
            }
        }
    }
    for lang in Lang::ALL {
        assert!(help().get(lang).lines().all(|line| line.chars().count() <= 150));
    }
}

#[test]
fn examples_of_the_specification_resolve() {
    for (arguments, keys) in [
        (&["due:Quý II/2024"][..], 3),
        (&["deadline:..today+14d"], 6),
        (&["reported:none"], 6),
        (&["reported:..today-30d"], 3),
        (&["section:II"], 9),
    ] {
        assert_eq!(found_on(&one(), "2/7/2024", arguments).len(), keys, "{arguments:?}");
    }
    assert_eq!(found_on(&both(), "2/7/2024", &[]).len(), 11);
}

fn arguments() -> impl Strategy<Value = Vec<String>> {
    let names = filters().map(|(_, about)| about.name).collect::<Vec<_>>();
    let value = prop_oneof![
        "\\PC{0,12}",
        "(today|hôm nay)?([+-]\\d{0,9}[dwmyx]){0,2}(\\.\\.)?(\\d{1,4}[/.-]?){0,3}",
        "[0-9.,%]{0,8}",
        Just("none".to_owned()),
        "(done|overdue|quá hạn|phuong|MT1|II|PL-1|quan-2024/PL-1)(/.{0,5})?",
    ];
    let term = (prop_oneof![Just(""), Just("not:")], proptest::sample::select(names), value)
        .prop_map(|(not, name, value)| format!("{not}{name}:{value}"));
    proptest::collection::vec(prop_oneof![4 => term, 1 => ".{0,16}"], 0..4)
}

proptest! {
    #[test]
    fn no_arguments_panic_and_what_is_read_reads_back(arguments in arguments()) {
        let mut sources = Sources::default();
        match parse(&arguments, &[], &mut sources) {
            Ok(read) => {
                let again: Vec<String> = read.terms().iter().map(ToString::to_string).collect();
                let same = parse(&again, &[], &mut Sources::default());
                prop_assert!(same.is_ok(), "{again:?}");
                let same = same.unwrap_or_default();
                prop_assert_eq!(read.to_string(), same.to_string());
                for (one, other) in read.terms().iter().zip(same.terms()) {
                    prop_assert_eq!((one.negated, one.field), (other.negated, other.field));
                }
            }
            Err(wrong) => for wrong in wrong {
                let source = sources.get(wrong.span.source);
                prop_assert!(source.text().is_char_boundary(wrong.span.start as usize));
                prop_assert!(source.text().is_char_boundary(wrong.span.end as usize));
            }
        }
    }
}

#[test]
fn no_filter_panics_against_plans() {
    let plans = both();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(150));
    let as_of = plan::date::AsOf::day(day("2/7/2024"));
    let items: Vec<_> = plans.iter().map(|plan| plan::status::evaluate_all(plan, as_of)).collect();
    let ran = runner.run(&arguments(), |arguments| {
        if let Ok(read) = parse(&arguments, &[], &mut Sources::default())
            && let Ok(matcher) = read.resolve(&plans, &[], as_of)
        {
            for (plan, items) in plans.iter().zip(&items) {
                let _ = items.iter().filter(|item| matcher.matches(plan, item)).count();
            }
        }
        Ok(())
    });
    assert!(ran.is_ok(), "{ran:?}");
}

#[test]
fn typed_accents_are_honoured_to_the_last_letter() {
    let (plans, _) = crate::support::plans::plans(&[(
        "p.plan.yaml",
        "format: 1
plan: p
title: Thử
period: 2026
units:
- {id: u, name: Phòng Tự quản, kind: k}
- {id: v, name: Phòng Tư pháp, kind: k}
tasks:
- {id: A, title: Mở lớp, lead: u, due: 1/7/2026, tags: [tự]}
- {id: B, title: Kế hoạch năm, lead: v, due: 1/7/2026, tags: [tư]}
",
    )]);
    for (argument, expected) in [
        ("tag:tư", &["B/v/-"][..]),
        ("tag:tự", &["A/u/-"]),
        ("tag:tu", &["A/u/-", "B/v/-"]),
        ("unit:tư", &["B/v/-"]),
        ("unit:phòng tư", &["B/v/-"]),
        ("mơ", &[]),
        ("mở", &["A/u/-"]),
        ("kê", &[]),
        ("kế", &["B/v/-"]),
        ("kê hoạch", &[]),
        ("ke hoạch", &["B/v/-"]),
    ] {
        assert_eq!(found_on(&plans, "1/7/2026", &[argument]), expected, "{argument}");
    }
}
