//! `plan measure`: the result of a target.

use crate::cli::args::MeasureArgs;
use crate::cli::editing::{Proposed, edit};
use crate::cli::error::Outcome;
use crate::cli::request::RequestReader;
use crate::cli::session::Session;
use crate::edit::{Given, propose_result};
use crate::parse::Key;
use crate::parse::emit::NewValue;
use crate::workspace::Workspace;

pub(in crate::cli) fn run(args: &MeasureArgs, session: &mut Session<'_>) -> Outcome {
    edit(session, args.write.dry_run, |session, workspace| propose(args, session, workspace))
}

fn propose(args: &MeasureArgs, session: &mut Session<'_>, workspace: &mut Workspace) -> Proposed {
    let targets = std::slice::from_ref(&args.target);
    let mut reader = RequestReader::new("plan measure", session, workspace, targets)?;
    let target = reader.line.argument(&args.target);
    let value = reader.line.argument(&args.value);
    reader.value(Key::Value, Given::new(NewValue::Text(value.value), value.word));
    let unit = reader.line.option("--unit", args.unit.as_ref());
    let period = reader.line.option("--period", args.period.as_ref());
    reader.text(Key::Evidence, "--evidence", args.evidence.as_ref());
    let (request, line) = reader.finish_result(target, [unit, period], args.write.date.as_ref(), session)?;
    Ok(propose_result(workspace, &line.finish(session, args.write.dry_run), &request))
}
