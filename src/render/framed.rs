//! The lines around the text of an office's document, for the formats that set no columns.

use crate::document::{AnnexHead, Frame};
use crate::language::Lang;
use crate::sanitize::visible;

/// The lines above the title: the offices, the number, the place and the day; the subject of a letter.
pub(super) fn above(frame: &Frame, lang: Lang) -> Vec<String> {
    let (superior, office) = frame.offices();
    let place = format!("{} · {}", frame.numbered().get(lang), frame.place_and_day().get(lang));
    let regarding = frame.regarding().map(|regarding| regarding.get(lang).to_owned());
    let lines = superior.into_iter().chain([office, place]).chain(regarding);
    lines.map(|line| visible(&line).into_owned()).collect()
}

/// The lines of the title: the kind of document and its subject; none for a letter.
pub(super) fn titled(frame: &Frame, lang: Lang) -> Vec<String> {
    let Some(kind) = &frame.kind else { return Vec::new() };
    [kind.get(lang).to_uppercase(), frame.subject.get(lang).to_owned()]
        .map(|line| visible(&line).into_owned())
        .to_vec()
}

/// The lines of the addressees.
pub(super) fn addressed(frame: &Frame, lang: Lang) -> Vec<String> {
    frame.addressed().iter().map(|line| visible(line.get(lang)).into_owned()).collect()
}

/// The lines below the text: the signature, then the recipients.
pub(super) fn below(frame: &Frame, lang: Lang) -> (Vec<String>, Vec<String>) {
    let signed = frame.signature.capacity().into_iter().chain([frame.signature.signed().to_owned()]);
    let label = lang.pick("Nơi nhận:", "Recipients:").to_owned();
    let recipients = frame.recipients.iter().map(|line| line.get(lang).to_owned());
    let visible = |line: String| visible(&line).into_owned();
    (signed.map(visible).collect(), std::iter::once(label).chain(recipients).map(visible).collect())
}

/// The lines of an annex's head.
pub(super) fn annex(head: &AnnexHead, lang: Lang) -> [String; 3] {
    [&head.label, &head.title, &head.attached].map(|line| visible(line.get(lang)).into_owned())
}
