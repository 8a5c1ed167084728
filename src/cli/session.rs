//! One run: what the arguments and the surroundings amount to, and the plans that it is about.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::{ColorChoice, Global, LangChoice};
use super::env::Env;
use super::files;
use crate::date::{AsOf, Calendar, Day};
use crate::deadline::{self, DeadlineContext, Period};
use crate::diagnostic::render::TerminalStyle;
use crate::language::{Lang, Message};
use crate::message;
use crate::parse::Failure;
use crate::sanitize::{quoted, visible};
use crate::workspace::{CheckOptions, DiskFileSystem, Location, OutsideRootError, Workspace};

/// Why a command could not do its work: the machine's fault or the command line's, never a plan's.
#[derive(Debug)]
pub(super) enum Failed {
    /// The reader has gone: nothing more to say.
    ClosedPipe,
    /// It was told on stderr already; exit status 2.
    Told,
    /// A sentence for stderr; exit status 2.
    Said(Message),
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        let (vi, en) = reason(&error);
        Self::Said(message!("không ghi được: {vi}", "cannot write: {en}"))
    }
}

/// How a command ended: its exit status.
pub(super) type Outcome = Result<u8, Failed>;

/// What the arguments and the surroundings amount to.
pub(super) struct Session<'s> {
    pub(super) env: &'s Env,
    pub(super) lang: Lang,
    /// The day of the run in Vietnam.
    pub(super) today: Day,
    /// The day asked about (`--as-of`, `--known`); today if no option names another.
    pub(super) as_of: AsOf,
    pub(super) style: TerminalStyle,
    pub(super) quiet: bool,
    pub(super) verbose: bool,
    pub(super) format: Option<String>,
    pub(super) output: Option<PathBuf>,
    /// What the answer does not cover, because it could not be read or has errors.
    pub(super) left_out: Option<Message>,
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

impl<'s> Session<'s> {
    pub(super) fn new(
        global: &Global,
        lang: Lang,
        env: &'s Env,
        out: &'s mut dyn Write,
        err: &'s mut dyn Write,
    ) -> Result<Self, Failed> {
        let lang = match global.lang {
            Some(LangChoice::Vi) => Lang::Vi,
            Some(LangChoice::En) => Lang::En,
            None => lang,
        };
        let today = Day::today_in_vietnam(env.now);
        let color = match global.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => env.terminal && !env.no_color && global.output.is_none(),
        };
        let day = |words: &Option<String>, option| {
            words.as_ref().map(|words| parse_day(words, today, option)).transpose()
        };
        Ok(Self {
            env,
            lang,
            today,
            as_of: AsOf {
                day: day(&global.as_of, "--as-of")?.unwrap_or(today),
                known: day(&global.known, "--known")?,
            },
            style: TerminalStyle { color, width: global.width.or(env.width) },
            quiet: global.quiet,
            verbose: global.verbose,
            format: global.format.clone(),
            output: global.output.clone(),
            left_out: None,
            plans: global.plans.clone(),
            out,
            err,
        })
    }

    /// The paths at which plans are looked for: those given, else `--plans`, else `PLAN_PATH`, else the
    /// nearest folder `plans`. Source: docs/format.md, Where plans are.
    fn paths(&self, given: &[PathBuf]) -> Vec<PathBuf> {
        if !given.is_empty() {
            return given.to_vec();
        }
        if !self.plans.is_empty() {
            return self.plans.clone();
        }
        if let Some(path) = &self.env.plan_path {
            return vec![PathBuf::from(path)];
        }
        let folders = self.env.folder.ancestors().map(|folder| folder.join("plans"));
        vec![folders.into_iter().find(|folder| folder.is_dir()).unwrap_or_else(|| PathBuf::from("plans"))]
    }

    /// Whether there is anything at the paths that the options, or the folder, say.
    pub(super) fn has_plans(&self) -> bool {
        self.paths(&[]).iter().any(|path| self.env.folder.join(path).exists())
    }

    /// Reads and checks the plans at the given paths, or at those that the options name.
    pub(super) fn open(&mut self, given: &[PathBuf], deny_warnings: bool) -> Result<Workspace, Failed> {
        let explicit = !given.is_empty() || !self.plans.is_empty() || self.env.plan_path.is_some();
        let is_missing =
            |path: &PathBuf| explicit && matches!(self.env.folder.join(path).try_exists(), Ok(false));
        let (missing, paths): (Vec<_>, Vec<_>) = self.paths(given).into_iter().partition(is_missing);
        let locations: Vec<Location> = paths
            .iter()
            .map(|path| {
                let (files, below) = DiskFileSystem::of(path, &self.env.folder);
                Location::new(files, below)
            })
            .collect();
        let mut workspace = Workspace::open(&locations, CheckOptions { today: self.today, deny_warnings });
        for path in missing {
            let error = io::Error::new(io::ErrorKind::NotFound, "no such file or folder");
            workspace.fail(path.to_string_lossy(), error);
        }
        for Failure { path, error } in workspace.failures() {
            let path = if path.is_empty() { "." } else { path };
            let (path, (vi, en)) = (quoted(path), reason(error));
            self.complain(&message!("không đọc được {path}: {vi}", "cannot read {path}: {en}"))?;
        }
        if self.verbose {
            for (_, source) in workspace.sources().iter() {
                writeln!(self.err, "{}", visible(&source.full_path()))?;
            }
        }
        Ok(workspace)
    }

    /// A sentence on stderr.
    pub(super) fn complain(&mut self, sentence: &Message) -> io::Result<()> {
        let lang = self.lang;
        writeln!(self.err, "{}: {}", lang.pick("lỗi", "error"), sentence.get(lang))
    }

    /// A remark on stderr, unless nobody wants one.
    pub(super) fn remark(&mut self, sentence: &Message) -> io::Result<()> {
        if self.quiet { Ok(()) } else { writeln!(self.err, "{}", sentence.get(self.lang)) }
    }

    /// The answer: to the file of `-o`, as a whole or not at all, else to stdout.
    pub(super) fn answer(&mut self, bytes: &[u8]) -> Result<(), Failed> {
        match &self.output {
            None => {
                self.out.write_all(bytes)?;
                self.out.flush()?;
                Ok(())
            }
            Some(path) => {
                let path = self.env.folder.join(path);
                files::replace(&path, bytes).map_err(|error| cannot_write(&path, &error))
            }
        }
    }
}

