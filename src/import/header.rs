//! The head of a document: issuer, number, day, kind, title, recipients of a letter, the preamble.

use super::block::SourceBlock;
use super::letter_case::{ProperNames, RestoredWords, is_upper, office_case, title_case};
use super::node::marked;
use super::token::tokens;
use super::units::is_unit;
use crate::date::Calendar;
use crate::deadline::Period;
use crate::vietnamese::fold;

/// The head of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DocumentHead {
    /// The name of the issuing office.
    pub issuer: Option<String>,
    /// The number.
    pub number: Option<String>,
    /// The day of issue.
    pub issued: Option<String>,
    /// The kind of document.
    pub kind: Option<&'static str>,
    /// The title.
    pub title: Option<RestoredWords>,
    /// The recipients of a letter.
    pub recipients: Vec<String>,
    /// The lines of the head, as they stand.
    pub lines: Vec<String>,
    /// The paragraphs of the preamble.
    pub preamble: Vec<String>,
}

/// The kinds with the words at the head of a document.
const KINDS: [(&str, &str); 8] = [
    ("KẾ HOẠCH", "ke-hoach"),
    ("CHỈ THỊ", "chi-thi"),
    ("NGHỊ QUYẾT", "nghi-quyet"),
    ("CHƯƠNG TRÌNH", "chuong-trinh"),
    ("ĐỀ ÁN", "de-an"),
    ("QUYẾT ĐỊNH", "quyet-dinh"),
    ("CÔNG VĂN", "cong-van"),
    ("PHƯƠNG ÁN", "ke-hoach"),
];

/// Words with which the preamble begins.
const PREAMBLE: [&str; 14] = [
    "can cu",
    "thuc hien",
    "trien khai",
    "nham ",
    "de ",
    "tren co so",
    "xet de nghi",
    "theo de nghi",
    "ubnd",
    "uy ban",
    "ban chi dao",
    "tiep tuc",
    "phat huy",
    "co so",
];

/// Reads the head of a document; `names` are the proper names of all of it.
pub(super) fn read_head(opening: &[SourceBlock], names: &ProperNames) -> DocumentHead {
    let mut head = DocumentHead::default();
    let lines = lines(opening);
    let mut at = 0;
    let mut issuer: Vec<String> = Vec::new();
    let mut title: Vec<String> = Vec::new();
    let mut is_letter = false;
    while let Some(line) = lines.get(at) {
        let folded = fold(line);
        let known =
            KINDS.iter().find(|(words, _)| line.starts_with(words) && head.kind.is_none() && is_upper(line));
        number_and_day(line, &mut head);
        if let Some((words, kind)) = known {
            head.kind = Some(kind);
            title.push(words.to_owned().to_owned());
            let rest = line.get(words.len()..).unwrap_or_default().trim();
            title.extend((!rest.is_empty()).then(|| rest.to_owned()));
        } else if folded.starts_with("kinh gui") {
            (is_letter, head.kind) = (true, head.kind.or(Some("cong-van")));
            let rest = line.split_once(':').map(|(_, rest)| rest.trim()).unwrap_or_default();
            head.recipients.extend((!rest.is_empty()).then(|| rest.trim_end_matches(['.', ';']).to_owned()));
        } else if is_letter && line.starts_with('-') {
            head.recipients.push(line.trim_start_matches(['-', ' ']).trim_end_matches(['.', ';']).to_owned());
        } else if folded.starts_with("ve viec") && title.len() == 1 {
            title.push(line.clone());
        } else if folded.starts_with("v/v") || folded.starts_with("ve viec") {
            head.title.get_or_insert_with(|| RestoredWords { text: line.clone(), is_guess: false });
        } else if folded.starts_with("so:")
            || folded.starts_with("so ") && head.number.is_some()
            || is_motto(&folded)
            || is_dated(&folded)
        {
            // Taken above, or nothing of the plan's.
            if let Some(before) = line.find("CỘNG HÒA").or_else(|| line.find("CỘNG HOÀ")).filter(|at| *at > 0)
            {
                issuer.push(line[..before].trim().to_owned());
            }
        } else if !title.is_empty()
            && (!is_upper(line) || title.iter().skip(1).all(|line| is_upper(line)))
            && !begins_preamble(&folded, &title)
            && head.preamble.is_empty()
            && line.chars().count() < 300
        {
            title.push(line.clone());
        } else if head.kind.is_none() && !is_letter && is_upper(line) && title.is_empty() {
            issuer.push(line.clone());
        } else {
            head.preamble.push(line.clone());
            at += 1;
            continue;
        }
        head.lines.push(line.clone());
        at += 1;
    }
    head.issuer = office(&issuer, names);
    if title.len() > 1 {
        head.title = Some(joined_title(&title, names));
    }
    head
}

