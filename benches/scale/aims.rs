//! Aims, and the figures that meet them or do not.

use crate::table::Table;

/// A figure beside its aim.
pub(crate) struct Aim {
    pub(crate) what: String,
    /// The bound, in words.
    pub(crate) bound: &'static str,
    pub(crate) figure: String,
    pub(crate) is_met: bool,
}

impl Aim {
    /// An aim at a ratio that is not exceeded.
    pub(crate) fn at_most(what: impl Into<String>, bound: &'static str, most: f64, figure: f64) -> Self {
        Self { what: what.into(), bound, figure: format!("{figure:.2}"), is_met: figure <= most }
    }
}

/// The table of all aims.
pub(crate) fn table(aims: &[Aim]) -> String {
    let mut table = Table::new(&["", "aim", "figure", ""]);
    for Aim { what, bound, figure, is_met } in aims {
        let met = if *is_met { "met" } else { "**not met**" };
        table.row(&[what.clone(), (*bound).to_owned(), figure.clone(), met.to_owned()]);
    }
    table.done()
}

/// The greatest of some figures, if there are any.
pub(crate) fn worst(figures: impl Iterator<Item = f64>) -> Option<f64> {
    figures.reduce(f64::max)
}
