//! Letters to units that are late (công văn đôn đốc), and one with all.

use super::folded::{due_table, line, overdue_table};
use super::frame::{Annexes, OfficeDocument, frame, office};
use super::sections::listed;
use super::words::{cited, counted, day, titled, works};
use crate::answer::{FoldedItem, LettersAnswer, UnitLetter, UnitOverdue};
use crate::attribute::{UnitNaming, holder_name};
use crate::date::Day;
use crate::document::{Block, Document, Frame, day_in_words};
use crate::language::{Lang, Message};
use crate::model::Plan;
use crate::sanitize::visible;

/// The most work that the text of a letter names; the annex has all.
const NAMED: usize = 3;

/// The choices of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LetterOptions {
    /// The day of the letters; left open without one.
    pub date: Option<Day>,
    /// The day by which the units are asked to answer; left open without one.
    pub reply_by: Option<Day>,
}

/// The letter to one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterDocument {
    /// The id of the unit.
    pub unit: String,
    /// The letter.
    pub document: Document,
}

/// Work that a letter is about.
pub(super) struct LetterWork<'s> {
    pub(super) total: usize,
    pub(super) overdue_count: usize,
    pub(super) longest: i64,
    pub(super) due_count: usize,
    /// The overdue work by unit.
    pub(super) overdue: Vec<UnitOverdue<'s>>,
    pub(super) due: Vec<FoldedItem<'s>>,
}

impl<'s> LetterWork<'s> {
    /// The work of the letter to one unit.
    pub(super) fn of_unit(letter: &UnitLetter<'s>) -> Self {
        Self {
            total: letter.total,
            overdue_count: letter.overdue_count(),
            longest: letter.longest(),
            due_count: letter.due_count(),
            overdue: by_holder(&letter.overdue),
            due: letter.due.clone(),
        }
    }

    /// The work of the letter to all units that are late.
    pub(super) fn of_all(answer: &LettersAnswer<'s>) -> Self {
        // Addressed to one unit, it speaks of what that one answers for.
        if let [letter] = answer.letters.as_slice() {
            return Self::of_unit(letter);
        }
        let mut overdue: Vec<FoldedItem<'s>> = Vec::new();
        let mut due: Vec<FoldedItem<'s>> = Vec::new();
        for letter in &answer.letters {
            for folded in &letter.overdue {
                if !overdue.iter().any(|other| std::ptr::eq(other.found.item, folded.found.item)) {
                    overdue.push(*folded);
                }
            }
            for folded in &letter.due {
                if !due.iter().any(|other| std::ptr::eq(other.found.item, folded.found.item)) {
                    due.push(*folded);
                }
            }
        }
        due.sort_by_key(|folded| folded.found.item.deadline);
        Self {
            total: answer.total,
            overdue_count: answer.overdue,
            longest: answer.longest,
            due_count: due.iter().map(|folded| folded.listed).sum(),
            overdue: by_holder(&overdue),
            due,
        }
    }
}

/// The letters, one for each unit.
pub fn letters(answer: &LettersAnswer<'_>, options: LetterOptions) -> Vec<LetterDocument> {
    let letter = |letter: &UnitLetter<'_>| {
        let document = document(answer, &[letter.name], &LetterWork::of_unit(letter), options);
        LetterDocument { unit: letter.id.to_owned(), document }
    };
    answer.letters.iter().map(letter).collect()
}

/// The letter to all units that are late.
pub fn summary_letter(answer: &LettersAnswer<'_>, options: LetterOptions) -> Document {
    let names: Vec<&str> = answer.letters.iter().map(|letter| letter.name).collect();
    document(answer, &names, &LetterWork::of_all(answer), options)
}

/// The work by the units that hold it.
fn by_holder<'s>(items: &[FoldedItem<'s>]) -> Vec<UnitOverdue<'s>> {
    let mut units: Vec<UnitOverdue<'s>> = Vec::new();
    for folded in items {
        let holder = holder_name(&folded.found, UnitNaming::Full);
        match units.iter_mut().find(|unit| unit.holder == holder) {
            Some(unit) => unit.items.push(*folded),
            None => units.push(UnitOverdue { holder, items: vec![*folded] }),
        }
    }
    units
}

