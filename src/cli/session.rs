//! One run: what the arguments and the surroundings amount to, and the plans that it is about.

use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use anyhow::Context;

use super::args::{ColorChoice, GlobalArgs, LangChoice};
use super::days::{AS_OF, DayOption, KNOWN};
use super::env::Env;
use super::error::{CliError, IoTask};
use super::files;
use super::locations::PlanPaths;
use super::progress::ProgressBar;
use crate::date::{AsOf, Day};
use crate::deadline::DeadlineContext;
use crate::diagnostic::render::TerminalStyle;
use crate::language::{Lang, Message};
use crate::message;
use crate::render::CsvOptions;
use crate::sanitize::{quoted, visible};
use crate::workspace::{CheckOptions, Failure, Location, Workspace};

/// Options of a run, from the arguments and the environment.
pub(super) struct Session<'s> {
    pub(super) env: &'s Env,
    pub(super) lang: Lang,
    /// The day of the run in Vietnam.
    pub(super) today: Day,
    /// The day asked about (`--as-of`, `--known`); today if no option names another.
    pub(super) as_of: AsOf,
    /// The words of the days asked about, which mean a day only beside the plans if they have no year.
    words: [(DayOption, Option<String>); 2],
    pub(super) style: TerminalStyle,
    pub(super) csv: CsvOptions,
    pub(super) quiet: bool,
    pub(super) verbose: bool,
    pub(super) format: Option<String>,
    pub(super) output: Option<PathBuf>,
    plans: Vec<PathBuf>,
    pub(super) out: &'s mut dyn Write,
    pub(super) err: &'s mut dyn Write,
}

/// The language of a command line, before anything else of it is read.
pub(super) fn language(arguments: &[std::ffi::OsString], env: &Env) -> Lang {
    let mut said = None;
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if word == "--" {
            break;
        }
        if let Some(value) = word.strip_prefix("--lang=") {
            said = Some(value);
        } else if word == "--lang" {
            said = words.next();
        }
    }
    match said.or(env.plan_lang.as_deref()) {
        Some("en") => Lang::En,
        _ => Lang::Vi,
    }
}

/// The form of CSV that the options ask for.
fn csv_options(global: &GlobalArgs) -> Result<CsvOptions, CliError> {
    let is_sign = |sign: &char| matches!(sign, ',' | ';' | '|' | '\t');
    let read = |words: &str| match words {
        "tab" | "\\t" => Some('\t'),
        _ => words.chars().next().filter(|sign| is_sign(sign) && words.len() == 1),
    };
    let Some(words) = global.separator.as_deref() else {
        return Ok(CsvOptions { is_bare: global.bare, ..CsvOptions::default() });
    };
    let separator = read(words).ok_or_else(|| {
        let words = quoted(words);
        let message = message!(
            "--separator: {words} không phải dấu ngăn cách",
            "--separator: {words} is no sign between fields"
        );
        CliError::usage(message).hint("; , | tab")
    })?;
    Ok(CsvOptions { separator, is_bare: global.bare, ..CsvOptions::default() })
}

