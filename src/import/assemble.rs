//! The way of a document through the floor: read, divide, build, write.

use std::collections::BTreeSet;

use super::annexes::{AnnexText, read_annexes};
use super::basis::bases;
use super::block::{ReaderRemark, SourceBlock, SourcePlace, SourceText};
use super::build::PlanBuilder;
use super::clean::letters;
use super::closing::read_end;
use super::division::divide;
use super::document_facts::{issuer, locality, period, title_above};
use super::error::ImportError;
use super::header::read_head;
use super::letter_case::ProperNames;
use super::node::tree;
use super::plan::{Doubt, ImportedHeader, ImportedPlan};
use super::read::read;
use super::source::{ImportOptions, SourceFile};
use super::units::{Abbreviations, UnitRegistry};
use super::write::{FileNote, ImportedFile, files};
use crate::language::{Lang, Message};
use crate::vietnamese::fold;

/// A plan from a document: its files, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The id of the plan.
    pub id: String,
    /// The title.
    pub title: String,
    /// The files, the main file first.
    pub files: Vec<ImportedFile>,
    /// The numbers of what was found.
    pub figures: ImportFigures,
    /// The remarks of the readers, with the names of their files.
    pub remarks: Vec<(String, ReaderRemark)>,
    /// Words that have no entry, with their places.
    pub left: Vec<(SourcePlace, String)>,
    /// The number of entries that the plan has already.
    pub there: usize,
    /// The values that the plan has otherwise.
    pub differences: Vec<EntryDifference>,
}

/// A value of an entry that the plan has already, and has otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryDifference {
    /// The id of the entry in the plan.
    pub entry: String,
    /// The key: `lead`, `due`, `title`.
    pub key: &'static str,
    /// The value of the plan.
    pub known: String,
    /// The value of the document.
    pub found: String,
    /// The place in the document.
    pub place: SourcePlace,
}

/// The numbers of what was found in a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ImportFigures {
    /// Documents on which the plan is based.
    pub bases: usize,
    /// Goals.
    pub goals: usize,
    /// Sections.
    pub sections: usize,
    /// Tasks, headings aside.
    pub tasks: usize,
    /// Tasks and rows with a lead.
    pub led: usize,
    /// Tasks and rows with a deadline.
    pub dated: usize,
    /// Rows of schedules.
    pub rows: usize,
    /// Targets.
    pub targets: usize,
    /// New units.
    pub units: usize,
    /// Groups.
    pub groups: usize,
}

impl Imported {
    /// The lines that a person should look at, with the files that they are in.
    pub fn notes(&self) -> impl Iterator<Item = (&ImportedFile, &FileNote)> {
        self.files.iter().flat_map(|file| file.notes.iter().map(move |note| (file, note)))
    }

    /// Returns true if there is something to look at.
    pub fn is_doubtful(&self) -> bool {
        self.notes().next().is_some()
            || !self.left.is_empty()
            || !self.remarks.is_empty()
            || !self.differences.is_empty()
    }
}

/// Makes a plan of a document and its annexes.
///
/// # Errors
/// For a file that cannot be read, and for a document that names no period if the options name none.
pub fn import(sources: &[SourceFile], options: &ImportOptions, lang: Lang) -> Result<Imported, ImportError> {
    let texts: Vec<SourceText> = sources.iter().map(read).collect::<Result<_, _>>()?;
    let Some(first) = texts.first() else {
        return Err(ImportError::new("", Message::fixed("không có tệp nào", "there is no file")));
    };
    let remarks = texts
        .iter()
        .flat_map(|text| text.remarks.iter().map(|remark| (text.name.clone(), *remark)))
        .collect();
    let whole = whole_text(&texts);
    let division = divide(&first.blocks);
    let names = ProperNames::of(&whole);
    let head = read_head(&division.opening, &names);
    let end = read_end(&division.closing);
    let locality = locality(&whole);
    let mut units = UnitRegistry::new(Abbreviations::of(&whole, locality.as_deref()), &options.known_units);
    let found_bases = bases(&head.preamble);
    let mut header = ImportedHeader {
        kind: head.kind,
        number: head.number.clone(),
        issued: head.issued.clone(),
        signer: end.signer.clone(),
        recipients: head
            .recipients
            .iter()
            .chain(&end.recipients)
            .filter(|words| fold(words) != "nhu tren")
            .cloned()
            .collect(),
        ..ImportedHeader::default()
    };
    let above = first.blocks.iter().find_map(|block| title_above(block, &names)).unwrap_or_default();
    let named = head.title.clone().or(above.title);
    header.title = match (&named, found_bases.last().and_then(|base| base.title.clone())) {
        (Some(title), _) => {
            if title.is_guess {
                header.doubts.push(doubt(
                    "title",
                    "văn bản viết hoa cả tên: xem lại tên riêng",
                    "the document has it in capitals: check the proper names",
                ));
            }
            title.text.clone()
        }
        (None, title) => {
            header.doubts.push(doubt("title", "văn bản không có trích yếu", "the document has no title"));
            title.unwrap_or_else(|| stem(&first.name))
        }
    };
    period(&mut header, options, &head.preamble, &whole, &first.name)?;
    issuer(&mut header, &mut units, head.issuer.or(above.issuer).as_deref(), &head.preamble);
    let id = options.id.clone().unwrap_or_else(|| super::units::plan_id(&stem(&first.name)));
    let plan = ImportedPlan {
        id,
        header,
        bases: found_bases,
        opening: head.lines,
        preamble: head.preamble,
        closing: end.words.iter().chain(&end.signed).cloned().collect(),
        ..ImportedPlan::default()
    };
    let mut builder = PlanBuilder::new(plan, units, &first.footnotes, options.splits);
    builder.body(&tree(&division.body));
    let of_first =
        division.annexes.into_iter().map(|blocks| AnnexText { blocks, footnotes: &first.footnotes });
    let others = texts
        .iter()
        .skip(1)
        .map(|text| AnnexText { blocks: text.blocks.clone(), footnotes: &text.footnotes });
    let annexes: Vec<AnnexText<'_>> = of_first.chain(others).collect();
    read_annexes(&mut builder, &annexes);
    let mut plan = finish(builder);
    // A footnote of the head, of a heading or of closing words belongs to no entry.
    plan.left.extend(unplaced_notes(&texts, &files(&plan, options.registry.as_deref(), lang)));
    plan.left.sort_by_key(|(place, _)| *place);
    let figures = figures(&plan);
    let written = files(&plan, options.registry.as_deref(), lang);
    Ok(Imported {
        id: plan.id,
        title: plan.header.title,
        files: written,
        figures,
        remarks,
        left: plan.left,
        ..Imported::default()
    })
}

