//! `plan form`: for each unit a workbook in which it reports.

use crate::answer::{FormAnswer, FormScope};
use crate::cli::args::FormArgs;
use crate::cli::days::{DayOption, REPLY_BY, UNTIL};
use crate::cli::error::Outcome;
use crate::cli::forms::{folder_of, print_forms, write_forms};
use crate::cli::select::{named_units, select, status};
use crate::cli::session::Session;
use crate::date::Day;
use crate::deadline::DeadlineContext;
use crate::form::{FormFileState, form_books};

pub(in crate::cli) fn run(args: &FormArgs, session: &mut Session<'_>) -> Outcome {
    let (folder, is_json) = folder_of(session)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let chosen = named_units(session, &workspace, &args.filtered.unit)?;
    let contexts: Vec<DeadlineContext<'_>> =
        selection.asked().map(|asked| asked.plan.deadline_context()).collect();
    let (today, day) = (session.today, session.as_of.day);
    let read = |option: DayOption, words: &Option<String>| {
        words.as_ref().map(|words| option.read(words, today, &contexts)).transpose()
    };
    let month_end = Day::last_of_month(day.year(), day.month()).unwrap_or(day);
    let until = read(UNTIL, &args.until)?.unwrap_or(month_end);
    let reply_by = read(REPLY_BY, &args.reply_by)?;
    let scope = FormScope { until, with_done: args.all };
    let answer = FormAnswer::new(&selection, chosen.as_ref(), scope);
    let files = write_forms(session, &folder, form_books(&answer, reply_by))?;
    print_forms(session, is_json, scope, &files)?;
    let is_kept = files.iter().any(|file| file.state == FormFileState::Kept);
    Ok(status(&selection).max(u8::from(is_kept)))
}
