//! The parts of an office's document around its text, in the order of Decree 30/2020/NĐ-CP.

use crate::date::Day;
use crate::language::{Lang, Message};

/// The sign for missing information: a person writes it in, the program never invents it.
pub const OPEN: &str = "……";

/// Quốc hiệu.
pub const NATION: Message =
    Message::fixed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM");

/// Tiêu ngữ.
pub const MOTTO: Message =
    Message::fixed("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness");

/// The head and the end of a report or a letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The office directly above the issuing office.
    pub superior: Option<String>,
    /// The issuing office.
    pub office: Option<String>,
    /// The number and sign without the word before it: `……/BC-PGDĐT`.
    pub number: String,
    /// The place before the day.
    pub place: Option<String>,
    /// The day of the document.
    pub date: Option<Day>,
    /// The name of the kind of document (BÁO CÁO); none for a letter, which has its subject below the number.
    pub kind: Option<Message>,
    /// The subject (trích yếu).
    pub subject: Message,
    /// The offices to which it is addressed.
    pub addressees: Vec<String>,
    /// The lines of *Nơi nhận*.
    pub recipients: Vec<Message>,
    /// The signature.
    pub signature: Signature,
}

/// The lines of a signature.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// The authority of the signer, by lines.
    pub authority: Vec<String>,
    /// The office that the signer holds.
    pub title: Option<String>,
    /// The name of the signer.
    pub name: Option<String>,
}

/// The head of an annex, which begins a page of its own; its text follows up to the next annex.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnexHead {
    /// *Phụ lục*, with a Roman numeral where there are several.
    pub label: Message,
    /// The title, in capitals.
    pub title: Message,
    /// The document to which it belongs, in parentheses.
    pub attached: Message,
}

impl Frame {
    /// Returns the place and the day: *Minh Họa, ngày 05 tháng 3 năm 2026*.
    pub fn place_and_day(&self) -> Message {
        let place = self.place.as_deref().unwrap_or(OPEN);
        let words = |lang| format!("{place}, {}", day_in_words(self.date, lang));
        Message::new(words(Lang::Vi), words(Lang::En))
    }

    /// Returns the number with the word before it: *Số: ……/BC-PGDĐT*.
    pub fn numbered(&self) -> Message {
        let number = &self.number;
        Message::new(format!("Số: {number}"), format!("No.: {number}"))
    }

    /// Returns the subject of a letter: *V/v đôn đốc …*; none of a document with a name of its kind.
    pub fn regarding(&self) -> Option<Message> {
        let subject = |lang| self.subject.get(lang);
        self.kind.is_none().then(|| {
            Message::new(format!("V/v {}", subject(Lang::Vi)), format!("Subject: {}", subject(Lang::En)))
        })
    }

    /// Returns the lines above the title in capitals: the superior office and the issuing office.
    pub fn offices(&self) -> (Option<String>, String) {
        let capitals = |name: &String| name.to_uppercase();
        (self.superior.as_ref().map(capitals), self.office.as_ref().map_or_else(|| OPEN.to_owned(), capitals))
    }

    /// Returns the lines of the addressees: one on the line of *Kính gửi*, several each on a line.
    pub fn addressed(&self) -> Vec<Message> {
        match self.addressees.as_slice() {
            [] => Vec::new(),
            [one] => vec![Message::new(format!("Kính gửi: {one}"), format!("To: {one}"))],
            several => {
                let ends = several.iter().zip(1..);
                let lines = ends.map(|(name, at)| {
                    Message::same(format!("- {name}{}", if at < several.len() { ";" } else { "." }))
                });
                std::iter::once(Message::fixed("Kính gửi:", "To:")).chain(lines).collect()
            }
        }
    }
}

impl Signature {
    /// Returns the lines in capitals above the name: the authority, then the office of the signer.
    pub fn capacity(&self) -> Vec<String> {
        let lines = self.authority.iter().chain(&self.title).map(|line| line.to_uppercase());
        let lines: Vec<String> = lines.collect();
        if lines.is_empty() { vec![OPEN.to_owned()] } else { lines }
    }

    /// Returns the name.
    pub fn signed(&self) -> &str {
        self.name.as_deref().unwrap_or(OPEN)
    }
}

/// Returns a day as a document is dated: two digits for a day below 10 and for January and February.
pub fn day_in_words(day: Option<Day>, lang: Lang) -> String {
    let Some(day) = day else {
        return lang.pick(format!("ngày {OPEN} tháng {OPEN} năm {OPEN}"), OPEN.to_owned());
    };
    let (year, month) = (day.year(), day.month());
    let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
    let date = day.day();
    lang.pick(format!("ngày {date:02} tháng {month} năm {year}"), day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_have_the_zeros_of_the_decree() {
        for ((year, month, day), words) in [
            ((2026, 1, 1), "ngày 01 tháng 01 năm 2026"),
            ((2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
            ((2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
            ((2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
        ] {
            assert_eq!(day_in_words(Day::new(year, month, day), Lang::Vi), words);
        }
        assert_eq!(day_in_words(None, Lang::Vi), "ngày …… tháng …… năm ……");
    }
}
