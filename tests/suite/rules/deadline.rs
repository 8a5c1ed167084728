//! Deadlines, inherited ones too, and the calendar that they need.

use crate::rules::{found, of};
use crate::support::answers::ask_of;

#[test]
fn what_is_inherited_counts_and_its_faults_are_told_where_they_stand() {
    let tasks = "tasks: [{id: t, title: T}, {id: u, title: U}]\n";
    assert_eq!(of(&format!("defaults: {{lead: a, due: tháng 9}}\n{tasks}")), [""; 0]);
    let told = of(&format!("defaults: {{lead: a, due: sắp tới}}\n{tasks}"));
    assert_eq!(told, ["8:26 unreadable-deadline: \"sắp tới\" is not understood"]);
    let told =
        of("targets: [{id: c, title: C, value: 5, lead: a, results: [{date: 1/9/2026, value: nhiều}]}]\n");
    assert_eq!(told, ["8:82 target-value: \"nhiều\" is not understood"]);
}

#[test]
fn a_weekday_beside_another_day_is_warned_of_and_the_day_counts() {
    let due = |words: &str| of(&format!("tasks: [{{id: t, title: T, lead: a, due: \"{words}\"}}]\n"));
    let wrong = "8:42 wrong-weekday: 2026-06-30 is a Tuesday, not a Monday";
    assert_eq!(due("Thứ Hai, ngày 30/6/2026"), [wrong]);
    assert_eq!(due("Thứ Ba ngày 30/6/2026"), [""; 0]);
    let both = due("từ thứ Hai 29/6 đến thứ Hai 30/6/2026; trước chủ nhật, ngày 1/7");
    assert_eq!(both.iter().filter(|told| told.contains(" wrong-weekday: ")).count(), 2, "{both:?}");
}

