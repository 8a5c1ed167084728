//! Days of the options `--as-of`, `--known` and `--since`: relative ones, spans, and days without a year.

use crate::support::answers::ask_in;
use crate::support::folder::folder;

fn plan_of(id: &str, period: &str) -> String {
    format!(
        "format: 1\nplan: {id}\ntitle: Kế hoạch\nperiod: {period}\nunits: [{{id: a, name: A, kind: x}}]\n\
         tasks: [{{id: V, title: Việc, lead: a, due: hằng tháng}}]\n"
    )
}

#[test]
fn relative_days_and_spans_count_from_the_clock() {
    let folder = folder(&plan_of("p", "2026"));
    // The clock of the tests stands on Saturday 21/11/2026.
    for (words, day) in [
        ("today", "2026-11-21"),
        ("hôm nay", "2026-11-21"),
        ("today-1d", "2026-11-20"),
        ("hôm qua", "2026-11-20"),
        ("yesterday", "2026-11-20"),
        ("ngày mai", "2026-11-22"),
        ("tomorrow", "2026-11-22"),
        ("today-1m", "2026-10-21"),
        ("tuần này", "2026-11-22"),
        ("tháng này", "2026-11-30"),
        ("tháng trước", "2026-10-31"),
        ("quý này", "2026-12-31"),
        ("last quarter", "2026-09-30"),
        ("tháng 6", "2026-06-30"),
        ("đến hết quý II", "2026-06-30"),
        ("Quý II/2024", "2024-06-30"),
    ] {
        let json = ask_in(folder.path(), &["status", "--as-of", words, "-f", "json"]).json();
        assert_eq!(json["as_of"], day, "{words}");
    }
    for (words, day) in [
        ("today-7d", "2026-11-14"),
        ("tháng này", "2026-11-01"),
        ("tuần trước", "2026-11-09"),
        ("quý này", "2026-10-01"),
        ("tháng 6", "2026-06-01"),
        ("15/5", "2026-05-15"),
    ] {
        let json = ask_in(folder.path(), &["status", "--since", words, "-f", "json"]).json();
        assert_eq!(json["since"]["day"], day, "{words}");
    }
    for words in ["today-1m", "hôm qua", "tháng trước"] {
        assert_eq!(ask_in(folder.path(), &["list", "--known", words]).code, 0, "{words}");
    }
    for filter in
        ["deadline:tháng này", "due:hôm nay..ngày mai", "deadline:..tháng trước", "reported:quý này"]
    {
        let ran = ask_in(folder.path(), &["list", filter]);
        assert_eq!(ran.code, 0, "{filter}\n{}", ran.err);
    }
    // In a filter they count from the day asked about.
    let months = |words: &str| {
        let asked = ["list", words, "--as-of", "15/3/2026", "-f", "json"];
        ask_in(folder.path(), &asked).json()["items"].as_array().unwrap().len()
    };
    assert_eq!([months("due:tháng này"), months("due:quý này"), months("due:hôm nay")], [1, 3, 0]);
}

#[test]
fn a_day_without_a_year_is_that_of_the_plans() {
    let folder = folder(&plan_of("p", "2024"));
    let as_of =
        |arguments: &[&str]| ask_in(folder.path(), &[arguments, &["-f", "json", "--lang", "en"]].concat());
    assert_eq!(as_of(&["status", "--as-of", "15/5"]).json()["as_of"], "2024-05-15");
    assert_eq!(as_of(&["status", "--as-of", "29/2"]).json()["as_of"], "2024-02-29");
    assert_eq!(
        as_of(&["status", "--since", "15/5", "--as-of", "tháng 6"]).json()["since"]["day"],
        "2024-05-15"
    );
    assert_eq!(as_of(&["calendar", "--as-of", "15/5"]).json()["year"], 2024);
    std::fs::write(folder.path().join("q.plan.yaml"), plan_of("q", "2025")).unwrap();
    let ran = as_of(&["status", "--as-of", "15/5"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            2,
            "error: --as-of: \"15/5\" is not a day: the plans have several such days: 2024-05-15, 2025-05-15 (help: 15/05/2025)\n"
        )
    );
    // Only the plans asked for are looked at, and only the year of one may have the day.
    assert_eq!(as_of(&["status", "--as-of", "15/5", "--plan", "q"]).json()["as_of"], "2025-05-15");
    assert_eq!(as_of(&["status", "--as-of", "29/2", "plan:p"]).json()["as_of"], "2024-02-29");
    std::fs::write(folder.path().join("q.plan.yaml"), plan_of("q", "năm học 2025-2026")).unwrap();
    let school = "calendar: {school_years: [{year: 2025-2026, from: 5/9/2025, term1_ends: 17/1/2026, term2_ends: 24/5/2026, to: 31/5/2026}]}\n";
    let text = plan_of("q", "năm học 2025-2026") + school;
    std::fs::write(folder.path().join("q.plan.yaml"), text).unwrap();
    assert_eq!(as_of(&["status", "--as-of", "cuối học kỳ I"]).json()["as_of"], "2026-01-17");
}

#[test]
fn a_day_that_no_plan_has_is_refused() {
    let folder = folder(&plan_of("p", "Quý I/2024"));
    for (words, why) in [
        ("15/5", "ngày 15/5 is not in the plan's period (Quý I/2024)"),
        ("31/6", "month 6 has only 30 days"),
        ("today+7x", "the step is not understood (help: today, today-7d, today-2w, today-1m, today-1y)"),
        ("today-9999y", "the resulting day is outside the years 1900–2999"),
        ("hằng tháng", "expected a day with its year (help"),
        ("từ ngày 15/3", "expected a day with its year"),
        ("sớm muộn", "expected a day with its year"),
    ] {
        let ran = ask_in(folder.path(), &["status", "--as-of", words, "--lang", "en"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{words}");
        let told = format!("error: --as-of: \"{words}\" is not a day: {why}");
        assert!(ran.err.starts_with(told.trim_end_matches(" (help")), "{words}\n{}", ran.err);
    }
    // Without plans, the year of the clock decides.
    let empty = tempfile::tempdir().unwrap();
    let ran = crate::support::program::plan_in(empty.path(), &["calendar", "--as-of", "15/5", "-f", "json"]);
    assert_eq!(ran.json()["year"], 2026);
    let ran = crate::support::program::plan_in(empty.path(), &["calendar", "--as-of", "29/2"]);
    assert_eq!(ran.code, 2);
}
