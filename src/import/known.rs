//! The units of a registry that the plan shares.

use super::source::KnownUnit;
use crate::parse::{Key, PlanFiles};
use crate::span::{Source, Sources};

/// The units and groups of a file of the format; what cannot be read is passed over.
pub fn known_units(path: &str, text: &str) -> Vec<KnownUnit> {
    let mut sources = Sources::default();
    let main = sources.add(Source::new(path, text));
    let (draft, _) = PlanFiles::new(main).draft(&sources);
    let lists = [Key::Units, Key::Groups].into_iter().flat_map(|list| draft.list(list));
    let unit = |entry: &crate::parse::Entry<'_>| {
        let aliases = entry.many(Key::Aliases).map(|alias| alias.value.to_owned());
        KnownUnit {
            id: entry.words(Key::Id),
            names: std::iter::once(entry.words(Key::Name)).chain(aliases).collect(),
        }
    };
    lists.map(unit).filter(|unit| !unit.id.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_groups_are_known_by_all_their_names() {
        let text = "units:\n  - {id: a, name: Phòng A, kind: b, aliases: [PA]}\ngroups:\n  - {id: g, name: Nhóm, kind: b}\n";
        let known = known_units("units.yaml", text);
        assert_eq!(known.len(), 2);
        assert_eq!(
            (known[0].id.as_str(), known[0].names.as_slice()),
            ("a", ["Phòng A".to_owned(), "PA".to_owned()].as_slice())
        );
    }
}
