//! The two tables of docs/status.md and the boundaries of their rows.

use plan::date::AsOf;
use plan::language::Lang;
use plan::model::Plan;
use plan::status::{Progress, Status, evaluate, evaluate_all, why};

use crate::support::plans::{self, day, item, work_item};

const UNITS: &str = "units: [{id: a, name: Phòng A, kind: phong}]\n";

/// Returns a plan with one row T of a deadline, and further entries.
fn row(due: &str, rest: &str) -> Plan {
    plans::plan(&format!(
        "{UNITS}sections: [{{id: I, title: Một}}]\nschedule: [{{id: T, section: I, title: Việc, lead: a, due: \"{due}\"}}]\n{rest}"
    ))
}

fn status(plan: &Plan, key: &str, on: &str) -> Status {
    item(plan, key, on).status
}

fn progress(plan: &Plan, on: &str) -> Progress {
    item(plan, "T/a/-", on).progress
}

#[test]
fn progress_follows_the_last_state() {
    let plan = row(
        "31/12/2024",
        "progress:
  - {item: T, date: 1/2/2024, percent: 0}
  - {item: T, date: 1/3/2024, percent: 10}
  - {item: T, date: 1/4/2024, state: started}
  - {item: T, date: 1/5/2024, percent: 100}
  - {item: T, date: 1/6/2024, state: paused, percent: 50}
  - {item: T, date: 1/7/2024, state: done}
  - {item: T, date: 1/8/2024, state: reopened, percent: 80}
  - {item: T, date: 1/9/2024, state: done, percent: 90}
changes: [{item: T, date: 1/10/2024, dropped: true}]
",
    );
    for (on, expected, percent) in [
        ("31/1/2024", Progress::NotStarted, None),
        ("1/2/2024", Progress::NotStarted, Some(0.0)),
        ("1/3/2024", Progress::InProgress, Some(10.0)),
        ("1/4/2024", Progress::InProgress, Some(10.0)),
        // 100 % is not done until someone says `done`.
        ("1/5/2024", Progress::InProgress, Some(100.0)),
        ("1/6/2024", Progress::Paused, Some(50.0)),
        ("1/7/2024", Progress::Done, Some(100.0)),
        ("1/8/2024", Progress::InProgress, Some(80.0)),
        ("1/9/2024", Progress::Done, Some(100.0)),
        ("1/10/2024", Progress::Dropped, Some(90.0)),
    ] {
        let item = item(&plan, "T/a/-", on);
        assert_eq!((item.progress, item.percent), (expected, percent), "{on}");
    }
    assert_eq!(item(&plan, "T/a/-", "1/8/2024").done, None);
    assert_eq!(item(&plan, "T/a/-", "1/9/2024").done, Some(day("1/9/2024")));
    assert_eq!(item(&plan, "T/a/-", "1/10/2024").done, None);
    assert_eq!(item(&plan, "T/a/-", "31/1/2024").reported, None);
    assert_eq!(item(&plan, "T/a/-", "30/4/2024").reported, Some(day("1/4/2024")));
}

#[test]
fn done_is_the_first_since_the_last_reopening() {
    let plan = row(
        "30/9/2024",
        "progress:
  - {item: T, date: 1/3/2024, as_of: 28/2/2024, state: done}
  - {item: T, date: 1/4/2024, state: done}
  - {item: T, date: 1/5/2024, state: paused}
  - {item: T, date: 1/6/2024, state: done}
  - {item: T, date: 1/7/2024, state: reopened}
  - {item: T, date: 1/8/2024, state: done}
  - {item: T, date: 1/9/2024, state: done}
",
    );
    let done = |on| item(&plan, "T/a/-", on).done;
    assert_eq!(done("28/2/2024"), Some(day("28/2/2024")));
    assert_eq!(done("1/4/2024"), Some(day("28/2/2024")));
    assert_eq!(done("1/5/2024"), None);
    assert_eq!(done("1/6/2024"), Some(day("28/2/2024")));
    assert_eq!(done("1/7/2024"), None);
    assert_eq!(done("30/9/2024"), Some(day("1/8/2024")));
}

