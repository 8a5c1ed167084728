//! Syntax of terms: parsing and printing.

use plan::attribute::{Attribute, filters};
use plan::language::Lang;
use plan::query::{OptionTerm, Term, TermValue, help, parse};
use plan::span::Sources;
use proptest::prelude::*;

use super::{both, filter, found_on, one, told};
use crate::support::plans::day;

#[test]
fn bash_takes_the_quotes_and_the_value_runs_to_the_end() {
    // plan list unit:"ha dinh" status:overdue status:paused late:30..
    let read = filter(&["unit:ha dinh", "status:overdue", "progress:paused", "late:30.."]);
    assert_eq!(read.to_string(), "'unit:ha dinh' status:overdue progress:paused late:30..");
    assert_eq!(read.alternatives()[0][0].field, Some(Attribute::Unit.into()));
    assert_eq!(filter(&["output:a: b..c"]).alternatives()[0][0].text, "a: b..c");
    assert_eq!(filter(&[" Unit : ha dinh "]).to_string(), "'unit:ha dinh'");
    assert_eq!(filter(&["NOT:status:done"]).to_string(), "not:status:done");
    assert_eq!(filter(&["due:None"]).alternatives()[0][0].value, TermValue::Missing);
    // An item always has a status; a unit may be called `none`.
    assert_eq!(filter(&["unit:none"]).alternatives()[0][0].value, TermValue::Words);
    assert!(matches!(filter(&[]).alternatives(), [terms] if terms.is_empty()));
    assert_eq!(filter(&["due:Any"]).alternatives()[0][0].value, TermValue::Present);
    assert_eq!(filter(&["unit:any"]).alternatives()[0][0].value, TermValue::Words);
}

