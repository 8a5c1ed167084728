//! Tables and lists in the shapes that offices use, each with the plan that it becomes.

use plan::import::{ImportOptions, Imported, SourceFile, import};
use plan::language::Lang;
use plan::parse::{Entry, Key};
use rust_xlsxwriter::{Format, Workbook};
use snapbox::{assert_data_eq, str};

use super::figures::Compared;
use super::said::{assert_days_are_said, assert_words_are_kept, foreign, text_of};
use crate::support::word::WordDocument;

/// Imports a file; the plan has no errors, all words of the document and no day that it does not say.
pub(super) fn of_file(name: &str, bytes: impl Into<Vec<u8>>) -> Imported {
    let file = SourceFile { name: name.to_owned(), bytes: bytes.into() };
    let document = text_of(name, &file.bytes);
    let options = ImportOptions { period: Some("2026".to_owned()), ..ImportOptions::default() };
    let imported = import(&[file], &options, Lang::Vi).unwrap();
    assert_days_are_said(&imported, &document, "2026");
    assert_words_are_kept(&imported, &document);
    assert_eq!(foreign(&imported, &format!("{document}…{name}")), [""; 0]);
    imported
}

/// The entries of a plan, a line each, then the doubts.
pub(super) fn shown(imported: &Imported) -> String {
    let plan = Compared::of(imported);
    let mut lines = Vec::new();
    let keys = [Key::Title, Key::Lead, Key::With, Key::Due, Key::Output, Key::Value, Key::Note];
    let line = |entry: &Entry<'_>| {
        let values = keys.iter().filter_map(|key| {
            let many: Vec<&str> = entry.many(*key).map(|value| value.value).collect();
            let words = if many.is_empty() { entry.words(*key) } else { many.join(", ") };
            (!words.is_empty()).then(|| format!("{key}={words}"))
        });
        let own = entry
            .own()
            .iter()
            .map(|own| format!("{}={}", &*own.key.value, own.value.as_deref().unwrap_or_default()));
        let horizons = entry
            .list(Key::Horizons)
            .iter()
            .map(|at| format!("{}: {}", at.words(Key::Due), at.words(Key::Value)));
        let values: Vec<String> = values.chain(own).chain(horizons).collect();
        let section = entry.words(Key::Section);
        let section = if section.is_empty() { section } else { format!(" in {section}") };
        format!("{}{section}: {}", entry.words(Key::Id), values.join(" | "))
    };
    for list in [Key::Sections, Key::Tasks, Key::Schedule, Key::Targets] {
        for entry in plan.entries(list) {
            lines.push(line(&entry));
            if let Some(defaults) = entry.map(Key::Defaults) {
                lines.push(format!("  defaults{}", line(defaults)));
            }
        }
    }
    for (file, note) in imported.notes().filter(|(file, _)| file.path != "units.yaml") {
        lines.push(format!("? {} {}: {}", file.path, note.entry, note.reason.get(Lang::Vi)));
    }
    lines.extend(imported.left.iter().map(|(place, words)| format!("- {place}: {words}")));
    lines.join("\n") + "\n"
}

fn word(rows: &[&[&str]]) -> Vec<u8> {
    let mut word = WordDocument::default();
    word.paragraph(None, "Phụ lục", &[]);
    word.paragraph(None, "NHIỆM VỤ NĂM 2026", &[]);
    word.table(rows);
    word.bytes()
}

