//! The fields that are sentences of the program's own documents.

use super::facts::{Field, OfficeFacts};
use crate::language::Message;
use crate::report::office::letter::{finding, request};
use crate::report::office::sections;
use crate::report::status::tasks_in_words;
use crate::report::targets::sum;

/// The fields.
pub(super) static FIELDS: [Field; 7] = [
    Field::new(
        "text.results",
        "Câu về số việc theo kết quả",
        "The sentence on the work by result",
        |facts| said(facts, sections::counts(facts.report?)),
    ),
    Field::new(
        "text.shares",
        "Câu về các tỷ lệ, có mẫu số",
        "The sentence on the shares and their denominators",
        |facts| said(facts, sections::shares(&facts.status()?.total, None)),
    ),
    Field::new("text.tasks", "Câu về số nhiệm vụ", "The sentence on the tasks", |facts| {
        said(facts, tasks_in_words(&facts.status()?.tasks))
    }),
    Field::new("text.changes", "Câu về thay đổi trong kỳ", "The sentence on the changes", |facts| {
        let changes = facts.status()?.changes.as_ref();
        Some(changes.map_or(String::new(), |changes| facts.say(&sections::since(changes))))
    }),
    Field::new("text.targets", "Câu về các chỉ tiêu", "The sentence on the targets", |facts| {
        said(facts, sum(&facts.report?.targets))
    }),
    Field::new("text.finding", "Câu nêu kết quả rà soát", "The finding of the letter", |facts| {
        let letter = facts.letter.as_ref()?;
        said(facts, finding(letter.answer, &letter.units, &letter.work))
    }),
    Field::new("text.request", "Câu đề nghị", "The request of the letter", |facts| {
        let letter = facts.letter.as_ref()?;
        said(facts, request(letter.answer, &letter.units, &letter.work, letter.options))
    }),
];

#[allow(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "each field is a message that is made for it"
)]
fn said(facts: &OfficeFacts<'_, '_>, message: Message) -> Option<String> {
    Some(facts.say(&message))
}
