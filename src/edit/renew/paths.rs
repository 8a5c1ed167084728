//! The files of the old plan and those of the new one.

/// The place of a plan: its folder, or its one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RenewedPlace {
    /// The folder of the old plan from the current one, with `/` at its end.
    old: String,
    /// The folder of the new plan, likewise.
    new: String,
    /// The name of the new file of a plan in one file.
    name: Option<String>,
}

impl RenewedPlace {
    /// The place of a plan with a main file, and of the new one with an id; by default beside it.
    pub(super) fn new(main: &str, id: &str, folder: Option<&str>) -> Self {
        let (old, name) = main.rsplit_once('/').unwrap_or(("", main));
        let with_end = |folder: &str| if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let folder = folder.map(|folder| folder.trim_end_matches('/').to_owned());
        if name == "plan.yaml" {
            let beside = old.rsplit_once('/').map_or(id.to_owned(), |(above, _)| format!("{above}/{id}"));
            let new = with_end(&folder.unwrap_or(beside));
            return Self { old: with_end(old), new, name: None };
        }
        let new = with_end(&folder.unwrap_or_else(|| old.to_owned()));
        Self { old: with_end(old), new, name: Some(format!("{id}.plan.yaml")) }
    }

    /// The folder of the new plan; none for a plan in one file.
    pub(super) fn folder(&self) -> Option<&str> {
        self.name.is_none().then(|| self.new.trim_end_matches('/'))
    }

    /// The folder of the old plan, empty or with `/` at its end.
    pub(super) fn old_folder(&self) -> &str {
        &self.old
    }

    /// The new path of a file; none for one that is not the plan's own.
    pub(super) fn path(&self, old: &str, main: &str) -> Option<String> {
        match &self.name {
            Some(name) => (old == main).then(|| format!("{}{name}", self.new)),
            None => Some(format!("{}{}", self.new, old.strip_prefix(&self.old)?)),
        }
    }

    /// A path of `include` from the new folder; none where it stays.
    pub(super) fn include(&self, path: &str) -> Option<String> {
        let target = parts(&format!("{}{path}", self.old))?;
        let from = parts(&self.new)?;
        let same = target.iter().zip(&from).take_while(|(a, b)| a == b).count();
        let up = from.len() - same;
        let mut all = vec![".."; up];
        all.extend(target[same..].iter().map(String::as_str));
        let relative = all.join("/");
        (relative != path).then_some(relative)
    }
}

/// The parts of a path, without `.` and `..`; none for one that leads above the current folder.
fn parts(path: &str) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part.to_owned()),
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_plan_lies_beside_the_old_one() {
        let place = RenewedPlace::new("plans/a/plan.yaml", "b", None);
        assert_eq!(place.path("plans/a/x/y.yaml", "").as_deref(), Some("plans/b/x/y.yaml"));
        assert_eq!(place.path("plans/units.yaml", ""), None);
        assert_eq!((place.folder(), place.include("../units.yaml")), (Some("plans/b"), None));
        let moved = RenewedPlace::new("plans/a/plan.yaml", "b", Some("x/y/z"));
        assert_eq!(moved.include("../units.yaml").as_deref(), Some("../../../plans/units.yaml"));
        assert_eq!(RenewedPlace::new("plan.yaml", "b", None).folder(), Some("b"));
        let file = RenewedPlace::new("plans/a.plan.yaml", "b", None);
        assert_eq!(file.path("plans/a.plan.yaml", "plans/a.plan.yaml").as_deref(), Some("plans/b.plan.yaml"));
        assert_eq!((file.path("plans/c.yaml", "plans/a.plan.yaml"), file.folder()), (None, None));
    }
}
