//! `plan upcoming`: neither done nor dropped, the nearest deadline first.

use crate::cli::answer::{form, print, print_none};
use crate::cli::args::UpcomingArgs;
use crate::cli::days::end_of_span;
use crate::cli::error::Outcome;
use crate::cli::select::{asked_plans, select, status};
use crate::cli::session::Session;
use crate::json;
use crate::language::Lang;
use crate::message;
use crate::report::{self, Asked, nearest_first};

pub(in crate::cli) fn run(args: &UpcomingArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let (first, last) = (session.as_of.day, end_of_span(&args.within, session.as_of.day)?);
    let workspace = session.open(&[], false)?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let mut found: Vec<_> = selection.items().collect();
    found.retain(|found| found.is_due_within(first, last));
    nearest_first(&mut found);
    let (plans, as_of, sources) = (asked_plans(&selection), selection.as_of, selection.sources());
    let asked = Asked { plans: &plans, found: &found, as_of, sources, in_full: form.is_spreadsheet() };
    let document = || report::upcoming(asked, last);
    let json = || json::WorkItemsJson::new(&found, as_of, sources);
    if found.is_empty() {
        let (from, to) =
            ([Lang::Vi, Lang::En].map(|it| first.show(it)), [Lang::Vi, Lang::En].map(|it| last.show(it)));
        let ([from_vi, from_en], [to_vi, to_en]) = (from, to);
        let none = message!(
            "Không có việc nào đến hạn từ {from_vi} đến {to_vi}.",
            "Nothing is due from {from_en} to {to_en}."
        );
        print_none(session, form, &none, document, json)?;
    } else {
        print(session, form, document, json)?;
    }
    Ok(status(&selection))
}
