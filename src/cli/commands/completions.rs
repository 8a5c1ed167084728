//! `plan completions`: what makes a shell complete with Tab.

use crate::cli::args::CompletionsArgs;
use crate::cli::complete::shells::{registration, shells};
use crate::cli::error::{CliError, Outcome};
use crate::cli::session::Session;
use crate::message;
use crate::sanitize::quoted;
use crate::vietnamese::nearest;

pub(in crate::cli) fn run(args: &CompletionsArgs, session: &mut Session<'_>) -> Outcome {
    let Some(script) = registration(&args.shell) else {
        let known = shells();
        let near =
            nearest(&args.shell, known.iter().copied()).map_or_else(|| known.join(", "), str::to_owned);
        let name = quoted(&args.shell);
        return Err(CliError::usage(message!("không biết shell {name}", "there is no shell {name}"))
            .hint(near)
            .into());
    };
    session.answer(script.as_bytes())?;
    Ok(0)
}
