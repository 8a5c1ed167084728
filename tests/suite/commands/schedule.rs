//! `plan schedule`: the annex of a plan.

use snapbox::{assert_data_eq, str};

use crate::support::answers::{answer, ask_of, assert_contains, year};
use crate::support::program::plan;
use crate::support::samples::OFFICES;

#[test]
fn the_schedule_of_the_real_plan_numbers_rows_through_and_sections_as_the_document() {
    let all = plan(&["schedule", "plan:thanh-xuan-2024", "-f", "json"]).json();
    assert_eq!(all["schema"], "plan.schedule/1");
    let rows = all["rows"].as_array().unwrap();
    // 99 tasks, less 2 labels, 3 told twice and the 10 that are tracked through their 10 rows.
    assert_eq!(rows.len(), 94);
    for (row, number) in rows.iter().zip(1_u64..) {
        assert_eq!(row["no"], number);
    }
    let page = answer(plan(&["schedule", "plan:thanh-xuan-2024", "-f", "markdown"]));
    let marks: Vec<&str> =
        page.lines().filter_map(|line| line.strip_prefix("| **")?.split("**").next()).collect();
    let expected = "II II.1 II.2 II.3 II.4 II.5 II.6 II.7 II.8 III III.1 III.2 III.3 III.4 III.5 III.6 III.7 III.8 III.9";
    assert_eq!(marks.join(" "), expected);
    assert!(page.starts_with("# PHỤ LỤC 02\n"));

    // An extract keeps the numbers of the whole.
    let extract = plan(&["schedule", "--unit", "phong-noi-vu", "-f", "json"]).json();
    let of_unit: Vec<&serde_json::Value> =
        rows.iter().filter(|row| row["lead"][0]["id"] == "phong-noi-vu").collect();
    let in_extract = extract["rows"].as_array().unwrap().iter();
    let in_extract: Vec<_> = in_extract.filter(|row| row["plan"] == "thanh-xuan-2024").collect();
    assert_eq!(in_extract, of_unit);
}