/// The words of a block on lines; of a table, cell by cell.
fn lines(blocks: &[SourceBlock]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            SourceBlock::Paragraph(paragraph) => {
                let dash =
                    if marked(paragraph).0.is_some() && paragraph.number.is_some() { "- " } else { "" };
                lines.push(format!("{dash}{}", paragraph.text));
            }
            SourceBlock::Table(grid) => {
                let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
                for column in 0..width {
                    let cells = grid.rows.iter().filter_map(|row| row.get(column));
                    let own = cells.filter(|cell| !cell.is_from_left && !cell.is_from_above);
                    lines.extend(own.flat_map(|cell| cell.text.lines().map(str::to_owned)));
                }
            }
        }
    }
    lines.retain(|line| !line.trim_matches(|c: char| !c.is_alphanumeric()).is_empty());
    lines
}

fn is_motto(folded: &str) -> bool {
    folded.contains("cong hoa xa hoi")
        // A narrow column breaks the lines.
        || matches!(folded, "viet nam" | "chu nghia viet nam" | "nghia viet nam" | "tu do - hanh phuc" | "hanh phuc")
        || folded.contains("doc lap - tu do")
        || folded.contains("dang cong san viet nam")
        || folded.contains("doc lap – tu do")
}

/// `Thanh Xuân, ngày 15 tháng 01 năm 2024`.
fn is_dated(folded: &str) -> bool {
    (folded.contains(", ngay ") || folded.starts_with("ngay ") && folded.split(' ').count() <= 8)
        && folded.contains(" thang ")
        && folded.contains(" nam ")
        && folded.chars().count() < 90
}

fn number_and_day(line: &str, head: &mut DocumentHead) {
    let folded = fold(line);
    if let Some(at) = line.find("Số:").or_else(|| line.find("Số :"))
        && head.number.is_none()
    {
        let rest = line[at..].split_once(':').map(|(_, rest)| rest.trim_start()).unwrap_or_default();
        let word = rest.split(' ').next().unwrap_or_default().trim_end_matches([',', ';']);
        let is_number = word.contains('/') && word.starts_with(|c: char| c.is_ascii_digit());
        head.number = is_number.then(|| word.to_owned());
    }
    if is_dated(&folded)
        && head.issued.is_none()
        && let Some(at) = line.find("ngày ").or_else(|| line.find("Ngày "))
    {
        let words: Vec<&str> = line[at..].split(' ').take(6).collect();
        if let ["ngày" | "Ngày", day, "tháng", month, "năm", year] = words.as_slice() {
            let year = year.trim_end_matches(|c: char| !c.is_ascii_digit());
            let written = format!("{day}/{month}/{year}");
            head.issued = crate::deadline::parse_day(&written).ok().map(|_| written);
        }
    }
}

fn begins_preamble(folded: &str, title: &[String]) -> bool {
    // `Triển khai …` may be the first line of a title.
    title.len() > 1 && PREAMBLE.iter().any(|words| folded.starts_with(words))
        || folded.starts_with("can cu")
        || folded.starts_with("thuc hien nghi quyet")
        || folded.starts_with("thuc hien ke hoach")
}

/// The office of some lines: the last ones, together if the name is broken.
fn office(lines: &[String], names: &ProperNames) -> Option<String> {
    let lines: Vec<&String> = lines.iter().filter(|line| is_unit(line) || !line.is_empty()).collect();
    let name = match lines.as_slice() {
        [] => return None,
        [only] => (*only).clone(),
        [.., before, last]
            if matches!(
                fold(before).as_str(),
                "uy ban nhan dan" | "ubnd" | "hoi dong nhan dan" | "dang uy" | "ban chap hanh"
            ) =>
        {
            format!("{before} {last}")
        }
        [.., last] => (*last).clone(),
    };
    Some(office_case(&name, names))
}

/// `KẾ HOẠCH` and the lines below it as one title.
fn joined_title(lines: &[String], names: &ProperNames) -> RestoredWords {
    let rest = title_case(&lines.get(1..).unwrap_or_default().join(" "), names);
    let kind = title_case(lines.first().map(String::as_str).unwrap_or_default(), names).text;
    let RestoredWords { text: rest, is_guess } = rest;
    if fold(&rest).starts_with(&fold(&kind)) {
        return RestoredWords { text: rest, is_guess };
    }
    let mut letters = rest.chars();
    let second_is_small =
        rest.chars().nth(1).is_some_and(char::is_lowercase) || rest.chars().nth(1) == Some(' ');
    let lower: String = if second_is_small {
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
    } else {
        rest.clone()
    };
    RestoredWords { text: format!("{kind} {lower}"), is_guess }
}

