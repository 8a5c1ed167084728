//! Whose a document is: the office in its sign, and offices by their names.

use super::sign::{CENTRAL, SHARED, is_kind};
use crate::vietnamese::fold;

/// What a sign tells about the office that issued a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Office<'n> {
    /// There is one such office in the country.
    Central(&'n str),
    /// The sign names an office; another place may have one of that name.
    Local(&'n str),
    /// There are many: `UBND`, `HĐND`.
    Shared,
}

impl<'n> Office<'n> {
    /// The office that a sign names, and how surely.
    pub(super) fn of(sign: &'n str) -> Self {
        // Of `CT-BGDĐT` and `NQ/TW` the last part is the office; of a letter, `UBND-GDĐT`, the first.
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

/// The name of an office in one form: `Bộ Giáo dục và Đào tạo` and `Bộ GDĐT` are one.
pub(crate) fn office(name: &str) -> String {
    // With the spaces around them: whole words.
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

/// Whether two offices may be one: equal, or one says more than the other.
pub(crate) fn may_be_one(a: &str, b: &str) -> bool {
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
