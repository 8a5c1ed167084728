//! A plan: what its head says, and its figures.

use super::facts::{Facts, parties, summary};
use crate::document::{Block, Cell};
use crate::language::{Lang, Message};
use crate::model::{Plan, Signer};
use crate::report::wording::{document_kind, maybe};
use crate::span::Sources;
use crate::status::Figures;

pub(super) fn plan(plan: &Plan, figures: &Figures, sources: &Sources) -> Vec<Block> {
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
    for (label, key, count) in [
        (Message::fixed("Phần", "Sections"), "sections", plan.sections.len()),
        (Message::fixed("Mục tiêu", "Goals"), "goals", plan.goals.len()),
        (Message::fixed("Chỉ tiêu", "Targets"), "targets", plan.targets.len()),
        (Message::fixed("Nhiệm vụ", "Tasks"), "tasks", plan.tasks.len()),
        (Message::fixed("Dòng Phụ lục 02", "Rows"), "rows", plan.rows.len()),
    ] {
        facts.add(label, key, Cell::Count(count as u64));
    }
    facts.add(Message::fixed("Tình hình", "Summary"), "summary", summary(figures));
    vec![facts.block()]
}
