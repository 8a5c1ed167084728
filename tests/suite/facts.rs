//! `show`, `why`, `schedule`, `targets`, `units`, `completions`, `man`: what they print, of real plans.

#![allow(clippy::unwrap_used, clippy::needless_raw_string_hashes)] // snapbox writes the hashes

use std::fs;
use std::path::Path;

use snapbox::{assert_data_eq, str};

use crate::program::{Ran, asked_by, plan, plan_in, root};

/// Runs a command on the example of a full year.
fn ca_nam(day: &str, arguments: &[&str]) -> Ran {
    let fixed = ["--plans", "examples/ca-nam", "--as-of", day];
    plan(&arguments.iter().copied().chain(fixed).collect::<Vec<_>>())
}

/// The answer, of a command that has nothing to complain of.
fn text(ran: Ran) -> String {
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran.out
}

/// The one sentence on stderr of a command that cannot do what it is asked.
fn refused(ran: &Ran) -> &str {
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    ran.err.trim_end()
}

/// What a shell is told that asks for the last word.
fn completed(line: &[&str]) -> Vec<String> {
    completed_in(root(), line)
}

fn completed_in(folder: &Path, line: &[&str]) -> Vec<String> {
    let words: Vec<&str> = ["--", "plan"].iter().chain(line).copied().collect();
    let ran = asked_by(Some("fish"), folder, &words);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.out.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

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
    let page = text(plan(&["schedule", "plan:thanh-xuan-2024", "-f", "markdown"]));
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
        text(ca_nam("30/6/2025", &["schedule", "section:I"])),
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
        text(ca_nam("30/6/2025", &["schedule", "id:PL2-01", "--lang", "en", "-f", "csv"])),
        str![[r#"
plan,group,no,id,title,lead,with,to,due_text,output
ca-nam,"I Chỉ đạo, điều hành",1,PL2-01,Giao ban quý với hiệu trưởng các trường,Phòng Giáo dục và Đào tạo quận Minh Họa,06 trường,,01 lần/quý,Thông báo kết luận

"#]]
    );
    let html = text(ca_nam("30/6/2025", &["schedule", "-f", "html"]));
    for part in
        ["<h1>PHỤ LỤC 02</h1>", "(Kèm theo Kế hoạch số 07/KH-UBND ngày 10/01/2025 của UBND quận Minh Họa)"]
    {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn targets_are_assessed() {
    assert_data_eq!(
        text(ca_nam("31/12/2025", &["targets"])),
        str![[r#"
PHỤ LỤC 01
CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN
Kế hoạch giáo dục và đào tạo năm 2025 của quận Minh Họa
(Kèm theo Kế hoạch số 07/KH-UBND ngày 10/01/2025 của UBND quận Minh Họa)
Tính đến ngày 31/12/2025

                                                          Tỷ lệ
 TT  Chỉ tiêu                            Giao   Kết quả       %  Đánh giá
────────────────────────────────────────────────────────────────────────────────
I    Nâng cao chất lượng giáo dục
 1   Giáo viên đạt chuẩn trình độ      >= 95%       96%  101,1%  vượt
     đào tạo

 2   Cán bộ quản lý có trình độ         > 60%     58,5%          đang thực hiện
     Thạc sĩ trở lên

 3   Học sinh tiểu học học 2             100%                    chưa có số liệu
     buổi/ngày

II   Trường học an toàn, đạt chuẩn
 4   Trường được công nhận đạt      02 trường  1 trường   50,0%  chưa đạt
     chuẩn quốc gia

 5   Vụ ngộ độc thực phẩm trong       <= 0 vụ      0 vụ          đạt
     trường học

III  Phổ cập giáo dục và xã hội học tập
 6   Phổ cập giáo dục THCS           mức độ 3  mức độ 3          đạt

IV   Chỉ tiêu chung
 7   Tỷ lệ đảng viên trong ngành       50-55%       52%          đạt

7 chỉ tiêu: 1 vượt, 3 đạt, 1 chưa đạt, 1 đang thực hiện, 1 chưa có số liệu.

"#]]
    );
    assert_data_eq!(
        text(ca_nam("31/12/2025", &["targets", "goal:MT1", "--lang", "en", "--width", "160"])),
        str![[r#"
ANNEX 01
TARGETS AND THEIR RESULTS
Kế hoạch giáo dục và đào tạo năm 2025 của quận Minh Họa
(Attached to Plan No. 07/KH-UBND of 2025-01-10 by UBND quận Minh Họa)
As of 2025-12-31

No.  Target                                       Asked  Result       %  Assessment  Lead                                     Deadline
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
I    Nâng cao chất lượng giáo dục
 1   Giáo viên đạt chuẩn trình độ đào tạo        >= 95%     96%  101.1%  exceeded    Phòng Nội vụ quận Minh Họa               trong năm 2025
 2   Cán bộ quản lý có trình độ Thạc sĩ trở lên   > 60%   58.5%          on the way  Phòng Nội vụ quận Minh Họa               trong năm 2025
 3   Học sinh tiểu học học 2 buổi/ngày             100%                  no data     Phòng Giáo dục và Đào tạo quận Minh Họa  trong năm 2025

3 targets: 1 exceeded, 1 on the way, 1 no data.

"#]]
    );
    let json = ca_nam("31/12/2025", &["targets", "-f", "json"]).json();
    assert_eq!(json["schema"], "plan.targets/1");
    let assessed: Vec<(&str, &str, Option<f64>)> = json["targets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let word = |key: &str| it[key].as_str().unwrap();
            (word("id"), word("assessment"), it["attainment_pct"].as_f64())
        })
        .collect();
    assert_eq!(
        assessed,
        [
            // 96 / 95 = 101.05 %
            ("CT-01", "exceeded", Some(101.1)),
            // above 60 is asked, 58.5 is not yet late on the last day
            ("CT-04", "on-the-way", None),
            ("CT-07", "no-data", None),
            // 1 of 2, due on 30 November
            ("CT-02", "not-met", Some(50.0)),
            ("CT-03", "met", None),
            ("CT-06", "met", None),
            ("CT-05", "met", None),
        ]
    );
    assert_eq!(json["targets"][0]["result"]["date"], "2025-12-24");
    assert_eq!(json["targets"][0]["place"], serde_json::json!({"file": "phu-luc-01.yaml", "line": 3}));
    // What was not known then does not count.
    let json = ca_nam("31/12/2025", &["targets", "target:CT-01", "--known", "1/7/2025", "-f", "json"]).json();
    assert_eq!(json["targets"][0]["assessment"], "on-the-way");
}

#[test]
fn units_stand_with_what_they_lead_and_who_succeeds_them() {
    assert_data_eq!(
        text(ca_nam("1/8/2025", &["units", "kind:phuong", "--width", "120"])),
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
    let json = ca_nam("1/8/2025", &["units", "unit:phuong-hoa-sung", "-f", "json"]).json();
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
fn everything_known_of_a_row_is_shown() {
    assert_data_eq!(
        text(ca_nam("31/12/2025", &["show", "PL2-16"])),
        str![[r#"
ca-nam/PL2-16: Mở lớp bồi dưỡng trong hè · Tính đến ngày 31/12/2025

Loại       dòng của Phụ lục 02  (phu-luc-02.yaml:18)
Nhiệm vụ   IV-2: Bồi dưỡng giáo viên trong hè  (plan.yaml:61)
Phần       IV: Đội ngũ, phổ cập
Chủ trì    Phòng Nội vụ quận Minh Họa (phong-noi-vu)
Thời hạn   hè năm 2025  (phu-luc-02.yaml:18)
Hiểu là    hè năm 2025
Sản phẩm   Danh sách cấp chứng nhận
Mục tiêu   MT1: Nâng cao chất lượng giáo dục
Chỉ tiêu   CT-01: Giáo viên đạt chuẩn trình độ đào tạo
           CT-04: Cán bộ quản lý có trình độ Thạc sĩ trở lên
Tình hình  1 việc: 1 hoàn thành đúng hạn

Từng kỳ
Đơn vị                         Hạn         Tình trạng              %  Xong ngày
────────────────────────────────────────────────────────────────────────────────
Phòng Giáo dục và Đào tạo      03/09/2025  hoàn thành đúng hạn  100%  29/08/2025
quận Minh Họa

Báo cáo
1. 16/06/2025: đã bắt đầu, 20%  (progress/phong-noi-vu.yaml:6)
2. 29/08/2025: đã hoàn thành; minh chứng: Báo cáo số 101/BC-PGDĐT ngày 29/8/2025
   (progress/phong-gddt.yaml:39)

Điều chỉnh
1. 01/07/2025: chủ trì: Phòng Giáo dục và Đào tạo quận Minh Họa; theo Quyết định
   số 845/QĐ-UBND ngày 30/6/2025; lý do: Phòng Giáo dục và Đào tạo nhận công tác
   bồi dưỡng  (changes.yaml:4)

"#]]
    );
    assert_data_eq!(
        text(ca_nam("31/12/2025", &["show", "ca-nam/pl2-11", "--lang", "en"])),
        str![[r#"
ca-nam/PL2-11: Kiểm tra các nhóm trẻ, lớp mẫu giáo độc lập · As of 2025-12-31

Kind      row of the schedule  (phu-luc-02.yaml:13)
Task      III-3: Kiểm tra nhóm trẻ, lớp mẫu giáo độc lập  (plan.yaml:55)
Section   III: Cơ sở vật chất, an toàn
Lead      UBND 05 phường (phuong)
With      Phòng Giáo dục và Đào tạo quận Minh Họa (phong-gddt)
Deadline  đến hết ngày 30/9/2025  (phu-luc-02.yaml:13)
Read as   đến hết ngày 30/9/2025
Output    Kết luận kiểm tra
Goals     MT2: Trường học an toàn, đạt chuẩn
Tags      an-toan
Summary   5 work items: 3 done on time, 1 done late, 1 overdue

Occurrences
                     Extended                                               Days
Unit                 to         Deadline   Status          % Done           late
────────────────────────────────────────────────────────────────────────────────
UBND phường Hoa Cúc             2025-09-30 done on time 100% 2025-09-15
UBND phường Hoa Đào             2025-09-30 done late    100% 2025-10-06        6
UBND phường Hoa Huệ             2025-09-30 overdue       80%                  92
UBND phường Hoa Lan  2025-10-31 2025-10-31 done on time 100% 2025-10-30
UBND phường Hoa Súng            2025-09-30 done on time 100% 2025-09-29

Reports
1. 2025-06-20, UBND phường Hoa Súng: started, 50%
   (progress/phuong-hoa-sung.yaml:6)
2. 2025-06-30, UBND phường Hoa Huệ: started, 40%
   (progress/phuong-hoa-hue.yaml:5)
3. 2025-08-20, UBND phường Hoa Đào: started, 50%
   (progress/phuong-hoa-dao.yaml:6)
4. 2025-09-15, UBND phường Hoa Cúc: done; evidence: Thông báo số 19/TB-PHC ngày
   15/9/2025  (progress/phuong-hoa-cuc.yaml:7)
5. 2025-09-19, UBND phường Hoa Lan: started, 60%; proposal: Gia hạn đến hết
   tháng 10  (progress/phuong-hoa-lan.yaml:19)
6. 2025-09-29, UBND phường Hoa Súng: done; evidence: Thông báo số 11/TB-PHSE
   ngày 29/9/2025  (progress/phuong-hoa-sen.yaml:6)
7. 2025-09-30, UBND phường Hoa Huệ: 80%; difficulty: Thiếu cán bộ kiểm tra
   (progress/phuong-hoa-hue.yaml:8)
8. 2025-10-06, UBND phường Hoa Đào: done; evidence: Thông báo số 19/TB-PHĐ ngày
   06/10/2025  (progress/phuong-hoa-dao.yaml:8)
9. 2025-10-30, UBND phường Hoa Lan: done; evidence: Thông báo số 19/TB-PHL ngày
   30/10/2025  (progress/phuong-hoa-lan.yaml:20)

Changes
1. 2025-09-22, UBND phường Hoa Lan: now due 2025-10-31; by Thông báo số
   377/TB-UBND ngày 22/9/2025; reason: Nhiều nhóm trẻ mới mở  (changes.yaml:22)

"#]]
    );
    let json = ca_nam("31/12/2025", &["show", "ca-nam/PL2-07/phong-gddt/2025-11", "-f", "json"]).json();
    assert_eq!(json["schema"], "plan.show/1");
    let row = &json["things"][0];
    assert_eq!((&row["type"], &row["plan"], &row["id"]), (&"row".into(), &"ca-nam".into(), &"PL2-07".into()));
    assert_eq!(row["occurrences"].as_array().unwrap().len(), 1);
    let occurrence = &row["occurrences"][0];
    assert_eq!(occurrence["key"], "ca-nam/PL2-07/phong-gddt/2025-11");
    assert_eq!(
        (&occurrence["due"], &occurrence["extended_to"]),
        (&"2025-11-30".into(), &"2025-12-15".into())
    );
    assert_eq!(row["reports"].as_array().unwrap().len(), 1);
    assert_eq!(row["changes"][0]["due"], "2025-12-15");
    assert_eq!(row["changes"][0]["place"]["file"], "changes.yaml");
}

#[test]
fn everything_else_that_has_an_id_is_shown() {
    for (id, kind) in [
        ("CT-02", "target"),
        ("phuong-hoa-sung", "unit"),
        ("truong-chuan", "group"),
        ("III", "section"),
        ("MT2", "goal"),
        ("II-5", "task"),
        ("II-3", "task"),
        ("ca-nam", "plan"),
    ] {
        let json = ca_nam("31/12/2025", &["show", id, "-f", "json"]).json();
        assert_eq!(json["things"][0]["type"], kind, "{id}");
        assert_eq!(json["things"].as_array().unwrap().len(), 1, "{id}");
        assert!(json["things"][0]["place"]["line"].is_number());
        for lang in ["vi", "en"] {
            let page = text(ca_nam("31/12/2025", &["show", id, "--lang", lang]));
            assert!(
                page.contains(json["things"][0]["title"].as_str().unwrap().split(' ').next().unwrap()),
                "{page}"
            );
        }
    }
    assert_data_eq!(
        text(ca_nam("31/12/2025", &["show", "phuong-hoa-sung"])),
        str![[r#"
ca-nam/phuong-hoa-sung: UBND phường Hoa Súng · Tính đến ngày 31/12/2025

Loại         đơn vị  (units.yaml:13)
Loại đơn vị  phuong
Tên khác     phường Hoa Súng
Trực thuộc   UBND quận Minh Họa (ubnd-quan)
Hiệu lực     hết 30/06/2025
Kế thừa      UBND phường Hoa Sen (phuong-hoa-sen)
Tình hình    3 việc: 3 hoàn thành đúng hạn

Các việc
                                                                        Số
Mã      Nội dung                Thời hạn                              việc  Xong
────────────────────────────────────────────────────────────────────────────────
PL2-02  Báo cáo quý của phường  chậm nhất ngày 15 của tháng cuối quý     2     2
PL2-11  Kiểm tra các nhóm trẻ,  đến hết ngày 30/9/2025                   1     1
        lớp mẫu giáo độc lập

"#]]
    );
}

#[test]
fn an_id_of_several_plans_is_shown_in_each_and_an_unknown_one_in_none() {
    let json = plan(&["show", "PL2-01", "-f", "json"]).json();
    let plans: Vec<&str> =
        json["things"].as_array().unwrap().iter().map(|it| it["plan"].as_str().unwrap()).collect();
    assert_eq!(plans, ["ba-dinh-2022-2023", "thanh-xuan-2024"]);
    let json = plan(&["show", "thanh-xuan-2024/PL2-01", "-f", "json"]).json();
    assert_eq!(json["things"].as_array().unwrap().len(), 1);

    assert_eq!(refused(&plan(&["show", "PL2-2"])), "lỗi: không có mã \"PL2-2\" (gợi ý: PL2-02)");
    assert_eq!(
        refused(&plan(&["show", "phong-gdt", "--lang", "en"])),
        "error: there is no id \"phong-gdt\" (help: phong-gddt, phong-qldt, phong-y-te)"
    );
    assert_eq!(
        refused(&ca_nam("31/12/2025", &["why", "ca-nam/PL2-02/phuong-hoa-lam/2025-Q2"]))
            .lines()
            .next()
            .unwrap(),
        "lỗi: không có mã \"ca-nam/PL2-02/phuong-hoa-lam/2025-Q2\" (gợi ý: ca-nam/PL2-02/phuong-hoa-lan/2025-Q2, \
         ca-nam/PL2-02/phuong-hoa-dao/2025-Q2, ca-nam/PL2-02/phuong-hoa-lan/2025-Q1)"
    );
    assert_eq!(refused(&plan(&["show", "zzz\u{1b}[2J"])), "lỗi: không có mã \"zzz␛[2J\" trong các kế hoạch");
    assert!(refused(&plan(&["why", "CT-01"])).contains("plan show CT-01"));
}

/// The plan of the sentence in docs/status.md.
const QUARTERS: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2024\n\
    units:\n  - {id: a, name: Đơn vị A, kind: u}\n  - {id: b, name: Đơn vị B, kind: u}\n\
    sections: [{id: I, title: Phần}]\n\
    tasks:\n  - {id: T, section: I, title: Giao ban, lead: a}\n\
    schedule:\n  - {id: PL2-07, task: T, title: Giao ban quý, due: 01 lần/quý}\n\
    \x20 - {id: PL2-08, task: T, title: Báo cáo, due: 01 lần/quý, lead: [a, b]}\n";

#[test]
fn the_sentence_comes_first_then_the_steps() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.plan.yaml"), QUARTERS).unwrap();
    let why = |arguments: &[&str]| {
        let fixed = ["--plans", ".", "--as-of", "2/7/2024"];
        plan_in(folder.path(), &["why"].iter().chain(arguments).chain(&fixed).copied().collect::<Vec<_>>())
    };
    let sentence = "PL2-07, Quý II: hạn 30/6/2024 (Chủ nhật) → 01/7/2024 (BLDS 2015, Điều 148); chưa có báo cáo; \
                    đến 02/7/2024 quá hạn 01 ngày.";
    let json = why(&["PL2-07", "--period", "2024-Q2", "-f", "json"]).json();
    assert_eq!(json["schema"], "plan.why/1");
    assert_eq!(json["items"].as_array().unwrap().len(), 1);
    assert_eq!(json["items"][0]["sentence"], sentence);
    assert_eq!(json["items"][0]["key"], "p/PL2-07/a/2024-Q2");
    assert_eq!(json["items"][0]["steps"][0]["place"], serde_json::json!({"file": "p.plan.yaml", "line": 12}));
    let steps = json["items"][0]["steps"].as_array().unwrap();
    let about: Vec<&str> = steps.iter().map(|step| step["about"].as_str().unwrap()).collect();
    assert_eq!(about, ["words", "reading", "rolling", "report", "status"]);
    assert_data_eq!(
        text(why(&["PL2-07", "--period", "Quý II"])),
        str![[r#"
p/PL2-07/a/2024-Q2: Giao ban quý · Tính đến ngày 02/07/2024

PL2-07, Quý II: hạn 30/6/2024 (Chủ nhật) → 01/7/2024 (BLDS 2015, Điều 148); chưa
có báo cáo; đến 02/7/2024 quá hạn 01 ngày.

1. thời hạn ghi “01 lần/quý”  (p.plan.yaml:12)
2. hiểu là Quý II: từ 01/04/2024 đến hết 30/06/2024
3. 30/06/2024 là ngày nghỉ (Chủ nhật): thời hạn kết thúc vào ngày làm việc tiếp
   theo, 01/07/2024 (BLDS 2015, Điều 148 khoản 5)
4. chưa có báo cáo
5. đến 02/07/2024: quá hạn 01 ngày (01 ngày làm việc)

"#]]
    );
    assert_data_eq!(
        text(why(&["p/PL2-07/a/2024-Q2", "--lang", "en", "-f", "markdown"])),
        str![[r#"
# p/PL2-07/a/2024-Q2: Giao ban quý

As of 2024-07-02

PL2-07, Q2: due 2024-06-30 (Sunday) → 2024-07-01 (Civil Code 2015, Article 148); no report; 1 day overdue on 2024-07-02.

1. the deadline reads “01 lần/quý” (p.plan.yaml:12)
2. read as Q2: from 2024-04-01 to 2024-06-30
3. 2024-06-30 is a day off (Sunday): the term ends with the next working day, 2024-07-01 (Civil Code 2015, Article 148(5))
4. no report
5. on 2024-07-02: overdue 1 day (1 working day)

"#]]
    );

    // Of several, a sentence each; the steps only with -v.
    let count = |arguments: &[&str]| why(arguments).json()["items"].as_array().unwrap().len();
    assert_eq!(count(&["PL2-08", "-f", "json"]), 8);
    assert_eq!(count(&["PL2-08", "--unit", "b", "-f", "json"]), 4);
    assert_eq!(count(&["PL2-08", "--period", "2024-Q2", "--period", "2024-Q3", "-f", "json"]), 4);
    assert_eq!(count(&["PL2-08", "--unit", "b", "--period", "2024-Q2", "-f", "json"]), 1);
    assert_eq!(count(&["p/PL2-08/b", "-f", "json"]), 4);
    assert_eq!(count(&["T", "-f", "json"]), 12);
    let short = text(why(&["PL2-08", "--unit", "b"]));
    assert!(
        short.contains("1. PL2-08, Quý I, Đơn vị B: hạn 31/3/2024") && !short.contains("hiểu là"),
        "{short}"
    );
    let long = why(&["PL2-08", "--unit", "b", "-v"]);
    assert!(long.out.contains("p/PL2-08/b/2024-Q1\n") && long.out.contains("hiểu là Quý II"), "{}", long.out);
    assert!(refused(&why(&["PL2-08", "--unit", "c"])).starts_with("lỗi[unknown-name]"));
}

#[test]
fn nothing_found_is_said_in_words() {
    for (arguments, words) in [
        (&["schedule", "status:dropped"][..], "Không có dòng nào.\n"),
        (&["targets", "target:CT-01", "goal:MT3"], "Không có chỉ tiêu nào.\n"),
        (&["units", "khong co dau"], "Không có đơn vị nào.\n"),
        (&["why", "PL2-01", "--period", "2023-Q2"], "Không có việc nào như thế.\n"),
    ] {
        let ran = plan(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, words), "{arguments:?}");
        assert!(!ran.out.contains('─'), "{}", ran.out);
    }
}

#[test]
fn a_plan_that_is_left_out_ends_with_2() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.plan.yaml"), QUARTERS).unwrap();
    fs::write(folder.path().join("q.plan.yaml"), "format: 1\nplan: q\n").unwrap();
    for command in [&["schedule"][..], &["targets"], &["units"], &["show", "PL2-07"], &["why", "PL2-07"]] {
        let ran = plan_in(folder.path(), &[command, &["--plans", "."]].concat());
        assert_eq!(ran.code, 2, "{command:?}");
        assert!(ran.err.contains("bỏ qua kế hoạch \"q\""), "{}", ran.err);
    }
}

#[test]
fn shells_complete_from_the_plans_at_hand() {
    assert_eq!(completed(&["sched"]), ["schedule"]);
    assert_eq!(completed(&["schedule", "un"]), ["unit:"]);
    assert!(completed(&["targets", "not:go"]).contains(&"not:goal:".to_owned()));
    assert_eq!(
        completed(&["schedule", "status:done"]),
        ["status:done", "status:done-on-time", "status:done-late", "status:done-undated"]
    );
    assert_eq!(completed(&["units", "unit:phong-no"]), ["unit:phong-noi-vu"]);
    assert_eq!(completed(&["units", "--unit", "phong-no"]), ["phong-noi-vu"]);
    assert_eq!(completed(&["units", "--plan=th"]), ["--plan=thanh-xuan-2024"]);
    assert_eq!(completed(&["show", "CT-06"]), ["CT-06", "CT-06a", "CT-06b"]);
    assert_eq!(completed(&["show", "ba-dinh-2022-2023/CT-0"]).len(), 3);
    assert!(completed(&["why", "CT-"]).is_empty());
    assert_eq!(completed(&["why", "PL2-02", "--period", "2024-Q"]).len(), 4);
    assert_eq!(completed(&["explain", "unit-n"]), ["unit-not-in-force"]);
    assert_eq!(completed(&["schedule", "-f", "m"]), ["markdown"]);
    assert_eq!(completed(&["completions", "po"]), ["powershell"]);
    assert_eq!(
        completed(&["--plans", "examples/ca-nam", "schedule", "goal:"]),
        ["goal:MT1", "goal:MT2", "goal:MT3", "goal:none"]
    );
}

#[test]
fn completing_never_complains_and_proposes_nothing_that_a_shell_would_run() {
    let folder = tempfile::tempdir().unwrap();
    assert!(completed_in(folder.path(), &["show", "P"]).is_empty());
    fs::create_dir(folder.path().join("plans")).unwrap();
    fs::write(folder.path().join("plans/q.plan.yaml"), "format: 1\nplan: [\n").unwrap();
    assert!(completed_in(folder.path(), &["show", "P"]).is_empty());
    fs::write(
        folder.path().join("plans/q.plan.yaml"),
        QUARTERS.replace("lead: a}", "lead: a, tags: [\"$(reboot)\", \"a b\", \"`x`\", an-toan]}"),
    )
    .unwrap();
    assert_eq!(completed_in(folder.path(), &["schedule", "tag:"]), ["tag:an-toan", "tag:none"]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish", "tcsh"] {
        let ran = asked_by(Some(shell), root(), &["--", "plan", "show", "\u{1b}", "--", "-"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{shell}");
    }
}

#[test]
fn shells_are_told_how_to_ask() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = text(plan(&["completions", shell]));
        assert!(script.contains("COMPLETE") && script.contains("plan"), "{script}");
        assert_eq!(asked_by(Some(shell), root(), &[]).out, script);
    }
    assert_eq!(
        refused(&plan(&["completions", "fsh", "--lang", "en"])),
        "error: there is no shell \"fsh\" (help: fish)"
    );
}

#[test]
fn every_command_has_its_manual_page() {
    let page = text(plan(&["man"]));
    assert!(
        page.contains(".TH plan 1") && page.contains(".SH \"CÚ PHÁP\"") && page.contains("plan\\-why(1)")
    );
    assert!(text(plan(&["man", "--lang", "en"])).contains(".SH SYNOPSIS"));
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(text(plan_in(folder.path(), &["man", "pages"])), "");
    let mut names: Vec<String> = fs::read_dir(folder.path().join("pages"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in ["plan.1", "plan-show.1", "plan-validate.1"] {
        assert!(names.iter().any(|other| other == name), "{names:?}");
    }
    let page = fs::read_to_string(folder.path().join("pages/plan-schedule.1")).unwrap();
    assert!(page.contains("Phụ lục 02"));
}
