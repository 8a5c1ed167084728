//! The answers from which the fields of a template take their values.

use crate::answer::{BriefAnswer, LeftOutAnswer, LettersAnswer, ReportAnswer, StatusAnswer, UnitLetter};
use crate::date::{AsOf, Day};
use crate::document::Frame;
use crate::language::{Lang, Message};
use crate::model::Plan;
use crate::report::office::frame::{OfficeDocument, frame};
use crate::report::office::letter::{LetterOptions, LetterWork, letter_frame};
use crate::report::office::period::{ReportOptions, report_frame};
use crate::report::office::words::{counted, day, titled};
use crate::template::TemplateField;

/// The answer of a document, and its frame.
pub(super) struct OfficeFacts<'f, 's> {
    pub(super) lang: Lang,
    pub(super) plans: &'f [&'s Plan],
    pub(super) as_of: AsOf,
    pub(super) frame: Frame,
    /// The sentence on entries that the answer does not cover.
    pub(super) left_out: Option<Message>,
    /// Of a report.
    pub(super) report: Option<&'f ReportAnswer<'s>>,
    /// Of a brief.
    pub(super) brief: Option<&'f BriefAnswer<'s>>,
    /// Of a letter.
    pub(super) letter: Option<LetterFacts<'f, 's>>,
}

/// The facts of a letter.
pub(super) struct LetterFacts<'f, 's> {
    pub(super) answer: &'f LettersAnswer<'s>,
    /// The names of the units to which it is addressed.
    pub(super) units: Vec<&'f str>,
    /// The letters that it stands for: one, or all.
    pub(super) letters: &'f [UnitLetter<'s>],
    pub(super) work: LetterWork<'s>,
    pub(super) options: LetterOptions,
}

impl<'f, 's> OfficeFacts<'f, 's> {
    pub(super) fn of_report(
        answer: &'f ReportAnswer<'s>,
        options: ReportOptions,
        left_out: &LeftOutAnswer,
        lang: Lang,
    ) -> Self {
        Self {
            lang,
            plans: answer.plans(),
            as_of: answer.status.as_of,
            frame: report_frame(answer, options.date),
            left_out: left_out.sentence(),
            report: Some(answer),
            brief: None,
            letter: None,
        }
    }

    pub(super) fn of_brief(answer: &'f BriefAnswer<'s>, left_out: &LeftOutAnswer, lang: Lang) -> Self {
        let plans = &answer.status.plans;
        Self {
            lang,
            plans,
            as_of: answer.status.as_of,
            frame: frame(OfficeDocument::Report, plans, titled(plans), Vec::new(), None),
            left_out: left_out.sentence(),
            report: None,
            brief: Some(answer),
            letter: None,
        }
    }

    pub(super) fn of_letter(
        answer: &'f LettersAnswer<'s>,
        letter: Option<&'f UnitLetter<'s>>,
        options: LetterOptions,
        left_out: &LeftOutAnswer,
        lang: Lang,
    ) -> Self {
        let letters = letter.map_or(answer.letters.as_slice(), std::slice::from_ref);
        let units: Vec<&str> = letters.iter().map(|letter| letter.name).collect();
        let work = letter.map_or_else(|| LetterWork::of_all(answer), LetterWork::of_unit);
        Self {
            lang,
            plans: &answer.plans,
            as_of: answer.as_of,
            frame: letter_frame(&answer.plans, &units, options.date),
            left_out: left_out.sentence(),
            report: None,
            brief: None,
            letter: Some(LetterFacts { answer, units, letters, work, options }),
        }
    }

    /// The figures of a report or a brief.
    pub(super) fn status(&self) -> Option<&'f StatusAnswer<'s>> {
        let of_report = self.report.map(|report| &report.status);
        of_report.or_else(|| self.brief.map(|brief| &brief.status))
    }

    /// A count as it stands in running text.
    pub(super) fn count(&self, count: usize) -> String {
        counted(count as u64, self.lang)
    }

    /// A number of days as it stands in running text.
    pub(super) fn days(&self, days: i64) -> String {
        counted(u64::try_from(days).unwrap_or(0), self.lang)
    }

    /// A day as it stands in running text.
    pub(super) fn day(&self, of: Day) -> String {
        day(of, self.lang)
    }

    /// The words of a message.
    pub(super) fn say(&self, message: &Message) -> String {
        message.get(self.lang).to_owned()
    }
}

/// A field of the whole document.
pub(super) struct Field {
    name: &'static str,
    meaning: Message,
    value: FieldValue,
}

/// The value of a field; none if the document has no such field.
type FieldValue = fn(&OfficeFacts<'_, '_>) -> Option<String>;

impl Field {
    pub(super) const fn new(
        name: &'static str,
        vi: &'static str,
        en: &'static str,
        value: FieldValue,
    ) -> Self {
        Self { name, meaning: Message::fixed(vi, en), value }
    }

    /// Returns the field with its value, if the document has it.
    pub(super) fn of(&self, facts: &OfficeFacts<'_, '_>) -> Option<TemplateField> {
        let value = (self.value)(facts)?;
        Some(TemplateField { name: self.name.to_owned(), meaning: self.meaning.clone(), value })
    }
}
