//! Sentences as wards and networks of schools write them, each with the entry that it becomes.

use plan::language::Lang;
use snapbox::{assert_data_eq, str};

use super::shapes::{of_file, shown};

#[test]
fn sentences_of_a_ward() {
    let text = "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG MẪU\n\nKẾ HOẠCH\n\nPhòng, chống đuối nước năm 2026\n\n\
        I. MỤC TIÊU\n\n- Phấn đấu 90% trẻ em biết bơi.\n\n\
        II. CHỈ TIÊU\n\n\
        1. 100% ao, hồ, hố công trình có nguy cơ mất an toàn được rào chắn trước ngày 30/4/2026.\n\n\
        2. Giảm ít nhất 20% số vụ cháy; 12/12 tổ dân phố có đội dân phòng.\n\n\
        3. Các trường có góc tuyên truyền.\n\n\
        III. NHIỆM VỤ\n\n1. Tuyên truyền\n\n\
        1.1. Trường học tổ chức tuyên truyền phòng, chống đuối nước đạt 100%.\n\n\
        1.2. Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, phối hợp với Công an xã rà soát, thống kê ao, hồ; hoàn thành trong tháng 3 năm 2026.\n\n\
        1.3. Đoàn Thanh niên phối hợp với Công an xã tổ chức 03 lớp kỹ năng; thời gian hoàn thành: tháng 7/2026.\n\n\
        IV. TỔ CHỨC THỰC HIỆN\n\n1. Trung tâm Văn hóa xã\n\n\
        - Đề nghị Trung tâm phát thanh mỗi tuần 02 lần.\n\n\
        - Lắp đặt biển cảnh báo trước mùa mưa (30/5/2026), theo Kế hoạch số 12/KH-UBND ngày 02/01/2026.\n";
    let imported = of_file("ke-hoach.txt", text);
    assert_data_eq!(
        shown(&imported),
        str![[r#"
I: title=MỤC TIÊU
II: title=CHỈ TIÊU
III: title=NHIỆM VỤ
III.1: title=Tuyên truyền
IV: title=TỔ CHỨC THỰC HIỆN
IV.1: title=Trung tâm Văn hóa xã
II-1 in II: title=100% ao, hồ, hố công trình có nguy cơ mất an toàn được rào chắn trước ngày 30/4/2026
II-2 in II: title=Giảm ít nhất 20% số vụ cháy
II-3 in II: title=Các trường có góc tuyên truyền
III.1-1 in III.1: title=Trường học tổ chức tuyên truyền phòng, chống đuối nước đạt 100%
III.1-2 in III.1: title=Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, phối hợp với Công an xã rà soát, thống kê ao, hồ | lead=phong-kinh-te-ha-tang-va-do-thi | with=cong-an-xa | due=hoàn thành trong tháng 3 năm 2026
III.1-3 in III.1: title=Đoàn Thanh niên phối hợp với Công an xã tổ chức 03 lớp kỹ năng | lead=doan-thanh-nien | with=cong-an-xa | due=thời gian hoàn thành: tháng 7/2026
IV.1-1 in IV.1: title=Đề nghị Trung tâm phát thanh mỗi tuần 02 lần | lead=trung-tam-van-hoa-xa | due=mỗi tuần 02 lần
IV.1-2 in IV.1: title=Lắp đặt biển cảnh báo trước mùa mưa (30/5/2026), theo Kế hoạch số 12/KH-UBND ngày 02/01/2026 | lead=trung-tam-van-hoa-xa
CT-01: title=Trẻ em biết bơi | value=90%
CT-02: title=Ao, hồ, hố công trình có nguy cơ mất an toàn được rào chắn | due=trước ngày 30/4/2026 | value=100%
CT-03: title=Số vụ cháy | value=Giảm ít nhất 20%
CT-04: title=Tổ dân phố có đội dân phòng | value=12 tổ dân phố
CT-05: title=Trường học tổ chức tuyên truyền phòng, chống đuối nước | value=đạt 100%
CT-06: title=Lớp kỹ năng | lead=doan-thanh-nien | value=03 lớp
? plan.yaml II-1: “trước ngày 30/4/2026”: thêm khi biết đơn vị chủ trì
? plan.yaml II-3: chỉ tiêu không thấy số: chưa có trong chi-tieu.yaml
? plan.yaml III.1-1: “Trường học” có phải là đơn vị chủ trì không?
? plan.yaml IV.1-2: “30/5/2026” có phải thời hạn không?
? chi-tieu.yaml CT-01: số nêu trong mục tiêu: có phải chỉ tiêu không?
? chi-tieu.yaml CT-04: văn bản ghi cả tổng số: tất cả
? chi-tieu.yaml CT-05: số nêu trong lời văn: có phải chỉ tiêu không?
? chi-tieu.yaml CT-06: số nêu trong lời văn: có phải chỉ tiêu không?

"#]]
    );
    let units = imported.files.iter().find(|file| file.path == "units.yaml").unwrap();
    assert!(units.text.contains("name: Ủy ban nhân dân xã Đồng Mẫu,"), "{}", units.text);
}

#[test]
fn a_title_in_capitals_is_marked_where_a_name_is_guessed() {
    let text = |name: &str| {
        format!(
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO\n\nKẾ HOẠCH\n\nCHUYỂN ĐỔI SỐ TRÊN ĐỊA BÀN XÃ {name} NĂM 2026\n\n\
             I. VIỆC\n\n- Giao Công an xã Đồng Mẫu rà soát.\n"
        )
    };
    for (name, title, doubts) in [
        ("ĐỒNG MẪU", "Kế hoạch chuyển đổi số trên địa bàn xã Đồng Mẫu năm 2026", &[][..]),
        (
            "SÔNG LÂM",
            "Kế hoạch chuyển đổi số trên địa bàn xã Sông Lâm năm 2026",
            &["văn bản viết hoa cả tên: xem lại tên riêng"],
        ),
    ] {
        let imported = of_file("ke-hoach.txt", text(name));
        assert_eq!(imported.title, title);
        let found: Vec<&str> = imported.notes().map(|(_, note)| note.reason.get(Lang::Vi)).collect();
        assert_eq!(found, doubts);
    }
}

#[test]
fn annexes_have_the_numbers_of_their_headings() {
    let text = "KẾ HOẠCH\n\nNăm 2026\n\nI. VIỆC\n\n- Giao Công an xã rà soát.\n\nPHỤ LỤC 02\n\nDanh mục\n\n\
        TT | Nội dung | Chủ trì | Thời hạn\n1 | Tập huấn | Công an xã | 31/5/2026\n\nPHỤ LỤC 01\n\nChỉ tiêu\n\n\
        TT | Chỉ tiêu | ĐVT | Kế hoạch | Chủ trì\n1 | Vụ đuối nước | Vụ | Không có | Công an xã\n";
    let imported = of_file("ke-hoach.txt", text);
    let entry = |path: &str| {
        let file = imported.files.iter().find(|file| file.path == path).unwrap();
        file.text.lines().filter(|line| line.contains("id: PL") || line.contains("value")).collect::<Vec<_>>()
    };
    assert_eq!(entry("phu-luc-02.yaml"), ["  - {id: PL2, title: Danh mục}", "  - id: PL2-01"]);
    assert_eq!(entry("phu-luc-01.yaml"), ["  - id: PL1-01", "    value: Không có Vụ"]);
}
