//! Texts as a reader of PDF gives them: lines are joined to paragraphs, lines of cells to tables.

use super::lines::{TextLine, take_footnotes, text_lines};
use crate::import::block::{
    ReaderRemark, SourceBlock, SourceCell, SourceGrid, SourceParagraph, SourcePlace, SourceText,
};
use crate::import::clean::one_line;
use crate::import::marker::Marker;

/// Reads a text.
pub(super) fn read_text(name: &str, text: &str) -> SourceText {
    let (lines, pages) = text_lines(text);
    let (lines, footnotes) = take_footnotes(lines);
    let remarks = if pages > 0 { vec![ReaderRemark::PageNumbers(pages)] } else { Vec::new() };
    SourceText { name: name.to_owned(), blocks: joined(&lines, text), footnotes, remarks }
}

fn joined(lines: &[TextLine], text: &str) -> Vec<SourceBlock> {
    let raw: Vec<&str> = text.lines().collect();
    let layout = LineHabits::of(lines);
    let mut blocks: Vec<SourceBlock> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let table = lines[at..].iter().map_while(|line| cells(raw.get(line.at - 1)?)).collect::<Vec<_>>();
        if is_table(&table) {
            blocks.push(SourceBlock::Table(grid(&table, SourcePlace::line(line.at))));
            at += table.len();
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| lines.get(at));
        match (blocks.last_mut(), before) {
            (Some(SourceBlock::Paragraph(open)), Some(before))
                if layout.goes_on(&open.text, before, line) =>
            {
                append(&mut open.text, &line.text);
                open.marks.extend(line.marks.iter().cloned());
            }
            _ => blocks.push(SourceBlock::Paragraph(SourceParagraph {
                text: line.text.trim_start_matches(['#', ' ']).to_owned(),
                marks: line.marks.clone(),
                is_heading: is_heading(&line.text),
                place: SourcePlace::line(line.at),
                ..SourceParagraph::default()
            })),
        }
        at += 1;
    }
    for block in &mut blocks {
        if let SourceBlock::Paragraph(paragraph) = block {
            paragraph.text = paragraph.text.replace("**", "");
        }
    }
    blocks
}

/// A heading of Markdown.
fn is_heading(line: &str) -> bool {
    let is_bold = line.starts_with("**") && line.ends_with("**") && line.matches("**").count() == 2;
    is_bold || line.trim_start_matches('#').starts_with(' ') && line.starts_with('#')
}

/// Joins a line to a paragraph: without a space where a number was cut behind `-` or `/`.
fn append(open: &mut String, line: &str) {
    let is_rest = line.starts_with(['-', '/']) && line.chars().nth(1).is_some_and(char::is_alphanumeric);
    if !(is_glued(open) || is_rest && open.ends_with(char::is_alphanumeric)) {
        open.push(' ');
    }
    open.push_str(line);
}

/// Returns true if a paragraph ends in the middle of a number or a span: `312/KH-`.
fn is_glued(text: &str) -> bool {
    let mut end = text.chars().rev();
    matches!(end.next(), Some('-' | '/')) && end.next().is_some_and(char::is_alphanumeric)
}

/// The habits of a text.
struct LineHabits {
    /// The number of characters of a full line.
    width: usize,
    /// True if an empty line stands behind every line, so that it says nothing.
    is_spaced: bool,
}

impl LineHabits {
    fn of(lines: &[TextLine]) -> Self {
        let mut widths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
        widths.sort_unstable();
        let width = widths.get(widths.len() * 17 / 20).copied().unwrap_or(0);
        let apart = lines.iter().skip(1).filter(|line| line.is_apart).count();
        Self { width, is_spaced: apart * 10 > lines.len().saturating_sub(1) * 8 }
    }

