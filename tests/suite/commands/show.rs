//! `plan show`: everything known of one id.

use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

use crate::support::answers::{answer, ask_of, ask_offices, assert_contains, refused, year};
use crate::support::program::plan;
use crate::support::samples::OFFICES;

#[test]
fn everything_known_of_a_row_is_shown() {
    assert_data_eq!(
        answer(year(&["show", "PL2-16"], "31/12/2025")),
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
        answer(year(&["show", "ca-nam/pl2-11", "--lang", "en"], "31/12/2025")),
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
    let json = year(&["show", "ca-nam/PL2-07/phong-gddt/2025-11", "-f", "json"], "31/12/2025").json();
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
        let json = year(&["show", id, "-f", "json"], "31/12/2025").json();
        assert_eq!(json["things"][0]["type"], kind, "{id}");
        assert_eq!(json["things"].as_array().unwrap().len(), 1, "{id}");
        assert!(json["things"][0]["place"]["line"].is_number());
        for lang in ["vi", "en"] {
            let page = answer(year(&["show", id, "--lang", lang], "31/12/2025"));
            assert!(
                page.contains(json["things"][0]["title"].as_str().unwrap().split(' ').next().unwrap()),
                "{page}"
            );
        }
    }
    assert_data_eq!(
        answer(year(&["show", "phuong-hoa-sung"], "31/12/2025")),
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
        refused(&year(&["why", "ca-nam/PL2-02/phuong-hoa-lam/2025-Q2"], "31/12/2025"))
            .lines()
            .next()
            .unwrap(),
        "lỗi: không có mã \"ca-nam/PL2-02/phuong-hoa-lam/2025-Q2\" (gợi ý: ca-nam/PL2-02/phuong-hoa-lan/2025-Q2, \
         ca-nam/PL2-02/phuong-hoa-dao/2025-Q2, ca-nam/PL2-02/phuong-hoa-lan/2025-Q1)"
    );
    assert_eq!(refused(&plan(&["show", "zzz\u{1b}[2J"])), "lỗi: không có mã \"zzz␛[2J\" trong các kế hoạch");
    assert!(refused(&plan(&["why", "CT-01"])).contains("plan show CT-01"));
}

#[test]
fn a_report_by_a_group_counts_for_each_of_its_units() {
    let json = ask_offices(&["list", "id:u", "done:1/1/2026..", "-f", "json"]).json();
    let keys: Vec<&Value> = json["items"].as_array().unwrap().iter().map(|item| &item["key"]).collect();
    assert_eq!(keys, ["p/u/b/2026-Q1", "p/u/c/2026-Q1"]);
    assert_contains(
        &ask_offices(&["show", "u"]).out,
        &["1. 20/03/2026, mọi đơn vị, 2026-Q1: đã hoàn thành; minh chứng: Báo cáo 1"],
    );
    assert_contains(
        &ask_offices(&["show", "u", "--lang", "en"]).out,
        &["1. 2026-03-20, all units, 2026-Q1: done"],
    );
    // A group of which one unit has nothing to report on speaks for none of them.
    let text = OFFICES
        .replace("lead: [b, c], due: 01", "lead: b, due: 01")
        .replace("  - {item: u, unit: c", "  - {item: u, unit: b");
    let ran = ask_of(&text, &["validate", "-f", "short"]);
    assert!(ran.out.contains("not-responsible") && ran.out.contains("\"g\""), "{}", ran.out);
}

#[test]
fn a_joint_item_is_one_and_a_pause_is_told() {
    let json = ask_offices(&["show", "t", "-f", "json"]).json();
    let task = &json["things"][0];
    assert_eq!(task["mode"], "joint");
    assert_eq!(task["occurrences"][0]["answers"], json!(["b", "c"]));
    let states: Vec<&Value> = task["reports"].as_array().unwrap().iter().map(|it| &it["state"]).collect();
    assert_eq!(states, ["paused", "reopened"]);
    assert_contains(
        &ask_offices(&["show", "t"]).out,
        &[
            "Cách giao  chung một việc\n",
            "1. 01/08/2026: tạm dừng; khó khăn: thiếu người",
            "2. 01/09/2026, nói về ngày 30/08/2026: mở lại",
        ],
    );
    assert_contains(
        &ask_offices(&["show", "t", "--lang", "en"]).out,
        &["all for one work item", "2026-08-01: paused", "reopened"],
    );
    let paused = ask_offices(&["list", "progress:paused", "--as-of", "15/8/2026", "-f", "json"]).json();
    assert_eq!(paused["items"][0]["key"], "p/t/g/-");
}

#[test]
fn what_is_dropped_or_moved_is_told_with_its_document() {
    assert_contains(
        &ask_offices(&["show", "v"]).out,
        &["1. 01/05/2026: không thực hiện; theo Thông báo 1/TB; lý do: thừa"],
    );
    assert_contains(
        &ask_offices(&["show", "w"]).out,
        &["1. 01/06/2026: chủ trì: Trường B; theo Thông báo 2/TB"],
    );
    assert_contains(&ask_offices(&["show", "m"]).out, &["Loại  đề mục, không mở việc"]);
    // A task without `lead` opens no work.
    let text = OFFICES.replace("heading: true", "tags: [x]");
    assert_contains(&ask_of(&text, &["show", "m"]).out, &["nhiệm vụ chưa giao cho ai, không mở việc"]);
}

