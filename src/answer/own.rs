//! The columns that plans have besides those of the format.

use std::collections::HashSet;

use crate::model::{OwnColumn, Plan};

/// The columns of several plans, each key once, with the header of the first plan that declares it.
pub fn own_columns<'p>(plans: impl IntoIterator<Item = &'p Plan>) -> Vec<&'p OwnColumn> {
    let mut seen = HashSet::new();
    let all = plans.into_iter().flat_map(|plan| plan.columns.iter());
    all.filter(|column| seen.insert(column.key.as_str())).collect()
}
