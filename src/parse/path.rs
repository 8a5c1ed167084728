//! Paths below the root, written with `/` on every system.

/// Returns true if a name is that of a YAML file, in any case of its ending.
pub(crate) fn is_yaml(name: &str) -> bool {
    let is_ending = |ending: &str| ["yaml", "yml"].iter().any(|yaml| ending.eq_ignore_ascii_case(yaml));
    name.rsplit_once('.').is_some_and(|(_, ending)| is_ending(ending))
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
    fn paths_stay_below_the_root() {
        assert_eq!(resolve("a", "../units.yaml").as_deref(), Some("units.yaml"));
        assert_eq!(resolve("a/b", "./c/../d.yaml").as_deref(), Some("a/b/d.yaml"));
        for outside in ["../../x.yaml", "/etc/passwd", "C:\\x.yaml", "..\\x.yaml"] {
            assert_eq!(resolve("a", outside), None, "{outside}");
        }
    }
}
