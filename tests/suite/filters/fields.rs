//! Fields, and combinations of terms.

use plan::date::AsOf;
use plan::status::evaluate_all;

use super::{both, filter, found_on, one};
use crate::support::answers::ask_of;
use crate::support::plans::day;

/// Returns the ids of the matching rows and tasks, each once, on 2 July 2024.
fn ids(arguments: &[&str]) -> String {
    let mut ids: Vec<String> = Vec::new();
    for key in found_on(&one(), "2/7/2024", arguments) {
        let id = key.split('/').next().unwrap().to_owned();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.join(" ")
}

#[test]
fn terms_on_one_field_are_alternatives_and_different_fields_must_all_hold() {
    assert_eq!(ids(&["id:PL-1", "id:PL-2"]), "PL-1 PL-2");
    assert_eq!(ids(&["id:PL-1", "id:PL-2", "deadline:..1/7/2024"]), "PL-1");
    assert_eq!(ids(&["id:PL-1", "task:II.1-2"]), "");
    assert_eq!(ids(&["tag:none", "tag:an-toan", "id:PL-3"]), "PL-3");
}

#[test]
fn every_not_must_fail_to_hold() {
    assert_eq!(ids(&["not:section:II.1", "not:id:I-1"]), "II.10-1");
    assert_eq!(ids(&["task:II.1-1", "not:id:PL-1"]), "PL-2");
    assert_eq!(ids(&["not:deadline:none"]), "I-1 PL-1 PL-2 PL-3");
    assert_eq!(ids(&["not:id:PL-1", "id:PL-1"]), "");
}

#[test]
fn every_word_must_be_found_somewhere() {
    for (words, found) in [
        (&["pl-1"][..], "PL-1"),
        (&["tong hop"], "PL-2"),
        (&["bep an"], "PL-1 PL-2"),
        // The text has a line break there.
        (&["Rà soát, kiểm tra"], "PL-1 PL-2"),
        (&["biên bản"], "I-1"),
        (&["làm trước hè"], "PL-1"),
        (&["12/ttr-pgddt"], "PL-1"),
        (&["trực tuyến"], "I-1"),
        (&["kiem tra", "bếp", "hè"], "PL-1"),
        (&["kiem tra", "biên bản"], ""),
        // Neither a unit nor a section is searched.
        (&["Phòng Nội vụ"], ""),
        (&["phương"], ""),
    ] {
        assert_eq!(ids(words), found, "{words:?}");
    }
}

#[test]
fn only_reports_that_count_are_searched() {
    let plans = one();
    let matcher = |as_of| filter(&["evidence:thông báo"]).resolve(&plans, &[], as_of).unwrap();
    let count = |as_of| {
        let items = evaluate_all(&plans[0], as_of);
        items.iter().filter(|item| matcher(as_of).matches(&plans[0], item)).count()
    };
    assert_eq!(count(AsOf::day(day("14/3/2024"))), 1);
    assert_eq!(count(AsOf::day(day("13/3/2024"))), 0);
    assert_eq!(count(AsOf { day: day("14/3/2024"), known: Some(day("19/3/2024")) }), 0);
}

#[test]
fn ids_name_items_of_plans_and_whole_keys() {
    assert_eq!(found_on(&both(), "2/7/2024", &["id:quan-2024/PL-1"]), ["quan-2024/PL-1/phong-gddt/-"]);
    let key = "quan-2024/PL-3/phuong-ha-dinh/2024-Q2";
    assert_eq!(found_on(&both(), "2/7/2024", &[&format!("id:{key}")]), [key]);
    assert_eq!(found_on(&both(), "2/7/2024", &["id:quan-2024/PL-3/phuong-ha-dinh"]).len(), 2);
    assert_eq!(found_on(&both(), "2/7/2024", &["plan:quan-2025"]), ["quan-2025/III-1/so-xay-dung/-"]);
    assert_eq!(found_on(&both(), "2/7/2024", &["not:plan:quan-2024"]), ["quan-2025/III-1/so-xay-dung/-"]);
}

#[test]
fn a_section_takes_all_below_it_and_a_task_those_that_it_tells_again() {
    assert_eq!(ids(&["section:II"]), "PL-1 PL-2 PL-3 II.10-1");
    assert_eq!(ids(&["section:II.1"]), "PL-1 PL-2 PL-3");
    assert_eq!(ids(&["task:II.1-1"]), "PL-1 PL-2");
    assert_eq!(ids(&["task:II.10-2"]), "PL-1 PL-2");
    assert_eq!(ids(&["task:II.10-3"]), "");
    assert_eq!(ids(&["goal:mt2", "goal:none"]), "I-1 PL-3 II.10-1");
    assert_eq!(ids(&["target:CT-01"]), "PL-1 PL-2");
    assert_eq!(ids(&["target:none"]), "I-1 PL-3 II.10-1");
    assert_eq!(ids(&["section:none"]), "");
    assert_eq!(ids(&["not:section:none"]), "I-1 PL-1 PL-2 PL-3 II.10-1");
    assert_eq!(ids(&["not:task:none"]), "I-1 PL-1 PL-2 PL-3 II.10-1");
}

#[test]
fn status_and_progress_go_by_their_words_in_both_languages() {
    let keys = |status: &str| found_on(&one(), "2/7/2024", &[status]);
    assert_eq!(keys("status:done"), ["I-1/hai-dau-moi/-", "PL-3/phuong-khuong-dinh/2024-Q1"]);
    assert_eq!(keys("status:done-late"), ["PL-3/phuong-khuong-dinh/2024-Q1"]);
    assert_eq!(keys("status:hoàn thành"), keys("status:done"));
    assert_eq!(keys("status:hoan thanh qua han"), keys("status:done-late"));
    assert_eq!(keys("progress:Tạm dừng"), ["PL-3/phuong-ha-dinh/2024-Q2"]);
    assert_eq!(keys("progress:in_progress"), ["PL-1/phong-gddt/-"]);
    assert_eq!(keys("status:quá hạn"), keys("status:OVERDUE"));
    assert_eq!(keys("not:status:done").len(), 8);
}

#[test]
fn days_take_any_span_and_are_read_against_each_plan() {
    assert_eq!(ids(&["due:Quý II/2024"]), "PL-1 PL-3");
    assert_eq!(ids(&["due:tháng 9"]), "PL-2 PL-3");
    assert_eq!(ids(&["due:15/3/2024..30/6/2024"]), "I-1 PL-1 PL-3");
    assert_eq!(ids(&["due:tháng 3..tháng 6"]), "I-1 PL-1 PL-3");
    assert_eq!(ids(&["due:tháng 7.."]), "PL-2 PL-3");
    assert_eq!(ids(&["due:..tháng 3", "not:id:PL-3"]), "I-1");
    assert_eq!(ids(&["due:trước 15/3/2024"]), "");
    assert_eq!(ids(&["due:đến 15/3/2024"]), "I-1");
    // The deadline is rolled, the day as written is not.
    assert_eq!(ids(&["due:30/6/2024", "id:PL-1"]), "PL-1");
    assert_eq!(ids(&["deadline:30/6/2024"]), "");
    assert_eq!(ids(&["deadline:1/7/2024", "id:PL-1"]), "PL-1");
    assert_eq!(ids(&["deadline:today-1d", "id:PL-1"]), "PL-1");
    assert_eq!(ids(&["done:14/3/2024"]), "I-1");
    assert_eq!(ids(&["reported:20/3/2024"]), "I-1");
    assert_eq!(ids(&["from:today.."]), "PL-3");
    assert_eq!(ids(&["from:none"]), "I-1 PL-1 PL-2 II.10-1");
    // A month that only one of the plans has: the other has nothing there.
    assert_eq!(found_on(&both(), "2/7/2024", &["due:tháng 8"]), [""; 0]);
    assert_eq!(found_on(&both(), "2/7/2024", &["due:tháng 5"]), ["quan-2025/III-1/so-xay-dung/-"]);
}

#[test]
fn before_a_day_is_read_as_the_plan_reads_it() {
    for (setting, found) in [("exclusive", &[""; 0][..]), ("inclusive", &["A/a/-"])] {
        let plans = vec![crate::support::plans::plan(&format!(
            "
settings: {{before: {setting}}}
units: [{{id: a, name: Đơn vị A, kind: phong-ban}}]
sections: [{{id: I, title: Chung}}]
tasks: [{{id: A, section: I, title: Kiểm tra, lead: a, due: 15/5/2024}}]
"
        ))];
        assert_eq!(found_on(&plans, "1/1/2024", &["due:trước 15/5/2024"]), found, "{setting}");
    }
}

#[test]
fn today_is_the_day_that_the_question_is_about() {
    let due = |on| found_on(&one(), on, &["deadline:today..today+1m", "not:id:PL-3"]);
    assert_eq!(due("1/3/2024"), ["I-1/hai-dau-moi/-"]);
    assert_eq!(due("1/9/2024"), ["PL-2/phong-gddt/-"]);
}

#[test]
fn late_counts_days_and_percent_percent() {
    let keys = |term: &str| found_on(&one(), "2/7/2024", &[term]);
    assert_eq!(
        keys("late:1"),
        ["PL-1/phong-gddt/-", "PL-3/phuong-ha-dinh/2024-Q2", "PL-3/phuong-khuong-dinh/2024-Q2"]
    );
    assert_eq!(keys("late:9..12"), ["PL-3/phuong-khuong-dinh/2024-Q1"]);
    assert_eq!(keys("late:2..").len(), 2);
    assert_eq!(keys("late:0").len(), 5);
    assert_eq!(keys("percent:62,5"), ["PL-1/phong-gddt/-"]);
    assert_eq!(keys("percent:62.5%..99"), ["PL-1/phong-gddt/-"]);
    assert_eq!(keys("percent:100").len(), 2);
    assert_eq!(keys("percent:none").len(), 7);
    assert_eq!(keys("percent:..100").len(), 3);
}

#[test]
fn periods_are_labels_or_the_same_days_in_other_words() {
    for same in ["period:2024-Q2", "period:2024-q2", "period:Quý II/2024", "period:quý 2"] {
        assert_eq!(
            found_on(&one(), "2/7/2024", &[same]),
            ["PL-3/phuong-ha-dinh/2024-Q2", "PL-3/phuong-khuong-dinh/2024-Q2"],
            "{same}"
        );
    }
    assert_eq!(ids(&["period:none"]), "I-1 PL-1 PL-2 II.10-1");
    assert_eq!(ids(&["period:2024"]), "");
}

#[test]
fn the_other_fields_go_by_their_words() {
    assert_eq!(ids(&["tag:an-toan"]), "PL-3");
    assert_eq!(ids(&["tag:an"]), "");
    assert_eq!(ids(&["tag:khong-co"]), "");
    assert_eq!(ids(&["tag:none"]), "I-1 PL-1 PL-2 II.10-1");
    assert_eq!(ids(&["to:none"]), "I-1 PL-1 PL-2 PL-3");
    assert_eq!(ids(&["output:biên bản"]), "I-1");
    assert_eq!(ids(&["output:none"]), "PL-2 PL-3 II.10-1");
    assert_eq!(ids(&["evidence:tờ trình"]), "PL-1");
    assert_eq!(found_on(&one(), "2/7/2024", &["not:evidence:none"]).len(), 4);
}

/// A task with two reports of difficulties, the later of which repeats no proposal.
const DIFFICULT: &str = "format: 1
plan: p
title: Kế hoạch
period: 2025
units: [{id: u, name: Phòng Tài chính, kind: phong}]
sections: [{id: I, title: Phần một}]
tasks:
  - {id: T, section: I, title: Sửa mái nhà, lead: u, due: 30/9/2025}
progress:
  - {item: T, date: 10/7/2025, state: started, difficulty: Chưa được bố trí vốn, proposal: Cho lùi hạn}
  - {item: T, date: 22/8/2025, percent: 70, difficulty: 'Mưa kéo dài, thi công chậm'}
  - {item: T, date: 24/8/2025, percent: 80}
";

#[test]
fn difficulties_of_reports_that_count_are_found_and_the_last_is_listed() {
    let listed = |day: &str, filter: &str| {
        let columns = ["list", "--columns", "id,difficulty", "-f", "csv", "--lang", "en", "-q"];
        let ran = ask_of(DIFFICULT, &[&columns[..], &["--as-of", day, filter]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out.strip_prefix("id,difficulty\n").unwrap().to_owned()
    };
    let rain = "T,\"Mưa kéo dài, thi công chậm\"\n";
    for (day, filter, found) in [
        ("30/8/2025", "difficulty:mua keo dai", rain),
        ("30/8/2025", "difficulty:bố trí vốn", rain),
        ("30/8/2025", "difficulty:none", ""),
        ("15/7/2025", "not:difficulty:none", "T,Chưa được bố trí vốn\n"),
        ("15/7/2025", "difficulty:mưa", ""),
        ("1/7/2025", "difficulty:none", "T,\n"),
    ] {
        assert_eq!(listed(day, filter), found, "{filter} on {day}");
    }
}

#[test]
fn proposals_of_reports_that_count_are_found_and_the_last_is_listed() {
    let listed = |filter: &str| {
        let columns = ["list", "--columns", "id,proposal", "-f", "csv", "--lang", "en", "-q"];
        let ran = ask_of(DIFFICULT, &[&columns[..], &["--as-of", "30/8/2025", filter]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out.strip_prefix("id,proposal\n").unwrap().to_owned()
    };
    assert_eq!(listed("proposal:lui han"), "T,Cho lùi hạn\n");
    assert_eq!(listed("proposal:none"), "");
    assert_eq!(listed("not:proposal:gia hạn"), "T,Cho lùi hạn\n");
}
