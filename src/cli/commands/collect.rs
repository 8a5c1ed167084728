//! `plan collect`: forms that came back → reports and results in the plans.

use crate::answer::{FormAnswer, FormScope, UnitForm};
use crate::cli::answer::{form, print};
use crate::cli::args::CollectArgs;
use crate::cli::collecting::{read_forms, record, tell_findings};
use crate::cli::days::DATE;
use crate::cli::error::Outcome;
use crate::cli::select::{Wanted, select};
use crate::cli::session::Session;
use crate::date::Day;
use crate::deadline::DeadlineContext;
use crate::form::{CollectRequest, Collected, SilentUnit, collect};
use crate::json::CollectJson;
use crate::report;
use crate::workspace::Workspace;

pub(in crate::cli) fn run(args: &CollectArgs, session: &mut Session<'_>) -> Outcome {
    let printed = form(session)?;
    let (files, has_failures) = read_forms(session, &args.paths)?;
    let collected = record(session, args.write.dry_run, |session, workspace| {
        let request = request(args, session, workspace)?;
        Ok(collect(workspace, &files, &request))
    })?;
    let Collected { answer, .. } = &collected;
    tell_findings(session, &answer.findings)?;
    let lang = session.lang;
    print(session, printed, None, || report::collect(answer), || CollectJson::new(&collected, lang))?;
    Ok(if has_failures { 2 } else { u8::from(answer.has_refused()) })
}

/// The day of the reports, and the units that have something to report on the day asked about.
fn request(
    args: &CollectArgs,
    session: &mut Session<'_>,
    workspace: &Workspace,
) -> anyhow::Result<CollectRequest> {
    let selection = select(session, workspace, Wanted { filter: &[], units: &[], plans: &[] })?;
    let contexts: Vec<DeadlineContext<'_>> =
        selection.asked().map(|asked| asked.plan.deadline_context()).collect();
    let day = session.as_of.day;
    let date =
        args.write.date.as_ref().map(|words| DATE.read(words, session.today, &contexts)).transpose()?;
    let until = Day::last_of_month(day.year(), day.month()).unwrap_or(day);
    let answer = FormAnswer::new(&selection, None, FormScope { until, with_done: false });
    let silent = |unit: &UnitForm<'_>| SilentUnit { id: unit.id.to_owned(), name: unit.name.to_owned() };
    let asked = answer.units.iter().map(silent).collect();
    Ok(CollectRequest { date: date.unwrap_or(day), as_of: session.as_of, asked })
}
