//! `plan import`: a draft plan from the documents of an office.

use crate::cli::answer::{form, print, remark_document};
use crate::cli::args::ImportArgs;
use crate::cli::error::Outcome;
use crate::cli::format::Form;
use crate::cli::importing::{ImportPlace, import_error, read_sources, write_files};
use crate::cli::session::Session;
use crate::import::import;
use crate::json::ImportJson;
use crate::report;

pub(in crate::cli) fn run(args: &ImportArgs, session: &mut Session<'_>) -> Outcome {
    // The folder of -o is no file of an answer.
    let output = session.output.take();
    let form = form(session)?;
    let place = ImportPlace::new(args, output, session)?;
    let sources = read_sources(&args.files, session)?;
    let imported = import(&sources, &place.options, session.lang).map_err(|error| import_error(&error))?;
    let diff = write_files(&imported, &place, args.dry_run, session)?;
    let folder = place.name();
    let document = report::import(&imported, &folder, diff.is_some());
    match diff {
        // The files of a dry run are the answer.
        Some(diff) if form != Form::Json => {
            remark_document(session, &document)?;
            session.answer(diff.as_bytes())?;
        }
        _ => print(session, form, None, || document, || ImportJson::new(&imported, &folder))?,
    }
    Ok(u8::from(imported.is_doubtful()))
}