#[test]
fn a_schedule_looks_like_this() {
    assert_data_eq!(
        answer(year(&["schedule", "section:I"], "30/6/2025")),
        str![[r#"
PHỤ LỤC 02
NHIỆM VỤ, PHÂN CÔNG, TIẾN ĐỘ THỰC HIỆN
Kế hoạch giáo dục và đào tạo năm 2025 của quận Minh Họa
(Kèm theo Kế hoạch số 07/KH-UBND ngày 10/01/2025 của UBND quận Minh Họa)
Trích 5 trong 22 dòng
Tính đến ngày 30/06/2025

TT  Nội dung            Chủ trì         Phối hợp   Thời hạn        Sản phẩm
────────────────────────────────────────────────────────────────────────────────
I   Chỉ đạo, điều hành
 1  Giao ban quý với    Phòng Giáo dục  06 trường  01 lần/quý      Thông báo kết
    hiệu trưởng các     và Đào tạo                                 luận
    trường              quận Minh Họa

 2  Báo cáo quý của     UBND 05 phường             chậm nhất ngày  Báo cáo quý
    phường                                         15 của tháng
                                                   cuối quý

 3  Báo cáo 6 tháng     Phòng Giáo dục             Định kỳ 6       Báo cáo
                        và Đào tạo                 tháng
                        quận Minh Họa

 4  Tổng kết năm, xét   Phòng Giáo dục             đến 31/12/2025  Hồ sơ thi đua
    thi đua             và Đào tạo
                        quận Minh Họa;
                        Phòng Nội vụ
                        quận Minh Họa

 5  Phổ biến, quán      Phòng Giáo dục             thường xuyên
    triệt văn bản mới   và Đào tạo
                        quận Minh Họa

"#]]
    );
    assert_data_eq!(
        answer(year(&["schedule", "id:PL2-01", "--lang", "en", "-f", "csv"], "30/6/2025")),
        str![[r#"
plan,group,no,id,title,lead,with,to,due_text,output
ca-nam,"I Chỉ đạo, điều hành",1,PL2-01,Giao ban quý với hiệu trưởng các trường,Phòng Giáo dục và Đào tạo quận Minh Họa,06 trường,,01 lần/quý,Thông báo kết luận

"#]]
    );
    let html = answer(year(&["schedule", "-f", "html"], "30/6/2025"));
    for part in
        ["<h1>PHỤ LỤC 02</h1>", "(Kèm theo Kế hoạch số 07/KH-UBND ngày 10/01/2025 của UBND quận Minh Họa)"]
    {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn a_document_is_called_what_it_is() {
    for (kind, vi, en) in [
        ("ke-hoach", "Kế hoạch", "Plan"),
        ("chi-thi", "Chỉ thị", "Directive"),
        ("cong-van", "Công văn", "Official letter"),
        ("nghi-quyet", "Nghị quyết", "Resolution"),
        ("chuong-trinh", "Chương trình", "Programme"),
        ("de-an", "Đề án", "Scheme"),
        ("quyet-dinh", "Quyết định", "Decision"),
    ] {
        let text = OFFICES.replace("chi-thi", kind);
        let heading = |lang| ask_of(&text, &["schedule", "--lang", lang]).out;
        assert_contains(
            &heading("vi"),
            &[&format!("(Kèm theo {vi} số 05/CT-UBND ngày 02/01/2026 của UBND quận A)")],
        );
        assert_contains(
            &heading("en"),
            &[&format!("(Attached to {en} No. 05/CT-UBND of 2026-01-02 by UBND quận A)")],
        );
    }
    let text = OFFICES.replace("kind: chi-thi\n", "");
    assert_contains(&ask_of(&text, &["schedule"]).out, &["(Kèm theo Văn bản số 05/CT-UBND ngày 02/01/2026"]);
}

#[test]
fn rows_that_open_no_work_item_are_found_by_what_they_say() {
    let plan = "format: 1
plan: p
title: Thử
period: {from: 1/2/2026, to: 20/3/2026}
units: [{id: u, name: Phòng U, kind: k}, {id: v, name: Phòng V, kind: l}]
groups: [{id: g, name: Nhóm G, kind: l}]
sections: [{id: I, title: Chung}]
tasks:
- {id: A, section: I, title: Việc quý, lead: u, due: 01 lần/quý, output: Báo cáo quý, tags: [x]}
- {id: B, title: Việc khác, lead: u, due: 1/3/2026}
- {id: C, title: Việc của nhóm, lead: g, due: 01 lần/quý, with: [u]}
- {id: D, title: Việc chung, lead: [u, v], mode: joint, due: 01 lần/quý}
";
    let rows = |filter: &[&str]| -> String {
        let ran = ask_of(plan, &[&["schedule", "-f", "json"], filter].concat());
        assert_eq!(ran.code, 0, "{filter:?}: {}", ran.err);
        let json = ran.json();
        let rows = json["rows"].as_array().unwrap().iter();
        rows.map(|row| format!("{}{}", row["no"], row["id"].as_str().unwrap())).collect::<Vec<_>>().join(" ")
    };
    for (filter, expected) in [
        (&[][..], "1A 2B 3C 4D"),
        (&["id:A"], "1A"),
        (&["p/A"], ""),
        (&["id:p/A"], "1A"),
        (&["unit:u"], "1A 2B 4D"),
        (&["unit:phong u"], "1A 2B 4D"),
        (&["unit:v"], "3C 4D"),
        (&["unit:g"], "3C 4D"),
        (&["kind:k"], "1A 2B"),
        (&["kind:l"], "3C"),
        (&["kind:joint"], "4D"),
        (&["section:I"], "1A"),
        (&["section:none"], "2B 3C 4D"),
        (&["tag:x"], "1A"),
        (&["with:u"], "3C"),
        (&["output:báo cáo"], "1A"),
        (&["việc quý"], "1A"),
        (&["not:id:A"], "2B 3C 4D"),
        (&["deadline:none"], "1A 3C 4D"),
        (&["status:upcoming", "status:on-track", "status:overdue"], "2B"),
        (&["not:status:done"], "1A 2B 3C 4D"),
        (&["due:1/3/2026"], "2B"),
        (&["id:A", "unit:v"], ""),
    ] {
        assert_eq!(rows(filter), expected, "{filter:?}");
    }
}
