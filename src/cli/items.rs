//! The end of the commands that list work items: `overdue`, `upcoming`, `list`.

use serde::Serialize;

use super::answer::{covers_everything, print, print_none, remark_unannounced, tell_left_out};
use super::args::ReminderArgs;
use super::error::CliError;
use super::format::ItemsForm;
use super::session::Session;
use crate::answer::WorkItemList;
use crate::document::Document;
use crate::ics::{CalendarOptions, calendar};
use crate::language::Message;
use crate::message;
use crate::sanitize::quoted;

/// Prints a list in its form; an empty one as the sentence that there is nothing.
pub(super) fn print_items<J: Serialize>(
    session: &mut Session<'_>,
    form: ItemsForm,
    list: &WorkItemList<'_>,
    args: &ReminderArgs,
    none: &Message,
    document: impl FnOnce() -> Document,
    json: impl FnOnce() -> J,
) -> anyhow::Result<()> {
    let remind = args.remind.as_deref().map(|days| reminder(days, form)).transpose()?;
    let is_empty = list.items.is_empty();
    let form = match form {
        ItemsForm::Answer(form) => form,
        ItemsForm::Calendar => {
            list.unannounced.sentence().map(|doubt| session.remark(&doubt)).transpose()?;
            if is_empty && covers_everything(session) {
                session.remark(none)?;
            }
            tell_left_out(session)?;
            let name = list.plans.iter().map(|plan| plan.title.as_str()).collect::<Vec<_>>().join("; ");
            let options = CalendarOptions { lang: session.lang, remind };
            return session.answer(calendar(list, &name, options).as_bytes());
        }
    };
    remark_unannounced(session, form, &list.unannounced, is_empty)?;
    if is_empty {
        print_none(session, form, none, document, json)
    } else {
        print(session, form, document, json)
    }
}

/// The number of days before a deadline: `3d`, or a mere number.
fn reminder(words: &str, form: ItemsForm) -> Result<u32, CliError> {
    if form != ItemsForm::Calendar {
        return Err(CliError::usage(message!(
            "--remind chỉ dùng với dạng ics",
            "--remind is for the format ics only"
        ))
        .hint("-f ics"));
    }
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
