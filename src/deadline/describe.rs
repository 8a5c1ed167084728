//! The description of an occurrence in words.

use crate::language::{Lang, Message};

use super::occurrence::Occurrence;

/// Returns the days of an occurrence in words: `từ 01/04/2024 đến hết 30/06/2024`.
pub fn describe(occurrence: &Occurrence) -> Message {
    let say = |lang: Lang| {
        let due = occurrence.due.show(lang);
        match occurrence.from {
            Some(from) => {
                let from = from.show(lang);
                lang.pick(format!("từ {from} đến hết {due}"), format!("from {from} to {due}"))
            }
            None => lang.pick(format!("chậm nhất {due}"), format!("by {due}")),
        }
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}
