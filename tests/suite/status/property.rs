//! The engine against a second one, written row by row from docs/status.md, over every day of a year.

use std::collections::BTreeSet;

use plan::date::{AsOf, Day, SpecialKind};
use plan::model::{
    Change, Holder, OwnValues, Party, Plan, Report, ReportState, UnitIx, WorkItem, WorkItemIx,
};
use plan::status::{Progress, Status, StatusSpan, Timeline, WorkItemStatus, evaluate_all};
use proptest::prelude::*;

use crate::support::plans::{self, day};

const ROWS: &str = "units:
  - {id: a, name: Phường A, kind: phuong, until: 30/6/2024, successors: [b]}
  - {id: b, name: Phường B, kind: phuong, from: 1/7/2024}
  - {id: c, name: Phường C, kind: phuong}
  - {id: x, name: Phòng X, kind: phong}
  - {id: d, name: Xã D, kind: xa, until: 30/4/2024, successors: [a, c]}
groups:
  - {id: phuong, name: các phường, kind: phuong}
  - {id: xa, name: các xã, kind: xa}
sections: [{id: I, title: Một}]
schedule:
  - {id: R1, section: I, title: Việc, lead: x, due: 30/6/2024}
  - {id: R2, section: I, title: Việc, lead: a, due: Quý II/2024}
  - {id: R3, section: I, title: Việc, lead: phuong, due: hằng quý}
  - {id: R4, section: I, title: Việc, lead: phuong, mode: joint, due: trước ngày 12/02/2024}
  - {id: R5, section: I, title: Việc, lead: [x, c], mode: joint, due: từ 05/9/2024 đến 08/9/2024}
  - {id: R6, section: I, title: Việc, lead: x, due: thường xuyên}
  - {id: R7, section: I, title: Việc, lead: x, due: khi có yêu cầu}
  - {id: R8, section: I, title: Việc, lead: x, due: trước ngày 25 hằng tháng}
  - {id: R9, section: I, title: Việc, lead: x, due: trong năm 2024}
  - {id: R10, section: I, title: Việc, lead: phuong, mode: joint, due: hằng quý}
  - {id: R11, section: I, title: Việc, lead: [x, xa, phuong], mode: joint, due: hằng quý}
  - {id: R12, section: I, title: Việc, lead: xa, due: hằng quý}
  - {id: previous, section: I, title: Việc, lead: x, roll: previous, due: hằng quý}
  - {id: none, section: I, title: Việc, lead: x, roll: none, due: hằng quý}
";

/// An entry of `progress`: its work items, day, delay, state and percent.
type Told = (Vec<prop::sample::Index>, i64, i64, Option<ReportState>, Option<u8>);
/// An entry of `changes`: its work items, day, new day, drop (or its end) and lead.
type Moved = (Vec<prop::sample::Index>, i64, Option<i64>, Option<bool>, Option<u8>);

fn reports() -> impl Strategy<Value = Vec<Told>> {
    let state = prop::sample::select(vec![
        None,
        Some(ReportState::Started),
        Some(ReportState::Done),
        Some(ReportState::Done),
        Some(ReportState::Paused),
        Some(ReportState::Reopened),
    ]);
    let delay = prop_oneof![Just(0), 0_i64..40];
    let percent = prop::option::of(prop::sample::select(vec![0_u8, 30, 100]));
    let work_items = prop::collection::vec(any::<prop::sample::Index>(), 1..8);
    prop::collection::vec((work_items, 0_i64..380, delay, state, percent), 0..40)
}

fn changes() -> impl Strategy<Value = Vec<Moved>> {
    let work_items = prop::collection::vec(any::<prop::sample::Index>(), 1..6);
    let due = prop::option::of(0_i64..420);
    let dropped = prop_oneof![6 => Just(None), 2 => Just(Some(true)), 1 => Just(Some(false))];
    prop::collection::vec((work_items, 0_i64..380, due, dropped, prop::option::of(0_u8..4)), 0..10)
}

