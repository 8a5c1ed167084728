//! A plan as it is written from a document: values with their doubts and places.

use super::block::SourcePlace;
use super::units::ImportedUnit;
use crate::language::Message;

/// A doubt about a value, for a person to settle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Doubt {
    /// The key of the value: `lead`, `due`, `title`.
    pub key: &'static str,
    /// The reason.
    pub reason: Message,
}

/// A plan from a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ImportedPlan {
    /// The id.
    pub id: String,
    /// The header.
    pub header: ImportedHeader,
    /// The documents on which it is based.
    pub bases: Vec<ImportedBase>,
    /// The goals.
    pub goals: Vec<ImportedGoal>,
    /// The sections.
    pub sections: Vec<ImportedSection>,
    /// The tasks.
    pub tasks: Vec<ImportedTask>,
    /// The rows of the schedules, by annex.
    pub annexes: Vec<ImportedAnnex>,
    /// The targets that sentences name.
    pub targets: Vec<ImportedTarget>,
    /// The units.
    pub units: Vec<ImportedUnit>,
    /// The groups that the document lists.
    pub groups: Vec<ImportedGroup>,
    /// The own columns: key and title.
    pub columns: Vec<(String, String)>,
    /// Words before the title, and the title itself, as they stand.
    pub opening: Vec<String>,
    /// The paragraphs between the title and the first section, as they stand.
    pub preamble: Vec<String>,
    /// The words behind the last section, as they stand.
    pub closing: Vec<String>,
    /// Words without an entry, with their places.
    pub left: Vec<(SourcePlace, String)>,
}

/// The header of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ImportedHeader {
    /// The title.
    pub title: String,
    /// The period.
    pub period: String,
    /// The first year of the school year, if the period is one.
    pub school_year: Option<i32>,
    /// The kind of document.
    pub kind: Option<&'static str>,
    /// The number.
    pub number: Option<String>,
    /// The day of issue.
    pub issued: Option<String>,
    /// The id of the issuing unit.
    pub issuer: Option<String>,
    /// The name of the signer, the office, the capacity.
    pub signer: Option<ImportedSigner>,
    /// The id of the standing unit.
    pub standing: Option<String>,
    /// The recipients.
    pub recipients: Vec<String>,
    /// The doubts.
    pub doubts: Vec<Doubt>,
}

/// A signer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ImportedSigner {
    /// The name.
    pub name: Option<String>,
    /// The office.
    pub title: Option<String>,
    /// The capacity.
    pub capacity: Option<String>,
}

/// A document on which a plan is based.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ImportedBase {
    /// The kind.
    pub kind: Option<String>,
    /// The number.
    pub number: Option<String>,
    /// The day.
    pub date: Option<String>,
    /// The issuing office.
    pub issuer: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// A note.
    pub note: Option<String>,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ImportedGoal {
    /// The id.
    pub id: String,
    /// The words.
    pub title: String,
    /// The place in the document, in words.
    pub source: String,
}

/// A section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ImportedSection {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
    /// Values for its tasks.
    pub defaults: ImportedWork,
    /// The doubts.
    pub doubts: Vec<Doubt>,
    /// The place.
    pub place: SourcePlace,
}

/// The values that tasks, rows and defaults share.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ImportedWork {
    /// The units that lead.
    pub lead: Vec<String>,
    /// The units that coordinate.
    pub with: Vec<String>,
    /// The units that are directed.
    pub to: Vec<String>,
    /// The deadline in the words of the document.
    pub due: Option<String>,
    /// The output.
    pub output: Option<String>,
}

/// A task or a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ImportedTask {
    /// True if somebody leads it: itself, its section or the plan names a unit.
    pub is_led: bool,
    /// The id.
    pub id: String,
    /// The section.
    pub section: Option<String>,
    /// The title.
    pub title: String,
    /// The words of the document, if they are not the title.
    pub text: Option<String>,
    /// The units and the deadline.
    pub work: ImportedWork,
    /// True for a label without work.
    pub is_heading: bool,
    /// The values of the own columns.
    pub own: Vec<(String, String)>,
    /// The place in the document, in words.
    pub source: String,
    /// A note.
    pub note: Option<String>,
    /// The doubts.
    pub doubts: Vec<Doubt>,
    /// The place.
    pub place: SourcePlace,
}

/// A target.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ImportedTarget {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The value.
    pub value: Option<String>,
    /// The values by deadlines.
    pub horizons: Vec<(String, String)>,
    /// The deadline.
    pub due: Option<String>,
    /// The units responsible.
    pub lead: Vec<String>,
    /// The tasks that serve it.
    pub tasks: Vec<String>,
    /// The values of the own columns.
    pub own: Vec<(String, String)>,
    /// The place in the document, in words.
    pub source: String,
    /// A note.
    pub note: Option<String>,
    /// The doubts.
    pub doubts: Vec<Doubt>,
    /// The place.
    pub place: SourcePlace,
}

/// A group of units that a document lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ImportedGroup {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The ids of the members.
    pub members: Vec<String>,
    /// The number that the document gives.
    pub count: u64,
    /// The place in the document, in words.
    pub source: String,
    /// The place of the bullet that lists it.
    pub place: SourcePlace,
}

/// The rows of a table of tasks, or the targets of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ImportedAnnex {
    /// The number; none for a table of the body.
    pub number: Option<u32>,
    /// The title.
    pub title: String,
    /// The words above the table.
    pub opening: Vec<String>,
    /// The sections that its group rows are.
    pub sections: Vec<ImportedSection>,
    /// The rows.
    pub rows: Vec<ImportedTask>,
    /// The targets.
    pub targets: Vec<ImportedTarget>,
    /// The goals of its paragraphs, where the annex is a file by itself.
    pub goals: Vec<ImportedGoal>,
    /// The tasks of its paragraphs, where the annex is a file by itself.
    pub tasks: Vec<ImportedTask>,
    /// The own columns that the plan lacks.
    pub columns: Vec<(String, String)>,
    /// The groups that its bullets list, where the annex is a file by itself.
    pub groups: Vec<ImportedGroup>,
    /// The words behind its entries, as they stand.
    pub closing: Vec<String>,
}

impl ImportedAnnex {
    /// Doubts the number that its ids begin with, in its first entry; the heading names another one, or none.
    pub(super) fn doubt_number(&mut self, named: Option<u32>) {
        let reason = match named {
            None => Message::fixed(
                "phụ lục không ghi số: lấy số còn trống",
                "the annex has no number: the next free one is taken",
            ),
            Some(number) => crate::message!(
                "kế hoạch đã có Phụ lục {number}: lấy số còn trống",
                "the plan has an annex {number}: the next free number is taken"
            ),
        };
        let doubts = self
            .sections
            .first_mut()
            .map(|section| &mut section.doubts)
            .or(self.targets.first_mut().map(|target| &mut target.doubts))
            .or(self.rows.iter_mut().chain(&mut self.tasks).next().map(|task| &mut task.doubts));
        if let Some(doubts) = doubts {
            doubts.push(Doubt { key: "id", reason });
        }
    }
}

impl ImportedWork {
    /// Returns true if nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
