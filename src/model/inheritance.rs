//! The defaults from which the values of an assignment come. Source: docs/format.md, sections.

use super::index::SectionIx;

/// The place of `defaults`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DefaultsSource {
    /// The header of the plan.
    Plan,
    /// A section.
    Section(SectionIx),
}

/// The defaults from which the values of an assignment come, each none if the task or row states the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Inheritance {
    /// The defaults that give the deadline.
    pub due: Option<DefaultsSource>,
    /// The defaults that give the lead.
    pub lead: Option<DefaultsSource>,
    /// The defaults that give the coordinating units.
    pub with: Option<DefaultsSource>,
    /// The defaults that give the output.
    pub output: Option<DefaultsSource>,
}

impl Inheritance {
    /// Returns the keys of the format whose values come from defaults: `due`, `lead`, `with`, `output`.
    pub fn keys(&self) -> Vec<&'static str> {
        let keys = [(self.due, "due"), (self.lead, "lead"), (self.with, "with"), (self.output, "output")];
        keys.into_iter().filter_map(|(from, key)| from.map(|_| key)).collect()
    }
}
