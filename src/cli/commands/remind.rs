//! `plan remind`: a letter to every unit that is late, or one to all.

use crate::answer::LettersAnswer;
use crate::cli::answer::{print, print_none};
use crate::cli::args::RemindArgs;
use crate::cli::days::{DATE, REPLY_BY, end_of_span};
use crate::cli::error::Outcome;
use crate::cli::folder::{FolderTarget, write_documents};
use crate::cli::select::{read_for, select, status};
use crate::cli::session::Session;
use crate::document::Document;
use crate::json::LettersJson;
use crate::language::Message;
use crate::message;
use crate::render::DocumentFormat;
use crate::report::{self, LetterOptions};

pub(in crate::cli) fn run(args: &RemindArgs, session: &mut Session<'_>) -> Outcome {
    let target = FolderTarget::of(session, DocumentFormat::Docx)?;
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
    match target {
        FolderTarget::One(form) if answer.letters.is_empty() => {
            print_none(session, form, &selection, &NONE, summary, json)?;
        }
        FolderTarget::One(form) => print(session, form, Some(&selection), summary, json)?,
        FolderTarget::Folder(..) if answer.letters.is_empty() => session.remark(&NONE)?,
        FolderTarget::Folder(folder, format) => {
            let mut documents: Vec<(String, Document)> = vec![("00-tong-hop".to_owned(), summary())];
            let letters = report::letters(&answer, options).into_iter().zip(1..);
            documents
                .extend(letters.map(|(letter, at)| (format!("{at:02}-{}", letter.unit), letter.document)));
            write_documents(session, &folder, format, &selection, &documents)?;
            let count = answer.letters.len();
            session.remark(&message!(
                "Đã ghi {count} công văn và 00-tong-hop.",
                "{count} letters, and 00-tong-hop."
            ))?;
        }
    }
    Ok(status(&selection))
}

const NONE: Message = Message::fixed("Không có đơn vị nào cần đôn đốc.", "There is no unit to write to.");
