//! Targets, units, groups, sections, goals, tasks that are tracked through others, and the plan itself.

use super::item::summary;
use super::{Facts, Page, inherited, parties, titled};
use crate::document::{Block, Cell, Column, Table, TableRow};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{
    GoalIx, GroupIx, Holder, Party, Plan, SectionIx, Signer, TargetIx, TargetResult, TaskIx, UnitIx,
};
use crate::report::targets::result;
use crate::report::units::in_force;
use crate::report::wording::{self, document_kind, maybe, place};
use crate::status::{WorkItemStatus, assess, evaluate_all};

impl Page<'_> {
    pub(super) fn target(&self, ix: TargetIx) -> Vec<Block> {
        let plan = self.plan;
        let assessed = assess(plan, ix, self.as_of);
        let target = assessed.target;
        let mut facts = Facts::of(Message::fixed("chỉ tiêu", "target"), target.place, self.sources);
        let goal = target.goal.map(|goal| plan.goal(goal));
        facts.add(
            Message::fixed("Mục tiêu", "Goal"),
            "goal",
            titled(goal.iter().map(|it| (&it.id, &it.title))),
        );
        facts.add(Message::fixed("Giao", "Asked"), "value", Cell::text(&target.value_text));
        let read_as = Cell::text(target.value.to_string());
        facts.add(Message::fixed("Hiểu là", "Read as"), "read_as", read_as);
        facts.add(Message::fixed("Đơn vị", "Lead"), "lead", parties(plan, &target.lead));
        let due = inherited(target.due_inherited, &maybe(target.due_text.as_deref()));
        facts.add(Message::fixed("Thời hạn", "Deadline"), "due_text", due);
        facts.add(
            Message::fixed("Hạn", "Last day"),
            "deadline",
            Cell::or_empty(assessed.deadline, Cell::Date),
        );
        if let Some(last) = assessed.result {
            facts.add_at(
                Message::fixed("Kết quả", "Result"),
                "result",
                result(&target.value, last),
                Some(last.place),
            );
        }
        let share = Cell::or_empty(assessed.attainment_pct, |share| Cell::Percent(Some(share)));
        facts.add(Message::fixed("Tỷ lệ", "Attainment"), "attainment_pct", share);
        let word = wording::assessment(assessed.assessment);
        facts.add(Message::fixed("Đánh giá", "Assessment"), "assessment", word);
        let tasks = target.tasks.iter().map(|task| plan.task(*task)).map(|it| (&it.id, &it.title));
        facts.add(Message::fixed("Nhiệm vụ", "Tasks"), "tasks", titled(tasks));
        facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(target.source.as_deref()));
        facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(target.note.as_deref()));
        let mut table = Table::new(vec![
            Column::words(Message::fixed("Ngày", "Date"), "date"),
            Column::figures(Message::fixed("Kết quả", "Result"), "result"),
            Column::words(Message::fixed("Đơn vị", "Unit"), "unit").hide_if_all_zero(),
            Column::title(Message::fixed("Minh chứng", "Evidence"), "evidence").hide_if_all_zero(),
            Column::words(Message::fixed("Nơi ghi", "Place"), "place"),
        ]);
        for one @ TargetResult { date, unit, evidence, place: at, .. } in &target.results {
            if self.as_of.is_in_force(*date) {
                table.rows.push(TableRow::Body(vec![
                    Cell::Date(*date),
                    result(&target.value, one),
                    Cell::or_empty(*unit, |unit| Cell::text(&plan.registry.unit(unit).name)),
                    maybe(evidence.as_deref()),
                    Cell::text(place(self.sources, *at).to_string()),
                ]));
            }
        }
        let mut blocks = vec![facts.block()];
        if !table.is_empty() {
            blocks.push(Block::Heading(Message::fixed("Kết quả từng lần", "Results")));
            blocks.push(Block::Table(table));
        }
        blocks
    }

    pub(super) fn unit(&self, ix: UnitIx) -> Vec<Block> {
        let (plan, registry) = (self.plan, &self.plan.registry);
        let unit = registry.unit(ix);
        let units = |units: &[UnitIx]| {
            parties(plan, &units.iter().map(|unit| Party::Unit(*unit)).collect::<Vec<_>>())
        };
        let mut facts = Facts::of(Message::fixed("đơn vị", "unit"), unit.place, self.sources);
        facts.add(Message::fixed("Loại đơn vị", "Kind of unit"), "kind", Cell::text(&unit.kind));
        facts.add(Message::fixed("Tên khác", "Aliases"), "aliases", Cell::List(unit.aliases.clone()));
        facts.add(Message::fixed("Trực thuộc", "Parent"), "parent", units(unit.parent.as_slice()));
        facts.add(Message::fixed("Hiệu lực", "In force"), "in_force", in_force(unit, self.as_of.day));
        facts.add(Message::fixed("Kế thừa", "Successors"), "successors", units(&unit.successors));
        let heirs = (0..registry.units.len()).map(UnitIx::new);
        let before: Vec<UnitIx> = heirs.filter(|it| registry.unit(*it).successors.contains(&ix)).collect();
        facts.add(Message::fixed("Tiếp nối", "Succeeds"), "succeeds", units(&before));
        let answering = registry.answering(ix, self.as_of.day);
        if answering != [ix] && answering != unit.successors {
            facts.add(Message::fixed("Nay báo cáo thay", "Answered by"), "answers", units(&answering));
        }
        let groups = (0..registry.groups.len()).map(GroupIx::new);
        let groups: Vec<Party> = groups
            .filter(|group| registry.unfold(&[Party::Group(*group)], self.as_of.day).contains(&ix))
            .map(Party::Group)
            .collect();
        facts.add(Message::fixed("Thuộc nhóm", "Groups"), "groups", parties(plan, &groups));
        facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(unit.source.as_deref()));
        facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(unit.note.as_deref()));
        self.with_duties(
            facts,
            |_| true,
            |_, item| item.unit == Holder::Unit(ix) || item.answers.contains(&ix),
        )
    }

    pub(super) fn group(&self, ix: GroupIx) -> Vec<Block> {
        let (plan, registry) = (self.plan, &self.plan.registry);
        let group = registry.group(ix);
        let members: Vec<Party> =
            registry.unfold(&[Party::Group(ix)], self.as_of.day).into_iter().map(Party::Unit).collect();
        let mut facts = Facts::of(Message::fixed("nhóm đơn vị", "group"), group.place, self.sources);
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
        self.with_duties(facts, |item| item.lead.contains(&Party::Group(ix)), |_, _| true)
    }

    pub(super) fn section(&self, ix: SectionIx) -> Vec<Block> {
        let plan = self.plan;
        let section = plan.section(ix);
        let mut facts = Facts::of(Message::fixed("phần", "section"), section.place, self.sources);
        let parent = section.parent.map(|parent| plan.section(parent));
        facts.add(
            Message::fixed("Thuộc", "Parent"),
            "parent",
            titled(parent.iter().map(|it| (&it.id, &it.title))),
        );
        let below = plan.sections.iter().filter(|below| below.parent == Some(ix));
        facts.add(Message::fixed("Gồm", "Sections"), "sections", titled(below.map(|it| (&it.id, &it.title))));
        self.with_duties(facts, |item| item.section.is_some_and(|own| plan.is_below(own, ix)), |_, _| true)
    }

    pub(super) fn goal(&self, ix: GoalIx) -> Vec<Block> {
        let plan = self.plan;
        let mut facts = Facts::of(Message::fixed("mục tiêu", "goal"), plan.goal(ix).place, self.sources);
        let targets = plan.targets.iter().filter(|target| target.goal == Some(ix));
        facts.add(
            Message::fixed("Chỉ tiêu", "Targets"),
            "targets",
            titled(targets.map(|it| (&it.id, &it.title))),
        );
        self.with_duties(facts, |item| item.goals.contains(&ix), |_, _| true)
    }

    /// A task that is tracked through its rows, or not at all.
    pub(super) fn task(&self, ix: TaskIx) -> Vec<Block> {
        let plan = self.plan;
        let task = plan.task(ix);
        let kind = if task.heading {
            Message::fixed("đề mục, không mở việc", "label, opens no work")
        } else if task.same_as.is_some() {
            Message::fixed(
                "nhiệm vụ nói hai lần, theo dõi ở nơi kia",
                "task told twice, tracked where it is told first",
            )
        } else if plan.assignments.iter().any(|item| item.task == Some(ix)) {
            Message::fixed("nhiệm vụ, theo dõi qua các dòng của Phụ lục 02", "task, tracked through its rows")
        } else {
            Message::fixed("nhiệm vụ chưa giao cho ai, không mở việc", "task without a lead, opens no work")
        };
        let duty = &task.provisions;
        let mut facts = Facts::of(kind, duty.place, self.sources);
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
        let tracked = task.same_as.unwrap_or(ix);
        self.with_duties(facts, |item| item.task == Some(tracked), |_, _| true)
    }

    pub(super) fn plan(&self) -> Vec<Block> {
        let plan = self.plan;
        let mut facts = Facts::of(Message::fixed("kế hoạch", "plan"), plan.place, self.sources);
        let kind = Cell::Message(document_kind(plan.kind.as_deref()));
        facts.add(Message::fixed("Văn bản", "Document"), "kind", kind);
        facts.add(Message::fixed("Số, ký hiệu", "Number"), "number", maybe(plan.number.as_deref()));
        facts.add(
            Message::fixed("Ngày ban hành", "Issued"),
            "issued",
            Cell::or_empty(plan.issued, Cell::Date),
        );
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
                let of = [
                    basis.kind.clone(),
                    basis.number.clone(),
                    day,
                    basis.issuer.clone(),
                    basis.title.clone(),
                ];
                of.into_iter().flatten().collect::<Vec<_>>().join(" ")
            };
            (say(Lang::Vi), say(Lang::En))
        });
        let (vi, en): (Vec<String>, Vec<String>) = bases.unzip();
        if !vi.is_empty() {
            let bases = Cell::Message(Message::new(vi.join("\n"), en.join("\n")));
            facts.add(Message::fixed("Căn cứ", "Based on"), "bases", bases);
        }
        facts.add(
            Message::fixed("Nơi nhận", "Recipients"),
            "recipients",
            Cell::List(plan.recipients.clone()),
        );
        for (label, key, count) in [
            (Message::fixed("Phần", "Sections"), "sections", plan.sections.len()),
            (Message::fixed("Mục tiêu", "Goals"), "goals", plan.goals.len()),
            (Message::fixed("Chỉ tiêu", "Targets"), "targets", plan.targets.len()),
            (Message::fixed("Nhiệm vụ", "Tasks"), "tasks", plan.tasks.len()),
            (Message::fixed("Dòng Phụ lục 02", "Rows"), "rows", plan.rows.len()),
        ] {
            facts.add(label, key, Cell::Count(count as u64));
        }
        facts.add(
            Message::fixed("Tình hình", "Summary"),
            "summary",
            summary(&evaluate_all(plan, self.as_of)),
        );
        vec![facts.block()]
    }

    fn with_duties(
        &self,
        mut facts: Facts<'_>,
        of: impl FnMut(&crate::model::Assignment) -> bool,
        own: impl FnMut(&Plan, &WorkItemStatus) -> bool,
    ) -> Vec<Block> {
        let all = evaluate_all(self.plan, self.as_of);
        let (kept, duties) = self.duties(&all, of, own);
        facts.add(Message::fixed("Tình hình", "Summary"), "summary", summary(kept));
        std::iter::once(facts.block()).chain(duties).collect()
    }
}
