//! `plan import --into`: what a plan lacks of annexes and documents; once more if somebody else was faster.

use std::time::Instant;

use super::answer::form;
use super::args::ImportArgs;
use super::editing::{PATIENCE, busy};
use super::error::Outcome;
use super::files::Mended;
use super::importing::{import_error, print_import, read_sources};
use super::line::TypedLine;
use super::refused::{refuse, tell};
use super::select::leave_out;
use super::session::Session;
use super::writing::write_all;
use crate::edit::FileChange;
use crate::import::{IntoError, IntoRequest, import_into};

/// Adds documents to a plan.
pub(super) fn add_to_plan(args: &ImportArgs, plan: &str, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let sources = read_sources(&args.files, session)?;
    let mut line = TypedLine::new("plan import");
    line.arguments(&args.files.iter().map(|path| path.to_string_lossy().into_owned()).collect::<Vec<_>>());
    line.option("--into", Some(&plan.to_owned()));
    let line = line.finish(session, args.dry_run);
    let folder = session.env.folder.clone();
    let is_free = |path: &str| folder.join(path).symlink_metadata().is_err();
    let begun = Instant::now();
    loop {
        let mut workspace = session.open(&[], false)?;
        leave_out(session, &workspace, &[])?;
        let request = IntoRequest { plan, splits: args.split, lang: session.lang, is_free: &is_free };
        let (imported, proposal) = match import_into(&mut workspace, &line, &request, &sources) {
            Ok(found) => found,
            Err(IntoError::Document(error)) => return Err(import_error(&error).into()),
            Err(IntoError::Refused(refusal)) => return refuse(session, &workspace, *refusal),
        };
        if !args.dry_run && !proposal.files.is_empty() {
            match write_all(&folder, &proposal.files)? {
                Mended::Now | Mended::Already => {}
                Mended::Changed if begun.elapsed() < PATIENCE => continue,
                Mended::Changed | Mended::Busy => return Err(busy(&proposal.files).into()),
            }
        }
        tell(session, &proposal.warnings)?;
        let diff: String = proposal.files.iter().map(FileChange::diff).collect();
        print_import(session, form, &imported, "", args.dry_run.then_some(diff.as_str()))?;
        return Ok(u8::from(imported.is_doubtful()));
    }
}
