//! `plan units`: the registry.

use crate::answer::{UnitRow, UnitsAnswer};
use crate::cli::answer::{form, print};
use crate::cli::args::RowsArgs;
use crate::cli::error::Outcome;
use crate::cli::order::rows_order;
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::UnitsJson;
use crate::language::Message;
use crate::report;

pub(in crate::cli) fn run(args: &RowsArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let order = rows_order::<UnitRow<'_>>(&args.sort)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let answer = UnitsAnswer::new(&selection, &order);
    if answer.plans.is_empty() {
        session.remark(&Message::fixed("Không có đơn vị nào.", "There are no units."))?;
    }
    print(
        session,
        form,
        Some(&selection),
        || report::units(&answer),
        || UnitsJson::new(&answer, selection.sources()),
    )?;
    Ok(status(&selection))
}
