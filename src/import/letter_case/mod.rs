//! Capital and small letters of heads, which offices set in capitals.

mod proper;
mod vocabulary;

pub(super) use proper::{ProperNames, names_behind};
pub(super) use vocabulary::LEVELS;

use vocabulary::{FIXED, HEADS, PERSONS, PLACES, SHORT_HEADS, STOPS};

/// Words out of capital letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RestoredWords {
    /// The words.
    pub text: String,
    /// True if a proper name was set by its place in the words alone.
    pub is_guess: bool,
}

/// The kind of words that stood in capitals.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wording {
    /// The name of an office, or of the office of a person.
    Office,
    /// A title.
    Prose,
}

/// The place of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CasePlace {
    /// The beginning.
    Start,
    /// The first word of a field of work: `Giáo dục`, and `Đào tạo` behind `và`.
    Field,
    /// Within a field of work, or a sentence.
    Inside,
    /// Within a proper name, with the number of words that it may still have.
    Proper(usize),
}

/// The capital letters of some words.
enum Capitals<'c> {
    None,
    First,
    Kept,
    Like(&'c str),
}

/// A word in capitals.
struct UpperWord<'w> {
    whole: &'w str,
    /// In small letters, without the signs around it, in one spelling.
    bare: String,
}

/// Returns true if words are in capital letters.
pub(super) fn is_upper(line: &str) -> bool {
    line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase)
}

/// Capital letters as in a name: `ỦY BAN NHÂN DÂN XÃ ĐỒNG MẪU`, `PHÒNG GIÁO DỤC VÀ ĐÀO TẠO`, `PHÓ CHỦ TỊCH`.
pub(super) fn office_case(words: &str, names: &ProperNames) -> String {
    cased(words, names, Wording::Office).text
}

/// Capital letters as in a sentence, if all of the words are in capitals.
pub(super) fn title_case(words: &str, names: &ProperNames) -> RestoredWords {
    if is_upper(words) {
        cased(words, names, Wording::Prose)
    } else {
        RestoredWords { text: words.to_owned(), is_guess: false }
    }
}

fn cased(words: &str, names: &ProperNames, wording: Wording) -> RestoredWords {
    let all: Vec<UpperWord<'_>> = words.split(' ').map(UpperWord::new).collect();
    let (mut out, mut is_guess): (Vec<String>, bool) = (Vec::new(), false);
    let (mut at, mut place) = (0, CasePlace::Start);
    while let Some(word) = all.get(at) {
        let (length, capitals, next) = step(&all, at, place, names, wording);
        is_guess |= wording == Wording::Prose
            && matches!((place, next), (CasePlace::Proper(before), CasePlace::Proper(left)) if left < before);
        for (offset, word) in all.iter().skip(at).take(length).enumerate() {
            out.push(word.with(&capitals, offset, place == CasePlace::Start && offset == 0));
        }
        let last = all.get(at + length - 1).unwrap_or(word);
        place = match next {
            _ if last.whole.ends_with('.') => CasePlace::Start,
            CasePlace::Inside if wording == Wording::Office && last.ends_part() => CasePlace::Field,
            CasePlace::Proper(_)
                if wording == Wording::Prose && last.whole.ends_with([',', ';', ':', ')']) =>
            {
                CasePlace::Inside
            }
            next => next,
        };
        at += length;
    }
    RestoredWords { text: out.join(" "), is_guess }
}

