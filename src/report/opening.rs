//! The opening of every report of plans: subject, day and plan.

use super::wording;
use crate::date::AsOf;
use crate::document::Document;
use crate::language::{Lang, Message};
use crate::message;
use crate::model::Plan;

/// A document without blocks: its title says the subject and is short, so that the day stands on the first line of a
/// text; the title of the plan follows.
pub(super) fn opening(subject: Message, plans: &[&Plan], as_of: AsOf) -> Document {
    let title = match plans {
        [] | [_] => subject,
        _ => {
            let (vi, en, count) = (subject.get(Lang::Vi), subject.get(Lang::En), plans.len());
            message!("{vi}: {count} kế hoạch", "{en}: {count} plans")
        }
    };
    let mut document = wording::as_of(Document::new(title), as_of);
    if let [plan] = plans {
        document.subtitle.push(Message::same(&plan.title));
    }
    document
}

/// The title of a plan's table where there are several, behind the id that arguments take.
pub(super) fn caption(plan: &Plan) -> Message {
    Message::same(format!("{}: {}", plan.id, plan.title))
}
