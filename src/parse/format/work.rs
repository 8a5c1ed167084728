//! The work of a plan: goals, targets, sections, tasks and rows of the schedule.

use super::due::DUE_WORDS;
use super::header::DEFAULTS;
use super::shape::{KeyFormat, MappingFormat, NOTE, OwnKeys, SOURCE, ValueShape, format, key, required};
use crate::deadline::Roll;
use crate::parse::key::{Key, Mapping};

pub(super) static GOALS: MappingFormat = format(
    Mapping::Goals,
    &[
        required(Key::Id, ValueShape::Id, "Mã mục tiêu", "The id of the goal"),
        required(Key::Title, ValueShape::Text, "Mục tiêu", "The goal"),
        SOURCE,
        NOTE,
    ],
);

static HORIZONS: MappingFormat = format(
    Mapping::Horizons,
    &[
        required(
            Key::Due,
            ValueShape::WordsOr(&DUE_WORDS),
            "Mốc, bằng lời như trong văn bản: 2025, đến năm 2030",
            "The day of the value in the words of the document: 2025, đến năm 2030",
        ),
        required(Key::Value, ValueShape::Text, "Mức phải đạt ở mốc đó", "The value to reach by that day"),
        SOURCE,
        NOTE,
    ],
);

static RESULTS: MappingFormat = format(
    Mapping::Results,
    &[
        required(Key::Date, ValueShape::OpenDay, "Ngày của số liệu", "The day to which the figure applies"),
        required(
            Key::Value,
            ValueShape::Text,
            "Kết quả, cùng đơn vị tính với chỉ tiêu: 98,5%, 412/415, 12 trường, mức độ 2, đạt, chưa đạt",
            "The result in the unit of measure of the target: 98,5%, 412/415, 12 trường, mức độ 2, đạt, chưa đạt",
        ),
        key(
            Key::Period,
            ValueShape::Many,
            "Kỳ, bằng nhãn hoặc bằng lời: 2024-Q1, Quý I; cần khi chỉ tiêu lặp lại",
            "The occurrence, by its label or in words: 2024-Q1, Quý I; required if the target recurs",
        ),
        key(Key::Unit, ValueShape::Text, "Đơn vị báo cáo", "The reporting unit"),
        key(Key::Evidence, ValueShape::Text, "Minh chứng", "Evidence"),
        SOURCE,
        NOTE,
    ],
);

pub(super) static TARGETS: MappingFormat = MappingFormat {
    any_of: &[&[Key::Value], &[Key::Horizons]],
    ..format(
        Mapping::Targets,
        &[
            required(Key::Id, ValueShape::Id, "Mã chỉ tiêu", "The id of the target"),
            required(Key::Title, ValueShape::Text, "Chỉ tiêu", "The target"),
            key(
                Key::Goal,
                ValueShape::Text,
                "Mục tiêu mà chỉ tiêu này cụ thể hóa",
                "The goal that the target makes measurable",
            ),
            key(
                Key::Value,
                ValueShape::Text,
                "Mức phải đạt: 100%, \">= 65%\", trên 50%, không quá 35 học sinh/lớp, 50-55%, 0 vụ, 1.250 học sinh, mức độ 3, đạt",
                "The value to reach: 100%, \">= 65%\", trên 50%, không quá 35 học sinh/lớp, 50-55%, 0 vụ, 1.250 học sinh, mức độ 3, đạt",
            ),
            key(
                Key::Horizons,
                ValueShape::List(&HORIZONS),
                "Thay value khi có nhiều mốc: mốc đầu tiên chưa qua được tính",
                "In place of value, the values for several days: the first that has not passed counts",
            ),
            key(
                Key::Due,
                ValueShape::WordsOr(&DUE_WORDS),
                "Thời hạn, bằng lời như trong văn bản; nếu lặp lại (hằng năm, mỗi học kỳ) thì mỗi kỳ được đánh giá riêng",
                "The deadline in the words of the document; if it recurs (hằng năm, mỗi học kỳ), each occurrence is assessed by itself",
            ),
            key(Key::Lead, ValueShape::Many, "Đơn vị chịu trách nhiệm", "The units responsible"),
            key(
                Key::Tasks,
                ValueShape::Many,
                "Các nhiệm vụ để đạt chỉ tiêu",
                "The tasks that serve the target",
            ),
            key(Key::Results, ValueShape::List(&RESULTS), "Kết quả theo thời gian", "The results over time"),
            SOURCE,
            NOTE,
        ],
    )
    .with_own()
};

pub(super) static SECTIONS: MappingFormat = format(
    Mapping::Sections,
    &[
        required(Key::Id, ValueShape::Id, "Mã phần, mục, ví dụ II.1", "The id of the section, such as II.1"),
        required(Key::Title, ValueShape::Text, "Tiêu đề", "The title of the section"),
        key(
            Key::Parent,
            ValueShape::Text,
            "Phần cha; bỏ trống thì là phần mã trước dấu \".\" cuối cùng",
            "The parent section; by default the id up to its last \".\"",
        ),
        key(
            Key::Defaults,
            ValueShape::Map(&DEFAULTS),
            "Giá trị cho nhiệm vụ, dòng tiến độ của phần này và các phần bên dưới không ghi",
            "Values for tasks and rows of the section, and of those below it, that state none",
        ),
        SOURCE,
        NOTE,
    ],
);

