//! The widths of the columns of a table.

/// The widths that one column needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Need {
    /// The kind of its cells.
    pub(super) holds: Holds,
    /// The width of its widest cell.
    pub(super) cells: usize,
    /// The width of the widest word of its cells.
    pub(super) cells_word: usize,
    /// The width of its header on one line.
    pub(super) header: usize,
    /// The width of its header on two lines.
    pub(super) folded: usize,
    /// The width of the widest word of its header.
    pub(super) word: usize,
}

/// The kind of a column's cells, by which it is narrowed earlier or later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// The title: gives way first.
    Title,
    /// Other words: give way when the title cannot any more.
    Words,
    /// Figures, days and bars: only their headers give way.
    Figures,
}

/// The extent to which columns may be narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Patience {
    /// Headers on two lines, a title of 30 columns.
    Little,
    /// Headers a word a line, a title of 22 columns; nothing else is wrapped but texts.
    Some,
    /// A title of 15 columns, too.
    Figures,
    /// Headers on two lines, a title of 22 columns, other words of 16.
    Level,
    /// Everything that can.
    Endless,
}

/// The widest word that is never torn while something else can give way: an id, not an address.
const WHOLE: usize = 32;

/// The stages of giving way: the least columns of a title, of other words, and of headers. The names of offices
/// have less than 40 columns.
const STAGES: [(usize, usize, Header); 7] = [
    (usize::MAX, usize::MAX, Header::Folded),
    (40, usize::MAX, Header::Folded),
    (30, 40, Header::Folded),
    (22, 40, Header::Word),
    (22, 16, Header::Word),
    (18, 12, Header::Word),
    (14, 9, Header::Word),
];

/// The last stages of [`Patience::Level`].
const LEVEL: [(usize, usize, Header); 2] = [(22, 40, Header::Folded), (22, 16, Header::Folded)];

/// The last stage of [`Patience::Figures`].
const NARROW: (usize, usize, Header) = (15, usize::MAX, Header::Word);

#[derive(Debug, Clone, Copy)]
enum Header {
    Folded,
    Word,
}

impl Patience {
    /// The stages that it goes through.
    fn stages(self) -> impl Iterator<Item = (usize, usize, Header)> {
        let (many, last) = match self {
            Self::Little => (3, &[][..]),
            Self::Some => (4, &[][..]),
            Self::Figures => (4, &[NARROW][..]),
            Self::Level => (3, &LEVEL[..]),
            Self::Endless => (STAGES.len(), &[][..]),
        };
        STAGES.into_iter().take(many).chain(last.iter().copied())
    }
}

/// The width of each column, so that all fit into so many columns; none when they cannot.
pub(super) fn fit(needs: &[Need], available: usize, patience: Patience) -> Option<Vec<usize>> {
    let natural = |need: &Need| need.cells.max(need.header).clamp(1, available.max(1));
    let mut widths: Vec<usize> = needs.iter().map(natural).collect();
    for (title, words, header) in patience.stages() {
        let least: Vec<usize> = needs
            .iter()
            .map(|need| {
                let cells = match need.holds {
                    Holds::Title => need.cells.min(title),
                    Holds::Words => need.cells.min(words).max(whole(need)),
                    Holds::Figures => need.cells,
                };
                let header = match header {
                    Header::Folded => need.folded,
                    Header::Word => need.word,
                };
                cells.max(header).max(1)
            })
            .collect();
        shrink(&mut widths, &least, available);
    }
    (widths.iter().sum::<usize>() <= available).then_some(widths)
}

/// The least columns in which no word of a column is torn, if its words are not too wide for that.
fn whole(need: &Need) -> usize {
    if need.cells_word <= WHOLE { need.cells_word } else { 0 }
}

/// Takes from the widest columns until all fit or none can give any more.
fn shrink(widths: &mut [usize], least: &[usize], available: usize) {
    let mut excess = widths.iter().sum::<usize>().saturating_sub(available);
    while excess > 0 {
        let widest = (0..widths.len()).filter(|at| widths[*at] > least[*at]).max_by_key(|at| widths[*at]);
        let Some(widest) = widest else { return };
        widths[widest] -= 1;
        excess -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: Need = Need { holds: Holds::Title, cells: 90, cells_word: 8, header: 8, folded: 4, word: 4 };
    const WORDS: Need = Need { holds: Holds::Words, cells: 30, cells_word: 8, header: 8, folded: 4, word: 4 };
    const COUNT: Need =
        Need { holds: Holds::Figures, cells: 3, cells_word: 3, header: 19, folded: 10, word: 5 };

    #[test]
    fn what_fits_stays_as_it_is() {
        assert_eq!(fit(&[TITLE, WORDS], 120, Patience::Little), Some(vec![90, 30]));
    }

    #[test]
    fn headers_then_titles_then_other_words_give_way() {
        assert_eq!(fit(&[TITLE, WORDS, COUNT], 131, Patience::Little), Some(vec![90, 30, 11]));
        assert_eq!(fit(&[TITLE, WORDS, COUNT], 100, Patience::Little), Some(vec![60, 30, 10]));
        assert_eq!(fit(&[TITLE, WORDS, COUNT], 60, Patience::Little), None);
        assert_eq!(fit(&[TITLE, WORDS, COUNT], 60, Patience::Some), Some(vec![22, 30, 8]));
        assert_eq!(fit(&[TITLE, WORDS, COUNT], 40, Patience::Endless), Some(vec![19, 16, 5]));
        assert_eq!(fit(&[TITLE, WORDS, COUNT], 20, Patience::Endless), None);
    }
}
