//! Vietnamese text: what counts as the same word, what comes first, what looks nearest.
//!
//! Three questions, three keys, all indifferent to the Unicode form of their input:
//!
//! * [`fold`]: letters without any mark, lower case: `Phường Hạ Đình` → `phuong ha dinh`;
//! * [`plain`]: lower case with its marks, tones placed alike, so that `hòa` and `hoà` are one word:
//!   what typed accents are compared by;
//! * [`order`]: the order of a Vietnamese dictionary.

mod look_alike;
mod matching;
mod nearest;
mod order;

pub use look_alike::vietnamese_look_alike;
pub use matching::{contains, fold, is_accented, plain};
pub use nearest::nearest;
pub use order::order;
