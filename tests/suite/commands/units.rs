//! `plan units`: the registry of units and groups.

use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

use crate::support::answers::{answer, ask_of, ask_offices, assert_contains, items, year};
use crate::support::samples::OFFICES;

#[test]
fn units_stand_with_what_they_lead_and_who_succeeds_them() {
    assert_data_eq!(
        answer(year(&["units", "kind:phuong", "--width", "120"], "1/8/2025")),
        str![[r#"
Danh mục đơn vị: ca-nam · Tính đến ngày 01/08/2025 · Kế hoạch giáo dục và đào tạo năm 2025 của quận Minh Họa

Mã               Tên                   Loại    Tên khác         Hiệu lực        Kế thừa         Số đơn vị  Số việc
──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
phuong-hoa-cuc   UBND phường Hoa Cúc   phuong  phường Hoa Cúc                                                    6
phuong-hoa-dao   UBND phường Hoa Đào   phuong  phường Hoa Đào                                                    6
phuong-hoa-hue   UBND phường Hoa Huệ   phuong  phường Hoa Huệ                                                    6
phuong-hoa-lan   UBND phường Hoa Lan   phuong  phường Hoa Lan                                                    6
phuong-hoa-sung  UBND phường Hoa Súng  phuong  phường Hoa Súng  hết 30/06/2025  phuong-hoa-sen                   4
phuong-hoa-sen   UBND phường Hoa Sen   phuong  phường Hoa Sen   từ 01/07/2025                                    6

Nhóm đơn vị
phuong           UBND 05 phường        nhóm                                                             5       26

"#]]
    );
    let json = year(&["units", "unit:phuong-hoa-sung", "-f", "json"], "1/8/2025").json();
    assert_eq!(json["schema"], "plan.units/1");
    let unit = &json["units"][0];
    assert_eq!(
        (&unit["id"], &unit["until"], &unit["in_force"], &unit["successors"], &unit["items"]),
        (
            &"phuong-hoa-sung".into(),
            &"2025-06-30".into(),
            &false.into(),
            &serde_json::json!(["phuong-hoa-sen"]),
            &4.into()
        )
    );
}

#[test]
fn a_registry_says_who_comes_and_who_goes() {
    let page = ask_offices(&["units"]).out;
    assert_contains(
        &page,
        &["từ 01/12/2026", "đến 30/11/2026  d", "Nhóm đơn vị\ng   Các trường B và C  nhóm"],
    );
    let json = ask_offices(&["units", "-f", "json"]).json();
    assert_eq!(
        json["groups"],
        json!([{
            "plan": "p", "id": "g", "name": "Các trường B và C", "kinds": [], "parent": null,
            "members": ["b", "c"], "count": 2, "items": 11, "place": {"file": "p.plan.yaml", "line": 16},
        }])
    );
    let force: Vec<&Value> = json["units"].as_array().unwrap().iter().map(|unit| &unit["in_force"]).collect();
    assert_eq!(force, [true, true, true, false, true]);
}

/// The ids of the units and groups of an answer in JSON, each with its number of work items.
fn counts(json: &Value) -> Vec<(String, u64)> {
    let rows = ["units", "groups"].into_iter().flat_map(|key| json[key].as_array().unwrap());
    rows.map(|row| (row["id"].as_str().unwrap().to_owned(), row["items"].as_u64().unwrap())).collect()
}

#[test]
fn a_unit_and_a_group_have_the_work_that_a_list_of_it_finds() {
    for day in ["1/3/2025", "1/8/2025", "31/12/2025"] {
        let counts = counts(&year(&["units", "-f", "json"], day).json());
        let csv = year(&["units", "-f", "csv", "--lang", "en"], day).out;
        assert!(counts.iter().any(|(id, count)| id == "phuong" && *count > 20), "{counts:?}");
        for (id, count) in counts {
            let listed = items(&year(&["list", "--unit", &id, "-f", "json"], day));
            assert_eq!(listed.len() as u64, count, "{id} on {day}");
            let starts = [format!("ca-nam,,{id},"), format!("ca-nam,Groups,{id},")];
            let row = csv.lines().find(|line| starts.iter().any(|start| line.starts_with(start))).unwrap();
            assert!(row.ends_with(&format!(",{count}")), "{row}");
            let page = year(&["show", &id], day).out;
            let summary = page.lines().find_map(|line| line.strip_prefix("Tình hình")).unwrap_or(" 0 việc");
            assert!(summary.trim_start().starts_with(&format!("{count} việc")), "{id} on {day}:\n{page}");
        }
    }
    for (id, count) in counts(&ask_offices(&["units", "-f", "json"]).json()) {
        let listed = items(&ask_of(OFFICES, &["list", "--unit", &id, "-f", "json"]));
        assert_eq!(listed.len() as u64, count, "{id}");
    }
}
