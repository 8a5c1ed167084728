//! `plan targets`: targets and their results.

use snapbox::{assert_data_eq, str};

use crate::support::answers::{answer, year};
use crate::support::program::{Ran, plan, plan_in};

#[test]
fn targets_are_assessed() {
    assert_data_eq!(
        answer(year(&["targets"], "31/12/2025")),
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
        answer(year(&["targets", "goal:MT1", "--lang", "en", "--width", "160"], "31/12/2025")),
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
    let json = year(&["targets", "-f", "json"], "31/12/2025").json();
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
    // A report made after that day does not count.
    let json = year(&["targets", "target:CT-01", "--known", "1/7/2025", "-f", "json"], "31/12/2025").json();
    assert_eq!(json["targets"][0]["assessment"], "on-the-way");
}

/// Returns the targets of the plan of several years in its third year.
fn several_years(arguments: &[&str]) -> Ran {
    let base = ["targets", "--plans", "examples/nhieu-nam", "--as-of", "15/6/2028"];
    plan(&[&base, arguments].concat())
}

#[test]
fn several_years_are_printed_one_below_the_other() {
    assert_data_eq!(
        answer(several_years(&[])),
        str![[r#"
PHỤ LỤC 01
CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN
Kế hoạch phát triển giáo dục và đào tạo giai đoạn 2026-2030 của phường Minh Họa
(Kèm theo Kế hoạch số 21/KH-UBND ngày 15/01/2026 của UBND phường Minh Họa)
Tính đến ngày 15/06/2028

                                                           Tỷ lệ
 TT  Chỉ tiêu                       Giao         Kết quả       %  Đánh giá
────────────────────────────────────────────────────────────────────────────────
I    Huy động trẻ đến trường và phổ cập giáo dục
 1   Trẻ 5 tuổi đến                 100%           99,4%   99,4%  chưa đạt
     trường – năm 2026

     – năm 2027                     100%            100%  100,0%  đạt

     – năm 2028                     100%                          chưa có số
                                                                  liệu

     – năm 2029                     100%                          chưa có số
                                                                  liệu

     – năm 2030                     100%                          chưa có số
                                                                  liệu

 2   Phổ cập giáo dục           mức độ 3        mức độ 3          đạt
     tiểu học

II   Đội ngũ và cơ sở vật chất
 3   Giáo viên mầm non              100%   86,6% (84/97)   86,6%  đang thực hiện
     có trình độ đại
     học trở lên (đến
     hết năm 2030)

 4   Sĩ số lớp tiểu học     không quá 35        36,5 học          chưa đạt
     – năm 2026             học sinh/lớp        sinh/lớp

     – năm 2027             không quá 35          35 học          đạt
                            học sinh/lớp        sinh/lớp

     – năm 2028             không quá 35                          chưa có số
                            học sinh/lớp                          liệu

     – năm 2029             không quá 35                          chưa có số
                            học sinh/lớp                          liệu

     – năm 2030             không quá 35                          chưa có số
                            học sinh/lớp                          liệu

 5   Chỗ học tăng thêm         1.250 chỗ         480 chỗ   38,4%  đang thực hiện

 6   Tỷ lệ đảng viên       từ 50 đến 55%           47,2%          đang thực hiện
     trong ngành

III  Trường học an toàn
 7   Vụ ngộ độc thực                0 vụ            0 vụ          đạt
     phẩm trong trường
     học – năm 2026

     – năm 2027                     0 vụ           01 vụ          chưa đạt

     – năm 2028                     0 vụ                          chưa có số
                                                                  liệu

     – năm 2029                     0 vụ                          chưa có số
                                                                  liệu

     – năm 2030                     0 vụ                          chưa có số
                                                                  liệu

7 chỉ tiêu, 19 lần đánh giá: 4 đạt, 3 chưa đạt, 3 đang thực hiện, 9 chưa có số
liệu.

"#]]
    );
}

#[test]
fn several_years_are_printed_in_english_and_for_spreadsheets() {
    assert_data_eq!(
        answer(several_years(&["--width", "120", "--lang", "en"])),
        str![[r#"
ANNEX 01
TARGETS AND THEIR RESULTS
Kế hoạch phát triển giáo dục và đào tạo giai đoạn 2026-2030 của phường Minh Họa
(Attached to Plan No. 21/KH-UBND of 2026-01-15 by UBND phường Minh Họa)
As of 2028-06-15

No.  Target                                                                 Asked             Result       %  Assessment
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
I    Huy động trẻ đến trường và phổ cập giáo dục
 1   Trẻ 5 tuổi đến trường – 2026                                            100%              99,4%   99.4%  not met
     – 2027                                                                  100%               100%  100.0%  met
     – 2028                                                                  100%                             no data
     – 2029                                                                  100%                             no data
     – 2030                                                                  100%                             no data
 2   Phổ cập giáo dục tiểu học                                           mức độ 3           mức độ 3          met

II   Đội ngũ và cơ sở vật chất
 3   Giáo viên mầm non có trình độ đại học trở lên                           100%      86.6% (84/97)   86.6%  on the way
     (đến hết năm 2030)
 4   Sĩ số lớp tiểu học – 2026                          không quá 35 học sinh/lớp  36,5 học sinh/lớp          not met
     – 2027                                             không quá 35 học sinh/lớp    35 học sinh/lớp          met
     – 2028                                             không quá 35 học sinh/lớp                             no data
     – 2029                                             không quá 35 học sinh/lớp                             no data
     – 2030                                             không quá 35 học sinh/lớp                             no data
 5   Chỗ học tăng thêm                                                  1.250 chỗ            480 chỗ   38.4%  on the way
 6   Tỷ lệ đảng viên trong ngành                                    từ 50 đến 55%              47,2%          on the way

III  Trường học an toàn
 7   Vụ ngộ độc thực phẩm trong trường học – 2026                            0 vụ               0 vụ          met
     – 2027                                                                  0 vụ              01 vụ          not met
     – 2028                                                                  0 vụ                             no data
     – 2029                                                                  0 vụ                             no data
     – 2030                                                                  0 vụ                             no data

7 targets, 19 assessments: 4 met, 3 not met, 3 on the way, 9 no data.

"#]]
    );
    assert_data_eq!(
        answer(several_years(&["-f", "csv", "goal:MT2"])),
        str![[r#"
Kế hoạch,Nhóm,TT,Mã,Chỉ tiêu,Kỳ,Giao,Kết quả,Tỷ lệ %,Đánh giá,Đơn vị,Thời hạn,Ngày báo cáo
nhieu-nam,II Đội ngũ và cơ sở vật chất,3,CT-01,Giáo viên mầm non có trình độ đại học trở lên,,100%,"86,6% (84/97)","86,6",đang thực hiện,Phòng Văn hóa - Xã hội,đến hết năm 2030,31/12/2027
nhieu-nam,II Đội ngũ và cơ sở vật chất,4,CT-03,Sĩ số lớp tiểu học,2026,không quá 35 học sinh/lớp,"36,5 học sinh/lớp",,chưa đạt,Phòng Văn hóa - Xã hội,hằng năm,30/09/2026
nhieu-nam,II Đội ngũ và cơ sở vật chất,4,CT-03,Sĩ số lớp tiểu học,2027,không quá 35 học sinh/lớp,35 học sinh/lớp,,đạt,Phòng Văn hóa - Xã hội,hằng năm,30/09/2027
nhieu-nam,II Đội ngũ và cơ sở vật chất,4,CT-03,Sĩ số lớp tiểu học,2028,không quá 35 học sinh/lớp,,,chưa có số liệu,Phòng Văn hóa - Xã hội,hằng năm,
nhieu-nam,II Đội ngũ và cơ sở vật chất,4,CT-03,Sĩ số lớp tiểu học,2029,không quá 35 học sinh/lớp,,,chưa có số liệu,Phòng Văn hóa - Xã hội,hằng năm,
nhieu-nam,II Đội ngũ và cơ sở vật chất,4,CT-03,Sĩ số lớp tiểu học,2030,không quá 35 học sinh/lớp,,,chưa có số liệu,Phòng Văn hóa - Xã hội,hằng năm,
nhieu-nam,II Đội ngũ và cơ sở vật chất,5,CT-05,Chỗ học tăng thêm,,1.250 chỗ,480 chỗ,"38,4",đang thực hiện,Phòng Văn hóa - Xã hội,đến hết năm 2030,31/12/2027
nhieu-nam,II Đội ngũ và cơ sở vật chất,6,CT-07,Tỷ lệ đảng viên trong ngành,,từ 50 đến 55%,"47,2%",,đang thực hiện,Phòng Văn hóa - Xã hội,đến hết năm 2030,31/12/2027

"#]]
    );
}

#[test]
fn several_years_are_assessed_one_by_one() {
    let json = several_years(&["target:CT-01", "-f", "json"]).json();
    let target = &json["targets"][0];
    assert_eq!((&target["value"], &target["assessment"]), (&"100%".into(), &"on-the-way".into()));
    assert_eq!(target["horizons"][0]["value"], "từ 85% trở lên");
    assert_eq!(target["horizons"][0]["assessment"], "exceeded");
    assert_eq!(target["horizons"][1]["deadline"], "2030-12-31");
    let json = several_years(&["target:CT-02", "-f", "json"]).json();
    let of =
        |key: &str| json["targets"].as_array().unwrap().iter().map(|it| it[key].clone()).collect::<Vec<_>>();
    assert_eq!(of("period"), ["2026", "2027", "2028", "2029", "2030"]);
    assert_eq!(of("assessment"), ["not-met", "met", "no-data", "no-data", "no-data"]);
    assert_eq!(of("due")[4], "2030-12-31");
}

#[test]
fn terms_on_work_are_explained() {
    let remark = "Terms on work (such as status, late) select targets by the work of the tasks";
    let run = |term: &str| year(&["targets", term, "--lang", "en"], "31/12/2025");
    let done = run("status:done");
    assert!(done.err.contains(remark) && done.out.contains("target"), "{}{}", done.err, done.out);
    let none = run("late:500..");
    assert!(none.err.contains("There are no targets.") && none.err.contains(remark), "{}", none.err);
    for own in ["goal:MT1", "due:2025", "not:unit:phong-y-te", "đảng viên"] {
        assert!(!run(own).err.contains(remark), "{own}");
    }
}

#[test]
fn a_wrong_result_is_left_out_alone() {
    let folder = tempfile::tempdir().unwrap();
    let text = "format: 1
plan: p
title: Kế hoạch
period: 2026
units: [{id: a, name: A, kind: x}]
targets:
  - id: C1
    title: Trường đạt chuẩn
    value: 10 trường
    lead: a
    results: [{date: 1/3/2026, value: 8 trường}, {date: 1/6/2026, value: 50%}, {date: 1/6/2026, value: 9/10}]
  - {id: C2, title: Số vụ, value: 0 vụ, lead: a, due: hằng quý, results: [{date: 1/4/2026, value: 0}, {date: 1/4/2026, period: 2026-Q1, value: 0}]}
";
    std::fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
    let run = |arguments: &[&str]| plan_in(folder.path(), &[arguments, &["--plans", "."]].concat());
    let ran = run(&["targets", "--as-of", "1/7/2026", "-f", "json"]);
    assert_eq!(ran.code, 2);
    let json = ran.json();
    let of = |key: &str| {
        let all = json["targets"].as_array().unwrap().iter();
        all.map(|it| it[key].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("assessment"), ["on-the-way", "met", "no-data", "no-data", "no-data"]);
    assert_eq!(json["targets"][0]["attainment_pct"], 80.0);
    let left_out: Vec<(i64, &str)> = json["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["line"].as_i64().unwrap(), it["rule"].as_str().unwrap()))
        .collect();
    assert_eq!(left_out, [(11, "target-unit"), (11, "target-value"), (12, "which-period")]);
    // A wrong value of a target is no report: it leaves the plan out.
    std::fs::write(folder.path().join("p.plan.yaml"), text.replace("value: 10 trường", "value: 9/10"))
        .unwrap();
    let ran = run(&["targets"]);
    assert!(ran.code == 2 && ran.err.contains("target-value"), "{}", ran.err);
}
