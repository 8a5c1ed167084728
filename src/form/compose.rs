//! Answers → the content of forms.

use super::book::{FormBook, FormSheet, FormSheetKind};
use super::canonical::cell_text;
use super::{targets, work};
use crate::answer::{FormAnswer, UnitForm};
use crate::date::Day;
use crate::language::{Lang, Message};

/// Returns the workbooks of the forms, in the order of the units; they are expected back by a day, if one is given.
pub fn form_books(answer: &FormAnswer<'_>, reply_by: Option<Day>) -> Vec<FormBook> {
    let book = |form: &UnitForm<'_>| FormBook {
        unit: form.id.to_owned(),
        unit_name: cell_text(form.name),
        as_of: answer.as_of.day,
        reply_by,
        sheets: sheets(form),
    };
    answer.units.iter().map(book).collect()
}

/// The sheets of a form; where there are several plans, their names hold the plan.
fn sheets(form: &UnitForm<'_>) -> Vec<FormSheet> {
    let mut sheets = Vec::new();
    for part in &form.plans {
        let plan = (form.plans.len() > 1).then_some(part.plan.id.as_str());
        if !part.lines.is_empty() {
            sheets.push(work::sheet(part, sheet_name(FormSheetKind::Work, plan)));
        }
        if !part.targets.is_empty() {
            sheets.push(targets::sheet(part, sheet_name(FormSheetKind::Targets, plan)));
        }
    }
    sheets
}

/// The name of a sheet before it is shortened to what Excel takes.
fn sheet_name(kind: FormSheetKind, plan: Option<&str>) -> Message {
    let name = match kind {
        FormSheetKind::Work => Message::fixed("Báo cáo", "Report"),
        FormSheetKind::Targets => Message::fixed("Chỉ tiêu", "Targets"),
    };
    match plan {
        Some(plan) => {
            let say = |lang| format!("{} {plan}", name.get(lang));
            Message::new(say(Lang::Vi), say(Lang::En))
        }
        None => name,
    }
}
