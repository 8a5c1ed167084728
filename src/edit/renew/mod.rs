//! The plan of the next period, made from that of the last one. Source: docs/edit.md, Renewing.

mod carry;
mod doubt;
mod entries;
mod file;
mod paths;
mod renewal;
mod units;
mod years;

pub use carry::OpenWork;
pub use doubt::{DoubtReason, DoubtfulLine, RenewedLine};
pub use renewal::{RenewRequest, Renewal, propose_renewal};
