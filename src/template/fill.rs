//! The text of a part with its placeholders replaced.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
use std::ops::Range;

use super::fault::{TemplateError, TemplateFault};
use super::mark::{MarkKind, TemplateMark, marks};
use super::part::{Part, Tag};
use super::section::{PRESERVE, RepeatedSection, keeps_spaces, preserving, sections};
use super::values::{TemplateList, TemplateValues};
use crate::language::Message;
use crate::message;
use crate::package::{XmlFault, push_escaped};
use crate::sanitize::{quoted, visible};
use crate::vietnamese::nearest;

/// The maximum size of a filled part.
const LONGEST: usize = 64 << 20;

/// The bytes that a change counts for beside those that it writes: an empty value takes time as well.
const CHANGE: usize = 16;

/// A part with its placeholders.
#[derive(Debug, Clone)]
pub(super) struct TemplatePart {
    /// The name of the part.
    name: String,
    part: Part,
    marks: Vec<TemplateMark>,
    sections: Vec<RepeatedSection>,
    /// The changes, in the order of the text; none overlaps another.
    changes: Vec<TextChange>,
    /// The sections of tables whose rows are all repeated: without a row there is no table.
    tables: HashMap<usize, Vec<usize>>,
}

/// A change of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TextChange {
    range: Range<usize>,
    kind: ChangeKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChangeKind {
    /// The value of a mark, by its place.
    Value(usize),
    /// Nothing.
    Nothing,
    /// The attribute that keeps spaces.
    Preserve,
    /// An anchor, which the second copy leaves out.
    Anchor,
}

/// A place from which the values of marks come.
#[derive(Clone, Copy)]
struct RowScope<'v> {
    list: &'v TemplateList,
    values: &'v [String],
    /// True for a copy behind the first.
    is_repeated: bool,
}

impl TemplatePart {
    /// Reads a part; adds wrong placeholders to `faults`.
    pub(super) fn read(name: &str, xml: &str, faults: &mut Vec<TemplateFault>) -> Result<Self, XmlFault> {
        let part = Part::read(xml)?;
        let marks = marks(name, &part, faults);
        let sections = sections(name, &part, &marks, faults);
        let changes = changes(&part, &marks, !sections.is_empty());
        let tables = tables(&part, &sections);
        Ok(Self { name: name.to_owned(), part, marks, sections, changes, tables })
    }

    /// Returns true if the part has a placeholder.
    pub(super) fn has_placeholders(&self) -> bool {
        !self.marks.is_empty()
    }

    /// Adds the placeholders whose names are unknown to `faults`.
    pub(super) fn check(&self, values: &TemplateValues, faults: &mut Vec<TemplateFault>) {
        for mark in &self.marks {
            let fault = match mark.kind {
                MarkKind::Value => self.unknown_field(mark, values),
                MarkKind::Each | MarkKind::Unless => unknown_list(mark, values),
                // Its name is that of the beginning, or a fault already.
                MarkKind::End => None,
            };
            faults.extend(fault.map(|(message, help)| {
                let fault = mark.fault(&self.name, &self.part, message);
                TemplateFault { help, ..fault }
            }));
        }
    }

    fn unknown_field(
        &self,
        mark: &TemplateMark,
        values: &TemplateValues,
    ) -> Option<(Message, Option<Message>)> {
        let name = mark.name.as_str();
        let list = self.section_at(mark.range.start).filter(|section| !section.is_inverted);
        let list = list.and_then(|section| values.list(&section.list));
        if values.field(name).is_some() || list.is_some_and(|list| list.column(name).is_some()) {
            return None;
        }
        let shown = quoted(name);
        let message = message!("không có trường {shown}", "there is no field {shown}");
        let mut owners = values.lists.iter().filter(|list| list.column(name).is_some());
        if let Some(owner) = owners.next() {
            let owner = &owner.name;
            let help = message!(
                "đây là trường của từng dòng: đặt giữa {{{{#{owner}}}}} và {{{{/{owner}}}}}",
                "it is a field of rows: put it between {{{{#{owner}}}}} and {{{{/{owner}}}}}"
            );
            return Some((message, Some(help)));
        }
        if values.list(name).is_some() {
            let help = message!(
                "đây là danh sách: {{{{#{name}}}}} … {{{{/{name}}}}}",
                "it is a list: {{{{#{name}}}}} … {{{{/{name}}}}}"
            );
            return Some((message, Some(help)));
        }
        let rows = list.into_iter().flat_map(|list| &list.columns).map(|column| column.name.as_str());
        let near = nearest(name, rows.chain(values.fields.iter().map(|field| field.name.as_str())));
        Some((message, near.map(Message::same)))
    }

