//! The environment of the program, read once.

use std::env;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The surroundings of one run: folder, variables, terminal, clock.
#[derive(Debug, Clone)]
pub struct Env {
    /// The current folder.
    pub folder: PathBuf,
    /// `PLAN_PATH`: where plans are, when no option says so.
    pub plan_path: Option<OsString>,
    /// `PLAN_LANG`: the language, when no option says so.
    pub plan_lang: Option<String>,
    /// True if `NO_COLOR` is set to anything.
    pub no_color: bool,
    /// True if standard output is a terminal that shows colours.
    pub terminal: bool,
    /// The terminal's width in columns, if standard output is one.
    pub width: Option<usize>,
    /// `COMPLETE`: the shell that asks what could stand on its command line.
    pub complete: Option<String>,
    /// `COMPLETE_WORDS`: the words of that command line, one a line, where the shell cannot hand them over as arguments.
    pub complete_words: Option<String>,
    /// `GITHUB_WORKSPACE`, `CI_PROJECT_DIR`: where a CI server has put the repository.
    pub ci_folders: Vec<PathBuf>,
    /// The time after which work that takes long shows on standard error how far it is; none where that is no terminal.
    pub progress: Option<Duration>,
    /// The clock, in seconds since 1970 (UTC).
    pub now: i64,
}

impl Env {
    /// The surroundings of this process.
    pub fn real() -> Self {
        let terminal = std::io::stdout().is_terminal();
        let width =
            terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
        let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        Self {
            folder: env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            plan_path: env::var_os("PLAN_PATH").filter(|path| !path.is_empty()),
            plan_lang: env::var("PLAN_LANG").ok().filter(|lang| !lang.is_empty()),
            no_color: env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
            terminal: terminal && !is_dumb,
            width,
            complete: env::var("COMPLETE").ok().filter(|shell| !matches!(&**shell, "" | "0")),
            complete_words: env::var("COMPLETE_WORDS").ok(),
            ci_folders: ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"]
                .into_iter()
                .filter_map(env::var_os)
                .map(PathBuf::from)
                .filter(|folder| folder.is_absolute())
                .collect(),
            progress: (std::io::stderr().is_terminal() && !is_dumb).then_some(Duration::from_millis(700)),
            now: i64::try_from(now).unwrap_or(0),
        }
    }
}
