//! The plan, or the year, that deadlines of the command line are read against.

use super::select::leave_out;
use super::session::{Failed, Session};
use crate::language::Message;
use crate::message;
use crate::sanitize::quoted;
use crate::workspace::{DeadlineBasis, DeadlineBasisError};

/// The basis that the plan of that id is, or the only plan there is; else the year and the built-in calendar.
/// Source: docs/deadlines.md.
pub(super) fn basis(id: Option<&str>, session: &mut Session<'_>) -> Result<DeadlineBasis, Failed> {
    let year = DeadlineBasis::of_year(session.as_of.day.year());
    let of_year =
        || year.ok_or(Failed::Said(Message::fixed("năm ngoài 1900–2999", "a year outside 1900–2999")));
    if id.is_none() && !session.has_plans() {
        return of_year();
    }
    let workspace = session.open(&[], false)?;
    match workspace.deadline_basis(id) {
        Ok(Some(basis)) => Ok(basis),
        Ok(None) => of_year(),
        Err(DeadlineBasisError::Invalid(plans)) => {
            leave_out(session, &workspace, &plans)?;
            Err(Failed::Told)
        }
        Err(DeadlineBasisError::Unknown(near)) => {
            let name = quoted(id.unwrap_or_default());
            Err(Failed::Said(match near {
                Some(near) => message!(
                    "không có kế hoạch {name} (gợi ý: {near})",
                    "there is no plan {name} (help: {near})"
                ),
                None => message!("không có kế hoạch {name}", "there is no plan {name}"),
            }))
        }
    }
}
