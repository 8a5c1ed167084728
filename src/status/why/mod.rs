//! How a work item's deadline and status came about. Source: docs/status.md, Why.

mod articles;
mod sentence;
mod steps;
mod units;
mod words;

use super::WorkItemStatus;
use crate::language::Message;
use crate::model::Plan;
use crate::span::Span;

/// The account of one work item on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// One sentence, fit for a letter or the telephone.
    pub sentence: Message,
    /// What it rests on, step by step.
    pub steps: Vec<Step>,
}

/// One step of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the step is about.
    pub about: About,
    /// The step in words, without a full stop.
    pub text: Message,
    /// Where that stands, if it stands anywhere.
    pub place: Option<Span>,
}

/// What a [`Step`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
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

impl About {
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

/// Says how a work item of a plan got where it is.
pub fn why(plan: &Plan, item: &WorkItemStatus) -> Why {
    Why { sentence: sentence::sentence(plan, item), steps: steps::steps(plan, item) }
}
