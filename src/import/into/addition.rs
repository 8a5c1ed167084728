//! The way of annexes and documents into a plan.

use std::collections::BTreeSet;

use super::groups::{ids_by_place, settle_groups};
use super::known_plan::KnownPlan;
use super::pairing::PartPairing;
use super::part::{JoiningPart, parts};
use super::places::PlanPlaces;
use crate::edit::{CommandLine, EditRefusal, JoiningText, Proposal, plan_of_id, propose_texts};
use crate::import::annexes::read_annex;
use crate::import::assemble::{Imported, figures, settle_leads, unplaced_notes, whole_text};
use crate::import::block::{SourcePlace, SourceText};
use crate::import::build::PlanBuilder;
use crate::import::document_facts::locality;
use crate::import::error::ImportError;
use crate::import::plan::{ImportedAnnex, ImportedHeader, ImportedPlan, ImportedTask};
use crate::import::read::read;
use crate::import::source::SourceFile;
use crate::import::units::{Abbreviations, ImportedUnit, UnitRegistry};
use crate::import::when::DueReader;
use crate::import::write::{ImportedFile, annex_file, joining_file, units_file};
use crate::language::Lang;
use crate::workspace::Workspace;

/// The plan that annexes join, and how they are read.
#[derive(Clone)]
pub struct IntoRequest<'r> {
    /// The id of the plan.
    pub plan: &'r str,
    /// True to cut bullets into tasks.
    pub splits: bool,
    /// The language of the marks.
    pub lang: Lang,
    /// Returns true if nothing has a path yet, also nothing that is no file of the plan.
    pub is_free: &'r dyn Fn(&str) -> bool,
}

/// A reason why nothing joins a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntoError {
    /// A file cannot be read.
    Document(Box<ImportError>),
    /// The plan cannot take it.
    Refused(Box<EditRefusal>),
}

impl From<ImportError> for IntoError {
    fn from(error: ImportError) -> Self {
        Self::Document(Box::new(error))
    }
}

