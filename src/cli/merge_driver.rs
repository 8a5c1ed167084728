//! The file that has git merge plans by their entries.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::error::IoTask;
use super::files;

/// The command that registers the driver with git; every clone of a repository needs it once.
pub(super) const CONFIG: &str = "git config merge.plan.driver \"plan merge %O %A %B %P\"";

/// The name of the file.
const NAME: &str = ".gitattributes";

/// The line of the file.
const LINE: &str = "*.yaml merge=plan";

/// The folder of the file for a plan, or for a folder of plans.
pub(super) fn folder_of(plan: &Path, base: &Path) -> PathBuf {
    let real = base.join(plan);
    if real.is_dir() && !files::is_new_or_empty(&real) && !real.join("plan.yaml").exists() {
        return plan.to_path_buf();
    }
    plan.parent().unwrap_or(Path::new("")).to_path_buf()
}

/// Writes the line into the file of a folder, unless it has it; returns the path of the file if it is changed.
///
/// # Errors
/// A file that cannot be read or written.
pub(super) fn set_up(base: &Path, folder: &Path) -> anyhow::Result<Option<PathBuf>> {
    let path = folder.join(NAME);
    let real = base.join(&path);
    let old = match fs::read(&real) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error).with_context(|| IoTask::Read(real)),
    };
    if old.split(|byte| *byte == b'\n').any(|line| line.trim_ascii() == LINE.as_bytes()) {
        return Ok(None);
    }
    let line_break = if old.windows(2).any(|pair| pair == b"\r\n") { "\r\n" } else { "\n" };
    let mut new = old;
    if !new.is_empty() && !new.ends_with(b"\n") {
        new.extend_from_slice(line_break.as_bytes());
    }
    new.extend_from_slice(format!("{LINE}{line_break}").as_bytes());
    files::create_folder(real.parent().unwrap_or(base))?;
    files::write(&real, &new)?;
    Ok(Some(path))
}