/// The footnotes whose words are in no file.
pub(super) fn unplaced_notes(texts: &[SourceText], files: &[ImportedFile]) -> Vec<(SourcePlace, String)> {
    let written: Vec<String> = files.iter().map(|file| letters(&file.text)).collect();
    let is_missing = |words: &str| {
        let words = letters(words);
        !words.is_empty() && !written.iter().any(|file| file.contains(&words))
    };
    let notes = texts.iter().flat_map(|text| &text.footnotes).filter(|note| is_missing(&note.text));
    notes.map(|note| (note.place, format!("Chú thích {}: {}", note.mark, note.text))).collect()
}

/// The plan with its units, its standing unit, and without deadlines that nobody answers for.
fn finish(builder: PlanBuilder<'_>) -> ImportedPlan {
    let PlanBuilder { mut plan, units, standing, .. } = builder;
    if let Some(standing) = standing {
        plan.header.standing = Some(standing);
        plan.header.doubts.push(doubt(
            "defaults",
            "việc không nêu ai làm: giao đơn vị thường trực?",
            "work that names nobody: is it the standing unit's?",
        ));
    }
    let has_default = plan.header.standing.is_some();
    settle_leads(&mut plan, has_default);
    for target in &mut plan.targets {
        if target.lead.is_empty() {
            target.lead.extend(plan.header.standing.clone());
        }
    }
    plan.units = units.new_units().cloned().collect();
    plan
}

/// Finds out who is led, and takes the deadlines of those who are not; the plan may name a lead of its own.
pub(super) fn settle_leads(plan: &mut ImportedPlan, has_default: bool) {
    let annexes = plan.annexes.iter().flat_map(|annex| &annex.sections);
    let leading: BTreeSet<String> = plan
        .sections
        .iter()
        .chain(annexes)
        .filter(|section| !section.defaults.lead.is_empty())
        .map(|section| section.id.clone())
        .collect();
    let leads = |section: &Option<String>| section.as_deref().is_some_and(|id| is_led(id, &leading));
    let rows = plan.annexes.iter_mut().flat_map(|annex| annex.rows.iter_mut().chain(&mut annex.tasks));
    for task in plan.tasks.iter_mut().chain(rows) {
        task.is_led = !task.work.lead.is_empty() || has_default || leads(&task.section);
        if !task.is_led
            && let Some(due) = task.work.due.take()
        {
            task.doubts.push(Doubt {
                key: "due",
                reason: crate::message!(
                    "“{due}”: thêm khi biết đơn vị chủ trì",
                    "“{due}”: add it once the lead is known"
                ),
            });
        }
    }
}

/// Returns true if a section or one above it names who leads.
fn is_led(section: &str, leading: &BTreeSet<String>) -> bool {
    let above = section.match_indices('.').map(|(at, _)| &section[..at]);
    above.chain([section]).any(|id| leading.contains(id))
}

pub(super) fn figures(plan: &ImportedPlan) -> ImportFigures {
    let rows = plan.annexes.iter().flat_map(|annex| &annex.rows);
    let tasks = plan.tasks.iter().chain(plan.annexes.iter().flat_map(|annex| &annex.tasks));
    let tasks: Vec<_> = tasks.filter(|task| !task.is_heading).collect();
    let work: Vec<_> = tasks.iter().copied().chain(rows.clone()).collect();
    ImportFigures {
        bases: plan.bases.len(),
        goals: plan.goals.len(),
        sections: plan.sections.len(),
        tasks: tasks.len(),
        led: work.iter().filter(|task| !task.work.lead.is_empty()).count(),
        dated: work.iter().filter(|task| task.work.due.is_some()).count(),
        rows: rows.count(),
        targets: plan.targets.len() + plan.annexes.iter().map(|annex| annex.targets.len()).sum::<usize>(),
        units: plan.units.len(),
        groups: plan.groups.len(),
    }
}

fn doubt(key: &'static str, vi: &'static str, en: &'static str) -> Doubt {
    Doubt { key, reason: Message::fixed(vi, en) }
}

/// The name of a file without its ending.
fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

pub(super) fn whole_text(texts: &[SourceText]) -> String {
    let mut whole = String::new();
    for block in texts.iter().flat_map(|text| &text.blocks) {
        match block {
            SourceBlock::Paragraph(paragraph) => whole.push_str(&paragraph.text),
            SourceBlock::Table(grid) => {
                for row in 0..grid.rows.len() {
                    whole.push_str(&grid.words(row).join(". "));
                }
            }
        }
        whole.push('\n');
    }
    whole
}