/// The number of words that a step takes, their capitals, and the place behind them.
fn step<'n>(
    all: &[UpperWord<'_>],
    at: usize,
    place: CasePlace,
    names: &'n ProperNames,
    wording: Wording,
) -> (usize, Capitals<'n>, CasePlace) {
    const LONGEST: usize = 2;
    let is_office = wording == Wording::Office;
    let proper = CasePlace::Proper(if is_office { usize::MAX } else { LONGEST });
    let is_proper = matches!(place, CasePlace::Proper(_));
    if is_short(all, at) {
        let is_level = stands(all, at, LEVELS).is_some();
        return (1, Capitals::Kept, if is_level || is_proper { proper } else { CasePlace::Inside });
    }
    if let Some((length, name)) = names.at(all.iter().skip(at).map(|word| word.bare.as_str()))
        && (length > 1 || is_proper)
    {
        return (length, Capitals::Like(name), if is_office { proper } else { CasePlace::Inside });
    }
    if let Some(length) = place_kind(all, at, is_proper) {
        return (length, Capitals::None, proper);
    }
    if let Some(fixed) = fixed(all, at).filter(|_| !is_proper) {
        return (fixed.split(' ').count(), Capitals::Like(fixed), CasePlace::Inside);
    }
    if let Some(length) = school(all, at) {
        return (length, Capitals::First, proper);
    }
    if is_office && !is_proper {
        if let Some(length) = stands(all, at, PERSONS) {
            return (length, Capitals::First, CasePlace::Start);
        }
        let heads = stands(all, at, HEADS);
        let short = || stands(all, at, SHORT_HEADS).filter(|_| place == CasePlace::Start);
        if let Some(length) = heads.or_else(short) {
            return (length, Capitals::First, CasePlace::Field);
        }
    }
    let word = all.get(at).map_or("", |word| word.bare.as_str());
    let is_joint = matches!(word, "và" | "");
    match place {
        CasePlace::Field if !is_joint => (1, Capitals::First, CasePlace::Inside),
        CasePlace::Proper(left) if !is_joint && left > 0 && (is_office || !STOPS.contains(&word)) => {
            (1, Capitals::First, CasePlace::Proper(left - 1))
        }
        CasePlace::Proper(_) if is_office => (1, Capitals::None, place),
        _ => (1, Capitals::None, CasePlace::Inside),
    }
}

