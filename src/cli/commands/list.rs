//! `plan list`: work items, with any columns, in any order.

use crate::answer::{ListAnswer, own_columns};
use crate::attribute::{Attribute, FieldName, SortBy};
use crate::cli::answer::form_of_items;
use crate::cli::args::ListArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::items::print_items;
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::WorkItemsJson;
use crate::language::Message;
use crate::message;
use crate::model::OwnColumn;
use crate::report;
use crate::sanitize::quoted;
use crate::vietnamese::nearest;

pub(in crate::cli) fn run(args: &ListArgs, session: &mut Session<'_>) -> Outcome {
    let form = form_of_items(session)?;
    let mut columns: Vec<FieldName> =
        args.columns.iter().map(|name| field(name, "--columns")).collect::<Result<_, _>>()?;
    let mut order: Vec<SortBy> = args.sort.iter().map(|name| sort_by(name)).collect::<Result<_, _>>()?;
    let workspace = session.open(&[], false)?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let own = own_columns(selection.asked().map(|plan| plan.plan));
    columns.iter_mut().try_for_each(|field| declared(field, "--columns", &own))?;
    order.iter_mut().try_for_each(|by| declared(&mut by.field, "--sort", &own))?;
    let columns = (!columns.is_empty()).then_some(columns.as_slice());
    let answer = ListAnswer::new(&selection, &order, args.limit);
    let sources = selection.sources();
    let document = || report::list(&answer, columns, sources, form.is_spreadsheet());
    let json = || WorkItemsJson::new(&answer.list, sources);
    print_items(session, form, &answer.list, &args.reminder, &NONE, document, json)?;
    Ok(status(&selection))
}

const NONE: Message = Message::fixed("Không có việc nào.", "There are no work items.");

/// A field to sort by; a leading `-` reverses.
fn sort_by(name: &str) -> Result<SortBy, CliError> {
    let name = name.trim();
    let (descending, name) = name.strip_prefix('-').map_or((false, name), |rest| (true, rest));
    Ok(SortBy { field: field(name, "--sort")?, descending })
}

/// The field of that name; whether a plan has a column of its own is known when the plans are read.
fn field(name: &str, option: &str) -> Result<FieldName, CliError> {
    FieldName::from_name(name.trim()).ok_or_else(|| unknown(name, option, &[]))
}

/// Gives a column of the plans' own the key that they declare.
fn declared(field: &mut FieldName, option: &str, own: &[&OwnColumn]) -> Result<(), CliError> {
    let FieldName::Own(key) = field else { return Ok(()) };
    let exact = own.iter().find(|column| column.key == *key);
    let column = exact.or_else(|| own.iter().find(|column| column.key.eq_ignore_ascii_case(key)));
    *key = column.ok_or_else(|| unknown(key, option, own))?.key.clone();
    Ok(())
}

fn unknown(name: &str, option: &str, own: &[&OwnColumn]) -> CliError {
    let mut names: Vec<&str> = Attribute::listed().map(Attribute::name).collect();
    names.extend(own.iter().map(|column| column.key.as_str()));
    let hint = nearest(name, names.iter().copied()).map_or_else(|| names.join(", "), str::to_owned);
    let name = quoted(name);
    CliError::usage(message!("{option}: không có cột {name}", "{option}: there is no column {name}"))
        .hint(hint)
}
