//! The explanation of a work item's deadline and status, and its steps.

use crate::language::Message;
use crate::span::Span;

/// The account of one work item on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// One sentence, fit for a letter or the telephone.
    pub sentence: Message,
    /// What it rests on, step by step.
    pub steps: Vec<ExplanationStep>,
}

/// One step of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplanationStep {
    /// What the step is about.
    pub about: StepKind,
    /// The step in words, without a full stop.
    pub text: Message,
    /// Where that stands, if it stands anywhere.
    pub place: Option<Span>,
}

/// What a [`ExplanationStep`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// The words of the deadline.
    Words,
    /// That something is the plan's default.
    Inherited,
    /// What the words were read as.
    Reading,
    /// A change of the day, or that the work is dropped.
    Change,
    /// Why the deadline is, or is not, the day in force.
    Rolling,
    /// Whose the item is: a change of lead, a unit that has ended.
    Unit,
    /// A report, or that there is none.
    Report,
    /// The status that follows.
    Status,
}

impl StepKind {
    /// Its word in JSON.
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