/// Returns the plan of the rows with some entries.
fn plan(settings: &str, reports: &[Told], changes: &[Moved]) -> Plan {
    let mut plan = plans::plan(&format!("{ROWS}settings: {{{settings}}}\n"));
    let start = day("1/1/2024").saturating_plus(-7);
    let place = plan.place;
    let work_items = |of: &[prop::sample::Index]| -> Vec<WorkItemIx> {
        let set: BTreeSet<usize> = of.iter().map(|index| index.index(plan.work_items.len())).collect();
        set.into_iter().map(WorkItemIx::new).collect()
    };
    let mut told: Vec<Report> = reports
        .iter()
        .map(|(of, date, delay, state, percent)| Report {
            work_items: work_items(of),
            units: Vec::new(),
            date: start.saturating_plus(*date),
            as_of: start.saturating_plus(date - delay),
            state: *state,
            percent: percent.map(f64::from),
            evidence: None,
            difficulty: None,
            proposal: None,
            note: None,
            own: OwnValues::default(),
            place,
        })
        .collect();
    told.sort_by_key(|report| report.date);
    let mut moved: Vec<Change> = changes
        .iter()
        .map(|(of, date, due, dropped, lead)| Change {
            work_items: work_items(of),
            date: start.saturating_plus(*date),
            due: due.map(|days| start.saturating_plus(days)),
            dropped: *dropped,
            lead: lead.map(|unit| UnitIx::new(unit.into())),
            by: None,
            reason: None,
            due_place: place,
            place,
        })
        .collect();
    moved.sort_by_key(|change| change.date);
    for (number, report) in (0..).zip(&told) {
        for work_item in &report.work_items {
            plan.work_items[work_item.at()].reports.push(number);
        }
    }
    for (number, change) in (0..).zip(&moved) {
        for work_item in &change.work_items {
            plan.work_items[work_item.at()].changes.push(number);
        }
    }
    (plan.reports, plan.changes) = (told, moved);
    plan
}

/// A work item as docs/status.md defines it, written for clarity, not for speed.
struct Naive<'p> {
    plan: &'p Plan,
    work_item: &'p WorkItem,
    as_of: AsOf,
}

