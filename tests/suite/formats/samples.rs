//! Documents as the commands build them, with the words of real plans.

use plan::date::Day;
use plan::document::{
    Align, Block, Cell, Column, Document, Fact, FilePlace, NumberedStep, StatusCell, Table, TableRow, Tone,
};
use plan::language::Message;

pub(super) fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(year, month, day).unwrap_or(Day::MAX)
}

fn words(vi: &'static str, en: &'static str, key: &'static str) -> Column {
    Column::words(Message::fixed(vi, en), key)
}

fn title(vi: &'static str, en: &'static str) -> Column {
    Column::title(Message::fixed(vi, en), "title")
}

fn figures(vi: &'static str, en: &'static str, key: &'static str) -> Column {
    Column::figures(Message::fixed(vi, en), key)
}

const PLAN: &str = "Kế hoạch hoạt động của Ban Chỉ đạo Đổi mới giáo dục và đào tạo quận Thanh Xuân năm 2024";

/// A section: number, title, counts, percentages.
type Section = (&'static str, &'static str, [u64; 11], [Option<f64>; 3]);

/// The status of one plan by section, with all figures.
pub(super) fn status() -> Document {
    let mut table = Table::new(vec![
        words("Mục", "Section", "key"),
        title("Nội dung", "Title"),
        figures("Tổng số", "Total", "total"),
        figures("Hoàn thành đúng hạn", "Done on time", "done_on_time").tone(Tone::Good).hide_if_all_zero(),
        figures("Hoàn thành quá hạn", "Done late", "done_late").tone(Tone::Warn).hide_if_all_zero(),
        figures("Hoàn thành, không hạn", "Done, undated", "done_undated").hide_if_all_zero(),
        figures("Quá hạn", "Overdue", "overdue").tone(Tone::Bad).hide_if_all_zero(),
        figures("Sắp đến hạn", "Due soon", "due_soon").tone(Tone::Warn).hide_if_all_zero(),
        figures("Trong hạn", "On track", "on_track").hide_if_all_zero(),
        figures("Chưa đến kỳ", "Upcoming", "upcoming").hide_if_all_zero(),
        figures("Thường xuyên", "Continuous", "continuous").hide_if_all_zero(),
        figures("Chưa xác định thời hạn", "Undated", "undated").hide_if_all_zero(),
        figures("Không thực hiện", "Dropped", "dropped").hide_if_all_zero(),
        figures("Tỷ lệ hoàn thành", "Completion", "completion_pct"),
        Column::bars(),
        figures("Tỷ lệ đúng hạn", "On time", "on_time_pct"),
        figures("Tỷ lệ quá hạn", "Overdue", "overdue_pct"),
    ]);
    table.constants.push((words("Kế hoạch", "Plan", "plan"), Cell::text("thanh-xuan-2024")));
    let sections: [Section; 5] = [
        (
            "II.1",
            "Nâng cao hiệu lực, hiệu quả công tác quản lý nhà nước về giáo dục và đào tạo",
            [24, 7, 2, 0, 3, 1, 4, 6, 1, 0, 0],
            [Some(52.9), Some(58.3), Some(25.0)],
        ),
        (
            "II.2",
            "Nâng cao chất lượng giáo dục toàn diện và giáo dục mũi nhọn",
            [18, 9, 0, 0, 0, 2, 5, 2, 0, 0, 0],
            [Some(56.3), Some(100.0), Some(0.0)],
        ),
        (
            "II.3",
            "Phát triển đội ngũ",
            [9, 0, 1, 0, 4, 0, 1, 3, 0, 0, 0],
            [Some(16.7), Some(0.0), Some(80.0)],
        ),
        (
            "II.4",
            "Tăng cường cơ sở vật chất, thiết bị dạy học theo hướng chuẩn hóa, hiện đại hóa, xã hội hóa",
            [11, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [Some(100.0), Some(100.0), Some(0.0)],
        ),
        ("II.5", "Công tác tuyên truyền", [6, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0], [None; 3]),
    ];
    let row = |label: [Cell; 2], counts: [u64; 11], [completion, on_time, overdue]: [Option<f64>; 3]| {
        let mut cells = Vec::from(label);
        cells.extend(counts.map(Cell::Count));
        cells.push(Cell::Percent(completion));
        cells.push(Cell::Bar(completion.map(|share| share / 100.0)));
        cells.extend([Cell::Percent(on_time), Cell::Percent(overdue)]);
        cells
    };
    let mut sum = [0; 11];
    for (mark, label, counts, shares) in sections {
        sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        table.rows.push(TableRow::Body(row([Cell::text(mark), Cell::text(label)], counts, shares)));
    }
    let total = [Cell::Empty, Cell::Message(Message::fixed("Tổng cộng", "Total"))];
    table.rows.push(TableRow::Total(row(total, sum, [Some(60.0), Some(72.4), Some(18.9)])));
    let mut document = Document::new(Message::same(PLAN)).as_of(day(2024, 7, 1));
    document.blocks.push(Block::Table(table));
    document.blocks.push(Block::Note(Message::fixed(
        "Tỷ lệ hoàn thành không tính việc chưa đến kỳ, thường xuyên và không thực hiện.",
        "Completion leaves out what is upcoming, continuous or dropped.",
    )));
    document
}

/// Overdue work items, with texts in both Unicode forms.
pub(super) fn overdue() -> Document {
    let mut table = Table::new(vec![
        figures("Quá hạn (ngày)", "Days late", "days_late"),
        figures("Ngày làm việc", "Working days", "working_days_late"),
        words("Số hiệu", "Id", "id"),
        title("Nội dung", "Title"),
        words("Đơn vị", "Unit", "unit"),
        words("Kỳ", "Period", "period").hide_if_all_zero(),
        words("Hạn", "Deadline", "deadline"),
        words("Trạng thái", "Status", "status"),
    ]);
    let late =
        StatusCell { key: "overdue".into(), word: Message::fixed("quá hạn", "overdue"), tone: Tone::Bad };
    for (days, working, id, title, unit, period, deadline) in [
        (
            62,
            43,
            "PL2-06",
            "Gặp mặt động viên, tặng quà thương binh và con thương binh, liệt sĩ",
            "Phòng Lao động - Thương binh và Xã hội",
            "",
            day(2024, 4, 30),
        ),
        (
            31,
            22,
            "PL2-14",
            "Báo cáo kết quả tuyển sinh trực tuyến",
            "Pho\u{300}ng Gia\u{301}o du\u{323}c va\u{300} Đa\u{300}o ta\u{323}o qua\u{323}\u{302}n",
            "",
            day(2024, 5, 31),
        ),
        (
            1,
            1,
            "PL2-07",
            "Phê duyệt các khoản thu thỏa thuận của các trường MN, TH, THCS công lập",
            "UBND phường Hạ Đình",
            "Quý II",
            day(2024, 6, 30),
        ),
        (
            1,
            1,
            "PL2-02",
            "Giao ban với chủ các nhóm lớp mầm non độc lập 漢字",
            "UBND phu\u{31b}o\u{31b}\u{300}ng Ha\u{323} Đi\u{300}nh",
            "Quý II",
            day(2024, 6, 30),
        ),
    ] {
        table.rows.push(TableRow::Body(vec![
            Cell::Days(days),
            Cell::Days(working),
            Cell::text(id),
            Cell::text(title),
            Cell::text(unit),
            Cell::text(period),
            Cell::Date(deadline),
            Cell::Status(late.clone()),
        ]));
    }
    let mut document = Document::new(Message::fixed("Việc quá hạn", "Overdue")).as_of(day(2024, 7, 1));
    document.blocks.push(Block::Table(table));
    document
}

/// A schedule (*Phụ lục 02*) with groups in Roman numerals.
pub(super) fn schedule() -> Document {
    let mut table = Table::new(vec![
        Column { align: Align::Center, ..words("TT", "No.", "no") },
        title("Nội dung", "Title"),
        words("Chủ trì", "Lead", "lead"),
        words("Phối hợp", "With", "with"),
        words("Thời hạn", "Due", "due"),
        words("Sản phẩm", "Output", "output"),
    ]);
    let group =
        |mark: &str, title: &str| TableRow::Group { mark: mark.to_owned(), title: Message::same(title) };
    let mut count = 0;
    let mut row = |title: &str, lead: &str, with: &[&str], due: &str, output: &str| {
        count += 1;
        TableRow::Body(vec![
            Cell::Count(count),
            Cell::text(title),
            Cell::text(lead),
            Cell::List(with.iter().map(ToString::to_string).collect()),
            Cell::text(due),
            if output.is_empty() { Cell::Empty } else { Cell::text(output) },
        ])
    };
    table.rows.extend([
        group("I", "Công tác quản lý"),
        row("Giao ban với Ban chủ nhiệm câu lạc bộ quản lý các cấp học", "Phòng GDĐT", &["Câu lạc bộ quản lý"], "01 lần/tháng", "Biên bản"),
        row("Giao ban với chủ các nhóm lớp mầm non độc lập", "Phòng GDĐT", &["UBND 11 phường", "Chủ nhóm lớp"], "01 lần/quý", "Biên bản"),
        group("II", "Nâng cao chất lượng giáo dục toàn diện, giáo dục mũi nhọn và hội nhập quốc tế trong các trường học thuộc quận"),
        row("Xây dựng và triển khai kế hoạch bồi dưỡng học sinh giỏi", "Các trường học", &[], "ngay từ đầu năm học", "Kế hoạch"),
        row("Hoàn thành chỉ tiêu giáo viên đạt chuẩn và trên chuẩn, cán bộ quản lý có trình độ Thạc sĩ trở lên", "Phòng GDĐT; các trường học", &["Phòng Nội vụ"], "lộ trình đến cuối năm 2024", ""),
    ]);
    let mut document = Document::new(Message::fixed("Phụ lục 02", "Appendix 02"));
    document.subtitle.push(Message::same(PLAN));
    document.blocks.push(Block::Table(table));
    document
}

/// The account of an overdue work item.
pub(super) fn why() -> Document {
    let place = |file: &str, line| FilePlace { file: format!("thanh-xuan-2024/{file}"), line };
    let mut document =
        Document::new(Message::same("PL2-07 · UBND phường Hạ Đình · Quý II")).as_of(day(2024, 7, 2));
    let late =
        StatusCell { key: "overdue".into(), word: Message::fixed("quá hạn", "overdue"), tone: Tone::Bad };
    document.blocks.extend([
        Block::Paragraph(Message::fixed(
            "PL2-07, Quý II: hạn 30/6/2024 (Chủ nhật) → 01/7/2024 (BLDS 2015, Điều 148); chưa có báo cáo; đến 02/7/2024 quá hạn 01 ngày.",
            "PL2-07, Quý II: due 2024-06-30 (Sunday) → 2024-07-01 (Civil Code 2015, article 148); no report; 1 day late on 2024-07-02.",
        )),
        Block::Steps(vec![
            NumberedStep::new(Message::fixed("Văn bản ghi: “01 lần/quý”", "The document says: “01 lần/quý”")).at(place("phu-luc-02.yaml", 12)),
            NumberedStep::new(Message::fixed("Đọc là: mỗi quý một lần, hạn là ngày cuối quý: 30/06/2024", "Read as: once a quarter, due on its last day: 2024-06-30")),
            NumberedStep::new(Message::fixed("30/06/2024 là Chủ nhật: hạn chuyển sang ngày làm việc tiếp theo, 01/07/2024 (Bộ luật Dân sự 2015, Điều 148 khoản 5)", "2024-06-30 is a Sunday: the deadline moves to the next working day, 2024-07-01 (Civil Code 2015, article 148.5)")).at(place("plan.yaml", 31)),
        ]),
        Block::Heading(Message::fixed("Hiện trạng", "State")),
        Block::Facts(vec![
            Fact::new(Message::fixed("Trạng thái", "Status"), "status", Cell::Status(late)),
            Fact::new(Message::fixed("Quá hạn", "Late"), "days_late", Cell::Days(1)),
            Fact::new(Message::fixed("Phối hợp", "With"), "with", Cell::List(vec!["Phòng Nội vụ".into(), "Phòng Tài chính - Kế hoạch".into()])),
            Fact::new(Message::fixed("Nội dung", "Title"), "title", Cell::text("Phê duyệt các khoản thu thỏa thuận của các trường MN, TH, THCS công lập")).at(place("phu-luc-02.yaml", 10)),
        ]),
    ]);
    document
}

/// Texts that steer terminals, spreadsheets or browsers.
pub(super) const HOSTILE: [&str; 12] = [
    "\u{1b}[2J\u{1b}]0;pwned\u{7}đỏ\u{9b}31m",
    "=HYPERLINK(\"http://evil.example\",\"bấm\")",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a | b || c\\| `d` **e** [f](javascript:g)",
    "một\nhai\r\nba\rbốn\tnăm",
    "\u{202e}đảo\u{202c} \u{2066}x\u{2069} \u{200b}\u{feff}",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦 🇻🇳 👍🏽 ❤\u{fe0f} 1\u{fe0f}\u{20e3}",
    "漢字かな交じり文 ｆｕｌｌ ＝１＋１",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "Kie\u{302}\u{309}m tra pho\u{300}ng cha\u{301}y chu\u{31b}\u{303}a cha\u{301}y",
    "\u{301}\u{301}\u{301} dấu không có chữ",
    "</td></tr></table><!-- ]]> --> & &amp; \"'",
];

/// A document with hostile texts in every place that takes a text, one of them 10,000 letters long.
pub(super) fn hostile() -> Document {
    let long = "ế".repeat(10_000);
    let mut table = Table::new(vec![
        words("Số hiệu", "Id", "id"),
        title("Nội dung", "Title"),
        words("Đơn vị", "Units", "units"),
        figures("Số", "Count", "count"),
    ]);
    for (at, words) in HOSTILE.into_iter().chain([long.as_str()]).enumerate() {
        table
            .rows
            .push(TableRow::Group { mark: words.chars().take(12).collect(), title: Message::same(words) });
        table.rows.push(TableRow::Body(vec![
            Cell::text(format!("H-{at}")),
            Cell::text(words),
            Cell::List(vec![words.to_owned(), "UBND phường".to_owned()]),
            Cell::Count(at as u64),
        ]));
    }
    let mut document = Document::new(Message::same(HOSTILE[0])).as_of(day(2024, 7, 1));
    document.subtitle.push(Message::same(HOSTILE[5]));
    for words in HOSTILE {
        let place = FilePlace { file: words.to_owned(), line: 1 };
        document.blocks.extend([
            Block::Heading(Message::same(words)),
            Block::Paragraph(Message::same(words)),
            Block::Note(Message::same(words)),
            Block::Legend(vec![(Message::same(words), Message::same(words))]),
            Block::Steps(vec![NumberedStep::new(Message::same(words)).at(place.clone())]),
            Block::Facts(vec![Fact::new(Message::same(words), "key", Cell::text(words)).at(place)]),
        ]);
    }
    table.caption = Some(Message::same(HOSTILE[1]));
    document.blocks.push(Block::Table(table));
    document
}
