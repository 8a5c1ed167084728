//! The shape and the order of work items in JSON, and the filters of docs/filters.md on real plans.

use serde_json::json;

use super::{each, items, real, year};

#[test]
fn an_item_has_the_shape_of_commands_md() {
    let ran = year(&["list", "id:PL2-06", "unit:th-hoa-binh", "-f", "json"], "1/7/2025");
    let all = items(&ran);
    let expected = json!({
        "key": "ca-nam/PL2-06/th-hoa-binh/-", "plan": "ca-nam", "id": "PL2-06", "task": "II-2", "section": "II",
        "title": "Đưa học bạ số vào sử dụng",
        "unit": {"id": "th-hoa-binh", "name": "Trường Tiểu học Hòa Bình", "kind": "th"},
        "answers": ["th-hoa-binh"], "with": [], "to": [], "period": null, "due_text": "Quý II/2025",
        "inherited": [], "from": "2025-04-01", "due": "2025-06-30", "extended_to": null,
        "deadline": "2025-06-30", "extensions": 0, "progress": "in-progress", "status": "overdue",
        "done": null, "percent": 70.0, "reported": "2025-06-20", "days_late": 1, "working_days_late": 1,
        "evidence": [], "output": "Báo cáo", "tags": [],
        "place": {"file": "phu-luc-02.yaml", "line": 8}
    });
    assert_eq!(all, [expected]);
    let names = [
        "key",
        "plan",
        "id",
        "task",
        "section",
        "title",
        "unit",
        "answers",
        "with",
        "to",
        "period",
        "due_text",
        "inherited",
        "from",
        "due",
        "extended_to",
        "deadline",
        "extensions",
        "progress",
        "status",
        "done",
        "percent",
        "reported",
        "days_late",
        "working_days_late",
        "evidence",
        "output",
        "tags",
        "place",
    ];
    let mut at = ran.out.find("\"items\"").unwrap();
    for name in names {
        let found = ran.out[at..].find(&format!("\n      \"{name}\":"));
        at += found.unwrap_or_else(|| panic!("{name} after {at} in {}", ran.out));
    }
    assert_eq!(all[0].as_object().unwrap().len(), names.len());
}

#[test]
fn a_task_tracked_itself_is_its_own_task_and_places_are_relative_to_the_root() {
    let all = items(&year(&["list", "id:II-5", "-f", "json"], "1/7/2025"));
    assert_eq!((&all[0]["task"], &all[0]["section"]), (&json!("II-5"), &json!("II")));
    let all = items(&real(&["list", "id:PL2-01", "plan:thanh-xuan-2024", "-f", "json"]));
    assert_eq!(all[0]["place"]["file"], "thanh-xuan-2024/phu-luc-02.yaml");
}

#[test]
fn changes_are_told() {
    let all = items(&year(&["list", "id:PL2-11", "-f", "json"], "30/9/2025"));
    let moved = all.iter().find(|item| item["unit"]["id"] == "phuong-hoa-lan").unwrap();
    assert_eq!((&moved["extended_to"], &moved["extensions"]), (&json!("2025-10-31"), &json!(1)));
    let ended = all.iter().find(|item| item["unit"]["id"] == "phuong-hoa-sung").unwrap();
    assert_eq!(ended["answers"], json!(["phuong-hoa-sen"]));
    let text = year(&["list", "id:PL2-11", "--width", "160"], "30/9/2025").out;
    assert!(text.contains("phường Hoa Súng (nay là phường Hoa Sen)"), "{text}");
}

#[test]
fn items_stand_in_document_order() {
    let all = items(&real(&["list", "-f", "json"]));
    let mut plans = each(&all, "plan");
    plans.dedup();
    assert_eq!(plans, ["ba-dinh-2022-2023", "thanh-xuan-2024"]);
    let year = items(&year(&["list", "id:PL2-01", "id:PL2-02", "-f", "json"], "30/6/2025"));
    let keys = each(&year, "key");
    assert_eq!(
        keys[3..6],
        [
            "ca-nam/PL2-01/phong-gddt/2025-Q4",
            "ca-nam/PL2-02/phuong-hoa-cuc/2025-Q1",
            "ca-nam/PL2-02/phuong-hoa-cuc/2025-Q2"
        ]
    );
}

#[test]
fn filters_of_the_query_language_are_understood() {
    let count = |terms: &[&str]| {
        let mut all = vec!["list", "-f", "json"];
        all.extend(terms);
        items(&real(&all)).len()
    };
    let all = count(&[]);
    assert!(all > 200);
    assert!(count(&["unit:ha dinh"]) > 0);
    assert_eq!(count(&["unit:ha dinh"]), count(&["--unit", "phuong-ha-dinh"]));
    assert_eq!(count(&["status:overdue"]), items(&real(&["overdue", "-f", "json"])).len());
    assert!(count(&["unit:ha dinh", "status:overdue", "status:due-soon", "late:3.."]) > 0);
    assert_eq!(count(&["section:II"]) + count(&["not:section:II"]), all);
    assert_eq!(count(&["reported:none"]), all);
    assert_eq!(count(&["--plan", "thanh-xuan-2024", "--plan", "ba-dinh-2022-2023"]), all);
    assert!(count(&["deadline:..today+14d"]) <= all);
    for wrong in ["unit:khong-co", "statsu:overdue", "status:late", "deadline:30/2/2025"] {
        let ran = real(&["list", wrong]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{wrong}");
        assert!(!ran.err.is_empty());
    }
}
