//! `plan export`: every plan as tables.

use crate::cli::answer::{form, print, tell_left_out};
use crate::cli::args::ExportArgs;
use crate::cli::error::Outcome;
use crate::cli::export::export;
use crate::cli::session::Session;
use crate::json::{AnswerJson, ExportJson};
use crate::report;

pub(in crate::cli) fn run(args: &ExportArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    session.settle(&[])?;
    let answer = export(session, &args.folder)?;
    tell_left_out(session, &answer.left_out)?;
    let json = || AnswerJson::new(ExportJson::new(&answer), &answer.left_out);
    print(session, form, None, || report::export(&answer), json)?;
    Ok(if answer.covers_everything() { 0 } else { 2 })
}
