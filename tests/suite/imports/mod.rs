//! `plan import`: from the documents of offices to plans.

mod figures;
mod word;
