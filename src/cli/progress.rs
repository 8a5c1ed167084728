//! A bar on standard error for work that takes long, where that is a terminal.

use std::io::{self, Write};
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::env::Env;
use crate::language::{Lang, Message};
use crate::workspace::{CheckOptions, FileKind, FileSystem, Location, Workspace};

/// The time between two drawings.
const REDRAW: Duration = Duration::from_millis(100);

/// The time between two looks at work in another thread.
const POLL: Duration = Duration::from_millis(2);

/// The characters of the bar.
const WIDTH: usize = 30;

/// A line that is drawn anew as the work goes on, and is gone when it ends.
pub(super) struct ProgressBar {
    label: Message,
    lang: Lang,
    /// The time before the first drawing; none if nothing is drawn.
    delay: Option<Duration>,
    begun: Instant,
    drawn: Option<Instant>,
    /// The characters of the line on the terminal.
    length: usize,
}

impl ProgressBar {
    /// A bar for a piece of work; it is not drawn where standard error is no terminal, nor with `--quiet`.
    pub(super) fn new(env: &Env, is_quiet: bool, lang: Lang, label: Message) -> Self {
        let delay = env.progress.filter(|_| !is_quiet);
        Self { label, lang, delay, begun: Instant::now(), drawn: None, length: 0 }
    }

    /// Shows that so many parts are done, of all or of an unknown number.
    pub(super) fn show(&mut self, err: &mut dyn Write, done: usize, all: Option<usize>) -> io::Result<()> {
        let Some(delay) = self.delay else { return Ok(()) };
        let is_due = match self.drawn {
            None => self.begun.elapsed() >= delay,
            Some(drawn) => drawn.elapsed() >= REDRAW.min(delay),
        };
        if !is_due {
            return Ok(());
        }
        let line = line(self.label.get(self.lang), done, all);
        let length = line.chars().count();
        let rest = " ".repeat(self.length.saturating_sub(length));
        write!(err, "\r{line}{rest}")?;
        err.flush()?;
        (self.drawn, self.length) = (Some(Instant::now()), length);
        Ok(())
    }

    /// Takes the line away.
    pub(super) fn finish(&mut self, err: &mut dyn Write) -> io::Result<()> {
        if self.length > 0 {
            write!(err, "\r{}\r", " ".repeat(self.length))?;
            err.flush()?;
            self.length = 0;
        }
        Ok(())
    }

    /// Reads and checks plans, and shows how many files are read.
    pub(super) fn open(
        &mut self,
        err: &mut dyn Write,
        locations: &[Location],
        options: CheckOptions,
    ) -> io::Result<Workspace> {
        if self.delay.is_none() {
            return Ok(Workspace::open(locations, options));
        }
        let read = Arc::new(AtomicUsize::new(0));
        let counted = |location: &Location| {
            let files = CountingFileSystem { files: Arc::clone(&location.files), read: Arc::clone(&read) };
            Location { files: Arc::new(files), ..location.clone() }
        };
        let locations: Vec<Location> = locations.iter().map(counted).collect();
        let workspace = thread::scope(|scope| {
            let opening = scope.spawn(|| Workspace::open(&locations, options));
            while !opening.is_finished() {
                thread::sleep(POLL);
                // A closed terminal does not prevent the answer.
                let _ = self.show(err, read.load(Ordering::Relaxed), None);
            }
            opening.join().unwrap_or_else(|panic| resume_unwind(panic))
        });
        self.finish(err)?;
        Ok(workspace)
    }
}

/// `[=====     ] 12/50 biểu`
fn line(label: &str, done: usize, all: Option<usize>) -> String {
    match all {
        Some(all) => {
            let filled = (WIDTH * done.min(all)).checked_div(all).unwrap_or(WIDTH);
            format!("[{:<WIDTH$}] {done}/{all} {label}", "=".repeat(filled))
        }
        None => format!("{done} {label}"),
    }
}

/// Files of which those read are counted.
struct CountingFileSystem {
    files: Arc<dyn FileSystem>,
    read: Arc<AtomicUsize>,
}

impl FileSystem for CountingFileSystem {
    fn base(&self) -> &str {
        self.files.base()
    }

    fn shown_path(&self, path: &str) -> String {
        self.files.shown_path(path)
    }

    fn kind(&self, path: &str) -> FileKind {
        self.files.kind(path)
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        self.files.names(folder)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        self.read.fetch_add(1, Ordering::Relaxed);
        self.files.read(path, limit)
    }

    fn read_text(&self, path: &str, limit: u64) -> io::Result<Result<String, Vec<u8>>> {
        self.read.fetch_add(1, Ordering::Relaxed);
        self.files.read_text(path, limit)
    }

    fn is_inside(&self, path: &str) -> bool {
        self.files.is_inside(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_the_share_that_is_done() {
        assert_eq!(line("biểu", 15, Some(30)), format!("[{}{}] 15/30 biểu", "=".repeat(15), " ".repeat(15)));
        assert_eq!(line("biểu", 0, Some(0)), format!("[{}] 0/0 biểu", "=".repeat(30)));
        assert_eq!(line("files read", 1234, None), "1234 files read");
    }
}
