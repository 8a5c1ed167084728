//! Reasons why a command writes nothing.

use crate::diagnostic::Diagnostic;
use crate::model::PlanIx;
use crate::span::Sources;

/// A reason why nothing is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditRefusal {
    /// The plan would have errors that it does not have now.
    Wrong(Findings),
    /// No plan has the id; the nearest ones that a plan has.
    UnknownId {
        /// The id as it was typed.
        id: String,
        /// The nearest ids.
        near: Vec<String>,
    },
    /// No plan has the id that is asked for as that of a plan.
    UnknownPlan {
        /// The id as it was typed.
        id: String,
        /// The nearest ids of plans.
        near: Vec<String>,
        /// The id of the plan whose file or folder was named in place of an id.
        of_path: Option<String>,
    },
    /// The id is not that of a target; the nearest one that is.
    NoTarget {
        /// The id as it was typed.
        id: String,
        /// The nearest id of a target.
        near: Option<String>,
    },
    /// Several plans have the id: commands that name one of them.
    SeveralPlans {
        /// The id as it was typed.
        id: String,
        /// The commands.
        commands: Vec<String>,
    },
    /// The plan that is meant, or one that may be, has errors now.
    InvalidPlans(Vec<PlanIx>),
    /// The entry would count for other work items than those meant, whose keys these are.
    OtherItems(Vec<String>),
    /// The id is that of several entries of one plan: commands that name one of them.
    SeveralEntries {
        /// The id as it was typed.
        id: String,
        /// The commands.
        commands: Vec<String>,
    },
    /// The id is that of a plan, not of an entry of one.
    PlanId {
        /// The id as it was typed.
        id: String,
    },
    /// The id of a new plan has a wrong form.
    WrongPlanId {
        /// The id.
        id: String,
    },
    /// Another plan has the id of a new one.
    TakenPlanId {
        /// The id.
        id: String,
    },
    /// The words of a period have no year.
    NoYear {
        /// The words.
        words: String,
    },
    /// The file that a moved one would replace is there.
    FileExists {
        /// The path of the file from the current folder.
        path: String,
    },
    /// The id stands in a file in an unusual notation.
    UnusualId {
        /// The path of the file from the current folder.
        path: String,
        /// The line of the first such id.
        line: usize,
    },
    /// The plan would say something else than before, besides the id.
    OtherMeaning(ChangedMeaning, Vec<String>),
    /// The notation of a file leaves no place for an entry.
    NoPlace {
        /// The path of the file from the current folder.
        path: String,
    },
    /// The text made for a file does not say what it should: a fault of the program.
    Fault {
        /// The path of the file from the current folder.
        path: String,
    },
}

impl EditRefusal {
    /// Adds commands that leave no choice open to the errors of the plan.
    pub(super) fn with(self, (commands, more): (Vec<String>, usize)) -> Self {
        match self {
            Self::Wrong(findings) => Self::Wrong(Findings { commands, more, ..findings }),
            other => other,
        }
    }
}

/// A fact of a plan that depends on its ids without naming them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangedMeaning {
    /// The section above some sections, which follows from their ids.
    Parents,
    /// The order of entries of one day in several files, which follows from the names of the files.
    Order,
}

/// Diagnostics at the words of a command line.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// The files as they would be, and the command line as the last one.
    pub sources: Sources,
    /// The diagnostics.
    pub diagnostics: Vec<Diagnostic>,
    /// Commands that leave no choice open; empty where the command line leaves none.
    pub commands: Vec<String>,
    /// The number of further commands that are not listed.
    pub more: usize,
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        (&self.diagnostics, &self.commands) == (&other.diagnostics, &other.commands)
    }
}

impl Eq for Findings {}
