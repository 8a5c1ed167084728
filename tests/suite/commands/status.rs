//! `plan status`: figures, held against a count of the work items of `plan list`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::answers::{ask_offices, assert_contains, items, real, year};
use crate::support::folder::folder_of;
use crate::support::program::{Ran, plan, plan_in};
use crate::support::snapshot::assert_printed;

const COUNTS: [&str; 10] = [
    "done-on-time",
    "done-late",
    "done-undated",
    "overdue",
    "due-soon",
    "on-track",
    "upcoming",
    "continuous",
    "undated",
    "dropped",
];

/// Returns the figures of each group in an answer, by plan (for units: by name) and key.
fn told(ran: &Ran) -> BTreeMap<(String, String), Vec<String>> {
    let json = ran.json();
    let groups = json["groups"].as_array().unwrap();
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let of = if json["by"] == "unit" { "label" } else { "plan" };
    let all: BTreeMap<_, _> =
        groups.iter().map(|it| ((word(&it[of]), word(&it["key"])), figures_told(it))).collect();
    assert_eq!(all.len(), groups.len(), "no group twice");
    all
}

fn figures_told(group: &Value) -> Vec<String> {
    let mut figures = vec![group["total"].to_string()];
    figures.extend(COUNTS.map(|name| group[name.replace('-', "_")].to_string()));
    figures.extend(["completion_pct", "on_time_pct", "overdue_pct"].map(|name| group[name].to_string()));
    figures
}

/// Counts the same figures from work items.
fn counted(items: &[&Value]) -> Vec<String> {
    let count = |names: &[&str]| {
        items.iter().filter(|item| names.contains(&item["status"].as_str().unwrap())).count()
    };
    let mut figures = vec![items.len().to_string()];
    figures.extend(COUNTS.map(|name| count(&[name]).to_string()));
    let percent = |part: usize, whole: usize| {
        if whole == 0 {
            return String::from("null");
        }
        let tenths = (part * 2000 + whole) / (2 * whole);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    let done = count(&["done-on-time", "done-late", "done-undated"]);
    let decided = count(&["done-on-time", "done-late", "overdue"]);
    let left_out = count(&["dropped", "upcoming", "continuous"]);
    figures.push(percent(done, items.len() - left_out));
    figures.push(percent(count(&["done-on-time"]), decided));
    figures.push(percent(count(&["overdue"]), decided));
    figures
}

/// Returns the plan and key of the group of a work item.
fn place(by: &str, item: &Value) -> (String, String) {
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let day = || item["extended_to"].as_str().or(item["due"].as_str());
    match by {
        "section" => (word(&item["plan"]), word(&item["section"])),
        "task" => {
            let task = if item["task"].is_null() { &item["id"] } else { &item["task"] };
            (word(&item["plan"]), word(task))
        }
        "plan" => (word(&item["plan"]), word(&item["plan"])),
        // Units of different plans may share an id; the name tells them apart.
        "unit" => (word(&item["unit"]["name"]), word(&item["unit"]["id"])),
        "kind" => (String::from("-"), word(&item["unit"]["kind"])),
        "status" => (String::from("-"), word(&item["status"])),
        "month" => (String::from("-"), day().map_or(String::from("-"), |day| day[..7].to_owned())),
        _ => {
            let quarter = |day: &str| (day[5..7].parse::<u32>().unwrap() - 1) / 3 + 1;
            let key = day().map_or(String::from("-"), |day| format!("{}-Q{}", &day[..4], quarter(day)));
            (String::from("-"), key)
        }
    }
}

fn hold(by: &str, run: impl Fn(&[&str]) -> Ran) {
    let items = items(&run(&["list", "-f", "json"]));
    let mut groups: BTreeMap<(String, String), Vec<&Value>> = BTreeMap::new();
    for item in &items {
        groups.entry(place(by, item)).or_default().push(item);
    }
    let groups: BTreeMap<_, _> = groups.into_iter().map(|(place, items)| (place, counted(&items))).collect();
    let status = run(&["status", "--by", by, "-f", "json"]);
    assert_eq!(told(&status), groups, "{by}");
    assert_eq!(status.json()["by"], by);
    assert_eq!(figures_told(&status.json()["total"]), counted(&items.iter().collect::<Vec<_>>()), "{by}");
}

#[test]
fn every_grouping_adds_up() {
    for by in ["section", "task", "unit", "kind", "month", "quarter", "plan", "status"] {
        for day in ["31/3/2025", "30/6/2025", "30/9/2025", "31/12/2025"] {
            hold(by, |arguments| year(arguments, day));
        }
        hold(by, real);
    }
}

#[test]
fn an_item_under_several_goals_counts_in_each_and_once_in_the_total() {
    let status = year(&["status", "--by", "goal", "-f", "json"], "30/9/2025");
    for (term, key) in [("goal:MT1", "MT1"), ("goal:MT2", "MT2"), ("goal:MT3", "MT3"), ("goal:none", "-")] {
        let own = items(&year(&["list", term, "-f", "json"], "30/9/2025"));
        let place = (String::from("ca-nam"), String::from(key));
        assert_eq!(told(&status)[&place], counted(&own.iter().collect::<Vec<_>>()), "{key}");
    }
    let all = items(&year(&["list", "-f", "json"], "30/9/2025")).len();
    let sum: u64 =
        status.json()["groups"].as_array().unwrap().iter().map(|it| it["total"].as_u64().unwrap()).sum();
    assert_eq!(status.json()["total"]["total"], all);
    assert!(sum > all as u64);
    let text = year(&["status", "--by", "goal"], "30/9/2025").out;
    assert!(text.contains("một lần ở dòng cộng"), "{text}");
}

/// The state of a task by the definition of docs/status.md.
fn task_state(items: &[&Value]) -> &'static str {
    let has = |status: &str| items.iter().any(|item| item["status"] == status);
    let left: Vec<&&Value> =
        items.iter().filter(|item| item["status"] != "dropped" && item["status"] != "continuous").collect();
    if left.is_empty() {
        return if has("continuous") { "continuous" } else { "dropped" };
    }
    if left.iter().all(|item| item["progress"] == "done") {
        "done"
    } else if has("overdue") {
        "late"
    } else if left.iter().any(|item| item["progress"] != "not-started") {
        "in-progress"
    } else {
        "not-started"
    }
}

