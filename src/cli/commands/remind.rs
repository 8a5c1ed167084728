//! `plan remind`: a letter to every unit that is late, or one to all.

use crate::answer::LettersAnswer;
use crate::cli::answer::{print, print_none};
use crate::cli::args::RemindArgs;
use crate::cli::days::{DATE, REPLY_BY, end_of_span};
use crate::cli::error::Outcome;
use crate::cli::filling::Filling;
use crate::cli::folder::FolderTarget;
use crate::cli::reminding::{fill_letters, tell_own, write_letters};
use crate::cli::select::{read_for, select, status};
use crate::cli::session::Session;
use crate::json::LettersJson;
use crate::language::Message;
use crate::render::DocumentFormat;
use crate::report::{self, LetterOptions};

pub(in crate::cli) fn run(args: &RemindArgs, session: &mut Session<'_>) -> Outcome {
    let target = FolderTarget::of(session, DocumentFormat::Docx)?;
    let filling = Filling::of(&args.filled, target.folder(), session)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let until = args.within.as_ref().map(|within| end_of_span(within, session.as_of.day)).transpose()?;
    let options = LetterOptions {
        date: read_for(session, &selection, DATE, args.date.as_deref())?,
        reply_by: read_for(session, &selection, REPLY_BY, args.reply_by.as_deref())?,
    };
    let answer = LettersAnswer::new(&selection, until);
    let summary = || report::summary_letter(&answer, options);
    let json = || LettersJson::new(&answer);
    if let Some(filling) = filling.filter(|filling| !filling.is_for_folder() || !answer.letters.is_empty()) {
        return fill_letters(session, filling, &selection, &answer, options);
    }
    match target {
        FolderTarget::One(form) if answer.letters.is_empty() => {
            print_none(session, form, &selection, &NONE, summary, json)?;
        }
        FolderTarget::One(form) => print(session, form, Some(&selection), summary, json)?,
        FolderTarget::Folder(..) if answer.letters.is_empty() => session.remark(&NONE)?,
        FolderTarget::Folder(folder, format) => {
            write_letters(session, (&folder, format), &selection, &answer, options)?;
        }
    }
    tell_own(session, &answer)?;
    Ok(status(&selection))
}

const NONE: Message = Message::fixed("Không có đơn vị nào cần đôn đốc.", "There is no unit to write to.");
