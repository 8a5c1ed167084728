//! Names of types are unique in the crate.

use std::collections::BTreeMap;

use super::source::Crate;

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
    let shared: Vec<String> =
        places.iter().map(|(name, files)| format!("{name}: {}", files.join(", "))).collect();
    assert!(shared.is_empty(), "several types of one name:\n{}", shared.join("\n"));
}
