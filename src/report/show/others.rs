//! The pages of units, groups, sections, goals, tasks that are tracked through others, and plans.

use super::facts::{Facts, parties, titled};
use super::work::{summary, with_work};
use crate::answer::{GoalPage, GroupPage, PlanPage, SectionPage, TaskPage, TaskRole, UnitPage};
use crate::date::Day;
use crate::document::{Block, Cell};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Party, Plan, Signer, UnitIx};
use crate::report::units::in_force;
use crate::report::wording::{document_kind, maybe};
use crate::span::Sources;

pub(super) fn unit(plan: &Plan, page: &UnitPage<'_>, day: Day, sources: &Sources) -> Vec<Block> {
    let unit = page.unit;
    let units =
        |units: &[UnitIx]| parties(plan, &units.iter().map(|unit| Party::Unit(*unit)).collect::<Vec<_>>());
    let mut facts = Facts::of(Message::fixed("đơn vị", "unit"), unit.place, sources);
    facts.add(Message::fixed("Loại đơn vị", "Kind of unit"), "kind", Cell::text(&unit.kind));
    facts.add(Message::fixed("Tên khác", "Aliases"), "aliases", Cell::List(unit.aliases.clone()));
    facts.add(Message::fixed("Trực thuộc", "Parent"), "parent", units(unit.parent.as_slice()));
    facts.add(Message::fixed("Hiệu lực", "In force"), "in_force", in_force(unit, day));
    facts.add(Message::fixed("Kế thừa", "Successors"), "successors", units(&unit.successors));
    facts.add(Message::fixed("Tiếp nối", "Succeeds"), "succeeds", units(&page.succeeds));
    if page.is_answered_by_others {
        facts.add(Message::fixed("Nay báo cáo thay", "Answered by"), "answers", units(&page.answering));
    }
    let groups: Vec<Party> = page.groups.iter().copied().map(Party::Group).collect();
    facts.add(Message::fixed("Thuộc nhóm", "Groups"), "groups", parties(plan, &groups));
    facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(unit.source.as_deref()));
    facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(unit.note.as_deref()));
    with_work(facts, &page.work)
}

pub(super) fn group(plan: &Plan, page: &GroupPage<'_>, sources: &Sources) -> Vec<Block> {
    let group = page.group;
    let members: Vec<Party> = page.members.iter().copied().map(Party::Unit).collect();
    let mut facts = Facts::of(Message::fixed("nhóm đơn vị", "group"), group.place, sources);
    facts.add(Message::fixed("Theo loại", "By kind"), "kinds", Cell::List(group.kinds.clone()));
    let parent: Vec<Party> = group.parent.into_iter().map(Party::Unit).collect();
    facts.add(Message::fixed("Trực thuộc", "Parent"), "parent", parties(plan, &parent));
    let count = Cell::or_empty(group.count, Cell::Count);
    facts.add(Message::fixed("Văn bản ghi", "Stated count"), "count", count);
    let count = members.len();
    let label = message!("Đơn vị ({count})", "Members ({count})");
    facts.add(label, "members", parties(plan, &members));
    facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(group.source.as_deref()));
    facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(group.note.as_deref()));
    with_work(facts, &page.work)
}

pub(super) fn section(page: &SectionPage<'_>, sources: &Sources) -> Vec<Block> {
    let section = page.section;
    let mut facts = Facts::of(Message::fixed("phần", "section"), section.place, sources);
    facts.add(
        Message::fixed("Thuộc", "Parent"),
        "parent",
        titled(page.parent.iter().map(|it| (&it.id, &it.title))),
    );
    let below = page.sections.iter();
    facts.add(Message::fixed("Gồm", "Sections"), "sections", titled(below.map(|it| (&it.id, &it.title))));
    with_work(facts, &page.work)
}

pub(super) fn goal(page: &GoalPage<'_>, sources: &Sources) -> Vec<Block> {
    let mut facts = Facts::of(Message::fixed("mục tiêu", "goal"), page.goal.place, sources);
    let targets = page.targets.iter();
    facts.add(
        Message::fixed("Chỉ tiêu", "Targets"),
        "targets",
        titled(targets.map(|it| (&it.id, &it.title))),
    );
    with_work(facts, &page.work)
}

