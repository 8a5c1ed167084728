//! The renewal of a plan: its options, its files, and the list of what a person must look at.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::args::RenewArgs;
use super::diagnostics::{refuse_deadline, report};
use super::error::{CliError, IoTask, Outcome};
use super::files;
use super::files::Mended;
use super::session::Session;
use super::writing::write_all;
use crate::date::Calendar;
use crate::deadline::{DeadlineErrorReason, Period};
use crate::edit::{OpenWork, RenewRequest, Renewal};
use crate::json::RenewalJson;
use crate::json_writer::write_json;
use crate::language::{Lang, Message};
use crate::message;
use crate::sanitize::{quoted, visible};

/// The most characters of a line that are printed.
const LINE: usize = 70;

/// The request of a command line.
pub(super) fn request(args: &RenewArgs, folder: Option<&Path>) -> RenewRequest {
    RenewRequest {
        plan: args.plan.clone(),
        period: args.period.clone(),
        id: args.id.clone(),
        folder: folder.map(|folder| folder.to_string_lossy().replace('\\', "/")),
        carry: args.carry,
    }
}

/// Refuses words that are no period. The days of a school year may not be known yet.
pub(super) fn check_period(session: &mut Session<'_>, words: &str) -> anyhow::Result<()> {
    match Period::parse(words, &Calendar::vietnam()) {
        Err(error) if !matches!(error.reason, DeadlineErrorReason::UnknownSchoolYear { .. }) => {
            // The year of the suggestions.
            let year = session.as_of.day.year();
            let Some(period) = Period::year(year) else { return Ok(()) };
            Err(refuse_deadline(session, "--period", words, &period, &error))
        }
        _ => Ok(()),
    }
}

/// Writes the files of a new plan, where nothing is.
pub(super) fn write_plan(session: &Session<'_>, renewal: &Renewal) -> anyhow::Result<()> {
    let folder = &session.env.folder;
    let place = folder.join(&renewal.place);
    let is_free = if renewal.is_folder { files::is_new_or_empty(&place) } else { !place.exists() };
    let taken = || {
        let name = quoted(&renewal.place);
        CliError::usage(message!("{name} đã có", "{name} is there"))
    };
    if !is_free {
        return Err(taken().into());
    }
    match write_all(folder, &renewal.files)? {
        Mended::Now | Mended::Already => {}
        Mended::Changed | Mended::Busy => return Err(taken().into()),
    }
    // The first lines of the files name the schema for an editor.
    let schema = folder.join(format!("{}{SCHEMA}", renewal.old_folder));
    if renewal.is_folder && schema.is_file() {
        let text = fs::read(&schema).with_context(|| IoTask::Read(schema))?;
        files::write(&place.join(SCHEMA), &text)?;
    }
    Ok(())
}

/// The file beside a plan that `plan init` writes for editors.
const SCHEMA: &str = "plan.schema.json";

/// Checks the new plan, and says what must be mended.
pub(super) fn check(session: &mut Session<'_>, renewal: &Renewal) -> Outcome {
    let workspace = session.open(&[PathBuf::from(&renewal.place)], false)?;
    let diagnostics = workspace.diagnostics();
    report(session, workspace.sources(), &diagnostics)?;
    Ok(u8::from(workspace.has_errors()))
}

/// Prints the files and the lists.
pub(super) fn print_renewal(
    session: &mut Session<'_>,
    renewal: &Renewal,
    is_carried: bool,
    is_json: bool,
) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    if is_json {
        write_json(&RenewalJson::new(renewal, is_carried), &mut bytes)?;
    } else {
        bytes = text(renewal, is_carried, session.lang).into_bytes();
    }
    session.answer(&bytes)
}

fn text(renewal: &Renewal, is_carried: bool, lang: Lang) -> String {
    let place = |file: &str, line: usize| format!("{}:{line}", visible(file));
    let files = renewal.files.iter().map(|file| visible(&file.path).into_owned());
    let changed = renewal
        .changed
        .iter()
        .map(|line| format!("{}: {}", place(&line.file, line.line), around(&line.text, line.column)));
    let doubts = renewal.doubts.iter().map(|line| {
        let reason = line.reason.message();
        format!("{}: {}: {}", place(&line.file, line.line), reason.get(lang), shortened(&line.text))
    });
    let open = renewal
        .open
        .iter()
        .map(|work: &OpenWork| format!("{}: {}", visible(&work.key), shortened(&work.title)));
    let open_title = if is_carried {
        Message::fixed("Việc chưa xong, đã chuyển sang", "Open work, taken over")
    } else {
        Message::fixed(
            "Việc chưa xong, chưa chuyển sang (thêm --carry thì chuyển)",
            "Open work, not taken over (with --carry it is)",
        )
    };
    [
        section(&Message::fixed("Tệp", "Files"), &files.collect::<Vec<_>>(), lang),
        section(&Message::fixed("Dòng đã đổi", "Changed lines"), &changed.collect::<Vec<_>>(), lang),
        section(&Message::fixed("Cần người xem lại", "To look at"), &doubts.collect::<Vec<_>>(), lang),
        section(&open_title, &open.collect::<Vec<_>>(), lang),
    ]
    .into_iter()
    .filter(|section| !section.is_empty())
    .collect::<Vec<_>>()
    .join("\n")
}

fn section(title: &Message, lines: &[String], lang: Lang) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let body: String = lines.iter().map(|line| format!("  {line}\n")).collect::<Vec<_>>().concat();
    format!("{} ({}):\n{body}", title.get(lang), lines.len())
}

/// The part of a line around a change.
fn around(line: &str, column: usize) -> String {
    if line.chars().count() <= LINE || column < LINE / 2 {
        return shortened(line);
    }
    let rest: String = line.chars().skip(column - LINE / 3).collect();
    format!("…{}", shortened(&rest))
}

/// A line of a file, made safe and cut.
fn shortened(line: &str) -> String {
    let line = visible(line);
    let mut cut: String = line.chars().take(LINE).collect();
    if cut.len() < line.len() {
        cut.push('…');
    }
    cut
}