impl<'s> Session<'s> {
    pub(super) fn new(
        global: &GlobalArgs,
        lang: Lang,
        env: &'s Env,
        out: &'s mut dyn Write,
        err: &'s mut dyn Write,
    ) -> anyhow::Result<Self> {
        let lang = match global.lang {
            Some(LangChoice::Vi) => Lang::Vi,
            Some(LangChoice::En) => Lang::En,
            None => lang,
        };
        let today = Day::today_in_vietnam(env.now);
        if let Some(output) = &global.output {
            files::refuse_yaml(&env.folder.join(output))?;
        }
        let color = match global.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => env.terminal && !env.no_color && global.output.is_none(),
        };
        let words = [(AS_OF, global.as_of.clone()), (KNOWN, global.known.clone())];
        let mut session = Self {
            env,
            lang,
            today,
            as_of: AsOf::day(today),
            words,
            style: TerminalStyle { color, width: global.width.or(env.width) },
            csv: csv_options(global)?,
            quiet: global.quiet,
            verbose: global.verbose,
            format: global.format.clone(),
            output: global.output.clone(),
            plans: global.plans.clone(),
            out,
            err,
        };
        let is_early = |(_, words): &(DayOption, Option<String>)| {
            words.as_ref().is_none_or(|words| !DayOption::needs_plan(words))
        };
        match session.settle(&[]) {
            Err(error) if session.words.iter().all(is_early) => Err(error.into()),
            _ => Ok(session),
        }
    }

    /// Finds the days asked about in the periods of the plans that the answer is about.
    ///
    /// # Errors
    /// If a day without a year is in none of the periods, or several times.
    pub(super) fn settle(&mut self, plans: &[DeadlineContext<'_>]) -> Result<(), CliError> {
        let [day, known] = &self.words;
        let read = |(option, words): &(DayOption, Option<String>)| {
            words.as_ref().map(|words| option.read(words, self.today, plans)).transpose()
        };
        let last = read(day)?.map(|last| day.0.until_today(last, self.today));
        self.as_of = AsOf { day: last.unwrap_or(self.today), known: read(known)? };
        Ok(())
    }

    /// Takes the day asked about from the month or the quarter that an option names.
    ///
    /// # Errors
    /// If `--as-of` names a day as well.
    pub(super) fn ask_by(&mut self, option: DayOption, words: &str) -> Result<(), CliError> {
        let [(asked, as_of), _] = &mut self.words;
        if as_of.is_some() {
            let name = option.name();
            return Err(CliError::usage(message!(
                "{name} không dùng cùng --as-of",
                "{name} cannot be used with --as-of"
            )));
        }
        (*asked, *as_of) = (option, Some(option.spelled(words)));
        Ok(())
    }

    /// The options that say which plans are read and which day is asked about, as they were typed.
    pub(super) fn options_of_plans(&self) -> Vec<(&'static str, String)> {
        let plans = self.plans.iter().map(|path| ("--plans", path.to_string_lossy().into_owned()));
        let [(_, as_of), _] = &self.words;
        plans.chain(as_of.iter().map(|words| ("--as-of", words.clone()))).collect()
    }

    /// Returns true if there are plans at the paths of the options, or in the folder.
    pub(super) fn has_plans(&self) -> bool {
        PlanPaths::new(&self.plans, self.env).exist()
    }

    /// Reads and checks the plans at the given paths, or at those that the options name.
    pub(super) fn open(&mut self, given: &[PathBuf], deny_warnings: bool) -> anyhow::Result<Workspace> {
        self.open_with(given, self.check_options(deny_warnings))
    }

    /// The options of checking plans for their diagnostics.
    pub(super) fn check_options(&self, deny_warnings: bool) -> CheckOptions {
        CheckOptions { deny_warnings, ..CheckOptions::new(self.today) }
    }

    /// Reads the plans that the options name, for an answer about them.
    ///
    /// They are not freed: the program ends with the answer.
    pub(super) fn open_for_report(&mut self) -> anyhow::Result<ManuallyDrop<Workspace>> {
        self.open_with(&[], CheckOptions::of_report(self.today)).map(ManuallyDrop::new)
    }

    fn open_with(&mut self, given: &[PathBuf], options: CheckOptions) -> anyhow::Result<Workspace> {
        let named = if given.is_empty() { &self.plans } else { given };
        let paths = PlanPaths::new(named, self.env);
        let mut workspace = self.opened(&paths.locations(), options)?;
        for path in paths.missing {
            let error = io::Error::new(io::ErrorKind::NotFound, "no such file or folder");
            workspace.fail(path.to_string_lossy(), error);
        }
        self.tell_failures(workspace.failures())?;
        Ok(workspace)
    }

    /// Checks the plans at some locations, and refuses a target of `-o` that is one of their files.
    pub(super) fn opened(
        &mut self,
        locations: &[Location],
        options: CheckOptions,
    ) -> anyhow::Result<Workspace> {
        let label = Message::fixed("tệp đã đọc", "files read");
        let mut bar = ProgressBar::new(self.env, self.quiet, self.lang, label);
        let workspace = bar.open(self.err, locations, options)?;
        if let Some(output) = &self.output {
            let read = workspace.sources().iter().map(|(_, source)| self.env.folder.join(source.full_path()));
            files::refuse_input(&self.env.folder.join(output), read)?;
        }
        self.tell_files(&workspace)?;
        Ok(workspace)
    }

    /// With `--verbose`, names the files that were read of a workspace on stderr.
    pub(super) fn tell_files(&mut self, workspace: &Workspace) -> io::Result<()> {
        if self.verbose {
            for (_, source) in workspace.sources().iter().filter(|(_, source)| source.is_read()) {
                writeln!(self.err, "{}", visible(source.shown_path()))?;
            }
        }
        Ok(())
    }

    /// Names the files and folders that could not be read on stderr.
    pub(super) fn tell_failures(&mut self, failures: &[Failure]) -> io::Result<()> {
        for Failure { path, error } in failures {
            self.complain(&IoTask::Read(path.into()).failed(error))?;
        }
        Ok(())
    }

    /// Returns the paths at which the options look for plans.
    pub(super) fn plan_paths(&self) -> PlanPaths<'s> {
        PlanPaths::new(&self.plans, self.env)
    }

    /// A sentence on stderr.
    pub(super) fn complain(&mut self, sentence: &Message) -> io::Result<()> {
        let lang = self.lang;
        writeln!(self.err, "{}: {}", lang.pick("lỗi", "error"), sentence.get(lang))
    }

    /// Prints a remark on stderr, except with `--quiet`.
    pub(super) fn remark(&mut self, sentence: &Message) -> io::Result<()> {
        if self.quiet { Ok(()) } else { writeln!(self.err, "{}", sentence.get(self.lang)) }
    }

    /// The answer: to the file of `-o`, as a whole or not at all, else to stdout.
    pub(super) fn answer(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        match &self.output {
            None => {
                let written = self.out.write_all(bytes).and_then(|()| self.out.flush());
                written.context(IoTask::Print)
            }
            Some(path) => {
                let path = self.env.folder.join(path);
                files::write(&path, bytes)
            }
        }
    }
}
