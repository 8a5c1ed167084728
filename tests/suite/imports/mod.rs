//! `plan import`: from the documents of offices to plans.

mod examples;
mod figures;
mod hostile;
mod poison;
mod shapes;
mod subtraction;
mod word;
