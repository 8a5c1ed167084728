//! The widths that the columns of a table need, measured on its words.

use crate::document::{Align, Cell};
use crate::language::Lang;
use crate::render::grid::{Grid, GridRow, words};
use crate::sanitize::visible;

use super::fit::{Holds, Need};
use super::wrap::{narrowest, widest_word, width};

/// The columns of a bar.
pub(super) const BAR: usize = 10;

/// Measures the widths that the columns of a table need.
pub(super) fn needs(grid: &Grid<'_>, lang: Lang) -> Vec<Need> {
    let mut needs: Vec<Need> = grid
        .columns()
        .map(|column| {
            let header = visible(column.header.get(lang));
            let holds = match column.align {
                _ if column.wraps => Holds::Title,
                Align::Left => Holds::Words,
                Align::Center | Align::Right => Holds::Figures,
            };
            Need {
                holds,
                cells: 0,
                cells_word: 0,
                header: width(&header),
                folded: narrowest(&header, 2),
                word: widest_word(&header),
            }
        })
        .collect();
    // A column of words without any words to wrap (days, statuses of one word) does not give way.
    let mut words_of = vec![false; needs.len()];
    for line in grid.rows(lang) {
        match line {
            GridRow::Group(mark, _) => {
                if let Some(first) = needs.first_mut() {
                    first.cells = first.cells.max(width(&mark).min(6));
                }
            }
            GridRow::Body(cells) | GridRow::Total(cells) => {
                for ((need, has_words), cell) in needs.iter_mut().zip(&mut words_of).zip(cells) {
                    let text = words(cell, lang);
                    let widest = match cell {
                        Cell::Bar(_) => BAR,
                        _ => text.split('\n').map(width).max().unwrap_or(0),
                    };
                    need.cells = need.cells.max(widest);
                    // No word is wider than its line.
                    if widest > need.cells_word {
                        need.cells_word = need.cells_word.max(widest_word(&text));
                    }
                    *has_words |=
                        matches!(cell, Cell::Text(_) | Cell::Message(_) | Cell::List(_) | Cell::Status(_));
                }
            }
        }
    }
    for (need, has_words) in needs.iter_mut().zip(words_of) {
        need.holds = match need.holds {
            Holds::Words if !has_words => Holds::Figures,
            Holds::Figures if has_words => Holds::Words,
            holds => holds,
        };
    }
    needs
}

/// Returns true if a column of words is wide enough for wrapping to save room.
pub(super) fn is_patient(needs: &[Need]) -> bool {
    needs.iter().any(|need| need.holds == Holds::Words && need.cells > 20)
}

/// Returns true if nearly all columns beside the title are figures, and the title is short enough to be wrapped
/// beside them.
pub(super) fn is_of_figures(needs: &[Need]) -> bool {
    let figures = needs.iter().filter(|need| need.holds == Holds::Figures).count();
    let is_short = |need: &Need| need.holds != Holds::Title || need.cells <= 45;
    figures > 5 && figures + 2 >= needs.len() && needs.iter().all(is_short)
}
