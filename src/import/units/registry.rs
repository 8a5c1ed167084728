//! The registry of the units that a document names; one unit has one entry, whatever it is called.

use std::collections::{BTreeMap, BTreeSet};

use super::key::{Abbreviations, unit_key};
use crate::import::block::SourcePlace;
use crate::import::free_id::free_id;
use crate::import::source::KnownUnit;
use crate::parse::starter::StarterUnit;
use crate::vietnamese::fold;

/// A unit that a document names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImportedUnit {
    /// The id.
    pub id: String,
    /// The longest name.
    pub name: String,
    /// The other names.
    pub aliases: Vec<String>,
    /// The kind, by the first words of the name.
    pub kind: &'static str,
    /// The number of units that the name gives: `UBND 11 phường`.
    pub count: Option<u64>,
    /// The place of the first mention.
    pub place: SourcePlace,
    /// True if another registry holds the unit.
    pub is_known: bool,
}

/// The units of a document in the order of their first mention.
#[derive(Debug, Clone, Default)]
pub(crate) struct UnitRegistry {
    abbreviations: Abbreviations,
    units: Vec<ImportedUnit>,
    by_key: BTreeMap<String, usize>,
    ids: BTreeSet<String>,
}

impl UnitRegistry {
    /// A registry that begins with known units.
    pub(crate) fn new(abbreviations: Abbreviations, known: &[KnownUnit]) -> Self {
        let mut registry = Self { abbreviations, ..Self::default() };
        for unit in known {
            let at = registry.units.len();
            for name in &unit.names {
                let key = unit_key(name, &registry.abbreviations);
                registry.by_key.entry(key).or_insert(at);
            }
            registry.ids.insert(unit.id.clone());
            registry.units.push(ImportedUnit {
                id: unit.id.clone(),
                name: unit.names.first().cloned().unwrap_or_default(),
                aliases: Vec::new(),
                kind: "",
                count: None,
                place: SourcePlace::default(),
                is_known: true,
            });
        }
        registry
    }

    /// The id of a unit, which is entered if it is new.
    pub(crate) fn id(&mut self, name: &str, place: SourcePlace) -> String {
        let name = name.trim().trim_end_matches(['.', ';', ',']);
        let key = unit_key(name, &self.abbreviations);
        if let Some(unit) = self.by_key.get(&key).and_then(|at| self.units.get_mut(*at)) {
            if !unit.is_known {
                take_name(unit, name);
            }
            return unit.id.clone();
        }
        let id = self.free_id(name);
        self.by_key.insert(key, self.units.len());
        self.units.push(ImportedUnit {
            id: id.clone(),
            name: capital(name),
            aliases: Vec::new(),
            kind: kind(name),
            count: count(name),
            place,
            is_known: false,
        });
        id
    }

    /// The name of a unit.
    pub(crate) fn name_of(&self, id: &str) -> Option<&str> {
        self.units.iter().find(|unit| unit.id == id).map(|unit| unit.name.as_str())
    }

    /// The units that no other registry holds.
    pub(crate) fn new_units(&self) -> impl Iterator<Item = &ImportedUnit> {
        self.units.iter().filter(|unit| !unit.is_known)
    }

    fn free_id(&mut self, name: &str) -> String {
        free_id(&mut self.ids, &slug(name), '-')
    }
}

/// Takes another name of a unit: the longest is the name, the others are aliases.
fn take_name(unit: &mut ImportedUnit, name: &str) {
    let name = capital(name);
    let is_same = |other: &str| fold(other) == fold(&name);
    if is_same(&unit.name) || unit.aliases.iter().any(|alias| is_same(alias)) {
        return;
    }
    if name.chars().count() > unit.name.chars().count() {
        unit.aliases.push(std::mem::replace(&mut unit.name, name));
    } else {
        unit.aliases.push(name);
    }
}

/// The name with a capital letter in front.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// An id from a name: letters without marks, long words shortened as offices do.
fn slug(name: &str) -> String {
    const SHORT: [(&str, &str); 13] = [
        ("uy-ban-nhan-dan", "ubnd"),
        ("hoi-dong-nhan-dan", "hdnd"),
        ("giao-duc-nghe-nghiep-giao-duc-thuong-xuyen", "gdnn-gdtx"),
        ("giao-duc-va-dao-tao", "gddt"),
        ("tai-chinh-ke-hoach", "tckh"),
        ("tai-nguyen-va-moi-truong", "tnmt"),
        ("lao-dong-thuong-binh-va-xa-hoi", "ldtbxh"),
        ("van-hoa-va-thong-tin", "vhtt"),
        ("van-hoa-xa-hoi", "vhxh"),
        ("quan-ly-do-thi", "qldt"),
        ("mat-tran-to-quoc", "mttq"),
        ("quan-ly-du-an", "qlda"),
        ("uy-ban", "ub"),
    ];
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut id = words.join("-");
    for (long, short) in SHORT {
        id = id.replace(long, short);
    }
    if id.len() > 48 {
        let cut = id[..48].rfind('-').unwrap_or(48);
        id.truncate(cut);
    }
    if id.is_empty() { "don-vi".to_owned() } else { id }
}

