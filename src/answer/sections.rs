//! Rows under the headings of their sections, as the document prints them.

use std::collections::HashMap;

use crate::model::{Plan, Section, SectionIx};
use crate::vietnamese::roman;

/// A line of a table in the order of the document.
#[derive(Debug, Clone)]
pub enum SectionedLine<'p, R> {
    /// The heading of a section.
    Section {
        /// Its number: `II.1`.
        mark: String,
        /// Its title.
        title: &'p str,
    },
    /// The heading of the rows that stand in no section.
    NoSection,
    /// A row.
    Row(R),
}

/// Returns rows with their sections under the headings of the sections.
pub(super) fn under_sections<R>(
    plan: &Plan,
    rows: impl IntoIterator<Item = (Option<SectionIx>, R)>,
) -> Vec<SectionedLine<'_, R>> {
    let marks = SectionMarks::of(plan);
    let heading = |ix: SectionIx| SectionedLine::Section {
        mark: marks.mark(plan, ix),
        title: plan.section(ix).title.as_str(),
    };
    let mut lines = Vec::new();
    let mut open: Vec<SectionIx> = Vec::new();
    let mut is_apart = false;
    for (section, row) in rows {
        let path = section_path(plan, section);
        let kept = open.iter().zip(&path).take_while(|(a, b)| a == b).count();
        lines.extend(path[kept..].iter().copied().map(heading));
        // A row right under II after those of II.1 needs its heading again.
        let again = path.last().filter(|_| kept == path.len() && open.len() > kept);
        lines.extend(again.copied().map(heading));
        if path.is_empty() && !plan.sections.is_empty() && !is_apart {
            is_apart = true;
            lines.push(SectionedLine::NoSection);
        }
        open = path;
        lines.push(SectionedLine::Row(row));
    }
    lines
}

/// The sections above a row, the topmost first, its own last.
pub(super) fn section_path(plan: &Plan, section: Option<SectionIx>) -> Vec<SectionIx> {
    let mut path = Vec::new();
    let mut at = section;
    // The checks refuse a section that lies above itself.
    while let Some(section) = at {
        path.push(section);
        at = plan.section(section).parent;
    }
    path.reverse();
    path
}

/// The numbers of the sections of a plan among those of the same parent.
///
/// Roman numerals at the top, `II.1` below, counted over all sections of the document, those without a duty
/// among them: they are the document's own numbers wherever it counts like that.
struct SectionMarks(Vec<usize>);

impl SectionMarks {
    fn of(plan: &Plan) -> Self {
        let mut below: HashMap<Option<SectionIx>, usize> = HashMap::new();
        let number = |section: &Section| {
            let count = below.entry(section.parent).or_default();
            *count += 1;
            *count
        };
        Self(plan.sections.iter().map(number).collect())
    }

    /// The number of a section: `II.1`.
    fn mark(&self, plan: &Plan, section: SectionIx) -> String {
        let numbers = section_path(plan, Some(section)).into_iter().enumerate().map(|(depth, at)| {
            let number = self.0[at.at()];
            if depth == 0 { roman(number) } else { number.to_string() }
        });
        numbers.collect::<Vec<_>>().join(".")
    }
}
