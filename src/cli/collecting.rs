//! Forms that came back: reading their files, and recording what they say.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::editing::{PATIENCE, busy};
use super::error::{CliError, IoTask};
use super::files::Mended;
use super::progress::ProgressBar;
use super::session::Session;
use super::writing::write_all;
use crate::edit::FileChange;
use crate::form::{BookFault, CellFinding, Collected, FindingWeight, ReturnedFile, read_workbook};
use crate::language::Message;
use crate::message;
use crate::sanitize::quoted;
use crate::workspace::{Workspace, require_plain_file};

/// The endings of the files that are taken from a folder: workbooks, also of other programs, for which the error says how to save them anew.
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xls", "xlsb", "ods"];

/// No file of this size is a form.
const LARGEST: u64 = 64 << 20;

/// The most folders inside each other that are looked through.
const DEPTH: usize = 8;

/// Reads the files at some paths, those of folders in the order of their names; true if one failed.
///
/// # Errors
/// A usage error for a path at which there is nothing.
pub(super) fn read_forms(
    session: &mut Session<'_>,
    paths: &[PathBuf],
) -> anyhow::Result<(Vec<ReturnedFile>, bool)> {
    let mut files = Vec::new();
    for path in paths {
        let whole = session.env.folder.join(path);
        match fs::metadata(&whole) {
            Ok(meta) if meta.is_dir() => below(&session.env.folder, path, DEPTH, &mut files)?,
            Ok(_) => files.push(path.clone()),
            Err(error) => return Err(anyhow::Error::new(error).context(IoTask::Read(path.clone()))),
        }
    }
    if files.is_empty() {
        let names = paths.iter().map(|path| quoted(&path.to_string_lossy())).collect::<Vec<_>>().join(", ");
        return Err(CliError::usage(message!(
            "không có tệp .xlsx nào trong {names}",
            "no .xlsx file in {names}"
        ))
        .into());
    }
    let (mut returned, mut has_failures) = (Vec::new(), false);
    let label = Message::fixed("biểu", "forms");
    let mut bar = ProgressBar::new(session.env, session.quiet, session.lang, label);
    let all = files.len();
    for (done, path) in files.into_iter().enumerate() {
        bar.show(session.err, done, Some(all))?;
        let shown = path.to_string_lossy().replace('\\', "/");
        match read(&session.env.folder.join(&path)) {
            Ok(bytes) => {
                if is_open(&session.env.folder.join(&path)) {
                    bar.finish(session.err)?;
                    let name = quoted(&shown);
                    session.remark(&message!(
                        "{name} đang mở trong Excel hoặc LibreOffice: phần chưa lưu không có trong tệp",
                        "{name} is open in Excel or LibreOffice: unsaved changes are not in the file"
                    ))?;
                }
                let book = bytes.map_or(Err(BookFault::TooLarge), |bytes| read_workbook(&bytes));
                returned.push(ReturnedFile { path: shown, book });
            }
            Err(error) => {
                bar.finish(session.err)?;
                session.complain(&IoTask::Read(path).failed(&error))?;
                has_failures = true;
            }
        }
    }
    bar.finish(session.err)?;
    Ok((returned, has_failures))
}

/// Adds the workbooks below a folder, without hidden files and those that Excel keeps beside an open one.
fn below(folder: &Path, path: &Path, depth: usize, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let names = fs::read_dir(folder.join(path)).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<Vec<_>>>()
    });
    let mut names =
        names.map_err(|error| anyhow::Error::new(error).context(IoTask::Read(path.to_path_buf())))?;
    names.sort();
    for name in names {
        let inner = path.join(&name);
        let name = name.to_string_lossy();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        let is_workbook = inner
            .extension()
            .is_some_and(|end| WORKBOOKS.iter().any(|known| end.eq_ignore_ascii_case(known)));
        match fs::symlink_metadata(folder.join(&inner)) {
            Ok(meta) if meta.is_dir() && depth > 0 => below(folder, &inner, depth - 1, files)?,
            Ok(meta) if !meta.is_dir() && is_workbook => files.push(inner),
            _ => {}
        }
    }
    Ok(())
}

/// Returns true if the mark of a spreadsheet program for an open workbook lies beside a file.
fn is_open(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { return false };
    let marks = [format!("~${name}"), format!(".~lock.{name}#")];
    marks.iter().any(|mark| fs::symlink_metadata(path.with_file_name(mark)).is_ok_and(|meta| meta.is_file()))
}

/// The bytes of a file; none if it is too large.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    require_plain_file(&fs::metadata(path)?)?;
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST).then_some(bytes))
}

/// Makes entries of forms and writes the files of the plans, once more if somebody else was faster.
pub(super) fn record(
    session: &mut Session<'_>,
    is_dry_run: bool,
    make: impl Fn(&mut Session<'_>, &mut Workspace) -> anyhow::Result<Collected>,
) -> anyhow::Result<Collected> {
    let begun = Instant::now();
    loop {
        let mut workspace = session.open(&[], false)?;
        let collected = make(session, &mut workspace)?;
        if !is_dry_run && !collected.files.is_empty() {
            match write_all(&session.env.folder, &collected.files)? {
                Mended::Now | Mended::Already => {}
                Mended::Changed if begun.elapsed() < PATIENCE => continue,
                Mended::Changed | Mended::Busy => return Err(busy(&collected.files).into()),
            }
        }
        if !session.quiet {
            let diff: String = collected.files.iter().map(FileChange::diff).collect();
            session.err.write_all(diff.as_bytes())?;
        }
        return Ok(collected);
    }
}

/// Prints findings on stderr, a line for each, in the order of files, sheets and rows.
pub(super) fn tell_findings(session: &mut Session<'_>, findings: &[CellFinding]) -> io::Result<()> {
    let lang = session.lang;
    for finding in findings {
        let weight = match finding.weight {
            FindingWeight::Refused => lang.pick("lỗi", "error"),
            FindingWeight::Noted if session.quiet => continue,
            FindingWeight::Noted => lang.pick("cảnh báo", "warning"),
        };
        writeln!(session.err, "{weight}: {}: {}", finding.place, finding.message.get(lang))?;
    }
    Ok(())
}
