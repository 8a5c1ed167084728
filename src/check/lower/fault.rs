//! Faults that lowering finds in a draft, without words: [`rules`](crate::check::rules) word them.

use crate::date::Day;
use crate::deadline::{DeadlineError, Period, YearlessDay};
use crate::model::{FigureError, MatchFault, TargetValueError};
use crate::parse::Key;
use crate::span::{Span, Spanned};

/// A fault of a draft.
#[derive(Debug)]
pub(in crate::check) enum LowerFault {
    /// A second entry with the id of an earlier one.
    DuplicateId(DuplicateIdFault),
    /// A reference to an id that does not exist.
    UnknownReference(UnknownReferenceFault),
    /// The id of a group where one unit is required.
    GroupForUnit(Spanned<String>),
    /// A chain of references that returns to its start.
    Cycle(CycleFault),
    /// A deadline or a period that cannot be read.
    Deadline(DeadlineFault),
    /// A first day after the deadline.
    StartAfterDue(StartAfterDueFault),
    /// A school year that is not two consecutive years, or whose days are out of order.
    SchoolYear(Span),
    /// Days of an event that cannot be read.
    EventDays(EventDaysFault),
    /// A unit that ends before it begins.
    UnitDates(UnitDatesFault),
    /// A task or row without a lead.
    NoLead(Span),
    /// A value of a target that cannot be read.
    TargetValue(Spanned<String>, TargetValueError),
    /// A result that cannot be read, or is in another unit of measure than its target.
    Figure(FigureFault),
    /// Values of a target for several days that contradict each other.
    Horizon(HorizonFault),
    /// A day without its year that the plan's period does not determine.
    Yearless(YearlessFault),
    /// A percentage outside 0–100.
    PercentRange(Span),
    /// A value of another type than its column's.
    OwnValue(OwnValueFault),
    /// A report or change on an entry that is not tracked.
    Untracked(UntrackedFault),
    /// A report or change that belongs to no work item.
    Unmatched(UnmatchedFault),
    /// A report or change that says the same as an earlier one.
    GivenTwice(GivenTwiceFault),
    /// The task or row with which the plan exceeds the number of work items.
    WorkItemLimit(Span),
}

/// A report or change that says the same as an earlier one.
#[derive(Debug)]
pub(in crate::check) struct GivenTwiceFault {
    /// The second entry.
    pub(in crate::check) second: Span,
    /// The first one.
    pub(in crate::check) first: Span,
}

/// An id that is used twice in one list, or in two lists that share their ids.
#[derive(Debug)]
pub(in crate::check) struct DuplicateIdFault {
    /// The id at its second use.
    pub(in crate::check) id: Spanned<String>,
    /// The first use.
    pub(in crate::check) first: Span,
}

/// The entries among which a reference is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum ReferenceKind {
    /// Units and groups.
    Unit,
    /// Tasks.
    Task,
    /// Tasks and rows that reports and changes speak of.
    Item,
    /// Sections.
    Section,
    /// Goals.
    Goal,
    /// The plan's own columns.
    Column,
}

/// A reference to an id that does not exist.
#[derive(Debug)]
pub(in crate::check) struct UnknownReferenceFault {
    /// The entries that were searched.
    pub(in crate::check) kind: ReferenceKind,
    /// The id at its use.
    pub(in crate::check) id: Spanned<String>,
    /// An existing id of similar spelling at its declaration.
    pub(in crate::check) near: Option<Spanned<String>>,
    /// True if the words are a name of the unit or group with that id.
    pub(in crate::check) is_name: bool,
}

/// The references that form a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum ReferenceCycle {
    /// Groups and the groups in them.
    Groups,
    /// Units and their parents or successors, sections and their parents, tasks and `same_as`.
    References,
}

/// A chain of references that returns to its start.
#[derive(Debug)]
pub(in crate::check) struct CycleFault {
    /// The references.
    pub(in crate::check) kind: ReferenceCycle,
    /// The first ids of the chain, in its order.
    pub(in crate::check) ids: Vec<String>,
    /// The entry of the chain that comes first in the plan.
    pub(in crate::check) place: Span,
}

