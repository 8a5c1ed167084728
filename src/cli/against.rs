//! The plan, or the year, that deadlines of the command line are read against.

use super::error::CliError;
use super::select::leave_out;
use super::session::Session;
use crate::language::Message;
use crate::message;
use crate::sanitize::quoted;
use crate::workspace::{DeadlineBasis, DeadlineBasisError};

/// The basis that the plan of that id is, or the only plan there is; else the year and the built-in calendar.
/// Source: docs/deadlines.md.
pub(super) fn basis(id: Option<&str>, session: &mut Session<'_>) -> anyhow::Result<DeadlineBasis> {
    if id.is_none() && !session.has_plans() {
        return of_year(session);
    }
    let workspace = session.open_for_report()?;
    match workspace.deadline_basis(id) {
        Ok(Some(basis)) => {
            session.settle(&[basis.context()])?;
            Ok(basis)
        }
        Ok(None) => of_year(session),
        Err(DeadlineBasisError::Invalid(plans)) => {
            leave_out(session, &workspace, &plans)?;
            Err(CliError::reported().into())
        }
        Err(DeadlineBasisError::Unknown(near)) => {
            let name = quoted(id.unwrap_or_default());
            let message = message!("không có kế hoạch {name}", "there is no plan {name}");
            Err(CliError::usage(message).maybe_hint(near).into())
        }
    }
}

fn of_year(session: &mut Session<'_>) -> anyhow::Result<DeadlineBasis> {
    session.settle(&[])?;
    let message = Message::fixed("năm ngoài 1900–2999", "a year outside 1900–2999");
    DeadlineBasis::of_year(session.as_of.day.year()).ok_or_else(|| CliError::usage(message).into())
}
