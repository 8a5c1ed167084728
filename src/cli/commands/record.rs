//! `plan record`: a report of a unit.

use crate::cli::args::RecordArgs;
use crate::cli::days::DONE_ON;
use crate::cli::editing::{Proposed, edit};
use crate::cli::error::{CliError, Outcome};
use crate::cli::request::{RequestReader, is_item};
use crate::cli::session::Session;
use crate::edit::{Given, percentage, propose_entries, report_state, state_words};
use crate::message;
use crate::parse::Key;
use crate::parse::emit::NewValue;
use crate::parse::format::STATES;
use crate::sanitize::quoted;
use crate::vietnamese::nearest;
use crate::workspace::Workspace;

/// The most words of a state: "đang thực hiện".
const WORDS: usize = 3;

pub(in crate::cli) fn run(args: &RecordArgs, session: &mut Session<'_>) -> Outcome {
    edit(session, &args.write, |session, workspace| propose(args, session, workspace))
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

/// The items, and the state if the last arguments are one and none of them is an item.
fn split<'a>(all: &'a [String], workspace: &Workspace) -> (&'a [String], Option<(String, &'static str)>) {
    for count in (1..=WORDS.min(all.len().saturating_sub(1))).rev() {
        let (items, words) = all.split_at(all.len() - count);
        let state = report_state(&words.join(" "));
        if let Some(state) = state.filter(|_| !words.iter().any(|word| is_item(workspace, word))) {
            return (items, Some((words.join(" "), state)));
        }
    }
    (all, None)
}

fn no_state(all: &[String]) -> CliError {
    let states = STATES.join(", ");
    let message = message!("thiếu trạng thái: {states} (xong, …)", "a state is missing: {states}");
    let near = all.last().filter(|_| all.len() > 1).and_then(|word| {
        let near = nearest(word, state_words().map(|(word, _)| word))?;
        Some((quoted(word), near))
    });
    match near {
        Some((word, near)) => {
            CliError::usage(message!("{word} không phải trạng thái", "{word} is no state")).hint(near)
        }
        None => CliError::usage(message),
    }
}