impl Naive<'_> {
    fn reports(&self) -> Vec<&Report> {
        let known = |report: &&Report| self.as_of.known.is_none_or(|known| report.date <= known);
        let of_slot = self.work_item.reports.iter().map(|at| &self.plan.reports[*at as usize]);
        of_slot.filter(|report| report.as_of <= self.as_of.day).filter(known).collect()
    }

    fn changes(&self) -> Vec<&Change> {
        let known = |change: &&Change| self.as_of.known.is_none_or(|known| change.date <= known);
        let of_slot = self.work_item.changes.iter().map(|at| &self.plan.changes[*at as usize]);
        of_slot.filter(|change| change.date <= self.as_of.day).filter(known).collect()
    }

    fn is_working(&self, day: Day) -> bool {
        match self.plan.calendar.special(day) {
            Some(special) => special.kind == SpecialKind::Workday,
            None => !day.weekday().is_weekend(),
        }
    }

    /// The working days in (after, to].
    fn working_days(&self, after: Day, to: Day) -> i64 {
        let days = std::iter::successors(Some(after.next()), |day| Some(day.next()));
        days.take_while(|day| *day <= to).filter(|day| self.is_working(*day)).map(|_| 1).sum()
    }

    fn due(&self) -> Option<Day> {
        self.plan.occurrence(self.work_item).map(|one| one.due)
    }

    fn from(&self) -> Option<Day> {
        self.plan.occurrence(self.work_item).and_then(|one| one.from)
    }

    fn extended_to(&self) -> Option<Day> {
        self.changes().iter().rev().find_map(|change| change.due)
    }

    fn deadline(&self) -> Option<Day> {
        let extended = self.extended_to();
        let day = extended.or(self.due())?;
        let barrier = self.plan.occurrence(self.work_item).and_then(|one| one.barrier);
        let mut rolled = day;
        let id = self.plan.assignment(self.work_item.assignment).id.as_str();
        while id != "none" && !self.is_working(rolled) {
            rolled = if id == "previous" { rolled.previous() } else { rolled.next() };
        }
        let stays = extended.is_none() && barrier.is_some_and(|barrier| rolled != day && rolled >= barrier);
        Some(if stays { day } else { rolled })
    }

    fn progress(&self) -> Progress {
        let reports = self.reports();
        let last = reports.iter().rev().find_map(|report| report.state);
        let percent = reports.iter().rev().find_map(|report| report.percent);
        let dropped = self.changes().iter().rev().find_map(|change| change.dropped) == Some(true);
        let table = [
            (dropped, Progress::Dropped),
            (last == Some(ReportState::Done), Progress::Done),
            (last == Some(ReportState::Paused), Progress::Paused),
            (matches!(last, Some(ReportState::Started | ReportState::Reopened)), Progress::InProgress),
            (last.is_none() && percent > Some(0.0), Progress::InProgress),
            (true, Progress::NotStarted),
        ];
        table.into_iter().find(|row| row.0).unwrap().1
    }

    fn done(&self) -> Option<Day> {
        let reports = self.reports();
        let reopened = reports.iter().rposition(|report| report.state == Some(ReportState::Reopened));
        let since = &reports[reopened.map_or(0, |at| at + 1)..];
        let first = since.iter().find(|report| report.state == Some(ReportState::Done));
        first.filter(|_| self.progress() == Progress::Done).map(|report| report.as_of)
    }

    fn status(&self) -> Status {
        let (day, deadline, done) = (self.as_of.day, self.deadline(), self.done());
        let is_continuous =
            self.plan.assignment(self.work_item.assignment).due_text.as_deref() == Some("thường xuyên");
        let soon = i64::from(self.plan.settings.due_soon);
        let table = [
            (self.progress() == Progress::Dropped, Status::Dropped),
            (done.is_some() && deadline.is_some() && done <= deadline, Status::DoneOnTime),
            (done.is_some() && deadline.is_some(), Status::DoneLate),
            (done.is_some(), Status::DoneUndated),
            (deadline.is_none() && is_continuous, Status::Continuous),
            (deadline.is_none(), Status::Undated),
            (deadline.is_some_and(|deadline| day > deadline), Status::Overdue),
            (deadline.is_some_and(|deadline| self.working_days(day, deadline) <= soon), Status::DueSoon),
            (
                self.from().is_some_and(|from| from > day) && self.progress() == Progress::NotStarted,
                Status::Upcoming,
            ),
            (true, Status::OnTrack),
        ];
        table.into_iter().find(|row| row.0).unwrap().1
    }

    fn late(&self) -> Option<(Day, Day)> {
        match self.status() {
            Status::Overdue => Some((self.deadline()?, self.as_of.day)),
            Status::DoneLate => Some((self.deadline()?, self.done()?)),
            _ => None,
        }
    }

    fn unit(&self) -> Holder {
        let lead = self.changes().iter().rev().find_map(|change| change.lead);
        lead.map_or(self.work_item.holder, Holder::Unit)
    }

    fn percent(&self) -> Option<f64> {
        match self.progress() {
            Progress::Done => Some(100.0),
            _ => self.reports().iter().rev().find_map(|report| report.percent),
        }
    }

    /// The units that the holder stands for: of a group those in force on the first day, else on the last day, else
    /// on the first day of the period.
    fn units(&self) -> Vec<UnitIx> {
        let registry = &self.plan.registry;
        let members = |party: &Party| match party {
            Party::Unit(unit) => vec![*unit],
            Party::Group(group) => {
                let kinds = &registry.group(*group).kinds;
                let on = |day: Day| -> Vec<UnitIx> {
                    let units = (0..registry.units.len()).map(UnitIx::new);
                    let is_member = |unit: &UnitIx| {
                        kinds.contains(&registry.unit(*unit).kind) && registry.unit(*unit).is_in_force(day)
                    };
                    units.filter(is_member).collect()
                };
                let days = [self.from(), self.due(), Some(day("1/1/2024"))];
                days.into_iter().flatten().map(on).find(|units| !units.is_empty()).unwrap_or_default()
            }
        };
        match self.unit() {
            Holder::Unit(unit) => vec![unit],
            Holder::Group(group) => members(&Party::Group(group)),
            Holder::Joint => {
                let lead = &self.plan.assignment(self.work_item.assignment).lead;
                unique(lead.iter().flat_map(members).collect())
            }
        }
    }

    /// A unit, or after its end its successors in force, and theirs.
    fn after(&self, unit: UnitIx) -> Vec<UnitIx> {
        let registry = &self.plan.registry;
        let day = self.as_of.day;
        let successors = registry.unit(unit).successors.iter().flat_map(|next| {
            if registry.unit(*next).has_ended(day) { self.after(*next) } else { vec![*next] }
        });
        let in_force = successors.filter(|next| registry.unit(*next).is_in_force(day));
        unique(in_force.collect())
    }

    fn answering(&self) -> Vec<UnitIx> {
        let of_unit = |unit: UnitIx| {
            let is_over = self.plan.registry.unit(unit).has_ended(self.as_of.day);
            let others = if is_over { self.after(unit) } else { Vec::new() };
            if others.is_empty() { vec![unit] } else { others }
        };
        unique(self.units().into_iter().flat_map(of_unit).collect())
    }

    fn agrees(&self, item: &WorkItemStatus) -> Result<(), TestCaseError> {
        let late = self.late();
        prop_assert_eq!(item.progress, self.progress());
        prop_assert_eq!(item.status, self.status());
        prop_assert_eq!(item.unit, self.unit());
        prop_assert_eq!((item.from, item.due), (self.from(), self.due()));
        prop_assert_eq!((item.extended_to, item.deadline), (self.extended_to(), self.deadline()));
        let extensions = self.changes().iter().filter(|change| change.due.is_some()).count();
        prop_assert_eq!(usize::try_from(item.extensions).ok(), Some(extensions));
        prop_assert_eq!((item.done, item.percent), (self.done(), self.percent()));
        prop_assert_eq!(item.reported, self.reports().last().map(|report| report.date));
        prop_assert_eq!(item.days_late, late.map_or(0, |(from, to)| from.until(to)));
        prop_assert_eq!(item.working_days_late, late.map_or(0, |(from, to)| self.working_days(from, to)));
        let answers = match item.unit {
            // Work done before the unit ended never passed to another unit.
            Holder::Unit(unit)
                if item
                    .done
                    .zip(self.plan.registry.unit(unit).until)
                    .is_some_and(|(done, until)| done <= until) =>
            {
                vec![unit]
            }
            _ => self.answering(),
        };
        prop_assert_eq!(item.answers.to_vec(), answers);
        prop_assert_eq!(item.reports(self.plan).count(), self.reports().len());
        Ok(())
    }

    /// Returns true if an entry or a date gives a reason for a new status on the day.
    fn is_explained(&self, before: &WorkItemStatus) -> bool {
        let (today, deadline) = (self.as_of.day, self.deadline());
        let entry = self.reports().iter().any(|report| report.as_of == today)
            || self.changes().iter().any(|change| change.date == today);
        let soon = i64::from(self.plan.settings.due_soon);
        let is_soon = |day: Day| deadline.is_some_and(|deadline| self.working_days(day, deadline) <= soon);
        entry
            || before.deadline.is_some_and(|deadline| deadline.next() == today)
            || self.from() == Some(today)
            || is_soon(today) && !is_soon(today.previous())
    }
}

