//! Findings with their locations, their explanation and their remedy.
//!
//! A [`Diagnostic`] cannot be made without a [`Rule`], a span and a sentence in both languages. The
//! rules themselves live beside the code that applies them. [`render`] draws diagnostics for people
//! and for programs, and is the only module that knows the crate that draws them. A [`TextEdit`] is a
//! change of a file; [`fix`] applies those of diagnostics, [`diff`] shows what they change. Text from a
//! file enters a message through [`quoted`].

pub(crate) mod deadline;
pub mod diff;
pub mod explain;
pub mod fix;
pub mod render;

mod edit;

pub use edit::{EditError, EditSet, TextEdit};

pub use crate::sanitize::{first_few, quoted, visible};

use crate::language::Message;
use crate::span::Span;

/// The weight of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The meaning of the plan is open: the plan is left out of every report.
    Error,
    /// Readable, but implausible.
    Warning,
}

/// A rule and its documentation, which `plan explain`, `docs/rules.md` and the rules in SARIF print.
#[derive(Debug)]
pub struct Rule {
    /// The permanent name: lower case, words joined by `-`.
    pub name: &'static str,
    /// The severity of a breach, unless a setting or an option changes it.
    pub severity: Severity,
    /// The finding in one line.
    pub title: Message,
    /// The reason for the rule, the remedy and the source, in a few sentences.
    pub explanation: Message,
    /// A file that breaks the rule.
    pub wrong: &'static str,
    /// The same file, corrected.
    pub right: &'static str,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

/// A second location that helps to understand a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The location.
    pub span: Span,
    /// Its part in the finding, in a few words.
    pub message: Message,
}

/// A finding with its location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The broken rule.
    pub rule: &'static Rule,
    /// The rule's severity, as changed by `--deny` and `settings.lint`.
    pub severity: Severity,
    /// The location.
    pub span: Span,
    /// The finding, one sentence without a full stop.
    pub message: Message,
    /// A few words under the marked location, where they add to the message.
    pub label: Option<Message>,
    /// Other locations, the most helpful first.
    pub related: Vec<Related>,
    /// The remedy.
    pub help: Option<Message>,
    /// The edit that `--fix` makes; it does not change the meaning of the plan.
    pub fix: Option<TextEdit>,
}

impl Diagnostic {
    /// A breach of `rule` at `span`.
    pub fn new(rule: &'static Rule, span: Span, message: Message) -> Self {
        Self {
            rule,
            severity: rule.severity,
            span,
            message,
            label: None,
            related: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// Adds a few words under the marked location.
    #[must_use]
    pub fn label(mut self, label: Message) -> Self {
        self.label = Some(label);
        self
    }

    /// Adds a second location.
    #[must_use]
    pub fn related(mut self, span: Span, message: Message) -> Self {
        self.related.push(Related { span, message });
        self
    }

    /// Adds the remedy.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds the remedy, if there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<Message>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// Adds the edit that `--fix` makes.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(TextEdit::replacement(span, text));
        self
    }
}

/// Describes a rule: its constant, severity and name; its title and its explanation in both languages.
///
/// The wrong and the right example are the files under `tests/rules/` that hold the rule to its word;
/// two paths at the end name them where they are not `wrong.plan.yaml` and `right.plan.yaml`.
#[macro_export]
macro_rules! rule {
    ($constant:ident, $severity:ident, $name:literal, [$title_vi:literal, $title_en:literal],
     [$vi:literal, $en:literal $(,)?] $(,)?) => {
        $crate::rule!(
            $constant,
            $severity,
            $name,
            [$title_vi, $title_en],
            [$vi, $en],
            "wrong.plan.yaml",
            "right.plan.yaml"
        );
    };
    ($constant:ident, $severity:ident, $name:literal, [$title_vi:literal, $title_en:literal],
     [$vi:literal, $en:literal $(,)?], $wrong:literal, $right:literal $(,)?) => {
        #[doc = $title_en]
        pub(crate) static $constant: $crate::diagnostic::Rule = $crate::diagnostic::Rule {
            name: $name,
            severity: $crate::diagnostic::Severity::$severity,
            title: $crate::language::Message::fixed($title_vi, $title_en),
            explanation: $crate::language::Message::fixed($vi, $en),
            wrong: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules/", $name, "/", $wrong)),
            right: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules/", $name, "/", $right)),
        };
    };
}
