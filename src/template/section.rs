//! The range that a pair of marks repeats: rows of a table, paragraphs, or a part of one paragraph.

use std::collections::HashMap;
use std::ops::Range;

use super::fault::TemplateFault;
use super::mark::{MarkKind, TemplateMark};
use super::part::{Element, Letter, Part, Tag, TemplateParagraph};
use crate::language::Message;
use crate::message;

/// A pair of marks, and what it repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RepeatedSection {
    /// The name of the list.
    pub(super) list: String,
    /// The mark of the beginning, by its place among the marks.
    pub(super) mark: usize,
    /// True for what is kept if the list is empty.
    pub(super) is_inverted: bool,
    /// The bytes that the copies replace.
    pub(super) outer: Range<usize>,
    /// The bytes that are copied.
    pub(super) body: Range<usize>,
    /// The text between two copies.
    pub(super) between: String,
    /// The text instead of the copies, if there are none.
    pub(super) none: String,
    /// The text behind the last copy.
    pub(super) tail: String,
    /// The table whose rows are copied.
    pub(super) table: Option<usize>,
}

/// Finds the sections of a part; adds pairs that are none to `faults`.
pub(super) fn sections(
    name: &str,
    part: &Part,
    marks: &[TemplateMark],
    faults: &mut Vec<TemplateFault>,
) -> Vec<RepeatedSection> {
    let mut sections: Vec<RepeatedSection> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, mark) in marks.iter().enumerate() {
        match (mark.kind, open) {
            (MarkKind::Value, _) => {}
            (MarkKind::Each | MarkKind::Unless, None) => open = Some(at),
            (MarkKind::Each | MarkKind::Unless, Some(before)) => {
                let before = marks[before].written();
                let message =
                    message!("nằm trong {before}, chưa đóng", "stands within {before}, which is not closed");
                faults.push(mark.fault(name, part, message));
            }
            (MarkKind::End, None) => {
                let list = &mark.name;
                let message =
                    message!("không có {{{{#{list}}}}} đứng trước", "no {{{{#{list}}}}} stands before it");
                faults.push(mark.fault(name, part, message));
            }
            (MarkKind::End, Some(first)) if marks[first].name != mark.name => {
                let begun = marks[first].written();
                let message = message!("đóng nhầm {begun}", "does not close {begun}");
                faults.push(mark.fault(name, part, message));
            }
            (MarkKind::End, Some(first)) => {
                open = None;
                let pair = MarkPair { part, marks, first, last: at };
                match pair.section() {
                    Ok(section) => sections.push(section),
                    Err(message) => faults.push(marks[first].fault(name, part, message)),
                }
            }
        }
    }
    if let Some(first) = open {
        let list = &marks[first].name;
        let message = message!("không có {{{{/{list}}}}} đóng lại", "no {{{{/{list}}}}} closes it");
        faults.push(marks[first].fault(name, part, message));
    }
    sections.sort_by_key(|section| section.outer.start);
    let mut end = 0;
    for section in &sections {
        if section.outer.start < end {
            let message = Message::fixed(
                "phần lặp chồng lên phần lặp trước",
                "what it repeats overlaps what is repeated before",
            );
            faults.push(marks[section.mark].fault(name, part, message));
        }
        end = end.max(section.outer.end);
    }
    sections
}

/// The marks of the beginning and of the end.
struct MarkPair<'p> {
    part: &'p Part,
    marks: &'p [TemplateMark],
    first: usize,
    last: usize,
}

