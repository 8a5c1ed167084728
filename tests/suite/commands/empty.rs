//! Answers with nothing in them, of every command that lists.

use crate::support::answers::year;
use crate::support::program::plan;

#[test]
fn nothing_is_said_in_words_and_is_no_error() {
    for (arguments, said) in [
        (vec!["overdue", "unit:phong-y-te"], "Không có việc nào quá hạn tính đến ngày 30/06/2025.\n"),
        (vec!["upcoming", "id:PL2-01"], "Không có việc nào đến hạn từ 30/06/2025 đến 14/07/2025.\n"),
        (vec!["list", "status:dropped"], "Không có việc nào.\n"),
        (vec!["status", "status:dropped"], "Không có việc nào.\n"),
    ] {
        let ran = year(&arguments, "30/6/2025");
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", said), "{arguments:?}");
        let with = |more: &[&'static str]| {
            let all: Vec<&str> = arguments.iter().copied().chain(more.iter().copied()).collect();
            year(&all, "30/6/2025")
        };
        assert_eq!(with(&["-q"]).err, "");
        let json = with(&["-f", "json"]).json();
        let list = if arguments[0] == "status" { &json["groups"] } else { &json["items"] };
        assert_eq!(list.as_array().map(Vec::len), Some(0));
        let csv = with(&["-f", "csv", "--lang", "en"]).out;
        assert!(csv.starts_with("plan,") && csv.lines().count() == 1, "{csv}");
    }
}

#[test]
fn nothing_found_is_said_in_words() {
    for (arguments, words) in [
        (&["schedule", "status:dropped"][..], "Không có dòng nào.\n"),
        (&["targets", "target:CT-01", "goal:MT3"], "Không có chỉ tiêu nào.\n"),
        (&["units", "khong co dau"], "Không có đơn vị nào.\n"),
        (
            &["why", "PL2-01", "--period", "2023-Q2"],
            "Không có việc nào của PL2-01 ở kỳ 2023-Q2; các đơn vị và kỳ: plan show PL2-01.\n",
        ),
    ] {
        let ran = plan(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, words), "{arguments:?}");
        assert!(!ran.out.contains('─'), "{}", ran.out);
    }
}

#[test]
fn an_empty_answer_says_so_and_is_no_failure() {
    let ran = plan(&["overdue", "--as-of", "1/1/2024", "plan:thanh-xuan-2024"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(!ran.err.is_empty());
    let ran = plan(&["overdue", "--as-of", "1/1/2024", "plan:thanh-xuan-2024", "-q"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
}
