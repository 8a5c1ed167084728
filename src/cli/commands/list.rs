//! `plan list`: work items, with any columns, in any order.

use crate::answer::ListAnswer;
use crate::attribute::{Attribute, SortBy};
use crate::cli::answer::form_of_items;
use crate::cli::args::ListArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::items::print_items;
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::WorkItemsJson;
use crate::language::Message;
use crate::message;
use crate::report;
use crate::sanitize::quoted;
use crate::vietnamese::nearest;

pub(in crate::cli) fn run(args: &ListArgs, session: &mut Session<'_>) -> Outcome {
    let form = form_of_items(session)?;
    let columns: Vec<Attribute> =
        args.columns.iter().map(|name| attribute(name, "--columns")).collect::<Result<_, _>>()?;
    let columns = (!columns.is_empty()).then_some(columns.as_slice());
    let order: Vec<SortBy> = args.sort.iter().map(|name| sort_by(name)).collect::<Result<_, _>>()?;
    let workspace = session.open(&[], false)?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let answer = ListAnswer::new(&selection, &order, args.limit);
    let sources = selection.sources();
    let document = || report::list(&answer, columns, sources, form.is_spreadsheet());
    let json = || WorkItemsJson::new(&answer.list, sources);
    print_items(session, form, &answer.list, &args.reminder, &NONE, document, json)?;
    Ok(status(&selection))
}

const NONE: Message = Message::fixed("Không có việc nào.", "There are no work items.");

/// An attribute to sort by; a leading `-` reverses.
fn sort_by(name: &str) -> Result<SortBy, CliError> {
    let name = name.trim();
    let (descending, name) = name.strip_prefix('-').map_or((false, name), |rest| (true, rest));
    Ok(SortBy { attribute: attribute(name, "--sort")?, descending })
}

/// The attribute of that name.
fn attribute(name: &str, option: &str) -> Result<Attribute, CliError> {
    Attribute::from_name(name.trim()).ok_or_else(|| {
        let names = || Attribute::listed().map(Attribute::name);
        let near = nearest(name, names());
        let near = near.map_or_else(|| names().collect::<Vec<_>>().join(", "), str::to_owned);
        let name = quoted(name);
        CliError::usage(message!("{option}: không có cột {name}", "{option}: there is no column {name}"))
            .hint(near)
    })
}
