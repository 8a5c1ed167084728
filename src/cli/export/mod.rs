//! The export of plans as tables: one plan after the other into a new folder, which then takes the place of the old.

mod destination;
mod files;

use std::io;
use std::path::Path;

use super::diagnostics::report;
use super::error::{CliError, IoTask};
use super::progress::ProgressBar;
use super::select::tell_refused;
use super::session::Session;
use crate::answer::ExportAnswer;
use crate::date::Day;
use crate::language::Message;
use crate::message;
use crate::sanitize::quoted;
use crate::tables::{PlanPlace, PlanRows};
use crate::threads::Threads;
use crate::workspace::{Catalogue, CataloguedPlan, CheckOptions, PlanHead};

use destination::ExportFolder;
use files::ExportFiles;

/// The bytes of plans that are read at the same time, unless one alone is longer.
const BATCH_BYTES: usize = 8 * 1024 * 1024;
/// The most plans that are read at the same time.
const BATCH_PLANS: usize = 256;

/// A plan that was read, and its rows if it has no error.
struct ReadPlan {
    opened: CataloguedPlan,
    rows: Option<PlanRows>,
}

/// Writes the tables of all plans.
///
/// # Errors
/// If there is no plan, or the folder may not be replaced or cannot be written; then it is as it was.
pub(super) fn export(session: &mut Session<'_>, folder: &Path) -> anyhow::Result<ExportAnswer> {
    let destination = ExportFolder::new(&session.env.folder, folder)?;
    let label = Message::fixed("kế hoạch", "plans");
    let mut bar = ProgressBar::new(session.env, session.quiet, session.lang, label);
    let catalogue = catalogue(session, &mut bar)?;
    let mut answer = ExportAnswer::new(session.as_of.known);
    answer.left_out.has_failures = !catalogue.failures().is_empty();
    let mut files = ExportFiles::new(destination.begin()?)?;
    let written = write_plans(session, &catalogue, &mut files, &mut answer, &mut bar);
    bar.finish(session.err)?;
    written?;
    files.finish(answer, destination)
}

/// Reads the plans and writes the rows of those without an error.
fn write_plans(
    session: &mut Session<'_>,
    catalogue: &Catalogue,
    files: &mut ExportFiles,
    answer: &mut ExportAnswer,
    bar: &mut ProgressBar,
) -> anyhow::Result<()> {
    let options = CheckOptions::of_report(session.today);
    let known = session.as_of.known;
    let (mut done, all) = (0, catalogue.plans().len());
    for batch in batches(catalogue.plans()) {
        let read = Threads::all().each(batch, |head| ReadPlan::new(head, options, known));
        for (head, read) in batch.iter().zip(read) {
            if read.has_remarks(session) {
                bar.finish(session.err)?;
                tell(session, head, &read)?;
            }
            answer.note(&read.opened, &head.path(), read.rows.is_some());
            if let Some(rows) = &read.rows {
                files.append(&head.area, rows)?;
                answer.plans += 1;
                answer.items += rows.items as u64;
            }
            done += 1;
            bar.show(session.err, done, Some(all))?;
        }
    }
    Ok(())
}

/// Finds the plans that the options name.
///
/// # Errors
/// [`CliError::reported`] if there is no plan at one of the paths.
fn catalogue(session: &mut Session<'_>, bar: &mut ProgressBar) -> anyhow::Result<Catalogue> {
    let paths = session.plan_paths();
    for path in &paths.missing {
        let error = io::Error::new(io::ErrorKind::NotFound, "no such file or folder");
        session.complain(&IoTask::Read(path.clone()).failed(&error))?;
    }
    let mut found = 0;
    let catalogue = Catalogue::find(&paths.locations(), |_| {
        found += 1;
        // A terminal that is gone keeps nobody from the export.
        let _ = bar.show(session.err, found, None);
    });
    bar.finish(session.err)?;
    session.tell_failures(catalogue.failures())?;
    if !session.quiet {
        report(session, catalogue.sources(), &catalogue.unread())?;
    }
    let without_plan = catalogue.without_plan();
    report(session, catalogue.sources(), &without_plan)?;
    if paths.missing.is_empty() && without_plan.is_empty() {
        Ok(catalogue)
    } else {
        Err(CliError::reported().into())
    }
}

/// Divides plans into batches that are read at the same time.
fn batches(mut plans: &[PlanHead]) -> impl Iterator<Item = &[PlanHead]> {
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let is_room = |head: &&PlanHead| {
            let is_first = bytes == 0;
            bytes += head.bytes.max(1);
            is_first || bytes <= BATCH_BYTES
        };
        let number = plans.iter().take(BATCH_PLANS).take_while(is_room).count();
        let (batch, rest) = plans.split_at(number);
        plans = rest;
        (number > 0).then_some(batch)
    })
}

impl ReadPlan {
    fn new(head: &PlanHead, options: CheckOptions, known: Option<Day>) -> Self {
        let opened = head.open(options);
        let plan = opened.plan().filter(|_| !opened.has_changed());
        let place = PlanPlace { area: &head.area.rest, path: opened.path() };
        let rows = plan.map(|plan| PlanRows::of(plan, place, known));
        Self { opened, rows }
    }

    /// Returns true if there is something to tell of the plan.
    fn has_remarks(&self, session: &Session<'_>) -> bool {
        let is_missed = || !self.opened.workspace.failures().is_empty() || !self.opened.unread().is_empty();
        session.verbose || self.rows.is_none() || is_missed()
    }
}

/// Tells on stderr what is wrong with a plan.
fn tell(session: &mut Session<'_>, head: &PlanHead, read: &ReadPlan) -> anyhow::Result<()> {
    let workspace = &read.opened.workspace;
    session.tell_failures(workspace.failures())?;
    session.tell_files(workspace)?;
    if !session.quiet {
        report(session, workspace.sources(), &read.opened.unread())?;
    }
    match read.opened.entry() {
        _ if read.rows.is_some() => {}
        Some(entry) if entry.plan().is_none() => tell_refused(session, workspace, &[entry])?,
        _ => {
            let name = quoted(&head.path());
            session.complain(&message!(
                "bỏ qua kế hoạch ở {name}: tệp đã thay đổi trong khi đọc",
                "the plan at {name} is left out, its files have changed meanwhile"
            ))?;
        }
    }
    Ok(())
}
