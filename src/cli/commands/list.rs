//! `plan list`: work items, with any columns, in any order.

use crate::answer::ListAnswer;
use crate::attribute::FieldName;
use crate::cli::answer::NO_WORK;
use crate::cli::args::ListArgs;
use crate::cli::error::Outcome;
use crate::cli::items::{form_of_items, print_items};
use crate::cli::order::{declare, declare_order, field, items_order};
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::WorkItemsJson;
use crate::report;

pub(in crate::cli) fn run(args: &ListArgs, session: &mut Session<'_>) -> Outcome {
    let form = form_of_items(session, &args.reminder, false)?;
    let mut columns: Vec<FieldName> =
        args.columns.iter().map(|name| field(name, COLUMNS)).collect::<Result<_, _>>()?;
    let mut order = items_order(&args.sort)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    declare(columns.iter_mut(), COLUMNS, &selection)?;
    declare_order(&mut order, &selection)?;
    let columns = (!columns.is_empty()).then_some(columns.as_slice());
    let answer = ListAnswer::new(&selection, &order, args.limit, columns);
    let sources = selection.sources();
    let document = || report::list(&answer, sources, form.is_spreadsheet());
    let json = || WorkItemsJson::new(&answer.list, sources);
    print_items(session, form, &selection, &answer.list, &NO_WORK, document, json)?;
    Ok(status(&selection))
}

const COLUMNS: &str = "--columns";
