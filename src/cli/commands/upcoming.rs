//! `plan upcoming`: neither done nor dropped, the nearest deadline first.

use crate::answer::UpcomingAnswer;
use crate::cli::args::UpcomingArgs;
use crate::cli::days::end_of_span;
use crate::cli::error::Outcome;
use crate::cli::items::{form_of_items, print_items};
use crate::cli::order::{declare_order, items_order};
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::WorkItemsJson;
use crate::language::Lang;
use crate::message;
use crate::report;

pub(in crate::cli) fn run(args: &UpcomingArgs, session: &mut Session<'_>) -> Outcome {
    let form = form_of_items(session, &args.reminder, false)?;
    let mut order = items_order(&args.sort)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    declare_order(&mut order, &selection)?;
    let last = end_of_span(&args.within, session.as_of.day)?;
    let answer = UpcomingAnswer::new(&selection, &order, last);
    let sources = selection.sources();
    let document = || report::upcoming(&answer, sources, form.is_spreadsheet());
    let json = || WorkItemsJson::new(&answer.list, sources);
    let [from_vi, from_en] = Lang::ALL.map(|lang| answer.first.show(lang));
    let [to_vi, to_en] = Lang::ALL.map(|lang| answer.last.show(lang));
    let none = message!(
        "Không có việc nào đến hạn từ {from_vi} đến {to_vi}.",
        "Nothing is due from {from_en} to {to_en}."
    );
    print_items(session, form, &selection, &answer.list, &none, document, json)?;
    Ok(status(&selection))
}
