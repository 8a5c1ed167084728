//! The plans, entries and files that an answer does not cover. Source: docs/status.md, Wrong reports.

use crate::language::{Lang, Message};
use crate::span::{Sources, Span};
use crate::workspace::{PlanEntry, Selection};

/// The plans, entries and files that an answer does not cover.
#[derive(Debug, Clone, Default)]
pub struct LeftOutAnswer {
    /// The ids of the plans with errors, or the paths of their main files.
    pub plans: Vec<String>,
    /// The reports, changes and results with errors, in the order of the plans and files.
    pub entries: Vec<LeftOutLine>,
    /// True if a file could not be read.
    pub has_failures: bool,
}

/// A report, change or result with an error, or a file of reports that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutLine {
    /// The id of the plan.
    pub plan: String,
    /// The file, relative to the root of the plans.
    pub file: String,
    /// The line of the error, from 1.
    pub line: usize,
    /// The rule of the error.
    pub rule: &'static str,
    /// True if the whole file is left out.
    pub is_file: bool,
}

/// The most entries that a sentence names.
const NAMED: usize = 5;

impl LeftOutLine {
    /// Returns an entry of a plan with its place in the files.
    pub(super) fn new(sources: &Sources, plan: &str, place: Span, rule: &'static str, is_file: bool) -> Self {
        let (file, line) = sources.file_and_line(place);
        Self { plan: plan.to_owned(), file: file.to_owned(), line, rule, is_file }
    }
}

impl LeftOutAnswer {
    /// Returns what the answers on a selection do not cover.
    pub fn new(selection: &Selection<'_>) -> Self {
        let sources = selection.sources();
        let path = |entry: &PlanEntry| sources.get(entry.main()).path().to_owned();
        let plans = selection.left_out().iter();
        let entries = selection.left_out_entries().map(|(plan, entry)| {
            LeftOutLine::new(sources, &plan.id, entry.place, entry.rule.name, entry.is_file)
        });
        Self {
            plans: plans.map(|entry| entry.id().map_or_else(|| path(entry), str::to_owned)).collect(),
            entries: entries.collect(),
            has_failures: !selection.workspace().failures().is_empty(),
        }
    }

    /// Returns true if no plan, no entry and no file is left out.
    pub fn covers_everything(&self) -> bool {
        self.plans.is_empty() && self.entries.is_empty() && !self.has_failures
    }

    /// Returns the sentence on all that is not covered; nothing if an answer covers everything.
    pub fn sentence(&self) -> Option<Message> {
        let say = |lang: Lang| {
            let plans = self.plans.join(", ");
            let mut parts = Vec::new();
            if !plans.is_empty() {
                parts.push(lang.pick(format!("vì có lỗi: {plans}"), format!("plans with errors: {plans}")));
            }
            parts.extend(self.entries_in_words(lang));
            if self.has_failures {
                let files = lang.pick("những tệp không đọc được", "files that could not be read");
                parts.push(files.to_owned());
            }
            let between = lang.pick("; chưa kể ", "; nor ");
            (!parts.is_empty()).then(|| {
                let parts = parts.join(between);
                lang.pick(format!("Chưa kể {parts}."), format!("Not counted: {parts}."))
            })
        };
        Some(Message::new(say(Lang::Vi)?, say(Lang::En)?))
    }

    /// Returns the sentence on the entries; nothing if none is left out.
    pub fn on_entries(&self) -> Option<Message> {
        let say = |lang: Lang| {
            let entries = self.entries_in_words(lang)?;
            Some(lang.pick(format!("chưa kể {entries}"), format!("not counted: {entries}")))
        };
        Some(Message::new(say(Lang::Vi)?, say(Lang::En)?))
    }

    fn entries_in_words(&self, lang: Lang) -> Option<String> {
        let number = self.entries.len();
        if number == 0 {
            return None;
        }
        let named = self.entries.iter().take(NAMED).map(|entry| {
            let LeftOutLine { file, line, rule, .. } = entry;
            let whole = if entry.is_file { lang.pick("cả tệp ", "the whole file ") } else { "" };
            format!("{whole}{file}:{line} ({rule})")
        });
        let mut names = named.collect::<Vec<_>>().join(", ");
        if number > NAMED {
            let more = number - NAMED;
            names += &lang.pick(format!(" và {more} mục khác"), format!(" and {more} more"));
        }
        let entries = if number == 1 { "entry" } else { "entries" };
        Some(lang.pick(
            format!("{number:02} mục báo cáo, điều chỉnh, kết quả vì có lỗi: {names}"),
            format!("{number} {entries} of progress, changes or results with errors: {names}"),
        ))
    }
}
