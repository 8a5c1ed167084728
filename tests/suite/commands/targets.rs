//! `plan targets`: targets and their results.

use snapbox::{assert_data_eq, str};

use crate::support::answers::{answer, year};

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
