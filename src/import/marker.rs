//! The numbers at the beginning of paragraphs: `I.`, `1.`, `1.1.`, `a)`, `-`, `+`, `Điều 1.`.

use crate::vietnamese::{fold, roman};

/// The number of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Marker {
    /// `PHẦN I`, `A.`: a part above the Roman numerals.
    Part(String),
    /// `Chương I`, `Điều 1`: chapters and articles.
    Article(String, u32),
    /// `I.`
    Roman(u32),
    /// `1.`, `1.1.`
    Number(Vec<u32>),
    /// A heading without a number, by its place among these.
    Heading(u32),
    /// `a)`
    Letter(char),
    /// `-`, `•`
    Dash,
    /// `+`
    Plus,
}

impl Marker {
    /// Splits a paragraph behind its number.
    pub(super) fn split(text: &str) -> Option<(Self, &str)> {
        let text = text.trim_start();
        bullet(text).or_else(|| numbered(text)).or_else(|| named(text))
    }

    /// The depth of the number: the larger, the further in.
    pub(super) fn level(&self) -> usize {
        match self {
            Self::Part(_) => 0,
            Self::Article(name, _) if name == "chuong" => 1,
            Self::Roman(_) => 2,
            Self::Article(..) | Self::Heading(_) => 3,
            Self::Number(numbers) => 3 + numbers.len().min(4),
            Self::Letter(_) => 8,
            Self::Dash => 9,
            Self::Plus => 10,
        }
    }

    /// Returns true for `-` and `+`, which do not count.
    pub(super) fn is_bullet(&self) -> bool {
        matches!(self, Self::Dash | Self::Plus)
    }

    /// The part that the number gives to an id; empty for bullets.
    pub(super) fn id(&self) -> String {
        match self {
            Self::Part(name) => name.clone(),
            Self::Article(name, number) => format!("{name}-{number}"),
            Self::Roman(number) => roman(*number as usize),
            Self::Number(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
                numbers.join(".")
            }
            Self::Heading(number) => format!("M{number}"),
            Self::Letter(letter) => letter_id(*letter),
            Self::Dash | Self::Plus => String::new(),
        }
    }

    /// The name of the place in Vietnamese: `phần II`, `mục 4`, `điểm a`.
    pub(super) fn place(&self) -> String {
        match self {
            Self::Part(name) => format!("phần {name}"),
            Self::Article(name, number) if name == "chuong" => format!("chương {number}"),
            Self::Article(_, number) => format!("điều {number}"),
            Self::Roman(number) => format!("phần {}", roman(*number as usize)),
            Self::Number(_) => format!("mục {}", self.id()),
            Self::Heading(number) => format!("đề mục {number}"),
            Self::Letter(letter) => format!("điểm {letter}"),
            Self::Dash => "gạch đầu dòng".to_owned(),
            Self::Plus => "dấu cộng".to_owned(),
        }
    }
}

/// The letter of an id, which is ASCII.
fn letter_id(letter: char) -> String {
    match letter {
        'đ' => "dd".to_owned(),
        letter => fold(&letter.to_string()),
    }
}

fn bullet(text: &str) -> Option<(Marker, &str)> {
    let first = text.chars().next()?;
    let marker = match first {
        '-' | '–' | '—' | '−' | '•' | '●' | '▪' | '*' | '◦' | '►' | '✓' => Marker::Dash,
        '+' => Marker::Plus,
        _ => return None,
    };
    let rest = &text[first.len_utf8()..];
    // `-UBND` is the rest of a number, `+5%` a figure, `**` bold words of Markdown.
    let is_marker = rest.starts_with(char::is_whitespace)
        || (first != '*' && rest.starts_with(|c: char| c.is_uppercase()) && rest.len() > 40);
    is_marker.then(|| (marker, rest.trim_start()))
}

