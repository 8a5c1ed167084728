//! The end of the commands that list work items: `overdue`, `upcoming`, `list`.

use serde::Serialize;

use super::answer::{print, print_none, remark_unannounced, tell_left_out};
use super::args::ReminderArgs;
use super::error::CliError;
use super::folder::{new_folder, write_folder};
use super::format::{ItemsForm, items_format};
use super::session::Session;
use crate::answer::{LeftOutAnswer, WorkItemList};
use crate::document::Document;
use crate::ics::{CalendarOptions, calendar};
use crate::language::Message;
use crate::message;
use crate::sanitize::quoted;
use crate::workspace::Selection;

/// The format of a list of work items, which may be a calendar; `has_groups` for a list whose tables are grouped by unit.
pub(super) fn form_of_items(
    session: &Session<'_>,
    args: &ReminderArgs,
    has_groups: bool,
) -> Result<ItemsForm, CliError> {
    let form = items_format(session.format.as_deref(), session.output.as_deref())?;
    let by_unit = args.by.is_some();
    match (form, &args.remind) {
        (ItemsForm::Calendar { .. }, _) if by_unit && session.output.is_none() => {
            let message = Message::fixed("chưa nói ghi vào thư mục nào", "no folder to write to is named");
            Err(CliError::usage(message).advice(Message::fixed("-o THƯ-MỤC", "-o DIR")))
        }
        (ItemsForm::Calendar { .. }, None) => Ok(ItemsForm::Calendar { remind: None, by_unit }),
        (ItemsForm::Answer(_), None) if by_unit && !has_groups => {
            Err(CliError::usage(message!("--by chỉ dùng với dạng ics", "--by is for the format ics only"))
                .hint("-f ics"))
        }
        (form, None) => Ok(form),
        (ItemsForm::Calendar { .. }, Some(words)) => {
            Ok(ItemsForm::Calendar { remind: Some(reminder(words)?), by_unit })
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
        ItemsForm::Calendar { remind, by_unit } => {
            list.unannounced.sentence().map(|doubt| session.remark(&doubt)).transpose()?;
            let left_out = LeftOutAnswer::new(selection);
            if is_empty && left_out.covers_everything() {
                session.remark(none)?;
            }
            tell_left_out(session, &left_out)?;
            let options = CalendarOptions { lang: session.lang, remind };
            if by_unit {
                return calendars(session, list, options);
            }
            let name = calendar_name(list);
            return session.answer(calendar(&list.items, name.get(session.lang), options).as_bytes());
        }
    };
    remark_unannounced(session, form, &list.unannounced, is_empty)?;
    if is_empty {
        print_none(session, form, selection, none, document, json)
    } else {
        print(session, form, Some(selection), document, json)
    }
}

/// The name of one calendar of all plans: the plan's title, or their number.
fn calendar_name(list: &WorkItemList<'_>) -> Message {
    match list.plans.as_slice() {
        [plan] => Message::same(&plan.title),
        plans => {
            let count = plans.len();
            message!("Thời hạn của {count} kế hoạch", "Deadlines of {count} plans")
        }
    }
}

/// Writes a calendar for each unit that answers for work, into a new folder.
fn calendars(
    session: &mut Session<'_>,
    list: &WorkItemList<'_>,
    options: CalendarOptions,
) -> anyhow::Result<()> {
    let Some(output) = session.output.clone() else { return Ok(()) };
    let folder = new_folder(session, &output)?;
    let units = list.by_answering_unit();
    let files: Vec<(String, Vec<u8>)> = units
        .iter()
        .zip(1..)
        .map(|(unit, at)| {
            let calendar = calendar(&unit.items, unit.name, options);
            (format!("{at:02}-{}.ics", unit.id), calendar.into_bytes())
        })
        .collect();
    if !files.is_empty() {
        write_folder(&folder, &files)?;
    }
    Ok(())
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