impl From<EditRefusal> for IntoError {
    fn from(refusal: EditRefusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

/// Adds the entries of annexes and documents that a plan lacks, in files as a person would have them, and checks the plan
/// as it would be. The workspace has the new texts afterwards; nothing is written.
///
/// # Errors
/// [`IntoError`] if a file cannot be read, the plan is not known or has errors, or would be wrong.
pub fn import_into(
    workspace: &mut Workspace,
    line: &CommandLine,
    request: &IntoRequest<'_>,
    sources: &[SourceFile],
) -> Result<(Imported, Proposal), IntoError> {
    let texts: Vec<SourceText> = sources.iter().map(read).collect::<Result<_, _>>()?;
    let (ix, plan) = plan_of_id(workspace, request.plan)?;
    let mut known = KnownPlan::new(workspace, ix, plan);
    let places = PlanPlaces::new(workspace, ix);
    let whole = whole_text(&texts);
    let abbreviations = Abbreviations::of(&whole, locality(&whole).as_deref());
    let mut joining = Joining {
        units: UnitRegistry::new(abbreviations, &known.units()),
        columns: known.columns(),
        found: Imported {
            id: plan.id.clone(),
            title: plan.title.clone(),
            remarks: texts
                .iter()
                .flat_map(|text| text.remarks.iter().map(|remark| (text.name.clone(), *remark)))
                .collect(),
            ..Imported::default()
        },
        added: ImportedPlan::default(),
        is_joined: Vec::new(),
    };
    for part in texts.iter().flat_map(parts) {
        joining.part(&part, &mut known, &places, request);
    }
    joining.finish(&places, request);
    let notes = unplaced_notes(&texts, &joining.found.files);
    let is_new = |words: &str| !known.has_words(words.split_once(": ").map_or(words, |(_, note)| note));
    joining.found.left.extend(notes.into_iter().filter(|(_, words)| is_new(words)));
    let Joining { mut found, is_joined, .. } = joining;
    let text = |file: &ImportedFile| JoiningText { path: file.path.clone(), text: file.text.clone() };
    let texts: Vec<JoiningText> = found.files.iter().map(text).collect();
    let proposal = propose_texts(workspace, line, &texts)?;
    for file in found.files.iter_mut().filter(|file| is_joined.contains(&file.path)) {
        let new = proposal.files.iter().find(|change| change.path == file.path);
        place_notes(file, new.and_then(|change| change.new.as_deref()).unwrap_or_default());
    }
    let unchanged = found.there;
    Ok((found, Proposal { unchanged, ..proposal }))
}

/// The parts that join a plan, one after the other.
struct Joining {
    units: UnitRegistry,
    /// The own columns, those of the plan first.
    columns: Vec<(String, String)>,
    found: Imported,
    /// The new entries.
    added: ImportedPlan,
    /// The paths of the files that are there.
    is_joined: Vec<String>,
}

impl Joining {
    fn part(
        &mut self,
        part: &JoiningPart<'_>,
        known: &mut KnownPlan<'_>,
        places: &PlanPlaces<'_>,
        request: &IntoRequest<'_>,
    ) {
        let letter = if part.is_document { "VB" } else { "PL" };
        let name = |number| {
            if part.is_document { format!("van-ban-{number:02}") } else { format!("phu-luc-{number:02}") }
        };
        let is_free = |number: &u32| {
            if part.is_document {
                known.is_free(&format!("{letter}{number}"))
            } else {
                known.is_free_annex(*number) && places.is_free_name(&name(*number))
            }
        };
        let first_free = (1..u32::MAX).find(is_free).unwrap_or(1);
        let mut number = part.number.unwrap_or(first_free);
        let mut root = format!("{letter}{number}");
        let (mut annex, mut left) = self.read(part, number, &root, known, request);
        let mut pairing = PartPairing::new(&annex, known);
        let other = match pairing.root(known, &root) {
            Some(own) => {
                own.strip_prefix(letter).and_then(|own| own.parse().ok()).filter(|own| *own != number)
            }
            // Another annex has the number.
            None if !known.is_free(&root) && !pairing.is_any() => Some(first_free),
            None => None,
        };
        if let Some(other) = other {
            number = other;
            root = format!("{letter}{number}");
            (annex, left) = self.read(part, number, &root, known, request);
            pairing = PartPairing::new(&annex, known);
        }
        let source = pairing.source(known, &root);
        // Entries that are there, or the heading, say which annex it is.
        let is_guess =
            !part.is_document && part.number != Some(number) && pairing.root(known, &root).is_none();
        let before = ids_by_place(&annex);
        pairing.settle(&mut annex, known);
        settle_groups(&mut annex, &before, &self.added.groups, known);
        if is_guess {
            annex.doubt_number(part.number);
        }
        left.retain(|(_, words)| !known.has_words(words));
        let name = name(number);
        self.found.there += pairing.there;
        self.found.differences.extend(pairing.differences);
        let has_new = !annex.rows.is_empty()
            || !annex.tasks.is_empty()
            || !annex.targets.is_empty()
            || !annex.goals.is_empty()
            || !left.is_empty()
            || (pairing.there == 0 && annex.opening.iter().any(|words| !known.has_words(words)));
        if !has_new {
            return;
        }
        annex.columns = self.columns.iter().filter(|(key, _)| is_used(key, &annex)).cloned().collect();
        annex.columns.retain(|(key, _)| !known.columns().iter().any(|(other, _)| other == key));
        annex.columns.retain(|column| !self.added.annexes.iter().any(|annex| annex.columns.contains(column)));
        let (path, is_there) = places.of_part(source, &name, request.is_free);
        // A file that is there has the words around its entries already; a new one has them as they stand.
        annex.opening.retain(|words| !is_there || !known.has_words(words));
        let of_part = part.closing.iter().filter(|words| !is_there || !known.has_words(words)).cloned();
        let nowhere = left.iter().map(|(place, words)| format!("{place}: {words}"));
        let title = request.lang.pick("Chưa xếp vào đâu:", "Placed nowhere:").to_owned();
        let title = (!left.is_empty()).then_some(title);
        annex.closing = of_part.chain(title).chain(nowhere).collect();
        let mut plan = ImportedPlan { annexes: vec![annex], ..ImportedPlan::default() };
        settle_leads(&mut plan, known.has_default);
        self.found.left.extend(left);
        for mut annex in plan.annexes {
            self.added.groups.append(&mut annex.groups);
            let file = if is_there {
                joining_file(&annex, &path, request.lang)
            } else {
                annex_file(&annex, &path, request.lang)
            };
            if is_there {
                self.is_joined.push(path.clone());
            }
            self.found.files.extend(file);
            self.added.annexes.push(annex);
        }
    }

    /// Reads a part under a number.
    fn read(
        &mut self,
        part: &JoiningPart<'_>,
        number: u32,
        root: &str,
        known: &KnownPlan<'_>,
        request: &IntoRequest<'_>,
    ) -> (ImportedAnnex, Vec<(SourcePlace, String)>) {
        let period = &known.plan.period;
        let header = ImportedHeader {
            period: period.text.clone(),
            school_year: period.school_year,
            ..ImportedHeader::default()
        };
        let plan = ImportedPlan { header, columns: self.columns.clone(), ..ImportedPlan::default() };
        let units = std::mem::take(&mut self.units);
        let mut builder = PlanBuilder::new(plan, units, part.text.footnotes, request.splits);
        builder.due = DueReader::of(period.clone(), known.plan.calendar.clone());
        let source = match (part.is_document, part.opening.iter().find(|line| line.contains("Số"))) {
            (false, _) => format!("Phụ lục {number}"),
            (true, Some(line)) => line.clone(),
            (true, None) => format!("Văn bản {number}"),
        };
        let mut annex = read_annex(&mut builder, &part.text, root, &source);
        let PlanBuilder { plan, units, .. } = builder;
        annex.sections.extend(plan.sections);
        if let (Some(title), Some(whole)) =
            (&part.title, annex.sections.iter_mut().find(|section| section.id == root))
        {
            whole.title.clone_from(title);
            whole.doubts.retain(|doubt| doubt.key != "title");
        }
        annex.targets.extend(plan.targets);
        annex.opening.splice(0..0, part.opening.iter().cloned());
        (annex.tasks, annex.goals, annex.groups) = (plan.tasks, plan.goals, plan.groups);
        (self.units, self.columns) = (units, plan.columns);
        (annex, plan.left)
    }

    /// Adds the units and groups that the new entries name and the plan lacks.
    fn finish(&mut self, places: &PlanPlaces<'_>, request: &IntoRequest<'_>) {
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for annex in &self.added.annexes {
            let tasks = annex.rows.iter().chain(&annex.tasks).map(|task: &ImportedTask| &task.work);
            let works = tasks.chain(annex.sections.iter().map(|section| &section.defaults));
            named.extend(
                works.flat_map(|work| work.lead.iter().chain(&work.with).chain(&work.to)).map(String::as_str),
            );
            named.extend(annex.targets.iter().flat_map(|target| &target.lead).map(String::as_str));
        }
        named.extend(self.added.groups.iter().flat_map(|group| &group.members).map(String::as_str));
        let of_registry: Vec<ImportedUnit> =
            self.units.new_units().filter(|unit| named.contains(unit.id.as_str())).cloned().collect();
        self.added.units = of_registry;
        self.found.figures = figures(&self.added);
        let (path, is_there) = places.of_units(request.is_free);
        let Some(file) = units_file(&self.added.units, &self.added.groups, !is_there, request.lang) else {
            return;
        };
        if is_there {
            self.is_joined.push(path.clone());
        }
        self.found.files.push(ImportedFile { path, ..file });
    }
}

/// Returns true if an entry has a value in a column.
fn is_used(key: &str, annex: &ImportedAnnex) -> bool {
    let of_tasks = annex.rows.iter().chain(&annex.tasks).flat_map(|task| &task.own);
    let mut all = of_tasks.chain(annex.targets.iter().flat_map(|target| &target.own));
    all.any(|(own, _)| own == key)
}

/// Gives the notes of a text that joins a file the lines of that file.
fn place_notes(file: &mut ImportedFile, new: &str) {
    let (own, all): (Vec<&str>, Vec<&str>) = (file.text.lines().collect(), new.lines().collect());
    for note in &mut file.notes {
        // Entries are moved as a whole: the line stands as far behind the first one of its entry as before.
        let above = own.get(..note.line).unwrap_or_default();
        let Some(first) = above.iter().rposition(|line| line.trim_start().starts_with("- ")) else {
            continue;
        };
        let found = all.iter().rposition(|line| line.trim() == own[first].trim());
        if let Some(found) = found {
            note.line = found + note.line - first;
        }
    }
}
