//! The ways to lay a table out, the best first.

use super::fit::Patience;
use crate::document::Medium;

/// One way to lay a table out.
pub(super) struct Way {
    pub(super) medium: Medium,
    /// The spaces between columns.
    pub(super) gap: usize,
    pub(super) patience: Patience,
    /// True if the title has a line of its own above the other cells.
    pub(super) stacked: bool,
    /// True for a way that suits only tables of many figures.
    pub(super) figures: bool,
}

/// All ways, the best first. A title of its own line comes before a very narrow one, unless other columns of
/// words can be wrapped beside it.
///
/// A row of many figures is best read on one line: there, a short title is rather wrapped.
pub(super) const WAYS: [Way; 10] = [
    Way { medium: Medium::Terminal, gap: 2, patience: Patience::Little, stacked: false, figures: false },
    Way { medium: Medium::Page, gap: 2, patience: Patience::Some, stacked: false, figures: false },
    Way { medium: Medium::Page, gap: 1, patience: Patience::Some, stacked: false, figures: false },
    Way { medium: Medium::Page, gap: 1, patience: Patience::Figures, stacked: false, figures: true },
    Way { medium: Medium::Terminal, gap: 2, patience: Patience::Some, stacked: true, figures: false },
    Way { medium: Medium::Page, gap: 2, patience: Patience::Some, stacked: true, figures: false },
    Way { medium: Medium::Page, gap: 1, patience: Patience::Some, stacked: true, figures: false },
    Way { medium: Medium::Page, gap: 2, patience: Patience::Endless, stacked: false, figures: false },
    Way { medium: Medium::Page, gap: 1, patience: Patience::Endless, stacked: false, figures: false },
    Way { medium: Medium::Page, gap: 1, patience: Patience::Endless, stacked: true, figures: false },
];

/// The ways of each level of a table that has levels, before all others.
pub(super) const LEVEL_WAYS: [Way; 2] = [
    Way { medium: Medium::Terminal, gap: 2, patience: Patience::Little, stacked: false, figures: false },
    Way { medium: Medium::Page, gap: 2, patience: Patience::Level, stacked: false, figures: false },
];