#[test]
fn tasks_are_counted_beside_work_items() {
    for day in ["1/1/2025", "31/3/2025", "30/6/2025", "30/9/2025", "31/12/2025"] {
        let items = items(&year(&["list", "-f", "json"], day));
        let mut tasks: BTreeMap<(String, String), Vec<&Value>> = BTreeMap::new();
        for item in &items {
            tasks.entry(place("task", item)).or_default().push(item);
        }
        let json = year(&["status", "--by", "task", "-f", "json"], day).json();
        for group in json["groups"].as_array().unwrap() {
            let key = (String::from("ca-nam"), group["key"].as_str().unwrap().to_owned());
            assert_eq!(group["state"], task_state(&tasks[&key]), "{day} {key:?}");
        }
        let told = &year(&["status", "-f", "json"], day).json()["tasks"];
        assert_eq!(told["total"], tasks.len(), "{day}");
        for state in ["done", "late", "in-progress", "not-started", "dropped", "continuous"] {
            let count = tasks.values().filter(|items| task_state(items) == state).count();
            assert_eq!(told[state.replace('-', "_")], count, "{day} {state}");
        }
    }
}

/// Six of 153 work items late and none done yet: a reader must not take 100 % for a share of the whole.
#[test]
fn the_share_of_late_work_stands_beside_its_denominator() {
    let due = |at| if at < 6 { "tháng 1" } else { "tháng 12" };
    let tasks: Vec<String> = (0..153)
        .map(|at| format!("  - {{id: T-{at}, title: Việc {at}, lead: a, due: {}}}\n", due(at)))
        .collect();
    let text = format!(
        "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\nunits: [{{id: a, name: A, kind: x}}]\ntasks:\n{}",
        tasks.concat()
    );
    let folder = folder_of(&[("plans/p/plan.yaml", text.as_str())]);
    let ask = |lang: &str| {
        plan_in(folder.path(), &["status", "--by", "unit", "--as-of", "2/3/2026", "--lang", lang]).out
    };
    let vi = ask("vi");
    assert!(vi.contains("tính trên 6 việc") && vi.contains("không trên cả 153 việc"), "{vi}");
    let en = ask("en");
    assert!(en.contains("of these 6, not of all 153"), "{en}");
    let row = vi.lines().find(|line| line.starts_with("A ")).unwrap();
    let cells: Vec<&str> = row.split_whitespace().collect();
    assert_eq!(cells[..2], ["A", "153"], "{vi}");
    assert_eq!(cells[cells.len() - 3..], ["6", "0,0", "100,0"], "{vi}");
    // Nothing is late or done before January ends: no share of nothing is explained.
    let before = plan_in(folder.path(), &["status", "--as-of", "2/1/2026"]).out;
    assert!(!before.contains("% quá hạn tính trên"), "{before}");
    assert!(before.contains("Tính theo nhiệm vụ: 153 nhiệm vụ (153 chưa thực hiện)."), "{before}");
}