/// A deadline or a period that cannot be read.
#[derive(Debug)]
pub(in crate::check) struct DeadlineFault {
    /// The error of the deadline language.
    pub(in crate::check) error: DeadlineError,
    /// The words; none for a period of two days.
    pub(in crate::check) words: Spanned<String>,
    /// The plan's period, or one that its file lets expect.
    pub(in crate::check) period: Period,
    /// True for the plan's period, without which no deadline can be read.
    pub(in crate::check) is_period: bool,
}

/// Days of an event that cannot be read.
#[derive(Debug)]
pub(in crate::check) struct EventDaysFault {
    /// The error of the deadline language.
    pub(in crate::check) error: DeadlineError,
    /// The words.
    pub(in crate::check) words: Spanned<String>,
}

/// A value that is not of the type of its column.
#[derive(Debug)]
pub(in crate::check) struct OwnValueFault {
    /// The key of the column.
    pub(in crate::check) key: String,
    /// The words of the value.
    pub(in crate::check) value: Spanned<String>,
    /// The error, in a column of days.
    pub(in crate::check) day: Option<DeadlineError>,
}

/// A first day after the deadline.
#[derive(Debug)]
pub(in crate::check) struct StartAfterDueFault {
    /// The first day.
    pub(in crate::check) start: Spanned<Day>,
    /// The deadline.
    pub(in crate::check) due: Spanned<Day>,
    /// True if it is to be reported at the deadline, as the first day is that of the task.
    pub(in crate::check) is_at_due: bool,
}

/// A unit that ends before it begins.
#[derive(Debug)]
pub(in crate::check) struct UnitDatesFault {
    /// The first day.
    pub(in crate::check) from: Span,
    /// The last day.
    pub(in crate::check) until: Span,
}

/// A day without its year that is no day, or several, where it stands.
#[derive(Debug)]
pub(in crate::check) struct YearlessFault {
    /// The key.
    pub(in crate::check) key: Key,
    /// The day as it is written.
    pub(in crate::check) written: Spanned<YearlessDay>,
    /// The days that it may be.
    pub(in crate::check) days: Vec<Day>,
}

/// A result that cannot be read, or is in another unit of measure than its target.
#[derive(Debug)]
pub(in crate::check) struct FigureFault {
    /// The words of the result.
    pub(in crate::check) words: Spanned<String>,
    /// The reason.
    pub(in crate::check) reason: FigureError,
    /// The words of the target's value.
    pub(in crate::check) target: Spanned<String>,
}

/// Values of a target for several days that contradict each other, at the first that does.
#[derive(Debug)]
pub(in crate::check) enum HorizonFault {
    /// A value beside the values for several days.
    WithValue(Span),
    /// A deadline beside those of the values.
    WithDue(Span),
    /// A list without a value.
    Empty(Span),
    /// A deadline that is no day.
    NoDay(Spanned<String>),
    /// A day that is not after that of the value before, which stands at the span.
    Order(Spanned<String>, Span),
    /// A value in another unit of measure than the first, which stands at the span.
    OtherMeasure(Spanned<String>, Span),
}

/// A report or change on an entry that exists and is not tracked.
#[derive(Debug)]
pub(in crate::check) struct UntrackedFault {
    /// The id at its use.
    pub(in crate::check) id: Spanned<String>,
    /// The reason.
    pub(in crate::check) reason: UntrackedReason,
}

/// The reason why an entry is not tracked.
#[derive(Debug)]
pub(in crate::check) enum UntrackedReason {
    /// A task that is a heading.
    Heading,
    /// A repeated task (`same_as`), which is tracked as the task with this id.
    Repeated(String),
    /// A task that is tracked through its rows, the first of which have these ids.
    Rows(Vec<String>),
    /// A target, which has results of its own.
    Target,
    /// A task without a lead and without a deadline of its own.
    NoLead,
}

/// A report or change that belongs to no work item.
#[derive(Debug)]
pub(in crate::check) struct UnmatchedFault {
    /// The reason.
    pub(in crate::check) reason: MatchFault,
    /// The id of the task or row, at the value of `item`.
    pub(in crate::check) item: Spanned<String>,
    /// The unit or the period that does not fit, at its value.
    pub(in crate::check) named: Option<Spanned<String>>,
    /// The whole entry.
    pub(in crate::check) entry: Span,
}
