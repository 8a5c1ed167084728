//! The columns that a plan has besides those of the format.

use super::shape::{MappingFormat, NOTE, SOURCE, ValueShape, format, key, required};
use crate::parse::key::{Key, Mapping};

/// The beginning of every key of a plan's own.
pub const OWN: &str = "x-";

/// The types of a plan's own columns.
pub const OWN_TYPES: &[&str] = &["text", "number", "day", "unit"];

pub(super) static COLUMNS: MappingFormat = format(
    Mapping::Columns,
    &[
        required(
            Key::Key,
            ValueShape::OwnKey,
            "Khóa của cột, bắt đầu bằng x-, ví dụ x-kinh-phi; ghi được ở nhiệm vụ, dòng tiến độ, chỉ tiêu và báo cáo",
            "The key, which begins with x-, such as x-kinh-phi; taken by tasks, rows, targets and reports",
        ),
        required(Key::Title, ValueShape::Text, "Tên cột", "The header of the column"),
        key(
            Key::TitleEn,
            ValueShape::Text,
            "Tên cột bằng tiếng Anh",
            "The header under `--lang en`; by default `title`",
        ),
        key(
            Key::Type,
            ValueShape::Word(OWN_TYPES),
            "Kiểu giá trị: chữ (text, mặc định), số (number), ngày (day), đơn vị (unit)",
            "The type of the values; by default text",
        ),
        key(
            Key::Form,
            ValueShape::Bool,
            "true: đơn vị điền cột này trong biểu báo cáo",
            "true: units fill the column in on their forms",
        ),
        SOURCE,
        NOTE,
    ],
);