/// The units of some names, each once, with ids and kinds by their words.
pub fn named_units(names: &[String]) -> Vec<StarterUnit> {
    let mut registry = UnitRegistry::new(Abbreviations::default(), &[]);
    for name in names.iter().filter(|name| !name.trim().is_empty()) {
        registry.id(name, SourcePlace::default());
    }
    let unit = |unit: &ImportedUnit| StarterUnit {
        id: unit.id.clone(),
        name: unit.name.clone(),
        kind: unit.kind.to_owned(),
    };
    registry.new_units().map(unit).collect()
}

/// An id for a plan from the name of a file.
pub fn plan_id(name: &str) -> String {
    slug(name)
}

fn kind(name: &str) -> &'static str {
    const KINDS: &[(&str, &str)] = &[
        ("cac truong", "tap-the-truong"),
        ("cac co so giao duc", "tap-the-truong"),
        ("cac nha truong", "tap-the-truong"),
        ("cac phong", "tap-the-phong-ban"),
        ("cac ", "tap-the"),
        ("phong ", "phong-ban"),
        ("ban quan ly du an", "ban-qlda"),
        ("ban to chuc", "dang"),
        ("ban tuyen giao", "dang"),
        ("ban dan van", "dang"),
        ("ban", "ban"),
        ("so ", "so"),
        ("bo phan ", "bo-phan"),
        ("bo ", "bo"),
        ("ubnd", "ubnd"),
        ("uy ban nhan dan", "ubnd"),
        ("hdnd", "hdnd"),
        ("hoi dong nhan dan", "hdnd"),
        ("cong an", "cong-an"),
        ("trung tam", "trung-tam"),
        ("truong", "truong"),
        ("mn ", "truong"),
        ("th ", "truong"),
        ("thcs ", "truong"),
        ("thpt ", "truong"),
        ("dang uy", "dang"),
        ("quan uy", "dang"),
        ("huyen uy", "dang"),
        ("chi bo", "dang"),
        ("chi cuc", "chi-cuc"),
        ("benh vien", "benh-vien"),
        ("khoa ", "khoa"),
        ("to ", "to"),
        ("thanh tra", "phong-ban"),
        ("van phong", "phong-ban"),
        ("uy ban mat tran", "doan-the"),
        ("ub mttq", "doan-the"),
        ("mttq", "doan-the"),
        ("hoi ", "doan-the"),
        ("lien doan", "doan-the"),
        ("doan ", "doan-the"),
        ("cong doan", "doan-the"),
    ];
    let folded = fold(name);
    KINDS.iter().find(|(head, _)| folded.starts_with(head)).map_or("don-vi", |(_, kind)| kind)
}

/// The number of units in a name: `UBND 11 phường`, `09 trường công lập`.
fn count(name: &str) -> Option<u64> {
    let words: Vec<&str> = name.split_whitespace().take(4).collect();
    words.iter().find_map(|word| word.parse().ok()).filter(|count| (2..1000).contains(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_entered_once() {
        let mut registry = UnitRegistry::new(Abbreviations::default(), &[]);
        let place = SourcePlace::line(1);
        assert_eq!(registry.id("Phòng GDĐT", place), "phong-gddt");
        assert_eq!(registry.id("Phòng Giáo dục và Đào tạo quận", place), "phong-gddt");
        assert_eq!(registry.id("TH Khương Mai", place), "th-khuong-mai");
        assert_eq!(registry.id("THCS Khương Mai", place), "thcs-khuong-mai");
        assert_eq!(registry.id("UBND 11 phường", place), "ubnd-11-phuong");
        let units: Vec<_> = registry.new_units().collect();
        assert_eq!(units.len(), 4);
        assert_eq!((units[0].name.as_str(), units[0].kind), ("Phòng Giáo dục và Đào tạo quận", "phong-ban"));
        assert_eq!(units[0].aliases, ["Phòng GDĐT"]);
        assert_eq!(units[3].count, Some(11));
    }

    #[test]
    fn a_known_unit_keeps_its_id() {
        let known =
            KnownUnit { id: "gd".to_owned(), names: vec!["Phòng Giáo dục và Đào tạo".to_owned()] };
        let mut registry = UnitRegistry::new(Abbreviations::default(), &[known]);
        assert_eq!(registry.id("phòng GDĐT quận", SourcePlace::line(1)), "gd");
        assert_eq!(registry.new_units().count(), 0);
    }
}
