//! `plan units`: the registry of units and groups.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

use crate::support::answers::{answer, ask_of, ask_offices, assert_contains, each, items, real, year};
use crate::support::program::Ran;
use crate::support::samples::OFFICES;

#[test]
fn units_stand_with_what_they_lead_and_who_succeeds_them() {
    assert_data_eq!(
        answer(year(&["units", "kind:phuong", "--width", "120"], "1/8/2025")),
        str![[r#"
Danh mục đơn vị · Tính đến ngày 01/08/2025 · Kế hoạch giáo dục và đào tạo năm 2025 của quận Minh Họa

Mã               Tên                   Loại    Tên khác         Hiệu lực        Kế thừa         Số đơn vị  Số việc
──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
phuong-hoa-cuc   UBND phường Hoa Cúc   phuong  phường Hoa Cúc                                                    6
phuong-hoa-dao   UBND phường Hoa Đào   phuong  phường Hoa Đào                                                    6
phuong-hoa-hue   UBND phường Hoa Huệ   phuong  phường Hoa Huệ                                                    6
phuong-hoa-lan   UBND phường Hoa Lan   phuong  phường Hoa Lan                                                    6
phuong-hoa-sung  UBND phường Hoa Súng  phuong  phường Hoa Súng  hết 30/06/2025  phuong-hoa-sen                   3
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
            &3.into()
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

/// Returns the plans and ids of the units and groups of an answer in JSON, each with its number of work items.
fn counts(json: &Value) -> Vec<(String, String, u64)> {
    let rows = ["units", "groups"].into_iter().flat_map(|key| json[key].as_array().unwrap());
    let text = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
    rows.map(|row| (text(row, "plan"), text(row, "id"), row["items"].as_u64().unwrap())).collect()
}

/// Asserts that `units`, `list --unit` and `show` find the same work of every `step`th unit or group.
fn assert_same_work(step: usize, ask: impl Fn(&[&str]) -> Ran) {
    let csv = ask(&["units", "-f", "csv", "--lang", "en"]).out;
    for (plan, id, count) in counts(&ask(&["units", "-f", "json"]).json()).into_iter().step_by(step) {
        let listed = items(&ask(&["list", "--unit", &id, "-f", "json"]));
        assert_eq!(listed.len() as u64, count, "{id}");
        let name = format!("{plan}/{id}");
        let is_own = |line: &&str| line.split(',').nth(2) == Some(&id);
        let row = csv.lines().find(is_own).unwrap();
        assert!(row.ends_with(&format!(",{count}")), "{row}");

        let page = ask(&["show", &name, "--lang", "en"]).out;
        let noun = if count == 1 { "work item" } else { "work items" };
        assert_eq!(count > 0, page.contains(&format!(" {count} {noun}: ")), "{page}");
        let shown = ask(&["show", &name, "-f", "json"]).json();
        let shown: BTreeSet<&str> =
            shown["things"][0]["items"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        let listed: BTreeSet<&str> = each(&listed, "id").into_iter().collect();
        assert_eq!(shown, listed, "{id}");
        let facts = ask(&["show", &name, "-f", "csv", "--lang", "en"]).out;
        assert_eq!(count > 0, facts.contains(&format!("{count} {noun}: ")), "{facts}");
    }
}

#[test]
fn a_unit_and_a_group_have_the_work_that_a_list_of_it_finds() {
    let on = |day: &'static str| move |arguments: &[&str]| year(arguments, day);
    assert!(
        counts(&on("1/8/2025")(&["units", "-f", "json"]).json())
            .iter()
            .any(|(_, id, count)| id == "phuong" && *count > 20)
    );
    assert_same_work(2, on("1/3/2025"));
    assert_same_work(1, on("31/12/2025"));
    assert_same_work(1, |arguments| ask_of(OFFICES, arguments));
    assert_same_work(12, |arguments| real(&[arguments, &["--plan", "thanh-xuan-2024"]].concat()));
}
