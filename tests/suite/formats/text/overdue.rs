//! The table of `plan overdue` at several widths.

use plan::language::Lang;
use snapbox::{assert_data_eq, str};

use crate::formats::{composed, samples, text};

#[test]
fn overdue_at_80_columns() {
    assert_data_eq!(
        composed(&text(&samples::overdue(), Lang::En, 80)),
        str![[r#"
Overdue · As of 2024-07-01

Days  Working
late     days  Id      Title           Unit          Period  Deadline    Status
────────────────────────────────────────────────────────────────────────────────
  62       43  PL2-06  Gặp mặt động    Phòng Lao             2024-04-30  overdue
                       viên, tặng quà  động -
                       thương binh và  Thương binh
                       con thương      và Xã hội
                       binh, liệt sĩ

  31       22  PL2-14  Báo cáo kết     Phòng Giáo            2024-05-31  overdue
                       quả tuyển sinh  dục và Đào
                       trực tuyến      tạo quận

   1        1  PL2-07  Phê duyệt các   UBND phường   Quý II  2024-06-30  overdue
                       khoản thu thỏa  Hạ Đình
                       thuận của các
                       trường MN, TH,
                       THCS công lập

   1        1  PL2-02  Giao ban với    UBND phường   Quý II  2024-06-30  overdue
                       chủ các nhóm    Hạ Đình
                       lớp mầm non
                       độc lập 漢字

"#]]
    );
}

#[test]
fn overdue_at_120_columns_wraps_only_titles() {
    assert_data_eq!(
        composed(&text(&samples::overdue(), Lang::Vi, 120)),
        str![[r#"
Việc quá hạn · Tính đến ngày 01/07/2024

Quá hạn  Ngày làm  Số                                                                                            Trạng
 (ngày)      việc  hiệu    Nội dung                  Đơn vị                                  Kỳ      Hạn         thái
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     62        43  PL2-06  Gặp mặt động viên, tặng   Phòng Lao động - Thương binh và Xã hội          30/04/2024  quá hạn
                           quà thương binh và con
                           thương binh, liệt sĩ

     31        22  PL2-14  Báo cáo kết quả tuyển     Phòng Giáo dục và Đào tạo quận                  31/05/2024  quá hạn
                           sinh trực tuyến

      1         1  PL2-07  Phê duyệt các khoản thu   UBND phường Hạ Đình                     Quý II  30/06/2024  quá hạn
                           thỏa thuận của các
                           trường MN, TH, THCS công
                           lập

      1         1  PL2-02  Giao ban với chủ các      UBND phường Hạ Đình                     Quý II  30/06/2024  quá hạn
                           nhóm lớp mầm non độc lập
                           漢字

"#]]
    );
}

#[test]
fn overdue_at_30_columns_has_names_and_values() {
    assert_data_eq!(
        composed(&text(&samples::overdue(), Lang::Vi, 30)),
        str![[r#"
Việc quá hạn
Tính đến ngày 01/07/2024

Quá hạn (ngày)
  62
Ngày làm việc
  43
Số hiệu
  PL2-06
Nội dung
  Gặp mặt động viên, tặng quà
  thương binh và con thương
  binh, liệt sĩ
Đơn vị
  Phòng Lao động - Thương binh
  và Xã hội
Hạn
  30/04/2024
Trạng thái
  quá hạn

Quá hạn (ngày)
  31
Ngày làm việc
  22
Số hiệu
  PL2-14
Nội dung
  Báo cáo kết quả tuyển sinh
  trực tuyến
Đơn vị
  Phòng Giáo dục và Đào tạo
  quận
Hạn
  31/05/2024
Trạng thái
  quá hạn

Quá hạn (ngày)
  1
Ngày làm việc
  1
Số hiệu
  PL2-07
Nội dung
  Phê duyệt các khoản thu thỏa
  thuận của các trường MN, TH,
  THCS công lập
Đơn vị
  UBND phường Hạ Đình
Kỳ
  Quý II
Hạn
  30/06/2024
Trạng thái
  quá hạn

Quá hạn (ngày)
  1
Ngày làm việc
  1
Số hiệu
  PL2-02
Nội dung
  Giao ban với chủ các nhóm
  lớp mầm non độc lập 漢字
Đơn vị
  UBND phường Hạ Đình
Kỳ
  Quý II
Hạn
  30/06/2024
Trạng thái
  quá hạn

"#]]
    );
}
