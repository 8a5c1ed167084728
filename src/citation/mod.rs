//! Citations of documents in running text: `Chỉ thị số 1112/CT-BGDĐT ngày 19/8/2022 của Bộ GDĐT`.
//!
//! A citation is recognised by its number and sign (số ký hiệu). The kind of document before the number, and
//! the date and the issuing office after it, are read where they stand. A text is scanned once, from one `/`
//! to the next, in linear time.
//!
//! * [`citations`] finds all citations of a text;
//! * [`Number`] is a number and sign in comparable form; [`is_number`] checks a number that stands alone;
//! * [`office`] and [`may_be_one`] compare issuing offices.

mod context;
mod number;
mod office;
mod scan;
mod sign;
mod words;

pub use number::{Number, is_number};
pub use office::{Office, may_be_one, office};
pub use scan::{Citation, citations};
