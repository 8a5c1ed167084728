//! Symbol tables: the ids of a draft, the positions of their entries, and suggestions for unknown ids.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};

use super::context::LowerContext;
use super::fault::{DuplicateIdFault, LowerFault, ReferenceKind, UnknownReferenceFault};
use crate::model::{GroupIx, Party, UnitIx};
use crate::parse::{Draft, Entry, Key};
use crate::span::{Span, Spanned};
use crate::threads::Threads;
use crate::vietnamese::nearest;

/// All ids of a draft that can be referred to.
pub(super) struct SymbolTables<'d> {
    pub(super) parties: PartyTable<'d>,
    pub(super) goals: SymbolTable<'d>,
    pub(super) sections: SymbolTable<'d>,
    pub(super) tasks_and_rows: SymbolTable<'d>,
    pub(super) columns: SymbolTable<'d>,
}

impl<'d> SymbolTables<'d> {
    /// Collects the ids of a draft; the second of two equal ids is a fault.
    pub(super) fn of(draft: &'d Draft<'d>, faults: &mut Vec<LowerFault>) -> Self {
        let parties = PartyTable::of(draft, faults);
        let goals = SymbolTable::of(ReferenceKind::Goal, [draft.list(Key::Goals), &[]], faults);
        // No list refers to a target, but the ids of targets are unique as well.
        SymbolTable::of(ReferenceKind::Item, [draft.list(Key::Targets), &[]], faults);
        let sections = SymbolTable::of(ReferenceKind::Section, [draft.list(Key::Sections), &[]], faults);
        let both = [draft.list(Key::Tasks), draft.list(Key::Schedule)];
        let tasks_and_rows = SymbolTable::of(ReferenceKind::Item, both, faults);
        let columns = SymbolTable::of(ReferenceKind::Column, [draft.list(Key::Columns), &[]], faults);
        Self { parties, goals, sections, tasks_and_rows, columns }
    }
}

/// The ids of one list, or of two lists that share their ids.
pub(super) struct SymbolTable<'d> {
    kind: ReferenceKind,
    at: HashMap<&'d str, usize>,
    ids: Vec<(&'d str, Span)>,
    /// Ids that cannot be read; a reference to one of them is not reported again.
    wrong: Vec<Span>,
    /// The number of entries in the first list.
    first: usize,
    /// The results of earlier searches, by id and by whether only the first list was searched.
    searched: Mutex<HashMap<(String, bool), Suggestion>>,
}

/// The most unknown ids for which suggestions are searched: a search reads all ids, and a plan with more unknown
/// ids has another fault.
const SEARCHED: usize = 200;

/// The most unread bytes that are searched for an id; more are assumed to hold every id.
const UNREAD: usize = 1_000_000;

/// The result of searching for an unknown id.
#[derive(Debug, Clone, Copy)]
enum Suggestion {
    /// The id may be declared in a part that cannot be read.
    Unread,
    /// The position of an id of similar spelling.
    Near(usize),
    /// No id is similar.
    None,
}

