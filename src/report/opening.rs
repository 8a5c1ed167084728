//! How every report of plans begins: what it is, of which plan, as of which day.

use super::{Document, same, wording};
use crate::date::AsOf;
use crate::lang::{Lang, Text};
use crate::model::Plan;
use crate::text;

/// A document without blocks. Its first line is short, so that it says the day as well: the plan is called
/// by its id there; its title stands below.
pub(super) fn opening(what: Text, plans: &[&Plan], as_of: AsOf) -> Document {
    let (vi, en) = (what.get(Lang::Vi), what.get(Lang::En));
    let title = match plans {
        [] => what,
        [plan] => {
            let id = &plan.id;
            text!("{vi}: {id}", "{en}: {id}")
        }
        _ => {
            let count = plans.len();
            text!("{vi}: {count} kế hoạch", "{en}: {count} plans")
        }
    };
    let mut document = wording::as_of(Document::new(title), as_of);
    if let [plan] = plans {
        document.subtitle.push(same(&plan.title));
    }
    document
}

/// The title of a plan's table where there are several.
pub(super) fn caption(plan: &Plan) -> Text {
    same(&format!("{}: {}", plan.id, plan.title))
}