    /// Returns the text with values.
    ///
    /// # Errors
    /// [`TemplateError::TooLong`]; unknown names have no value, [`check`](Self::check) finds them before.
    pub(super) fn filled(&self, values: &TemplateValues) -> Result<String, TemplateError> {
        let mut out = Filled { text: String::with_capacity(self.part.xml.len()), cost: 0 };
        let rows = |section: &RepeatedSection| values.list(&section.list).map_or(0, |list| list.rows.len());
        let copies = |section: &RepeatedSection| {
            let rows = rows(section);
            if section.is_inverted { usize::from(rows == 0) } else { rows }
        };
        let mut place = 0;
        for section in &self.sections {
            let without = section.table.and_then(|table| Some((table, self.tables.get(&table)?)));
            let without = without.filter(|(_, all)| all.iter().all(|at| copies(&self.sections[*at]) == 0));
            if let Some((table, _)) = without {
                let table = &self.part.elements[table].outer;
                if place <= table.start {
                    self.copy(place..table.start, None, values, &mut out)?;
                    place = table.end;
                }
                continue;
            }
            self.copy(place..section.outer.start, None, values, &mut out)?;
            place = section.outer.end;
            let list = values.list(&section.list);
            let count = copies(section);
            for at in 0..count {
                if at > 0 {
                    out.push(&section.between)?;
                }
                let row = list.filter(|_| !section.is_inverted).and_then(|list| {
                    Some(RowScope { list, values: list.rows.get(at)?, is_repeated: at > 0 })
                });
                self.copy(section.body.clone(), row, values, &mut out)?;
            }
            out.push(if count == 0 { &section.none } else { &section.tail })?;
        }
        self.copy(place..self.part.xml.len(), None, values, &mut out)?;
        Ok(out.text)
    }

    /// Copies a range of the text with its changes.
    fn copy(
        &self,
        range: Range<usize>,
        row: Option<RowScope<'_>>,
        values: &TemplateValues,
        out: &mut Filled,
    ) -> Result<(), TemplateError> {
        let first = self.changes.partition_point(|change| change.range.start < range.start);
        let mut place = range.start;
        for change in self.changes[first..].iter().take_while(|change| change.range.start < range.end) {
            let is_kept = change.kind == ChangeKind::Anchor && !row.is_some_and(|row| row.is_repeated);
            // Within an anchor that is left out, nothing else is written either.
            if is_kept || change.range.start < place {
                continue;
            }
            out.push(self.part.slice(&(place..change.range.start)))?;
            match change.kind {
                ChangeKind::Value(mark) => self.push_value(&self.marks[mark], row, values, out),
                ChangeKind::Preserve => out.text.push_str(PRESERVE),
                ChangeKind::Nothing | ChangeKind::Anchor => {}
            }
            out.cost += CHANGE;
            place = change.range.end;
        }
        out.push(self.part.slice(&(place..range.end)))
    }

    /// Appends the value of a mark, each line after the first behind a break.
    fn push_value(
        &self,
        mark: &TemplateMark,
        row: Option<RowScope<'_>>,
        values: &TemplateValues,
        out: &mut Filled,
    ) {
        let of_row = row.and_then(|row| row.values.get(row.list.column(&mark.name)?)).map(String::as_str);
        let Some(value) = of_row.or_else(|| values.field(&mark.name)) else { return };
        let mut lines = value.trim_end_matches('\n').split('\n');
        push_escaped(&visible(lines.next().unwrap_or_default()), &mut out.text);
        for line in lines {
            let tag =
                mark.letters(&self.part).first().map_or("<w:t>", |letter| self.part.start_tag(letter.text));
            let name =
                tag.trim_start_matches('<').split(['>', ' ', '\t', '\r', '\n']).next().unwrap_or_default();
            let prefix = name.strip_suffix('t').unwrap_or_default();
            let _ = write!(out.text, "</{name}><{prefix}br/>{}", preserving(tag));
            push_escaped(&visible(line), &mut out.text);
        }
    }

