//! `plan units`: the registry.

use crate::cli::answer::{form, print};
use crate::cli::args::Filtered;
use crate::cli::select::{select, status};
use crate::cli::session::{Outcome, Session};
use crate::json;
use crate::language::Message;
use crate::report::{self, Units};

pub(in crate::cli) fn run(args: &Filtered, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open(&[], false)?;
    let found = select(session, &workspace, args.wanted())?;
    let as_of = found.as_of;
    let all: Vec<Units<'_>> = found
        .plans
        .iter()
        .filter_map(|selected| {
            let (plan, items) = (selected.plan, &selected.items);
            let wanted = found.matcher(selected)?;
            Some(Units::of(plan, as_of, &wanted.units(items), &wanted.groups(items)))
        })
        .filter(|units| !units.rows.is_empty())
        .collect();
    if all.is_empty() {
        session.remark(&Message::fixed("Không có đơn vị nào.", "There are no units."))?;
    }
    print(
        session,
        form,
        || report::units(&all, as_of),
        || json::UnitsJson::new(&all, found.sources(), as_of),
    )?;
    Ok(status(&found))
}