#[test]
fn reports_of_one_day_count_in_the_order_of_the_file() {
    let plan = row(
        "30/9/2024",
        "progress:
  - {item: T, date: 1/3/2024, state: done}
  - {item: T, date: 1/3/2024, state: reopened}
  - {item: T, date: 1/2/2024, state: started}
",
    );
    assert_eq!(progress(&plan, "1/3/2024"), Progress::InProgress);
    assert_eq!(progress(&plan, "29/2/2024"), Progress::InProgress);
}

#[test]
fn every_row_of_the_status_table() {
    use Status as S;
    let of = |due: &str, rest: &str, on: &str| status(&row(due, rest), "T/a/-", on);
    let done = "progress: [{item: T, date: 1/7/2024, state: done}]\n";
    let dropped = "changes: [{item: T, date: 1/7/2024, dropped: true}]\n";
    for (due, rest, on, expected) in [
        ("30/4/2024", dropped, "1/7/2024", S::Dropped),
        ("thường xuyên", dropped, "1/7/2024", S::Dropped),
        ("1/7/2024", done, "1/8/2024", S::DoneOnTime),
        ("28/6/2024", done, "1/8/2024", S::DoneLate),
        ("thường xuyên", done, "1/8/2024", S::DoneUndated),
        ("khi có yêu cầu", done, "1/8/2024", S::DoneUndated),
        ("thường xuyên", "", "1/8/2024", S::Continuous),
        (
            "thường xuyên",
            "progress: [{item: T, date: 1/7/2024, state: started}]\n",
            "1/8/2024",
            S::Continuous,
        ),
        ("khi có yêu cầu", "", "1/8/2024", S::Undated),
        ("28/6/2024", "", "29/6/2024", S::Overdue),
        ("28/6/2024", "", "28/6/2024", S::DueSoon),
        ("Quý III/2024", "", "30/6/2024", S::Upcoming),
        ("Quý III/2024", "", "1/7/2024", S::OnTrack),
        ("Quý III/2024", "progress: [{item: T, date: 3/6/2024, state: started}]\n", "30/6/2024", S::OnTrack),
        ("Quý III/2024", "progress: [{item: T, date: 3/6/2024, percent: 5}]\n", "30/6/2024", S::OnTrack),
        ("Quý III/2024", "progress: [{item: T, date: 3/6/2024, state: paused}]\n", "30/6/2024", S::OnTrack),
        ("28/6/2024", "progress: [{item: T, date: 3/6/2024, state: paused}]\n", "1/7/2024", S::Overdue),
    ] {
        assert_eq!(of(due, rest, on), expected, "{due} on {on}: {rest}");
    }
    // Due soon comes before upcoming.
    assert_eq!(of("từ 05/7/2024 đến 05/7/2024", "", "3/7/2024"), S::DueSoon);
}

#[test]
fn the_days_round_a_rolled_deadline() {
    // 30/6/2024 is a Sunday.
    let plan = row("Quý II/2024", "");
    let at = |on| item(&plan, "T/a/-", on);
    let last = at("1/7/2024");
    assert_eq!((last.due, last.deadline), (Some(day("30/6/2024")), Some(day("1/7/2024"))));
    assert_eq!((last.status, last.days_late, last.working_days_late), (Status::DueSoon, 0, 0));
    let after = at("2/7/2024");
    assert_eq!((after.status, after.days_late, after.working_days_late), (Status::Overdue, 1, 1));
    let weekend = at("7/7/2024");
    assert_eq!((weekend.days_late, weekend.working_days_late), (6, 4));
    assert_eq!(at("26/6/2024").status, Status::DueSoon);
    assert_eq!(at("25/6/2024").status, Status::OnTrack);
    assert_eq!(at("31/3/2024").status, Status::Upcoming);
    assert_eq!(at("1/4/2024").status, Status::OnTrack);
}

