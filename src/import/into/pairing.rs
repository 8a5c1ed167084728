//! The entries of a part against those of the plan: what is there is left out, an id that is taken is replaced.

use std::collections::{BTreeMap, BTreeSet};

use super::known_plan::{KnownEntry, KnownKind, KnownPlan, rest_of};
use crate::import::assemble::EntryDifference;
use crate::import::block::SourcePlace;
use crate::import::clean::letters;
use crate::import::plan::{Doubt, ImportedAnnex, ImportedTask};
use crate::message;
use crate::span::SourceId;
use crate::vietnamese::fold;

/// The pairs of one part.
#[derive(Debug, Default)]
pub(super) struct PartPairing {
    /// The entries of the plan that are there, by the ids of the part.
    pairs: BTreeMap<String, usize>,
    /// The number of entries that are there.
    pub(super) there: usize,
    /// The values that the plan has otherwise.
    pub(super) differences: Vec<EntryDifference>,
}

/// An entry of a part, as it is compared.
struct ComparedEntry<'e> {
    id: &'e str,
    words: &'e str,
    kinds: &'static [KnownKind],
    lead: &'e [String],
    due: Option<&'e str>,
    place: SourcePlace,
    /// True if a person may have split or joined the words.
    is_prose: bool,
}

const WORK: &[KnownKind] = &[KnownKind::Task, KnownKind::Row];

/// The entries of a part in their order.
fn compared(annex: &ImportedAnnex) -> Vec<ComparedEntry<'_>> {
    let of_task = |is_prose: bool| {
        move |task| {
            let task: &ImportedTask = task;
            ComparedEntry {
                id: &task.id,
                words: task.text.as_deref().unwrap_or(&task.title),
                kinds: WORK,
                lead: &task.work.lead,
                due: task.work.due.as_deref(),
                place: task.place,
                is_prose,
            }
        }
    };
    let targets = annex.targets.iter().map(|target| ComparedEntry {
        id: &target.id,
        words: &target.title,
        kinds: &[KnownKind::Target],
        lead: &target.lead,
        due: None,
        place: target.place,
        is_prose: false,
    });
    annex
        .tasks
        .iter()
        .map(of_task(true))
        .chain(annex.rows.iter().map(of_task(false)))
        .chain(targets)
        .collect()
}

impl PartPairing {
    /// Finds the entries of a part that the plan has: by their words, and by an id with words that are nearly the same.
    pub(super) fn new(annex: &ImportedAnnex, known: &KnownPlan<'_>) -> Self {
        let mut pairing = Self::default();
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        let entries = compared(annex);
        for entry in &entries {
            if let Some(at) = alike(entry, known, &taken) {
                taken.insert(at);
                pairing.pairs.insert(entry.id.to_owned(), at);
                pairing.compare(entry, known, at);
            }
        }
        // Words that were changed since stand under their id.
        for entry in entries.iter().filter(|entry| !pairing.pairs.contains_key(entry.id)).collect::<Vec<_>>()
        {
            let is_same = |(at, other): &(usize, &KnownEntry)| {
                !taken.contains(at)
                    && other.id == entry.id
                    && entry.kinds.contains(&other.kind)
                    && is_near(entry.words, &other.title)
            };
            let found = known.entries.iter().enumerate().find(is_same).map(|(at, _)| at);
            if let Some(at) = found {
                taken.insert(at);
                pairing.pairs.insert(entry.id.to_owned(), at);
                pairing.differences.push(EntryDifference {
                    entry: entry.id.to_owned(),
                    key: "title",
                    known: known.entries[at].title.clone(),
                    found: entry.words.to_owned(),
                    place: entry.place,
                });
                pairing.compare(entry, known, at);
            }
        }
        pairing
    }

