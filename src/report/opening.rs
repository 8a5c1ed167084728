//! The opening of every report of plans: subject, plan and day.

use super::wording;
use crate::date::AsOf;
use crate::document::Document;
use crate::language::{Lang, Message};
use crate::message;
use crate::model::Plan;

/// A document without blocks. Its first line is short, so that it says the day as well: the plan is called
/// by its id there; its title stands below.
pub(super) fn opening(what: Message, plans: &[&Plan], as_of: AsOf) -> Document {
    let (vi, en) = (what.get(Lang::Vi), what.get(Lang::En));
    let title = match plans {
        [] => what,
        [plan] => {
            let id = &plan.id;
            message!("{vi}: {id}", "{en}: {id}")
        }
        _ => {
            let count = plans.len();
            message!("{vi}: {count} kế hoạch", "{en}: {count} plans")
        }
    };
    let mut document = wording::as_of(Document::new(title), as_of);
    if let [plan] = plans {
        document.subtitle.push(Message::same(&plan.title));
    }
    document
}

/// The title of a plan's table where there are several.
pub(super) fn caption(plan: &Plan) -> Message {
    Message::same(format!("{}: {}", plan.id, plan.title))
}
