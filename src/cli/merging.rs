//! The files that git hands over to be merged, and the merge by lines that git itself would make.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context;

use super::error::{CliError, IoTask};
use crate::message;
use crate::parse::LARGEST_FILE;

/// The three versions of a file, by their paths.
pub(super) struct MergeSides {
    pub(super) base: PathBuf,
    pub(super) ours: PathBuf,
    pub(super) theirs: PathBuf,
}

impl MergeSides {
    pub(super) fn new(folder: &Path, [base, ours, theirs]: [&PathBuf; 3]) -> Self {
        let [base, ours, theirs] = [base, ours, theirs].map(|path| folder.join(path));
        Self { base, ours, theirs }
    }

    /// The texts; none if one of the files holds no text of UTF-8, or is too large.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub(super) fn texts(&self) -> anyhow::Result<Option<[String; 3]>> {
        let [base, ours, theirs] = [&self.base, &self.ours, &self.theirs].map(|path| text(path));
        let (base, ours, theirs) = (base?, ours?, theirs?);
        Ok(base.zip(ours).zip(theirs).map(|((base, ours), theirs)| [base, ours, theirs]))
    }
}

fn text(path: &Path) -> anyhow::Result<Option<String>> {
    let read = |path: &Path| -> io::Result<Vec<u8>> {
        if !fs::metadata(path)?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read(path).with_context(|| IoTask::Read(path.to_path_buf()))?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Ok(None);
    }
    Ok(String::from_utf8(bytes).ok())
}

/// The merge by lines, as `git merge-file` makes it, with marks around conflicts.
///
/// # Errors
/// If git is missing, or cannot merge: a file that is no text.
pub(super) fn by_lines(sides: &MergeSides) -> anyhow::Result<Vec<u8>> {
    let mut command = Command::new("git");
    command.args(["merge-file", "-p", "-L", "ours", "-L", "base", "-L", "theirs", "--"]);
    command.args([&sides.ours, &sides.base, &sides.theirs]).stdin(Stdio::null());
    let output = command.output().with_context(|| IoTask::Run("git"))?;
    // The status is the number of conflicts, or 255.
    match output.status.code() {
        Some(0..=127) => Ok(output.stdout),
        _ => {
            Err(CliError::usage(message!("git merge-file không trộn được", "git merge-file cannot merge"))
                .into())
        }
    }
}