    /// The file of most entries that are there and have the root of the part.
    pub(super) fn source(&self, known: &KnownPlan<'_>, root: &str) -> Option<SourceId> {
        let mut counts: BTreeMap<SourceId, usize> = BTreeMap::new();
        for at in self.pairs.values() {
            let entry = &known.entries[*at];
            if rest_of(&entry.id, root).is_some() {
                *counts.entry(entry.source).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(source, _)| source)
    }

    /// The root that the entries of the plan have where those of the part have theirs.
    pub(super) fn root(&self, known: &KnownPlan<'_>, root: &str) -> Option<String> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (id, at) in &self.pairs {
            let other = &known.entries[*at].id;
            let rest = id.strip_prefix(root).filter(|rest| !rest.is_empty());
            if let Some(own) = rest.and_then(|rest| other.strip_suffix(rest)) {
                *counts.entry(own.to_owned()).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(root, _)| root)
    }

    /// Returns true if the plan has an entry of the part.
    pub(super) fn is_any(&self) -> bool {
        !self.pairs.is_empty()
    }

    fn compare(&mut self, entry: &ComparedEntry<'_>, known: &KnownPlan<'_>, at: usize) {
        let other = &known.entries[at];
        let mut differ = |key, known: String, found: String| {
            self.differences.push(EntryDifference {
                entry: other.id.clone(),
                key,
                known,
                found,
                place: entry.place,
            });
        };
        let sorted = |units: &[String]| units.iter().cloned().collect::<BTreeSet<_>>();
        if !other.lead.is_empty() && !entry.lead.is_empty() && sorted(&other.lead) != sorted(entry.lead) {
            differ("lead", other.lead.join(", "), entry.lead.join(", "));
        }
        if let (Some(one), Some(due)) = (&other.due, entry.due)
            && letters(one) != letters(due)
        {
            differ("due", one.clone(), due.to_owned());
        }
    }

    /// Takes out of a part what the plan has, and gives the rest ids that no entry has.
    pub(super) fn settle(&mut self, annex: &mut ImportedAnnex, known: &mut KnownPlan<'_>) {
        let mut ids: BTreeMap<String, Option<String>> = BTreeMap::new();
        for (id, at) in &self.pairs {
            let entry = &known.entries[*at];
            ids.insert(id.clone(), (entry.kind == KnownKind::Task).then(|| entry.id.clone()));
        }
        self.there = self.pairs.len();
        let prose: BTreeSet<String> = compared(annex)
            .iter()
            .filter(|entry| {
                entry.is_prose && !self.pairs.contains_key(entry.id) && known.has_work(entry.words)
            })
            .map(|entry| entry.id.to_owned())
            .collect();
        let goals = annex.goals.len();
        annex.goals.retain(|goal| !known.has_words(&goal.title));
        self.there += prose.len() + goals - annex.goals.len();
        let is_there = |id: &str| self.pairs.contains_key(id) || prose.contains(id);
        annex.tasks.retain(|task| !is_there(&task.id));
        annex.rows.retain(|row| !is_there(&row.id));
        // A figure of a sentence that is there was dealt with when the sentence was.
        annex
            .targets
            .retain(|target| !is_there(&target.id) && !target.tasks.iter().any(|task| is_there(task)));
        sections(annex, known);
        for goal in &mut annex.goals {
            goal.id = known.next(|number| format!("MT{number}"));
        }
        for task in annex.tasks.iter_mut().chain(&mut annex.rows) {
            let id = renamed(&task.id, known, &mut task.doubts);
            ids.insert(std::mem::replace(&mut task.id, id.clone()), Some(id));
        }
        for target in &mut annex.targets {
            target.id = if target.id.starts_with("CT-") {
                known.next(|number| format!("CT-{number:02}"))
            } else {
                renamed(&target.id, known, &mut target.doubts)
            };
            target.tasks = target.tasks.iter().filter_map(|task| ids.get(task).cloned().flatten()).collect();
        }
    }
}

/// The entry of the plan with the same words; of several the one with the same id, then with the same values.
fn alike(entry: &ComparedEntry<'_>, known: &KnownPlan<'_>, taken: &BTreeSet<usize>) -> Option<usize> {
    let words = letters(entry.words);
    let is_alike = |at: &usize| {
        let other = &known.entries[*at];
        !taken.contains(at)
            && entry.kinds.contains(&other.kind)
            && (other.letters == words || letters(&other.title) == words)
    };
    let rank = |at: &usize| {
        let other = &known.entries[*at];
        let due = other.due.as_deref().map(letters) == entry.due.map(letters);
        (other.id == entry.id, other.lead == entry.lead, due, std::cmp::Reverse(*at))
    };
    (0..known.entries.len()).filter(is_alike).max_by_key(rank)
}

/// Returns true if most words of two texts are the same.
fn is_near(one: &str, other: &str) -> bool {
    let words =
        |text: &str| -> BTreeSet<String> { fold(text).split_whitespace().map(str::to_owned).collect() };
    let (one, other) = (words(one), words(other));
    let both = one.intersection(&other).count();
    both * 3 >= one.len().max(other.len()) * 2 && both > 0
}

/// The id, or another where the plan has it for other words.
fn renamed(id: &str, known: &mut KnownPlan<'_>, doubts: &mut Vec<Doubt>) -> String {
    let free = known.free(id);
    if free != id {
        let reason = message!(
            "kế hoạch đã có {id} với lời khác: bổ sung hay thay thế?",
            "the plan has {id} with other words: is this one more, or in its place?"
        );
        doubts.push(Doubt { key: "id", reason });
    }
    free
}

/// Takes out sections that nothing stands in or that the plan has, and renames those whose ids are taken.
fn sections(annex: &mut ImportedAnnex, known: &mut KnownPlan<'_>) {
    let used: Vec<String> =
        annex.tasks.iter().chain(&annex.rows).filter_map(|task| task.section.clone()).collect();
    let is_used = |id: &str| {
        used.iter()
            .any(|own| own.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
    };
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut kept = Vec::new();
    for mut section in std::mem::take(&mut annex.sections).into_iter().filter(|section| is_used(&section.id))
    {
        let there = known.plan.sections.iter().find(|other| other.id == section.id);
        // The heading of the whole annex may be worded otherwise in the plan.
        let is_root = !section.id.contains('.');
        if there.is_some_and(|other| is_root || letters(&other.title) == letters(&section.title)) {
            continue;
        }
        let id = renamed(&section.id, known, &mut section.doubts);
        ids.insert(std::mem::replace(&mut section.id, id.clone()), id);
        kept.push(section);
    }
    annex.sections = kept;
    for task in annex.tasks.iter_mut().chain(&mut annex.rows) {
        if let Some(section) = &mut task.section
            && let Some(id) = ids.get(section)
        {
            section.clone_from(id);
        }
    }
}
