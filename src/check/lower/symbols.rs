//! Symbol tables: the ids of a draft, the positions of their entries, and suggestions for unknown ids.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::Ordering;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::context::LowerContext;
use super::fault::{DuplicateIdFault, LowerFault, ReferenceKind, UnknownReferenceFault};
use crate::model::{GroupIx, Party, UnitIx};
use crate::parse::{Draft, Entry, Key};
use crate::span::{Span, Spanned};
use crate::threads::Threads;
use crate::vietnamese::{nearest, plain};

/// All ids of a draft that can be referred to.
pub(super) struct SymbolTables<'d> {
    pub(super) parties: PartyTable<'d>,
    pub(super) goals: SymbolTable<'d>,
    pub(super) sections: SymbolTable<'d>,
    pub(super) tasks_and_rows: SymbolTable<'d>,
    pub(super) columns: SymbolTable<'d>,
    pub(super) targets: SymbolTable<'d>,
}

impl<'d> SymbolTables<'d> {
    /// Collects the ids of a draft; the second of two equal ids is a fault.
    pub(super) fn of(draft: &'d Draft<'d>, faults: &mut Vec<LowerFault>) -> Self {
        let parties = PartyTable::of(draft, faults);
        let goals = SymbolTable::of(ReferenceKind::Goal, &[Key::Goals], draft, faults);
        // No list refers to a target, but reports may try to.
        let targets = SymbolTable::of(ReferenceKind::Item, &[Key::Targets], draft, faults);
        let sections = SymbolTable::of(ReferenceKind::Section, &[Key::Sections], draft, faults);
        let both = &[Key::Tasks, Key::Schedule];
        let tasks_and_rows = SymbolTable::of(ReferenceKind::Item, both, draft, faults);
        let columns = SymbolTable::of(ReferenceKind::Column, &[Key::Columns], draft, faults);
        Self { parties, goals, sections, tasks_and_rows, columns, targets }
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
    /// The lists that hold the entries.
    lists: &'static [Key],
    /// The words in parts that cannot be read and may hold such entries; nothing until an id is unknown.
    unread: OnceLock<UnreadWords>,
    /// The results of earlier searches, by id and by whether only the first list was searched.
    searched: Mutex<HashMap<(String, bool), Suggestion>>,
}

/// The most unknown ids for which suggestions are searched: a search reads all ids, and a plan with more unknown
/// ids has another fault.
const SEARCHED: usize = 200;

/// The words in parts of a plan that cannot be read.
#[derive(Debug, Default)]
struct UnreadWords {
    /// True if a whole list cannot be read, which may declare any id.
    has_list: bool,
    words: HashSet<String>,
}

/// The result of searching for an unknown id.
#[derive(Debug, Clone, Copy)]
enum Suggestion {
    /// The position of an id of similar spelling.
    Near(usize),
    /// No id is similar.
    None,
}

impl<'d> SymbolTable<'d> {
    /// Collects the ids of one name space; the second of two equal ids is a fault.
    pub(super) fn of(
        kind: ReferenceKind,
        lists: &'static [Key],
        draft: &'d Draft<'d>,
        faults: &mut Vec<LowerFault>,
    ) -> Self {
        let mut entries = lists.iter().map(|list| draft.list(*list));
        let (first, second) = (entries.next().unwrap_or_default(), entries.next().unwrap_or_default());
        let id_key = if kind == ReferenceKind::Column { Key::Key } else { Key::Id };
        let count = first.len() + second.len();
        let mut table = Self {
            kind,
            at: HashMap::with_capacity(count),
            ids: Vec::with_capacity(count),
            wrong: Vec::new(),
            first: first.len(),
            lists,
            unread: OnceLock::new(),
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
        if self.may_be_unread(id.value, context) {
            return None;
        }
        let key = (id.value.to_owned(), only_first);
        let mut searched = self.searched.lock().unwrap_or_else(PoisonError::into_inner);
        let suggestion = match searched.get(&key) {
            Some(suggestion) => *suggestion,
            None if searched.len() < SEARCHED => {
                let suggestion = self.search(id.value, only_first);
                searched.insert(key, suggestion);
                suggestion
            }
            None => Suggestion::None,
        };
        let near = match suggestion {
            Suggestion::Near(near) => self.ids.get(near),
            Suggestion::None => None,
        };
        Some(LowerFault::UnknownReference(UnknownReferenceFault {
            kind,
            id: id.map(str::to_owned),
            near: near.map(|(near, place)| Spanned::new((*near).to_owned(), *place)),
            is_name: false,
        }))
    }

    /// Returns true if an id may be declared in a part that cannot be read.
    fn may_be_unread(&self, id: &str, context: &LowerContext<'_>) -> bool {
        let unread = self.unread.get_or_init(|| {
            let mut unread = UnreadWords::default();
            for span in &self.wrong {
                unread.words.insert(context.sources.slice(*span).trim_matches(['"', '\'']).to_owned());
            }
            for part in context.draft.skipped.iter().filter(|part| part.may_be_of(self.lists)) {
                unread.has_list |= part.is_whole_list;
                let words = context.sources.slice(part.span).split(|c: char| !is_id_sign(c));
                unread.words.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
            }
            unread
        });
        unread.has_list || unread.words.contains(id)
    }

    /// Searches the ids for one of similar spelling.
    fn search(&self, id: &str, only_first: bool) -> Suggestion {
        let end = if only_first { self.first } else { self.ids.len() };
        let near = nearest(id, self.ids[..end].iter().map(|(id, _)| *id).filter(|id| !id.is_empty()));
        near.and_then(|near| self.find(near)).map_or(Suggestion::None, Suggestion::Near)
    }
}

/// Returns true for a sign that an id may hold; a text between others is an id as a whole or none.
fn is_id_sign(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')
}

/// The ids of units and groups.
pub(super) struct PartyTable<'d> {
    table: SymbolTable<'d>,
    lists: [&'d [Entry<'d>]; 2],
    /// The positions of the entries by their names and aliases, made when the first unknown id is met.
    names: OnceLock<HashMap<String, Vec<usize>>>,
}

