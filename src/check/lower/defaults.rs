//! The `defaults` of the plan and of its sections: the nearest that states a key gives the value. Source:
//! docs/format.md, sections.

use std::sync::Arc;

use super::context::LowerContext;
use super::deadlines::{DeadlineCache, deadline_fault};
use super::fault::LowerFault;
use super::symbols::SymbolTables;
use crate::model::{DefaultsSource, Party, Plan, SectionIx};
use crate::parse::{Entry, Key};
use crate::span::Spanned;

/// The values of `defaults` in the header or in a section.
pub(super) struct Defaults<'d> {
    pub(super) source: DefaultsSource,
    entry: &'d Entry<'d>,
    pub(super) due_text: Option<Arc<str>>,
    /// The words by which the days of `due_text` are computed, if they are others.
    pub(super) due_means: Option<Arc<str>>,
    pub(super) lead: Vec<Party>,
    /// True if a lead is wrong or unknown.
    pub(super) lead_wrong: bool,
    pub(super) with: Vec<Party>,
    pub(super) output: Option<Arc<str>>,
}

/// All `defaults` of a draft, and for each section the ones that hold in it.
pub(super) struct DefaultsTable<'d> {
    all: Vec<Defaults<'d>>,
    of_sections: Vec<NearestDefaults>,
    of_plan: NearestDefaults,
}

/// The positions of the `defaults` that give the value of each key.
#[derive(Debug, Clone, Copy, Default)]
struct NearestDefaults {
    due: Option<usize>,
    lead: Option<usize>,
    with: Option<usize>,
    output: Option<usize>,
}

impl<'d> Defaults<'d> {
    fn new(
        entry: &'d Entry<'d>,
        source: DefaultsSource,
        context: &LowerContext<'_>,
        symbols: &SymbolTables<'_>,
        faults: &mut Vec<LowerFault>,
    ) -> Self {
        let (lead, known) = symbols.parties.parties(entry, Key::Lead, context, faults);
        Self {
            source,
            entry,
            due_text: entry.due_text(),
            due_means: entry.due_means(),
            lead,
            lead_wrong: !known,
            with: symbols.parties.parties(entry, Key::With, context, faults).0,
            output: entry.shared(Key::Output),
        }
    }

    /// Returns the words of the deadline; none if they are wrong.
    pub(super) fn due(&self) -> Option<Spanned<&'d str>> {
        self.entry.due().map(|due| due.read())
    }

    /// Returns true if the deadline was reported as wrong.
    pub(super) fn due_wrong(&self) -> bool {
        self.entry.is_wrong(Key::Due)
    }
}

impl<'d> DefaultsTable<'d> {
    /// Reads the `defaults` of a draft. A wrong one is reported where it stands.
    pub(super) fn of(
        context: &LowerContext<'d>,
        symbols: &SymbolTables<'d>,
        plan: &Plan,
        deadlines: &mut DeadlineCache<'d>,
        faults: &mut Vec<LowerFault>,
    ) -> Self {
        let mut all: Vec<Defaults<'d>> = Vec::new();
        let mut add = |entry: Option<&'d Entry<'d>>, source| {
            let Some(entry) = entry else { return NearestDefaults::default() };
            let defaults = Defaults::new(entry, source, context, symbols, faults);
            if let Some(words) = defaults.due()
                && let Err(error) = deadlines.read(words.value, None, plan)
            {
                faults.push(deadline_fault(error, &words, plan));
            }
            let at = all.len();
            all.push(defaults);
            let stated = |key| entry.has(key).then_some(at);
            NearestDefaults {
                due: stated(Key::Due),
                lead: stated(Key::Lead),
                with: stated(Key::With),
                output: stated(Key::Output),
            }
        };
        let of_plan = add(context.draft.header.map(Key::Defaults), DefaultsSource::Plan);
        let sections = context.draft.list(Key::Sections).iter().enumerate();
        let own = sections.map(|(at, section)| {
            add(section.map(Key::Defaults), DefaultsSource::Section(SectionIx::new(at)))
        });
        let own: Vec<NearestDefaults> = own.collect();
        Self { all, of_sections: inherited(plan, &own, of_plan), of_plan }
    }

    /// Returns the defaults that give the deadline in a section.
    pub(super) fn due(&self, section: Option<SectionIx>) -> Option<&Defaults<'d>> {
        self.at(self.nearest(section).due)
    }

    /// Returns the defaults that give the lead in a section.
    pub(super) fn lead(&self, section: Option<SectionIx>) -> Option<&Defaults<'d>> {
        self.at(self.nearest(section).lead)
    }

    /// Returns the defaults that give the coordinating units in a section.
    pub(super) fn with(&self, section: Option<SectionIx>) -> Option<&Defaults<'d>> {
        self.at(self.nearest(section).with)
    }

    /// Returns the defaults that give the output in a section.
    pub(super) fn output(&self, section: Option<SectionIx>) -> Option<&Defaults<'d>> {
        self.at(self.nearest(section).output)
    }

    fn nearest(&self, section: Option<SectionIx>) -> &NearestDefaults {
        section.and_then(|section| self.of_sections.get(section.at())).unwrap_or(&self.of_plan)
    }

    fn at(&self, at: Option<usize>) -> Option<&Defaults<'d>> {
        self.all.get(at?)
    }
}

impl NearestDefaults {
    fn or(self, above: Self) -> Self {
        Self {
            due: self.due.or(above.due),
            lead: self.lead.or(above.lead),
            with: self.with.or(above.with),
            output: self.output.or(above.output),
        }
    }
}

/// Returns for each section its own defaults, then those of the sections above it, then those of the plan.
fn inherited(plan: &Plan, own: &[NearestDefaults], of_plan: NearestDefaults) -> Vec<NearestDefaults> {
    let mut known: Vec<Option<NearestDefaults>> = vec![None; own.len()];
    for section in 0..own.len() {
        // Each section is passed once: the walk ends at one that is known. Circles of parents are cut.
        let mut passed = Vec::new();
        let mut at = Some(section);
        while let Some(section) = at.filter(|section| known[*section].is_none()) {
            passed.push(section);
            at = plan.sections[section].parent.map(SectionIx::at);
        }
        let mut above = at.and_then(|section| known[section]).unwrap_or(of_plan);
        for section in passed.into_iter().rev() {
            above = own[section].or(above);
            known[section] = Some(above);
        }
    }
    known.into_iter().map(Option::unwrap_or_default).collect()
}
