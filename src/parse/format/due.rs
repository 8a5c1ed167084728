//! A deadline in words that cannot be read, with its meaning.

use super::shape::{MappingFormat, ValueShape, format, required};
use crate::parse::key::{Key, Mapping};

/// A deadline whose words cannot be read, with the words by which its days are computed.
pub static DUE_WORDS: MappingFormat = format(
    Mapping::Due,
    &[
        required(
            Key::Text,
            ValueShape::Text,
            "Nguyên văn thời hạn, được in ra: Trước kỳ họp HĐND giữa năm",
            "The deadline in the words of the document, which are printed: Trước kỳ họp HĐND giữa năm",
        ),
        required(
            Key::Means,
            ValueShape::Text,
            "Nghĩa là, bằng một cách viết tính được ngày: 5/7/2026",
            "Its meaning, in words that can be read as days: 5/7/2026",
        ),
    ],
);
