//! `plan overdue`: what is late, the longest first, whose, by how many days.

use crate::answer::OverdueAnswer;
use crate::cli::args::OverdueArgs;
use crate::cli::error::Outcome;
use crate::cli::items::{form_of_items, print_items};
use crate::cli::order::{declare_order, items_order};
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::WorkItemsJson;
use crate::language::Lang;
use crate::message;
use crate::report;

pub(in crate::cli) fn run(args: &OverdueArgs, session: &mut Session<'_>) -> Outcome {
    let form = form_of_items(session, &args.reminder, true)?;
    let mut order = items_order(&args.sort)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    declare_order(&mut order, &selection)?;
    let answer = OverdueAnswer::new(&selection, &order, args.reminder.by.is_some());
    let sources = selection.sources();
    let document = || report::overdue(&answer, sources, form.is_spreadsheet());
    let json = || WorkItemsJson::new(&answer.list, sources);
    let is_empty = answer.list.items.is_empty();
    let day = answer.list.as_of.day;
    let (vi, en) = (day.show(Lang::Vi), day.show(Lang::En));
    let none = message!("Không có việc nào quá hạn tính đến ngày {vi}.", "Nothing is overdue as of {en}.");
    print_items(session, form, &selection, &answer.list, &none, document, json)?;
    // A plan that could not be read may hold overdue work: that comes first.
    Ok(match status(&selection) {
        0 if args.exit_code && !is_empty => 1,
        status => status,
    })
}