#[test]
fn options_are_terms_with_a_text_of_their_own() {
    let plans = one();
    let mut sources = Sources::default();
    let option = |value| OptionTerm { option: "--unit", field: Attribute::Unit, value };
    let read =
        parse(&["late:1..".into()], &[option("phong-noi-vu"), option("ha dinh")], &mut sources).unwrap();
    assert_eq!(read.to_string(), "late:1.. unit:phong-noi-vu 'unit:ha dinh'");
    let read = parse(&["a".into(), "+".into(), "b".into()], &[option("x")], &mut sources).unwrap();
    assert_eq!(read.to_string(), "a unit:x + b unit:x");
    // Wrong in every alternative, and reported once.
    let wrong = read.resolve(&plans, &[], plan::date::AsOf::day(day("1/7/2024"))).unwrap_err();
    assert_eq!(wrong.len(), 1);
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
        assert_eq!(read.alternatives()[0][0].field, Some(attribute.into()));
        assert_eq!(read.alternatives()[0][0].to_string(), about.example());
        if about.may_be_missing {
            assert_eq!(
                filter(&[&format!("{}:none", about.name)]).alternatives()[0][0].value,
                TermValue::Missing
            );
        }
        for (choice, name) in attribute.choices() {
            let term = |value: &str| {
                filter(&[&format!("{}:{value}", about.name)]).alternatives()[0][0].value.clone()
            };
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
    proptest::collection::vec(prop_oneof![4 => term, 1 => ".{0,16}", 1 => Just("+".to_owned())], 0..4)
}

proptest! {
    #[test]
    fn no_arguments_panic_and_what_is_read_reads_back(arguments in arguments()) {
        let mut sources = Sources::default();
        match parse(&arguments, &[], &mut sources) {
            Ok(read) => {
                let terms = |alternative: &Vec<Term>| alternative.iter().map(ToString::to_string).collect();
                let alternatives: Vec<Vec<String>> = read.alternatives().iter().map(terms).collect();
                let again = alternatives.join(&["+".to_owned()][..]);
                let same = parse(&again, &[], &mut Sources::default());
                prop_assert!(same.is_ok(), "{again:?}");
                let same = same.unwrap_or_default();
                prop_assert_eq!(read.to_string(), same.to_string());
                for (one, other) in read.alternatives().iter().flatten().zip(same.alternatives().iter().flatten()) {
                    prop_assert_eq!((one.negated, &one.field), (other.negated, &other.field));
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

#[test]
fn one_of_the_filters_between_plus_signs_must_hold() {
    let plans = both();
    let found = |arguments: &[&str]| found_on(&plans, "2/7/2024", arguments).join(" ");
    let (one, other) = (found(&["unit:phong-gddt", "id:PL-1"]), found(&["tag:an-toàn", "period:2024-Q2"]));
    assert!(!one.is_empty() && !other.is_empty());
    assert_eq!(
        found(&["unit:phong-gddt", "id:PL-1", "+", "tag:an-toan", "period:2024-Q2"]),
        format!("{one} {other}")
    );
    // Items that match both stand once, in the order of the plan.
    assert_eq!(found(&["id:PL-1", "+", "id:PL-2", "id:PL-1"]), found(&["id:PL-1", "id:PL-2"]));
    assert_eq!(found(&["id:PL-2", "+", "id:PL-1"]), found(&["id:PL-1", "id:PL-2"]));
    // `not:` and `plan:` hold in their own filter only.
    let apart = found(&["plan:quan-2025", "not:unit:phong-gddt", "+", "id:PL-1", "plan:quan-2024"]);
    assert_eq!(apart, format!("{} {}", found(&["id:PL-1"]), found(&["plan:quan-2025"])));
}

#[test]
fn a_text_with_a_colon_is_searched_in_quotation_marks() {
    let (plans, _) = crate::support::plans::plans(&[(
        "p.plan.yaml",
        "format: 1
plan: p
title: Thử
period: 2026
units:
- {id: u, name: Phòng U, kind: k}
tasks:
- {id: A, title: 'Chuyên đề: an toàn trường học', lead: u, due: 1/7/2026, note: 'gấp: làm ngay'}
- {id: B, title: An toàn, text: 'Nội dung chuyên đề: an toàn', lead: u, due: 1/7/2026}
- {id: C, title: Khác, lead: u, due: 1/7/2026, output: 'Kế hoạch + dự toán'}
progress:
- {item: C, unit: u, date: 1/6/2026, state: started, note: 'chờ: kinh phí', difficulty: thiếu vốn}
- {item: C, unit: u, date: 2/6/2026, state: started, proposal: xin gia hạn}
- {item: B, unit: u, date: 2/6/2026, state: started, evidence: 'BC: 3'}
",
    )]);
    for (arguments, expected) in [
        (&["text:Chuyên đề: an toàn"][..], "A B"),
        (&["text:chuyen de: an toan"], "A B"),
        (&["title:Chuyên đề: an toàn"], "A"),
        (&["title:an toàn"], "A B"),
        (&["not:title:an toàn"], "C"),
        (&["title:chuyên đề", "title:khác"], "A C"),
        (&["title:chuyên", "+", "title:khác"], "A C"),
        (&["text:gấp: làm"], "A"),
        (&["text:+"], "C"),
        (&["not:text:an toàn"], "C"),
        (&["note:chờ: kinh"], "C"),
        // `note` is the note of a report; that of the task is found as a word.
        (&["note:gấp"], ""),
        (&["note:any"], "C"),
        (&["note:none"], "A B"),
        (&["difficulty:vốn"], "C"),
        (&["difficulty:any", "proposal:gia hạn"], "C"),
        (&["proposal:none"], "A B"),
        (&["evidence:BC: 3"], "B"),
        (&["evidence:any"], "B"),
        (&["reported:any"], "B C"),
        (&["reported:none"], "A"),
        (&["not:reported:any"], "A"),
        (&["output:any"], "C"),
        (&["section:any"], ""),
        (&["deadline:any"], "A B C"),
        (&["period:any"], ""),
        (&["tag:any", "+", "id:A"], "A"),
    ] {
        let found = found_on(&plans, "1/7/2026", arguments).join(" ").replace("/u/-", "");
        assert_eq!(found, expected, "{arguments:?}");
    }
}
