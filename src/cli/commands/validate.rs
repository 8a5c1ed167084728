//! `plan validate`: every error with its place, rule and fix.

use std::collections::BTreeMap;

use crate::check::RULES;
use crate::cli::args::Validate;
use crate::cli::files::{self, Mended};
use crate::cli::format::diagnostic_format;
use crate::cli::session::{Failed, Outcome, Session, not_written};
use crate::diagnostic::render::{DiagnosticReport, render};
use crate::diagnostic::{Severity, TextEdit, diff, fix};
use crate::message;
use crate::sanitize::quoted;
use crate::span::SourceId;
use crate::workspace::Workspace;

pub(in crate::cli) fn run(args: &Validate, session: &mut Session<'_>) -> Outcome {
    let format =
        diagnostic_format(session.format.as_deref(), session.output.as_deref()).map_err(Failed::Said)?;
    let deny_warnings = args.deny.is_some();
    let mut work = session.open(&args.paths, deny_warnings)?;
    if args.diff {
        let mut diffs = String::new();
        for (source, fixes) in fixes(&work) {
            let source = work.sources().get(source);
            diffs += &diff::unified(&source.full_path(), source.text(), &fix::apply(source.text(), &fixes));
        }
        session.answer(diffs.as_bytes())?;
        return Ok(status(&work));
    }
    let mut refused = 0;
    if args.fix && work.diagnostics().iter().any(|diagnostic| diagnostic.fix.is_some()) {
        let repaired;
        (repaired, refused) = repair(&work, session)?;
        if repaired > 0 {
            session.remark(&message!("đã sửa {repaired} chỗ", "{repaired} repaired"))?;
        }
        work = session.open(&args.paths, deny_warnings)?;
    }
    let report = DiagnosticReport {
        sources: work.sources(),
        diagnostics: &work.diagnostics(),
        plans: work.plans().len(),
    };
    if session.output.is_none() {
        render(&report, format, session.lang, session.style, RULES, session.out)?;
    } else {
        let mut bytes = Vec::new();
        render(&report, format, session.lang, session.style, RULES, &mut bytes)?;
        session.answer(&bytes)?;
    }
    Ok(if refused > 0 { 2 } else { status(&work) })
}

/// 2 if something could not be read, 1 if something is wrong, else 0.
fn status(work: &Workspace) -> u8 {
    if work.failures().is_empty() {
        u8::from(work.diagnostics().iter().any(|diagnostic| diagnostic.severity == Severity::Error))
    } else {
        2
    }
}

/// The fixes of each file.
fn fixes(work: &Workspace) -> BTreeMap<SourceId, Vec<&TextEdit>> {
    let mut fixes: BTreeMap<SourceId, Vec<&TextEdit>> = BTreeMap::new();
    for fix in work.diagnostics().into_iter().filter_map(|diagnostic| diagnostic.fix.as_ref()) {
        fixes.entry(fix.span.source).or_default().push(fix);
    }
    fixes
}

/// Writes the fixes, each file as a whole, and tells how many there were, and how many files could not be repaired.
fn repair(work: &Workspace, session: &mut Session<'_>) -> Result<(usize, usize), Failed> {
    let (mut repaired, mut refused) = (0, 0);
    for (source, fixes) in fixes(work) {
        let source = work.sources().get(source);
        let path = session.env.folder.join(source.full_path());
        let new = fix::apply(source.text(), &fixes);
        let name = quoted(&source.full_path());
        let complaint = match files::mend(&path, source.text().as_bytes(), new.as_bytes()) {
            Ok(Mended::Now) => {
                repaired += fixes.len();
                continue;
            }
            Ok(Mended::Already) => continue,
            // Their work is not ours to undo.
            Ok(Mended::Changed) => {
                message!("{name} đã đổi trong lúc đọc; chạy lại", "{name} changed meanwhile; run again")
            }
            Ok(Mended::Busy) => message!(
                "{name} đang được chương trình khác sửa; chạy lại",
                "{name} is being changed by another program; run again"
            ),
            Err(error) => not_written(&path, &error),
        };
        session.complain(&complaint)?;
        refused += 1;
    }
    Ok((repaired, refused))
}