/// The words of the period that a text names, and the first year of a school year.
pub(super) fn period_in(text: &str) -> Option<(String, Option<i32>)> {
    let all = tokens(text);
    let calendar = Calendar::vietnam();
    for at in 0..all.len() {
        let word = all[at].word.as_str();
        if !matches!(word, "năm" | "giai" | "quý" | "tháng" | "6" | "9") {
            continue;
        }
        for end in (at + 1..=(at + 7).min(all.len())).rev() {
            let words = &text[all[at].range.start..all[end - 1].range.end];
            if words.contains('(') {
                continue;
            }
            let words = &if is_upper(words) { words.to_lowercase() } else { words.to_owned() };
            if let Some(year) = school_year(words) {
                return Some((words.to_owned(), Some(year)));
            }
            if Period::parse(words, &calendar).is_ok() {
                let year = words.strip_prefix("năm ").filter(|year| year.len() == 4);
                return Some((year.unwrap_or(words.as_str()).to_owned(), None));
            }
        }
    }
    None
}

/// `năm học 2022-2023`, `năm học 2022 - 2023`.
pub(super) fn school_year(words: &str) -> Option<i32> {
    let years = words.strip_prefix("năm học ")?;
    let (first, second) = years.split_once(['-', '–'])?;
    let (first, second): (i32, i32) = (first.trim().parse().ok()?, second.trim().parse().ok()?);
    (second == first + 1 && (1990..2200).contains(&first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::block::paragraphs;

    fn head(lines: &[&str]) -> DocumentHead {
        read_head(&paragraphs(lines), &ProperNames::default())
    }

    #[test]
    fn the_head_of_a_plan_is_read() {
        let read = head(&[
            "ỦY BAN NHÂN DÂN",
            "PHƯỜNG VÍ DỤ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 12/KH-UBND",
            "Ví Dụ, ngày 15 tháng 01 năm 2026",
            "KẾ HOẠCH",
            "Bảo đảm an toàn trường học năm 2026",
            "Căn cứ Luật Giáo dục;",
        ]);
        assert_eq!(read.issuer.as_deref(), Some("Ủy ban nhân dân phường Ví Dụ"));
        assert_eq!(read.number.as_deref(), Some("12/KH-UBND"));
        assert_eq!(read.issued.as_deref(), Some("15/01/2026"));
        assert_eq!(
            read.title.map(|title| title.text).as_deref(),
            Some("Kế hoạch bảo đảm an toàn trường học năm 2026")
        );
        assert_eq!((read.kind, read.preamble.len(), read.lines.len()), (Some("ke-hoach"), 1, 8));
    }

    #[test]
    fn a_decision_broken_over_narrow_columns_is_read() {
        let read = head(&[
            "SỞ NỘI VỤ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
            "VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 8/QĐ-SNV",
            "Ngày 02 tháng 3 năm 2026",
            "QUYẾT ĐỊNH",
            "Về việc ban hành Chương trình công tác năm 2026",
            "GIÁM ĐỐC SỞ NỘI VỤ",
            "Căn cứ Luật Cán bộ, công chức;",
        ]);
        assert_eq!(read.issuer.as_deref(), Some("Sở Nội vụ"));
        assert_eq!(read.issued.as_deref(), Some("02/3/2026"));
        assert_eq!(
            read.title.map(|title| title.text).as_deref(),
            Some("Quyết định về việc ban hành Chương trình công tác năm 2026")
        );
        assert_eq!(read.preamble, ["GIÁM ĐỐC SỞ NỘI VỤ", "Căn cứ Luật Cán bộ, công chức;"]);
    }

    #[test]
    fn a_letter_has_recipients() {
        let read = head(&[
            "Kính gửi:",
            "- Các phòng, ban thuộc quận;",
            "- Các trường.",
            "Thực hiện Quyết định số 1/QĐ-UBND",
        ]);
        assert_eq!(read.recipients, ["Các phòng, ban thuộc quận", "Các trường"]);
        assert_eq!((read.kind, read.preamble.len()), (Some("cong-van"), 1));
    }

    #[test]
    fn periods_are_found_in_titles() {
        for (text, period, school) in [
            ("Kế hoạch hoạt động năm 2024", "2024", None),
            ("Nhiệm vụ năm học 2022-2023 của quận", "năm học 2022-2023", Some(2022)),
            ("Kế hoạch giai đoạn 2026-2030", "giai đoạn 2026-2030", None),
            ("Kế hoạch Quý II/2026", "Quý II/2026", None),
            ("BẢNG THEO DÕI NĂM 2026 (Cập nhật đến ngày 31/3/2026)", "2026", None),
        ] {
            assert_eq!(period_in(text), Some((period.to_owned(), school)), "{text}");
        }
        assert_eq!(period_in("Kế hoạch phối hợp"), None);
    }
}
