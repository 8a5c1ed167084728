//! The end of the commands that list work items: `overdue`, `upcoming`, `list`.

use serde::Serialize;

use super::answer::{print, print_none, remark_unannounced, tell_left_out};
use super::args::ReminderArgs;
use super::error::CliError;
use super::format::{ItemsForm, items_format};
use super::session::Session;
use crate::answer::{LeftOutAnswer, WorkItemList};
use crate::document::Document;
use crate::ics::{CalendarOptions, calendar};
use crate::language::Message;
use crate::message;
use crate::sanitize::quoted;
use crate::workspace::Selection;

/// The format of a list of work items, which may be a calendar.
pub(super) fn form_of_items(session: &Session<'_>, args: &ReminderArgs) -> Result<ItemsForm, CliError> {
    let form = items_format(session.format.as_deref(), session.output.as_deref())?;
    match (form, &args.remind) {
        (form, None) => Ok(form),
        (ItemsForm::Calendar { .. }, Some(words)) => {
            Ok(ItemsForm::Calendar { remind: Some(reminder(words)?) })
        }
        (ItemsForm::Answer(_), Some(_)) => Err(CliError::usage(message!(
            "--remind chỉ dùng với dạng ics",
            "--remind is for the format ics only"
        ))
        .hint("-f ics")),
    }
}

/// Prints a list in its form; an empty one as the sentence that there is nothing.
pub(super) fn print_items<J: Serialize>(
    session: &mut Session<'_>,
    form: ItemsForm,
    selection: &Selection<'_>,
    list: &WorkItemList<'_>,
    none: &Message,
    document: impl FnOnce() -> Document,
    json: impl FnOnce() -> J,
) -> anyhow::Result<()> {
    let is_empty = list.items.is_empty();
    let form = match form {
        ItemsForm::Answer(form) => form,
        ItemsForm::Calendar { remind } => {
            list.unannounced.sentence().map(|doubt| session.remark(&doubt)).transpose()?;
            let left_out = LeftOutAnswer::new(selection);
            if is_empty && left_out.covers_everything() {
                session.remark(none)?;
            }
            tell_left_out(session, &left_out)?;
            let name = list.plans.iter().map(|plan| plan.title.as_str()).collect::<Vec<_>>().join("; ");
            let options = CalendarOptions { lang: session.lang, remind };
            return session.answer(calendar(list, &name, options).as_bytes());
        }
    };
    remark_unannounced(session, form, &list.unannounced, is_empty)?;
    if is_empty {
        print_none(session, form, selection, none, document, json)
    } else {
        print(session, form, Some(selection), document, json)
    }
}

/// The number of days before a deadline: `3d`, or a mere number.
fn reminder(words: &str) -> Result<u32, CliError> {
    let digits = words.trim().trim_end_matches(['d', 'D']);
    digits.parse().ok().filter(|days| *days <= 366).ok_or_else(|| {
        let words = quoted(words);
        CliError::usage(message!(
            "--remind: {words} không phải số ngày từ 0 đến 366",
            "--remind: {words} is no number of days from 0 to 366"
        ))
        .hint("3d")
    })
}
