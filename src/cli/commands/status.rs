//! `plan status`: how the plans stand, in figures.

use crate::cli::answer::{form, print, print_none};
use crate::cli::args::StatusArgs;
use crate::cli::days::parse_day;
use crate::cli::error::{CliError, Outcome};
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json;
use crate::language::Message;
use crate::model::Plan;
use crate::report::{self, Changes};
use crate::status::{Figures, Grouping, group};

pub(in crate::cli) fn run(args: &StatusArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let since =
        args.since.as_ref().map(|words| parse_day(words, session.as_of.day, "--since")).transpose()?;
    if since.is_some_and(|since| since > session.as_of.day) {
        return Err(CliError::usage(Message::fixed(
            "--since: phải là một ngày trước ngày tính (--as-of)",
            "--since: must be a day before that of --as-of",
        ))
        .into());
    }
    let workspace = session.open(&[], false)?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let plans: Vec<(&Plan, Figures)> =
        selection.asked().map(|plan| (plan.plan, plan.items.iter().collect())).collect();
    let by = match args.by.as_deref().and_then(Grouping::from_id) {
        Some(by) => by,
        None if plans.len() > 1 => Grouping::Plan,
        None => Grouping::Section,
    };
    let (as_of, lang) = (selection.as_of, session.lang);
    let groups = group(by, selection.items().map(|it| (it.plan, it.item)));
    let total: Figures = selection.items().map(|it| it.item).collect();
    let items = || selection.plans.iter().map(|plan| (plan.plan, plan.items.as_slice()));
    let changes = since.map(|since| Changes::new(items(), since));
    let document = || report::status(by, &groups, &plans, as_of, changes.as_ref());
    let json = || json::StatusJson::new(by, &groups, &total, as_of, changes.as_ref(), lang);
    if total.total() == 0 {
        print_none(session, form, &NONE, document, json)?;
    } else {
        print(session, form, document, json)?;
    }
    Ok(status(&selection))
}

const NONE: Message = Message::fixed("Không có việc nào.", "There are no work items.");
