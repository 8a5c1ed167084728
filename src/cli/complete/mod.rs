//! Completion by Tab: commands and options, and from the plans at hand ids, units, kinds, fields and values.
//!
//! The shell asks the program itself, with `COMPLETE` set to the shell's name; what to put into a shell's
//! start file prints `plan completions SHELL`. While it completes, the program says nothing but candidates:
//! what cannot be read has none. Names of files are left to the shell, which knows how they are quoted.

mod bash;
mod candidates;
mod powershell;
pub(super) mod shells;

use std::collections::HashSet;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::builder::StyledStr;
use clap::{Arg, Command, ValueHint};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use unicode_normalization::char::is_combining_mark;

use super::env::Env;
use super::help;
use super::session::language;
use crate::sanitize::visible;
use bash::BashLine;
use candidates::{ArgumentKind, AtHand, Candidate};
use shells::CompletionShell;

/// The exit status that asks the shell for the names of files.
const FILES: u8 = 3;

/// Answers a shell: `plan -- plan list unit:ph`. Without words, the usage is printed.
///
/// The exit status is [`FILES`] if the last word is the name of a file.
pub(super) fn answer(
    shell: &str,
    arguments: Vec<OsString>,
    env: &Env,
    out: &mut dyn Write,
) -> io::Result<u8> {
    let Some(shell) = CompletionShell::named(shell) else { return Ok(0) };
    let asked: Vec<String> = match &env.complete_words {
        Some(words) if shell == CompletionShell::PowerShell => words.split('\n').map(str::to_owned).collect(),
        _ => {
            let words = arguments.into_iter().skip_while(|word| word != "--").skip(1);
            words.map(|word| word.to_string_lossy().into_owned()).collect()
        }
    };
    let (lines, status) = match shell {
        _ if asked.is_empty() => (shell.script().to_owned(), 0),
        CompletionShell::Bash => answer_bash(&asked, env),
        _ => {
            let completion = complete(&asked, env);
            let line = |(value, help): &Candidate| match shell {
                CompletionShell::PowerShell => format!("{}\t{help}\n", powershell::quoted(value)),
                _ => format!("{value}\t{help}\n"),
            };
            (completion.values.iter().map(line).collect(), completion.status())
        }
    };
    out.write_all(lines.as_bytes())?;
    out.flush()?;
    Ok(status)
}

/// Answers bash, which hands over its line up to the cursor, and the part of it that it replaces.
fn answer_bash(asked: &[String], env: &Env) -> (String, u8) {
    let line = BashLine::new(&asked[0], asked.get(1).map_or("", String::as_str));
    let mut completion = complete(&line.words, env);
    // Behind a single value bash closes the quotation: the values of a field are offered at once.
    if let ([(field, _)], true) = (&completion.values[..], line.is_quoted())
        && field.ends_with(':')
    {
        let mut words = line.words.clone();
        words.pop();
        words.push(field.clone());
        let values = complete(&words, env).values;
        if !values.is_empty() {
            completion.values = values;
        }
    }
    let lines = completion.values.iter().filter_map(|(value, _)| line.replacement(value));
    (lines.map(|line| line + "\n").collect(), completion.status())
}

/// The candidates for the last word of a command line.
struct Completion {
    /// The values and what they are.
    values: Vec<Candidate>,
    /// True if the word is the name of a file.
    is_file: bool,
}

impl Completion {
    /// Returns the exit status that reports it.
    fn status(&self) -> u8 {
        if self.is_file { FILES } else { 0 }
    }
}

/// Completes the last word of a command line.
fn complete(words: &[String], env: &Env) -> Completion {
    let words: Vec<OsString> = words.iter().map(OsString::from).collect();
    let mut command = command(&words, env);
    let last = words.len().saturating_sub(1);
    // An error means that nothing can stand here.
    let candidates = clap_complete::engine::complete(&mut command, words, last, None).unwrap_or_default();
    if candidates.iter().any(|candidate| candidate.get_id().is_some_and(|id| id == FILE_NAMES)) {
        return Completion { values: Vec::new(), is_file: true };
    }
    let mut seen = HashSet::new();
    let values = candidates.iter().filter_map(|candidate| {
        let value = candidate.get_value().to_str().filter(|value| value.chars().all(is_harmless))?;
        let help = candidate.get_help().map(StyledStr::to_string).unwrap_or_default();
        let help = help.lines().next().unwrap_or_default();
        seen.insert(value.to_owned()).then(|| (value.to_owned(), visible(help).into_owned()))
    });
    Completion { values: values.collect(), is_file: false }
}

/// Returns true if no shell gives the character a meaning inside quotation marks: no other is ever proposed.
fn is_harmless(c: char) -> bool {
    c.is_alphanumeric()
        || is_combining_mark(c)
        || matches!(c, '-' | '_' | '.' | '/' | ':' | '+' | '=' | ',' | ' ' | '(' | ')' | '&' | '%')
}

/// The command line, its arguments completed from the plans that the words on it mean.
fn command(words: &[OsString], env: &Env) -> Command {
    let lang = language(words, env);
    let at_hand = Arc::new(AtHand::new(plans(words), lang, env.clone()));
    let complete = |command: Command| {
        let name = command.get_name().to_owned();
        command.mut_args(|argument| match ArgumentKind::of(&name, argument.get_id().as_str()) {
            Some(asked) => completed(argument, asked, Arc::clone(&at_hand)),
            None if is_path(&argument) => argument.add(ArgValueCompleter::new(|_: &std::ffi::OsStr| {
                vec![CompletionCandidate::new("").id(Some(FILE_NAMES.to_owned()))]
            })),
            None => argument,
        })
    };
    complete(help::command(lang)).mut_subcommands(complete)
}

/// The id of the candidate that stands for the names of files.
const FILE_NAMES: &str = "file names";

/// Returns true if the argument is the name of a file or folder.
fn is_path(argument: &Arg) -> bool {
    matches!(argument.get_value_hint(), ValueHint::AnyPath | ValueHint::FilePath | ValueHint::DirPath)
}

fn completed(argument: Arg, asked: ArgumentKind, at_hand: Arc<AtHand>) -> Arg {
    argument.add(ArgValueCompleter::new(move |typed: &std::ffi::OsStr| {
        let typed = typed.to_str().unwrap_or_default();
        let candidates = at_hand.candidates(asked, typed).into_iter();
        candidates
            .filter(|(value, _)| value.starts_with(typed))
            .map(|(value, help)| {
                CompletionCandidate::new(value).help((!help.is_empty()).then(|| help.into()))
            })
            .collect()
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
