//! Filters on the real plans.

use crate::support::answers::{items, real};

#[test]
fn filters_of_the_query_language_are_understood() {
    let count = |terms: &[&str]| {
        let mut all = vec!["list", "-f", "json"];
        all.extend(terms);
        items(&real(&all)).len()
    };
    let all = count(&[]);
    assert!(all > 200);
    assert!(count(&["unit:ha dinh"]) > 0);
    assert_eq!(count(&["unit:ha dinh"]), count(&["--unit", "phuong-ha-dinh"]));
    assert_eq!(count(&["status:overdue"]), items(&real(&["overdue", "-f", "json"])).len());
    assert!(count(&["unit:ha dinh", "status:overdue", "status:due-soon", "late:3.."]) > 0);
    assert_eq!(count(&["section:II"]) + count(&["not:section:II"]), all);
    assert_eq!(count(&["reported:none"]), all);
    assert_eq!(count(&["--plan", "thanh-xuan-2024", "--plan", "ba-dinh-2022-2023"]), all);
    assert!(count(&["deadline:..today+14d"]) <= all);
    for wrong in ["unit:khong-co", "statsu:overdue", "status:late", "deadline:30/2/2025"] {
        let ran = real(&["list", wrong]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{wrong}");
        assert!(!ran.err.is_empty());
    }
}
