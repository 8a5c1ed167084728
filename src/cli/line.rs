//! The command line of a command that writes, as it is typed again: for diagnostics, and for commands to copy.

use super::session::Session;
use crate::edit::{CommandLine, Given};

/// A command line that is read word by word.
pub(super) struct TypedLine(CommandLine);

impl TypedLine {
    /// A command without its arguments: `plan record`.
    pub(super) fn new(command: &str) -> Self {
        Self(CommandLine::new(command))
    }

    /// Arguments, in their order.
    pub(super) fn arguments(&mut self, values: &[String]) -> Vec<Given<String>> {
        values.iter().map(|value| self.argument(value)).collect()
    }

    /// One argument.
    pub(super) fn argument(&mut self, value: &str) -> Given<String> {
        Given::new(value.to_owned(), self.0.argument(value))
    }

    /// The values of an option that is repeatable.
    pub(super) fn options(&mut self, name: &str, values: &[String]) -> Vec<Given<String>> {
        values.iter().map(|value| Given::new(value.clone(), self.0.option(name, value))).collect()
    }

    /// The value of an option.
    pub(super) fn option(&mut self, name: &str, value: Option<&String>) -> Option<Given<String>> {
        value.map(|value| Given::new(value.clone(), self.0.option(name, value)))
    }

    /// The whole line, with the options that say which plans and which day are meant.
    pub(super) fn finish(mut self, session: &Session<'_>, dry_run: bool) -> CommandLine {
        if dry_run {
            self.0.flag("--dry-run");
        }
        for (name, value) in session.options_of_plans() {
            self.0.option(name, &value);
        }
        self.0
    }
}