impl<'d> PartyTable<'d> {
    fn of(draft: &'d Draft<'d>, faults: &mut Vec<LowerFault>) -> Self {
        let lists = [draft.list(Key::Units), draft.list(Key::Groups)];
        Self {
            table: SymbolTable::of(ReferenceKind::Unit, &[Key::Units, Key::Groups], draft, faults),
            lists,
            names: OnceLock::new(),
        }
    }

    /// Returns the fault of an unknown id. The name of one unit or group, in place of its id, is reported as such.
    fn unknown(
        &self,
        id: &Spanned<&str>,
        only_units: bool,
        context: &LowerContext<'_>,
    ) -> Option<LowerFault> {
        let mut fault = self.table.unknown(id, only_units, context);
        let named = self.named(id.value, only_units).and_then(|at| self.table.ids.get(at));
        if let (Some(LowerFault::UnknownReference(unknown)), Some((named, place))) = (&mut fault, named) {
            unknown.near = Some(Spanned::new((*named).to_owned(), *place));
            unknown.is_name = true;
        }
        fault
    }

    /// Returns the position of the only unit or group with a name or an alias.
    fn named(&self, name: &str, only_units: bool) -> Option<usize> {
        let names = self.names.get_or_init(|| {
            let mut names: HashMap<String, Vec<usize>> = HashMap::new();
            for (at, entry) in self.lists.into_iter().flatten().enumerate() {
                let all = entry.text(Key::Name).into_iter().chain(entry.many(Key::Aliases));
                for name in all.map(|name| spelt(name.value)) {
                    let known = names.entry(name).or_default();
                    if known.last() != Some(&at) {
                        known.push(at);
                    }
                }
            }
            names
        });
        let of_kind = |at: &&usize| !only_units || **at < self.table.first;
        let mut found = names.get(&spelt(name))?.iter().filter(of_kind);
        found.next().copied().filter(|_| found.next().is_none())
    }

    /// Returns a unit or group by its id.
    pub(super) fn find(&self, id: &str) -> Option<Party> {
        self.table.find(id).map(|at| match at.checked_sub(self.table.first) {
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
            faults.extend(self.unknown(id, false, context));
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
        let unit = self.table.find_first(id.value).map(UnitIx::new);
        if unit.is_none() {
            let is_group = self.table.find(id.value).is_some();
            faults.extend(if is_group {
                Some(LowerFault::GroupForUnit(id.map(str::to_owned)))
            } else {
                self.unknown(id, true, context)
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

/// Returns a name without regard to case, to spaces and to the place of tone marks.
fn spelt(name: &str) -> String {
    plain(&name.split_whitespace().collect::<Vec<_>>().join(" "))
}