fn document(
    answer: &LettersAnswer<'_>,
    units: &[&str],
    work: &LetterWork<'_>,
    options: LetterOptions,
) -> Document {
    let plans = &answer.plans;
    let frame = letter_frame(plans, units, options.date);
    let subject = frame.subject.clone();
    let mut annexes = Annexes::of(&frame);
    let overdue = (work.overdue_count > 0)
        .then(|| annexes.add(Message::fixed("Danh mục việc quá hạn", "Overdue work")));
    let due = (work.due_count > 0)
        .then(|| annexes.add(Message::fixed("Danh mục việc sắp đến hạn", "Work due soon")));
    let mut document = Document::new(Message::new(
        format!("Công văn {}", subject.get(Lang::Vi)),
        format!("Letter: {}", subject.get(Lang::En)),
    ));
    document.blocks.push(Block::Paragraph(finding(answer, units, work)));
    if units.len() > 1 {
        document.blocks.extend(listed(&answer.letters.iter().map(of_unit).collect::<Vec<_>>()));
    } else {
        let most = work.overdue.iter().flat_map(|unit| &unit.items).chain(&work.due);
        document
            .blocks
            .extend(listed(&most.take(NAMED).map(|folded| line(folded, false)).collect::<Vec<_>>()));
    }
    document.blocks.push(Block::Paragraph(request(answer, units, work, options)));
    let place = [overdue, due].into_iter().flatten();
    let annex_names: Vec<Message> = place.map(|place| annexes.name(place)).collect();
    document.blocks.push(Block::Paragraph(attached(&annex_names)));
    document.blocks.push(Block::Paragraph(Message::fixed("Trân trọng./.", "Yours faithfully./.")));
    document.frame = Some(frame);
    if let Some(place) = overdue {
        document.blocks.push(Block::Annex(annexes.head(place)));
        document.blocks.push(Block::Table(overdue_table(&work.overdue)));
    }
    if let Some(place) = due {
        document.blocks.push(Block::Annex(annexes.head(place)));
        document.blocks.push(Block::Table(due_table(&work.due)));
    }
    document
}

/// The head and the end of a letter.
pub(super) fn letter_frame(plans: &[&Plan], units: &[&str], date: Option<Day>) -> Frame {
    let named = named(plans);
    let subject = Message::new(
        format!("đôn đốc thực hiện {}", named.get(Lang::Vi)),
        format!("reminder on {}", named.get(Lang::En)),
    );
    let addressees = match units {
        [unit] => vec![format!("{unit}.")],
        _ => units.iter().map(|unit| (*unit).to_owned()).collect(),
    };
    frame(OfficeDocument::Letter, plans, subject, addressees, date)
}

/// The plan as it is cited without its day, which the text gives.
fn named(plans: &[&Plan]) -> Message {
    match plans {
        [plan] => cited(plan),
        _ => titled(plans),
    }
}

