//! The lines of a document that are printed so far, and all its parts but tables.

use std::borrow::Cow;

use crate::document::{AnnexHead, Document, Fact, FilePlace, Frame, NumberedStep, Tone};
use crate::language::{Lang, Message};
use crate::render::framed;
use crate::render::grid::{self, tone};
use crate::render::options::RenderOptions;
use crate::sanitize::visible;

use super::paint::Paint;
use super::wrap::{width, wrap};

/// The least columns that anything is fitted to.
const LEAST: usize = 20;

/// The most columns of running text: longer lines are hard to read.
const RUNNING: usize = 100;

/// The separator of parts of one line.
const DOT: &str = " · ";

/// A name and a value in words.
pub(super) struct NamedText<'a> {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) tone: Tone,
    pub(super) place: Option<&'a FilePlace>,
}

/// The lines that are printed so far.
pub(super) struct TextPage {
    pub(super) lang: Lang,
    pub(super) paint: Paint,
    /// The columns of a line.
    pub(super) columns: usize,
    pub(super) out: String,
}

impl TextPage {
    pub(super) fn new(options: &RenderOptions) -> Self {
        Self {
            lang: options.lang,
            paint: Paint { color: options.color },
            columns: options.width.max(LEAST),
            out: String::new(),
        }
    }

    /// The title and what belongs to it: as much on a line as fits, or each by itself.
    pub(super) fn title(&mut self, document: &Document) {
        if let Some(frame) = &document.frame {
            return self.head(frame);
        }
        let title = visible(document.title.get(self.lang)).into_owned();
        let mut used = width(&title);
        let mut lines: Vec<String> =
            wrap(&title, self.columns).iter().map(|it| self.paint.bold(it)).collect();
        for part in &document.subtitle {
            let part = visible(part.get(self.lang));
            match lines.last_mut() {
                Some(line) if !document.stacked && used + width(DOT) + width(&part) <= self.columns => {
                    line.push_str(DOT);
                    line.push_str(&part);
                    used += width(DOT) + width(&part);
                }
                _ => {
                    lines.extend(wrap(&part, self.columns).into_iter().map(Cow::into_owned));
                    used = width(&part);
                }
            }
        }
        for line in lines {
            self.line(&line);
        }
    }

    /// The head of an office's document.
    fn head(&mut self, frame: &Frame) {
        self.wrapped(&framed::above(frame, self.lang), false);
        let title = framed::titled(frame, self.lang);
        let addressed = framed::addressed(frame, self.lang);
        for (lines, is_bold) in [(title, true), (addressed, false)] {
            if !lines.is_empty() {
                self.line("");
                self.wrapped(&lines, is_bold);
            }
        }
    }

    /// The signature and the recipients.
    pub(super) fn end(&mut self, frame: &Frame) {
        let (signed, recipients) = framed::below(frame, self.lang);
        for lines in [signed, recipients] {
            self.line("");
            self.wrapped(&lines, false);
        }
    }

    /// The head of an annex.
    pub(super) fn annex(&mut self, head: &AnnexHead) {
        let [label, title, attached] = framed::annex(head, self.lang);
        self.line("");
        self.wrapped(&[label, title], true);
        self.wrapped(&[attached], false);
    }

    fn wrapped(&mut self, lines: &[String], is_bold: bool) {
        let columns = self.columns.min(RUNNING);
        for line in lines.iter().flat_map(|line| wrap(line, columns)) {
            let line = if is_bold { self.paint.bold(&line) } else { line.into_owned() };
            self.line(&line);
        }
    }

    pub(super) fn heading(&mut self, text: &Message) {
        for line in wrap(&visible(text.get(self.lang)), self.columns) {
            self.line(&self.paint.bold(&line));
        }
    }

    pub(super) fn paragraph(&mut self, text: &Message) {
        for line in wrap(&visible(text.get(self.lang)), self.columns.min(RUNNING)) {
            self.line(&line);
        }
    }