/// A file that could not be written.
pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Failed {
    Failed::Said(not_written(path, error))
}

/// The sentence that a file could not be written.
pub(super) fn not_written(path: &Path, error: &io::Error) -> Message {
    let (path, (vi, en)) = (quoted(&path.to_string_lossy()), reason(error));
    message!("không ghi được {path}: {vi}", "cannot write {path}: {en}")
}

/// What the system says, in both languages where it is one of the usual reasons.
fn reason(error: &io::Error) -> (String, String) {
    use io::ErrorKind as K;
    if error.get_ref().and_then(|inner| inner.downcast_ref::<OutsideRootError>()).is_some() {
        return ("liên kết dẫn ra ngoài thư mục".to_owned(), error.to_string());
    }
    let (vi, en) = match error.kind() {
        K::NotFound => ("không có tệp hay thư mục này", "no such file or folder"),
        K::PermissionDenied => ("không có quyền", "permission denied"),
        K::IsADirectory => ("đây là thư mục", "it is a folder"),
        K::NotADirectory => {
            ("trên đường dẫn có một tệp, không phải thư mục", "a part of the path is no folder")
        }
        K::StorageFull | K::QuotaExceeded => ("ổ đĩa đầy", "the disk is full"),
        K::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "the disk is read-only"),
        K::InvalidData => ("tên tệp không phải Unicode", "the name of the file is not Unicode"),
        K::InvalidFilename => ("đường dẫn quá dài", "the path is too long"),
        K::AlreadyExists => ("đã có tệp hay thư mục tên này", "there is a file or folder of that name"),
        K::FileTooLarge => ("tệp quá lớn", "the file would be too large"),
        K::InvalidInput => ("không phải là tệp thường", "not a plain file"),
        _ => return (error.to_string(), error.to_string()),
    };
    (vi.to_owned(), en.to_owned())
}

/// A day of the command line: any day of the deadline language; without its year, of this year.
pub(super) fn parse_day(words: &str, today: Day, option: &str) -> Result<Day, Failed> {
    let calendar = Calendar::vietnam();
    let of_this_year = || {
        let period = Period::year(today.year()).ok_or(())?;
        let expression = deadline::parse(words).map_err(|_| ())?;
        let range =
            deadline::resolve_span(&expression, &DeadlineContext::new(&period, &calendar)).map_err(|_| ())?;
        if range.first == range.last { Ok(range.first) } else { Err(()) }
    };
    deadline::parse_day(words).or_else(|error| of_this_year().map_err(|()| error)).map_err(|error| {
        let (name, why) = (quoted(words), error.message());
        let say = |lang: Lang, not: &str| format!("{option}: {name} {not}: {}", why.get(lang));
        Failed::Said(Message::new(say(Lang::Vi, "không phải là một ngày"), say(Lang::En, "is not a day")))
    })
}
