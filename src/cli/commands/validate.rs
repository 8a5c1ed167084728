//! `plan validate`: every error with its place, rule and fix.

use std::mem::ManuallyDrop;

use crate::cli::args::ValidateArgs;
use crate::cli::error::Outcome;
use crate::cli::format::diagnostic_format;
use crate::cli::repair::{Repaired, fixes_as_diff, repair};
use crate::cli::session::Session;
use crate::cli::validation::{open, report};
use crate::message;
use crate::workspace::Workspace;

pub(in crate::cli) fn run(args: &ValidateArgs, session: &mut Session<'_>) -> Outcome {
    let format = diagnostic_format(session.format.as_deref(), session.output.as_deref())?;
    // It is not freed: the program ends with the report.
    let mut workspace = ManuallyDrop::new(open(args, session)?);
    if args.diff {
        session.answer(fixes_as_diff(&mut workspace).as_bytes())?;
        return Ok(status(&workspace));
    }
    let mut repaired = Repaired::default();
    if args.fix && !workspace.fixes().is_empty() {
        repaired = repair(&mut workspace, session)?;
        if let Repaired { fixes: fixes @ 1.., .. } = repaired {
            session.remark(&message!("đã sửa {fixes} chỗ", "{fixes} repaired"))?;
        }
        workspace = ManuallyDrop::new(open(args, session)?);
    }
    let is_refused = !repaired.refused.is_empty();
    report(session, &workspace, format, repaired.refused)?;
    Ok(if is_refused { 2 } else { status(&workspace) })
}

/// 2 if something could not be read, 1 if a plan has an error, else 0.
fn status(workspace: &Workspace) -> u8 {
    if workspace.failures().is_empty() { u8::from(workspace.has_errors()) } else { 2 }
}