#[test]
fn the_number_of_a_day_in_a_spreadsheet_is_named_and_repaired() {
    let text =
        "tasks: [{id: t, title: T, lead: a, due: 46357}, {id: u, title: U, lead: a, due: trước 46357.0}]\n";
    let told = of(text);
    let message = "unreadable-deadline: 46357 is a spreadsheet's number for 2026-12-01";
    assert!(told.len() == 2 && told.iter().all(|told| told.ends_with(message)), "{told:?}");
    let folder =
        crate::support::folder::folder(&format!("{}{}{text}", crate::rules::HEAD, crate::rules::UNITS));
    let ran = crate::support::answers::ask_in(folder.path(), &["validate", ".", "--fix"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let fixed = std::fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap();
    assert!(
        fixed.ends_with("due: 01/12/2026}, {id: u, title: U, lead: a, due: trước 01/12/2026}]\n"),
        "{fixed}"
    );
}

#[test]
fn holidays_that_nobody_knows_yet_are_told_at_each_deadline_that_may_move() {
    let tasks = "tasks: [{id: t, title: T, lead: a, due: 8/5/2032}, {id: u, title: U, lead: a, due: 1/6/2032}, \
         {id: v, title: V, lead: a, due: 30/4/2032}]\n";
    let is_unknown =
        |told: &String| told.contains("unknown-calendar: the holidays of 2032 are not all known yet");
    assert_eq!(of(tasks).iter().filter(|told| is_unknown(told)).count(), 2);
    assert_eq!(
        of(&format!("settings: {{roll: none}}\n{tasks}")).iter().filter(|told| is_unknown(told)).count(),
        0
    );
    let unmoved = tasks.replace("due: 8/5/2032", "due: 8/5/2032, roll: none");
    assert_eq!(of(&unmoved).iter().filter(|told| is_unknown(told)).count(), 1);
    let holidays = "calendar: {holidays: [{date: 1/1/2032, name: Tết Dương lịch}]}\n";
    assert_eq!(of(&format!("{holidays}{tasks}")).iter().filter(|told| is_unknown(told)).count(), 0);
}

#[test]
fn a_first_day_is_compared_with_a_deadline_that_stands_elsewhere() {
    let text = "format: 1
plan: p
title: Thử
period: 2026
defaults: {due: Quý I/2026}
sections: [{id: I, title: I}]
units: [{id: u, name: U, kind: k}]
tasks:
- {id: T, section: I, title: Việc, lead: u, due: 31/3/2026}
- {id: S, section: I, title: Việc hai, lead: u, from: 1/12/2026, due: 31/12/2026}
- {id: V, section: I, title: Việc theo mặc định, lead: u, from: 1/12/2026}
- {id: W, section: I, title: Việc lặp, lead: u, from: 1/12/2026, due: 1/2/2026}
schedule:
- {id: R1, task: T, title: Dòng một, from: 1/12/2026}
- {id: R2, task: S, title: Dòng hai, due: 31/3/2026}
- {id: R3, task: S, title: Dòng ba}
- {id: R4, task: T, title: Dòng bốn, from: 31/3/2026}
- {id: R5, task: W, title: Dòng năm}
";
    let ran = ask_of(text, &["validate", "-f", "short", "--lang", "en"]);
    assert_eq!(
        ran.out,
        "p.plan.yaml:11:65: start-after-due: the first day is after the deadline, 2026-03-31\n\
         p.plan.yaml:12:55: start-after-due: the first day is after the deadline, 2026-02-01\n\
         p.plan.yaml:14:44: start-after-due: the first day is after the deadline, 2026-03-31\n\
         p.plan.yaml:15:43: start-after-due: the deadline is before the first day, 2026-12-01\n"
    );
}

#[test]
fn words_that_cannot_be_read_stay_beside_their_meaning() {
    let words = "{text: Trước kỳ họp thường lệ giữa năm của HĐND phường, means: 3/7/2026}";
    let tasks = format!(
        "sections: [{{id: I, title: I}}]\ntasks: [{{id: t, section: I, title: T, lead: a, due: {words}}}]\n\
         schedule: [{{id: r, task: t, title: R}}]\n\
         targets: [{{id: c, title: C, value: 5, lead: a, due: {{text: Hết nhiệm kỳ, means: 2026}}}}]\n"
    );
    assert_eq!(of(&tasks), [""; 0]);
    let folder =
        crate::support::folder::folder(&format!("{}{}{tasks}", crate::rules::HEAD, crate::rules::UNITS));
    let ask = |arguments: &[&str]| crate::support::answers::ask_in(folder.path(), arguments);
    let json = ask(&["list", "-f", "json"]).json();
    let item = &json["items"][0];
    assert_eq!(item["due_text"], "Trước kỳ họp thường lệ giữa năm của HĐND phường");
    assert_eq!((&item["due"], &item["deadline"]), (&"2026-07-03".into(), &"2026-07-03".into()));
    let why = ask(&["why", "r", "--width", "200"]).out;
    assert!(why.contains("thời hạn ghi “Trước kỳ họp thường lệ giữa năm của HĐND phường”"), "{why}");
    assert!(why.contains("kế hoạch giải thích là “3/7/2026”"), "{why}");
    for answer in [&["schedule"][..], &["show", "t"], &["schedule", "-f", "csv"]] {
        let out = ask(&[answer, &["--width", "200"]].concat()).out;
        assert!(out.contains("Trước kỳ họp thường lệ"), "{answer:?}\n{out}");
    }
    let targets = ask(&["targets", "-f", "json"]).json().to_string();
    assert!(targets.contains("Hết nhiệm kỳ"), "{targets}");
}

#[test]
fn the_meaning_is_checked_at_its_place_and_both_keys_are_needed() {
    let due = |value: &str| of(&format!("tasks: [{{id: t, title: T, lead: a, due: {value}}}]\n"));
    assert_eq!(due("{text: Sau kỳ họp, means: 31/6}"), ["8:67 impossible-date: month 6 has only 30 days"]);
    assert_eq!(
        due("{text: Sau kỳ họp, means: kỳ sau}"),
        ["8:67 unreadable-deadline: \"kỳ sau\" is not understood"]
    );
    assert_eq!(due("{text: Sau kỳ họp}"), ["8:42 missing-key: missing key: means"]);
    assert_eq!(due("{text: Sau kỳ họp, mean: 3/7}"), ["8:60 unknown-key: there is no key \"mean\""]);
    assert_eq!(due("[1/7, 2/7]"), ["8:41 wrong-type: due does not take a list"]);
}

#[test]
fn events_of_the_calendar_are_read_and_faults_are_told_where_they_stand() {
    let tasks = "tasks: [{id: t, title: T, lead: a, due: trước khai giảng}, {id: u, title: U, lead: a, due: 20 ngày trước khai giảng}]\n";
    let with = |events: &str| of(&format!("calendar: {{events: [{events}]}}\n{tasks}"));
    assert_eq!(with("{name: Khai  Giảng, date: 5/9/2026}"), [""; 0]);
    assert_eq!(with("{name: lễ khai giảng, aliases: [khai giảng], date: 5/9/2026}"), [""; 0]);
    let without = [
        "8:47 unreadable-deadline: \"khai giảng\" is not understood",
        "8:106 unknown-event: the day of \"khai giảng\" is not known: the deadline is undated",
    ];
    assert_eq!(of(tasks), without);
    // An event that is wrong is the one fault.
    for (event, fault) in [
        ("{name: khai giảng, date: 31/6/2026}", "8:46 wrong-type: date: month 6 has only 30 days"),
        ("{name: khai giảng, date: 5/9}", "8:46 wrong-type: date: ngày 05/9 has no year"),
        ("{name: khai giảng}", "8:22 missing-key: missing key: date"),
    ] {
        let told = with(event);
        assert!(told.len() == 1 && told[0] == fault, "{event}: {told:?}");
    }
    for key in ["calender: {events", "calendar: {event"] {
        let told = of(&format!("{key}: [{{name: khai giảng, date: 5/9/2026}}]}}\n{tasks}"));
        assert!(told.len() == 1 && told[0].contains("unknown-key"), "{told:?}");
    }
}

#[test]
fn words_in_place_of_a_day_are_told_both_ways_out() {
    let ask = |due: &str| {
        let text = format!(
            "{}{}tasks: [{{id: t, title: T, lead: a, due: {due}}}]\n",
            crate::rules::HEAD,
            crate::rules::UNITS
        );
        ask_of(&text, &["validate", "--lang", "en"]).out
    };
    let ways = "declare the event in `calendar.events`, or write the day beside the words: `due: {text: …, means: …}`";
    for due in
        ["trước kỳ họp HĐND giữa năm", "đến đại hội", "chậm nhất 20 ngày trước ngày đại hội", "sau hội thao"]
    {
        let out = ask(due).replace("\n           ", "");
        assert!(out.contains(ways), "{due}: {out}");
    }
    // A misspelt word is put right first.
    let out = ask("trước cuôi năm");
    assert!(out.contains("nearest: trước cuối năm"), "{out}");
    assert!(!ask("xyzxyz").contains("calendar.events"));
}

#[test]
fn days_up_to_92_round_a_school_year_are_in_its_period() {
    let of = |due: &str| {
        let text = format!(
            "format: 1\nplan: p\ntitle: Thử\nperiod: năm học 2025-2026\ncalendar: {{school_years: [{{year: 2025-2026, from: \
             5/9/2025, term1_ends: 14/1/2026, term2_ends: 24/5/2026, to: 31/5/2026}}]}}\n{}tasks: [{{id: t, title: T, lead: a, due: {due}}}]\n",
            crate::rules::UNITS
        );
        found(&text).into_iter().filter(|told| told.contains("outside-period")).count()
    };
    for (due, told) in
        [("5/6/2025", 0), ("4/6/2025", 1), ("31/8/2026", 0), ("1/9/2026", 1), ("tháng 8/2025", 0)]
    {
        assert_eq!(of(due), told, "{due}");
    }
    // A calendar year has no such margin.
    let told = crate::rules::of("tasks: [{id: t, title: T, lead: a, due: 31/12/2025}]\n");
    assert!(told.len() == 1 && told[0].contains("outside-period"), "{told:?}");
}

/// Reports on a span that is over: the span lies in the plan's period, and its day behind it.
#[test]
fn a_report_on_the_last_span_of_the_period_is_due_behind_it() {
    let task = |due: &str| of(&format!("tasks: [{{id: t, title: T, lead: a, due: \"{due}\"}}]\n"));
    let rules = |due: &str| {
        let told = task(due).into_iter().filter(|told| !told.contains("unknown-calendar"));
        told.map(|told| told.split(' ').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    for right in [
        "ngày 05 của tháng tiếp theo",
        "trước ngày 20 tháng 01 của năm sau",
        "ngày 10 tháng đầu quý sau quý báo cáo",
        "30 ngày kể từ ngày kết thúc năm",
        "15 ngày kể từ ngày kết thúc quý",
    ] {
        assert_eq!(rules(right), [""; 0], "{right}");
    }
    for (wrong, rule) in [
        // A day behind the period by itself reports on nothing in it.
        ("20/1/2027", "outside-period:"),
        ("trước ngày 20 tháng 01 năm 2028", "outside-period:"),
        ("từ 01/02/2027 đến 20/02/2027", "outside-period:"),
    ] {
        assert_eq!(rules(wrong), [rule], "{wrong}");
    }
    let december = "tasks: [{id: t, title: T, lead: a, due: ngày 05 của tháng tiếp theo}]\nprogress:\n  - ";
    for (report, told) in [
        ("{item: t, period: 2026-12, date: 4/1/2027, state: done, evidence: BC 1}", None),
        (
            "{item: t, period: 2026-12, date: 30/11/2026, state: done, evidence: BC 1}",
            Some("done-before-start:"),
        ),
        ("{item: t, period: 2027-01, date: 4/1/2027, state: done, evidence: BC 1}", Some("no-such-period:")),
    ] {
        let told_of = of(&format!("{december}{report}\n"));
        let skipped = ["unknown-calendar", "future-report"];
        let told_of: Vec<&str> = told_of
            .iter()
            .filter(|found| !skipped.iter().any(|rule| found.contains(rule)))
            .map(|found| found.split(' ').nth(1).unwrap())
            .collect();
        assert_eq!(told_of, told.into_iter().collect::<Vec<_>>(), "{report}");
    }
}

/// The texts behind “nearest” and “for example” in the help of a diagnostic.
fn forms_in_help(out: &str) -> Vec<String> {
    let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
    let help = words.split("= help: ").skip(1).filter_map(|help| help.split(" error").next());
    help.filter_map(|help| help.strip_prefix("nearest: ").or(help.strip_prefix("for example: ")))
        .flat_map(|forms| forms.trim_end_matches(|c: char| c.is_ascii_digit()).split(['；', ';', ',']))
        .map(|form| form.trim().to_owned())
        .filter(|form| !form.is_empty() && !form.starts_with("or "))
        .collect()
}

#[test]
fn the_examples_of_help_have_days_in_the_plan() {
    let calendar = "calendar: {school_years: [{year: 2026-2027, from: 5/9/2026, term1_ends: 16/1/2027, term2_ends: 24/5/2027, to: 31/5/2027}]}\n";
    let mut forms = 0;
    for period in ["2031", "năm học 2026-2027", "giai đoạn 2027-2030", "{from: 1/10/2026, to: 30/6/2027}"]
    {
        for due in [
            "trước rằm",
            "Tháng chín tới",
            "quy II",
            "trươc ngay 29/2",
            "hàng thang",
            "cuối nam hoc",
            "hè này",
            "trong ky II",
            "giai doan 2",
            "trung tuan thang 9",
        ] {
            let head = format!(
                "format: 1\nplan: p\ntitle: Thử\nperiod: {period}\n{calendar}{}",
                crate::rules::UNITS
            );
            let wrong = format!("{head}tasks: [{{id: t, title: T, lead: a, due: {due}}}]\n");
            let out = ask_of(&wrong, &["validate", "--lang", "en"]).out;
            for form in forms_in_help(&out) {
                forms += 1;
                let right = format!("{head}tasks: [{{id: t, title: T, lead: a, due: \"{form}\"}}]\n");
                let told: Vec<String> =
                    found(&right).into_iter().filter(|told| !told.contains("unknown-calendar")).collect();
                assert_eq!(told, [""; 0], "{form} for {due} in {period}");
            }
        }
    }
    assert!(forms > 60, "{forms}");
}

#[test]
fn the_examples_for_a_period_are_of_the_year_of_the_plan() {
    let of = |header: &str| {
        let text =
            format!("format: 1\nplan: p\n{header}\nperiod: nam nay\nunits: [{{id: a, name: A, kind: x}}]\n");
        ask_of(&text, &["validate", "--lang", "en"]).out
    };
    assert!(
        of("title: Kế hoạch năm 2031").contains("nearest: năm 2031"),
        "{}",
        of("title: Kế hoạch năm 2031")
    );
    assert!(of("title: Thử\nissued: 5/1/2029").contains("nearest: năm 2029"));
}
