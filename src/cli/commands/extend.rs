//! `plan extend`: a new deadline.

use crate::cli::args::ChangeArgs;
use crate::cli::changing::{last_of, propose_change};
use crate::cli::days::DUE;
use crate::cli::editing::edit;
use crate::cli::error::Outcome;
use crate::cli::session::Session;
use crate::edit::Given;
use crate::message;
use crate::parse::Key;
use crate::parse::emit::{DayForm, NewValue};

pub(in crate::cli) fn run(args: &ChangeArgs, session: &mut Session<'_>) -> Outcome {
    let missing =
        message!("thiếu hạn mới, ví dụ 31/8/2026", "the new deadline is missing, such as 31/8/2026");
    let (due, items) = last_of(args, &missing)?;
    edit(session, args.write.dry_run, |session, workspace| {
        propose_change("plan extend", items, args, session, workspace, |reader| {
            let word = reader.line.argument(due).word;
            let day = NewValue::Day(reader.read_day(DUE, due)?, DayForm::default());
            reader.value(Key::Due, Given::new(day, word));
            Ok(None)
        })
    })
}