fn unique(units: Vec<UnitIx>) -> Vec<UnitIx> {
    let mut seen = BTreeSet::new();
    units.into_iter().filter(|unit| seen.insert(*unit)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn two_engines_agree_on_every_day_of_a_year(
        told in reports(),
        moved in changes(),
        soon in 0_u32..8,
        known in prop::option::of(0_i64..380),
    ) {
        let plan = plan(&format!("due_soon: {soon}"), &told, &moved);
        let known = known.map(|days| day("1/1/2024").saturating_plus(days));
        let mut timeline = Timeline::new(&plan, known);
        let spans: Vec<Vec<StatusSpan>> =
            (0..plan.work_items.len()).map(|at| timeline.spans(WorkItemIx::new(at))).collect();
        prop_assert!(spans.iter().all(|spans| spans[0].first == Day::MIN));
        let mut before: Option<Vec<WorkItemStatus>> = None;
        for days in 0..380 {
            let as_of = AsOf { day: day("28/12/2023").saturating_plus(days), known };
            let items = evaluate_all(&plan, as_of);
            prop_assert_eq!(items.len(), plan.work_items.len());
            for (at, (item, work_item)) in items.iter().zip(&plan.work_items).enumerate() {
                prop_assert_eq!(item.work_item, WorkItemIx::new(at));
                let naive = Naive { plan: &plan, work_item, as_of };
                naive.agrees(item)?;
                let span = spans[at].iter().rfind(|span| span.first <= as_of.day).unwrap();
                let WorkItemStatus { days_late, working_days_late, .. } = *item;
                let of_day = WorkItemStatus { as_of, days_late, working_days_late, ..span.status.clone() };
                prop_assert_eq!(&of_day, item);
                if let Some(before) = before.as_ref().map(|before| &before[at]) {
                    let changed = before.status != item.status;
                    prop_assert!(
                        !changed || naive.is_explained(before),
                        "{} on {}: {:?} → {:?}", plan.key(work_item), as_of.day, before.status, item.status
                    );
                }
            }
            before = Some(items);
        }
    }
}