/// The number of words of a kind of place that a name stands behind, or that ends the words.
fn place_kind(all: &[UpperWord<'_>], at: usize, is_proper: bool) -> Option<usize> {
    let length = stands(all, at, PLACES)?;
    let before = at.checked_sub(1).and_then(|before| all.get(before)).map_or("", |word| word.bare.as_str());
    let behind = all.get(at + length).map(|word| word.bare.as_str());
    let is_other = matches!((before, behind), (_, Some("hội" | "ủy" | "đoàn" | "đội")) | ("tác", _));
    // Of `XÃ TÂN XÃ` the second is of the name, as is that of `TÂN XÃ HUYỆN …`.
    let is_of_name = is_proper
        && stands(all, at - 1, PLACES).is_none()
        && (behind.is_none() || stands(all, at + length, PLACES).is_some());
    (!is_other && !is_of_name).then_some(length)
}

/// `TRƯỜNG`, behind which the level of a school stands, or the level itself.
fn school(all: &[UpperWord<'_>], at: usize) -> Option<usize> {
    let is_behind = |at: usize| all.get(at).is_some_and(|word| matches!(word.bare.as_str(), "trường" | "và"));
    if all.get(at)?.bare == "trường" {
        return stands(all, at + 1, LEVELS).map(|_| 1);
    }
    let length = stands(all, at, LEVELS)?;
    (at == 0 || is_behind(at - 1) || (1..at).any(|from| stands(all, from, LEVELS) == Some(at - from)))
        .then_some(length)
}

/// The longest words of an invariable notation.
fn fixed(all: &[UpperWord<'_>], at: usize) -> Option<&'static str> {
    let lower: Vec<String> = FIXED.iter().map(|words| words.to_lowercase()).collect();
    let known = FIXED.iter().zip(&lower).filter(|(_, lower)| begins(all, at, lower));
    known.map(|(words, _)| *words).max_by_key(|words| words.len())
}

/// Returns true for an abbreviation: no word of the language is without a vowel.
fn is_short(all: &[UpperWord<'_>], at: usize) -> bool {
    const WITH_VOWEL: [&str; 5] = ["ubnd", "ub", "đu", "tuq", "ubmttq"];
    const NUMBERED: [&str; 8] = ["thứ", "quý", "khóa", "khoá", "kỳ", "lục", "phần", "đợt"];
    let Some(word) = all.get(at) else { return false };
    let is_roman = word.bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
        && at
            .checked_sub(1)
            .and_then(|before| all.get(before))
            .is_some_and(|before| NUMBERED.contains(&before.bare.as_str()));
    let has_vowel = crate::vietnamese::fold(&word.bare).contains(['a', 'e', 'i', 'o', 'u', 'y']);
    !word.bare.is_empty()
        && (!has_vowel
            || is_roman
            || WITH_VOWEL.contains(&word.bare.as_str())
            || word.bare.contains(['/', '&']) && word.bare.chars().any(char::is_alphabetic))
}

/// The number of words of the longest phrase that stands at a place.
fn stands(all: &[UpperWord<'_>], at: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter(|phrase| begins(all, at, phrase)).map(|phrase| phrase.split(' ').count()).max()
}

fn begins(all: &[UpperWord<'_>], at: usize, phrase: &str) -> bool {
    let mut words = all.iter().skip(at);
    let count = phrase.split(' ').count();
    phrase.split(' ').enumerate().all(|(number, part)| {
        words.next().is_some_and(|word| {
            let sign = part.ends_with(',');
            word.bare == part.trim_end_matches(',')
                && (number + 1 == count
                    || word.whole.ends_with(',') == sign && !word.whole.ends_with([';', '.']))
        })
    })
}

impl<'w> UpperWord<'w> {
    fn new(whole: &'w str) -> Self {
        let bare = whole.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        Self { whole, bare: bare.replace("uỷ", "ủy") }
    }

    /// Returns true if another field of work follows: behind a comma, `và`, a dash.
    fn ends_part(&self) -> bool {
        self.bare == "và" || self.whole.ends_with(',') || matches!(self.whole, "-" | "–")
    }

    fn with(&self, capitals: &Capitals<'_>, offset: usize, is_start: bool) -> String {
        let is_capital = match capitals {
            Capitals::Kept => return self.whole.to_owned(),
            _ if is_start => true,
            Capitals::None => false,
            Capitals::First => offset == 0,
            Capitals::Like(words) => {
                words.split(' ').nth(offset).is_some_and(|word| word.starts_with(char::is_uppercase))
            }
        };
        let lower = self.whole.to_lowercase();
        let Some(at) = lower.find(char::is_alphanumeric).filter(|_| is_capital) else { return lower };
        let (signs, letters) = lower.split_at(at);
        let mut letters = letters.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        signs.chars().chain(first).chain(letters).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_offices_have_their_capitals() {
        let names = ProperNames::default();
        for name in [
            "Ủy ban nhân dân xã Đồng Mẫu",
            "Uỷ ban nhân dân phường Sông Trường",
            "Ủy ban nhân dân thị xã Đồng Lâm",
            "UBND thị trấn Trường Sơn",
            "UBND xã Tân Xã huyện Thạch Thất",
            "UBND phường Học Lạc",
            "Hội đồng nhân dân thành phố Hồ Chí Minh",
            "Phòng Giáo dục và Đào tạo",
            "Phòng Nội vụ quận Ba Đình",
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            "Phòng Văn hóa - Xã hội",
            "Phòng Lao động, Thương binh và Xã hội huyện Sông Hòa",
            "Sở Nội vụ",
            "Trung tâm Phục vụ hành chính công phường Đồng Tâm",
            "Ban Chỉ đạo phòng, chống thiên tai",
            "Ban Tổ chức Tỉnh ủy",
            "Văn phòng HĐND và UBND xã Trường Đông",
            "Trường Tiểu học Đồng Trường",
            "Trường Tiểu học và Trung học cơ sở Trường Đông",
            "Trường THCS Sông Ngang",
            "Trường TH&THCS Nhân Hòa",
            "Trường Mầm non Hoa Sen",
            "Trường Cao đẳng Y tế",
            "Đảng ủy xã Cơ Nhì",
            "Công an phường Dân Chủ",
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã Ngành Ngọn",
            "Hội Liên hiệp Phụ nữ Việt Nam xã Ban Sở",
            "TM. Ủy ban nhân dân",
            "KT. Chủ tịch",
            "Phó Chủ tịch UBND quận",
            "Phó Trưởng phòng",
            "Giám đốc Sở Nội vụ",
            "Chánh Văn phòng",
            "Phó Hiệu trưởng",
            "Trưởng ban",
        ] {
            assert_eq!(office_case(&name.to_uppercase(), &names), name);
        }
    }

    #[test]
    fn titles_have_the_names_that_the_document_has() {
        let names = ProperNames::of(
            "Kế hoạch của UBND phường Sông Trường năm 2026\nĐồng Lâm, ngày 02 tháng 3 năm 2026",
        );
        for (title, is_guess) in [
            ("Bảo đảm an toàn trường học trên địa bàn phường Sông Trường năm 2026", false),
            ("Phòng, chống đuối nước tại Đồng Lâm", false),
            ("Phát triển kinh tế - xã hội quý II năm 2026", false),
            ("Chuyển đổi số trên địa bàn xã năm 2026", false),
            ("Chuyển đổi số trên địa bàn xã Đồng Mẫu năm 2026", true),
        ] {
            let expected = RestoredWords { text: title.to_owned(), is_guess };
            assert_eq!(title_case(&title.to_uppercase(), &names), expected);
        }
    }
}
