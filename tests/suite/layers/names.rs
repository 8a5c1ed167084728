//! Names of types are unique in the crate.

use std::collections::BTreeMap;

use super::source::Crate;

/// The names that several types share today. Nothing is added here; whoever renames a type deletes its line.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "ExplanationStep",
];

#[test]
fn no_two_types_share_a_name() {
    let source = Crate::read();
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for module in source.modules.values() {
        for name in &module.types {
            places.entry(name).or_default().push(module.file.display().to_string());
        }
    }
    assert!(places.len() > 200, "only {} types", places.len());
    places.retain(|_, files| files.len() > 1);
    let new: Vec<String> = places
        .iter()
        .filter(|(name, _)| !KNOWN.contains(name))
        .map(|(name, files)| format!("{name}: {}", files.join(", ")))
        .collect();
    assert!(new.is_empty(), "several types of one name:\n{}", new.join("\n"));
    let gone: Vec<&&str> = KNOWN.iter().filter(|name| !places.contains_key(**name)).collect();
    assert!(gone.is_empty(), "unique by now, to be deleted from KNOWN: {gone:?}");
}
