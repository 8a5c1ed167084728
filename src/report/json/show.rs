//! `plan.show/1`.

use serde::Serialize;

use super::annexes::Result;
use super::parts::{Named, Place, Titled, WorkUnit, iso};
use crate::date::AsOf;
use crate::model::{Holder, Item, Party, Plan, SectionIx, State, TaskIx, Tracked};
use crate::report::{self, Name, Thing};
use crate::span::Sources;
use crate::status::{self, WorkItem, assess};

/// All that a name means.
#[derive(Debug, Serialize)]
pub struct Show<'p> {
    schema: &'static str,
    as_of: String,
    things: Vec<Shown<'p>>,
}

#[derive(Debug, Serialize)]
struct Shown<'p> {
    r#type: &'static str,
    plan: &'p str,
    id: &'p str,
    title: &'p str,
    #[serde(flatten)]
    more: More<'p>,
    place: Place,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum More<'p> {
    Duty(Box<Duty<'p>>),
    Target(Box<Target<'p>>),
    Unit(Box<Unit<'p>>),
    Group(Group<'p>),
    Holder { parent: Option<&'p str>, items: Vec<&'p str> },
    Plan(Box<OfPlan<'p>>),
}

/// A row or a task. A task that is not tracked itself has no occurrences, but perhaps `items` that are.
#[derive(Debug, Serialize)]
struct Duty<'p> {
    task: Option<&'p str>,
    section: Option<Titled<'p>>,
    text: Option<&'p str>,
    heading: bool,
    same_as: Option<&'p str>,
    lead: Vec<Named<'p>>,
    with: Vec<Named<'p>>,
    to: Vec<Named<'p>>,
    mode: &'static str,
    due_text: Option<&'p str>,
    due_kind: Option<&'static str>,
    inherited: Vec<&'static str>,
    output: Option<&'p str>,
    goals: Vec<&'p str>,
    targets: Vec<&'p str>,
    tags: &'p [String],
    source: Option<&'p str>,
    note: Option<&'p str>,
    items: Vec<&'p str>,
    occurrences: Vec<Occurrence<'p>>,
    reports: Vec<Report<'p>>,
    changes: Vec<Change<'p>>,
}

#[derive(Debug, Serialize)]
struct Occurrence<'p> {
    key: String,
    unit: WorkUnit<'p>,
    answers: Vec<&'p str>,
    period: Option<&'p str>,
    from: Option<String>,
    due: Option<String>,
    extended_to: Option<String>,
    deadline: Option<String>,
    extensions: u32,
    progress: &'static str,
    status: &'static str,
    done: Option<String>,
    percent: Option<f64>,
    reported: Option<String>,
    days_late: i64,
    working_days_late: i64,
    evidence: Vec<&'p str>,
}

#[derive(Debug, Serialize)]
struct Report<'p> {
    date: String,
    as_of: String,
    units: Vec<String>,
    periods: Vec<&'p str>,
    state: Option<&'static str>,
    percent: Option<f64>,
    evidence: Option<&'p str>,
    difficulty: Option<&'p str>,
    proposal: Option<&'p str>,
    note: Option<&'p str>,
    place: Place,
}

#[derive(Debug, Serialize)]
struct Change<'p> {
    date: String,
    units: Vec<String>,
    periods: Vec<&'p str>,
    due: Option<String>,
    dropped: bool,
    lead: Option<&'p str>,
    by: Option<&'p str>,
    reason: Option<&'p str>,
    place: Place,
}

#[derive(Debug, Serialize)]
struct Target<'p> {
    goal: Option<Titled<'p>>,
    value: &'p str,
    lead: Vec<Named<'p>>,
    tasks: Vec<&'p str>,
    due_text: Option<&'p str>,
    due: Option<String>,
    deadline: Option<String>,
    assessment: &'static str,
    attainment_pct: Option<f64>,
    results: Vec<Result<'p>>,
    source: Option<&'p str>,
    note: Option<&'p str>,
}