#[test]
fn the_sum_of_several_plans_names_its_denominator() {
    let said = real(&["status", "--by", "section", "--lang", "en"]).out.replace('\n', " ");
    let decided = |name: &str| real(&["status", "-f", "json"]).json()["total"][name].as_u64().unwrap();
    let decided = decided("done_on_time") + decided("done_late") + decided("overdue");
    assert!(said.contains(&format!("of the {decided} with a deadline")), "{said}");
}

#[test]
fn groupings_across_plans_name_no_plan() {
    for (by, named) in [("section", true), ("task", true), ("goal", true), ("unit", false), ("month", false)]
    {
        let json = real(&["status", "--by", by, "-f", "json"]).json();
        for group in json["groups"].as_array().unwrap() {
            assert_eq!(group["plan"].is_string(), named, "{by}: {group}");
        }
    }
}

#[test]
fn without_by_one_plan_goes_by_sections_and_several_by_plans() {
    let by = |ran: Ran| ran.json()["by"].as_str().unwrap().to_owned();
    assert_eq!(by(real(&["status", "-f", "json"])), "plan");
    assert_eq!(by(real(&["status", "--plan", "thanh-xuan-2024", "-f", "json"])), "section");
    assert_eq!(by(real(&["status", "not:plan:thanh-xuan-2024", "-f", "json"])), "section");
    // Not by what there is of a unit: both plans were asked.
    assert_eq!(by(real(&["status", "unit:phuong-ha-dinh", "-f", "json"])), "plan");
}

#[test]
fn the_keys_of_the_json_stand_in_their_order() {
    let ran = year(&["status", "-f", "json"], "30/6/2025");
    let names = ["schema", "as_of", "by", "groups", "plan", "key", "label", "total"];
    let counts = COUNTS.map(|name| name.replace('-', "_"));
    let shares = ["completion_pct", "on_time_pct", "overdue_pct", "total"];
    let all = names.iter().copied().chain(counts.iter().map(String::as_str)).chain(shares);
    let mut at = 0;
    for name in all {
        let found = ran.out[at..].find(&format!("\"{name}\":"));
        at += found.unwrap_or_else(|| panic!("{name} after {at} in {}", ran.out));
    }
    assert!(!ran.out.contains("since"));
    let none = year(&["status", "unit:phuong-hoa-sen", "period:2025-Q3..", "-f", "json"], "30/6/2025").json();
    assert!(none["total"]["completion_pct"].is_null());
}

#[test]
fn status_reads_like_this() {
    assert_printed("status.txt", &year(&["status"], "30/6/2025"));
    assert_printed("status.en.txt", &year(&["status", "--lang", "en"], "30/6/2025"));
    assert_printed(
        "status-quarter.en.txt",
        &year(&["status", "--by", "quarter", "--lang", "en"], "30/6/2025"),
    );
    assert_printed("status-unit.txt", &year(&["status", "--by", "unit", "--width", "120"], "30/9/2025"));
    assert_printed("status-status.txt", &year(&["status", "--by", "status"], "30/9/2025"));
    assert_printed(
        "status-known.txt",
        &year(&["status", "--known", "5/7/2025", "--width", "160"], "30/6/2025"),
    );
    assert_printed("status-plan.csv", &year(&["status", "--by", "plan", "-f", "csv"], "30/6/2025"));
    assert_printed("status-sections.csv", &real(&["status", "--by", "section", "-f", "csv", "--lang", "en"]));
}

#[test]
fn sections_within_sections_stand_below_the_highest() {
    assert_printed("status-nested.txt", &real(&["status", "--plan", "ba-dinh-2022-2023"]));
}

