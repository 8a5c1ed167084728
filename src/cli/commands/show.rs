//! `plan show`: everything known of one thing.

use crate::cli::answer::{form, print};
use crate::cli::args::ShowArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::select::{Wanted, plans_of, select, status};
use crate::cli::session::Session;
use crate::json;
use crate::message;
use crate::report::{self, Name, Thing, occurrences};
use crate::sanitize::quoted;
use crate::workspace::Selection;

pub(in crate::cli) fn run(args: &ShowArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open(&[], false)?;
    let found = select(session, &workspace, Wanted { filter: &[], units: &[], plans: &args.plan })?;
    let name = Name::new(&args.id);
    let mut things = name.find(&plans_of(&found));
    if name.unit.is_some() {
        // Only work items have keys.
        things.retain(|(plan, thing)| match thing {
            Thing::Assignment(item) => !occurrences(plan, *item, &name, found.as_of).is_empty(),
            _ => false,
        });
    }
    if things.is_empty() {
        return Err(unknown(&args.id, &name, &found).into());
    }
    let as_of = found.as_of;
    print(
        session,
        form,
        || report::show(&name, &things, found.sources(), as_of),
        || json::ShowJson::new(&name, &things, found.sources(), as_of),
    )?;
    Ok(status(&found))
}

/// An id that no plan has, with the nearest that one has.
pub(super) fn unknown(words: &str, name: &Name<'_>, found: &Selection<'_>) -> CliError {
    let near = name.near(&plans_of(found)).join(", ");
    let id = quoted(words);
    let message = message!("không có mã {id} trong các kế hoạch", "there is no id {id} in the plans");
    if near.is_empty() {
        return CliError::usage(message);
    }
    CliError::usage(message!("không có mã {id}", "there is no id {id}")).hint(near)
}