#[derive(Debug, Serialize)]
struct Unit<'p> {
    kind: &'p str,
    aliases: &'p [String],
    parent: Option<&'p str>,
    from: Option<String>,
    until: Option<String>,
    in_force: bool,
    successors: Vec<&'p str>,
    answers: Vec<&'p str>,
    source: Option<&'p str>,
    note: Option<&'p str>,
    items: Vec<&'p str>,
}

#[derive(Debug, Serialize)]
struct Group<'p> {
    kinds: &'p [String],
    parent: Option<&'p str>,
    members: Vec<&'p str>,
    count: Option<u64>,
    source: Option<&'p str>,
    note: Option<&'p str>,
    items: Vec<&'p str>,
}

#[derive(Debug, Serialize)]
struct OfPlan<'p> {
    kind: Option<&'p str>,
    number: Option<&'p str>,
    issued: Option<String>,
    issuer: Option<Named<'p>>,
    standing: Option<Named<'p>>,
    period: &'p str,
    from: String,
    to: String,
    recipients: &'p [String],
    items: Vec<&'p str>,
}

impl<'p> Show<'p> {
    /// The answer for some things.
    pub fn new(name: &Name<'_>, things: &[(&'p Plan, Thing)], sources: &Sources, as_of: AsOf) -> Self {
        let shown = things.iter().map(|(plan, thing)| Page { plan, sources, as_of }.shown(name, *thing));
        Self { schema: "plan.show/1", as_of: as_of.day.to_string(), things: shown.collect() }
    }
}

struct Page<'p, 's> {
    plan: &'p Plan,
    sources: &'s Sources,
    as_of: AsOf,
}

