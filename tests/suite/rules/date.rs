//! Days in the wrong order.

use crate::rules::{HEAD, found, without_units};

#[test]
fn days_in_the_wrong_order_are_marked() {
    assert_eq!(
        without_units("units: [{id: a, name: A, kind: x, from: 1/7/2026, until: 30/6/2026}]\n"),
        ["5:58 impossible-date: `until` is before `from`"]
    );
    let backwards = HEAD.replace("2026", "{from: 1/7/2026, to: 30/6/2026}");
    let told = found(&backwards);
    assert!(told.len() == 1 && told[0].starts_with("4:30 impossible-date: "), "{told:?}");
    let years = "calendar:\n  school_years:\n    \
        - {year: 2026-2028, from: 5/9/2026, term1_ends: 15/1/2027, term2_ends: 25/5/2027, to: 31/5/2027}\n    \
        - {year: 2026-2027, from: 5/9/2026, term1_ends: 15/1/2027, term2_ends: 10/1/2027, to: 31/5/2027}\n";
    assert_eq!(
        without_units(years),
        ["7:14 impossible-date: inconsistent school year", "8:31 impossible-date: inconsistent school year",]
    );
}
