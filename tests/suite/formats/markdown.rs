//! Markdown.

use plan::language::Lang;
use plan::render::DocumentFormat;
use snapbox::{assert_data_eq, str};

use crate::formats::{page, samples};
use crate::support::letters::steers;

#[test]
fn schedule_as_markdown() {
    assert_data_eq!(
        page(&samples::schedule(), DocumentFormat::Markdown, Lang::Vi),
        str![[r#"
# Phụ lục 02

Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân năm 2024

| TT | Nội dung | Chủ trì | Phối hợp | Thời hạn | Sản phẩm |
| :---: | --- | --- | --- | --- | --- |
| **I** | **Công tác quản lý** |  |  |  |  |
| 1 | Giao ban với Ban chủ nhiệm câu lạc bộ quản lý các cấp học | Phòng GDĐT | Câu lạc bộ quản lý | 01 lần/tháng | Biên bản |
| 2 | Giao ban với chủ các nhóm lớp mầm non độc lập | Phòng GDĐT | UBND 11 phường; Chủ nhóm lớp | 01 lần/quý | Biên bản |
| **II** | **Nâng cao chất lượng giáo dục toàn diện, giáo dục mũi nhọn và hội nhập quốc tế trong các trường học thuộc quận** |  |  |  |  |
| 3 | Xây dựng và triển khai kế hoạch bồi dưỡng học sinh giỏi | Các trường học |  | ngay từ đầu năm học | Kế hoạch |
| 4 | Hoàn thành chỉ tiêu giáo viên đạt chuẩn và trên chuẩn, cán bộ quản lý có trình độ Thạc sĩ trở lên | Phòng GDĐT; các trường học | Phòng Nội vụ | lộ trình đến cuối năm 2024 |  |

"#]]
    );
}

#[test]
fn why_as_markdown() {
    assert_data_eq!(
        page(&samples::why(), DocumentFormat::Markdown, Lang::En),
        str![[r#"
# PL2-07 · UBND phường Hạ Đình · Quý II

As of 2024-07-02

PL2-07, Quý II: due 2024-06-30 (Sunday) → 2024-07-01 (Civil Code 2015, article 148); no report; 1 day late on 2024-07-02.

1. The document says: “01 lần/quý” (thanh-xuan-2024/phu-luc-02.yaml:12)
2. Read as: once a quarter, due on its last day: 2024-06-30
3. 2024-06-30 is a Sunday: the deadline moves to the next working day, 2024-07-01 (Civil Code 2015, article 148.5) (thanh-xuan-2024/plan.yaml:31)

## State

- **Status**: overdue
- **Late**: 1 day
- **With**: Phòng Nội vụ<br>Phòng Tài chính - Kế hoạch
- **Title**: Phê duyệt các khoản thu thỏa thuận của các trường MN, TH, THCS công lập (thanh-xuan-2024/phu-luc-02.yaml:10)

"#]]
    );
}

#[test]
fn hostile_words_stay_in_their_cells_of_markdown() {
    let markdown = page(&samples::hostile(), DocumentFormat::Markdown, Lang::Vi);
    assert_eq!(markdown.chars().find(|c| steers(*c)), None);
    let rows = markdown.lines().filter(|line| line.starts_with('|'));
    for row in rows {
        let bars = row.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert_eq!(bars, 5, "{row}");
    }
    assert!(!markdown.contains("<script") && !markdown.contains("<img"));
}
