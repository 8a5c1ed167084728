//! JSON of work items.

use serde_json::json;

use crate::support::answers::{items, real, year};

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
        "evidence": [], "difficulty": "Đường truyền yếu", "proposal": null, "note": null, "output": "Báo cáo", "tags": [],
        "place": {"file": "phu-luc-02.yaml", "line": 8}, "own": {}
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
        "difficulty",
        "proposal",
        "note",
        "output",
        "tags",
        "place",
        "own",
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
