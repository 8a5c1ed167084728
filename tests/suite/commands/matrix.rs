//! `plan matrix`: tasks by units.

use std::fmt::Write;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::answers::{answer, ask_of, assert_contains, refused, year};
use crate::support::samples::OFFICES;

/// A plan with a cell of every state.
const STATES: &str = "\
format: 1
plan: p
title: Kế hoạch
period: 2026
units:
  - {id: a, name: Phòng A, kind: phong}
  - {id: b, name: Phòng B, kind: phong}
sections: [{id: I, title: Phần một}]
tasks:
  - {id: t, section: I, title: Rà soát, lead: [b, a], due: tháng 3}
  - {id: u, section: I, title: Giao ban, lead: [a, b], due: hằng quý}
  - {id: v, title: Thường trực, lead: b, due: thường xuyên}
schedule:
  - {id: r, task: u, title: Họp quý, due: hằng quý}
  - {id: s, task: u, title: Báo cáo, due: tháng 6, lead: a}
  - {id: x, section: I, title: Dòng riêng, due: tháng 12, lead: a}
progress:
  - {item: t, unit: a, date: 30/3/2026, state: done}
  - {item: r, unit: a, period: 2026-Q1, date: 20/3/2026, state: done}
  - {item: r, unit: b, period: 2026-Q1, date: 20/3/2026, state: done}
  - {item: r, unit: b, period: 2026-Q2, date: 20/4/2026, percent: 25}
  - {item: s, date: 20/4/2026, percent: 50}
";

/// The cells of a row in JSON: unit, state, percent.
fn cells(json: &Value, row: &str) -> Vec<String> {
    let rows = json["matrices"][0]["rows"].as_array().unwrap();
    let row = rows.iter().find(|found| found["id"] == row).unwrap();
    let cells = row["cells"].as_array().unwrap().iter();
    cells.map(|cell| format!("{} {} {}", cell["unit"], cell["state"], cell["percent"])).collect()
}

#[test]
fn a_cell_sums_up_the_work_of_a_unit_in_a_task() {
    let json = ask_of(STATES, &["matrix", "-f", "json", "--as-of", "30/4/2026"]).json();
    assert_eq!(json["schema"], "plan.matrix/1");
    let rows = json["matrices"][0]["rows"].as_array().unwrap();
    let ids: Vec<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    // Rows of the annex are cells of their task; a row without a task stands for itself.
    assert_eq!(ids, ["t", "u", "x", "v"]);
    assert_eq!(cells(&json, "t"), ["\"a\" \"done\" 100.0", "\"b\" \"overdue\" 0.0"]);
    assert_eq!(rows[0]["cells"][1]["days_late"], 30);
    // Done in the first quarter, nothing said of the second, 50 % of the report; the later quarters are not open.
    assert_eq!(cells(&json, "u"), ["\"a\" \"open\" 50.0", "\"b\" \"open\" 62.5"]);
    assert_eq!((&rows[1]["cells"][0]["total"], &rows[1]["cells"][0]["done"]), (&5.into(), &1.into()));
    assert_eq!(cells(&json, "v"), ["\"b\" \"unmeasured\" null"]);
    assert_eq!(rows[1]["section"]["id"], "I");
}

#[test]
fn columns_follow_the_registry_and_joint_work_comes_last() {
    let ran = ask_of(OFFICES, &["matrix", "--as-of", "1/11/2026", "-f", "csv", "--lang", "en"]);
    assert_data_eq!(
        answer(ran),
        str![[r#"
plan,id,title,b,c,g
p,t,Việc chung,,,overdue 32
p,u,Việc từng trường,overdue 124,overdue 124,
p,v,Việc bỏ,unmeasured,,
p,w,Việc chuyển,unmeasured,,

"#]]
    );
}

#[test]
fn a_matrix_looks_like_this() {
    assert_data_eq!(
        answer(year(&["matrix", "section:I", "--unit", "phuong", "--width", "120"], "30/6/2025")),
        str![[r#"
Tiến độ theo nhiệm vụ và đơn vị · Tính đến ngày 30/06/2025 · Kế hoạch giáo dục và đào tạo năm 2025 của quận Minh Họa

                                    phường Hoa     phường Hoa     phường Hoa     phường Hoa    phường Hoa    phường Hoa
Số hiệu  Nhiệm vụ                      Cúc            Đào            Huệ            Lan           Súng           Sen
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
I        Chỉ đạo, điều hành
I-2      UBND phường báo cáo quý       100%           100%        quá hạn 14        100%            ✓             –

✓: đã xong · quá hạn N: việc quá hạn lâu nhất đã quá N ngày · %: tỷ lệ thực hiện, bình quân của các
kỳ đã mở · –: chưa đến kỳ, thường xuyên hoặc không thực hiện · ô trống: đơn vị không chủ trì nhiệm
vụ

"#]]
    );
    assert_data_eq!(
        answer(year(
            &["matrix", "section:I", "--unit", "phuong", "--lang", "en", "-f", "markdown"],
            "30/6/2025"
        )),
        str![[r#"
# Progress by task and unit

As of 2025-06-30

Kế hoạch giáo dục và đào tạo năm 2025 của quận Minh Họa

| No. | Task | phường Hoa Cúc | phường Hoa Đào | phường Hoa Huệ | phường Hoa Lan | phường Hoa Súng | phường Hoa Sen |
| --- | --- | :---: | :---: | :---: | :---: | :---: | :---: |
| **I** | **Chỉ đạo, điều hành** |  |  |  |  |  |  |
| I-2 | UBND phường báo cáo quý | 100% | 100% | overdue 14 | 100% | ✓ | – |

- ✓: done
- overdue N: N days late, of the work that is longest overdue
- %: percentage done, the mean of the open occurrences
- –: upcoming, continuous or dropped
- blank: the unit does not lead the task

"#]]
    );
}

/// Without room for columns, each task is a list of the units that lead it.
#[test]
fn a_narrow_matrix_is_a_list_for_each_task() {
    let page = answer(year(&["matrix", "section:I", "--width", "40"], "30/6/2025"));
    assert_contains(&page, &["Nhiệm vụ         UBND phường báo cáo quý", "phường Hoa Huệ   quá hạn 14"]);
}

#[test]
fn a_matrix_without_work_is_none() {
    let ran = year(&["matrix", "status:dropped", "unit:phong-y-te"], "30/6/2025");
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", "Không có việc nào.\n"));
}

/// A plan of few bytes would fill the memory with empty cells.
#[test]
fn a_matrix_of_too_many_cells_is_refused_except_in_json() {
    let mut text = String::from("format: 1\nplan: p\ntitle: T\nperiod: 2026\nunits:\n");
    for at in 0..1001 {
        writeln!(text, "- {{id: u-{at}, name: Đơn vị {at}, kind: x}}").unwrap();
    }
    text += "tasks:\n";
    for at in 0..1001 {
        writeln!(text, "- {{id: t-{at}, title: Việc {at}, lead: u-{at}, due: tháng 3}}").unwrap();
    }
    let ran = ask_of(&text, &["matrix", "--lang", "en"]);
    let said = "the matrix has 1002001 cells, more than 1000000 (help: narrow it by a filter, or -f json)";
    assert_contains(refused(&ran), &[said]);
    let json = ask_of(&text, &["matrix", "-f", "json"]).json();
    assert_eq!(json["matrices"][0]["units"].as_array().unwrap().len(), 1001);
}
