//! The files that `plan validate` checks, and its report.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::args::ValidateArgs;
use super::error::{CliError, IoTask};
use super::repository::Repositories;
use super::session::Session;
use crate::check::RULES;
use crate::diagnostic::render::{DiagnosticFormat, DiagnosticReport, RunFailure, render};
use crate::message;
use crate::parse::LARGEST_FILE;
use crate::sanitize::quoted;
use crate::workspace::{DiskFileSystem, GivenFile, Location, Workspace};

/// The path that stands for standard input.
const STDIN: &str = "-";

/// The name of standard input in messages, if it stands for no file.
const STDIN_NAME: &str = "<stdin>";

/// Reads and checks what the arguments name: plans, or the text of standard input.
pub(super) fn open(args: &ValidateArgs, session: &mut Session<'_>) -> anyhow::Result<Workspace> {
    let deny_warnings = args.deny.is_some();
    if is_stdin(args)? {
        let path = args.stdin_path.as_deref().unwrap_or(Path::new(STDIN_NAME));
        let location = given_on_stdin(path, session)?;
        return session.opened(&[location], session.check_options(deny_warnings));
    }
    session.open(&args.paths, deny_warnings)
}

/// Returns true if the plan to check comes from standard input.
fn is_stdin(args: &ValidateArgs) -> Result<bool, CliError> {
    let is_named = args.paths.iter().any(|path| path == Path::new(STDIN));
    if !is_named && args.stdin_path.is_some() {
        return Err(CliError::usage(message!(
            "--stdin-path chỉ dùng cùng với \"validate -\"",
            "--stdin-path is used with \"validate -\" only"
        )));
    }
    if is_named && args.paths.len() > 1 {
        return Err(CliError::usage(message!(
            "\"-\" (đầu vào chuẩn) không đứng cùng đường dẫn khác",
            "\"-\" (standard input) stands without other paths"
        )));
    }
    if is_named && args.fix {
        return Err(CliError::usage(message!(
            "--fix không ghi được vào đầu vào chuẩn",
            "--fix cannot write to standard input"
        ))
        .hint("--diff"));
    }
    Ok(is_named)
}

/// Reads standard input as the file at a path, which need not exist.
fn given_on_stdin(path: &Path, session: &Session<'_>) -> anyhow::Result<Location> {
    if session.env.folder.join(path).is_dir() {
        let name = quoted(&path.to_string_lossy());
        return Err(CliError::usage(message!(
            "{name} là thư mục, không phải tệp",
            "{name} is a folder, not a file"
        ))
        .into());
    }
    let mut bytes = Vec::new();
    let mut input = io::stdin().lock().take(LARGEST_FILE + 1);
    input.read_to_end(&mut bytes).with_context(|| IoTask::Read(PathBuf::from(STDIN_NAME)))?;
    let (disk, below) = DiskFileSystem::of(path, &session.env.folder);
    Ok(Location::whole_plan(GivenFile::new(disk, below.clone(), bytes), below))
}

/// Prints the report on checked plans, and on the files that were not repaired.
pub(super) fn report(
    session: &mut Session<'_>,
    workspace: &Workspace,
    format: DiagnosticFormat,
    refused: Vec<RunFailure>,
) -> anyhow::Result<()> {
    let diagnostics = workspace.diagnostics();
    let unread = workspace.failures().iter().map(|failure| RunFailure {
        path: failure.path.clone(),
        message: IoTask::Read(PathBuf::from(&failure.path)).failed(&failure.error),
    });
    let mut failures: Vec<RunFailure> = unread.chain(refused).collect();
    let mut repositories = Repositories::new(session.env);
    let paths = format.has_repository_paths().then(|| {
        for failure in &mut failures {
            failure.path =
                repositories.path(&failure.path).unwrap_or_else(|| std::mem::take(&mut failure.path));
        }
        repositories.paths(workspace.sources())
    });
    let report = DiagnosticReport {
        repository_paths: paths.as_ref(),
        failures: &failures,
        ..DiagnosticReport::new(workspace.sources(), &diagnostics, workspace.plans().len())
    };
    if session.output.is_none() {
        return render(&report, format, session.lang, session.style, RULES, session.out)
            .context(IoTask::Print);
    }
    let mut bytes = Vec::new();
    render(&report, format, session.lang, session.style, RULES, &mut bytes)?;
    session.answer(&bytes)
}