/// The finding: the plan, the day, how much of how much is overdue or due soon.
pub(super) fn finding(answer: &LettersAnswer<'_>, units: &[&str], work: &LetterWork<'_>) -> Message {
    let plans = &answer.plans;
    let (office, cited, title) = (office(plans), named(plans), titled(plans));
    let say = |lang: Lang| {
        let day_ = day(answer.as_of.day, lang);
        let cited = match plans.as_slice() {
            [plan] if plan.number.is_some() => lang.pick(
                format!("{} ({})", cited.get(lang), title.get(lang)),
                format!("{} ({})", cited.get(lang), title.get(lang)),
            ),
            _ => cited.get(lang).to_owned(),
        };
        let total = works(work.total as u64, lang);
        let to = match units {
            [unit] => lang.pick(format!("{unit} chịu trách nhiệm"), format!("that {unit} answers for")),
            _ => lang.pick("giao các đơn vị".to_owned(), "assigned to the units".to_owned()),
        };
        let mut found = Vec::new();
        if work.overdue_count > 0 {
            let (late, longest) = (
                works(work.overdue_count as u64, lang),
                counted(u64::try_from(work.longest).unwrap_or(0), lang),
            );
            found.push(lang.pick(
                format!("còn {late} quá hạn, lâu nhất {longest} ngày"),
                format!("{late} are overdue, the longest by {longest} days"),
            ));
        }
        if work.due_count > 0 {
            let until = answer.until.map_or(String::new(), |until| day(until, lang));
            let due = works(work.due_count as u64, lang);
            found.push(lang.pick(
                format!("có {due} đến hạn từ nay đến ngày {until}"),
                format!("{due} are due until {until}"),
            ));
        }
        let found = found.join(lang.pick(", ", ", and "));
        let end = if units.len() > 1 { lang.pick(", cụ thể:", ", namely:") } else { ":" };
        lang.pick(
            format!(
                "Qua rà soát, tổng hợp kết quả thực hiện {cited}, {office} nhận thấy: đến ngày {day_}, trong số {total} {to} {found}{end}"
            ),
            format!("Reviewing {cited}, {office} finds that on {day_}, of {total} {to}, {found}{end}"),
        )
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// The counts of overdue work and of work that is due soon, of one unit.
fn of_unit(letter: &UnitLetter<'_>) -> Message {
    let say = |lang: Lang| {
        let mut parts = Vec::new();
        if letter.overdue_count() > 0 {
            let late = works(letter.overdue_count() as u64, lang);
            let longest = counted(u64::try_from(letter.longest()).unwrap_or(0), lang);
            parts.push(lang.pick(
                format!("{late} quá hạn, lâu nhất {longest} ngày"),
                format!("{late} overdue, the longest by {longest} days"),
            ));
        }
        if letter.due_count() > 0 {
            let due = works(letter.due_count() as u64, lang);
            parts.push(lang.pick(format!("{due} sắp đến hạn"), format!("{due} due soon")));
        }
        format!("{}: {}", letter.name, parts.join(", "))
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// The remark that the office that signs the letters has such work itself, and gets none; nothing if it has not.
pub fn own_work(answer: &LettersAnswer<'_>) -> Option<Message> {
    let own = of_unit(answer.own.as_ref()?);
    let say = |lang: Lang| {
        let own = visible(own.get(lang));
        lang.pick(
            format!("Không gửi công văn cho chính cơ quan ban hành ({own})."),
            format!("No letter goes to the office that issues them ({own})."),
        )
    };
    Some(Message::new(say(Lang::Vi), say(Lang::En)))
}

/// The request, with the day by which an answer is asked for.
pub(super) fn request(
    answer: &LettersAnswer<'_>,
    units: &[&str],
    work: &LetterWork<'_>,
    options: LetterOptions,
) -> Message {
    let office = office(&answer.plans);
    let say = |lang: Lang| {
        let whom = match units {
            [unit] => (*unit).to_owned(),
            _ => lang.pick("các đơn vị", "the units").to_owned(),
        };
        let by = options.reply_by.map_or_else(
            || day_in_words(None, lang),
            |by| lang.pick(format!("ngày {}", day(by, lang)), day(by, lang)),
        );
        let causes = if work.overdue_count > 0 {
            lang.pick(
                " làm rõ nguyên nhân, trách nhiệm đối với việc quá hạn,",
                " state the causes of delays,",
            )
        } else {
            ""
        };
        lang.pick(
            format!(
                "{office} đề nghị {whom} khẩn trương hoàn thành các việc nêu trên,{causes} báo cáo kết quả về {office} chậm nhất {by}."
            ),
            format!("{office} asks {whom} to complete this work,{causes} and report to {office} by {by}."),
        )
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// The sentence on the annexes.
fn attached(annexes: &[Message]) -> Message {
    let say = |lang: Lang| {
        let names: Vec<&str> = annexes.iter().map(|name| name.get(lang)).collect();
        let names = names.join(", ");
        lang.pick(format!("(Danh mục cụ thể tại {names} kèm theo)"), format!("(The list is in {names}.)"))
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}