fn numbered(text: &str) -> Option<(Marker, &str)> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '.'))?;
    let (mut word, mut rest) = (&text[..end], &text[end..]);
    let is_closed = word.ends_with('.') || rest.starts_with([')', '/']);
    if let Some(behind) = rest.strip_prefix([')', '/']) {
        rest = behind;
    }
    word = word.strip_suffix('.').unwrap_or(word);
    if !rest.starts_with(char::is_whitespace) || word.is_empty() {
        return None;
    }
    let is_path = word.contains('.');
    let numbers: Option<Vec<u32>> =
        word.split('.').map(|part| part.parse().ok().filter(|_| part.len() <= 3)).collect();
    let marker = match numbers {
        Some(numbers) if (is_closed || is_path) && numbers.len() <= 4 => Marker::Number(numbers),
        None if is_closed => letter_or_roman(word, text[end..].starts_with(')'))?,
        _ => return None,
    };
    Some((marker, rest.trim_start()))
}

fn letter_or_roman(word: &str, in_brackets: bool) -> Option<Marker> {
    let mut letters = word.chars();
    let (first, second) = (letters.next()?, letters.next());
    if second.is_none() && first.is_lowercase() {
        return Some(Marker::Letter(first));
    }
    if let Some(number) = roman_number(word)
        && !in_brackets
    {
        return Some(Marker::Roman(number));
    }
    (second.is_none() && ('A'..='H').contains(&first)).then(|| Marker::Part(first.to_string()))
}

/// Reads `I` to `XXXIX`.
fn roman_number(word: &str) -> Option<u32> {
    (1..=39).find(|number| roman(*number) == word).and_then(|number| u32::try_from(number).ok())
}

/// `PHẦN I.`, `Phần thứ nhất`, `Chương II`, `Điều 3.`
fn named(text: &str) -> Option<(Marker, &str)> {
    let (name, rest) = text.split_once(' ')?;
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let (number, behind) = rest.split_at(end);
    let is_head =
        behind.starts_with(['.', ':']) || behind.is_empty() || text.chars().all(|c| !c.is_lowercase());
    let behind = behind.trim_start_matches(['.', ':']).trim_start();
    let count = roman_number(number).or_else(|| number.parse().ok())?;
    match fold(name).as_str() {
        "phan" if is_head => Some((Marker::Part(number.to_owned()), behind)),
        "chuong" if is_head => Some((Marker::Article("chuong".to_owned(), count), behind)),
        "dieu" if is_head => Some((Marker::Article("dieu".to_owned(), count), behind)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Option<(String, &str)> {
        Marker::split(text).map(|(marker, rest)| (marker.id(), rest))
    }

    #[test]
    fn numbers_are_read_in_every_form() {
        for (text, id, rest) in [
            ("II. NHIỆM VỤ", "II", "NHIỆM VỤ"),
            ("1. Mục tiêu", "1", "Mục tiêu"),
            ("1/ Mục tiêu", "1", "Mục tiêu"),
            ("1.10. Rà soát", "1.10", "Rà soát"),
            ("2.3 Rà soát", "2.3", "Rà soát"),
            ("đ) Về", "dd", "Về"),
            ("a. Về", "a", "Về"),
            ("Điều 3. Tổ chức", "dieu-3", "Tổ chức"),
            ("PHẦN I: MỤC TIÊU", "I", "MỤC TIÊU"),
            ("B. NỘI DUNG", "B", "NỘI DUNG"),
            ("-  Rà soát", "", "Rà soát"),
            ("+ Rà soát", "", "Rà soát"),
        ] {
            assert_eq!(ids(text), Some((id.to_owned(), rest)), "{text}");
        }
        for text in [
            "02 lớp 9",
            "2024. Năm",
            "Rà soát",
            "-UBND",
            "v.v. và",
            "Điều 3 của Luật này quy định",
            "Phần mềm",
        ] {
            assert_eq!(ids(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_have_places() {
        let place = |text| Marker::split(text).unwrap().0.place();
        assert_eq!(place("II. A"), "phần II");
        assert_eq!(place("4. A"), "mục 4");
        assert_eq!(place("a) A"), "điểm a");
        assert_eq!(place("+ A"), "dấu cộng");
    }
}
