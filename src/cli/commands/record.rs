//! `plan record`: a report of a unit.

use crate::cli::args::RecordArgs;
use crate::cli::days::DONE_ON;
use crate::cli::editing::{Proposed, edit};
use crate::cli::error::Outcome;
use crate::cli::request::RequestReader;
use crate::cli::session::Session;
use crate::cli::state_words::{no_state, split};
use crate::edit::{Given, percentage, propose_entries};
use crate::parse::Key;
use crate::parse::emit::NewValue;
use crate::workspace::Workspace;

pub(in crate::cli) fn run(args: &RecordArgs, session: &mut Session<'_>) -> Outcome {
    edit(session, args.write.dry_run, |session, workspace| propose(args, session, workspace))
}

fn propose(args: &RecordArgs, session: &mut Session<'_>, workspace: &mut Workspace) -> Proposed {
    let (items, state) = split(&args.items, workspace);
    let says_more = args.percent.is_some() || args.difficulty.is_some() || args.proposal.is_some();
    if state.is_none() && !says_more {
        return Err(no_state(&args.items).into());
    }
    let mut reader = RequestReader::new("plan record", session, workspace, items)?;
    let items = reader.line.arguments(items);
    if let Some((words, state)) = state {
        let word = reader.line.argument(&words).word;
        reader.value(Key::State, Given::new(NewValue::Text(state.to_owned()), word));
    }
    reader.choose(&args.unit, &args.period);
    if let Some(percent) = reader.line.option("--percent", args.percent.as_ref()) {
        reader.value(Key::Percent, Given::new(percentage(&percent.value), percent.word));
    }
    reader.text(Key::Evidence, "--evidence", args.evidence.as_ref());
    reader.text(Key::Difficulty, "--difficulty", args.difficulty.as_ref());
    reader.text(Key::Proposal, "--proposal", args.proposal.as_ref());
    reader.text(Key::Note, "--note", args.note.as_ref());
    reader.day(Key::AsOf, DONE_ON, args.done_on.as_ref())?;
    let (request, line) = reader.finish(Key::Progress, items, None, args.write.date.as_ref(), session)?;
    Ok(propose_entries(workspace, &line.finish(session, args.write.dry_run), &request))
}
