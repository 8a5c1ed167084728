//! `plan why`: the explanation of a deadline and a status.

use crate::answer::{WhyAnswer, WhyError};
use crate::cli::answer::{form, print, remark_unannounced};
use crate::cli::args::WhyArgs;
use crate::cli::commands::show::unknown;
use crate::cli::error::{CliError, Outcome};
use crate::cli::select::{Wanted, nobody_has, select, status};
use crate::cli::session::Session;
use crate::json::WhyJson;
use crate::message;
use crate::report;
use crate::sanitize::{quoted, visible};

pub(in crate::cli) fn run(args: &WhyArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let filter: Vec<String> = args.period.iter().map(|period| format!("period:{period}")).collect();
    let workspace = session.open_for_report()?;
    let wanted = Wanted { filter: &filter, units: &args.unit, plans: &args.plan };
    let selection = select(session, &workspace, wanted)?;
    let answer = WhyAnswer::new(&selection, &args.id).map_err(|error| refused(&args.id, &error))?;
    if answer.groups.is_empty() {
        session.remark(&nobody_has(&args.id, &args.unit, &args.period))?;
    }
    remark_unannounced(session, form, &answer.unannounced, false)?;
    let (sources, at_length, lang) = (selection.sources(), session.verbose, session.lang);
    let document = || report::why(&answer, sources, at_length);
    print(session, form, Some(&selection), document, || WhyJson::new(&answer, sources, lang))?;
    Ok(status(&selection))
}

fn refused(id: &str, error: &WhyError) -> CliError {
    match error {
        WhyError::Unknown(near) => unknown(id, near),
        WhyError::NoDeadline => {
            let name = quoted(id);
            CliError::usage(message!(
                "{name} không phải là một việc có thời hạn",
                "{name} is not a task or row with a deadline"
            ))
            .hint(format!("plan show {}", visible(id)))
        }
    }
}
