//! Deadlines and the calendar: `outside-period`, `before-issue`, `unknown-calendar`, `no-occurrence`.

use std::collections::{BTreeSet, HashSet};

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::date::{DateRange, Day};
use crate::deadline::{Deadline, DeadlineKind, DeadlineNote, Roll, roll};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::deadline::{noted, unannounced};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Assignment, Plan, TrackedEntry};
use crate::parse::Key;
use crate::parse::scalar::within;
use crate::rule;
use crate::span::{Span, Spanned};

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily =
    RuleFamily { rules: &[&OUTSIDE_PERIOD, &BEFORE_ISSUE, &NO_OCCURRENCE], checks: &[], lints: &[deadlines] };

rule!(
    OUTSIDE_PERIOD,
    Warning,
    "outside-period",
    ["Thời hạn nằm ngoài thời kỳ của kế hoạch", "Deadline outside the plan's period"],
    [
        "Ngày cuối không nằm trong thời kỳ của kế hoạch, và khoảng thời gian mà thời hạn nêu cũng không giao với thời kỳ đó. Thường là gõ nhầm năm. \
         Quanh một năm học cho phép 92 ngày: tựu trường, tuyển sinh, xét hoàn thành trong hè.",
        "Neither the last day nor any part of the span that the deadline names lies in the plan's period. The usual cause \
         is a wrong year. Round a school year 92 days are allowed: its work begins and ends in the summers beside it.",
    ],
);

rule!(
    BEFORE_ISSUE,
    Warning,
    "before-issue",
    ["Thời hạn trước ngày ban hành kế hoạch", "Deadline before the plan's date of issue"],
    [
        "Việc phải xong trước khi kế hoạch được ban hành thì không ai kịp làm. Kiểm tra năm của thời hạn hoặc ngày issued.",
        "Work that is due before the plan is issued cannot be done in time. Check the year of the deadline, or `issued`.",
    ],
);

rule!(
    NO_OCCURRENCE,
    Warning,
    "no-occurrence",
    [
        "Việc định kỳ không có kỳ nào trong thời kỳ của kế hoạch",
        "Recurring deadline without an occurrence in the plan's period"
    ],
    [
        "Mỗi kỳ được mở khi ngày cuối của nó nằm trong thời kỳ của kế hoạch và không trước ngày ban hành (issued) hay ngày from của việc. \
         Không kỳ nào như vậy thì việc không bao giờ đến hạn.",
        "An occurrence counts if its last day lies in the plan's period, and not before the plan's date of issue (`issued`) or \
         the work's own `from`. Without any occurrence the work never falls due.",
    ],
);

fn deadlines(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let (mut checked, mut reported) = (BTreeSet::new(), BTreeSet::new());
    let mut remarks = HashSet::new();
    let mut doubted = BTreeSet::new();
    let items = plan.assignments.iter().map(|item| {
        let words = item
            .due_means
            .as_deref()
            .or(item.due_text.as_deref())
            .zip(item.due_place)
            .map(|(text, place)| Spanned::new(text, place));
        (words, from_place(context, item), plan.roll_of(item), &item.deadline)
    });
    let targets = plan.targets.iter().flat_map(|target| &target.horizons).map(|horizon| {
        let words = horizon
            .due_means
            .as_deref()
            .or(horizon.due_text.as_deref())
            .zip(horizon.due_place)
            .map(|(text, place)| Spanned::new(text, place));
        (words, None, plan.settings.roll, &horizon.deadline)
    });
    for (words, from, roll, deadline) in items.chain(targets) {
        // Rows that share their words may differ in `from` and `roll`.
        let Some(words) = words.filter(|words| checked.insert((words.span, from, roll.as_str()))) else {
            continue;
        };
        let place = words.span;
        found.extend(noted_in(context, deadline, &words, &mut remarks));
        match deadline.kind {
            DeadlineKind::Recurring if deadline.occurrences.is_empty() && deadline.notes.is_empty() => {
                found.push(no_occurrence(plan, deadline, from.unwrap_or(place)));
            }
            DeadlineKind::Dated | DeadlineKind::Recurring => {
                found.extend(outside(plan, deadline, place).filter(|_| reported.insert(place)));
            }
            _ => {}
        }
        let days = deadline.occurrences.iter().map(|occurrence| (occurrence.due, occurrence.barrier));
        let years = days.filter_map(|(due, barrier)| unannounced_at(plan, roll, due, barrier));
        let doubt = unannounced(&years.chain(deadline.unannounced).collect(), place);
        found.extend(doubt.filter(|_| doubted.insert(place)));
    }
    for change in &plan.changes {
        let items: BTreeSet<_> = change.work_items.iter().map(|at| plan.work_item(*at).assignment).collect();
        let years = items.into_iter().filter_map(|item| {
            let roll = plan.roll_of(plan.assignment(item));
            change.due.and_then(|due| unannounced_at(plan, roll, due, None))
        });
        found.extend(unannounced(&years.collect(), change.due_place));
    }
}

