//! The area that a plan is for. Source: docs/format.md, area.

use super::path::{is_folder_main, parent};
use crate::vietnamese::fold;

/// The area of a plan: the partition that it is filed under, and the parts below.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanArea {
    /// The broadest part as the name of a folder; `_` without any.
    pub province: String,
    /// The other parts, joined by `/`.
    pub rest: String,
}

/// The most letters of the name of a folder.
const LONGEST: usize = 100;

impl PlanArea {
    /// Returns the area that a plan gives, else that of the folders between the root and the plan.
    pub(super) fn of(given: Option<&[String]>, main: &str) -> Self {
        match given {
            Some(parts) => Self::of_parts(parts.iter().map(String::as_str)),
            None => Self::of_parts(folders(main).split('/')),
        }
    }

    fn of_parts<'p>(parts: impl Iterator<Item = &'p str>) -> Self {
        let mut parts = parts.map(str::trim).filter(|part| !part.is_empty());
        let province = parts.next().map_or_else(String::new, slug);
        let province = if province.is_empty() { "_".to_owned() } else { province };
        Self { province, rest: parts.collect::<Vec<_>>().join("/") }
    }
}

/// Returns the folders that a plan lies in; of a plan with a folder of its own those above it.
fn folders(main: &str) -> &str {
    let folder = parent(main);
    if is_folder_main(main.rsplit('/').next().unwrap_or_default()) { parent(folder) } else { folder }
}

/// Returns words as the name of a folder: small letters without marks, digits and hyphens.
///
/// Before a digit stands `_`: some engines read `province=01` and `province=2024-01-01` as a number and a day.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in fold(words).chars() {
        if slug.len() == LONGEST {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.starts_with(|c: char| c.is_ascii_digit()) { format!("_{slug}") } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(area: &PlanArea) -> [&str; 2] {
        [&area.province, &area.rest]
    }

    #[test]
    fn folders_above_a_plan_are_its_area() {
        let of = |main| PlanArea::of(None, main);
        assert_eq!(shown(&of("ha-noi/thanh-xuan/a/plan.yaml")), ["ha-noi", "thanh-xuan"]);
        assert_eq!(shown(&of("ha-noi/thanh-xuan/a.plan.yaml")), ["ha-noi", "thanh-xuan"]);
        assert_eq!(shown(&of("ha-noi/x/y/a.PLAN.YAML")), ["ha-noi", "x/y"]);
        for none in ["plan.yaml", "a/plan.yaml", "a.plan.yaml"] {
            assert_eq!(shown(&of(none)), ["_", ""], "{none}");
        }
    }

    #[test]
    fn what_a_plan_gives_comes_first() {
        let of = |parts: &[&str]| {
            let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            PlanArea::of(Some(&parts), "x/y/a/plan.yaml")
        };
        assert_eq!(shown(&of(&["Hà Nội", "Thanh Xuân"])), ["ha-noi", "Thanh Xuân"]);
        assert_eq!(shown(&of(&["Đắk  Lắk "])), ["dak-lak", ""]);
        assert_eq!(shown(&of(&[" ", ""])), ["_", ""]);
        assert_eq!(shown(&of(&[])), ["_", ""]);
        assert_eq!(shown(&of(&["01", "00004"])), ["_01", "00004"]);
        assert_eq!(shown(&of(&["../../etc", "x"])), ["etc", "x"]);
        assert_eq!(shown(&of(&["CON=…"])), ["con", ""]);
        assert_eq!(of(&["a".repeat(999).as_str()]).province.len(), LONGEST);
        assert_eq!(shown(&of(&["日本"])), ["_", ""]);
    }
}
