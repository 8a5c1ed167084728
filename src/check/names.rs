//! Ids → places in their lists, and what to say when there is none.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::rules::identity::duplicate_id;
use super::rules::reference::{UNKNOWN_UNIT, a_group, unknown};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{GroupIx, Party, UnitIx};
use crate::parse::{Draft, Entry, Key};
use crate::span::{Sources, Span, Spanned};
use crate::threads::Threads;
use crate::vietnamese::nearest;

/// The ids of one list, or of two that share their ids.
pub(super) struct SymbolTable<'d> {
    rule: &'static Rule,
    at: HashMap<&'d str, usize>,
    ids: Vec<(&'d str, Span)>,
    /// Entries whose id could not be read; a reference to one is not wrong twice.
    wrong: Vec<Span>,
    /// How many of the ids are those of the first list.
    first: usize,
    /// What was found out about ids that lead nowhere.
    searched: Mutex<HashMap<(String, bool), Nowhere>>,
}

/// Of how many ids that lead nowhere it is found out what they may mean: in a plan that has more of them another
/// thing is wrong, and searching all names for each would take the square of their number.
const SEARCHED: usize = 200;

/// So many bytes that could not be read are searched for an id; in more of them any may stand.
const UNREAD: usize = 1_000_000;

/// Where an id that leads nowhere may lead.
#[derive(Debug, Clone, Copy)]
enum Nowhere {
    /// To something that could not be read.
    Unread,
    /// To a name that is spelt like it.
    Near(usize),
    /// It cannot be said.
    Open,
}

impl<'d> SymbolTable<'d> {
    /// The ids of the lists in one name space; the second of two alike is reported.
    pub(super) fn of(rule: &'static Rule, lists: [&'d [Entry<'_>]; 2], found: &mut Vec<Diagnostic>) -> Self {
        let [first, second] = lists;
        let count = first.len() + second.len();
        let mut names = Self {
            rule,
            at: HashMap::with_capacity(count),
            ids: Vec::with_capacity(count),
            wrong: Vec::new(),
            first: first.len(),
            searched: Mutex::default(),
        };
        for entry in first.iter().chain(second) {
            let (id, span) = entry.text(Key::Id).map_or(("", entry.place()), |id| (id.value, id.span));
            if entry.is_wrong(Key::Id) {
                names.wrong.push(span);
            }
            if !id.is_empty() {
                let at = *names.at.entry(id).or_insert(names.ids.len());
                if let Some((_, first)) = names.ids.get(at) {
                    found.push(duplicate_id(id, span, *first));
                }
            }
            names.ids.push((id, span));
        }
        names
    }

    /// The place of an id in its list (the second list's come after the first's).
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.at.get(id).copied()
    }

    /// The same, for the first list only.
    pub(super) fn find_first(&self, id: &str) -> Option<usize> {
        self.find(id).filter(|at| *at < self.first)
    }

    /// How many ids the first list has.
    pub(super) fn first(&self) -> usize {
        self.first
    }

    /// What is wrong about a reference that leads nowhere; nothing if it may lead to what could not be read.
    pub(super) fn unknown(
        &self,
        id: &Spanned<&str>,
        only_first: bool,
        at: &Lookup<'_>,
    ) -> Option<Diagnostic> {
        self.unknown_as(self.rule, id, only_first, at)
    }

    /// The same, told by another rule than that of the whole name space.
    pub(super) fn unknown_as(
        &self,
        rule: &'static Rule,
        id: &Spanned<&str>,
        only_first: bool,
        at: &Lookup<'_>,
    ) -> Option<Diagnostic> {
        if at.draft.lost_file {
            return None;
        }
        if at.threads != Threads::ONE {
            at.missed.store(true, Ordering::Relaxed);
            return None;
        }
        let key = (id.value.to_owned(), only_first);
        let mut searched = self.searched.lock().unwrap_or_else(PoisonError::into_inner);
        let nowhere = match searched.get(&key) {
            Some(nowhere) => *nowhere,
            None if searched.len() < SEARCHED => {
                let nowhere = self.search(id.value, only_first, at);
                searched.insert(key, nowhere);
                nowhere
            }
            None if self.wrong.is_empty() && at.draft.skipped.is_empty() => Nowhere::Open,
            None => Nowhere::Unread,
        };
        match nowhere {
            Nowhere::Unread => None,
            Nowhere::Near(near) => Some(unknown(rule, id, self.ids.get(near).copied())),
            Nowhere::Open => Some(unknown(rule, id, None)),
        }
    }

    /// Finds out what an id that leads nowhere may mean.
    fn search(&self, id: &str, only_first: bool, at: &Lookup<'_>) -> Nowhere {
        let is_wrong = |span: &Span| at.sources.slice(*span).trim_matches(['"', '\'']) == id;
        if self.wrong.iter().any(is_wrong) {
            return Nowhere::Unread;
        }
        let skipped = || at.draft.skipped.iter().map(|span| at.sources.slice(*span));
        if skipped().map(str::len).sum::<usize>() > UNREAD || skipped().any(|text| text.contains(id)) {
            return Nowhere::Unread;
        }
        let end = if only_first { self.first } else { self.ids.len() };
        let near = nearest(id, self.ids[..end].iter().map(|(id, _)| *id).filter(|id| !id.is_empty()));
        near.and_then(|near| self.find(near)).map_or(Nowhere::Open, Nowhere::Near)
    }
}

/// Where references are looked up: the draft and its files.
pub(super) struct Lookup<'d> {
    pub(super) sources: &'d Sources,
    pub(super) draft: &'d Draft<'d>,
    pub(super) threads: Threads,
    /// Whether one of several threads met a reference that leads nowhere. Of these only the first are searched
    /// for, so one thread has to tell them in their order.
    pub(super) missed: AtomicBool,
}

/// The units and groups of a draft.
pub(super) struct Parties<'d>(pub(super) SymbolTable<'d>);

impl<'d> Parties<'d> {
    pub(super) fn of(draft: &'d Draft<'d>, found: &mut Vec<Diagnostic>) -> Self {
        Self(SymbolTable::of(&UNKNOWN_UNIT, [draft.list(Key::Units), draft.list(Key::Groups)], found))
    }

    pub(super) fn find(&self, id: &str) -> Option<Party> {
        self.0.find(id).map(|at| match at.checked_sub(self.0.first()) {
            Some(group) => Party::Group(GroupIx::new(group)),
            None => Party::Unit(UnitIx::new(at)),
        })
    }

    /// A unit or group by id; one that is none is reported.
    pub(super) fn party(
        &self,
        id: &Spanned<&str>,
        at: &Lookup<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Party> {
        let party = self.find(id.value);
        if party.is_none() {
            found.extend(self.0.unknown(id, false, at));
        }
        party
    }

    /// A unit by id; a group, or nothing, is reported.
    pub(super) fn unit(
        &self,
        id: &Spanned<&str>,
        at: &Lookup<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<UnitIx> {
        let unit = self.0.find_first(id.value).map(UnitIx::new);
        if unit.is_none() {
            let is_group = self.0.find(id.value).is_some();
            found.extend(if is_group { Some(a_group(id)) } else { self.0.unknown(id, true, at) });
        }
        unit
    }

    /// The units and groups behind a key, and whether all of them are known.
    pub(super) fn parties(
        &self,
        entry: &Entry<'_>,
        key: Key,
        at: &Lookup<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> (Vec<Party>, bool) {
        let mut parties = Vec::new();
        let mut known = !entry.is_wrong(key);
        for id in entry.many(key) {
            match self.party(&id, at, found) {
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