impl<'p> Page<'p, '_> {
    fn shown(&self, name: &Name<'_>, thing: Thing) -> Shown<'p> {
        let plan = self.plan;
        let unit_id = |unit: crate::model::UnitIx| plan.registry.unit(unit).id.as_str();
        let (r#type, id, title, place, more) = match thing {
            Thing::Plan => {
                ("plan", plan.id.as_str(), plan.title.as_ref(), plan.place, More::Plan(Box::new(self.plan())))
            }
            Thing::Item(ix) => {
                let it = plan.item(ix);
                let kind = if matches!(it.tracked, Tracked::Row(_)) { "row" } else { "task" };
                let items = report::occurrences(plan, ix, name, self.as_of);
                (
                    kind,
                    it.id.as_str(),
                    it.title.as_ref(),
                    it.place,
                    More::Duty(Box::new(self.item(it, &items))),
                )
            }
            Thing::Task(ix) => {
                let it = plan.task(ix);
                (
                    "task",
                    it.id.as_str(),
                    it.title.as_ref(),
                    it.duty.place,
                    More::Duty(Box::new(self.task(ix))),
                )
            }
            Thing::Target(ix) => {
                let it = plan.target(ix);
                (
                    "target",
                    it.id.as_str(),
                    it.title.as_ref(),
                    it.place,
                    More::Target(Box::new(self.target(ix))),
                )
            }
            Thing::Unit(ix) => {
                let it = plan.registry.unit(ix);
                let more = Unit {
                    kind: &it.kind,
                    aliases: &it.aliases,
                    parent: it.parent.map(unit_id),
                    from: iso(it.from),
                    until: iso(it.until),
                    in_force: it.is_in_force(self.as_of.day),
                    successors: it.successors.iter().copied().map(unit_id).collect(),
                    answers: plan.registry.answering(ix, self.as_of.day).into_iter().map(unit_id).collect(),
                    source: it.source.as_deref(),
                    note: it.note.as_deref(),
                    items: self.led(|item| item.unit == Holder::Unit(ix) || item.answers.contains(&ix)),
                };
                ("unit", it.id.as_str(), it.name.as_ref(), it.place, More::Unit(Box::new(more)))
            }
            Thing::Group(ix) => {
                let it = plan.registry.group(ix);
                let members = plan.registry.unfold(&[Party::Group(ix)], self.as_of.day);
                let more = Group {
                    kinds: &it.kinds,
                    parent: it.parent.map(unit_id),
                    members: members.into_iter().map(unit_id).collect(),
                    count: it.count,
                    source: it.source.as_deref(),
                    note: it.note.as_deref(),
                    items: self.items(|item| item.lead.contains(&Party::Group(ix))),
                };
                ("group", it.id.as_str(), it.name.as_ref(), it.place, More::Group(more))
            }
            Thing::Section(ix) => {
                let it = plan.section(ix);
                let more = More::Holder {
                    parent: it.parent.map(|parent| plan.section(parent).id.as_str()),
                    items: self.items(|item| item.section.is_some_and(|own| plan.is_below(own, ix))),
                };
                ("section", it.id.as_str(), it.title.as_ref(), it.place, more)
            }
            Thing::Goal(ix) => {
                let it = plan.goal(ix);
                let items = self.items(|item| item.goals.contains(&ix));
                ("goal", it.id.as_str(), it.title.as_ref(), it.place, More::Holder { parent: None, items })
            }
        };
        Shown { r#type, plan: &plan.id, id, title, more, place: Place::of(self.sources, place) }
    }

    fn items(&self, of: impl Fn(&Item) -> bool) -> Vec<&'p str> {
        self.plan.items.iter().filter(|item| of(item)).map(|item| item.id.as_str()).collect()
    }

    fn led(&self, own: impl Fn(&WorkItem) -> bool) -> Vec<&'p str> {
        let mut ids: Vec<&str> = Vec::new();
        for item in status::work_items(self.plan, self.as_of).iter().filter(|item| own(item)) {
            let id = item.id(self.plan);
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
        ids
    }

    fn section(&self, section: Option<SectionIx>) -> Option<Titled<'p>> {
        let section = section.map(|section| self.plan.section(section))?;
        Some(Titled { id: &section.id, title: &section.title })
    }

    fn item(&self, item: &'p Item, items: &[WorkItem]) -> Duty<'p> {
        let plan = self.plan;
        let source = match item.tracked {
            Tracked::Row(row) => &plan.row(row).duty.source,
            Tracked::Task(task) => &plan.task(task).duty.source,
        };
        let inherited = [(item.due_inherited, "due"), (item.lead_inherited, "lead")];
        Duty {
            task: item.task.map(|task| plan.task(task).id.as_str()),
            section: self.section(item.section),
            text: item.text.as_deref(),
            heading: false,
            same_as: None,
            lead: Named::parties(plan, &item.lead),
            with: Named::parties(plan, &item.with),
            to: Named::parties(plan, &item.to),
            mode: if item.mode == crate::model::Mode::Joint { "joint" } else { "each" },
            due_text: item.due_text.as_deref(),
            due_kind: Some(item.deadline.kind.as_str()),
            inherited: inherited.into_iter().filter(|(is, _)| *is).map(|(_, key)| key).collect(),
            output: item.output.as_deref(),
            goals: item.goals.iter().map(|goal| plan.goal(*goal).id.as_str()).collect(),
            targets: item.targets.iter().map(|target| plan.target(*target).id.as_str()).collect(),
            tags: &item.tags,
            source: source.as_deref(),
            note: item.note.as_deref(),
            items: vec![&item.id],
            occurrences: items.iter().map(|item| self.occurrence(item)).collect(),
            reports: report::reports(plan, items).into_iter().map(|told| self.report(told)).collect(),
            changes: report::changes(plan, items).into_iter().map(|told| self.change(told)).collect(),
        }
    }

    fn occurrence(&self, item: &WorkItem) -> Occurrence<'p> {
        let plan = self.plan;
        Occurrence {
            key: item.key(plan),
            unit: WorkUnit::of(plan, item),
            answers: item.answers.iter().map(|unit| plan.registry.unit(*unit).id.as_str()).collect(),
            period: item.period(plan),
            from: iso(item.from),
            due: iso(item.due),
            extended_to: iso(item.extended_to),
            deadline: iso(item.deadline),
            extensions: item.extensions,
            progress: item.progress.id(),
            status: item.status.id(),
            done: iso(item.done),
            percent: item.percent,
            reported: iso(item.reported),
            days_late: item.days_late,
            working_days_late: item.working_days_late,
            evidence: item.evidence(plan).collect(),
        }
    }

    fn report(&self, told: report::Told<'p, crate::model::Report>) -> Report<'p> {
        let entry = told.entry;
        Report {
            date: entry.date.to_string(),
            as_of: entry.as_of.to_string(),
            units: told.units,
            periods: told.periods,
            state: entry.state.map(|state| match state {
                State::Started => "started",
                State::Done => "done",
                State::Paused => "paused",
                State::Reopened => "reopened",
            }),
            percent: entry.percent,
            evidence: entry.evidence.as_deref(),
            difficulty: entry.difficulty.as_deref(),
            proposal: entry.proposal.as_deref(),
            note: entry.note.as_deref(),
            place: Place::of(self.sources, entry.place),
        }
    }

    fn change(&self, told: report::Told<'p, crate::model::Change>) -> Change<'p> {
        let entry = told.entry;
        Change {
            date: entry.date.to_string(),
            units: told.units,
            periods: told.periods,
            due: iso(entry.due),
            dropped: entry.dropped,
            lead: entry.lead.map(|unit| self.plan.registry.unit(unit).id.as_str()),
            by: entry.by.as_deref(),
            reason: entry.reason.as_deref(),
            place: Place::of(self.sources, entry.place),
        }
    }

    /// A task that is not tracked itself.
    fn task(&self, ix: TaskIx) -> Duty<'p> {
        let plan = self.plan;
        let task = plan.task(ix);
        let duty = &task.duty;
        let tracked = task.same_as.unwrap_or(ix);
        Duty {
            task: Some(&task.id),
            section: self.section(duty.section),
            text: duty.text.as_deref(),
            heading: task.heading,
            same_as: task.same_as.map(|task| plan.task(task).id.as_str()),
            lead: Named::parties(plan, &duty.lead),
            with: Named::parties(plan, &duty.with),
            to: Named::parties(plan, &duty.to),
            mode: if duty.mode == Some(crate::model::Mode::Joint) { "joint" } else { "each" },
            due_text: duty.due.as_deref(),
            due_kind: None,
            inherited: Vec::new(),
            output: duty.output.as_deref(),
            goals: duty.goals.iter().map(|goal| plan.goal(*goal).id.as_str()).collect(),
            targets: Vec::new(),
            tags: &duty.tags,
            source: duty.source.as_deref(),
            note: duty.note.as_deref(),
            items: self.items(|item| item.task == Some(tracked)),
            occurrences: Vec::new(),
            reports: Vec::new(),
            changes: Vec::new(),
        }
    }

    fn target(&self, ix: crate::model::TargetIx) -> Target<'p> {
        let plan = self.plan;
        let assessed = assess(plan, ix, self.as_of);
        let target = assessed.target;
        let goal = target.goal.map(|goal| plan.goal(goal));
        let results = target.results.iter().filter(|result| self.as_of.is_in_force(result.date));
        Target {
            goal: goal.map(|goal| Titled { id: &goal.id, title: &goal.title }),
            value: &target.value_text,
            lead: Named::parties(plan, &target.lead),
            tasks: target.tasks.iter().map(|task| plan.task(*task).id.as_str()).collect(),
            due_text: target.due_text.as_deref(),
            due: iso(assessed.due),
            deadline: iso(assessed.deadline),
            assessment: assessed.assessment.id(),
            attainment_pct: assessed.attainment_pct,
            results: results.map(|result| Result::new(plan, self.sources, result)).collect(),
            source: target.source.as_deref(),
            note: target.note.as_deref(),
        }
    }

    fn plan(&self) -> OfPlan<'p> {
        let plan = self.plan;
        OfPlan {
            kind: plan.kind.as_deref(),
            number: plan.number.as_deref(),
            issued: iso(plan.issued),
            issuer: plan.issuer.map(|party| Named::party(plan, party)),
            standing: plan.standing.map(|party| Named::party(plan, party)),
            period: &plan.period.text,
            from: plan.period.range.first.to_string(),
            to: plan.period.range.last.to_string(),
            recipients: &plan.recipients,
            items: self.items(|_| true),
        }
    }
}
