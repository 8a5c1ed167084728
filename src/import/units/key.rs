//! Comparable forms of the names of units: `Phòng GDĐT` and `Phòng Giáo dục và Đào tạo quận` are one.

use std::collections::BTreeMap;

use crate::vietnamese::fold;

/// The abbreviations that a document explains in brackets: `Giáo dục và Đào tạo (GDĐT)`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Abbreviations {
    long: BTreeMap<String, String>,
    /// The place of the document: `thanh xuan`.
    locality: Option<String>,
}

/// The abbreviations that every office uses, longer ones first.
const COMMON: &[(&str, &str)] = &[
    ("gdnn gdtx", "giao duc nghe nghiep giao duc thuong xuyen"),
    ("ub mttq", "uy ban mat tran to quoc"),
    ("ubmttq", "uy ban mat tran to quoc"),
    ("mttq", "mat tran to quoc"),
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("gd dt", "giao duc dao tao"),
    ("gddt", "giao duc dao tao"),
    ("ldtbxh", "lao dong thuong binh xa hoi"),
    ("ldtb xh", "lao dong thuong binh xa hoi"),
    ("ld tb xh", "lao dong thuong binh xa hoi"),
    ("tn mt", "tai nguyen moi truong"),
    ("tnmt", "tai nguyen moi truong"),
    ("tc kh", "tai chinh ke hoach"),
    ("tckh", "tai chinh ke hoach"),
    ("vh tt", "van hoa thong tin"),
    ("vhtt", "van hoa thong tin"),
    ("vhxh", "van hoa xa hoi"),
    ("vh xh", "van hoa xa hoi"),
    ("khcn", "khoa hoc cong nghe"),
    ("kh cn", "khoa hoc cong nghe"),
    ("qldt", "quan ly do thi"),
    ("bcd", "ban chi dao"),
    ("du", "dang uy"),
    ("tt hdnd", "thuong truc hoi dong nhan dan"),
    ("csgd", "co so giao duc"),
    ("btc", "ban to chuc"),
    ("btv", "ban thuong vu"),
    ("bch", "ban chap hanh"),
    ("tncs hcm", "thanh nien cong san ho chi minh"),
    ("ldld", "lien doan lao dong"),
];

/// Levels of government, which the names of their offices may leave out.
const LEVELS: [&str; 8] = ["quan", "huyen", "thi xa", "thanh pho", "tinh", "xa", "phuong", "dac khu"];

/// The beginnings of names that say nothing without their level: `UBND quận`, `Công an phường`.
const BARE: [&str; 5] =
    ["uy ban nhan dan", "hoi dong nhan dan", "thuong truc hoi dong nhan dan", "cong an", "dang uy"];

impl Abbreviations {
    /// Collects the explanations of a text, and takes the place of the document.
    pub(crate) fn of(text: &str, locality: Option<&str>) -> Self {
        let mut long = BTreeMap::new();
        for (at, _) in text.match_indices(" (") {
            let inner = text[at + 2..].split([')', '(']).next().unwrap_or_default();
            let is_short =
                inner.chars().count() <= 12 && inner.chars().filter(|c| c.is_uppercase()).count() >= 2;
            if is_short
                && !inner.contains(' ')
                && let Some(words) = spelt(&text[..at], inner)
            {
                long.insert(fold(inner), words);
            }
        }
        Self { long, locality: locality.map(fold) }
    }
}

/// The words before a bracket whose first letters are those in it.
fn spelt(before: &str, short: &str) -> Option<String> {
    let initials: Vec<char> = fold(short).chars().filter(|c| c.is_alphanumeric()).collect();
    let folded = fold(before.rsplit(['.', ';', ':', ',']).next().unwrap_or_default());
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (mut left, mut from) = (initials.len(), words.len());
    while left > 0 {
        from = from.checked_sub(1)?;
        let word = words.get(from)?;
        match word.chars().next() {
            Some(first) if first == initials[left - 1] => left -= 1,
            _ if *word == "va" => {}
            _ => return None,
        }
    }
    Some(words.get(from..)?.iter().filter(|word| **word != "va").copied().collect::<Vec<_>>().join(" "))
}

