//! The plans and work items that the arguments of a command ask for.

use super::args::FilterArgs;
use super::days::DayOption;
use super::diagnostics::{refuse, report};
use super::error::CliError;
use super::session::Session;
use crate::attribute::Attribute;
use crate::date::Day;
use crate::deadline::DeadlineContext;
use crate::language::Message;
use crate::message;
use crate::model::Plan;
use crate::query::{Filter, OptionTerm, parse};
use crate::sanitize::{quoted, visible};
use crate::span::Sources;
use crate::workspace::{PlanEntry, Selection, Workspace};

/// The filter of a command line: `--unit U` is `unit:U`, `--plan P` is `plan:P`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'w> {
    pub(super) filter: &'w [String],
    pub(super) units: &'w [String],
    pub(super) plans: &'w [String],
}

impl FilterArgs {
    /// Returns the selection that the arguments ask for.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        Wanted { filter: &self.filter, units: &self.unit, plans: &self.plan }
    }
}

/// Finds what is wanted. Plans with errors are named on stderr and left out.
///
/// # Errors
/// When the filter cannot be read: it is printed on stderr as any other diagnostic.
pub(super) fn select<'w>(
    session: &mut Session<'_>,
    workspace: &'w Workspace,
    wanted: Wanted<'_>,
) -> anyhow::Result<Selection<'w>> {
    let units =
        wanted.units.iter().map(|value| OptionTerm { option: "--unit", field: Attribute::Unit, value });
    let plans =
        wanted.plans.iter().map(|value| OptionTerm { option: "--plan", field: Attribute::Plan, value });
    let options: Vec<OptionTerm<'_>> = units.chain(plans).collect();
    let mut said = Sources::default();
    let filter = parse(wanted.filter, &options, &mut said).map_err(|wrong| refuse(session, &said, &wrong))?;
    if !session.quiet {
        report(session, workspace.sources(), &workspace.unread(&filter))?;
    }
    // A plan that nobody asked for may have errors: they are no concern of this answer.
    leave_out(session, workspace, &workspace.left_out(&filter))?;
    session.settle(&contexts(workspace, &filter))?;
    workspace.select(&filter, session.as_of).map_err(|wrong| refuse(session, &said, &wrong))
}

/// The selection whose units are those that the options `--unit` name; none without the option.
///
/// # Errors
/// When a name is unknown: it is printed on stderr as any other diagnostic.
pub(super) fn named_units<'w>(
    session: &mut Session<'_>,
    workspace: &'w Workspace,
    units: &[String],
) -> anyhow::Result<Option<Selection<'w>>> {
    if units.is_empty() {
        return Ok(None);
    }
    let options = units.iter().map(|value| OptionTerm { option: "--unit", field: Attribute::Unit, value });
    let options: Vec<OptionTerm<'_>> = options.collect();
    let mut said = Sources::default();
    let selected =
        parse(&[], &options, &mut said).and_then(|filter| workspace.select(&filter, session.as_of));
    selected.map(Some).map_err(|wrong| refuse(session, &said, &wrong))
}

/// The periods of the plans that a filter asks for.
fn contexts<'w>(workspace: &'w Workspace, filter: &Filter) -> Vec<DeadlineContext<'w>> {
    let plans = workspace.valid().map(|(_, plan)| plan).filter(|plan| filter.selects_id(&plan.id));
    plans.map(Plan::deadline_context).collect()
}

/// Returns the day that an option gives, in the periods of the plans that a selection asks for.
///
/// # Errors
/// If the words are no day there.
pub(super) fn read_for(
    session: &Session<'_>,
    selection: &Selection<'_>,
    option: DayOption,
    words: Option<&str>,
) -> Result<Option<Day>, CliError> {
    let Some(words) = words else { return Ok(None) };
    let plans: Vec<DeadlineContext<'_>> =
        selection.asked().map(|asked| asked.plan.deadline_context()).collect();
    option.read(words, session.today, &plans).map(Some)
}

/// The sentence that none of the units that are asked about has the work, or not in the period that is asked about.
pub(super) fn nobody_has(id: &str, units: &[String], periods: &[String]) -> Message {
    let id = visible(id);
    let (units, periods) = (units.join(", "), periods.join(", "));
    let (units, periods) = (visible(&units), visible(&periods));
    let given = |words: String, is_given: bool| if is_given { words } else { String::new() };
    let [unit_vi, unit_en] = [format!(" do {units} chịu trách nhiệm"), format!(" that {units} answers for")]
        .map(|words| given(words, !units.is_empty()));
    let [period_vi, period_en] = [format!(" ở kỳ {periods}"), format!(" in the period {periods}")]
        .map(|words| given(words, !periods.is_empty()));
    message!(
        "Không có việc nào của {id}{unit_vi}{period_vi}; các đơn vị và kỳ: plan show {id}.",
        "There is no work item of {id}{unit_en}{period_en}; its units and periods: plan show {id}."
    )
}

/// The exit status of a command that answered: 2 if the answer is incomplete.
pub(super) fn status(selection: &Selection<'_>) -> u8 {
    if selection.is_incomplete() { 2 } else { 0 }
}

/// Names plans that have errors, with those errors, on stderr; and the paths without a plan.
///
/// # Errors
/// [`CliError::reported`] if there is a path without a plan.
pub(super) fn leave_out(
    session: &mut Session<'_>,
    workspace: &Workspace,
    refused: &[&PlanEntry],
) -> anyhow::Result<()> {
    tell_refused(session, workspace, refused)?;
    let without_plan = workspace.without_plan();
    if !without_plan.is_empty() {
        report(session, workspace.sources(), &without_plan)?;
        let help = without_plan.iter().find_map(|diagnostic| diagnostic.help.clone());
        help.map(|help| session.remark(&help)).transpose()?;
        return Err(CliError::reported().into());
    }
    Ok(())
}

/// Names plans that have errors, with those errors, on stderr.
pub(super) fn tell_refused(
    session: &mut Session<'_>,
    workspace: &Workspace,
    refused: &[&PlanEntry],
) -> anyhow::Result<()> {
    let sources = workspace.sources();
    for entry in refused {
        let name = quoted(entry.id().unwrap_or_else(|| sources.get(entry.main()).path()));
        session.complain(&message!(
            "bỏ qua kế hoạch {name} vì có lỗi:",
            "the plan {name} is left out, it has errors:"
        ))?;
        report(session, sources, &workspace.errors_of(entry))?;
    }
    Ok(())
}
