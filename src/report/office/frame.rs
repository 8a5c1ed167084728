//! The head and the end of reports and letters, from the letterhead of a plan.

use crate::answer::letterhead;
use crate::date::Day;
use crate::document::{AnnexHead, Frame, OPEN, Signature, day_in_words};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Letterhead, Plan};
use crate::vietnamese::roman;

/// The kinds of documents that an office sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfficeDocument {
    /// Báo cáo.
    Report,
    /// Công văn.
    Letter,
}

/// Returns the frame of a document on some plans.
pub(super) fn frame(
    kind: OfficeDocument,
    plans: &[&Plan],
    subject: Message,
    addressees: Vec<String>,
    date: Option<Day>,
) -> Frame {
    let head = letterhead(plans);
    let is_addressed = !addressees.is_empty();
    Frame {
        number: number(head.number.as_deref(), kind),
        kind: (kind == OfficeDocument::Report).then_some(Message::fixed("Báo cáo", "Report")),
        recipients: recipients(kind, plans, &head, is_addressed),
        superior: head.superior,
        office: head.office,
        place: head.place,
        date,
        subject,
        addressees,
        signature: Signature { authority: head.authority, title: head.title, name: head.name },
    }
}

/// The number and sign: a report has its kind in the sign, a letter has not; a number that is given is a report's.
fn number(given: Option<&str>, kind: OfficeDocument) -> String {
    let (number, sign) = given.map_or(("", ""), |given| given.rsplit_once('/').unwrap_or(("", given)));
    let sign = sign.trim();
    let sign = sign.strip_prefix("BC-").unwrap_or(sign);
    let or_open = |words: &str| if words.is_empty() { OPEN.to_owned() } else { words.to_owned() };
    match kind {
        OfficeDocument::Report => format!("{}/BC-{}", or_open(number.trim()), or_open(sign)),
        OfficeDocument::Letter => format!("{OPEN}/{}", or_open(sign)),
    }
}

/// *Nơi nhận*: the addressees, the offices above, the recipients of the plan for a report, the archive.
fn recipients(kind: OfficeDocument, plans: &[&Plan], head: &Letterhead, is_addressed: bool) -> Vec<Message> {
    let mut lines = Vec::new();
    if is_addressed {
        lines.push(Message::fixed("- Như trên;", "- As above;"));
    }
    match kind {
        OfficeDocument::Letter => {
            lines.extend(
                head.superior
                    .iter()
                    .map(|name| message!("- {name} (để báo cáo);", "- {name} (to be informed);")),
            );
        }
        OfficeDocument::Report => {
            let names = plans.iter().take(1).flat_map(|plan| &plan.recipients);
            lines.extend(names.map(|name| message!("- {name};", "- {name};")));
        }
    }
    lines.push(Message::fixed("- Lưu: VT.", "- Archive."));
    lines
}

/// Returns the name of the issuing office in running text.
pub(super) fn office(plans: &[&Plan]) -> String {
    letterhead(plans).office.unwrap_or_else(|| OPEN.to_owned())
}

/// The annexes of a document, numbered with Roman numerals if there are several.
pub(super) struct Annexes {
    attached: Message,
    titles: Vec<Message>,
}

impl Annexes {
    /// Begins the annexes of a document with a frame.
    pub(super) fn of(frame: &Frame) -> Self {
        let kind = frame.kind.clone().unwrap_or(Message::fixed("Công văn", "Letter"));
        let office = frame.office.as_deref().unwrap_or(OPEN);
        let say = |lang: Lang| {
            let (kind, number, day) = (kind.get(lang), &frame.number, day_in_words(frame.date, lang));
            lang.pick(
                format!("(Kèm theo {kind} số {number} {day} của {office})"),
                format!("(Attached to {kind} No. {number} of {day} by {office})"),
            )
        };
        Self { attached: Message::new(say(Lang::Vi), say(Lang::En)), titles: Vec::new() }
    }

    /// Adds an annex, and returns its place.
    pub(super) fn add(&mut self, title: Message) -> usize {
        self.titles.push(title);
        self.titles.len() - 1
    }

    /// Returns the name of an annex in running text.
    pub(super) fn name(&self, place: usize) -> Message {
        if self.titles.len() < 2 {
            return Message::fixed("Phụ lục", "Annex");
        }
        let numeral = roman(place + 1);
        message!("Phụ lục {numeral}", "Annex {numeral}")
    }

    /// Returns the head of an annex.
    pub(super) fn head(&self, place: usize) -> AnnexHead {
        let title = self.titles.get(place).cloned().unwrap_or(Message::fixed("", ""));
        let capitals = |lang| title.get(lang).to_uppercase();
        AnnexHead {
            label: self.name(place),
            title: Message::new(capitals(Lang::Vi), capitals(Lang::En)),
            attached: self.attached.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_of_an_office_makes_the_numbers_of_reports_and_letters() {
        use OfficeDocument::{Letter, Report};
        for (given, report, letter) in [
            (None, "……/BC-……", "……/……"),
            (Some("PGDĐT"), "……/BC-PGDĐT", "……/PGDĐT"),
            (Some("/BC-PGDĐT"), "……/BC-PGDĐT", "……/PGDĐT"),
            (Some("05/BC-PGDĐT"), "05/BC-PGDĐT", "……/PGDĐT"),
        ] {
            assert_eq!((number(given, Report), number(given, Letter)), (report.into(), letter.into()));
        }
    }
}