/// The comparable form of a name.
pub(crate) fn unit_key(name: &str, abbreviations: &Abbreviations) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "va")
        .collect();
    let mut key = format!(" {} ", words.join(" "));
    for (short, long) in &abbreviations.long {
        key = key.replace(&format!(" {short} "), &format!(" {long} "));
    }
    for (short, long) in COMMON {
        key = key.replace(&format!(" {short} "), &format!(" {long} "));
    }
    for (from, to) in [
        (" thanh nien cong san ho chi minh ", " thanh nien "),
        (" truong tieu hoc ", " th "),
        (" truong th ", " th "),
        (" truong thcs ", " thcs "),
        (" truong trung hoc co so ", " thcs "),
        (" truong mam non ", " mn "),
        (" truong mn ", " mn "),
        (" cac truong hoc ", " cac truong "),
        (" cac nha truong ", " cac truong "),
        (" tren dia ban ", " "),
        (" thuoc ", " "),
        (" thanh pho ha noi ", " thanh pho "),
    ] {
        key = key.replace(from, to);
    }
    without_level(key.trim(), abbreviations.locality.as_deref()).to_owned()
}

/// The key without the level and the place of the document at its end.
fn without_level<'k>(key: &'k str, locality: Option<&str>) -> &'k str {
    let mut key = key;
    let is_whole = |key: &str| {
        BARE.iter().any(|bare| key.strip_prefix(bare).is_some_and(|rest| rest.split(' ').count() <= 2))
    };
    if let Some(locality) = locality
        && let Some(rest) = key.strip_suffix(locality)
        && LEVELS.iter().any(|level| rest.trim_end().ends_with(level))
    {
        key = rest.trim_end();
    }
    for level in LEVELS {
        if let Some(rest) = key.strip_suffix(level)
            && rest.ends_with(' ')
            && rest.split_whitespace().count() >= 2
            && !is_whole(key)
            && !rest.ends_with("cac ")
            && !rest.trim_end().ends_with(|c: char| c.is_ascii_digit())
        {
            return rest.trim_end();
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(a: &str, b: &str) -> bool {
        let known = Abbreviations::of("công tác Phòng cháy chữa cháy (PCCC) của quận", Some("Thanh Xuân"));
        unit_key(a, &known) == unit_key(b, &known)
    }

    #[test]
    fn one_unit_has_one_key() {
        for (a, b) in [
            ("Phòng GDĐT", "Phòng Giáo dục và Đào tạo quận"),
            ("Phòng Nội vụ quận Thanh Xuân", "phòng Nội vụ"),
            ("Trung tâm GDNN-GDTX", "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên quận"),
            ("UBND quận", "Ủy ban nhân dân quận Thanh Xuân"),
            ("trường THCS Thanh Xuân", "THCS Thanh Xuân"),
            ("các trường", "Các trường học thuộc quận"),
            ("Ban Chỉ đạo PCCC", "Ban Chỉ đạo Phòng cháy, chữa cháy"),
            ("UBND 11 phường", "Ủy ban nhân dân 11 phường"),
            ("Đoàn Thanh niên", "Đoàn Thanh niên Cộng sản Hồ Chí Minh phường"),
        ] {
            assert!(one(a, b), "{a}: {b}");
        }
        for (a, b) in [
            ("TH Khương Mai", "THCS Khương Mai"),
            ("UBND quận", "UBND phường"),
            ("Phòng GDĐT", "Phòng GDĐT huyện Hoài Đức"),
            ("Công an quận", "Công an phường"),
            ("Đảng ủy các phường", "UBND các phường"),
        ] {
            assert!(!one(a, b), "{a}: {b}");
        }
    }
}
