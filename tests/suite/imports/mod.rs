//! `plan import`: from the documents of offices to plans.

mod days;
mod examples;
mod figures;
mod hostile;
mod hostile_into;
mod poison;
mod said;
mod shapes;
mod subtraction;
mod wards;
mod word;
