//! CSV.

use plan::document::{Block, Cell, Column, Document, Table, TableRow};
use plan::language::{Lang, Message};
use plan::render::{CsvOptions, DocumentFormat, RenderOptions};
use snapbox::{assert_data_eq, str};

use crate::formats::{composed, page, samples, written};
use crate::support::letters::steers;

#[test]
fn status_as_csv_in_english_has_the_keys_of_json() {
    assert_data_eq!(
        page(&samples::status(), DocumentFormat::Csv, Lang::En),
        str![[r#"
plan,key,title,total,done_on_time,done_late,done_undated,overdue,due_soon,on_track,upcoming,continuous,undated,dropped,completion_pct,on_time_pct,overdue_pct
thanh-xuan-2024,II.1,"Nâng cao hiệu lực, hiệu quả công tác quản lý nhà nước về giáo dục và đào tạo",24,7,2,0,3,1,4,6,1,0,0,52.9,58.3,25.0
thanh-xuan-2024,II.2,Nâng cao chất lượng giáo dục toàn diện và giáo dục mũi nhọn,18,9,0,0,0,2,5,2,0,0,0,56.3,100.0,0.0
thanh-xuan-2024,II.3,Phát triển đội ngũ,9,0,1,0,4,0,1,3,0,0,0,16.7,0.0,80.0
thanh-xuan-2024,II.4,"Tăng cường cơ sở vật chất, thiết bị dạy học theo hướng chuẩn hóa, hiện đại hóa, xã hội hóa",11,11,0,0,0,0,0,0,0,0,0,100.0,100.0,0.0
thanh-xuan-2024,II.5,Công tác tuyên truyền,6,0,0,0,0,0,0,0,6,0,0,,,
thanh-xuan-2024,,Total,68,27,3,0,7,3,10,11,7,0,0,60.0,72.4,18.9

"#]]
    );
}

#[test]
fn overdue_as_csv_in_vietnamese() {
    assert_data_eq!(
        composed(&page(&samples::overdue(), DocumentFormat::Csv, Lang::Vi)),
        str![[r#"
Quá hạn (ngày),Ngày làm việc,Số hiệu,Nội dung,Đơn vị,Kỳ,Hạn,Trạng thái
62,43,PL2-06,"Gặp mặt động viên, tặng quà thương binh và con thương binh, liệt sĩ",Phòng Lao động - Thương binh và Xã hội,,30/04/2024,quá hạn
31,22,PL2-14,Báo cáo kết quả tuyển sinh trực tuyến,Phòng Giáo dục và Đào tạo quận,,31/05/2024,quá hạn
1,1,PL2-07,"Phê duyệt các khoản thu thỏa thuận của các trường MN, TH, THCS công lập",UBND phường Hạ Đình,Quý II,30/06/2024,quá hạn
1,1,PL2-02,Giao ban với chủ các nhóm lớp mầm non độc lập 漢字,UBND phường Hạ Đình,Quý II,30/06/2024,quá hạn

"#]]
    );
}

#[test]
fn schedule_as_csv_has_its_groups_in_a_column() {
    assert_data_eq!(
        page(&samples::schedule(), DocumentFormat::Csv, Lang::Vi),
        str![[r#"
Nhóm,TT,Nội dung,Chủ trì,Phối hợp,Thời hạn,Sản phẩm
I Công tác quản lý,1,Giao ban với Ban chủ nhiệm câu lạc bộ quản lý các cấp học,Phòng GDĐT,Câu lạc bộ quản lý,01 lần/tháng,Biên bản
I Công tác quản lý,2,Giao ban với chủ các nhóm lớp mầm non độc lập,Phòng GDĐT,"UBND 11 phường; Chủ nhóm lớp",01 lần/quý,Biên bản
"II Nâng cao chất lượng giáo dục toàn diện, giáo dục mũi nhọn và hội nhập quốc tế trong các trường học thuộc quận",3,Xây dựng và triển khai kế hoạch bồi dưỡng học sinh giỏi,Các trường học,,ngay từ đầu năm học,Kế hoạch
"II Nâng cao chất lượng giáo dục toàn diện, giáo dục mũi nhọn và hội nhập quốc tế trong các trường học thuộc quận",4,"Hoàn thành chỉ tiêu giáo viên đạt chuẩn và trên chuẩn, cán bộ quản lý có trình độ Thạc sĩ trở lên","Phòng GDĐT; các trường học",Phòng Nội vụ,lộ trình đến cuối năm 2024,

"#]]
    );
}

#[test]
fn why_as_csv_has_two_tables() {
    assert_data_eq!(
        page(&samples::why(), DocumentFormat::Csv, Lang::En),
        str![[r#"
step,file,line
The document says: “01 lần/quý”,thanh-xuan-2024/phu-luc-02.yaml,12
"Read as: once a quarter, due on its last day: 2024-06-30",,
"2024-06-30 is a Sunday: the deadline moves to the next working day, 2024-07-01 (Civil Code 2015, article 148.5)",thanh-xuan-2024/plan.yaml,31

key,value
status,overdue
days_late,1
with,"Phòng Nội vụ; Phòng Tài chính - Kế hoạch"
title,"Phê duyệt các khoản thu thỏa thuận của các trường MN, TH, THCS công lập"

"#]]
    );
}

#[test]
fn tables_of_several_plans_become_one_in_csv() {
    let mut document = Document::new(Message::fixed("Tình hình", "Status"));
    for (plan, count) in [("a", 1), ("b", 2)] {
        let mut table =
            Table::new(vec![Column::figures(Message::fixed("Tổng", "Total"), "total").hide_if_all_zero()]);
        table.caption = Some(Message::same(plan));
        table.constants.push((Column::words(Message::fixed("Kế hoạch", "Plan"), "plan"), Cell::text(plan)));
        table.rows.push(TableRow::Body(vec![Cell::Count(count * 100_000)]));
        document.blocks.push(Block::Heading(Message::same(plan)));
        document.blocks.push(Block::Table(table));
    }
    assert_eq!(page(&document, DocumentFormat::Csv, Lang::Vi), "Kế hoạch,Tổng\na,100000\nb,200000\n");
    let options = RenderOptions {
        csv: CsvOptions { is_for_spreadsheet: true, ..CsvOptions::default() },
        lang: Lang::En,
        ..RenderOptions::default()
    };
    assert_eq!(written(&document, DocumentFormat::Csv, &options), "\u{feff}plan,total\na,100000\nb,200000\n");
}

#[test]
fn no_field_of_csv_is_a_formula() {
    for lang in Lang::ALL {
        let csv = page(&samples::hostile(), DocumentFormat::Csv, lang);
        assert_eq!(csv.chars().find(|c| steers(*c)), None);
        for record in csv.lines() {
            for field in record.split(',') {
                let field = field.trim_start_matches('"');
                assert!(
                    !field.starts_with(['=', '+', '-', '@', '＝']) || record.contains("\"\",\"\""),
                    "{record}"
                );
            }
        }
        assert!(csv.contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"bấm\"\")\""));
    }
}

#[test]
fn every_record_of_a_table_has_the_same_number_of_fields() {
    for document in [samples::status(), samples::overdue(), samples::schedule(), samples::hostile()] {
        let csv = page(&document, DocumentFormat::Csv, Lang::Vi);
        let records = read(&csv);
        let last = records.rsplit(|record| record == &[""]).next().unwrap();
        assert!(last.len() > 1);
        assert!(last.iter().all(|record| record.len() == last[0].len()));
    }
}

#[test]
fn names_of_columns_that_come_from_a_plan_are_guarded() {
    let mut table = Table::new(vec![Column::words(Message::same("=1+1"), String::from("=1+1"))]);
    table.rows.push(TableRow::Body(vec![Cell::text("a")]));
    let mut document = Document::new(Message::same("a"));
    document.blocks.push(Block::Table(table));
    for lang in [Lang::Vi, Lang::En] {
        assert_eq!(page(&document, DocumentFormat::Csv, lang), "'=1+1\na\n");
    }
}

/// Reads CSV according to RFC 4180.
fn read(csv: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            _ => field.push(c),
        }
    }
    records
}

#[test]
fn fields_and_totals_are_as_the_options_ask() {
    let mut table = Table::new(vec![Column::words(Message::fixed("Mã", "Id"), "id"); 2]);
    table.rows.push(TableRow::Body(vec![Cell::text("1.10"), Cell::text("a|b")]));
    table.rows.push(TableRow::Total(vec![Cell::text("Cộng")]));
    let mut document = Document::new(Message::fixed("", ""));
    document.blocks.push(Block::Table(table));
    let csv = |csv: CsvOptions| {
        written(
            &document,
            DocumentFormat::Csv,
            &RenderOptions { csv, lang: Lang::En, ..RenderOptions::default() },
        )
    };
    let plain = CsvOptions::default();
    assert_eq!(csv(plain), "id,id\n1.10,a|b\nCộng,\n");
    assert_eq!(csv(CsvOptions { is_bare: true, ..plain }), "id,id\n1.10,a|b\n");
    assert_eq!(csv(CsvOptions { separator: '|', ..plain }), "id|id\n1.10|\"a|b\"\nCộng|\n");
    let file = CsvOptions { is_for_spreadsheet: true, ..plain };
    assert_eq!(
        csv(file),
        "\u{feff}id,id\n\"=\"\"1.10\"\"\",a|b\nCộng,\n",
        "the id stays itself in a spreadsheet"
    );
    assert_eq!(csv(CsvOptions { is_bare: true, ..file }), "\u{feff}id,id\n1.10,a|b\n", "bare rows are plain");
}
