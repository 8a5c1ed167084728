//! Years whose days off are not announced: the holidays of the law are days off, and every answer tells the doubt.

use crate::support::answers::ask_in;
use crate::support::folder::folder;

/// A plan of a year without announced days off.
const NEXT_YEAR: &str = "format: 1
plan: t
title: Kế hoạch năm sau
period: 2027
units:
  - {id: u1, name: Trường A, kind: truong}
tasks:
  - {id: A-1, title: Báo cáo đầu năm, lead: u1, due: 1/1}
  - {id: A-2, title: Báo cáo tháng tư, lead: u1, due: đến 30/4}
  - {id: A-3, title: Khai giảng, lead: u1, due: đến 2/9}
";

/// A plan of which one far deadline lies in an announced year, and one extension in a year without announcement.
const EXTENDED: &str = "format: 1
plan: p
title: t
period: 2026
sections: [{id: I, title: I}]
units: [{id: u, name: U, kind: k}]
tasks:
- {id: A, section: I, title: x, lead: u, due: 28/12/2026}
changes:
- {item: A, date: 1/12/2026, due: 1/1/2027, by: Công văn số 1/UBND}
";

const DOUBT: &str =
    "the holidays of 2027 are not all known yet (days in lieu, swap days): deadlines may change";

#[test]
fn holidays_of_the_law_move_deadlines_and_make_nothing_overdue() {
    let folder = folder(NEXT_YEAR);
    let list = ask_in(folder.path(), &["list", "--as-of", "2/1/2027", "-f", "json"]).json();
    let deadlines: Vec<&str> =
        list["items"].as_array().unwrap().iter().map(|item| item["deadline"].as_str().unwrap()).collect();
    assert_eq!(deadlines, ["2027-01-04", "2027-05-03", "2027-09-03"]);
    assert_eq!(list["unannounced"], serde_json::json!([2027]));
    let overdue = ask_in(folder.path(), &["overdue", "--as-of", "2/1/2027", "-f", "json"]).json();
    assert_eq!((&overdue["items"], &overdue["unannounced"]), (&serde_json::json!([]), &[2027].into()));
}

#[test]
fn every_answer_with_a_day_of_such_a_year_tells_the_doubt_once() {
    let folder = folder(NEXT_YEAR);
    let sentence = "The holidays of 2027 are not all known yet";
    for (arguments, day) in [
        (&["why", "A-1"][..], "2/1/2027"),
        (&["overdue"], "2/1/2027"),
        (&["overdue"], "5/1/2027"),
        (&["overdue", "-f", "csv"], "5/1/2027"),
        (&["overdue", "-f", "html"], "2/1/2027"),
        (&["status"], "2/1/2027"),
        (&["status", "-f", "csv"], "2/1/2027"),
        (&["upcoming", "-f", "markdown"], "2/1/2027"),
        (&["list"], "2/1/2027"),
        (&["due", "30/4"], "2/1/2027"),
        (&["due", "30/4", "-f", "json"], "2/1/2027"),
    ] {
        let asked = [arguments, &["--as-of", day, "--lang", "en", "--width", "200"]].concat();
        let ran = ask_in(folder.path(), &asked);
        let told = format!("{}{}", ran.out, ran.err).to_lowercase();
        assert_eq!(told.matches(&sentence.to_lowercase()).count(), 1, "{arguments:?}\n{told}");
        let quiet = ask_in(folder.path(), &[&asked[..], &["-q"]].concat());
        assert_eq!(quiet.err, "", "{arguments:?}");
    }
    // Far from every holiday an announcement changes nothing.
    let far = NEXT_YEAR.replace("1/1}", "15/3}").replace("30/4}", "30/6}").replace("2/9}", "15/10}");
    std::fs::write(folder.path().join("p.plan.yaml"), far).unwrap();
    for arguments in [&["list"][..], &["status"], &["validate", "."], &["why", "A-1"]] {
        let ran = ask_in(folder.path(), &[arguments, &["--lang", "en"]].concat());
        assert!(!format!("{}{}", ran.out, ran.err).contains("not all known"), "{arguments:?}\n{}", ran.out);
    }
}

#[test]
fn an_extension_and_an_expression_into_such_a_year_are_warned_of() {
    let folder = folder(EXTENDED);
    let ran = ask_in(folder.path(), &["validate", ".", "-f", "short", "--lang", "en"]);
    assert_eq!(ran.out.lines().next(), Some(&*format!("p.plan.yaml:10:35: unknown-calendar: {DOUBT}")));
    let ran = ask_in(folder.path(), &["due", "1/1/2027", "--period", "2027", "--lang", "en"]);
    assert!(ran.err.starts_with(&format!("warning[unknown-calendar]: {DOUBT}\n --> EXPRESSION:1:1\n")));
    // Days that count working days across such holidays are in doubt themselves.
    let across = ["due", "20 ngày làm việc kể từ ngày 20/1/2027", "--lang", "en"];
    assert!(ask_in(folder.path(), &across).err.contains(DOUBT));
    let before = ["due", "20 ngày làm việc kể từ ngày 1/6/2027", "--lang", "en"];
    assert_eq!(ask_in(folder.path(), &before).err, "");
}
