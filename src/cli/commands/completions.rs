//! `plan completions`: what makes a shell complete with Tab.

use crate::cli::args::Completions;
use crate::cli::complete::{registration, shells};
use crate::cli::session::{Failed, Outcome, Session};
use crate::message;
use crate::sanitize::quoted;
use crate::vietnamese::nearest;

pub(in crate::cli) fn run(args: &Completions, session: &mut Session<'_>) -> Outcome {
    let Some(script) = registration(&args.shell) else {
        let known = shells();
        let near =
            nearest(&args.shell, known.iter().copied()).map_or_else(|| known.join(", "), str::to_owned);
        let name = quoted(&args.shell);
        return Err(Failed::Said(message!(
            "không biết shell {name} (gợi ý: {near})",
            "there is no shell {name} (help: {near})"
        )));
    };
    session.answer(&script)?;
    Ok(0)
}
