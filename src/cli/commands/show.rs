//! `plan show`: the page of an entity.

use crate::answer::{ShowAnswer, UnknownEntityError};
use crate::cli::answer::{form, print};
use crate::cli::args::ShowArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::select::{Wanted, select, status};
use crate::cli::session::Session;
use crate::json::ShowJson;
use crate::message;
use crate::report;
use crate::sanitize::quoted;

pub(in crate::cli) fn run(args: &ShowArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open_for_report()?;
    let wanted = Wanted { filter: &[], units: &[], plans: &args.plan };
    let selection = select(session, &workspace, wanted)?;
    let answer =
        ShowAnswer::new(&selection, &args.id).map_err(|UnknownEntityError(near)| unknown(&args.id, &near))?;
    let sources = selection.sources();
    print(
        session,
        form,
        Some(&selection),
        || report::show(&answer, sources),
        || ShowJson::new(&answer, sources),
    )?;
    Ok(status(&selection))
}

/// An id that no plan has, with the nearest that one has.
pub(in crate::cli) fn unknown(id: &str, near: &[String]) -> CliError {
    let (id, near) = (quoted(id), near.join(", "));
    let message = message!("không có mã {id} trong các kế hoạch", "there is no id {id} in the plans");
    if near.is_empty() {
        return CliError::usage(message);
    }
    CliError::usage(message!("không có mã {id}", "there is no id {id}")).hint(near)
}
