//! The placeholders among the letters of a paragraph.

use std::ops::Range;

use super::fault::TemplateFault;
use super::part::{Letter, Part, THING, TemplateParagraph};
use crate::language::Message;

/// The kind of a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// `{{name}}`: a value.
    Value,
    /// `{{#list}}`: what follows is repeated.
    Each,
    /// `{{^list}}`: what follows is for an empty list.
    Unless,
    /// `{{/list}}`: the end of either.
    End,
}

/// A placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TemplateMark {
    /// The kind.
    pub(super) kind: MarkKind,
    /// The name.
    pub(super) name: String,
    /// The paragraph, by its place in the part.
    pub(super) paragraph: usize,
    /// The letters of the paragraph.
    pub(super) letters: Range<usize>,
    /// The bytes of the part from the first to the last letter.
    pub(super) range: Range<usize>,
}

/// The letters around a placeholder that an error shows.
const AROUND: usize = 20;

/// Finds the placeholders of a part, in the order of the text; adds what is none to `faults`.
pub(super) fn marks(name: &str, part: &Part, faults: &mut Vec<TemplateFault>) -> Vec<TemplateMark> {
    let mut marks = Vec::new();
    for (at, paragraph) in part.paragraphs.iter().enumerate() {
        let letters = &paragraph.letters;
        let is_pair = |at: usize, sign: char| {
            letters.get(at..at + 2).is_some_and(|pair| pair.iter().all(|letter| letter.sign == sign))
        };
        let mut place = 0;
        while place < letters.len() {
            let wrong = |end: usize, message: Message| {
                fault_at(name, at, paragraph, &(place..end.min(letters.len())), message)
            };
            if is_pair(place, '}') {
                faults.push(wrong(
                    place + 2,
                    Message::fixed("}} không có {{ đứng trước", "}} without {{ before it"),
                ));
                place += 2;
            } else if is_pair(place, '{') {
                let first = place + 2;
                let ends = |at: &usize| is_pair(*at, '}') || is_pair(*at, '{') || letters[*at].sign == THING;
                let last = (first..letters.len()).find(ends);
                let Some(last) = last.filter(|last| is_pair(*last, '}')) else {
                    faults.push(wrong(
                        first + AROUND,
                        Message::fixed("{{ không có }} đóng lại", "{{ without }} behind it"),
                    ));
                    place = last.unwrap_or(letters.len()).max(first);
                    continue;
                };
                let words: String = letters[first..last].iter().map(|letter| letter.sign).collect();
                marks.push(mark(at, letters, place..last + 2, &words));
                place = last + 2;
            } else {
                place += 1;
            }
        }
    }
    // The paragraphs of a text box lie within another.
    marks.sort_by_key(|mark| mark.range.start);
    marks
}

fn mark(paragraph: usize, letters: &[Letter], range: Range<usize>, words: &str) -> TemplateMark {
    let words = words.trim();
    let kinds = [('#', MarkKind::Each), ('^', MarkKind::Unless), ('/', MarkKind::End)];
    let signed = kinds.into_iter().find_map(|(sign, kind)| Some((kind, words.strip_prefix(sign)?)));
    let (kind, name) = signed.unwrap_or((MarkKind::Value, words));
    let bytes = letters[range.start].range.start..letters[range.end - 1].range.end;
    TemplateMark { kind, name: name.trim().to_owned(), paragraph, letters: range, range: bytes }
}

/// A fault at some letters of a paragraph.
pub(super) fn fault_at(
    part: &str,
    at: usize,
    paragraph: &TemplateParagraph,
    letters: &Range<usize>,
    message: Message,
) -> TemplateFault {
    let all = &paragraph.letters;
    let shown = letters.start.saturating_sub(AROUND)..(letters.end + AROUND).min(all.len());
    let sign = |letter: &Letter| if letter.sign == THING { ' ' } else { letter.sign };
    let mut near: String = all.get(shown.clone()).unwrap_or_default().iter().map(sign).collect();
    if shown.start > 0 {
        near.insert(0, '…');
    }
    if shown.end < all.len() {
        near.push('…');
    }
    TemplateFault { part: part.to_owned(), paragraph: at + 1, near, message, help: None }
}

impl TemplateMark {
    /// The fault that the placeholder is wrong.
    pub(super) fn fault(&self, name: &str, part: &Part, message: Message) -> TemplateFault {
        fault_at(name, self.paragraph, &part.paragraphs[self.paragraph], &self.letters, message)
    }

    /// The letters of the placeholder.
    pub(super) fn letters<'p>(&self, part: &'p Part) -> &'p [Letter] {
        part.paragraphs[self.paragraph].letters.get(self.letters.clone()).unwrap_or_default()
    }

    /// The placeholder as it is written.
    pub(super) fn written(&self) -> String {
        let sign = match self.kind {
            MarkKind::Value => "",
            MarkKind::Each => "#",
            MarkKind::Unless => "^",
            MarkKind::End => "/",
        };
        format!("{{{{{sign}{}}}}}", self.name)
    }
}