#[test]
fn a_target_is_shown_as_it_was_understood() {
    for (value, read_as) in [
        ("'>= 65%'", "≥ 65%"),
        ("'> 50 %'", "> 50%"),
        ("'< 3 vụ'", "< 3 vụ"),
        ("'<= 0 vụ'", "≤ 0 vụ"),
        ("'= 7 trường'", "= 7 trường"),
        ("7 trường", "≥ 7 trường"),
        ("50-55%", "50–55%"),
        ("0 vụ", "≤ 0 vụ"),
        ("1.250 học sinh", "≥ 1250 học sinh"),
        ("'12.500,5 triệu đồng'", "≥ 12.500,5 triệu đồng"),
        ("98.125%", "≥ 98,125%"),
        ("không quá 35 học sinh/lớp", "≤ 35 học sinh/lớp"),
        ("giảm ít nhất 10%", "giảm ≥ 10%"),
        ("mức độ 3", "≥ mức độ 3"),
        ("đạt", "đạt"),
    ] {
        let text = format!("{OFFICES}targets: [{{id: ct, title: C, value: {value}, lead: a}}]\n");
        let page = ask_of(&text, &["show", "ct"]).out;
        let told = page.lines().find(|line| line.starts_with("Hiểu là")).unwrap_or_default();
        assert_eq!(told.trim_start_matches("Hiểu là").trim(), read_as, "{value}\n{page}");
    }
}

#[test]
fn values_and_occurrences_of_a_target_are_listed() {
    let page =
        |id| plan(&["show", id, "--plans", "examples/nhieu-nam", "--as-of", "15/6/2028", "--width", "100"]);
    assert_data_eq!(
        answer(page("CT-01")),
        str![[r#"
nhieu-nam/CT-01: Giáo viên mầm non có trình độ đại học trở lên · Tính đến ngày 15/06/2028

Loại      chỉ tiêu  (nhieu-nam.plan.yaml:27)
Mục tiêu  MT2: Đội ngũ và cơ sở vật chất
Giao      100%
Hiểu là   ≥ 100%
Đơn vị    Phòng Văn hóa - Xã hội (phong-vhxh) – mặc định của kế hoạch
Thời hạn  đến hết năm 2030
Hạn       31/12/2030
Kết quả   86,6% (84/97)  (nhieu-nam.plan.yaml:36)
Tỷ lệ     86,6%
Đánh giá  đang thực hiện
Nhiệm vụ  1: Cử giáo viên mầm non đi học nâng chuẩn

Các mốc
Mốc               Hạn                   Giao        Kết quả  Tỷ lệ %  Đánh giá
────────────────────────────────────────────────────────────────────────────────────
đến hết năm 2027  31/12/2027  từ 85% trở lên  86,6% (84/97)   101,9%  vượt
đến hết năm 2030  31/12/2030            100%  86,6% (84/97)    86,6%  đang thực hiện

Kết quả từng lần
Ngày              Kết quả  Minh chứng                              Nơi ghi
─────────────────────────────────────────────────────────────────────────────────────────
31/12/2026  81,3% (78/96)  Báo cáo số 210/BC-VHXH ngày 31/12/2026  nhieu-nam.plan.yaml:35
31/12/2027  86,6% (84/97)  Báo cáo số 198/BC-VHXH ngày 31/12/2027  nhieu-nam.plan.yaml:36

"#]]
    );
    assert_data_eq!(
        answer(page("CT-03")),
        str![[r#"
nhieu-nam/CT-03: Sĩ số lớp tiểu học · Tính đến ngày 15/06/2028

Loại      chỉ tiêu  (nhieu-nam.plan.yaml:48)
Mục tiêu  MT2: Đội ngũ và cơ sở vật chất
Giao      không quá 35 học sinh/lớp
Hiểu là   ≤ 35 học sinh/lớp
Đơn vị    Phòng Văn hóa - Xã hội (phong-vhxh) – mặc định của kế hoạch
Thời hạn  hằng năm

Từng kỳ
Kỳ        Hạn                              Giao            Kết quả  Đánh giá
───────────────────────────────────────────────────────────────────────────────────
năm 2026  31/12/2026  không quá 35 học sinh/lớp  36,5 học sinh/lớp  chưa đạt
năm 2027  31/12/2027  không quá 35 học sinh/lớp    35 học sinh/lớp  đạt
năm 2028  31/12/2028  không quá 35 học sinh/lớp                     chưa có số liệu
năm 2029  31/12/2029  không quá 35 học sinh/lớp                     chưa có số liệu
năm 2030  31/12/2030  không quá 35 học sinh/lớp                     chưa có số liệu

Kết quả từng lần
Ngày        Kỳ                  Kết quả  Nơi ghi
───────────────────────────────────────────────────────────────
30/09/2026  năm 2026  36,5 học sinh/lớp  nhieu-nam.plan.yaml:54
30/09/2027  năm 2027    35 học sinh/lớp  nhieu-nam.plan.yaml:55

"#]]
    );
    let json = |id| {
        plan(&["show", id, "--plans", "examples/nhieu-nam", "--as-of", "15/6/2028", "-f", "json"]).json()["things"][0]
            .clone()
    };
    let target = json("CT-03");
    assert_eq!(target["occurrences"].as_array().unwrap().len(), 5);
    assert_eq!(target["occurrences"][1]["assessment"], "met");
    // The occurrence of the year of the question.
    assert_eq!((&target["deadline"], &target["assessment"]), (&"2028-12-31".into(), &"no-data".into()));
    assert_eq!(target["results"][0]["periods"], serde_json::json!(["2026"]));
    assert_eq!(json("CT-01")["horizons"][0]["value"], "từ 85% trở lên");
}
