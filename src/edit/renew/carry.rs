//! Work that is open on the last day of the old period, and its tasks in the new plan.

use std::collections::HashSet;

use super::doubt::{DoubtReason, DoubtfulLine, RenewedLine};
use super::file::{FinishedFile, line_at, line_text};
use crate::date::{AsOf, Day};
use crate::diagnostic::EditSet;
use crate::edit::refusal::EditRefusal;
use crate::model::{Holder, Plan, WorkItemIx, entities};
use crate::parse::emit::{ListPlace, NewEntry, NewValue, addition, is_only_addition};
use crate::parse::{Key, Outline};
use crate::span::SourceId;
use crate::status::evaluate;

/// Work that is open on the last day of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenWork {
    /// The key of the work item.
    pub key: String,
    /// Its title.
    pub title: String,
    work_item: WorkItemIx,
}

/// The work of a plan that is open on its last day. Work without a deadline goes on in the new plan as it is.
pub(super) fn open_work(plan: &Plan) -> Vec<OpenWork> {
    let last = AsOf::day(plan.period.range.last);
    let open = (0..plan.work_items.len()).map(WorkItemIx::new);
    let open = open.filter(|ix| {
        let item = evaluate(plan, *ix, last);
        item.status.is_open() && item.deadline.is_some()
    });
    let of_item = |ix: WorkItemIx| {
        let work_item = plan.work_item(ix);
        let title = plan.assignment(work_item.assignment).title.to_string();
        OpenWork { key: plan.key(work_item), title, work_item: ix }
    };
    open.map(of_item).collect()
}

/// The beginning of the source of a task that takes work over.
const TAKEN_OVER: &str = "ngoài văn bản: chuyển từ ";

/// The tasks that take over some work.
fn tasks(plan: &Plan, open: &[OpenWork], new_first: Day) -> Vec<NewEntry> {
    let taken: HashSet<&str> = entities(plan).map(|(id, _)| id).collect();
    let mut ids = (1..).map(|number: usize| format!("CS-{number}")).filter(|id| !taken.contains(id.as_str()));
    let task = |work: &OpenWork| {
        let work_item = plan.work_item(work.work_item);
        let assignment = plan.assignment(work_item.assignment);
        let mut values = vec![(Key::Id, NewValue::Text(ids.next().unwrap_or_default()))];
        let section = assignment.section.map(|section| plan.section(section).id.clone());
        values.extend(section.map(|section| (Key::Section, NewValue::Text(section))));
        let title = match plan.period_label(work_item) {
            Some(period) => format!("{} ({period})", work.title),
            None => work.title.clone(),
        };
        values.push((Key::Title, NewValue::Text(title)));
        let units = plan.answering(&crate::model::Successions::of_one_day(), work_item, new_first, None);
        let mut lead: Vec<String> = units.iter().map(|unit| plan.registry.unit(*unit).id.clone()).collect();
        if let Holder::Group(group) = work_item.holder {
            lead = vec![plan.registry.group(group).id.clone()];
        }
        let is_joint = !matches!(work_item.holder, Holder::Unit(_));
        values.push((Key::Lead, NewValue::Many(lead)));
        values.extend(is_joint.then(|| (Key::Mode, NewValue::Text("joint".to_owned()))));
        let source = format!("{TAKEN_OVER}{}", work.key);
        values.push((Key::Source, NewValue::Text(source)));
        NewEntry::new(values)
    };
    open.iter().map(task).collect()
}

/// Adds the tasks to the file that has the last tasks of the plan, else to the main file.
///
/// # Errors
/// [`EditRefusal`] if none can stand there.
pub(super) fn carry(
    plan: &Plan,
    open: &[OpenWork],
    new_first: Day,
    files: &mut [FinishedFile],
) -> Result<(), EditRefusal> {
    let has_tasks = |file: &FinishedFile| {
        Outline::of(&file.text, SourceId::default()).is_some_and(|outline| outline.list(Key::Tasks).is_some())
    };
    let at = files.iter().rposition(has_tasks).unwrap_or(0);
    let Some(file) = files.get_mut(at).filter(|_| !open.is_empty()) else { return Ok(()) };
    let (source, place) = (SourceId::default(), ListPlace::Top(Key::Tasks));
    let no_place = || EditRefusal::NoPlace { path: file.path.clone() };
    let tasks = tasks(plan, open, new_first);
    let outline = Outline::of(&file.text, source).ok_or_else(no_place)?;
    let added = addition(&file.text, source, &outline, place, &tasks).ok_or_else(no_place)?;
    let text = EditSet::new(added).and_then(|set| set.apply(&file.text)).map_err(|_| no_place())?;
    if !is_only_addition(&file.text, &text, place, &tasks) {
        return Err(EditRefusal::Fault { path: file.path.clone() });
    }
    let inserted = text.bytes().zip(file.text.bytes()).take_while(|(new, old)| new == old).count();
    let added_lines = line_at(&text, text.len()) - line_at(&file.text, file.text.len());
    let shift = |line: &mut usize| {
        if *line > line_at(&file.text, inserted) {
            *line += added_lines;
        }
    };
    file.changed.iter_mut().for_each(|line| shift(&mut line.line));
    file.doubts.iter_mut().for_each(|line| shift(&mut line.line));
    let is_new = |at: &usize| !file.text.contains(&line_text(&text, *at));
    for at in text.match_indices(TAKEN_OVER).map(|(at, _)| at).filter(is_new).collect::<Vec<_>>() {
        let (number, words) = (line_at(&text, at), line_text(&text, at));
        file.changed.push(RenewedLine {
            file: file.path.clone(),
            line: number,
            text: words.clone(),
            column: 0,
        });
        let reason = DoubtReason::Carried;
        file.doubts.push(DoubtfulLine { file: file.path.clone(), line: number, reason, text: words });
    }
    file.text = text;
    Ok(())
}
