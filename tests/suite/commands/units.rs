//! `plan units`: the registry of units and groups.

use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

use crate::support::answers::{answer, ask_offices, assert_contains, year};

#[test]
fn units_stand_with_what_they_lead_and_who_succeeds_them() {
    assert_data_eq!(
        answer(year(&["units", "kind:phuong", "--width", "120"], "1/8/2025")),
        str![[r#"
Danh mục đơn vị: ca-nam · Tính đến ngày 01/08/2025 · Kế hoạch giáo dục và đào tạo năm 2025 của quận Minh Họa

Mã               Tên                   Loại    Tên khác         Hiệu lực        Kế thừa         Số đơn vị  Số việc
──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
phuong-hoa-cuc   UBND phường Hoa Cúc   phuong  phường Hoa Cúc                                                    5
phuong-hoa-dao   UBND phường Hoa Đào   phuong  phường Hoa Đào                                                    5
phuong-hoa-hue   UBND phường Hoa Huệ   phuong  phường Hoa Huệ                                                    5
phuong-hoa-lan   UBND phường Hoa Lan   phuong  phường Hoa Lan                                                    5
phuong-hoa-sung  UBND phường Hoa Súng  phuong  phường Hoa Súng  hết 30/06/2025  phuong-hoa-sen                   3
phuong-hoa-sen   UBND phường Hoa Sen   phuong  phường Hoa Sen   từ 01/07/2025                                    2

Nhóm đơn vị
phuong           UBND 05 phường        nhóm                                                             5        1

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
            "members": ["b", "c"], "count": 2, "items": 1, "place": {"file": "p.plan.yaml", "line": 16},
        }])
    );
    let force: Vec<&Value> = json["units"].as_array().unwrap().iter().map(|unit| &unit["in_force"]).collect();
    assert_eq!(force, [true, true, true, false, true]);
}
