//! Units that lead.

use crate::rules::without_units;

#[test]
fn a_unit_that_comes_after_the_deadline_cannot_lead() {
    let lines = "units: [{id: a, name: A, kind: x, from: 1/10/2026}]\n\
                 tasks: [{id: t, title: T, lead: a, due: tháng 9}]\n";
    assert_eq!(
        without_units(lines),
        ["6:33 unit-not-in-force: \"a\" is in force from 2026-10-01, after the deadline"]
    );
}
