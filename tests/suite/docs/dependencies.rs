//! The packages in `docs/dependencies.md`, compared with `Cargo.toml` and `Cargo.lock`.

use std::collections::{BTreeMap, BTreeSet};

use super::{quoted, read, tables};

/// The name and version of a package.
type Package = (String, String);

/// A row of the document.
struct Row {
    released: String,
    is_direct: bool,
}

/// Returns the rows of both tables.
fn rows(document: &str) -> BTreeMap<Package, Row> {
    let rows = tables(document, "package").into_iter().flat_map(|table| table.into_iter().skip(1));
    let mut found = BTreeMap::new();
    for row in rows {
        let mut words = row[0].split(' ').map(str::to_owned);
        let package = (words.next().unwrap(), words.next().unwrap());
        let row = Row { released: row[2].clone(), is_direct: row[5].contains("**") };
        assert!(found.insert(package.clone(), row).is_none(), "{package:?} stands twice");
    }
    found
}

/// Returns the names of the packages that the library and the program depend on directly, for any system.
fn direct(manifest: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut is_listed = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            is_listed = section == "dependencies" || section.ends_with(".dependencies");
        } else if let Some((name, value)) = line.split_once(" = ").filter(|_| is_listed) {
            let renamed = value.split_once("package = \"").map(|(_, rest)| rest.split('"').next().unwrap());
            names.insert(renamed.unwrap_or(name).to_owned());
        }
    }
    names
}

/// Returns the packages that are locked, each with those it may depend on.
fn locked(lock: &str) -> BTreeMap<Package, Vec<String>> {
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")));
        line.map(|line| line.trim_end_matches('"').to_owned()).unwrap()
    };
    let dependency = |line: &str| Some(line.strip_prefix(" \"")?.trim_end_matches("\",").to_owned());
    let packages = lock.split("[[package]]\n").skip(1);
    packages
        .map(|package| {
            let name = (value(package, "name"), value(package, "version"));
            (name, package.lines().filter_map(dependency).collect())
        })
        .collect()
}

/// Returns all packages behind those of some names.
fn closure(locked: &BTreeMap<Package, Vec<String>>, names: &BTreeSet<String>) -> BTreeSet<Package> {
    let find = |wanted: &String| {
        let (name, version) = wanted.split_once(' ').map_or((wanted.as_str(), None), |(n, v)| (n, Some(v)));
        let fits = |package: &&Package| package.0 == name && version.is_none_or(|own| package.1 == own);
        let mut found = locked.keys().filter(fits);
        let package = found.next().unwrap_or_else(|| panic!("{wanted} is not locked"));
        assert!(found.next().is_none(), "{wanted} is several packages");
        package.clone()
    };
    let mut open: Vec<Package> = names.iter().map(find).collect();
    let mut seen = BTreeSet::new();
    while let Some(package) = open.pop() {
        if seen.insert(package.clone()) {
            open.extend(locked[&package].iter().map(find));
        }
    }
    seen
}

#[test]
fn the_dependencies_are_those_of_the_program() {
    let document = read("docs/dependencies.md");
    let (rows, names) = (rows(&document), direct(&read("Cargo.toml")));
    assert!(names.len() > 20 && rows.len() > 100, "{} names, {} rows", names.len(), rows.len());
    let documented: BTreeSet<String> =
        rows.iter().filter(|(_, row)| row.is_direct).map(|((name, _), _)| name.clone()).collect();
    assert_eq!(documented, names, "the packages in bold are the direct dependencies of Cargo.toml");

    let packages = closure(&locked(&read("Cargo.lock")), &names);
    let other_systems = document.split("built on none of these systems").nth(1).unwrap();
    let elsewhere: BTreeSet<&str> = quoted(other_systems.split("\n\n").next().unwrap()).collect();
    for package in rows.keys() {
        assert!(packages.contains(package), "{package:?} is not in Cargo.lock");
    }
    for package in packages.iter().filter(|package| !rows.contains_key(*package)) {
        assert!(elsewhere.contains(package.0.as_str()), "{package:?} is not in docs/dependencies.md");
    }
    for name in elsewhere {
        assert!(packages.iter().any(|package| package.0 == name), "{name} is not in Cargo.lock");
    }
}

#[test]
fn every_dependency_has_the_day_of_its_release() {
    for ((name, version), row) in rows(&read("docs/dependencies.md")) {
        let parts: Vec<u32> = row.released.split('-').filter_map(|part| part.parse().ok()).collect();
        let is_day = matches!(parts[..], [2014..=2099, 1..=12, 1..=31]);
        assert!(is_day, "{name} {version}: {}", row.released);
    }
}