#[test]
fn several_plans_are_a_line_each() {
    assert_printed("status-plans.txt", &real(&["status"]));
}

#[test]
fn what_changed_stands_below_the_figures() {
    assert_printed(
        "status-since.txt",
        &year(&["status", "section:III", "--since", "30/6/2025"], "30/9/2025"),
    );
}

#[test]
fn what_changed_since_a_day_is_listed_for_programs() {
    let json = ask_offices(&["status", "--since", "1/2/2026", "-f", "json"]).json();
    assert_eq!(
        json["since"],
        json!({
            "day": "2026-02-01",
            "newly_done": ["p/u/b/2026-Q1", "p/u/c/2026-Q1"],
            "newly_overdue": ["p/t/g/-", "p/u/b/2026-Q2", "p/u/b/2026-Q3", "p/u/c/2026-Q2", "p/u/c/2026-Q3"],
            "extended": ["p/u/c/2026-Q4"],
            "dropped": ["p/v/b/-"],
        })
    );
}

#[test]
fn figures_by_kind_month_and_plan_have_their_names() {
    for (by, parts) in [
        ("kind", &["Loại đơn vị", "truong", "nhóm đơn vị"][..]),
        ("month", &["Tháng 3/2026", "Tháng 1/2027"]),
        ("plan", &["Mã  Kế hoạch"]),
    ] {
        assert_contains(&ask_offices(&["status", "--by", by]).out, parts);
    }
    // Nothing of December is decided yet: no share can be told.
    let page = ask_offices(&["status", "--by", "month", "--width", "120"]).out;
    let december = page.lines().find(|line| line.starts_with("Tháng 12/2026")).unwrap();
    assert!(december.split_whitespace().rev().take(2).all(|share| share == "–"), "{page}");
}

/// Returns the lines of an answer on the example of a year, at a width.
fn at_width(command: &[&str], width: &str) -> Vec<String> {
    let options = ["--plans", "examples/ca-nam", "--as-of", "30/6/2025", "--lang", "en", "--width", width];
    plan(&[command, &options].concat()).out.lines().map(str::to_owned).collect()
}

#[test]
fn a_narrow_terminal_gets_the_important_columns_and_hears_of_the_others() {
    let headers = |width: &str| {
        let lines = at_width(&["status"], width);
        let rule = lines.iter().position(|line| line.starts_with('─')).unwrap();
        // Header rows, one row a section, and the total are single lines.
        assert!(lines[rule + 1..rule + 4].iter().all(|line| line.starts_with('I')), "{lines:#?}");
        assert!(lines[rule - 1].contains("Title"), "{lines:#?}");
        lines[rule - 2..rule].join("\n")
    };
    let note = |width: &str| {
        let lines = at_width(&["status"], width);
        let first = lines.iter().position(|line| line.starts_with("Shortened for "));
        first.map(|first| {
            lines[first..].iter().take_while(|line| !line.is_empty()).cloned().collect::<Vec<_>>().join(" ")
        })
    };
    assert_eq!(note("130"), None);
    assert_eq!(
        note("80").unwrap(),
        "Shortened for 80 columns: Done is Done on time, Done late; without “Done, late”, \
         % on time, % late. In full: --width 110 or -f csv."
    );
    assert!(headers("80").contains("Done") && !headers("80").contains("late"));
    // A little wider, the next important ones are back.
    assert_eq!(
        note("100").unwrap(),
        "Shortened for 100 columns: Done is Done on time, Done late; without % on time. In full: --width 110 or -f csv."
    );
    // Other media have all of them, and not those that join others.
    for format in ["csv", "html", "markdown"] {
        let out = plan(&[
            "status",
            "--plans",
            "examples/ca-nam",
            "--as-of",
            "30/6/2025",
            "--lang",
            "vi",
            "-f",
            format,
        ])
        .out;
        assert!(out.contains("Xong đúng hạn") && !out.contains("Khác"), "{out}");
    }
    for width in ["20", "40", "60", "80", "100"] {
        for command in [&["status"][..], &["status", "--by", "unit"], &["overdue"], &["list"], &["upcoming"]]
        {
            for line in at_width(command, width) {
                assert!(unicode_width::UnicodeWidthStr::width(&*line) <= width.parse().unwrap(), "{line}");
            }
        }
    }
}
