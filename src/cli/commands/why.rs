//! `plan why`: how a deadline and a status came about.

use crate::answer::{WhyAnswer, WhyFault};
use crate::cli::answer::{form, print};
use crate::cli::args::WhyArgs;
use crate::cli::commands::show::unknown;
use crate::cli::error::{CliError, Outcome};
use crate::cli::select::{Wanted, plans_of, select, status};
use crate::cli::session::Session;
use crate::json::WhyJson;
use crate::language::Message;
use crate::message;
use crate::report;
use crate::sanitize::{quoted, visible};

pub(in crate::cli) fn run(args: &WhyArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let filter: Vec<String> = args.period.iter().map(|period| format!("period:{period}")).collect();
    let workspace = session.open(&[], false)?;
    let wanted = Wanted { filter: &filter, units: &args.unit, plans: &args.plan };
    let selection = select(session, &workspace, wanted)?;
    let plans = plans_of(&selection);
    let answer = match WhyAnswer::new(&args.id, &plans, selection.items(), selection.as_of) {
        Ok(answer) => answer,
        Err(WhyFault::UnknownId) => return Err(unknown(&args.id, &selection).into()),
        Err(WhyFault::NoDeadline) => return Err(no_deadline(&args.id).into()),
    };
    if answer.items.is_empty() {
        session.remark(&Message::fixed("Không có việc nào như thế.", "There is no such work item."))?;
    }
    let (sources, at_length, lang) = (selection.sources(), session.verbose, session.lang);
    let document = || report::why(&answer, sources, at_length);
    print(session, form, document, || WhyJson::new(&answer, sources, lang))?;
    Ok(status(&selection))
}

fn no_deadline(id: &str) -> CliError {
    let (name, id) = (quoted(id), visible(id));
    CliError::usage(message!(
        "{name} không phải là một việc có thời hạn (gợi ý: plan show {id})",
        "{name} is no duty with a deadline (help: plan show {id})"
    ))
}
