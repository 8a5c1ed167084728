//! Deadlines, inherited ones too, and the calendar that they need.

use crate::rules::of;

#[test]
fn what_is_inherited_counts_and_its_faults_are_told_where_they_stand() {
    let tasks = "tasks: [{id: t, title: T}, {id: u, title: U}]\n";
    assert_eq!(of(&format!("defaults: {{lead: a, due: tháng 9}}\n{tasks}")), [""; 0]);
    let told = of(&format!("defaults: {{lead: a, due: sắp tới}}\n{tasks}"));
    assert_eq!(told, ["8:26 unreadable-deadline: \"sắp tới\" is not understood"]);
    let told =
        of("targets: [{id: c, title: C, value: 5, lead: a, results: [{date: 1/9/2026, value: nhiều}]}]\n");
    assert_eq!(told, ["8:82 target-value: \"nhiều\" is not understood"]);
}

#[test]
fn holidays_that_nobody_knows_yet_are_told_at_each_deadline_that_may_move() {
    let tasks = "tasks: [{id: t, title: T, lead: a, due: 8/5/2032}, {id: u, title: U, lead: a, due: 1/6/2032}, \
         {id: v, title: V, lead: a, due: 30/4/2032}]\n";
    let is_unknown =
        |told: &String| told.contains("unknown-calendar: the holidays of 2032 are not all known yet");
    assert_eq!(of(tasks).iter().filter(|told| is_unknown(told)).count(), 2);
    assert_eq!(
        of(&format!("settings: {{roll: none}}\n{tasks}")).iter().filter(|told| is_unknown(told)).count(),
        0
    );
    let holidays = "calendar: {holidays: [{date: 1/1/2032, name: Tết Dương lịch}]}\n";
    assert_eq!(of(&format!("{holidays}{tasks}")).iter().filter(|told| is_unknown(told)).count(), 0);
}
