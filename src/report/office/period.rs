//! The report of a period: head, parts with closed-up numbers, end, annexes.

use super::folded::{due_table, overdue_table};
use super::frame::{Annexes, OfficeDocument, frame};
use super::sections;
use super::words::{cited, day, span_name, titled};
use crate::answer::{ReportAnswer, letterhead};
use crate::date::Day;
use crate::document::{Block, Document, Frame};
use crate::language::{Lang, Message};
use crate::message;
use crate::report::targets::annex_table;
use crate::report::wording::unannounced;
use crate::vietnamese::roman;

/// The choices of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReportOptions {
    /// The day of the report; left open without one.
    pub date: Option<Day>,
}

/// The parts of a report so far.
struct ReportParts {
    blocks: Vec<Block>,
    number: usize,
}

impl ReportParts {
    /// Adds a part, unless it has no content.
    fn add(&mut self, title: &Message, content: Vec<Block>) {
        if content.is_empty() {
            return;
        }
        self.number += 1;
        let numeral = roman(self.number);
        let (vi, en) = (title.get(Lang::Vi).to_uppercase(), title.get(Lang::En).to_uppercase());
        self.blocks.push(Block::Heading(message!("{numeral}. {vi}", "{numeral}. {en}")));
        self.blocks.extend(content);
    }
}

/// The report of a period.
pub fn period_report(answer: &ReportAnswer<'_>, options: ReportOptions) -> Document {
    let frame = report_frame(answer, options.date);
    let subject = frame.subject.clone();
    let mut annexes = Annexes::of(&frame);
    let overdue = (!answer.overdue.is_empty())
        .then(|| annexes.add(Message::fixed("Danh mục việc quá hạn", "Overdue work")));
    let targets = (answer.targets.total > 0)
        .then(|| annexes.add(Message::fixed("Kết quả thực hiện các chỉ tiêu", "Targets and their results")));
    let next = (!answer.next.is_empty())
        .then(|| annexes.add(Message::fixed("Danh mục việc đến hạn trong kỳ tới", "Work due next")));
    let name = |place: Option<usize>| place.map(|place| annexes.name(place));

    let mut parts = ReportParts { blocks: Vec::new(), number: 0 };
    parts.add(&Message::fixed("Kết quả chung", "Results"), sections::results(answer, name(overdue).as_ref()));
    parts.add(&Message::fixed("Kết quả theo đơn vị", "Units"), sections::units(answer));
    parts.add(&Message::fixed("Việc quá hạn", "Overdue work"), sections::overdue(answer, name(overdue)));
    let difficulties = Message::fixed("Khó khăn, vướng mắc", "Difficulties");
    parts.add(&difficulties, sections::remarks(&answer.difficulties));
    let proposals = Message::fixed("Kiến nghị, đề xuất", "Proposals");
    parts.add(&proposals, sections::remarks(&answer.proposals));
    parts.add(&Message::fixed("Chỉ tiêu", "Targets"), sections::targets(answer, name(targets)));
    parts.add(&Message::fixed("Nhiệm vụ kỳ tới", "Next"), sections::next(answer, name(next)));
    let mut document = Document::new(Message::new(
        format!("Báo cáo {}", uncapitalized(subject.get(Lang::Vi))),
        format!("Report: {}", subject.get(Lang::En)),
    ));
    document.blocks = parts.blocks;
    document.blocks.extend(unannounced(&answer.status.unannounced));
    document.blocks.push(Block::Paragraph(closing(answer)));
    if let Some(known) = answer.status.as_of.known {
        let known = [Lang::Vi, Lang::En].map(|lang| day(known, lang));
        let [vi, en] = known;
        document.blocks.insert(0, Block::Note(message!("Số liệu chốt đến ngày {vi}.", "As known on {en}.")));
    }
    document.frame = Some(frame);
    if let Some(place) = overdue {
        document.blocks.push(Block::Annex(annexes.head(place)));
        document.blocks.push(Block::Table(overdue_table(&answer.overdue)));
    }
    if let Some(place) = targets {
        document.blocks.push(Block::Annex(annexes.head(place)));
        let is_one = answer.targets.plans.len() == 1;
        document.blocks.extend(answer.targets.plans.iter().map(|targets| {
            let mut table = annex_table(targets, &answer.targets.own);
            table.caption = (!is_one).then(|| Message::same(&targets.plan.title));
            Block::Table(table)
        }));
    }
    if let Some(place) = next {
        document.blocks.push(Block::Annex(annexes.head(place)));
        document.blocks.push(Block::Table(due_table(&answer.next)));
    }
    document
}

/// The head and the end of a report.
pub(super) fn report_frame(answer: &ReportAnswer<'_>, date: Option<Day>) -> Frame {
    let plans = answer.plans();
    let (title, span) = (titled(plans), span_name(&answer.span));
    let subject = |lang: Lang| {
        let (title, span) = (title.get(lang), span.get(lang));
        lang.pick(
            format!("Tình hình thực hiện {}, {span}", uncapitalized(title)),
            format!("Implementation of {title}, {span}"),
        )
    };
    let subject = Message::new(subject(Lang::Vi), subject(Lang::En));
    let addressees = addressee(answer).map(|name| format!("{name}.")).into_iter().collect();
    frame(OfficeDocument::Report, plans, subject, addressees, date)
}

/// The issuer of the plan, if another office reports to it.
pub(super) fn addressee(answer: &ReportAnswer<'_>) -> Option<String> {
    let plan = answer.plans().first()?;
    let office = letterhead(answer.plans()).office?;
    let issuer = plan.registry.name(plan.issuer?);
    (office != issuer).then(|| issuer.to_owned())
}

/// The last sentence, with the sign that ends an official text.
fn closing(answer: &ReportAnswer<'_>) -> Message {
    let plans = answer.plans();
    let named = match plans {
        [plan] => cited(plan),
        _ => titled(plans),
    };
    let to = addressee(answer);
    let say = |lang: Lang| {
        let (named, day) = (named.get(lang), day(answer.span.last, lang));
        let asks = to.as_ref().map_or(String::new(), |to| {
            lang.pick(format!("; kính báo cáo {to} xem xét, chỉ đạo"), format!("; submitted to {to}"))
        });
        lang.pick(
            format!("Trên đây là tình hình thực hiện {named} tính đến ngày {day}{asks}./."),
            format!("This is the state of {named} as of {day}{asks}./."),
        )
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// A title inside a sentence: *Kế hoạch …* stays as the name of a document, other words begin small.
fn uncapitalized(words: &str) -> String {
    if words.starts_with("Kế hoạch") || words.starts_with("Chương trình") {
        return words.to_owned();
    }
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}
