//! The entries of the old plan: their deadlines, their units, and the places that a person should check.

use super::doubt::DoubtReason;
use super::file::RenewedFile;
use super::units::EndedUnits;
use super::years::YearShift;
use crate::diagnostic::TextEdit;
use crate::parse::{DraftValue, Entry, Key, Mapping};
use crate::span::Span;

/// The changes that all entries undergo.
pub(super) struct EntryRenewal<'r> {
    pub(super) shift: YearShift,
    pub(super) ended: &'r EndedUnits,
}

impl EntryRenewal<'_> {
    /// Renews an entry, and those in it.
    pub(super) fn renew(&self, entry: &Entry<'_>, file: &mut RenewedFile<'_>) {
        if !file.has(entry.span()) && entry.format().mapping != Mapping::Header {
            return;
        }
        for (key, value) in entry
            .values()
            .filter(|(key, value)| *key != Key::Results && file.has(value.span))
            .collect::<Vec<_>>()
        {
            match (entry.format().mapping, key) {
                (_, Key::Due) => self.due(value.value, value.span, file),
                (Mapping::Tasks | Mapping::Schedule, Key::From) => self.years(value.span, file),
                (
                    Mapping::Tasks | Mapping::Schedule | Mapping::Targets | Mapping::Defaults,
                    Key::Lead | Key::With | Key::To,
                )
                | (Mapping::Groups, Key::Members) => {
                    file.edit(self.ended.edits(file.text, entry, key));
                    if self.ended.is_left(entry, key) {
                        file.doubt(value.span, DoubtReason::EndedUnit);
                    }
                }
                (Mapping::Groups, Key::Count) => file.doubt(value.span, DoubtReason::Count),
                (Mapping::Targets | Mapping::Horizons, Key::Value) => {
                    file.doubt(value.span, DoubtReason::TargetValue);
                }
                (Mapping::Header, Key::Signer) => file.doubt(value.span, DoubtReason::Signer),
                (Mapping::Header, Key::Issuer | Key::Standing) if self.ended.is_named(entry, key) => {
                    file.doubt(value.span, DoubtReason::EndedUnit);
                }
                (
                    Mapping::Tasks
                    | Mapping::Schedule
                    | Mapping::Targets
                    | Mapping::Sections
                    | Mapping::Goals,
                    Key::Title,
                ) => {
                    let words = words(file.text, value.span);
                    if self.shift.moved(words) != words {
                        file.doubt(value.span, DoubtReason::Year);
                    }
                }
                _ => {}
            }
            match value.value {
                DraftValue::Map(inner) if key != Key::Due && key != Key::Period => self.renew(inner, file),
                DraftValue::List(entries) if key == Key::Bases => {
                    entries.iter().for_each(|basis| file.doubt(basis.span(), DoubtReason::Basis));
                }
                DraftValue::List(entries) => entries.iter().for_each(|entry| self.renew(entry, file)),
                _ => {}
            }
        }
    }

    /// The years of a deadline: of its words, and of those that state their meaning.
    fn due(&self, value: &DraftValue<'_>, span: Span, file: &mut RenewedFile<'_>) {
        match value {
            DraftValue::Map(due) => {
                let values: Vec<Span> = due.values().map(|(_, value)| value.span).collect();
                for span in values {
                    self.years(span, file);
                }
            }
            _ => self.years(span, file),
        }
    }

    /// The years at a place move.
    pub(super) fn years(&self, span: Span, file: &mut RenewedFile<'_>) {
        let years = self.shift.years_of(words(file.text, span));
        let start = span.start as usize;
        let edit = |(place, year): (std::ops::Range<usize>, String)| {
            TextEdit::replacement(Span::of(span.source, start + place.start..start + place.end), year)
        };
        file.edit(years.moved.into_iter().map(edit).collect::<Vec<_>>());
        if years.stays {
            file.doubt(span, DoubtReason::Year);
        }
    }
}

fn words(text: &str, span: Span) -> &str {
    text.get(span.start as usize..span.end as usize).unwrap_or_default()
}
