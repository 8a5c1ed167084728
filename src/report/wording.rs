//! Wordings that several answers share: places, names, numerals, the tones of statuses.

use crate::date::{AsOf, UnannouncedYears};
use crate::document::{Block, Cell, Document, FilePlace, StatusCell, Tone};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Party, Plan};
use crate::span::{Sources, Span};
use crate::status::{Assessment, Status, TaskState};

/// The line of a file where something is written.
pub(super) fn place(sources: &Sources, span: Span) -> FilePlace {
    let (file, line) = sources.file_and_line(span);
    FilePlace { file: file.to_owned(), line }
}

/// The names of units and groups.
pub(super) fn names(plan: &Plan, parties: &[Party]) -> Cell {
    Cell::List(parties.iter().map(|party| plan.registry.name(*party).to_owned()).collect())
}

/// Words of the plan, or nothing.
pub(super) fn maybe(words: Option<&str>) -> Cell {
    Cell::or_empty(words, Cell::text)
}

/// Percent as someone stated it: as many decimals as were written.
pub(super) fn stated(percent: Option<f64>) -> Cell {
    Cell::or_empty(percent, |percent| Cell::Number(percent, "%".to_owned()))
}

/// The word of a status in its tone.
pub(super) fn status(status: Status) -> Cell {
    let tone = match status {
        Status::DoneOnTime | Status::DoneUndated => Tone::Good,
        Status::Overdue => Tone::Bad,
        Status::DoneLate | Status::DueSoon => Tone::Warn,
        Status::Dropped | Status::Upcoming | Status::Continuous | Status::Undated => Tone::Muted,
        Status::OnTrack => Tone::Plain,
    };
    Cell::Status(StatusCell { key: status.id().into(), word: status.name(), tone })
}

/// The word of the state of a task in its tone.
pub(super) fn task_state(state: TaskState) -> Cell {
    let tone = match state {
        TaskState::Done => Tone::Good,
        TaskState::Late => Tone::Bad,
        TaskState::InProgress | TaskState::NotStarted => Tone::Plain,
        TaskState::Dropped | TaskState::Continuous => Tone::Muted,
    };
    Cell::Status(StatusCell { key: state.id().into(), word: state.name(), tone })
}

/// The word of an assessment in its tone.
pub(super) fn assessment(assessment: Assessment) -> Cell {
    let tone = match assessment {
        Assessment::Exceeded | Assessment::Met => Tone::Good,
        Assessment::NotMet => Tone::Bad,
        Assessment::OnTheWay => Tone::Plain,
        Assessment::NoData => Tone::Muted,
    };
    Cell::Status(StatusCell { key: assessment.id().into(), word: assessment.name(), tone })
}

/// The day that a document is about, and until when things were known.
pub(super) fn as_of(document: Document, as_of: AsOf) -> Document {
    let mut document = document.as_of(as_of.day);
    if let Some(known) = as_of.known {
        let (vi, en) = (known.show(Lang::Vi), known.show(Lang::En));
        document.subtitle.push(message!("Số liệu đến ngày {vi}", "as known on {en}"));
    }
    document
}

/// The doubt about days in years whose days off are not all announced; nothing without such a year.
pub(super) fn unannounced(years: &UnannouncedYears) -> Option<Block> {
    years.sentence().map(Block::Note)
}

/// `Kèm theo Kế hoạch số 07/KH-UBND ngày 10/01/2025 của UBND quận`; nothing of a plan without number and day.
pub(super) fn attached_to(plan: &Plan) -> Option<Message> {
    if plan.number.is_none() && plan.issued.is_none() {
        return None;
    }
    let kind = document_kind(plan.kind.as_deref());
    let say = |lang: Lang| {
        let mut said = lang.pick("Kèm theo ", "Attached to ").to_owned() + kind.get(lang);
        if let Some(number) = &plan.number {
            said += &lang.pick(format!(" số {number}"), format!(" No. {number}"));
        }
        if let Some(day) = plan.issued {
            let day = day.show(lang);
            said += &lang.pick(format!(" ngày {day}"), format!(" of {day}"));
        }
        if let Some(issuer) = plan.issuer {
            let name = plan.registry.name(issuer);
            said += &lang.pick(format!(" của {name}"), format!(" by {name}"));
        }
        format!("({said})")
    };
    Some(Message::new(say(Lang::Vi), say(Lang::En)))
}

/// The word for a kind of document.
pub(super) fn document_kind(kind: Option<&str>) -> Message {
    match kind {
        Some("ke-hoach") => Message::fixed("Kế hoạch", "Plan"),
        Some("chi-thi") => Message::fixed("Chỉ thị", "Directive"),
        Some("cong-van") => Message::fixed("Công văn", "Official letter"),
        Some("nghi-quyet") => Message::fixed("Nghị quyết", "Resolution"),
        Some("chuong-trinh") => Message::fixed("Chương trình", "Programme"),
        Some("de-an") => Message::fixed("Đề án", "Scheme"),
        Some("quyet-dinh") => Message::fixed("Quyết định", "Decision"),
        Some(other) => message!("{other}", "{other}"),
        None => Message::fixed("Văn bản", "Document"),
    }
}