#[test]
fn tasks_under_roman_groups() {
    let bytes = word(&[
        &["TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả", "Thời gian hoàn thành"],
        &["I", "HOÀN THIỆN THỂ CHẾ", "<", "<", "<", "<"],
        &[
            "1",
            "Xây dựng quy chế dữ liệu",
            "Phòng Kinh tế",
            "Các phòng, ban, đơn vị liên quan",
            "Quyết định",
            "Tháng 6/2026",
        ],
        &["2", "Rà soát thủ tục", "Văn phòng HĐND và UBND", "nt", "Báo cáo", "Trước ngày 15/8/2026"],
        &["II", "HẠ TẦNG", "<", "<", "<", "<"],
        &["3", "Nâng cấp mạng", "Phòng Kinh tế; Công an xã", "", "Mạng nội bộ", "Hằng năm"],
    ]);
    assert_data_eq!(
        shown(&of_file("phu-luc.docx", bytes)),
        str![[r#"
PL1: title=NHIỆM VỤ NĂM 2026
PL1.I: title=HOÀN THIỆN THỂ CHẾ
PL1.II: title=HẠ TẦNG
PL1-01 in PL1.I: title=Xây dựng quy chế dữ liệu | lead=phong-kinh-te | with=cac-phong-ban-don-vi-lien-quan | due=Tháng 6/2026 | output=Quyết định
PL1-02 in PL1.I: title=Rà soát thủ tục | lead=van-phong-hdnd-va-ubnd | with=cac-phong-ban-don-vi-lien-quan | due=Trước ngày 15/8/2026 | output=Báo cáo
PL1-03 in PL1.II: title=Nâng cấp mạng | lead=phong-kinh-te, cong-an-xa | due=Hằng năm | output=Mạng nội bộ
? plan.yaml plan: văn bản không có trích yếu

"#]]
    );
}

#[test]
fn two_numberings_and_groups_with_values_of_their_own() {
    let bytes = word(&[
        &["TT", "Stt Chi tiết", "Tên nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn"],
        &[
            "",
            "1",
            "Chuyển đổi số trường học",
            "Phòng Giáo dục và Đào tạo",
            "",
            "Kế hoạch",
            "Theo từng mốc thời hạn dưới đây",
        ],
        &[
            "1",
            "a)",
            "Học bạ số",
            "Phòng Giáo dục và Đào tạo",
            "Các trường",
            "Hệ thống\nbáo cáo",
            "Quý II/2026",
        ],
        &["2", "b)", "Sổ điểm điện tử", "Phòng Giáo dục và Đào tạo", "^", "^", "^"],
        &["", "2", "Hạ tầng", "Phòng Kinh tế", "", "", ""],
        &[
            "3",
            "a)",
            "Đường truyền",
            "Sở GDĐT triển khai tại các cơ sở; Sở KHCN triển khai hệ thống",
            "",
            "",
            "30/9/2026",
        ],
    ]);
    assert_data_eq!(
        shown(&of_file("phu-luc.docx", bytes)),
        str![[r#"
PL1: title=NHIỆM VỤ NĂM 2026
PL1.1: title=Chuyển đổi số trường học
  defaults: lead=phong-gddt | due=Theo từng mốc thời hạn dưới đây | output=Kế hoạch
PL1.2: title=Hạ tầng
  defaults: lead=phong-kinh-te
PL1.1-a in PL1.1: title=Học bạ số | lead=phong-gddt | with=cac-truong | due=Quý II/2026 | output=Hệ thống báo cáo
PL1.1-b in PL1.1: title=Sổ điểm điện tử | lead=phong-gddt | with=cac-truong | due=Quý II/2026 | output=Hệ thống báo cáo
PL1.2-a in PL1.2: title=Đường truyền | lead=so-gddt, so-khcn | due=30/9/2026 | note=Sở GDĐT triển khai tại các cơ sở; Sở KHCN triển khai hệ thống
? plan.yaml plan: văn bản không có trích yếu
? phu-luc-01.yaml PL1.2-a: ô này còn nói việc của từng đơn vị: xem ghi chú

"#]]
    );
}

#[test]
fn a_workbook_with_codes_days_and_columns_of_its_own() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.merge_range(0, 0, 0, 6, "PHỤ LỤC 01: NHIỆM VỤ NĂM 2026", &Format::new()).unwrap();
    for (column, header) in [
        "STT",
        "Mã nhiệm vụ",
        "Tên nhóm nhiệm vụ/nhiệm vụ",
        "Đơn vị chủ trì",
        "Thời hạn hoàn thành",
        "Sản phẩm đầu ra",
        "Ghi chú",
    ]
    .iter()
    .enumerate()
    {
        sheet.write(1, u16::try_from(column).unwrap(), *header).unwrap();
    }
    sheet.write(2, 2, "Nhóm hạ tầng").unwrap();
    sheet.write(3, 0, 1).unwrap();
    sheet.write(3, 1, "KH20_TT_N02.2.1").unwrap();
    sheet.write(3, 2, "Lắp đặt máy chủ").unwrap();
    sheet.write(3, 3, "Phòng Kinh tế").unwrap();
    sheet.write_with_format(3, 4, 46_113.0, &day).unwrap();
    sheet.write(3, 5, "Biên bản").unwrap();
    sheet.write(4, 0, 2).unwrap();
    sheet.write(4, 2, "Tập huấn").unwrap();
    sheet.write(4, 3, "Phòng Nội vụ").unwrap();
    sheet.write(4, 4, "Thường xuyên").unwrap();
    sheet.merge_range(3, 6, 4, 6, "Ưu tiên", &Format::new()).unwrap();
    sheet.write(5, 0, 3).unwrap();
    sheet.write(5, 2, "Nghiệm thu").unwrap();
    sheet.write(5, 3, "Phòng Nội vụ").unwrap();
    sheet.write(5, 4, "x").unwrap();
    assert_data_eq!(
        shown(&of_file("nhiem-vu.xlsx", book.save_to_buffer().unwrap())),
        str![[r#"
NV: title=Phụ lục 01: nhiệm vụ năm 2026
NV.N1: title=Nhóm hạ tầng
NV-01 in NV.N1: title=Lắp đặt máy chủ | lead=phong-kinh-te | due=01/04/2026 | output=Biên bản | note=Ưu tiên | x-ma-nhiem-vu=KH20_TT_N02.2.1
NV-02 in NV.N1: title=Tập huấn | lead=phong-noi-vu | due=Thường xuyên | note=Ưu tiên
NV-03 in NV.N1: title=Nghiệm thu | lead=phong-noi-vu | note=x
? phu-luc-01.yaml NV-03: không đọc được thành thời hạn: “x”

"#]]
    );
}

#[test]
fn two_columns_of_deadlines_under_one_header() {
    let bytes = word(&[
        &["Stt", "Nội dung", "Thời gian trình", "<", "Cơ quan chủ trì thực hiện", "Nguồn lực thực hiện"],
        &["^", "^", "BTV", "BCH", "^", "^"],
        &["I", "Xây dựng Đảng", "<", "<", "<", "<"],
        &["", "Đề án phát triển đảng viên", "Tháng 3", "Tháng 4", "Ban Tổ chức", "Ngân sách xã"],
        &["", "Quy chế làm việc", "Tháng 5", "", "Văn phòng Đảng ủy", ""],
    ]);
    assert_data_eq!(
        shown(&of_file("phu-luc.docx", bytes)),
        str![[r#"
PL1: title=NHIỆM VỤ NĂM 2026
PL1.I: title=Xây dựng Đảng
PL1-01 in PL1.I: title=Đề án phát triển đảng viên | lead=ban-to-chuc | x-thoi-gian-trinh-btv=Tháng 3 | x-thoi-gian-trinh-bch=Tháng 4 | x-nguon-luc-thuc-hien=Ngân sách xã
PL1-02 in PL1.I: title=Quy chế làm việc | lead=van-phong-dang-uy | x-thoi-gian-trinh-btv=Tháng 5
? plan.yaml plan: văn bản không có trích yếu
? phu-luc-01.yaml PL1-01: bảng có nhiều cột thời hạn: chọn cột nào?
? phu-luc-01.yaml PL1-02: bảng có nhiều cột thời hạn: chọn cột nào?

"#]]
    );
}

#[test]
fn items_with_labels_in_place_of_a_table() {
    let text = "KẾ HOẠCH\n\nChuyển đổi số năm 2026\n\nI. NHIỆM VỤ\n\n1. Xây dựng kế hoạch tập huấn cho cán bộ thôn về kỹ năng số và bảo mật thông tin của xã.\n\n\
                - Thời gian hoàn thành: Tháng 3/2026.\n\n- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.\n\n- Đơn vị phối hợp: Công an xã, các thôn.\n\n\
                - Kết quả: Kế hoạch được ban hành.\n\n2. Rà soát hạ tầng viễn thông trên địa bàn, báo cáo Ủy ban nhân dân xã những nơi chưa có sóng di động.\n\n\
                - Thời gian hoàn thành: Khi có kinh phí\n\n- Đơn vị chủ trì: Phó Chủ tịch UBND xã\n\nNơi nhận:\n\n- Lưu: VT.\n";
    assert_data_eq!(
        shown(&of_file("ke-hoach.txt", text)),
        str![[r#"
I: title=NHIỆM VỤ
I-1 in I: title=Xây dựng kế hoạch tập huấn cho cán bộ thôn về kỹ năng số và bảo mật thông tin của xã | lead=phong-vhxh | with=cong-an-xa, cac-thon | due=Tháng 3/2026 | output=Kế hoạch được ban hành | note=Thời gian hoàn thành: Tháng 3/2026; Đơn vị chủ trì: Phòng Văn hóa - Xã hội; Đơn vị phối hợp: Công an xã, các thôn; Kết quả: Kế hoạch được ban hành
I-2 in I: title=Rà soát hạ tầng viễn thông trên địa bàn, báo cáo Ủy ban nhân dân xã những nơi chưa có sóng di động | lead=pho-chu-tich-ubnd-xa | due=Khi có kinh phí | note=Thời gian hoàn thành: Khi có kinh phí; Đơn vị chủ trì: Phó Chủ tịch UBND xã

"#]]
    );
}

#[test]
fn targets_with_several_horizons() {
    let bytes = word(&[
        &[
            "STT",
            "Chỉ tiêu",
            "Đơn vị tính",
            "Đến hết năm 2026",
            "Đến năm 2030",
            "Tầm nhìn đến năm 2045",
            "Đơn vị chủ trì",
            "Đơn vị phối hợp, cung cấp số liệu",
        ],
        &["1", "Hồ sơ trực tuyến", "%", "80", "95", "100", "Văn phòng HĐND và UBND", "Các phòng"],
        &["2", "Trường đạt chuẩn", "trường", "5", "", "", "Phòng Văn hóa - Xã hội", ""],
        &["3", "Kinh tế số", "", "theo quy định", "", "", "Phòng Kinh tế", ""],
    ]);
    assert_data_eq!(
        shown(&of_file("chi-tieu.docx", bytes)),
        str![[r#"
PL1-01: title=Hồ sơ trực tuyến | lead=van-phong-hdnd-va-ubnd | note=Đơn vị phối hợp, cung cấp số liệu: Các phòng | Đến hết năm 2026: 80% | Đến năm 2030: 95% | đến năm 2045: 100%
PL1-02: title=Trường đạt chuẩn | lead=phong-vhxh | due=Đến hết năm 2026 | value=5 trường
? plan.yaml plan: văn bản không có trích yếu
- đoạn 6: 3 | Kinh tế số | theo quy định | Phòng Kinh tế

"#]]
    );
}

#[test]
fn targets_under_horizons() {
    let bytes = word(&[
        &["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi, đánh giá"],
        &["Đến năm 2026", "<", "<", "<", "<"],
        &["1", "Tỷ lệ lao động qua đào tạo", "%", "≥ 60", "Phòng Nội vụ"],
        &["2", "Vụ cháy", "vụ", "0", "Công an xã"],
        &["Nhóm xã hội", "<", "<", "<", "<"],
        &["3", "Số giường bệnh trên vạn dân", "giường", "32,5", "Trạm Y tế"],
    ]);
    assert_data_eq!(
        shown(&of_file("chi-tieu.docx", bytes)),
        str![[r#"
PL1-01: title=Tỷ lệ lao động qua đào tạo | lead=phong-noi-vu | due=Đến năm 2026 | value=≥ 60%
PL1-02: title=Vụ cháy | lead=cong-an-xa | due=Đến năm 2026 | value=0 vụ
PL1-03: title=Số giường bệnh trên vạn dân | lead=tram-y-te | value=32,5 giường | note=Nhóm xã hội
? plan.yaml plan: văn bản không có trích yếu

"#]]
    );
}

#[test]
fn durations_in_place_of_deadlines() {
    let bytes = word(&[
        &["TT", "Công việc", "Đơn vị thực hiện", "Đơn vị phối hợp", "Số ngày dự kiến"],
        &["1", "Khảo sát hiện trạng", "Trạm Y tế", "Phòng Kinh tế", "15"],
        &["2", "Lập dự toán", "Phòng Kinh tế", "", "Sở KHCN đưa ra kế hoạch"],
    ]);
    assert_data_eq!(
        shown(&of_file("phu-luc.docx", bytes)),
        str![[r#"
PL1: title=NHIỆM VỤ NĂM 2026
PL1-01 in PL1: title=Khảo sát hiện trạng | lead=tram-y-te | with=phong-kinh-te | x-so-ngay-du-kien=15
PL1-02 in PL1: title=Lập dự toán | lead=phong-kinh-te | x-so-ngay-du-kien=Sở KHCN đưa ra kế hoạch
? plan.yaml plan: văn bản không có trích yếu

"#]]
    );
}

#[test]
fn a_report_of_progress_keeps_its_columns() {
    let bytes = word(&[
        &[
            "TT",
            "Nhiệm vụ",
            "Kết quả yêu cầu",
            "Thời gian hoàn thành",
            "Cơ quan thực hiện",
            "Tiến độ",
            "Kết quả hiện nay",
        ],
        &[
            "1",
            "Ban hành quy định sử dụng phòng họp",
            "Quyết định",
            "30/6/2026.",
            "Văn phòng",
            "Đang thực hiện",
            "Đã lấy ý kiến",
        ],
        &[
            "TT",
            "Nhiệm vụ",
            "Kết quả yêu cầu",
            "Thời gian hoàn thành",
            "Cơ quan thực hiện",
            "Tiến độ",
            "Kết quả hiện nay",
        ],
        &["2", "Số hóa hồ sơ", "", "Tháng \n9/2026", "Văn phòng", "Quá hạn", ""],
    ]);
    assert_data_eq!(
        shown(&of_file("bao-cao.docx", bytes)),
        str![[r#"
PL1: title=NHIỆM VỤ NĂM 2026
PL1-01 in PL1: title=Ban hành quy định sử dụng phòng họp | lead=van-phong | due=30/6/2026 | output=Quyết định | x-tien-do=Đang thực hiện | x-ket-qua-hien-nay=Đã lấy ý kiến
PL1-02 in PL1: title=Số hóa hồ sơ | lead=van-phong | due=Tháng 9/2026 | x-tien-do=Quá hạn
? plan.yaml plan: văn bản không có trích yếu

"#]]
    );
}

#[test]
fn rows_that_repeat_and_numbers_with_parts() {
    let text = "DANH MỤC NĂM 2026;;;;\nTT;Nội dung công việc;Bộ phận thực hiện;Phối hợp;Thời hạn\n1;Cải cách hành chính;;;\n1.1;Rà soát \
                thủ tục;Bộ phận Một cửa;Công an xã;Quý I/2026\n1.2;Công khai thủ tục;nt;nt;như trên\n1.10;Khảo sát hài lòng;Bộ phận Một cửa;;Hằng quý\n2;\
                Văn thư;;;\n2.1;Lập hồ sơ;Văn thư/Lưu trữ;;31/12/2026\n2.1;Nộp lưu;Văn thư;;Tháng 1\n";
    assert_data_eq!(
        shown(&of_file("bang.csv", text)),
        str![[r#"
NV: title=Danh mục năm 2026
NV.1: title=Cải cách hành chính
NV.2: title=Văn thư
NV-1.1 in NV.1: title=Rà soát thủ tục | lead=bo-phan-mot-cua | with=cong-an-xa | due=Quý I/2026
NV-1.2 in NV.1: title=Công khai thủ tục | lead=bo-phan-mot-cua | with=cong-an-xa | due=Quý I/2026
NV-1.10 in NV.1: title=Khảo sát hài lòng | lead=bo-phan-mot-cua | due=Hằng quý
NV-2.1 in NV.2: title=Lập hồ sơ | lead=van-thu, luu-tru | due=31/12/2026
NV-2.1_2 in NV.2: title=Nộp lưu | lead=van-thu | due=Tháng 1

"#]]
    );
}

#[test]
fn headings_in_bold_type_are_sections() {
    let mut letter = WordDocument::default();
    letter.paragraph(
        None,
        "Từ đầu năm đến nay, toàn tỉnh ghi nhận nhiều ca mắc; đề nghị các đơn vị thực hiện:",
        &[],
    );
    letter.list(0, &[("decimal", "%1.")]);
    letter.bold("Đối với Trạm Y tế");
    letter.paragraph(Some((0, 0)), "Tổ chức giám sát tại các điểm nguy cơ trước ngày 30/5.", &[]);
    letter.paragraph(Some((0, 0)), "Xử lý toàn bộ ổ dịch trong vòng 48 giờ kể từ khi phát hiện.", &[]);
    letter.bold("Phân bổ hóa chất");
    letter.paragraph(None, "Trung tâm Kiểm soát bệnh tật phân bổ hóa chất, vật tư theo bảng sau:", &[]);
    letter.bold("Toàn văn một câu in đậm thì không phải là đề mục.");
    assert_data_eq!(
        shown(&of_file("cong-van.docx", letter.bytes())),
        str![[r#"
M1: title=Đối với Trạm Y tế
M2: title=Phân bổ hóa chất
M1-1 in M1: title=Tổ chức giám sát tại các điểm nguy cơ trước ngày 30/5 | lead=tram-y-te | due=trước ngày 30/5
M1-2 in M1: title=Xử lý toàn bộ ổ dịch trong vòng 48 giờ kể từ khi phát hiện | lead=tram-y-te | due=trong vòng 48 giờ kể từ khi phát hiện
M2-1 in M2: title=Trung tâm Kiểm soát bệnh tật phân bổ hóa chất, vật tư theo bảng sau | lead=trung-tam-kiem-soat-benh-tat
M2-2 in M2: title=Toàn văn một câu in đậm thì không phải là đề mục
? plan.yaml plan: văn bản không có trích yếu

"#]]
    );
}

#[test]
fn figures_of_the_year_before_are_no_units() {
    let bytes = word(&[
        &["STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2025", "Chỉ tiêu 2026", "Ghi chú"],
        &["1", "Số chuyên đề cấp cụm", "Chuyên đề", "4", "6", ""],
        &["2", "Giáo viên tham gia", "%", "85", "≥ 90", "Cả năm"],
    ]);
    assert_data_eq!(
        shown(&of_file("phu-luc.docx", bytes)),
        str![[r#"
PL1-01: title=Số chuyên đề cấp cụm | due=2026 | value=6 Chuyên đề | x-thuc-hien-2025=4
PL1-02: title=Giáo viên tham gia | due=2026 | value=≥ 90% | note=Cả năm | x-thuc-hien-2025=85
? plan.yaml plan: văn bản không có trích yếu

"#]]
    );
}

#[test]
fn the_title_of_a_table_is_no_issuer() {
    let csv = "SỞ NỘI VỤ,,,\nBẢNG THEO DÕI NĂM 2026,,,\n(Cập nhật đến ngày 31/3/2026),,,\nTT,Nhiệm vụ,Chủ trì,Thời hạn\n\
               1,Rà soát,Phòng Tổ chức,30/6\n";
    let file = SourceFile { name: "theo-doi.csv".to_owned(), bytes: csv.into() };
    let imported = import(&[file], &ImportOptions::default(), Lang::Vi).unwrap();
    let plan = Compared::of(&imported);
    let header = [Key::Title, Key::Period, Key::Issuer].map(|key| plan.header(key));
    assert_eq!(header, ["Bảng theo dõi năm 2026", "2026", "so-noi-vu"]);
}
