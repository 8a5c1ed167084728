//! `plan due`: a deadline in words, resolved.

use std::fs;

use crate::support::answers::ask_in;
use crate::support::folder::folder;
use crate::support::program::{Ran, plan_in};
use crate::support::samples::DAYS_OFF;

/// Returns the day and the deadline of each occurrence.
fn days(ran: &Ran) -> Vec<(String, String)> {
    let json = ran.json();
    assert_eq!((ran.code, &json["schema"]), (0, &"plan.due/1".into()));
    let day = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let all = json["occurrences"].as_array().unwrap().iter();
    all.map(|it| (day(&it["due"]), day(&it["deadline"]))).collect()
}

#[test]
fn a_deadline_is_read_against_the_days_off_of_the_only_plan() {
    let folder = folder(DAYS_OFF);
    let due = |words: &[&str]| days(&ask_in(folder.path(), &[&["due", "-f", "json"], words].concat()));
    let day = |due: &str, deadline: &str| vec![(due.to_owned(), deadline.to_owned())];
    // Its holiday and the weekend behind; its Saturday at work.
    assert_eq!(due(&["3/4"]), day("2026-04-03", "2026-04-06"));
    assert_eq!(due(&["11/4"]), day("2026-04-11", "2026-04-11"));
    assert_eq!(
        due(&["--plan", "p", "học", "kỳ", "I", "năm", "học", "2026-2027"]),
        day("2027-01-15", "2027-01-15")
    );
    assert_eq!(due(&["--period", "2027", "15/5"]), day("2027-05-15", "2027-05-17"));
    assert_eq!(due(&["thường", "xuyên"]), []);
    assert_eq!(due(&["mỗi", "quý"]).len(), 4);
    // Without a plan the built-in calendar knows neither.
    let empty = tempfile::tempdir().unwrap();
    let built_in = plan_in(empty.path(), &["due", "-f", "json", "3/4"]);
    assert_eq!(days(&built_in), day("2026-04-03", "2026-04-03"));

    for (words, kind) in [("thường xuyên", "thường xuyên"), ("khi có hướng dẫn", "chưa xác định thời hạn")]
    {
        let page = ask_in(folder.path(), &["due", words]).out;
        assert!(page.contains(&format!("Loại     {kind}\n")) && !page.contains('─'), "{page}");
    }
    let page = ask_in(folder.path(), &["due", "3/4", "--lang", "en"]).out;
    assert!(page.contains("2026-04-03 Ngày truyền thống; 2026-04-04 Saturday;\n"), "{page}");
}

#[test]
fn words_that_are_no_deadline_are_marked_and_a_plan_that_is_not_there_is_named() {
    let folder = folder(DAYS_OFF);
    for (arguments, told) in [
        (
            &["due", "ngày", "31/6", "--lang", "en"][..],
            "error[impossible-date]: month 6 has only 30 days\n --> EXPRESSION:1:1\n  |\n1 | ngày 31/6\n  | ^^^^^^^^^\n\n",
        ),
        (
            &["due", "--period", "năm 2026 sai", "15/5"],
            "lỗi[unreadable-deadline]: không hiểu \"sai\"\n --> --period:1:10\n",
        ),
        (&["due", "--plan", "q", "3/4"], "lỗi: không có kế hoạch \"q\" (gợi ý: p)\n"),
        (&["due", "3/4", "-f", "htm"], "lỗi: không có dạng \"htm\" (gợi ý: html)\n"),
        (
            &["due", "3/4", "-f", "zzzzzz", "--lang", "en"],
            "error: there is no format \"zzzzzz\" (help: text, markdown, csv, html, docx, xlsx, json)\n",
        ),
    ] {
        let ran = ask_in(folder.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.starts_with(told), "{arguments:?}\n{}", ran.err);
    }
    // The days of a plan with errors are not known.
    fs::write(folder.path().join("p.plan.yaml"), DAYS_OFF.replace("lead: a,", "lead: b,")).unwrap();
    for arguments in [&["due", "3/4"][..], &["due", "--plan", "p", "3/4"]] {
        let ran = ask_in(folder.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains("bỏ qua kế hoạch \"p\""), "{}", ran.err);
    }
}
