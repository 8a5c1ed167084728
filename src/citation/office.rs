//! Issuing offices: as abbreviated in a sign, and by name.

use super::sign::{CENTRAL, SHARED, is_kind};
use crate::vietnamese::fold;

/// The issuing office as far as a sign identifies it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office<'n> {
    /// A unique office of the country: `BGDĐT`, `CP`.
    Central(&'n str),
    /// A named office of which another place may have one of the same name: `PGDĐT`.
    Local(&'n str),
    /// An office that every level of government has: `UBND`, `HĐND`.
    Shared,
}

impl<'n> Office<'n> {
    /// Returns the office that a sign names.
    pub(super) fn of(sign: &'n str) -> Self {
        // The office is the last part of `CT-BGDĐT` and `NQ/TW`, the first of a letter's `UBND-GDĐT`.
        let first = sign.split(['-', '/']).next().unwrap_or_default();
        let last = sign.rsplit(['-', '/']).next().unwrap_or_default();
        let office = if is_kind(first) { last } else { first };
        if office == first && is_kind(first) || SHARED.contains(&office) {
            Self::Shared
        } else if CENTRAL.contains(&office)
            || office.starts_with("QH")
            || office.starts_with("UBTVQH")
            || office.starts_with('B')
                && office.len() > 2
                && !office.starts_with("BCĐ")
                && !office.starts_with("BQL")
        {
            Self::Central(office)
        } else {
            Self::Local(office)
        }
    }
}

/// Returns the name of an office in comparable form: `Bộ Giáo dục và Đào tạo` and `Bộ GDĐT` give the same.
pub fn office(name: &str) -> String {
    // Spaces around the entries restrict matches to whole words.
    const SHORT: &[(&str, &str)] = &[
        (" giao duc va dao tao ", " gddt "),
        (" giao duc dao tao ", " gddt "),
        (" gd dt ", " gddt "),
        (" gd va dt ", " gddt "),
        (" uy ban nhan dan ", " ubnd "),
        (" hoi dong nhan dan ", " hdnd "),
        (" uy ban mat tran to quoc ", " ubmttq "),
        (" ban chi dao ", " bcd "),
        (" ban chap hanh ", " bch "),
        (" thu tuong chinh phu ", " thu tuong "),
        (" thanh pho ", " tp "),
        (" trung uong ", " tw "),
        (" dang bo ", " "),
        (" pho chu tich ", " "),
        (" chu tich ", " "),
        (" bo truong ", " bo "),
        (" giam doc ", " "),
    ];
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut name = format!(" {} ", words.join(" "));
    for (long, short) in SHORT {
        if name.contains(long) {
            name = name.replace(long, short);
        }
    }
    name.trim().replace("bo bo ", "bo ")
}

/// Returns true if two comparable names can denote one office: they are equal, or one extends the other.
pub fn may_be_one(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::super::Number;
    use super::*;

    #[test]
    fn offices_are_one_or_two() {
        for (a, b) in [
            ("Bộ GDĐT", "Bộ Giáo dục và Đào tạo"),
            ("Bộ GD&ĐT", "Bộ GDĐT"),
            ("UBND Thành phố", "Ủy ban nhân dân thành phố Hà Nội"),
            ("Chủ tịch UBND quận", "UBND quận Thanh Xuân"),
            ("Uỷ ban nhân dân quận", "UBND quận"),
        ] {
            assert!(may_be_one(&office(a), &office(b)), "{a}: {}, {b}: {}", office(a), office(b));
        }
        for (a, b) in
            [("UBND quận", "UBND Thành phố"), ("UBND phường A", "UBND phường B"), ("Bộ Y tế", "Bộ GDĐT")]
        {
            assert!(!may_be_one(&office(a), &office(b)), "{a}, {b}");
        }
    }

    #[test]
    fn signs_name_offices_or_do_not() {
        let office = |text: &str| {
            let number = Number::parse(text).unwrap();
            match number.office() {
                Office::Central(name) => format!("central {name}"),
                Office::Local(name) => format!("local {name}"),
                Office::Shared => "shared".to_owned(),
            }
        };
        assert_eq!(office("1112/CT-BGDĐT"), "central BGDĐT");
        assert_eq!(office("896/BGDĐT-GDTrH"), "central BGDĐT");
        assert_eq!(office("45/2019/QH14"), "central QH14");
        assert_eq!(office("29-NQ/TW"), "central TW");
        assert_eq!(office("24/2020/NĐ-CP"), "central CP");
        assert_eq!(office("45/TB-PGDĐT"), "local PGDĐT");
        for shared in ["22/KH-UBND", "812/UBND-GDĐT", "17-NQ/QU", "45/KH-BCĐ", "13/2020/TT"] {
            assert_eq!(office(shared), "shared", "{shared}");
        }
    }
}
