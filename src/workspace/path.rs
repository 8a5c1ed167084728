//! Paths below the root, written with `/` on every system.

/// Returns the ending of a name, behind its last dot.
pub(super) fn ending(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, ending)| ending)
}

/// Returns true if a name is that of a YAML file, in any case of its ending.
pub(crate) fn is_yaml(name: &str) -> bool {
    ending(name).is_some_and(|ending| ["yaml", "yml"].iter().any(|yaml| ending.eq_ignore_ascii_case(yaml)))
}

/// Returns true if a name is that of the main file of a folder, `plan.yaml`, in any case of its ending.
pub(super) fn is_folder_main(name: &str) -> bool {
    stem_of_yaml(name) == Some("plan")
}

/// Returns true if a name is that of a main file: `plan.yaml`, or `NAME.plan.yaml` for a plan of one file.
pub(super) fn is_main_name(name: &str) -> bool {
    stem_of_yaml(name).is_some_and(is_main_stem)
}

/// Returns true if the name of a main file consists of this and an ending.
pub(super) fn is_main_stem(stem: &str) -> bool {
    stem.rsplit('.').next() == Some("plan")
}

/// Returns the name without its ending, if that is `.yaml`.
fn stem_of_yaml(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    ending.eq_ignore_ascii_case("yaml").then_some(stem)
}

/// The path of what is called `name` in a folder.
pub(super) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The folder that a path lies in; empty for the root.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path relative to a folder, without `.` and `..`; none if it leads out of the root.
pub(super) fn resolve(folder: &str, path: &str) -> Option<String> {
    if path.starts_with('/') || path.contains(['\\', ':']) {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_of_an_ending_does_not_matter() {
        for name in ["plan.yaml", "plan.YAML", "plan.Yaml"] {
            assert!(is_yaml(name) && is_folder_main(name) && is_main_name(name), "{name}");
        }
        assert!(is_main_name("a.plan.YAML") && !is_folder_main("a.plan.yaml"));
        assert!(is_yaml("plan.YML") && !is_folder_main("plan.yml") && !is_main_name("a.plan.yml"));
        assert!(!is_yaml("yaml") && !is_yaml("a.yaml.txt") && !is_main_name("ke-hoach.yaml"));
    }

    #[test]
    fn paths_stay_below_the_root() {
        assert_eq!(resolve("a", "../units.yaml").as_deref(), Some("units.yaml"));
        assert_eq!(resolve("a/b", "./c/../d.yaml").as_deref(), Some("a/b/d.yaml"));
        for outside in ["../../x.yaml", "/etc/passwd", "C:\\x.yaml", "..\\x.yaml"] {
            assert_eq!(resolve("a", outside), None, "{outside}");
        }
    }
}
