//! Heads of tables: the role of each column by the words that offices use.

use super::column::{ColumnRole, roles};
use crate::import::block::SourceGrid;

/// The head of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct TableHead {
    /// The header and the role of each column.
    pub(in crate::import) columns: Vec<(String, ColumnRole)>,
    /// The first row behind the head.
    pub(in crate::import) rows_from: usize,
    /// The words of the rows above the head.
    pub(in crate::import) above: Vec<String>,
    /// True for a table of targets.
    pub(in crate::import) is_targets: bool,
}

/// Finds the head of a table among its first rows.
pub(in crate::import) fn table_head(grid: &SourceGrid) -> Option<TableHead> {
    const DEEPEST: usize = 8;
    for at in 0..grid.rows.len().min(DEEPEST) {
        // A title over all columns is no head, whatever stands below it.
        if grid.words(at).len() < 2 {
            continue;
        }
        let last = last_row(grid, at);
        let headers = headers(grid, at, last);
        let columns = without_figures(roles(&headers), grid, last + 1);
        let known = columns.iter().filter(|(_, role)| *role != ColumnRole::Own).count();
        let has_title = columns.iter().any(|(_, role)| *role == ColumnRole::Title);
        if has_title && known >= 2 && columns.iter().filter(|(header, _)| !header.is_empty()).count() >= 3 {
            let is_targets =
                columns.iter().any(|(_, role)| matches!(role, ColumnRole::Value | ColumnRole::Horizon(_)));
            let above = (0..at).map(|row| grid.words(row).join(" ")).filter(|words| !words.is_empty());
            let above = above.map(|words| words.replace('\n', " ")).collect();
            return Some(TableHead {
                columns,
                rows_from: last + 1 + usize::from(is_count(grid, last + 1)),
                above,
                is_targets,
            });
        }
    }
    None
}

/// Takes the role of units from columns of figures.
fn without_figures(
    mut columns: Vec<(String, ColumnRole)>,
    grid: &SourceGrid,
    from: usize,
) -> Vec<(String, ColumnRole)> {
    for (at, (_, role)) in columns.iter_mut().enumerate() {
        if !matches!(role, ColumnRole::Lead | ColumnRole::With) {
            continue;
        }
        let cells =
            grid.rows.iter().skip(from).filter_map(|row| row.get(at)).filter(|cell| !cell.text.is_empty());
        let (mut all, mut figures) = (0, 0);
        for cell in cells {
            all += 1;
            figures += usize::from(!cell.text.chars().any(char::is_alphabetic));
        }
        if figures * 2 > all {
            *role = ColumnRole::Own;
        }
    }
    columns
}

/// The last row of a head of one or two rows: cells that span columns have their parts below them.
fn last_row(grid: &SourceGrid, at: usize) -> usize {
    let (Some(first), Some(second)) = (grid.rows.get(at), grid.rows.get(at + 1)) else { return at };
    let has_span = first.iter().any(|cell| cell.is_from_left);
    let is_below = first.iter().zip(second).enumerate().all(|(column, (above, below))| {
        let spans = above.is_from_left || first.get(column + 1).is_some_and(|next| next.is_from_left);
        if spans { !below.text.is_empty() } else { below.is_from_above || below.text.is_empty() }
    });
    if has_span && is_below { at + 1 } else { at }
}

/// The headers of a head of one or two rows, the words of both together.
fn headers(grid: &SourceGrid, first: usize, last: usize) -> Vec<String> {
    let row = grid.rows.get(first).map(Vec::as_slice).unwrap_or_default();
    let mut above = String::new();
    row.iter()
        .enumerate()
        .map(|(column, cell)| {
            if !cell.is_from_left {
                above.clone_from(&cell.text);
            }
            let below = grid
                .rows
                .get(last)
                .and_then(|row| row.get(column))
                .filter(|cell| last > first && !cell.is_from_above);
            let below = below.map(|cell| cell.text.as_str()).unwrap_or_default();
            format!("{above} {below}").split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// `(1) (2) (3)` or `1 2 3` below the head.
fn is_count(grid: &SourceGrid, row: usize) -> bool {
    let Some(row) = grid.rows.get(row) else { return false };
    let counts = row.iter().enumerate().filter(|(at, cell)| {
        let text = cell.text.trim_matches(['(', ')', '[', ']']);
        text.parse() == Ok(at + 1)
    });
    row.len() >= 3 && counts.count() == row.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::block::SourceCell;

    #[test]
    fn a_head_may_have_two_rows_and_stand_below_a_title() {
        let cell = |text: &str| match text {
            "<" => SourceCell { is_from_left: true, ..SourceCell::default() },
            "^" => SourceCell { is_from_above: true, ..SourceCell::default() },
            text => SourceCell { text: text.to_owned(), ..SourceCell::default() },
        };
        let rows = [
            ["DANH MỤC", "<", "<", "<"],
            ["TT", "Nội dung", "Thời gian trình", "<"],
            ["^", "^", "BTV", "BCH"],
            ["1", "Đề án", "Tháng 3", "Tháng 4"],
        ];
        let rows = rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()).collect();
        let head = table_head(&SourceGrid { rows, ..SourceGrid::default() });
        // Two columns of deadlines say nothing of one: with a title and a number, the head is known all the same.
        let head = head.unwrap();
        assert_eq!((head.rows_from, head.above.as_slice()), (3, ["DANH MỤC".to_owned()].as_slice()));
        assert_eq!(head.columns[2].0, "Thời gian trình BTV");
    }
}