    /// Returns true if a line continues the paragraph of the line before it.
    fn goes_on(&self, open: &str, before: &TextLine, line: &TextLine) -> bool {
        let text = line.text.as_str();
        if is_glued(open) {
            return true;
        }
        if text.starts_with("Nơi nhận") {
            return false;
        }
        if text.starts_with('#') || (line.is_apart && !self.is_spaced && !line.begins_page) {
            return false;
        }
        let head = Marker::split(open).filter(|(marker, _)| !marker.is_bullet());
        let first = text.split(' ').next().unwrap_or_default().chars().count();
        let filled = before.text.chars().count() + 1 + first;
        let ends = before.text.ends_with(['.', ';', ':', '!', '?', '…']);
        if let Some((_, rest)) = Marker::split(text) {
            // `Giáo dục nghề nghiệp⏎- Giáo dục thường xuyên`.
            return head.is_none()
                && !ends
                && filled >= self.part(90)
                && text.starts_with('-')
                && is_second_half(rest);
        }
        let begins = text.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '('));
        if before.text.ends_with(',') || !begins {
            // A line far too short ends its paragraph even so; the words behind it may begin with a digit.
            return text.starts_with(|c: char| c.is_lowercase()) || filled >= self.part(70);
        }
        // The next word would have found room on a line that ends its paragraph.
        let full = match before.text.chars().next_back() {
            Some('.') if before.text.ends_with("./.") => return false,
            Some('.' | '!' | '?' | '…') => 100,
            Some(';' | ':') => 85,
            _ if head.is_some() => 93,
            _ => 82,
        };
        filled >= self.part(full)
    }

    fn part(&self, percent: usize) -> usize {
        self.width * percent / 100
    }
}

/// Returns true if words behind a hyphen are the second half of a name, or of a span of years.
fn is_second_half(words: &str) -> bool {
    const HALVES: [&str; 8] = [
        "Giáo dục thường xuyên",
        "Kế hoạch",
        "Thông tin",
        "Thương binh",
        "Xã hội",
        "Hạ tầng",
        "Hành chính",
        "Văn xã",
    ];
    words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        || HALVES.iter().any(|half| words.starts_with(half))
}

/// The cells of a line of a table: between bars or tabs.
fn cells(raw: &str) -> Option<Vec<String>> {
    let raw = raw.trim_matches(|c: char| c == ' ' || c == '\u{c}');
    let parts: Vec<&str> = if raw.starts_with('|') {
        raw.trim_matches('|').split('|').collect()
    } else if raw.matches(" |").count() > 1 {
        raw.split('|').collect()
    } else {
        raw.split('\t').collect()
    };
    (parts.len() >= 3).then(|| parts.into_iter().map(one_line).collect())
}

fn is_table(rows: &[Vec<String>]) -> bool {
    rows.len() >= 2
}

fn grid(rows: &[Vec<String>], place: SourcePlace) -> SourceGrid {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_rule = |row: &&Vec<String>| !row.iter().all(|cell| cell.chars().all(|c| "-: ".contains(c)));
    let rows = rows.iter().filter(is_rule).map(|row| {
        let cell = |at: usize| SourceCell {
            text: row.get(at).cloned().unwrap_or_default(),
            ..SourceCell::default()
        };
        (0..width).map(cell).collect()
    });
    SourceGrid { rows: rows.collect(), place, ..SourceGrid::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        let read = read_text("a.txt", text);
        let words = read.blocks.into_iter().map(|block| match block {
            SourceBlock::Paragraph(paragraph) => paragraph.text,
            SourceBlock::Table(grid) => format!("{} rows", grid.rows.len()),
        });
        words.collect()
    }

    #[test]
    fn numbers_cut_at_their_signs_are_joined() {
        let text = "Thực hiện Kế hoạch số 312/KH- \n\nUBND ngày 30/12/2022; giai đoạn 2021- \n\n2025 và Trung tâm Giáo dục nghề nghiệp \n\
                    \n- Giáo dục thường xuyên. \n\n- Việc sau. \n\n";
        assert_eq!(
            paragraphs(text),
            [
                "Thực hiện Kế hoạch số 312/KH-UBND ngày 30/12/2022; giai đoạn 2021-2025 và Trung tâm Giáo dục nghề nghiệp - \
                 Giáo dục thường xuyên.",
                "- Việc sau."
            ]
        );
    }

    #[test]
    fn an_empty_line_ends_a_paragraph_where_it_is_rare() {
        assert_eq!(
            paragraphs("Một dòng\ntiếp theo\n\nĐoạn hai\ncủa bài"),
            ["Một dòng tiếp theo", "Đoạn hai của bài"]
        );
    }

    #[test]
    fn lines_of_cells_are_a_table() {
        assert_eq!(paragraphs("| TT | Việc | Ai |\n|---|---|---|\n| 1 | A | B |\nHết."), ["2 rows", "Hết."]);
        assert_eq!(paragraphs("TT\tViệc\tAi\n1\tA\tB"), ["2 rows"]);
        assert_eq!(paragraphs("TT | Việc | Ai\n1 | A | B\n2 | C |"), ["3 rows"]);
    }
}
