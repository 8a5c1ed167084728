//! Cells: units with their roles, deadlines, keys of own columns.

use super::column::ColumnRole;
use crate::import::token::tokens;
use crate::import::units::{is_unit, names_at, plan_id, whole_names};
use crate::vietnamese::fold;

/// The units of a cell, by their roles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct UnitCell {
    /// The units that lead, or of the column.
    pub(in crate::import) lead: Vec<String>,
    /// Those behind `phối hợp`.
    pub(in crate::import) with: Vec<String>,
    /// True if the cell says more than names.
    pub(in crate::import) says_more: bool,
}

/// Reads a cell of units: `Phòng A, Phòng B`, `Phòng A chủ trì, phối hợp Công an xã`.
pub(in crate::import) fn unit_cell(text: &str) -> UnitCell {
    let mut cell = UnitCell::default();
    let text = text.trim().trim_end_matches(['.', ';', ',']);
    let lower = text.to_lowercase();
    let (lead, with) = match lower.find("phối hợp").filter(|_| lower.len() == text.len()) {
        Some(at) => {
            let behind = text[at..].trim_start_matches(|c: char| c != ' ').trim_start();
            let behind = behind.split_once(' ').map_or(behind, |(_, rest)| rest);
            let behind = behind.strip_prefix("với ").unwrap_or(behind);
            (text[..at].trim_end_matches([' ', ',', ';']), behind)
        }
        None => (text, ""),
    };
    cell.lead = names(lead, &mut cell.says_more);
    cell.with = names(with, &mut cell.says_more);
    cell
}

/// The names between semicolons, commas, slashes and lines; each part of a column of units is one.
fn names(text: &str, says_more: &mut bool) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in text.split([';', '\n', '/']).map(str::trim).filter(|line| !line.is_empty()) {
        let line = line.trim_start_matches(['-', '+', ' ']).trim_end_matches(['.', ',']);
        let line = line.strip_suffix(" chủ trì").or_else(|| line.strip_suffix(" (chủ trì)")).unwrap_or(line);
        let whole = whole_names(line);
        let is_plain = !whole.is_empty() && whole.iter().all(|name| name.split(' ').count() <= 14);
        if is_plain && !holds_order(line) {
            names.extend(whole);
        } else if is_unit(line) {
            // A unit with what it does: the name alone, the words go to a note.
            let list = names_at(line, &tokens(line), 0);
            *says_more = true;
            names.extend(list.map(|list| list.names).unwrap_or_default());
        } else {
            names.extend(line.split(", ").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()));
        }
    }
    names
}

fn holds_order(text: &str) -> bool {
    let all = tokens(text);
    ["triển khai", "thực hiện", "tham mưu", "tổng hợp", "theo dõi"]
        .iter()
        .any(|verb| (1..all.len()).any(|at| crate::import::token::stands(&all, at, verb)))
}

/// The key of an own column.
pub(super) fn own_key(header: &str) -> String {
    let mut key = format!("x-{}", plan_id(header));
    if key.len() > 32 {
        let cut = key[..32].rfind('-').filter(|cut| *cut > 2).unwrap_or(32);
        key.truncate(cut);
    }
    key
}

/// The deadline of a cell on one line, without the sign behind it.
pub(in crate::import) fn due_words(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_end_matches(['.', ';', ',', ' ']).to_owned()
}

/// The role of a label in front of a colon: `Đơn vị chủ trì: …`, as some plans have in place of a table.
pub(in crate::import) fn role_of_label(text: &str) -> Option<(ColumnRole, &str)> {
    let (label, value) = text.split_once(':')?;
    let folded = fold(label.trim_start_matches(['-', '+', ' ']));
    let is_short = folded.split(' ').count() <= 5;
    let role = match () {
        () if !is_short => return None,
        () if folded.contains("phoi hop") => ColumnRole::With,
        () if folded.starts_with("thoi gian")
            || folded.starts_with("thoi han")
            || folded.starts_with("hoan thanh") =>
        {
            ColumnRole::Due
        }
        () if folded.contains("chu tri")
            || folded.starts_with("don vi thuc hien")
            || folded.starts_with("co quan thuc hien") =>
        {
            ColumnRole::Lead
        }
        () if folded.starts_with("ket qua")
            || folded.starts_with("san pham")
            || folded.starts_with("dau ra") =>
        {
            ColumnRole::Output
        }
        () => return None,
    };
    Some((role, value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_name_units_and_their_roles() {
        for (text, lead, with) in [
            ("Phòng Nội vụ; Công an xã.", "Phòng Nội vụ|Công an xã", ""),
            ("Phòng Kinh tế chủ trì, phối hợp Công an xã", "Phòng Kinh tế", "Công an xã"),
            ("Các bộ, ngành, địa phương", "Các bộ, ngành, địa phương", ""),
            ("Phòng A\nPhòng B", "Phòng A|Phòng B", ""),
            ("Sở GDĐT triển khai tại các cơ sở", "Sở GDĐT", ""),
            ("Phó Chủ tịch UBND", "Phó Chủ tịch UBND", ""),
        ] {
            let cell = unit_cell(text);
            assert_eq!(
                (cell.lead.join("|"), cell.with.join("|")),
                (lead.to_owned(), with.to_owned()),
                "{text}"
            );
        }
        assert!(unit_cell("Sở GDĐT triển khai tại các cơ sở").says_more);
        assert_eq!(own_key("Lãnh đạo phụ trách"), "x-lanh-dao-phu-trach");
        assert_eq!(due_words("Tháng \n01/2026;"), "Tháng 01/2026");
        assert!(matches!(role_of_label("Đơn vị chủ trì: Phòng A"), Some((ColumnRole::Lead, "Phòng A"))));
    }
}
