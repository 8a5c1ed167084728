//! Errors of a run: of the command line and of the machine, never of a plan.
//!
//! Below this floor errors are typed; a command gathers them in an [`anyhow::Error`]. Its root is a [`CliError`] or
//! an [`io::Error`], the latter with an [`IoTask`] as context.

use std::error::Error;
use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;

use crate::answer::SinceError;
use crate::language::{Lang, Message};
use crate::message;
use crate::sanitize::quoted;
use crate::workspace::OutsideRootError;

/// The exit status of a command.
pub(super) type Outcome = anyhow::Result<u8>;

/// An error with a message in both languages.
#[derive(Debug)]
pub(super) struct CliError {
    kind: CliErrorKind,
    message: Message,
    hint: Option<Message>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CliErrorKind {
    /// The command line asks for something that does not exist.
    Usage,
    /// stderr has the error already, as diagnostics.
    Reported,
}

/// The task in which the system failed.
#[derive(Debug)]
pub(super) enum IoTask {
    /// Printing the answer.
    Print,
    /// Writing a file or creating a folder.
    Write(PathBuf),
    /// Reading a file or a folder.
    Read(PathBuf),
    /// Running another program.
    Run(&'static str),
}

impl From<SinceError> for CliError {
    fn from(_: SinceError) -> Self {
        Self::usage(Message::fixed(
            "--since: phải là một ngày trước ngày tính (--as-of)",
            "--since: must be a day before that of --as-of",
        ))
    }
}

impl CliError {
    /// A command line that asks for something that does not exist.
    pub(super) fn usage(message: Message) -> Self {
        Self { kind: CliErrorKind::Usage, message, hint: None }
    }

    /// An error that stderr has already.
    pub(super) fn reported() -> Self {
        let message = Message::fixed("đã báo lỗi", "the error is reported");
        Self { kind: CliErrorKind::Reported, message, hint: None }
    }

    /// Adds the words that were probably meant.
    pub(super) fn hint(self, words: impl Into<String>) -> Self {
        self.advice(Message::same(words))
    }

    /// Adds the words or the command that help.
    pub(super) fn advice(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds the words that were probably meant, if there are any.
    pub(super) fn maybe_hint(self, hint: Option<&str>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let message = self.message.get(lang);
        match &self.hint {
            Some(hint) => format!("{message} ({}: {})", lang.pick("gợi ý", "help"), hint.get(lang)),
            None => message.to_owned(),
        }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl Error for CliError {}

impl IoTask {
    /// The sentence that the task failed, for a reason.
    pub(super) fn failed(&self, error: &io::Error) -> Message {
        let (vi, en) = reason(error);
        match self {
            Self::Print => message!("không ghi được: {vi}", "cannot write: {en}"),
            Self::Write(path) => {
                let path = quoted(&path.to_string_lossy());
                message!("không ghi được {path}: {vi}", "cannot write {path}: {en}")
            }
            Self::Read(path) => {
                let path = quoted(&path.to_string_lossy());
                message!("không đọc được {path}: {vi}", "cannot read {path}: {en}")
            }
            Self::Run(program) => message!("không chạy được {program}: {vi}", "cannot run {program}: {en}"),
        }
    }
}

impl fmt::Display for IoTask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Print => f.write_str("print the answer"),
            Self::Write(path) => write!(f, "write {}", path.display()),
            Self::Read(path) => write!(f, "read {}", path.display()),
            Self::Run(program) => write!(f, "run {program}"),
        }
    }
}

/// Prints an error on stderr and gives the exit status: 0 if the reader of the answer has gone, else 2.
pub(super) fn exit_status(error: &anyhow::Error, lang: Lang, err: &mut dyn Write) -> u8 {
    let sentence = match (error.downcast_ref::<CliError>(), error.downcast_ref::<io::Error>()) {
        (Some(error), _) if error.kind == CliErrorKind::Reported => return 2,
        (Some(error), _) => error.sentence(lang),
        (None, Some(cause)) if cause.kind() == io::ErrorKind::BrokenPipe => return 0,
        (None, Some(cause)) => match error.downcast_ref::<IoTask>() {
            Some(task) => task.failed(cause).get(lang).to_owned(),
            None => cause.to_string(),
        },
        (None, None) => format!("{error:#}"),
    };
    // If standard error is closed, the exit status still reports the error.
    let _ = writeln!(err, "{}: {sentence}", lang.pick("lỗi", "error"));
    2
}

/// The reason that the system gives, in both languages where it is a usual one.
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
