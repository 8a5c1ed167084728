//! Calendars of deadlines: `-f ics`.

use std::fs;

use crate::support::program::{plan, plan_in};

const YEAR: [&str; 4] = ["--plans", "examples/ca-nam", "--as-of", "30/6/2025"];

/// The unfolded lines of a calendar; every line keeps to the rules of the format.
fn lines(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n']));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "a line of more than 75 octets");
    calendar.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

#[test]
fn each_dated_open_item_is_an_event_under_its_key() {
    let ran = plan(&[&["list", "-f", "ics"], &YEAR[..]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let lines = lines(&ran.out);
    let json = plan(&[&["list", "-f", "json"], &YEAR[..]].concat()).json();
    let items = json["items"].as_array().unwrap();
    let open: Vec<_> =
        items.iter().filter(|item| !item["deadline"].is_null() && item["done"].is_null()).collect();
    assert!(open.len() > 20 && open.len() < items.len());
    let values = |name: &str| {
        let prefix = format!("{name}:");
        lines.iter().filter_map(|line| line.strip_prefix(&prefix)).map(str::to_owned).collect::<Vec<_>>()
    };
    let keys: Vec<String> =
        open.iter().map(|item| format!("{}@plan", item["key"].as_str().unwrap())).collect();
    assert_eq!(values("UID"), keys);
    let days: Vec<String> =
        open.iter().map(|item| item["deadline"].as_str().unwrap().replace('-', "")).collect();
    assert_eq!(values("DTSTART;VALUE=DATE"), days);
    assert_eq!(values("DTSTAMP").len(), open.len());
    assert!(!ran.out.contains("VALARM") && !ran.out.contains("DTEND"));
    assert_eq!(
        plan(&[&["list", "-f", "ics"], &YEAR[..]].concat()).out,
        ran.out,
        "equal input gives equal bytes"
    );
}

#[test]
fn an_event_tells_why_and_what_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let text = "format: 1\nplan: p\ntitle: T\nperiod: 2026\nissued: 5/1/2026\nunits: [{id: u, name: \"Tổ 1; A, B\", kind: to}]\n\
        tasks:\n  - {id: A, title: Nộp báo cáo, lead: u, due: 30/6/2026}\n  - {id: B, title: Thôi, lead: u, due: 30/9/2026}\n  \
        - {id: C, title: Xong, lead: u, due: 30/6/2026}\n  - {id: D, title: Chưa rõ, lead: u}\n\
        changes:\n  - {item: A, date: 1/6/2026, due: 15/7/2026, by: CV 1}\n  - {item: B, date: 2/6/2026, dropped: true, by: CV 2}\n\
        progress:\n  - {item: A, date: 10/6/2026, percent: 50}\n  - {item: C, date: 1/2/2026, state: done, evidence: BB}\n";
    fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
    let ran = plan_in(
        folder.path(),
        &["list", "--plans", ".", "--as-of", "1/7/2026", "-f", "ics", "--remind", "3d"],
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let lines = lines(&ran.out);
    let begins: Vec<usize> = (0..lines.len()).filter(|at| lines[*at] == "BEGIN:VEVENT").collect();
    assert_eq!(begins.len(), 2, "{lines:#?}");
    let first = &lines[begins[0]..begins[1]];
    for line in [
        "UID:p/A/u/-@plan",
        "DTSTAMP:20260610T000000Z",
        "DTSTART;VALUE=DATE:20260715",
        "SEQUENCE:1",
        "SUMMARY:Nộp báo cáo (Tổ 1\\; A\\, B)",
        "STATUS:CONFIRMED",
        "TRIGGER:-P3D",
    ] {
        assert!(first.iter().any(|own| own == line), "{line} in {first:#?}");
    }
    let told = first.iter().find(|line| line.starts_with("DESCRIPTION:A: hạn 30/6/2026")).unwrap();
    assert!(told.contains("15/7/2026"), "{told}");
    let second = &lines[begins[1]..];
    assert!(second.iter().any(|line| line == "STATUS:CANCELLED"), "{second:#?}");
    assert!(!second.iter().any(|line| line == "BEGIN:VALARM"), "nobody is reminded of dropped work");
}

#[test]
fn only_lists_of_work_items_are_calendars() {
    for command in ["status", "schedule", "targets"] {
        let ran = plan(&[&[command, "-f", "ics"], &YEAR[..]].concat());
        assert_eq!(ran.code, 2, "{command}: {}", ran.out);
    }
    let ran = plan(&[&["list", "--remind", "3d"], &YEAR[..]].concat());
    assert_eq!(ran.code, 2, "{}", ran.out);
    let ran = plan(&[&["list", "-f", "ics", "--remind", "x"], &YEAR[..]].concat());
    assert_eq!(ran.code, 2, "{}", ran.out);
    let none = plan(&[&["overdue", "-f", "ics", "late:5000.."], &YEAR[..]].concat());
    assert_eq!(none.code, 0);
    assert!(none.err.contains("Không có việc nào quá hạn") && none.out.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn each_unit_gets_the_calendar_of_what_it_answers_for() {
    let folder = tempfile::tempdir().unwrap();
    let plans = crate::support::program::root().join("examples/ca-nam");
    let plans = plans.to_str().unwrap();
    let run = |more: &[&str]| {
        let fixed = ["upcoming", "--within", "90d", "--plans", plans, "--as-of", "15/7/2025", "-f", "ics"];
        plan_in(folder.path(), &[&fixed[..], more].concat())
    };
    let ran = run(&["--by", "unit", "-o", "lich"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let mut names: Vec<String> = fs::read_dir(folder.path().join("lich"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    // Phường Hoa Sen answers for what was Hoa Súng's.
    let of = |unit: &str| names.iter().find(|name| name.ends_with(&format!("-{unit}.ics")));
    assert!(of("phuong-hoa-sung").is_none(), "{names:?}");
    let sen = fs::read_to_string(folder.path().join("lich").join(of("phuong-hoa-sen").unwrap())).unwrap();
    let lines = lines(&sen);
    assert!(lines.contains(&"X-WR-CALNAME:UBND phường Hoa Sen".to_owned()), "{sen}");
    assert!(lines.contains(&"UID:ca-nam/PL2-11/phuong-hoa-sung/-@plan".to_owned()), "{sen}");
    let ran = run(&["--by", "unit"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "lỗi: chưa nói ghi vào thư mục nào (gợi ý: -o THƯ-MỤC)\n"));
}
