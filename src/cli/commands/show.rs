//! `plan show`: everything known of one thing.

use crate::cli::answer::{form, print};
use crate::cli::args::Show;
use crate::cli::select::{Selection, Wanted, select};
use crate::cli::session::{Failed, Outcome, Session};
use crate::json;
use crate::message;
use crate::report::{self, Name, Thing, occurrences};
use crate::sanitize::quoted;

pub(in crate::cli) fn run(args: &Show, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let found = select(session, Wanted { filter: &[], units: &[], plans: &args.plan })?;
    let name = Name::new(&args.id);
    let mut things = name.find(&found.plans);
    if name.unit.is_some() {
        // Only work items have keys.
        things.retain(|(plan, thing)| match thing {
            Thing::Assignment(item) => !occurrences(plan, *item, &name, found.as_of).is_empty(),
            _ => false,
        });
    }
    if things.is_empty() {
        return Err(unknown(&args.id, &name, &found));
    }
    let as_of = found.as_of;
    print(
        session,
        form,
        || report::show(&name, &things, &found.sources, as_of),
        || json::ShowJson::new(&name, &things, &found.sources, as_of),
    )?;
    Ok(found.status())
}

/// An id that no plan has, with the nearest that one has.
pub(super) fn unknown(words: &str, name: &Name<'_>, found: &Selection) -> Failed {
    let near = name.near(&found.plans).join(", ");
    let id = quoted(words);
    Failed::Said(if near.is_empty() {
        message!("không có mã {id} trong các kế hoạch", "there is no id {id} in the plans")
    } else {
        message!("không có mã {id} (gợi ý: {near})", "there is no id {id} (help: {near})")
    })
}
