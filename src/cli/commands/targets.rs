//! `plan targets`: Phụ lục 01 with its results.

use crate::cli::answer::{form, print};
use crate::cli::args::Filtered;
use crate::cli::select::{select, status};
use crate::cli::session::{Outcome, Session};
use crate::json;
use crate::language::Message;
use crate::report::{self, Targets};

pub(in crate::cli) fn run(args: &Filtered, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open(&[], false)?;
    let found = select(session, &workspace, args.wanted())?;
    let as_of = found.as_of;
    let all: Vec<Targets<'_>> = found
        .plans
        .iter()
        .filter_map(|selected| {
            let (plan, items) = (selected.plan, &selected.items);
            let wanted = found.matcher(selected)?.targets(plan, items);
            Some(Targets::of(plan, as_of, &wanted))
        })
        .filter(|targets| !targets.rows.is_empty())
        .collect();
    if all.is_empty() {
        session.remark(&Message::fixed("Không có chỉ tiêu nào.", "There are no targets."))?;
    }
    print(
        session,
        form,
        || report::targets(&all, as_of),
        || json::TargetsJson::new(&all, found.sources(), as_of),
    )?;
    Ok(status(&found))
}
