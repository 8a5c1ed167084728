//! `plan targets`: Phụ lục 01 with its results.

use crate::answer::TargetsAnswer;
use crate::cli::answer::{form, print};
use crate::cli::args::FilterArgs;
use crate::cli::error::Outcome;
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::TargetsJson;
use crate::language::Message;
use crate::report;

pub(in crate::cli) fn run(args: &FilterArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open(&[], false)?;
    let selection = select(session, &workspace, args.wanted())?;
    let answer = TargetsAnswer::new(&selection);
    if answer.plans.is_empty() {
        session.remark(&Message::fixed("Không có chỉ tiêu nào.", "There are no targets."))?;
    }
    print(session, form, || report::targets(&answer), || TargetsJson::new(&answer, selection.sources()))?;
    Ok(status(&selection))
}
