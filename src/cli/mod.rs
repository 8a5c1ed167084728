//! Arguments, surroundings, files, clock: the only floor that knows of them. One file for each command.

mod against;
mod answer;
mod args;
mod changing;
mod collecting;
mod commands;
mod complete;
mod days;
mod diagnostics;
mod editing;
mod env;
mod error;
mod export;
mod files;
mod filling;
mod folder;
mod format;
mod forms;
mod help;
mod importing;
mod importing_into;
mod items;
mod line;
mod locations;
mod merge_driver;
mod merging;
mod order;
mod progress;
mod refused;
mod reminding;
mod renewing;
mod repair;
mod repository;
mod request;
mod select;
mod session;
mod starting;
mod state_words;
mod validation;
mod writing;

pub use env::Env;

use std::ffi::OsString;
use std::io::{self, Write};

use anyhow::Context;
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use crate::language::Lang;
use args::{Cli, Command};
use error::{IoTask, Outcome};
use session::Session;

/// Runs the program: the arguments with the program's name first, the surroundings, where to write.
///
/// The answer is the exit status: 0 fine, 1 the answer is a finding, 2 the work could not all be done.
pub fn run(arguments: Vec<OsString>, env: &Env, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    if let Some(shell) = &env.complete {
        // A shell has no use for an error in the middle of a line.
        return complete::answer(shell, arguments, env, out).unwrap_or(0);
    }
    let err = &mut BestEffortWriter(err);
    let lang = session::language(&arguments, env);
    let outcome = match parse(arguments, lang) {
        Ok(cli) => execute(&cli, lang, env, out, err),
        Err(error) => refuse(&error, lang, env, out, err),
    };
    outcome.unwrap_or_else(|error| error::exit_status(&error, lang, err))
}

/// Standard error. If it is closed, the answer and the exit status are still given.
struct BestEffortWriter<'w>(&'w mut dyn Write);

impl Write for BestEffortWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.0.write_all(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let _ = self.0.flush();
        Ok(())
    }
}

/// Reads a command line. The help of all commands, most of the work of a short run, is made only where it is shown.
fn parse(arguments: Vec<OsString>, lang: Lang) -> Result<Cli, clap::Error> {
    let matches = match Cli::command().try_get_matches_from(&arguments) {
        Err(error) if error.kind() != ErrorKind::DisplayVersion => {
            help::command(lang).try_get_matches_from(arguments)
        }
        matches => matches,
    };
    Cli::from_arg_matches(&matches?)
}

fn execute(cli: &Cli, lang: Lang, env: &Env, out: &mut dyn Write, err: &mut dyn Write) -> Outcome {
    let session = &mut Session::new(&cli.global, lang, env, out, err)?;
    match &cli.command {
        Command::Validate(args) => commands::validate::run(args, session),
        Command::Status(args) => commands::status::run(args, session),
        Command::Overdue(args) => commands::overdue::run(args, session),
        Command::Upcoming(args) => commands::upcoming::run(args, session),
        Command::List(args) => commands::list::run(args, session),
        Command::Due(args) => commands::due::run(args, session),
        Command::Calendar(args) => commands::calendar::run(args, session),
        Command::Export(args) => commands::export::run(args, session),
        Command::Record(args) => commands::record::run(args, session),
        Command::Extend(args) => commands::extend::run(args, session),
        Command::Drop(args) => commands::drop::run(args, session),
        Command::Assign(args) => commands::assign::run(args, session),
        Command::Measure(args) => commands::measure::run(args, session),
        Command::Rename(args) => commands::rename::run(args, session),
        Command::Collect(args) => commands::collect::run(args, session),
        Command::Form(args) => commands::form::run(args, session),
        Command::Renew(args) => commands::renew::run(args, session),
        Command::Merge(args) => commands::merge::run(args, session),
        Command::Explain(args) => commands::explain::run(args, session),
        Command::Schema => commands::schema::run(session),
        Command::Init(args) => commands::init::run(args, session),
        Command::Import(args) => commands::import::run(args, session),
        Command::Show(args) => commands::show::run(args, session),
        Command::Why(args) => commands::why::run(args, session),
        Command::Completions(args) => commands::completions::run(args, session),
        Command::Man(args) => commands::man::run(args, session),
        Command::Schedule(args) => commands::schedule::run(args, session),
        Command::Targets(args) => commands::targets::run(args, session),
        Command::Units(args) => commands::units::run(args, session),
        Command::Matrix(args) => commands::matrix::run(args, session),
        Command::Report(args) => commands::report::run(args, session),
        Command::Brief(args) => commands::brief::run(args, session),
        Command::Timeline(args) => commands::timeline::run(args, session),
        Command::Remind(args) => commands::remind::run(args, session),
    }
}

/// Answers a command line that is none: a question for help, or a mistake.
fn refuse(error: &clap::Error, lang: Lang, env: &Env, out: &mut dyn Write, err: &mut dyn Write) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let color = env.terminal && !env.no_color;
            let help = help::print(&error.render(), color);
            out.write_all(help.as_bytes()).and_then(|()| out.flush()).context(IoTask::Print)?;
            Ok(0)
        }
        _ => {
            writeln!(err, "{}", help::wrong(error, lang))?;
            Ok(2)
        }
    }
}
