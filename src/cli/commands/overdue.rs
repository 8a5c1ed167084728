//! `plan overdue`: what is late, the longest first, whose, by how many days.

use crate::cli::answer::{form, print, print_none};
use crate::cli::args::OverdueArgs;
use crate::cli::error::Outcome;
use crate::cli::select::{asked_plans, select, status};
use crate::cli::session::Session;
use crate::json;
use crate::language::{Lang, Message};
use crate::message;
use crate::report::{self, Asked, longest_first};
use crate::status::Status;

pub(in crate::cli) fn run(args: &OverdueArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open(&[], false)?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let mut found: Vec<_> = selection.items().collect();
    found.retain(|found| found.item.status == Status::Overdue);
    longest_first(&mut found);
    let (plans, as_of, sources) = (asked_plans(&selection), selection.as_of, selection.sources());
    let asked = Asked { plans: &plans, found: &found, as_of, sources, in_full: form.is_spreadsheet() };
    let document = || if args.by.is_some() { report::overdue_by_unit(asked) } else { report::overdue(asked) };
    let json = || json::WorkItemsJson::new(&found, as_of, sources);
    if found.is_empty() {
        let (vi, en) = (as_of.day.show(Lang::Vi), as_of.day.show(Lang::En));
        let none: Message =
            message!("Không có việc nào quá hạn tính đến ngày {vi}.", "Nothing is overdue as of {en}.");
        print_none(session, form, &none, document, json)?;
    } else {
        print(session, form, document, json)?;
    }
    // What could not be read may be late as well: that comes first.
    Ok(match status(&selection) {
        0 if args.exit_code && !found.is_empty() => 1,
        status => status,
    })
}
