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
    let year = DeadlineBasis::of_year(session.as_of.day.year());
    let of_year = || {
        let message = Message::fixed("năm ngoài 1900–2999", "a year outside 1900–2999");
        year.ok_or_else(|| CliError::usage(message).into())
    };
    if id.is_none() && !session.has_plans() {
        return of_year();
    }
    let workspace = session.open(&[], false)?;
    match workspace.deadline_basis(id) {
        Ok(Some(basis)) => Ok(basis),
        Ok(None) => of_year(),
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