impl<'d> SymbolTable<'d> {
    /// Collects the ids of one name space; the second of two equal ids is a fault.
    pub(super) fn of(kind: ReferenceKind, lists: [&'d [Entry<'_>]; 2], faults: &mut Vec<LowerFault>) -> Self {
        let [first, second] = lists;
        let id_key = if kind == ReferenceKind::Column { Key::Key } else { Key::Id };
        let count = first.len() + second.len();
        let mut table = Self {
            kind,
            at: HashMap::with_capacity(count),
            ids: Vec::with_capacity(count),
            wrong: Vec::new(),
            first: first.len(),
            searched: Mutex::default(),
        };
        for entry in first.iter().chain(second) {
            let (id, span) = entry.text(id_key).map_or(("", entry.place()), |id| (id.value, id.span));
            if entry.is_wrong(id_key) || kind == ReferenceKind::Column && !entry.has(id_key) {
                table.wrong.push(span);
            }
            if !id.is_empty() {
                let at = *table.at.entry(id).or_insert(table.ids.len());
                if let Some((_, first)) = table.ids.get(at) {
                    let id = Spanned::new(id.to_owned(), span);
                    faults.push(LowerFault::DuplicateId(DuplicateIdFault { id, first: *first }));
                }
            }
            table.ids.push((id, span));
        }
        table
    }

    /// Returns true if an entry has an id that cannot be read.
    pub(super) fn has_wrong_ids(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// Returns the position of an entry by its id; those of the second list follow those of the first.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.at.get(id).copied()
    }

    /// Returns the position of an entry of the first list by its id.
    pub(super) fn find_first(&self, id: &str) -> Option<usize> {
        self.find(id).filter(|at| *at < self.first)
    }

    /// Returns the fault of a reference to an unknown id; nothing if a part that cannot be read may declare it.
    pub(super) fn unknown(
        &self,
        id: &Spanned<&str>,
        only_first: bool,
        context: &LowerContext<'_>,
    ) -> Option<LowerFault> {
        self.unknown_as(self.kind, id, only_first, context)
    }

    /// Returns the same fault for a reference to another kind of entry than the table holds.
    pub(super) fn unknown_as(
        &self,
        kind: ReferenceKind,
        id: &Spanned<&str>,
        only_first: bool,
        context: &LowerContext<'_>,
    ) -> Option<LowerFault> {
        if context.draft.lost_file {
            return None;
        }
        if context.threads != Threads::ONE {
            context.missed.store(true, Ordering::Relaxed);
            return None;
        }
        let key = (id.value.to_owned(), only_first);
        let mut searched = self.searched.lock().unwrap_or_else(PoisonError::into_inner);
        let suggestion = match searched.get(&key) {
            Some(suggestion) => *suggestion,
            None if searched.len() < SEARCHED => {
                let suggestion = self.search(id.value, only_first, context);
                searched.insert(key, suggestion);
                suggestion
            }
            None if self.wrong.is_empty() && context.draft.skipped.is_empty() => Suggestion::None,
            None => Suggestion::Unread,
        };
        let near = match suggestion {
            Suggestion::Unread => return None,
            Suggestion::Near(near) => self.ids.get(near),
            Suggestion::None => None,
        };
        Some(LowerFault::UnknownReference(UnknownReferenceFault {
            kind,
            id: id.map(str::to_owned),
            near: near.map(|(near, place)| Spanned::new((*near).to_owned(), *place)),
        }))
    }

    /// Searches the ids and the unread parts for an unknown id.
    fn search(&self, id: &str, only_first: bool, context: &LowerContext<'_>) -> Suggestion {
        let is_wrong = |span: &Span| context.sources.slice(*span).trim_matches(['"', '\'']) == id;
        if self.wrong.iter().any(is_wrong) {
            return Suggestion::Unread;
        }
        let skipped = || context.draft.skipped.iter().map(|span| context.sources.slice(*span));
        if skipped().map(str::len).sum::<usize>() > UNREAD || skipped().any(|text| text.contains(id)) {
            return Suggestion::Unread;
        }
        let end = if only_first { self.first } else { self.ids.len() };
        let near = nearest(id, self.ids[..end].iter().map(|(id, _)| *id).filter(|id| !id.is_empty()));
        near.and_then(|near| self.find(near)).map_or(Suggestion::None, Suggestion::Near)
    }
}

/// The ids of units and groups.
pub(super) struct PartyTable<'d>(SymbolTable<'d>);

impl<'d> PartyTable<'d> {
    fn of(draft: &'d Draft<'d>, faults: &mut Vec<LowerFault>) -> Self {
        Self(SymbolTable::of(ReferenceKind::Unit, [draft.list(Key::Units), draft.list(Key::Groups)], faults))
    }

    /// Returns a unit or group by its id.
    pub(super) fn find(&self, id: &str) -> Option<Party> {
        self.0.find(id).map(|at| match at.checked_sub(self.0.first) {
            Some(group) => Party::Group(GroupIx::new(group)),
            None => Party::Unit(UnitIx::new(at)),
        })
    }

    /// Resolves a unit or group; an unknown id is a fault.
    pub(super) fn party(
        &self,
        id: &Spanned<&str>,
        context: &LowerContext<'_>,
        faults: &mut Vec<LowerFault>,
    ) -> Option<Party> {
        let party = self.find(id.value);
        if party.is_none() {
            faults.extend(self.0.unknown(id, false, context));
        }
        party
    }

    /// Resolves a unit; a group or an unknown id is a fault.
    pub(super) fn unit(
        &self,
        id: &Spanned<&str>,
        context: &LowerContext<'_>,
        faults: &mut Vec<LowerFault>,
    ) -> Option<UnitIx> {
        let unit = self.0.find_first(id.value).map(UnitIx::new);
        if unit.is_none() {
            let is_group = self.0.find(id.value).is_some();
            faults.extend(if is_group {
                Some(LowerFault::GroupForUnit(id.map(str::to_owned)))
            } else {
                self.0.unknown(id, true, context)
            });
        }
        unit
    }

    /// Resolves the units and groups of a key; the second value is true if all of them are known.
    pub(super) fn parties(
        &self,
        entry: &Entry<'_>,
        key: Key,
        context: &LowerContext<'_>,
        faults: &mut Vec<LowerFault>,
    ) -> (Vec<Party>, bool) {
        let mut parties = Vec::new();
        let mut known = !entry.is_wrong(key);
        for id in entry.many(key) {
            match self.party(&id, context, faults) {
                Some(party) => parties.push(party),
                None => known = false,
            }
        }
        if parties.len() > 1 {
            let mut seen = HashSet::new();
            parties.retain(|party| seen.insert(*party));
        }
        (parties, known)
    }
}