    pub(super) fn list(&mut self, entries: &[Message]) {
        for entry in entries {
            let text = visible(entry.get(self.lang)).into_owned();
            self.hung("- ", 2, &text, Tone::Plain, None);
        }
    }

    pub(super) fn note(&mut self, text: &Message) {
        self.muted(&visible(text.get(self.lang)));
    }

    pub(super) fn legend(&mut self, marks: &[(Message, Message)]) {
        let mark = |(mark, text): &(Message, Message)| {
            format!("{}: {}", visible(mark.get(self.lang)), visible(text.get(self.lang)))
        };
        let marks: Vec<String> = marks.iter().map(mark).collect();
        self.muted(&marks.join(DOT));
    }

    pub(super) fn muted(&mut self, text: &str) {
        for line in wrap(text, self.columns.min(RUNNING)) {
            self.line(&self.paint.muted(&line));
        }
    }

    /// Names on the left, values beside them.
    pub(super) fn facts(&mut self, facts: &[Fact]) {
        let named: Vec<NamedText<'_>> = facts
            .iter()
            .map(|fact| NamedText {
                name: visible(fact.label.get(self.lang)).into_owned(),
                text: grid::fact(&fact.value, self.lang),
                tone: tone(&fact.value, Tone::Plain),
                place: fact.place.as_ref(),
            })
            .collect();
        self.named(&named);
    }

    /// Names and values, the values one below the other; where that leaves them too narrow, below the names.
    pub(super) fn named(&mut self, named: &[NamedText<'_>]) {
        let widest = named.iter().map(|named| width(&named.name)).max().unwrap_or(0);
        let beside = widest + 2 + LEAST <= self.columns;
        let indent = if beside { widest + 2 } else { 2 };
        for NamedText { name, text, tone, place } in named {
            let first = if beside {
                format!("{}{}", self.paint.muted(name), " ".repeat(indent - width(name)))
            } else {
                for line in wrap(name, self.columns) {
                    self.line(&self.paint.muted(&line));
                }
                " ".repeat(indent)
            };
            self.hung(&first, indent, text, *tone, *place);
        }
    }

    pub(super) fn steps(&mut self, steps: &[NumberedStep]) {
        let digits = steps.len().to_string().len();
        for (step, number) in steps.iter().zip(1..) {
            let first = format!("{number:>digits$}. ");
            let text = visible(step.text.get(self.lang)).into_owned();
            self.hung(&first, width(&first), &text, Tone::Plain, step.place.as_ref());
        }
    }

    /// A text that hangs from its first line, and the place where it is written behind it.
    fn hung(&mut self, first: &str, indent: usize, text: &str, tone: Tone, place: Option<&FilePlace>) {
        let columns = self.columns.min(RUNNING.max(indent + LEAST)).saturating_sub(indent).max(1);
        let mut texts: Vec<(Cow<'_, str>, bool)> =
            wrap(text, columns).into_iter().map(|line| (line, false)).collect();
        let place = place.map(|place| visible(&format!("({place})")).into_owned());
        let mut beside = None;
        if let Some(place) = place {
            let last = texts.last().map_or(0, |(line, _)| width(line));
            if last + 2 + width(&place) <= columns {
                beside = Some(place);
            } else {
                let lines = wrap(&place, columns).into_iter();
                texts.extend(lines.map(|line| (Cow::Owned(line.into_owned()), true)));
            }
        }
        let count = texts.len();
        for (at, (line, is_place)) in texts.into_iter().enumerate() {
            let lead = if at == 0 { first.to_owned() } else { " ".repeat(indent) };
            let line = if is_place { self.paint.muted(&line) } else { self.paint.tone(tone, &line) };
            match &beside {
                Some(place) if at + 1 == count => {
                    self.line(&format!("{lead}{line}  {}", self.paint.muted(place)));
                }
                _ => self.line(&format!("{lead}{line}")),
            }
        }
    }

    pub(super) fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }
}