// The keys that tasks and rows of the schedule share.
const SECTION: KeyFormat =
    key(Key::Section, ValueShape::Text, "Phần của văn bản", "The section of the document");
const TEXT: KeyFormat =
    key(Key::Text, ValueShape::Text, "Nguyên văn của văn bản", "The wording of the document");
const LEAD: KeyFormat = key(
    Key::Lead,
    ValueShape::Many,
    "Chủ trì: một đơn vị, một nhóm, hoặc danh sách",
    "The lead (chủ trì): a unit, a group, or a list of them",
);
const WITH: KeyFormat = key(Key::With, ValueShape::Many, "Phối hợp", "The coordinating units (phối hợp)");
const TO: KeyFormat = key(
    Key::To,
    ValueShape::Many,
    "Đơn vị được giao, được chỉ đạo thực hiện",
    "The units that the lead directs to carry it out",
);
const DUE: KeyFormat = key(
    Key::Due,
    ValueShape::WordsOr(&DUE_WORDS),
    "Thời hạn bằng lời, như trong văn bản: trước ngày 15/5/2024, 01 lần/quý, Thường xuyên, …",
    "The deadline in the words of the document: trước ngày 15/5/2024, 01 lần/quý, Thường xuyên, …",
);
const FROM: KeyFormat = key(
    Key::From,
    ValueShape::Day,
    "Ngày bắt đầu, thay cho ngày đầu mà thời hạn nêu",
    "The first day, in place of the one that the deadline gives",
);
const ROLL: KeyFormat = key(
    Key::Roll,
    ValueShape::Word(Roll::WORDS),
    "Ngày cuối là ngày nghỉ thì chuyển (next), lùi (previous) hay giữ nguyên (none), thay cho settings.roll",
    "A last day on a day off moves on (next), back (previous) or stays (none), in place of `settings.roll`",
);
const OUTPUT: KeyFormat = key(Key::Output, ValueShape::Text, "Sản phẩm", "The output (sản phẩm)");
const GOALS_OF: KeyFormat =
    key(Key::Goals, ValueShape::Many, "Các mục tiêu mà việc này phục vụ", "The goals that it serves");
const MODE: KeyFormat = key(
    Key::Mode,
    ValueShape::Word(&["each", "joint"]),
    "each: mỗi đơn vị chủ trì tự chịu trách nhiệm (mặc định); joint: cùng chịu trách nhiệm một việc",
    "each: every lead is responsible by itself (the default); joint: the leads share one item",
);
const TAGS: KeyFormat = key(Key::Tags, ValueShape::Many, "Nhãn tự đặt", "Tags, freely chosen");

pub(super) static TASKS: MappingFormat = format(
    Mapping::Tasks,
    &[
        required(
            Key::Id,
            ValueShape::Id,
            "Mã nhiệm vụ, chung một kho với mã dòng tiến độ",
            "The id of the task, in one namespace with rows",
        ),
        SECTION,
        required(Key::Title, ValueShape::Text, "Nội dung ngắn gọn", "The task in short"),
        TEXT,
        LEAD,
        WITH,
        TO,
        DUE,
        FROM,
        ROLL,
        OUTPUT,
        GOALS_OF,
        MODE,
        TAGS,
        key(
            Key::Heading,
            ValueShape::Bool,
            "Chỉ là nhãn, không mở đầu việc",
            "Only a label, without work of its own",
        ),
        key(
            Key::SameAs,
            ValueShape::Text,
            "Trùng với nhiệm vụ này: không mở đầu việc",
            "The task that this one repeats: the work counts there only",
        ),
        SOURCE,
        NOTE,
    ],
)
.with_own();

pub(super) static SCHEDULE: MappingFormat = MappingFormat {
    any_of: &[&[Key::Task], &[Key::Section, Key::Title]],
    own: OwnKeys::Taken,
    ..format(
        Mapping::Schedule,
        &[
            required(
                Key::Id,
                ValueShape::Id,
                "Mã dòng, chung một kho với mã nhiệm vụ",
                "The id of the row, in one namespace with tasks",
            ),
            key(
                Key::Task,
                ValueShape::Text,
                "Nhiệm vụ mà dòng này giao và định hạn",
                "The task to which the row gives a lead and a deadline",
            ),
            SECTION,
            key(
                Key::Title,
                ValueShape::Text,
                "Nội dung; bỏ trống thì lấy của nhiệm vụ",
                "The work in short; by default the title of the task",
            ),
            TEXT,
            LEAD,
            WITH,
            TO,
            DUE,
            FROM,
            ROLL,
            OUTPUT,
            GOALS_OF,
            MODE,
            TAGS,
            SOURCE,
            NOTE,
        ],
    )
};
