//! The header and the reporting unit of a file, judged when the whole file is read.

use super::FileReader;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::draft::DraftValue;
use crate::parse::format::VERSION;
use crate::parse::key::Key;
use crate::parse::yaml::MERGE;
use crate::parse::{rules, values};
use crate::span::{Span, Spanned};

impl FileReader<'_> {
    pub(in crate::parse) fn finish_header(&mut self) {
        let header = &self.draft.header;
        if let Some(version) = header.count(Key::Format)
            && version.value != u64::from(VERSION)
        {
            let said = version.value;
            self.found.push(
                Diagnostic::new(
                    &rules::FORMAT_VERSION,
                    version.span,
                    message!(
                        "không đọc được định dạng phiên bản {said}",
                        "format version {said} cannot be read"
                    ),
                )
                .help(Message::same(VERSION.to_string())),
            );
            self.draft.lose_file();
        } else if !self.draft.lost_file && !self.seen.contains_key(MERGE) {
            let skipped = || {
                self.header_skipped
                    .iter()
                    .filter_map(|part| self.text.get(part.start as usize..part.end as usize))
            };
            let may_be_given =
                |key: &str| skipped().any(|text| text.starts_with(['{', '[']) || text.contains(key));
            values::missing(header, may_be_given, &mut self.found);
        }
    }

    /// Gives every entry of a unit's file the unit that its head names.
    pub(in crate::parse) fn report_as_unit(&mut self) {
        let wrong = self.reporter_wrong.take();
        let reporter = match (self.reporter.take(), wrong) {
            (Some(reporter), _) => reporter,
            // It is reported already; the missing unit of the entries follows from it.
            (None, Some(span)) => return self.silence_units(span),
            (None, None) => return,
        };
        self.draft.reporters.push(reporter.clone());
        for list in [Key::Progress, Key::Changes] {
            for entry in self.draft.list_mut(list).into_iter().flatten() {
                let other = entry.many(Key::Unit).find(|unit| unit.value != reporter.words().value);
                if let Some(other) = other {
                    let (unit, name) = (quoted(other.value), quoted(reporter.words().value));
                    self.found.push(
                        Diagnostic::new(
                            &rules::FOREIGN_REPORT,
                            other.span,
                            message!(
                                "tệp này là của {name}, mục này của {unit}",
                                "this file is of {name}, this entry of {unit}"
                            ),
                        )
                        .related(reporter.span, Message::fixed("đơn vị của tệp", "the file's unit")),
                    );
                    entry.refuse(Key::Unit);
                } else if !entry.has(Key::Unit) {
                    let unit = DraftValue::Text(reporter.value.clone());
                    entry.set(Key::Unit, reporter.span, Spanned::new(unit, reporter.span));
                }
            }
        }
    }

    /// Counts the unit of every entry as given wrongly, where there is none.
    fn silence_units(&mut self, span: Span) {
        for list in [Key::Progress, Key::Changes] {
            for entry in self.draft.list_mut(list).into_iter().flatten() {
                if !entry.has(Key::Unit) {
                    entry.set(Key::Unit, span, Spanned::new(DraftValue::Wrong, span));
                }
            }
        }
    }
}
