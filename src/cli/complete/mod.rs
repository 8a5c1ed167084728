//! Completion by Tab: commands and options, and from the plans at hand ids, units, kinds, fields and values.
//!
//! The shell asks the program itself, with `COMPLETE` set to the shell's name; what to put into a shell's
//! start file prints `plan completions SHELL`. While it completes, the program says nothing but candidates:
//! what cannot be read has none.

mod candidates;
pub(super) mod shells;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, Command};
use clap_complete::engine::ArgValueCompleter;
use clap_complete::env::Shells;

use super::env::Env;
use super::help;
use super::session::language;
use candidates::{ArgumentKind, AtHand};
use shells::registration;

/// Answers a shell: `plan -- plan list unit:ph`. Without words it is told how to ask.
pub(super) fn answer(
    shell: &str,
    arguments: Vec<OsString>,
    env: &Env,
    out: &mut dyn Write,
) -> io::Result<()> {
    let asked = arguments.iter().position(|word| word == "--").map(|at| at + 1);
    let words: Vec<OsString> = asked.map_or_else(Vec::new, |at| arguments.into_iter().skip(at).collect());
    let bytes = if words.is_empty() {
        registration(shell).unwrap_or_default()
    } else {
        let mut command = command(&words, env);
        let mut bytes = Vec::new();
        let shells = Shells::builtins();
        match shells.completer(shell) {
            Some(shell)
                if shell.write_complete(&mut command, words, Some(&env.folder), &mut bytes).is_ok() =>
            {
                bytes
            }
            _ => Vec::new(),
        }
    };
    out.write_all(&bytes)?;
    out.flush()
}

/// The command line, its arguments completed from the plans that the words on it mean.
fn command(words: &[OsString], env: &Env) -> Command {
    let lang = language(words, env);
    let at_hand = Arc::new(AtHand::new(plans(words), lang, env.clone()));
    let complete = |command: Command| {
        let name = command.get_name().to_owned();
        command.mut_args(|argument| match ArgumentKind::of(&name, argument.get_id().as_str()) {
            Some(asked) => completed(argument, asked, Arc::clone(&at_hand)),
            None => argument,
        })
    };
    complete(help::command(lang)).mut_subcommands(complete)
}

fn completed(argument: Arg, asked: ArgumentKind, at_hand: Arc<AtHand>) -> Arg {
    argument.add(ArgValueCompleter::new(move |typed: &std::ffi::OsStr| {
        typed.to_str().map_or_else(Vec::new, |typed| at_hand.candidates(asked, typed))
    }))
}

/// Returns the paths behind `--plans` on a command line that is still being written.
fn plans(words: &[OsString]) -> Vec<PathBuf> {
    let mut plans = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if word == "--plans" {
            plans.extend(words.next().map(PathBuf::from));
        } else if let Some(path) = word.to_str().and_then(|word| word.strip_prefix("--plans=")) {
            plans.push(PathBuf::from(path));
        }
    }
    plans.retain(|path| !path.as_os_str().is_empty());
    plans
}
