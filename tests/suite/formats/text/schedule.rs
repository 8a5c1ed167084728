//! The annex of `plan schedule` and the steps of `plan why`.

use plan::language::Lang;
use snapbox::{assert_data_eq, str};

use crate::formats::{samples, text};

#[test]
fn schedule_at_80_columns_has_groups_across() {
    assert_data_eq!(
        text(&samples::schedule(), Lang::Vi, 80),
        str![[r#"
Phụ lục 02
Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân
năm 2024

TT  Nội dung            Chủ trì         Phối hợp        Thời hạn        Sản phẩm
────────────────────────────────────────────────────────────────────────────────
I   Công tác quản lý
 1  Giao ban với Ban    Phòng GDĐT      Câu lạc bộ      01 lần/tháng    Biên bản
    chủ nhiệm câu lạc                   quản lý
    bộ quản lý các cấp
    học

 2  Giao ban với chủ    Phòng GDĐT      UBND 11         01 lần/quý      Biên bản
    các nhóm lớp mầm                    phường; Chủ
    non độc lập                         nhóm lớp

II  Nâng cao chất lượng giáo dục toàn diện, giáo dục mũi nhọn và hội nhập quốc
    tế trong các trường học thuộc quận
 3  Xây dựng và triển   Các trường học                  ngay từ đầu     Kế hoạch
    khai kế hoạch bồi                                   năm học
    dưỡng học sinh
    giỏi

 4  Hoàn thành chỉ      Phòng GDĐT;     Phòng Nội vụ    lộ trình đến
    tiêu giáo viên đạt  các trường học                  cuối năm 2024
    chuẩn và trên
    chuẩn, cán bộ quản
    lý có trình độ
    Thạc sĩ trở lên

"#]]
    );
}

#[test]
fn schedule_at_160_columns() {
    assert_data_eq!(
        text(&samples::schedule(), Lang::Vi, 160),
        str![[r#"
Phụ lục 02 · Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân năm 2024

TT  Nội dung                                                      Chủ trì                     Phối hợp                      Thời hạn                    Sản phẩm
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
I   Công tác quản lý
 1  Giao ban với Ban chủ nhiệm câu lạc bộ quản lý các cấp học     Phòng GDĐT                  Câu lạc bộ quản lý            01 lần/tháng                Biên bản
 2  Giao ban với chủ các nhóm lớp mầm non độc lập                 Phòng GDĐT                  UBND 11 phường; Chủ nhóm lớp  01 lần/quý                  Biên bản

II  Nâng cao chất lượng giáo dục toàn diện, giáo dục mũi nhọn và hội nhập quốc tế trong các trường học thuộc quận
 3  Xây dựng và triển khai kế hoạch bồi dưỡng học sinh giỏi       Các trường học                                            ngay từ đầu năm học         Kế hoạch
 4  Hoàn thành chỉ tiêu giáo viên đạt chuẩn và trên chuẩn, cán    Phòng GDĐT; các trường học  Phòng Nội vụ                  lộ trình đến cuối năm 2024
    bộ quản lý có trình độ Thạc sĩ trở lên

"#]]
    );
}

#[test]
fn why_has_steps_and_places() {
    assert_data_eq!(
        text(&samples::why(), Lang::Vi, 80),
        str![[r#"
PL2-07 · UBND phường Hạ Đình · Quý II · Tính đến ngày 02/07/2024

PL2-07, Quý II: hạn 30/6/2024 (Chủ nhật) → 01/7/2024 (BLDS 2015, Điều 148); chưa
có báo cáo; đến 02/7/2024 quá hạn 01 ngày.

1. Văn bản ghi: “01 lần/quý”  (thanh-xuan-2024/phu-luc-02.yaml:12)
2. Đọc là: mỗi quý một lần, hạn là ngày cuối quý: 30/06/2024
3. 30/06/2024 là Chủ nhật: hạn chuyển sang ngày làm việc tiếp theo, 01/07/2024
   (Bộ luật Dân sự 2015, Điều 148 khoản 5)  (thanh-xuan-2024/plan.yaml:31)

Hiện trạng
Trạng thái  quá hạn
Quá hạn     1 ngày
Phối hợp    Phòng Nội vụ
            Phòng Tài chính - Kế hoạch
Nội dung    Phê duyệt các khoản thu thỏa thuận của các trường MN, TH, THCS công
            lập  (thanh-xuan-2024/phu-luc-02.yaml:10)

"#]]
    );
    assert_data_eq!(
        text(&samples::why(), Lang::En, 50),
        str![[r#"
PL2-07 · UBND phường Hạ Đình · Quý II
As of 2024-07-02

PL2-07, Quý II: due 2024-06-30 (Sunday) →
2024-07-01 (Civil Code 2015, article 148); no
report; 1 day late on 2024-07-02.

1. The document says: “01 lần/quý”
   (thanh-xuan-2024/phu-luc-02.yaml:12)
2. Read as: once a quarter, due on its last day:
   2024-06-30
3. 2024-06-30 is a Sunday: the deadline moves to
   the next working day, 2024-07-01 (Civil Code
   2015, article 148.5)
   (thanh-xuan-2024/plan.yaml:31)

State
Status  overdue
Late    1 day
With    Phòng Nội vụ
        Phòng Tài chính - Kế hoạch
Title   Phê duyệt các khoản thu thỏa thuận của các
        trường MN, TH, THCS công lập
        (thanh-xuan-2024/phu-luc-02.yaml:10)

"#]]
    );
}
