//! The plans and work items that a command is about: what was read, what passed, what the filter lets through.

use std::path::PathBuf;

use super::args::Filtered;
use super::session::{Failed, Session, Work};
use crate::check::{RULES, Refused, Strictness};
use crate::date::AsOf;
use crate::diagnostic::render::{DiagnosticFormat, DiagnosticReport, render};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::Message;
use crate::message;
use crate::model::Plan;
use crate::query::{Field, Matcher, OptionTerm, parse};
use crate::sanitize::quoted;
use crate::span::Sources;
use crate::status::{PlanWorkItem, WorkItemStatus, work_item_statuses};

/// What a filter's options say: `--unit U` is `unit:U`, `--plan P` is `plan:P`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'w> {
    pub(super) filter: &'w [String],
    pub(super) units: &'w [String],
    pub(super) plans: &'w [String],
}

/// The plans that passed and the work items in them that are wanted.
pub(super) struct Selection {
    pub(super) sources: Sources,
    pub(super) plans: Vec<Plan>,
    /// The wanted work items of each plan, in its order.
    pub(super) items: Vec<Vec<WorkItemStatus>>,
    pub(super) as_of: AsOf,
    /// What the filter lets through; for what is no work item, such as targets and units.
    pub(super) matcher: Matcher,
    /// Whether everything is wanted.
    pub(super) is_whole: bool,
    /// Whether a plan was left out, or a file could not be read: the command ends with 2.
    pub(super) incomplete: bool,
}

impl Filtered {
    /// What they say.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        Wanted { filter: &self.filter, units: &self.unit, plans: &self.plan }
    }
}

impl Selection {
    /// The plans that the terms on `plan` let through, in their order.
    pub(super) fn asked(&self) -> Vec<&Plan> {
        self.plans.iter().filter(|plan| self.matcher.plan(plan).is_some()).collect()
    }

    /// The wanted work items, each with its plan.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Plan, &WorkItemStatus)> {
        self.plans
            .iter()
            .zip(&self.items)
            .flat_map(|(plan, items)| items.iter().map(move |item| (plan, item)))
    }

    /// The same, as reports take them.
    pub(super) fn found(&self) -> Vec<PlanWorkItem<'_>> {
        self.iter().map(|(plan, item)| PlanWorkItem::new(plan, item)).collect()
    }

    /// The exit status of a command that could tell what it was asked.
    pub(super) fn status(&self) -> u8 {
        if self.incomplete { 2 } else { 0 }
    }
}

/// Reads and checks the plans and finds what is wanted. Plans with errors are told on stderr and left out.
///
/// # Errors
/// When the filter cannot be read: it is told on stderr as any other diagnostic.
pub(super) fn select(session: &mut Session<'_>, wanted: Wanted<'_>) -> Result<Selection, Failed> {
    let no_paths: &[PathBuf] = &[];
    let mut work = session.read(no_paths, Strictness::default())?;
    let options: Vec<OptionTerm<'_>> = wanted
        .units
        .iter()
        .map(|value| OptionTerm { option: "--unit", field: Field::Unit, value })
        .chain(wanted.plans.iter().map(|value| OptionTerm { option: "--plan", field: Field::Plan, value }))
        .collect();
    let as_of = session.as_of;
    let known: Vec<String> = work.refused.iter().filter_map(|refused| refused.id.clone()).collect();
    let left_out: Vec<&str> = known.iter().map(String::as_str).collect();
    let mut said = Sources::default();
    let is_whole = wanted.filter.is_empty() && options.is_empty();
    let filter = parse(wanted.filter, &options, &mut said).map_err(|wrong| tell(session, &said, &wrong))?;
    // A plan that nobody asked for may have errors: they are no concern of this answer.
    work.refused.retain(|refused| refused.id.as_deref().is_none_or(|id| filter.selects_id(id)));
    leave_out(session, &work)?;
    session.left_out = not_covered(&work);
    let matcher =
        filter.resolve(&work.plans, &left_out, as_of).map_err(|wrong| tell(session, &said, &wrong))?;
    let items = work
        .plans
        .iter()
        .map(|plan| {
            let Some(wanted) = matcher.plan(plan) else { return Vec::new() };
            let mut items = work_item_statuses(plan, as_of);
            items.retain(|item| wanted.matches(plan, item));
            items
        })
        .collect();
    let incomplete = work.unread > 0 || !work.refused.is_empty();
    Ok(Selection {
        sources: std::mem::take(&mut work.sources),
        plans: work.plans,
        items,
        as_of,
        matcher,
        is_whole,
        incomplete,
    })
}

/// What an answer from these plans does not cover, in one sentence for whoever gets it.
fn not_covered(work: &Work) -> Option<Message> {
    let names: Vec<String> = work
        .refused
        .iter()
        .map(|refused| refused.id.clone().unwrap_or_else(|| work.sources.get(refused.main).path().to_owned()))
        .collect();
    let names = names.join(", ");
    match (names.is_empty(), work.unread > 0) {
        (true, false) => None,
        (true, true) => Some(Message::fixed(
            "Chưa kể những tệp không đọc được.",
            "Files that could not be read are not counted.",
        )),
        (false, false) => {
            Some(message!("Chưa kể vì có lỗi: {names}.", "Not counted, because of errors: {names}."))
        }
        (false, true) => Some(message!(
            "Chưa kể vì có lỗi: {names}; chưa kể những tệp không đọc được.",
            "Not counted, because of errors: {names}; nor files that could not be read."
        )),
    }
}

/// Names the plans that have errors, with those errors, on stderr.
pub(super) fn leave_out(session: &mut Session<'_>, work: &Work) -> Result<(), Failed> {
    for Refused { main, files, id } in &work.refused {
        let name = quoted(id.as_deref().unwrap_or_else(|| work.sources.get(*main).path()));
        session.complain(&message!(
            "bỏ qua kế hoạch {name} vì có lỗi:",
            "the plan {name} is left out, it has errors:"
        ))?;
        let errors: Vec<Diagnostic> = work
            .diagnostics
            .iter()
            .filter(|diagnostic| {
                diagnostic.severity == Severity::Error && files.contains(&diagnostic.span.source)
            })
            .cloned()
            .collect();
        let report = DiagnosticReport { sources: &work.sources, diagnostics: &errors, plans: 1 };
        render(&report, DiagnosticFormat::Short, session.lang, session.style, RULES, session.err)?;
    }
    let loose: Vec<Diagnostic> =
        work.diagnostics.iter().filter(|diagnostic| diagnostic.rule.name == "no-plan").cloned().collect();
    if !loose.is_empty() {
        let report = DiagnosticReport { sources: &work.sources, diagnostics: &loose, plans: 0 };
        render(&report, DiagnosticFormat::Short, session.lang, session.style, RULES, session.err)?;
        return Err(Failed::Told);
    }
    Ok(())
}

fn tell(session: &mut Session<'_>, sources: &Sources, wrong: &[Diagnostic]) -> Failed {
    let report = DiagnosticReport { sources, diagnostics: wrong, plans: 0 };
    match render(&report, DiagnosticFormat::Human, session.lang, session.style, RULES, session.err) {
        Ok(()) => Failed::Told,
        Err(error) => error.into(),
    }
}
