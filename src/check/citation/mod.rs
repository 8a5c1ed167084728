//! Citations of documents in running text: `Chỉ thị số 1112/CT-BGDĐT ngày 19/8/2022 của Bộ GDĐT`.
//!
//! A citation is found by its number and sign (số ký hiệu), which no other words look like; the kind of
//! document before it, the day and the office behind it are read where they stand. The text is walked
//! once, from one `/` to the next.

mod behind;
mod number;
mod office;
mod scan;
mod sign;
mod words;

pub(crate) use number::{Number, is_number};
pub(crate) use office::{Office, may_be_one, office};
pub(crate) use scan::citations;
