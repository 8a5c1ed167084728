//! The same content at other places, independent of the text it was read from.

use super::entry::{DraftField, DraftValue, Entry, OwnField};
use super::text::Text;
use super::whole::{Draft, LostEntry, SkippedPart};
use crate::parse::allow::Allow;
use crate::span::{Span, Spanned};

impl Text<'_> {
    fn owned<'o>(self) -> Text<'o> {
        Text::Made(match self {
            Self::Verbatim(words) => words.into(),
            Self::Made(words) => words,
        })
    }
}

impl<'s> Draft<'s> {
    /// Returns the same content with other spans, and with texts of its own.
    pub(in crate::parse) fn relocated<'o>(self, to: &impl Fn(Span) -> Span) -> Draft<'o> {
        let all = |entries: Vec<Entry<'s>>| entries.into_iter().map(|entry| entry.relocated(to)).collect();
        let allow = |allow: Allow| Allow {
            others: allow.others.into_iter().map(to).collect(),
            rules: allow.rules.into_iter().map(|rule| Spanned::new(rule.value, to(rule.span))).collect(),
            ..allow
        };
        let reporter = |unit: Spanned<Text<'s>>| Spanned::new(unit.value.owned(), to(unit.span));
        let skipped = |part: SkippedPart| SkippedPart { span: to(part.span), ..part };
        let lost = |entry: LostEntry| LostEntry { span: to(entry.span), error: to(entry.error) };
        Draft {
            main: self.main,
            files: self.files,
            header: self.header.relocated(to),
            lists: self.lists.into_iter().map(all).collect(),
            settings: all(self.settings),
            calendars: all(self.calendars),
            areas: all(self.areas),
            allows: self.allows.into_iter().map(allow).collect(),
            incomplete: self.incomplete,
            lost_file: self.lost_file,
            skipped: self.skipped.into_iter().map(skipped).collect(),
            corrected: self.corrected.into_iter().map(to).collect(),
            report_files: self.report_files,
            reporters: self.reporters.into_iter().map(reporter).collect(),
            lost_entries: self.lost_entries.into_iter().map(lost).collect(),
        }
    }
}

impl<'s> Entry<'s> {
    fn relocated<'o>(self, to: &impl Fn(Span) -> Span) -> Entry<'o> {
        let bytes = |(start, end)| {
            let span = to(Span::new(self.span.source, start, end));
            (span.start, span.end)
        };
        let field = |field: DraftField<'s>| {
            let (key_at, value_at) = (bytes(field.key_at()), bytes(field.value_at));
            DraftField::new(field.key, key_at, field.value.relocated(to), value_at)
        };
        let fields = self.fields.into_iter().map(field).collect();
        let own = self.own.into_iter().map(|field| field.relocated(to)).collect();
        Entry { format: self.format, span: to(self.span), fields, own }
    }
}

impl OwnField<'_> {
    fn relocated<'o>(self, to: &impl Fn(Span) -> Span) -> OwnField<'o> {
        let key = Spanned::new(self.key.value.owned(), to(self.key.span));
        OwnField { key, value: self.value.map(Text::owned), span: to(self.span) }
    }
}

impl<'s> DraftValue<'s> {
    fn relocated<'o>(self, to: &impl Fn(Span) -> Span) -> DraftValue<'o> {
        let text = |text: Spanned<Text<'s>>| Spanned::new(text.value.owned(), to(text.span));
        match self {
            Self::Text(text) => DraftValue::Text(text.owned()),
            Self::Day(day) => DraftValue::Day(day),
            Self::YearlessDay(day) => DraftValue::YearlessDay(day),
            Self::Bool(value) => DraftValue::Bool(value),
            Self::Count(count) => DraftValue::Count(count),
            Self::Number(number) => DraftValue::Number(number),
            Self::Many(all) => DraftValue::Many(all.into_iter().map(text).collect()),
            Self::Pairs(all) => {
                DraftValue::Pairs(all.into_iter().map(|(key, value)| (text(key), text(value))).collect())
            }
            Self::Map(entry) => DraftValue::Map(Box::new(entry.relocated(to))),
            Self::List(all) => DraftValue::List(all.into_iter().map(|entry| entry.relocated(to)).collect()),
            Self::Wrong => DraftValue::Wrong,
        }
    }
}
