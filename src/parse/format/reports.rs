//! Reports of units, and changes of the plan.

use super::shape::{KeyFormat, MappingFormat, NOTE, OwnKeys, SOURCE, ValueShape, format, key, required};
use super::words::STATE_WORDS;
use crate::parse::key::{Key, Mapping};

const ITEM: KeyFormat = required(
    Key::Item,
    ValueShape::Many,
    "Nhiệm vụ hoặc dòng tiến độ, hoặc danh sách",
    "The task or row, or a list of them",
);

pub(super) static PROGRESS: MappingFormat = MappingFormat {
    any_of: &[&[Key::State], &[Key::Percent], &[Key::Difficulty], &[Key::Proposal]],
    own: OwnKeys::Sufficient,
    ..format(
        Mapping::Progress,
        &[
            ITEM,
            key(
                Key::Unit,
                ValueShape::Many,
                "Đơn vị báo cáo; cần khi nhiều đơn vị cùng chịu trách nhiệm",
                "The reporting unit; required if several units are responsible",
            ),
            key(
                Key::Period,
                ValueShape::Many,
                "Kỳ, bằng nhãn hoặc bằng lời: 2024-Q1, Quý I; cần khi việc lặp lại",
                "The occurrence, by its label or in words: 2024-Q1, Quý I; required if the item recurs",
            ),
            required(Key::Date, ValueShape::OpenDay, "Ngày báo cáo", "The day of the report"),
            key(
                Key::AsOf,
                ValueShape::OpenDay,
                "Ngày mà báo cáo nói tới, nếu khác ngày báo cáo",
                "The day to which the report applies, if it is another",
            ),
            key(Key::State, ValueShape::Meant(&STATE_WORDS), "Trạng thái", "The state"),
            key(
                Key::Percent,
                ValueShape::Number,
                "Mức độ hoàn thành, phần trăm",
                "The degree of completion, in percent",
            ),
            key(Key::Evidence, ValueShape::Text, "Minh chứng", "Evidence"),
            key(
                Key::Difficulty,
                ValueShape::Text,
                "Khó khăn, vướng mắc",
                "Difficulties (khó khăn, vướng mắc)",
            ),
            key(Key::Proposal, ValueShape::Text, "Kiến nghị, đề xuất", "Proposals (kiến nghị, đề xuất)"),
            SOURCE,
            NOTE,
        ],
    )
};

pub(super) static CHANGES: MappingFormat = MappingFormat {
    any_of: &[&[Key::Due], &[Key::Dropped], &[Key::Lead]],
    ..format(
        Mapping::Changes,
        &[
            ITEM,
            key(
                Key::Unit,
                ValueShape::Many,
                "Chỉ cho đơn vị này; bỏ trống là mọi đơn vị",
                "The unit to which the change is limited; by default all",
            ),
            key(
                Key::Period,
                ValueShape::Many,
                "Chỉ cho kỳ này; bỏ trống là mọi kỳ",
                "The occurrence to which the change is limited; by default all",
            ),
            required(
                Key::Date,
                ValueShape::OpenDay,
                "Ngày của văn bản điều chỉnh",
                "The day of the document that makes the change",
            ),
            key(Key::Due, ValueShape::Day, "Hạn mới", "The new last day"),
            key(
                Key::Dropped,
                ValueShape::Bool,
                "true: không thực hiện nữa; false: thực hiện trở lại",
                "true: no longer to be done; false: an earlier drop is taken back",
            ),
            key(Key::Lead, ValueShape::Text, "Đơn vị chủ trì mới", "The new lead"),
            key(Key::By, ValueShape::Text, "Văn bản điều chỉnh", "The document that makes the change"),
            key(Key::Reason, ValueShape::Text, "Lý do", "The reason"),
            SOURCE,
            NOTE,
        ],
    )
};
