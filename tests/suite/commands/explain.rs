//! `plan explain`: every rule, in both languages.

use crate::support::program::plan;

#[test]
fn every_rule_of_the_specification_is_explained() {
    let list = plan(&["explain", "--lang", "en"]);
    assert_eq!(list.code, 0);
    let names: Vec<&str> = list.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(
        names.contains(&"unknown-unit") && names.contains(&"unknown-target") && names.len() > 65,
        "{names:?}"
    );
    assert!(names.is_sorted());
    for name in names {
        for (lang, wrong, right) in [("vi", "Sai:", "Đúng:"), ("en", "Wrong:", "Right:")] {
            let one = plan(&["explain", name, "--lang", lang]);
            assert_eq!(one.code, 0, "{name}");
            assert!(one.out.contains(wrong) && one.out.contains(right), "{name}: {}", one.out);
        }
    }
}

#[test]
fn an_unknown_rule_is_told_with_the_nearest() {
    let ran = plan(&["explain", "unknow-unit"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "lỗi: không có quy tắc \"unknow-unit\" (gợi ý: unknown-unit)\n");
}