#[test]
fn roll_and_due_soon_are_settings() {
    let with = |settings: &str| row("Quý II/2024", &format!("settings: {{{settings}}}\n"));
    let deadline = |settings| item(&with(settings), "T/a/-", "1/6/2024").deadline;
    assert_eq!(deadline("roll: previous"), Some(day("28/6/2024")));
    assert_eq!(deadline("roll: none"), Some(day("30/6/2024")));
    let none = with("due_soon: 0");
    assert_eq!(status(&none, "T/a/-", "1/7/2024"), Status::DueSoon);
    assert_eq!(status(&none, "T/a/-", "30/6/2024"), Status::OnTrack);
    let ten = with("due_soon: 10");
    assert_eq!(status(&ten, "T/a/-", "17/6/2024"), Status::DueSoon);
    assert_eq!(status(&ten, "T/a/-", "16/6/2024"), Status::OnTrack);
}

#[test]
fn due_soon_counts_working_days_over_tet() {
    // Tết 2024: off from Thursday 8/2 to Wednesday 14/2.
    let plan = row("16/2/2024", "");
    assert_eq!(status(&plan, "T/a/-", "6/2/2024"), Status::DueSoon);
    assert_eq!(status(&plan, "T/a/-", "5/2/2024"), Status::OnTrack);
    let in_tet = row("10/2/2024", "");
    assert_eq!(item(&in_tet, "T/a/-", "6/2/2024").deadline, Some(day("15/2/2024")));
    assert_eq!(status(&in_tet, "T/a/-", "15/2/2024"), Status::DueSoon);
    assert_eq!(status(&in_tet, "T/a/-", "16/2/2024"), Status::Overdue);
}

#[test]
fn a_before_deadline_never_rolls_to_the_day_it_names() {
    let plan = row("trước ngày 01/7/2024", "");
    let last = item(&plan, "T/a/-", "30/6/2024");
    assert_eq!((last.deadline, last.status), (Some(day("30/6/2024")), Status::DueSoon));
    assert_eq!(status(&plan, "T/a/-", "1/7/2024"), Status::Overdue);
}

#[test]
fn done_late_is_counted_to_the_day_it_was_done() {
    let plan = row("28/6/2024", "progress: [{item: T, date: 15/7/2024, as_of: 8/7/2024, state: done}]\n");
    let item = item(&plan, "T/a/-", "31/12/2024");
    assert_eq!((item.status, item.days_late, item.working_days_late), (Status::DoneLate, 10, 6));
    assert_eq!(item.done, Some(day("8/7/2024")));
    assert_eq!(item.reported, Some(day("15/7/2024")));
}

#[test]
fn a_late_report_counts_from_the_day_it_speaks_of() {
    let plan = row("28/6/2024", "progress: [{item: T, date: 4/7/2024, as_of: 27/6/2024, state: done}]\n");
    assert_eq!(status(&plan, "T/a/-", "26/6/2024"), Status::DueSoon);
    assert_eq!(status(&plan, "T/a/-", "27/6/2024"), Status::DoneOnTime);
    let known = |on, known| {
        let as_of = AsOf { day: day(on), known: Some(day(known)) };
        evaluate(&plan, work_item(&plan, "T/a/-"), as_of).status
    };
    assert_eq!(known("30/6/2024", "5/7/2024"), Status::DoneOnTime);
    assert_eq!(known("30/6/2024", "4/7/2024"), Status::DoneOnTime);
    assert_eq!(known("30/6/2024", "3/7/2024"), Status::Overdue);
    assert_eq!(known("27/6/2024", "27/6/2024"), Status::DueSoon);
}

#[test]
fn the_order_of_reporting_decides_not_the_day_it_speaks_of() {
    let plan = row(
        "28/6/2024",
        "progress:
  - {item: T, date: 10/6/2024, state: paused}
  - {item: T, date: 20/6/2024, as_of: 5/6/2024, state: done}
",
    );
    assert_eq!(progress(&plan, "5/6/2024"), Progress::Done);
    assert_eq!(progress(&plan, "10/6/2024"), Progress::Done);
}