/// A task that is tracked through its rows, or not at all.
pub(super) fn task(plan: &Plan, page: &TaskPage<'_>, sources: &Sources) -> Vec<Block> {
    let task = page.task;
    let kind = match page.role {
        TaskRole::Heading => Message::fixed("đề mục, không mở việc", "label, opens no work"),
        TaskRole::Repeated => Message::fixed(
            "nhiệm vụ trùng với nhiệm vụ khác, theo dõi ở đó",
            "task that repeats another, tracked there",
        ),
        TaskRole::WithRows => {
            Message::fixed("nhiệm vụ, theo dõi qua các dòng của Phụ lục 02", "task, tracked through its rows")
        }
        TaskRole::Unassigned => {
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
    facts.add_own(plan, &duty.own);
    with_work(facts, &page.work)
}

pub(super) fn plan(plan: &Plan, page: &PlanPage<'_>, sources: &Sources) -> Vec<Block> {
    let mut facts = Facts::of(Message::fixed("kế hoạch", "plan"), plan.place, sources);
    let kind = Cell::Message(document_kind(plan.kind.as_deref()));
    facts.add(Message::fixed("Văn bản", "Document"), "kind", kind);
    facts.add(Message::fixed("Số, ký hiệu", "Number"), "number", maybe(plan.number.as_deref()));
    facts.add(Message::fixed("Ngày ban hành", "Issued"), "issued", Cell::or_empty(plan.issued, Cell::Date));
    facts.add(Message::fixed("Ban hành", "Issuer"), "issuer", parties(plan, plan.issuer.as_slice()));
    let signer = plan.signer.as_ref().map(|Signer { name, title, capacity }| {
        [name, title, capacity].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
    });
    facts.add(Message::fixed("Người ký", "Signer"), "signer", maybe(signer.as_deref()));
    let standing = parties(plan, plan.standing.as_slice());
    facts.add(Message::fixed("Thường trực", "Standing unit"), "standing", standing);
    facts.add(Message::fixed("Thời kỳ", "Period"), "period", Cell::text(&plan.period.text));
    let bases = plan.bases.iter().map(|basis| {
        let say = |lang: Lang| {
            let day = basis.date.map(|day| lang.pick("ngày ", "of ").to_owned() + &day.show(lang));
            let of =
                [basis.kind.clone(), basis.number.clone(), day, basis.issuer.clone(), basis.title.clone()];
            of.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        (say(Lang::Vi), say(Lang::En))
    });
    let (vi, en): (Vec<String>, Vec<String>) = bases.unzip();
    if !vi.is_empty() {
        let bases = Cell::Message(Message::new(vi.join("\n"), en.join("\n")));
        facts.add(Message::fixed("Căn cứ", "Based on"), "bases", bases);
    }
    facts.add(Message::fixed("Nơi nhận", "Recipients"), "recipients", Cell::List(plan.recipients.clone()));
    facts.add(Message::fixed("Cột riêng", "Own columns"), "columns", own_columns(plan));
    for (label, key, count) in [
        (Message::fixed("Phần", "Sections"), "sections", plan.sections.len()),
        (Message::fixed("Mục tiêu", "Goals"), "goals", plan.goals.len()),
        (Message::fixed("Chỉ tiêu", "Targets"), "targets", plan.targets.len()),
        (Message::fixed("Nhiệm vụ", "Tasks"), "tasks", plan.tasks.len()),
        (Message::fixed("Dòng Phụ lục 02", "Rows"), "rows", plan.rows.len()),
    ] {
        facts.add(label, key, Cell::Count(count as u64));
    }
    facts.add(Message::fixed("Tình hình", "Summary"), "summary", summary(&page.figures));
    vec![facts.block()]
}

/// `x-kinh-phi: Kinh phí`, one a line.
fn own_columns(plan: &Plan) -> Cell {
    let (vi, en): (Vec<String>, Vec<String>) = plan
        .columns
        .iter()
        .map(|column| {
            let say = |lang| format!("{}: {}", column.key, column.title(lang));
            (say(Lang::Vi), say(Lang::En))
        })
        .unzip();
    if vi.is_empty() { Cell::Empty } else { Cell::Message(Message::new(vi.join("\n"), en.join("\n"))) }
}
