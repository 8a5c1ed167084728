//! The explanation of a work item's deadline and status, and its steps.

use crate::language::Message;
use crate::span::Span;

/// The explanation of one work item on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The summary in one sentence, for a letter or the telephone.
    pub sentence: Message,
    /// The steps that lead to the status.
    pub steps: Vec<ExplanationStep>,
}

/// One step of an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplanationStep {
    /// The subject of the step.
    pub about: StepKind,
    /// The step in words, without a full stop.
    pub text: Message,
    /// The location of the source of the step, if it has one.
    pub place: Option<Span>,
}

/// The subject of an [`ExplanationStep`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// The words of the deadline.
    Words,
    /// A value that comes from the plan's defaults.
    Inherited,
    /// The meaning of the words.
    Reading,
    /// A change of the last day, or the dropping of the work.
    Change,
    /// The rolling of the last day, or the reason why it stays.
    Rolling,
    /// The holder: a change of lead, or a unit that has ended.
    Unit,
    /// A report, or the absence of reports.
    Report,
    /// The resulting status.
    Status,
}

impl StepKind {
    /// Returns the identifier in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Inherited => "inherited",
            Self::Reading => "reading",
            Self::Change => "change",
            Self::Rolling => "rolling",
            Self::Unit => "unit",
            Self::Report => "report",
            Self::Status => "status",
        }
    }
}
