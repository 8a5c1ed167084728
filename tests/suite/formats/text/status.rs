//! The table of `plan status` at several widths.

use plan::language::Lang;
use snapbox::{assert_data_eq, str};

use crate::formats::{samples, text};

#[test]
fn status_at_80_columns_has_titles_above_figures() {
    assert_data_eq!(
        text(&samples::status(), Lang::Vi, 80),
        str![[r#"
Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân
năm 2024
Tính đến ngày 01/07/2024

Mục   Nội dung
        Hoàn    Hoàn
       thành   thành          Sắp                          Tỷ lệ   Tỷ lệ   Tỷ lệ
Tổng    đúng     quá  Quá     đến  Trong    Chưa  Thường    hoàn    đúng     quá
  số     hạn     hạn  hạn     hạn    hạn  đến kỳ   xuyên   thành     hạn     hạn
────────────────────────────────────────────────────────────────────────────────
II.1  Nâng cao hiệu lực, hiệu quả công tác quản lý nhà nước về giáo dục và đào
      tạo
  24       7       2    3       1      4       6       1   52,9%   58,3%   25,0%

II.2  Nâng cao chất lượng giáo dục toàn diện và giáo dục mũi nhọn
  18       9       0    0       2      5       2       0   56,3%  100,0%    0,0%

II.3  Phát triển đội ngũ
   9       0       1    4       0      1       3       0   16,7%    0,0%   80,0%

II.4  Tăng cường cơ sở vật chất, thiết bị dạy học theo hướng chuẩn hóa, hiện đại
      hóa, xã hội hóa
  11      11       0    0       0      0       0       0  100,0%  100,0%    0,0%

II.5  Công tác tuyên truyền
   6       0       0    0       0      0       0       6       –       –       –
────────────────────────────────────────────────────────────────────────────────
      Tổng cộng
  68      27       3    7       3     10      11       7   60,0%   72,4%   18,9%

Tỷ lệ hoàn thành không tính việc chưa đến kỳ, thường xuyên và không thực hiện.

"#]]
    );
}

#[test]
fn status_at_100_columns() {
    assert_data_eq!(
        text(&samples::status(), Lang::Vi, 100),
        str![[r#"
Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân năm 2024
Tính đến ngày 01/07/2024

                                    Hoàn
                                   thành    Hoàn        Sắp                      Tỷ lệ  Tỷ lệ  Tỷ lệ
                            Tổng    đúng   thành Quá    đến Trong   Chưa Thường   hoàn   đúng    quá
Mục  Nội dung                 số     hạn quá hạn hạn    hạn   hạn đến kỳ  xuyên  thành    hạn    hạn
────────────────────────────────────────────────────────────────────────────────────────────────────
II.1 Nâng cao hiệu lực,       24       7       2   3      1     4      6      1  52,9%  58,3%  25,0%
     hiệu quả công tác quản
     lý nhà nước về giáo
     dục và đào tạo

II.2 Nâng cao chất lượng      18       9       0   0      2     5      2      0  56,3% 100,0%   0,0%
     giáo dục toàn diện và
     giáo dục mũi nhọn

II.3 Phát triển đội ngũ        9       0       1   4      0     1      3      0  16,7%   0,0%  80,0%

II.4 Tăng cường cơ sở vật     11      11       0   0      0     0      0      0 100,0% 100,0%   0,0%
     chất, thiết bị dạy học
     theo hướng chuẩn hóa,
     hiện đại hóa, xã hội
     hóa

II.5 Công tác tuyên truyền     6       0       0   0      0     0      0      6      –      –      –
────────────────────────────────────────────────────────────────────────────────────────────────────
     Tổng cộng                68      27       3   7      3    10     11      7  60,0%  72,4%  18,9%

Tỷ lệ hoàn thành không tính việc chưa đến kỳ, thường xuyên và không thực hiện.

"#]]
    );
}

#[test]
fn status_at_160_columns_has_bars() {
    assert_data_eq!(
        text(&samples::status(), Lang::En, 160),
        str![[r#"
Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân năm 2024 · As of 2024-07-01

                                                              Done on  Done            Due     On                                                    On
Section  Title                                         Total     time  late  Overdue  soon  track  Upcoming  Continuous  Completion                time  Overdue
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
II.1     Nâng cao hiệu lực, hiệu quả công tác quản lý     24        7     2        3     1      4         6           1       52.9%  ━━━━━─────   58.3%    25.0%
         nhà nước về giáo dục và đào tạo

II.2     Nâng cao chất lượng giáo dục toàn diện và        18        9     0        0     2      5         2           0       56.3%  ━━━━━━────  100.0%     0.0%
         giáo dục mũi nhọn

II.3     Phát triển đội ngũ                                9        0     1        4     0      1         3           0       16.7%  ━━────────    0.0%    80.0%

II.4     Tăng cường cơ sở vật chất, thiết bị dạy học      11       11     0        0     0      0         0           0      100.0%  ━━━━━━━━━━  100.0%     0.0%
         theo hướng chuẩn hóa, hiện đại hóa, xã hội
         hóa

II.5     Công tác tuyên truyền                             6        0     0        0     0      0         0           6           –                   –        –
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         Total                                            68       27     3        7     3     10        11           7       60.0%  ━━━━━━────   72.4%    18.9%

Completion leaves out what is upcoming, continuous or dropped.

"#]]
    );
}
