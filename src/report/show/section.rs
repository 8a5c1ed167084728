//! Sections, goals, and tasks that are not tracked themselves.

use super::facts::{Facts, parties, titled};
use crate::answer::{AssignmentList, TaskPage, TaskTracking};
use crate::document::{Block, Cell};
use crate::language::Message;
use crate::model::{GoalIx, Plan, SectionIx};
use crate::report::wording::maybe;
use crate::span::Sources;

pub(super) fn section(
    duties: &AssignmentList<'_>,
    plan: &Plan,
    ix: SectionIx,
    sources: &Sources,
) -> Vec<Block> {
    let section = plan.section(ix);
    let mut facts = Facts::of(Message::fixed("phần", "section"), section.place, sources);
    let parent = section.parent.map(|parent| plan.section(parent));
    facts.add(
        Message::fixed("Thuộc", "Parent"),
        "parent",
        titled(parent.iter().map(|it| (&it.id, &it.title))),
    );
    let below = plan.sections.iter().filter(|below| below.parent == Some(ix));
    facts.add(Message::fixed("Gồm", "Sections"), "sections", titled(below.map(|it| (&it.id, &it.title))));
    facts.with_duties(duties)
}

pub(super) fn goal(duties: &AssignmentList<'_>, plan: &Plan, ix: GoalIx, sources: &Sources) -> Vec<Block> {
    let mut facts = Facts::of(Message::fixed("mục tiêu", "goal"), plan.goal(ix).place, sources);
    let targets = plan.targets.iter().filter(|target| target.goal == Some(ix));
    facts.add(
        Message::fixed("Chỉ tiêu", "Targets"),
        "targets",
        titled(targets.map(|it| (&it.id, &it.title))),
    );
    facts.with_duties(duties)
}

pub(super) fn task(page: &TaskPage<'_>, plan: &Plan, sources: &Sources) -> Vec<Block> {
    let task = page.task;
    let kind = match page.tracking {
        TaskTracking::Heading => Message::fixed("đề mục, không mở việc", "label, opens no work"),
        TaskTracking::SameAs => Message::fixed(
            "nhiệm vụ nói hai lần, theo dõi ở nơi kia",
            "task told twice, tracked where it is told first",
        ),
        TaskTracking::Rows => {
            Message::fixed("nhiệm vụ, theo dõi qua các dòng của Phụ lục 02", "task, tracked through its rows")
        }
        TaskTracking::WithoutLead => {
            Message::fixed("nhiệm vụ chưa giao cho ai, không mở việc", "task without a lead, opens no work")
        }
    };
    let duty = &task.provisions;
    let mut facts = Facts::of(kind, duty.place, sources);
    let same_as = task.same_as.map(|task| plan.task(task));
    facts.add(
        Message::fixed("Như", "Same as"),
        "same_as",
        titled(same_as.iter().map(|it| (&it.id, &it.title))),
    );
    let section = duty.section.map(|section| plan.section(section));
    facts.add(
        Message::fixed("Phần", "Section"),
        "section",
        titled(section.iter().map(|it| (&it.id, &it.title))),
    );
    facts.add(Message::fixed("Nguyên văn", "Message"), "text", maybe(duty.text.as_deref()));
    facts.add(Message::fixed("Chủ trì", "Lead"), "lead", parties(plan, &duty.lead));
    facts.add(Message::fixed("Phối hợp", "With"), "with", parties(plan, &duty.with));
    facts.add(Message::fixed("Giao thực hiện", "Carried out by"), "to", parties(plan, &duty.to));
    facts.add(Message::fixed("Thời hạn", "Deadline"), "due_text", maybe(duty.due.as_deref()));
    facts.add(Message::fixed("Sản phẩm", "Output"), "output", maybe(duty.output.as_deref()));
    let goals = duty.goals.iter().map(|goal| plan.goal(*goal)).map(|it| (&it.id, &it.title));
    facts.add(Message::fixed("Mục tiêu", "Goals"), "goals", titled(goals));
    facts.add(Message::fixed("Nhãn", "Tags"), "tags", Cell::List(duty.tags.clone()));
    facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(duty.source.as_deref()));
    facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(duty.note.as_deref()));
    facts.with_duties(&page.duties)
}
