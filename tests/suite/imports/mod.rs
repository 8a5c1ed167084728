//! `plan import`: from the documents of offices to plans.

mod days;
mod examples;
mod figures;
mod hostile;
mod poison;
mod said;
mod shapes;
mod subtraction;
mod word;
