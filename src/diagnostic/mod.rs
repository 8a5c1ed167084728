//! What is wrong, where, and what to do about it.
//!
//! A [`Diagnostic`] cannot be made without a [`Rule`], a place and a sentence in both languages. The
//! rules themselves live beside the code that applies them; [`render`] draws diagnostics for people
//! and for programs and keeps the crate that draws them to itself; [`fix`] applies what `--fix` may
//! change. A message that quotes what somebody wrote takes it through [`quoted`].

pub(crate) mod deadline;
pub mod fix;
pub mod render;

pub use crate::sanitize::{quoted, visible};

use crate::language::Message;
use crate::span::Span;

/// How bad it is. Errors leave the plan's meaning open; warnings are merely implausible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The plan's meaning is open: it is left out of every report.
    Error,
    /// Implausible, yet readable.
    Warning,
}

/// A rule and its documentation, which `plan explain`, `docs/rules.md` and the rules in SARIF print.
#[derive(Debug)]
pub struct Rule {
    /// Its name for good: lower case, words joined by `-`.
    pub name: &'static str,
    /// How bad a breach is, before any level is changed.
    pub severity: Severity,
    /// One line: what the rule finds.
    pub title: Message,
    /// A few sentences: why it matters, what to do, where it comes from.
    pub explanation: Message,
    /// A file that breaks it.
    pub wrong: &'static str,
    /// The same file put right.
    pub right: &'static str,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

/// Another place that helps to understand a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What is there, in a few words.
    pub message: Message,
}

/// A change of bytes that puts a diagnostic right without changing what the plan means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The bytes that go.
    pub span: Span,
    /// What comes instead.
    pub text: String,
}

/// One thing that is wrong, at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// The rule's severity, or what `--deny`, `settings.lint` made of it.
    pub severity: Severity,
    /// Where it is.
    pub span: Span,
    /// What is wrong, one sentence without a full stop.
    pub message: Message,
    /// A few words under the marked place, when they say more than the message.
    pub label: Option<Message>,
    /// Other places, in the order in which they help.
    pub related: Vec<Related>,
    /// What to do.
    pub help: Option<Message>,
    /// How `--fix` puts it right.
    pub fix: Option<Fix>,
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

    /// With a few words under the marked place.
    #[must_use]
    pub fn label(mut self, label: Message) -> Self {
        self.label = Some(label);
        self
    }

    /// With another place.
    #[must_use]
    pub fn related(mut self, span: Span, message: Message) -> Self {
        self.related.push(Related { span, message });
        self
    }

    /// With what to do.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// With what to do, if there is anything to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<Message>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// With the change that puts it right.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, text: text.into() });
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
