//! `plan show`: everything known of one entity.

use crate::answer::{EntityName, ShowAnswer};
use crate::cli::answer::{form, print};
use crate::cli::args::ShowArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::select::{Wanted, plans_of, select, status};
use crate::cli::session::Session;
use crate::json::ShowJson;
use crate::message;
use crate::report;
use crate::sanitize::quoted;
use crate::workspace::Selection;

pub(in crate::cli) fn run(args: &ShowArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open(&[], false)?;
    let selection = select(session, &workspace, Wanted { filter: &[], units: &[], plans: &args.plan })?;
    let answer = ShowAnswer::new(&EntityName::new(&args.id), &plans_of(&selection), selection.as_of);
    if answer.pages.is_empty() {
        return Err(unknown(&args.id, &selection).into());
    }
    let sources = selection.sources();
    print(session, form, || report::show(&answer, sources), || ShowJson::new(&answer, sources))?;
    Ok(status(&selection))
}

/// An id that no plan has, with the nearest that one has.
pub(super) fn unknown(words: &str, selection: &Selection<'_>) -> CliError {
    let near = EntityName::new(words).near(&plans_of(selection)).join(", ");
    let id = quoted(words);
    let message = message!("không có mã {id} trong các kế hoạch", "there is no id {id} in the plans");
    if near.is_empty() {
        return CliError::usage(message);
    }
    CliError::usage(message!("không có mã {id}", "there is no id {id}")).hint(near)
}
