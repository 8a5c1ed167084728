//! The documents that a preamble names.

use super::plan::ImportedBase;
use crate::citation::citations;
use crate::vietnamese::fold;

/// The kinds of documents, as preambles name them.
const KINDS: [&str; 18] = [
    "Nghị quyết",
    "Nghị định",
    "Chỉ thị",
    "Kế hoạch",
    "Thông tư liên tịch",
    "Thông tư",
    "Quyết định",
    "Công văn",
    "Kết luận",
    "Hướng dẫn",
    "Chương trình",
    "Đề án",
    "Luật",
    "Bộ luật",
    "Tờ trình",
    "Thông báo",
    "Quy định",
    "Pháp lệnh",
];

/// The documents that a preamble names, in its order.
pub(super) fn bases(preamble: &[String]) -> Vec<ImportedBase> {
    preamble.iter().flat_map(|paragraph| parts(paragraph)).filter_map(base).collect()
}

/// The parts of a paragraph that may name a document: between semicolons and sentence ends, none inside quotation marks.
fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut from, mut is_quoted) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '“' => is_quoted = true,
            '”' => is_quoted = false,
            ';' if !is_quoted => {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            '.' if !is_quoted
                && text[at + 1..].starts_with(' ')
                && text[at + 2..].starts_with(char::is_uppercase) =>
            {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn base(part: &str) -> Option<ImportedBase> {
    let opening = [
        "Căn cứ",
        "Thực hiện",
        "Triển khai",
        "Trên cơ sở",
        "Theo",
        "Tiếp tục thực hiện",
        "Triển khai thực hiện",
        "Xét đề nghị của",
        "các",
    ];
    let is_opened = opening.iter().any(|words| part.starts_with(words));
    let mut rest = part;
    let mut longest = "";
    for words in opening {
        if part.starts_with(words) && words.len() > longest.len() {
            longest = words;
        }
    }
    rest = rest.get(longest.len()..)?.trim_start_matches(|c: char| !c.is_alphanumeric());
    let kind =
        KINDS.iter().filter(|kind| fold(rest).starts_with(&fold(kind))).max_by_key(|kind| kind.len())?;
    let cited = citations(rest).into_iter().next().filter(|cited| cited.place.start < 80);
    match cited {
        Some(cited) => {
            let date = cited.date.as_ref().map(|(_, place)| day(&rest[place.clone()]));
            let end = cited.date.as_ref().map_or(cited.place.end, |(_, place)| place.end);
            let (issuer, title, note) = issuer_and_title(rest.get(end..)?);
            Some(ImportedBase {
                kind: Some((*kind).to_owned()),
                number: Some(rest[cited.place].to_owned()),
                date,
                issuer,
                title,
                note,
            })
        }
        None if is_opened && (*kind == "Luật" || *kind == "Bộ luật" || *kind == "Pháp lệnh") => {
            Some(ImportedBase {
                kind: Some((*kind).to_owned()),
                title: Some(rest.to_owned()),
                ..ImportedBase::default()
            })
        }
        None if is_opened && rest.starts_with(char::is_lowercase) => {
            let (title, behind) = rest.split_once(" của ")?;
            let issuer = behind.split([',', '.']).next().unwrap_or(behind).trim();
            Some(ImportedBase {
                kind: Some((*kind).to_owned()),
                issuer: Some(issuer.to_owned()),
                title: Some(title.to_owned()),
                ..ImportedBase::default()
            })
        }
        None => None,
    }
}

/// `12 tháng 8 năm 2022` as a day of the format; other forms as they are.
fn day(words: &str) -> String {
    let words: Vec<&str> = words.split(' ').collect();
    match words.as_slice() {
        [day, "tháng", month, "năm", year] => format!("{day}/{month}/{year}"),
        _ => words.join(" "),
    }
}

/// `của Bộ … về (việc) …`, with a note in brackets behind.
fn issuer_and_title(text: &str) -> (Option<String>, Option<String>, Option<String>) {
    let mut text = text.trim().trim_start_matches(',').trim();
    let mut note = None;
    if let Some(at) = text.rfind('(')
        && text.ends_with(')')
        && !text[at..].contains('”')
    {
        note = Some(text[at + 1..text.len() - 1].to_owned());
        text = text[..at].trim();
    }
    let (issuer, title) = match text.strip_prefix("của ") {
        Some(rest) => match rest.split_once(" về ") {
            Some((issuer, title)) => (Some(issuer), Some(title)),
            None => match [" ban hành ", " phê duyệt ", " quy định ", " triển khai ", " thực hiện "]
                .iter()
                .find_map(|word| rest.find(word))
            {
                Some(at) => (Some(&rest[..at]), Some(rest[at..].trim())),
                None => (Some(rest), None),
            },
        },
        None => (None, text.strip_prefix("về ").or(Some(text).filter(|text| !text.is_empty()))),
    };
    let title = title.map(|title| title.strip_prefix("việc ").unwrap_or(title).trim());
    let title = title.map(|title| {
        let is_quoted = title.starts_with('“') && title.ends_with('”') && title.matches('“').count() == 1;
        if is_quoted { title.trim_matches(['“', '”']) } else { title }
    });
    let clean = |words: &str| words.trim().trim_end_matches([',', '.', ';', ':']).to_owned();
    (issuer.map(clean), title.map(clean).filter(|title| !title.is_empty()), note)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_named_in_preambles() {
        let text = "Thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban chấp hành Trung ương Đảng khóa XI về “Đổi mới; hội nhập”; Kế \
                    hoạch số 312/KH-UBND ngày 30/12/2022 của UBND quận về triển khai Nghị quyết (Sau đây gọi tắt là KH 312). Trên cơ \
                    sở hướng dẫn nhiệm vụ năm học của Sở GDĐT Hà Nội, Ban Chỉ đạo xây dựng Kế hoạch như sau:";
        let read = bases(&[text.to_owned(), "Căn cứ Luật Giáo dục ngày 14/6/2019;".to_owned()]);
        let shown: Vec<String> = read
            .iter()
            .map(|base| {
                let values = [&base.kind, &base.number, &base.date, &base.issuer, &base.title, &base.note];
                values.map(|value| value.clone().unwrap_or_default()).join("|")
            })
            .collect();
        assert_eq!(
            shown,
            [
                "Nghị quyết|29-NQ/TW|04/11/2013|Ban chấp hành Trung ương Đảng khóa XI|Đổi mới; hội nhập|",
                "Kế hoạch|312/KH-UBND|30/12/2022|UBND quận|triển khai Nghị quyết|Sau đây gọi tắt là KH 312",
                "Hướng dẫn|||Sở GDĐT Hà Nội|hướng dẫn nhiệm vụ năm học|",
                "Luật||||Luật Giáo dục ngày 14/6/2019|",
            ]
        );
    }
}
