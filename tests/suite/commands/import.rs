//! `plan import`: a draft plan from a document.

use std::fs;

use crate::support::answers::{assert_contains, refused};
use crate::support::folder::{folder_of, names};
use crate::support::program::plan_in;

const LETTER: &str = "KẾ HOẠCH\n\nAn toàn trường học năm 2026\n\nI. NHIỆM VỤ\n\n- Giao Phòng Văn hóa rà soát phòng cháy trước ngày 15/8.\n\n\
                      - Tổ chức giao ban 01 lần/quý.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Công an phường\n\n- Tuần tra.\n\nNơi nhận:\n\n- Lưu: VT.\n";

#[test]
fn a_document_becomes_a_folder_that_validates() {
    let folder = folder_of(&[("van-ban.txt", LETTER)]);
    let ran = plan_in(folder.path(), &["import", "van-ban.txt", "-o", "plans/an-toan"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
    assert_contains(&ran.out, &["plans/an-toan/plan.yaml", "Nhiệm vụ", "“01 lần/quý”: thêm khi"]);
    assert_eq!(names(&folder.path().join("plans/an-toan")), ["plan.yaml", "units.yaml"]);
    let text = fs::read_to_string(folder.path().join("plans/an-toan/plan.yaml")).unwrap();
    assert_contains(
        &text,
        &[
            "plan: an-toan\n",
            "period: 2026\n",
            "    lead: phong-van-hoa\n    due: trước ngày 15/8\n",
            "    lead: cong-an-phuong\n",
        ],
    );
    let ran = plan_in(folder.path(), &["validate"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(!ran.out.contains("lỗi["), "{}", ran.out);
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = folder_of(&[("van-ban.txt", LETTER)]);
    let ran = plan_in(folder.path(), &["import", "van-ban.txt", "-o", "moi", "--dry-run"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_contains(&ran.out, &["+++ b/moi/plan.yaml", "+format: 1"]);
    assert_contains(&ran.err, &["Sẽ ghi", "moi/plan.yaml", "Cần xem lại"]);
    assert_eq!(names(folder.path()), ["van-ban.txt"]);
}

#[test]
fn known_units_keep_their_ids_and_are_included() {
    let units = "units:\n  - {id: vh, name: Phòng Văn hóa, kind: phong-ban}\n";
    let folder =
        folder_of(&[("van-ban.txt", LETTER), ("plans/units.yaml", units), ("khac/units.yaml", units)]);
    let ran =
        plan_in(folder.path(), &["import", "van-ban.txt", "-o", "plans/a", "--units", "plans/units.yaml"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let text = fs::read_to_string(folder.path().join("plans/a/plan.yaml")).unwrap();
    assert_contains(&text, &["include: ['../units.yaml']\n", "    lead: vh\n"]);
    assert!(!fs::read_to_string(folder.path().join("plans/a/units.yaml")).unwrap().contains("Phòng Văn hóa"));
    // Out of the root the registry is copied.
    let ran = plan_in(folder.path(), &["import", "van-ban.txt", "-o", "b", "--units", "khac/units.yaml"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(names(&folder.path().join("b")), ["don-vi-chung.yaml", "plan.yaml", "units.yaml"]);
    for path in ["plans", "b"] {
        let ran = plan_in(folder.path(), &["validate", path]);
        assert_eq!(ran.code, 0, "{}", ran.out);
    }
}

#[test]
fn documents_that_are_not_read_are_refused_with_the_way_out() {
    let folder = folder_of(&[
        ("a.pdf", "%PDF-1.7"),
        ("a.doc", "x"),
        ("a.xls", "x"),
        ("a.txt", "Lời không có năm"),
        ("day/x", "x"),
    ]);
    for (arguments, message) in [
        (&["a.pdf", "-o", "moi"][..], "lỗi: \"a.pdf\": không đọc tệp PDF (gợi ý: chạy `pdftotext"),
        (&["a.doc", "-o", "moi"], "lỗi: \"a.doc\": không đọc tệp doc (gợi ý: mở bằng Word"),
        (&["a.xls", "-o", "moi"], "lỗi: \"a.xls\": không đọc tệp xls (gợi ý: mở bằng Excel"),
        (&["a.txt", "-o", "moi"], "lỗi: \"a.txt\": không thấy kỳ của kế hoạch (gợi ý: --period 2026)"),
        (&["a.txt"], "lỗi: thiếu thư mục để ghi kế hoạch (gợi ý: -o plans/ke-hoach)"),
        (&["a.txt", "-o", "day"], "lỗi: \"day\" đã có và không trống"),
        (
            &["khong-co.txt", "-o", "moi"],
            "lỗi: không đọc được \"khong-co.txt\": không có tệp hay thư mục này",
        ),
        (&["day", "-o", "moi"], "lỗi: không đọc được \"day\": đây là thư mục"),
    ] {
        let ran = plan_in(folder.path(), &[&["import"], arguments].concat());
        let told = refused(&ran);
        assert!(told.starts_with(message), "{told}");
    }
    let ran = plan_in(folder.path(), &["import", "a.txt", "-o", "moi", "--period", "2026", "-f", "json"]);
    assert_eq!((ran.code, &ran.json()["schema"]), (1, &"plan.import/1".into()), "{}", ran.err);
}
