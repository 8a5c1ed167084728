//! `plan import`: a draft plan from the documents of an office, or additions to a plan.

use crate::cli::answer::form;
use crate::cli::args::ImportArgs;
use crate::cli::error::Outcome;
use crate::cli::importing::{ImportPlace, import_error, print_import, read_sources, write_files};
use crate::cli::importing_into::add_to_plan;
use crate::cli::session::Session;
use crate::import::import;

pub(in crate::cli) fn run(args: &ImportArgs, session: &mut Session<'_>) -> Outcome {
    if let Some(plan) = &args.into {
        return add_to_plan(args, plan, session);
    }
    // The folder of -o is no file of an answer.
    let output = session.output.take();
    let form = form(session)?;
    let place = ImportPlace::new(args, output, session)?;
    let sources = read_sources(&args.files, session)?;
    let imported = import(&sources, &place.options, session.lang).map_err(|error| import_error(&error))?;
    let diff = write_files(&imported, &place, args.dry_run, session)?;
    print_import(session, form, &imported, &place.name(), diff.as_deref())?;
    Ok(u8::from(imported.is_doubtful()))
}
