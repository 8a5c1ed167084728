//! Vietnamese text: matching, order and similarity of words; numbers.
//!
//! The keys do not depend on the Unicode form of their input:
//!
//! * [`fold`]: letters without any mark, lower case: `Phường Hạ Đình` → `phuong ha dinh`;
//! * [`plain`]: lower case with marks, tones placed alike (`hòa` = `hoà`), for words typed with accents;
//! * [`order`]: the order of a Vietnamese dictionary;
//! * [`nearest`]: the nearest of some known names;
//! * [`WrittenNumber`]: numbers with separators of thousands and decimals.

mod look_alike;
mod matching;
mod nearest;
mod number;
mod numeral;
mod order;

pub use look_alike::vietnamese_look_alike;
pub use matching::{contains, contains_letters, fold, is_accented, plain};
pub use nearest::nearest;
pub use number::{WrittenNumber, number};
pub use numeral::roman;
pub use order::{CollationKey, order};