/// Returns the remarks on a deadline that were not made before: an unknown school year once for all deadlines, an
/// unknown event and a day of the week at each place.
fn noted_in(
    context: &RuleContext<'_>,
    deadline: &Deadline,
    words: &Spanned<&str>,
    made: &mut HashSet<(DeadlineNote, Option<Span>)>,
) -> Vec<Diagnostic> {
    let mut is_news = |note: &DeadlineNote| match note {
        DeadlineNote::UnknownSchoolYear { .. } => {
            !context.doubts.school_years && made.insert((note.clone(), None))
        }
        DeadlineNote::UnknownEvent { .. } if context.doubts.events => false,
        DeadlineNote::UnknownEvent { .. } | DeadlineNote::WrongWeekday { .. } => {
            made.insert((note.clone(), Some(words.span)))
        }
    };
    let news = deadline.notes.iter().filter(|note| is_news(note));
    news.map(|note| noted(note, words.span, |range| within(words, range, context.sources))).collect()
}

/// Returns the year whose announcement of days off may move a last day.
fn unannounced_at(plan: &Plan, treatment: Roll, due: Day, barrier: Option<Day>) -> Option<i32> {
    roll(due, barrier, treatment, &plan.calendar).unannounced(treatment, &plan.calendar)
}

/// Returns the place of a first day that a task or row states, or inherits from its task, beside words that stand
/// elsewhere.
fn from_place(context: &RuleContext<'_>, item: &Assignment) -> Option<Span> {
    let tasks = context.draft.list(Key::Tasks);
    let of_task = || item.task.and_then(|task| tasks.get(task.at()));
    let own = match item.tracked {
        TrackedEntry::Row(row) => context.draft.list(Key::Schedule).get(row.at()),
        TrackedEntry::Task(_) => of_task(),
    };
    let entry = own.filter(|own| own.has(Key::From)).or_else(of_task).filter(|entry| entry.has(Key::From))?;
    (!entry.has(Key::Due)).then(|| entry.value_span(Key::From))
}

/// Reports a recurring deadline without an occurrence.
fn no_occurrence(plan: &Plan, deadline: &Deadline, place: Span) -> Diagnostic {
    let message = match plan.issued {
        Some(issued) if !deadline.before_issue.is_empty() => {
            let (vi, en) = (issued.show(Lang::Vi), issued.show(Lang::En));
            message!(
                "mọi kỳ đều đến hạn trước ngày ban hành kế hoạch {vi}",
                "every occurrence is due before the plan's date of issue, {en}"
            )
        }
        _ => Message::fixed(
            "không có kỳ nào trong thời kỳ của kế hoạch",
            "no occurrence lies in the plan's period",
        ),
    };
    Diagnostic::new(&NO_OCCURRENCE, place, message)
}

/// Reports a deadline outside the period, or before the date of issue.
fn outside(plan: &Plan, deadline: &Deadline, place: Span) -> Option<Diagnostic> {
    let last = deadline.occurrences.last()?;
    let first = deadline.occurrences.iter().map(|occurrence| occurrence.from.unwrap_or(occurrence.due)).min();
    let due = last.due;
    let (vi, en) = (due.show(Lang::Vi), due.show(Lang::En));
    let span = DateRange { first: first.unwrap_or(due).min(due), last: due };
    if !plan.period.reach().overlaps(span) {
        Some(Diagnostic::new(
            &OUTSIDE_PERIOD,
            place,
            message!(
                "hạn {vi} nằm ngoài thời kỳ của kế hoạch",
                "the deadline {en} lies outside the plan's period"
            ),
        ))
    } else if plan.issued.is_some_and(|issued| due < issued) {
        Some(Diagnostic::new(
            &BEFORE_ISSUE,
            place,
            message!(
                "hạn {vi} trước ngày ban hành kế hoạch",
                "the deadline {en} is before the plan's date of issue"
            ),
        ))
    } else {
        None
    }
}
