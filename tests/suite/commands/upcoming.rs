//! `plan upcoming`: work items due soon.

use crate::support::answers::{each, items, year};
use crate::support::snapshot::assert_printed;

#[test]
fn what_comes_next_stands_by_its_deadline_both_ends_within() {
    let due = |within: &[&str], day| {
        let mut all = vec!["upcoming", "-f", "json"];
        all.extend(within);
        items(&year(&all, day))
    };
    let days = due(&[], "16/6/2025");
    assert_eq!(each(&days, "deadline").first(), Some(&"2025-06-16"));
    assert_eq!(each(&days, "deadline").last(), Some(&"2025-06-30"));
    assert!(each(&days, "deadline").is_sorted());
    assert!(each(&days, "progress").iter().all(|it| *it != "done" && *it != "dropped"));
    // 30/6 is the fourteenth day after 16/6, and the thirteenth leaves it out.
    assert!(each(&due(&["--within", "13d"], "16/6/2025"), "deadline").iter().all(|day| *day < "2025-06-30"));
    assert_eq!(due(&["--within", "2w"], "16/6/2025"), days);
    assert_eq!(due(&["--within", "14"], "16/6/2025"), days);
    assert!(due(&["--within", "1m"], "16/6/2025").len() >= days.len());
    assert!(each(&due(&["--within", "0d"], "30/6/2025"), "deadline").iter().all(|day| *day == "2025-06-30"));
    for wrong in ["14x", "", "d", "-3d", "1,5m", "99999999999d", "4000000000y"] {
        let ran = year(&["upcoming", &format!("--within={wrong}")], "16/6/2025");
        assert_eq!(ran.code, 2, "{wrong}");
        assert!(ran.err.contains("--within") && ran.out.is_empty(), "{wrong}: {}", ran.err);
    }
}

#[test]
fn what_comes_next_reads_like_this() {
    assert_printed("upcoming.txt", &year(&["upcoming"], "30/6/2025"));
}