    /// The section whose copies hold a place.
    fn section_at(&self, place: usize) -> Option<&RepeatedSection> {
        let next = self.sections.partition_point(|section| section.outer.start <= place);
        self.sections.get(next.checked_sub(1)?).filter(|section| section.body.contains(&place))
    }
}

fn unknown_list(mark: &TemplateMark, values: &TemplateValues) -> Option<(Message, Option<Message>)> {
    if values.list(&mark.name).is_some() {
        return None;
    }
    let shown = quoted(&mark.name);
    let message = message!("không có danh sách {shown}", "there is no list {shown}");
    let near = nearest(&mark.name, values.lists.iter().map(|list| list.name.as_str()));
    Some((message, near.map(Message::same)))
}

/// The text so far.
struct Filled {
    text: String,
    cost: usize,
}

impl Filled {
    fn push(&mut self, words: &str) -> Result<(), TemplateError> {
        if self.text.len() + self.cost + words.len() > LONGEST {
            return Err(TemplateError::TooLong(LONGEST));
        }
        self.text.push_str(words);
        Ok(())
    }
}

/// The changes of a part; anchors matter where something is repeated.
fn changes(part: &Part, marks: &[TemplateMark], has_sections: bool) -> Vec<TextChange> {
    let mut changes = Vec::new();
    let mut texts = BTreeSet::new();
    for (at, mark) in marks.iter().enumerate() {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for letter in mark.letters(part) {
            texts.insert(letter.text);
            match ranges.last_mut() {
                Some(last) if last.end == letter.range.start => last.end = letter.range.end,
                _ => ranges.push(letter.range.clone()),
            }
        }
        let value = (mark.kind == MarkKind::Value).then_some(ChangeKind::Value(at));
        let kinds = value.into_iter().chain(std::iter::repeat(ChangeKind::Nothing));
        changes.extend(ranges.into_iter().zip(kinds).map(|(range, kind)| TextChange { range, kind }));
    }
    for text in texts {
        if !keeps_spaces(part.start_tag(text)) {
            let end = part.elements[text].inner.start - 1;
            changes.push(TextChange { range: end..end, kind: ChangeKind::Preserve });
        }
    }
    if has_sections {
        let anchors = part.elements.iter().filter(|element| element.tag == Tag::Anchor);
        changes.extend(
            anchors.map(|anchor| TextChange { range: anchor.outer.clone(), kind: ChangeKind::Anchor }),
        );
    }
    changes.sort_by_key(|change| change.range.start);
    changes
}

/// The tables whose rows are all repeated, with the sections that repeat them.
fn tables(part: &Part, sections: &[RepeatedSection]) -> HashMap<usize, Vec<usize>> {
    let mut repeated: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, section) in sections.iter().enumerate() {
        if let Some(table) = section.table {
            repeated.entry(table).or_default().push(at);
        }
    }
    // The rows of all these tables are looked at once.
    let mut others = BTreeSet::new();
    for (at, element) in part.elements.iter().enumerate().filter(|(_, element)| element.tag == Tag::Row) {
        let table = part.around(at).find(|at| part.elements[*at].tag == Tag::Table);
        if let Some((table, of_table)) = table.and_then(|table| Some((table, repeated.get(&table)?))) {
            let is_in = |section: &RepeatedSection| {
                section.outer.start <= element.outer.start && element.outer.end <= section.outer.end
            };
            let before = of_table.partition_point(|at| sections[*at].outer.start <= element.outer.start);
            let last = before.checked_sub(1).and_then(|at| of_table.get(at));
            if !last.is_some_and(|at| is_in(&sections[*at])) {
                others.insert(table);
            }
        }
    }
    repeated.into_iter().filter(|(table, _)| !others.contains(table)).collect()
}