impl MarkPair<'_> {
    fn section(&self) -> Result<RepeatedSection, Message> {
        let (first, last) = (&self.marks[self.first], &self.marks[self.last]);
        if first.paragraph == last.paragraph {
            return if self.is_whole_paragraph() { Ok(self.blocks()) } else { self.within_paragraph() };
        }
        let part = self.part;
        let path = |mark: &TemplateMark| -> Vec<usize> {
            let mut path: Vec<usize> = part.around(part.paragraphs[mark.paragraph].element).collect();
            path.reverse();
            path
        };
        let (from, to) = (path(first), path(last));
        let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
        let tag = |at: Option<&usize>| at.map(|at| part.elements[*at].tag);
        match (tag(from.get(common)), tag(to.get(common))) {
            (Some(Tag::Row), Some(Tag::Row)) => Ok(self.rows(from[common], to[common])),
            (Some(Tag::Paragraph), Some(Tag::Paragraph))
                if from.len() == common + 1 && to.len() == common + 1 =>
            {
                Ok(self.blocks())
            }
            _ => {
                // Cells of one row, whatever stands between the row and its cells.
                let row = from[..common]
                    .iter()
                    .rev()
                    .find(|at| matches!(part.elements[**at].tag, Tag::Row | Tag::Cell | Tag::Paragraph));
                match row {
                    Some(row) if part.elements[*row].tag == Tag::Row => Ok(self.rows(*row, *row)),
                    _ => Err(Message::fixed(
                        "chỗ mở và chỗ đóng phải cùng một bảng, hoặc cùng ngoài bảng",
                        "its beginning and its end must stand in one table, or both in no table",
                    )),
                }
            }
        }
    }

    /// The rows from one to another; those of several that hold marks only are left out.
    fn rows(&self, first: usize, last: usize) -> RepeatedSection {
        let part = self.part;
        let outer = part.elements[first].outer.start..part.elements[last].outer.end;
        let mut body = outer.clone();
        if first != last {
            if self.holds_marks_only(first) {
                body.start = part.elements[first].outer.end;
            }
            if self.holds_marks_only(last) {
                body.end = part.elements[last].outer.start;
            }
        }
        let table = part.around(first).find(|at| part.elements[*at].tag == Tag::Table);
        RepeatedSection { outer, body, table, ..self.empty() }
    }

    /// The paragraphs from that of one mark to that of the other; those that hold marks only are left out.
    fn blocks(&self) -> RepeatedSection {
        let part = self.part;
        let [first, last] =
            [self.first, self.last].map(|mark| part.paragraphs[self.marks[mark].paragraph].element);
        let outer = part.elements[first].outer.start..part.elements[last].outer.end;
        let mut body = outer.clone();
        let mut ends_in_paragraph = true;
        if first != last {
            if self.holds_marks_only(first) {
                body.start = part.elements[first].outer.end;
            }
            if self.holds_marks_only(last) {
                body.end = part.elements[last].outer.start;
                let before = part.previous_sibling(last);
                ends_in_paragraph =
                    before.is_some_and(|at| part.elements[at].tag == Tag::Paragraph) && body.start < body.end;
            }
        }
        // A cell, a header, a text box ends with a paragraph.
        let is_last = part.next_sibling(last).is_none_or(|at| part.elements[at].tag == Tag::SectionFormat);
        let paragraph = if is_last { self.empty_paragraph(last) } else { String::new() };
        let tail = if ends_in_paragraph { String::new() } else { paragraph.clone() };
        RepeatedSection { outer, body, none: paragraph, tail, ..self.empty() }
    }

    /// The letters between the marks of one paragraph, with the runs in which they stand.
    fn within_paragraph(&self) -> Result<RepeatedSection, Message> {
        let part = self.part;
        let (first, last) = (&self.marks[self.first], &self.marks[self.last]);
        let text = |letter: Option<&Letter>| letter.map(|letter| letter.text);
        let (Some(from), Some(to)) = (text(first.letters(part).last()), text(last.letters(part).first()))
        else {
            return Err(Message::fixed("chỗ mở không có chữ", "its beginning has no letters"));
        };
        let outer = first.range.end..last.range.start;
        let run = |text: usize| part.elements[text].parent;
        let above = |text: usize| run(text).and_then(|run| part.elements[run].parent);
        if above(from) != above(to) {
            return Err(Message::fixed(
                "chỗ mở và chỗ đóng không cùng một liên kết hay khung",
                "its beginning and its end stand in different links or frames",
            ));
        }
        let (between, none) = if from == to {
            (String::new(), String::new())
        } else {
            (self.change_of_run(to, from), self.change_of_run(from, to))
        };
        Ok(RepeatedSection { body: outer.clone(), outer, between, none, ..self.empty() })
    }

    /// The tags that end the run of one text and begin that of another, in its format.
    fn change_of_run(&self, from: usize, to: usize) -> String {
        let part = self.part;
        let end = |at: usize| {
            let Element { outer, inner, .. } = &part.elements[at];
            part.slice(&(inner.end..outer.end)).to_owned()
        };
        let [from_run, to_run] = [from, to].map(|text| part.elements[text].parent.unwrap_or(text));
        let format = part.format(to_run);
        let text = preserving(part.start_tag(to));
        format!("{}{}{}{format}{text}", end(from), end(from_run), part.start_tag(to_run))
    }

    /// A paragraph in the format of another, without letters.
    fn empty_paragraph(&self, like: usize) -> String {
        let part = self.part;
        let format = part.format(like);
        let Element { outer, inner, .. } = &part.elements[like];
        format!("{}{format}{}", part.start_tag(like), part.slice(&(inner.end..outer.end)))
    }

    /// Returns true if the marks are the first and the last of their paragraph, which then is repeated as a whole.
    fn is_whole_paragraph(&self) -> bool {
        let (first, last) = (&self.marks[self.first], &self.marks[self.last]);
        let paragraph = &self.part.paragraphs[first.paragraph];
        let is_blank = |letters: &[Letter]| letters.iter().all(|letter| letter.sign.is_whitespace());
        let (before, behind) = (
            paragraph.letters.get(..first.letters.start).unwrap_or_default(),
            paragraph.letters.get(last.letters.end..).unwrap_or_default(),
        );
        is_blank(before) && is_blank(behind) && !paragraph.ends_section
    }

    /// Returns true if nothing but marks of sections stands in the paragraphs of an element.
    fn holds_marks_only(&self, element: usize) -> bool {
        let part = self.part;
        let outer = &part.elements[element].outer;
        let start = |paragraph: &TemplateParagraph| part.elements[paragraph.element].outer.start;
        let first = part.paragraphs.partition_point(|paragraph| start(paragraph) < outer.start);
        let first_mark = self.marks.partition_point(|mark| mark.range.start < outer.start);
        let marks = self.marks[first_mark..].iter().take_while(|mark| mark.range.start < outer.end);
        let mut marked: HashMap<usize, usize> = HashMap::new();
        for mark in marks.filter(|mark| mark.kind != MarkKind::Value) {
            let seen = mark.letters(part).iter().filter(|letter| !letter.sign.is_whitespace());
            *marked.entry(mark.paragraph).or_default() += seen.count();
        }
        let mut within = part
            .paragraphs
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, paragraph)| start(paragraph) < outer.end);
        within.all(|(at, paragraph)| {
            if paragraph.letters.is_empty() {
                return !paragraph.has_content && !paragraph.ends_section;
            }
            let seen = paragraph.letters.iter().filter(|letter| !letter.sign.is_whitespace()).count();
            !paragraph.ends_section && marked.get(&at) == Some(&seen)
        })
    }

    fn empty(&self) -> RepeatedSection {
        let mark = &self.marks[self.first];
        RepeatedSection {
            list: mark.name.clone(),
            mark: self.first,
            is_inverted: mark.kind == MarkKind::Unless,
            outer: 0..0,
            body: 0..0,
            between: String::new(),
            none: String::new(),
            tail: String::new(),
            table: None,
        }
    }
}

/// The start tag of a text, with the attribute that keeps spaces at its ends.
pub(super) fn preserving(tag: &str) -> String {
    match tag.strip_suffix('>') {
        Some(open) if !keeps_spaces(tag) => format!("{open}{PRESERVE}>"),
        _ => tag.to_owned(),
    }
}

/// The attribute that keeps spaces at the ends of a text.
pub(super) const PRESERVE: &str = " xml:space=\"preserve\"";

/// Returns true if a start tag says what becomes of spaces.
pub(super) fn keeps_spaces(tag: &str) -> bool {
    tag.contains("xml:space")
}