#[test]
fn recurring_items_have_one_work_item_for_each_occurrence() {
    let plan = row("01 lần/quý", "progress: [{item: T, period: 2024-Q2, date: 1/6/2024, state: done}]\n");
    let items = evaluate_all(&plan, AsOf::day(day("2/7/2024")));
    let keys: Vec<String> = items.iter().map(|item| item.key(&plan)).collect();
    assert_eq!(keys, ["p/T/a/2024-Q1", "p/T/a/2024-Q2", "p/T/a/2024-Q3", "p/T/a/2024-Q4"]);
    let statuses: Vec<Status> = items.iter().map(|item| item.status).collect();
    assert_eq!(statuses, [Status::Overdue, Status::DoneOnTime, Status::OnTrack, Status::Upcoming]);
    for (alone, item) in items
        .iter()
        .enumerate()
        .map(|(at, item)| (evaluate(&plan, work_item(&plan, &keys[at][2..]), item.as_of), item))
    {
        assert_eq!(alone, *item);
    }
}

#[test]
fn ids_are_those_of_the_tables() {
    let statuses: Vec<&str> = Status::ALL.iter().map(|status| status.id()).collect();
    assert_eq!(
        statuses.join(" "),
        "dropped done-on-time done-late done-undated continuous undated overdue due-soon upcoming on-track"
    );
    let steps: Vec<&str> = Progress::ALL.iter().map(|progress| progress.id()).collect();
    assert_eq!(steps.join(" "), "dropped done paused in-progress not-started");
    assert!(Status::ALL.iter().all(|status| Status::from_id(status.id()) == Some(*status)));
    assert!(Progress::ALL.iter().all(|step| Progress::from_id(step.id()) == Some(*step)));
}

#[test]
fn a_task_or_row_rolls_its_own_way() {
    let plan = plans::plan(
        "units: [{id: a, name: A, kind: x}]
sections: [{id: I, title: Một}]
settings: {roll: previous}
tasks:
  - {id: T, section: I, title: Việc, lead: a, due: 30/6/2024}
  - {id: N, section: I, title: Việc, lead: a, due: 30/6/2024, roll: none}
  - {id: R, section: I, title: Việc, lead: a, due: 30/6/2024, roll: next}
  - {id: S, section: I, title: Việc, roll: none}
schedule:
  - {id: S-1, task: S, lead: a, due: 30/6/2024}
  - {id: S-2, task: S, lead: a, due: 30/6/2024, roll: next}
  - {id: S-3, task: S, lead: a, due: 30/6/2024, roll: null}
changes: [{item: R, date: 1/6/2024, due: 14/7/2024, by: CV 1}]
",
    );
    let deadline = |id: &str| item(&plan, &format!("{id}/a/-"), "1/7/2024").deadline;
    for (id, expected) in [
        ("T", "28/6/2024"),
        ("N", "30/6/2024"),
        ("R", "15/7/2024"),
        ("S-1", "30/6/2024"),
        ("S-2", "1/7/2024"),
        ("S-3", "30/6/2024"),
    ] {
        assert_eq!(deadline(id), Some(day(expected)), "{id}");
    }
    assert_eq!(item(&plan, "N/a/-", "1/7/2024").days_late, 1);
    let told = |id: &str| {
        let account = why(&plan, &item(&plan, &format!("{id}/a/-"), "1/7/2024"));
        let steps = account.steps.iter().map(|step| step.text.get(Lang::Vi).to_owned());
        format!("{} {}", account.sentence.get(Lang::Vi), steps.collect::<Vec<_>>().join(" "))
    };
    for (id, key) in [("N", "(roll: none)"), ("T", "(settings.roll: previous)"), ("S-2", "Điều 148")] {
        assert!(told(id).contains(key), "{id}: {}", told(id));
    }
}
