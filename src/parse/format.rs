//! The plan format as one table: which keys there are, what stands behind them, what they mean.
//!
//! The reader, `plan schema` and the tests all work from this table, so a key cannot be accepted by one
//! and unknown to another. Source: the plan format, version 1.

use super::key::{Key, Mapping};
use crate::language::Lang;

/// The version that this program writes; it reads this one and the one before.
pub const VERSION: u32 = 1;

/// What may stand behind a key.
#[derive(Debug, Clone, Copy)]
pub enum ValueShape {
    /// Any scalar, taken by its words.
    Text,
    /// An identifier: `[A-Za-z0-9][A-Za-z0-9._-]*`.
    Id,
    /// One of a fixed list of words.
    Word(&'static [&'static str]),
    /// A day with its year, in any form of the deadline language.
    Day,
    /// `true` or `false`.
    Bool,
    /// A whole number, not negative.
    Count,
    /// A number; a decimal comma and a percent sign are understood.
    Number,
    /// A scalar, or a list of scalars.
    Many,
    /// A span of time in words, or `{from, to}`.
    Period,
    /// A mapping from rule names to levels.
    Levels,
    /// A mapping with keys of its own.
    Map(&'static MappingFormat),
    /// A list of mappings.
    List(&'static MappingFormat),
}

/// A key of a mapping.
#[derive(Debug)]
pub struct KeyFormat {
    /// The key itself.
    pub key: Key,
    /// The kind of value that the key takes.
    pub shape: ValueShape,
    /// Whether the mapping is incomplete without the key.
    pub required: bool,
    vi: &'static str,
    en: &'static str,
}

impl KeyFormat {
    /// The spelling of the key.
    pub fn name(&self) -> &'static str {
        self.key.name()
    }

    /// The meaning of the key.
    pub fn doc(&self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.en)
    }
}

/// A mapping with its keys.
#[derive(Debug)]
pub struct MappingFormat {
    /// The mapping itself.
    pub mapping: Mapping,
    /// The keys in the order in which they are best written.
    pub keys: &'static [KeyFormat],
    /// Groups of keys of which at least one must be complete; empty where there is no such rule.
    pub any_of: &'static [&'static [Key]],
}

impl MappingFormat {
    /// The name of the mapping, as messages and the schema give it: `tasks`, `units`, …
    pub fn name(&self) -> &'static str {
        self.mapping.name()
    }

    /// The key with this spelling.
    pub fn named(&self, name: &str) -> Option<&'static KeyFormat> {
        self.keys.iter().find(|key| key.name() == name)
    }

    /// The description of a key; none if this mapping does not take it.
    pub fn get(&self, key: Key) -> Option<&'static KeyFormat> {
        self.keys.iter().find(|format| format.key == key)
    }
}

const fn key(key: Key, shape: ValueShape, vi: &'static str, en: &'static str) -> KeyFormat {
    KeyFormat { key, shape, required: false, vi, en }
}

const fn required(key: Key, shape: ValueShape, vi: &'static str, en: &'static str) -> KeyFormat {
    KeyFormat { key, shape, required: true, vi, en }
}

const fn format(mapping: Mapping, keys: &'static [KeyFormat]) -> MappingFormat {
    MappingFormat { mapping, keys, any_of: &[] }
}

// Every entry of every list takes these two.
const SOURCE: KeyFormat = key(
    Key::Source,
    ValueShape::Text,
    "Điều này ở đâu trong văn bản, hoặc \"ngoài văn bản: …\"",
    "Where this stands in the document, or \"ngoài văn bản: …\" (not from the document)",
);
const NOTE: KeyFormat = key(Key::Note, ValueShape::Text, "Ghi chú", "A note");

/// Kinds of plan documents (loại văn bản).
pub const PLAN_KINDS: &[&str] =
    &["ke-hoach", "chi-thi", "cong-van", "nghi-quyet", "chuong-trinh", "de-an", "quyet-dinh"];

/// Levels that a setting or an option can give a warning.
pub const LEVELS: &[&str] = &["allow", "warn", "deny"];

static SIGNER: MappingFormat = format(
    Mapping::Signer,
    &[
        key(Key::Name, ValueShape::Text, "Họ và tên người ký", "The signer's name"),
        key(Key::Title, ValueShape::Text, "Chức vụ của người ký", "The signer's office"),
        key(
            Key::Capacity,
            ValueShape::Text,
            "Tư cách ký, ví dụ Trưởng ban",
            "The capacity in which they sign",
        ),
    ],
);

static DEFAULTS: MappingFormat = format(
    Mapping::Defaults,
    &[
        key(
            Key::Due,
            ValueShape::Text,
            "Thời hạn cho nhiệm vụ không ghi thời hạn; hiện ra là kế thừa",
            "The deadline of whatever states none; shown as inherited",
        ),
        key(
            Key::Lead,
            ValueShape::Many,
            "Đơn vị chủ trì cho nhiệm vụ không ghi chủ trì; hiện ra là kế thừa",
            "The lead of whatever states none; shown as inherited",
        ),
    ],
);

static SETTINGS: MappingFormat = format(
    Mapping::Settings,
    &[
        key(
            Key::Roll,
            ValueShape::Word(&["next", "previous", "none"]),
            "Ngày cuối là ngày nghỉ thì hạn chuyển sang ngày làm việc kế tiếp (next, mặc định, BLDS 2015 Điều 148), lùi về trước (previous) hoặc giữ nguyên (none)",
            "When the last day is a day off, the term ends with the next working day (next, the default, Civil Code 2015 art. 148), the previous one, or stays (none)",
        ),
        key(
            Key::Before,
            ValueShape::Word(&["exclusive", "inclusive"]),
            "\"trước ngày 15/5\" là hết ngày 14/5 (exclusive, mặc định) hay hết ngày 15/5 (inclusive)",
            "Whether \"trước ngày 15/5\" ends with 14/5 (exclusive, the default) or with 15/5 (inclusive)",
        ),
        key(
            Key::DueSoon,
            ValueShape::Count,
            "Còn bao nhiêu ngày làm việc thì coi là sắp đến hạn (mặc định 3)",
            "How many working days before its deadline an item is due soon (default 3)",
        ),
        key(
            Key::Lint,
            ValueShape::Levels,
            "Mức của từng cảnh báo: allow, warn hoặc deny",
            "The level of single warnings: allow, warn or deny",
        ),
    ],
);

static BASES: MappingFormat = format(
    Mapping::Bases,
    &[
        key(
            Key::Kind,
            ValueShape::Text,
            "Loại văn bản: Nghị quyết, Chỉ thị, Kế hoạch, …",
            "The kind of document: Nghị quyết, Chỉ thị, Kế hoạch, …",
        ),
        key(
            Key::Number,
            ValueShape::Text,
            "Số ký hiệu, ví dụ 29-NQ/TW",
            "Its number and sign, such as 29-NQ/TW",
        ),
        key(Key::Date, ValueShape::Day, "Ngày ban hành", "The day of issue"),
        key(Key::Issuer, ValueShape::Text, "Cơ quan ban hành", "Who issued it"),
        key(Key::Title, ValueShape::Text, "Trích yếu", "What it is about"),
        SOURCE,
        NOTE,
    ],
);

static UNITS: MappingFormat = format(
    Mapping::Units,
    &[
        required(
            Key::Id,
            ValueShape::Id,
            "Mã đơn vị, chung một kho với mã nhóm",
            "The unit's id, one name space with groups",
        ),
        required(Key::Name, ValueShape::Text, "Tên đơn vị", "The unit's name"),
        required(
            Key::Kind,
            ValueShape::Id,
            "Loại đơn vị, tự đặt: phuong, truong, phong-ban, …",
            "The kind of unit, a free slug: phuong, truong, phong-ban, …",
        ),
        key(Key::Aliases, ValueShape::Many, "Các tên gọi khác", "Other names"),
        key(Key::Parent, ValueShape::Text, "Đơn vị cấp trên", "The unit above it"),
        key(Key::From, ValueShape::Day, "Có hiệu lực từ ngày", "In force from this day"),
        key(Key::Until, ValueShape::Day, "Có hiệu lực đến hết ngày", "In force to the end of this day"),
        key(
            Key::Successors,
            ValueShape::Many,
            "Các đơn vị kế thừa khi hết hiệu lực",
            "The units that succeed it",
        ),
        SOURCE,
        NOTE,
    ],
);

static GROUPS: MappingFormat = MappingFormat {
    any_of: &[&[Key::Members], &[Key::Kind]],
    ..format(
        Mapping::Groups,
        &[
            required(
                Key::Id,
                ValueShape::Id,
                "Mã nhóm, chung một kho với mã đơn vị",
                "The group's id, one name space with units",
            ),
            required(Key::Name, ValueShape::Text, "Tên nhóm", "The group's name"),
            key(
                Key::Members,
                ValueShape::Many,
                "Các đơn vị và nhóm thành viên",
                "The units and groups in it",
            ),
            key(
                Key::Kind,
                ValueShape::Many,
                "Mọi đơn vị thuộc loại này (hoặc các loại này)",
                "All units of this kind (or these kinds)",
            ),
            key(Key::Parent, ValueShape::Text, "… và thuộc đơn vị cấp trên này", "… and of this parent"),
            key(
                Key::Count,
                ValueShape::Count,
                "Số đơn vị mà văn bản nêu, để đối chiếu",
                "How many units the document says it has, to be held against the registry",
            ),
            SOURCE,
            NOTE,
        ],
    )
};

static HOLIDAYS: MappingFormat = format(
    Mapping::Holidays,
    &[
        required(Key::Date, ValueShape::Day, "Ngày nghỉ", "The day off"),
        key(Key::Name, ValueShape::Text, "Tên ngày nghỉ", "Its name"),
        SOURCE,
        NOTE,
    ],
);

static WORKDAYS: MappingFormat = format(
    Mapping::Workdays,
    &[
        required(
            Key::Date,
            ValueShape::Day,
            "Ngày cuối tuần phải làm việc",
            "The weekend day that is worked",
        ),
        key(Key::Name, ValueShape::Text, "Lý do, ví dụ làm bù cho 29/4", "Why, such as làm bù cho 29/4"),
        SOURCE,
        NOTE,
    ],
);

static SCHOOL_YEARS: MappingFormat = format(
    Mapping::SchoolYears,
    &[
        required(
            Key::Year,
            ValueShape::Text,
            "Năm học, ví dụ 2022-2023",
            "The school year, such as 2022-2023",
        ),
        required(Key::From, ValueShape::Day, "Ngày khai giảng", "Its first day"),
        required(Key::Term1Ends, ValueShape::Day, "Ngày kết thúc học kỳ I", "The last day of its first term"),
        required(
            Key::Term2Ends,
            ValueShape::Day,
            "Ngày kết thúc học kỳ II",
            "The last day of its second term",
        ),
        required(Key::To, ValueShape::Day, "Ngày kết thúc năm học", "Its last day"),
        SOURCE,
        NOTE,
    ],
);

static CALENDAR: MappingFormat = format(
    Mapping::Calendar,
    &[
        key(
            Key::Holidays,
            ValueShape::List(&HOLIDAYS),
            "Ngày nghỉ thêm vào lịch có sẵn",
            "Days off, added to the built-in calendar",
        ),
        key(
            Key::Workdays,
            ValueShape::List(&WORKDAYS),
            "Ngày cuối tuần làm bù",
            "Weekend days worked instead",
        ),
        key(
            Key::SchoolYears,
            ValueShape::List(&SCHOOL_YEARS),
            "Khung thời gian các năm học",
            "The school years",
        ),
    ],
);

static GOALS: MappingFormat = format(
    Mapping::Goals,
    &[
        required(Key::Id, ValueShape::Id, "Mã mục tiêu", "The goal's id"),
        required(Key::Title, ValueShape::Text, "Mục tiêu", "The goal"),
        SOURCE,
        NOTE,
    ],
);

static RESULTS: MappingFormat = format(
    Mapping::Results,
    &[
        required(Key::Date, ValueShape::Day, "Ngày của số liệu", "The day of the figure"),
        required(Key::Value, ValueShape::Text, "Kết quả", "The result"),
        key(Key::Unit, ValueShape::Text, "Đơn vị báo cáo", "The unit that reports it"),
        key(Key::Evidence, ValueShape::Text, "Minh chứng", "Evidence"),
        SOURCE,
        NOTE,
    ],
);

static TARGETS: MappingFormat = format(
    Mapping::Targets,
    &[
        required(Key::Id, ValueShape::Id, "Mã chỉ tiêu", "The target's id"),
        required(Key::Title, ValueShape::Text, "Chỉ tiêu", "The target"),
        key(
            Key::Goal,
            ValueShape::Text,
            "Mục tiêu mà chỉ tiêu này cụ thể hóa",
            "The goal that it spells out",
        ),
        required(
            Key::Value,
            ValueShape::Text,
            "Mức phải đạt: 100%, \">= 65%\", \"> 50%\", 50-55%, \"<= 0 vụ\", 11 trường, mức độ 3, đạt",
            "What must be reached: 100%, \">= 65%\", \"> 50%\", 50-55%, \"<= 0 vụ\", 11 trường, mức độ 3, đạt",
        ),
        key(
            Key::Due,
            ValueShape::Text,
            "Thời hạn, bằng lời như trong văn bản",
            "The deadline in the document's words",
        ),
        key(Key::Lead, ValueShape::Many, "Đơn vị chịu trách nhiệm", "Who answers for it"),
        key(Key::Tasks, ValueShape::Many, "Các nhiệm vụ để đạt chỉ tiêu", "The tasks that serve it"),
        key(Key::Results, ValueShape::List(&RESULTS), "Kết quả theo thời gian", "The results over time"),
        SOURCE,
        NOTE,
    ],
);

static SECTIONS: MappingFormat = format(
    Mapping::Sections,
    &[
        required(Key::Id, ValueShape::Id, "Mã phần, mục, ví dụ II.1", "The section's id, such as II.1"),
        required(Key::Title, ValueShape::Text, "Tiêu đề", "Its title"),
        key(
            Key::Parent,
            ValueShape::Text,
            "Phần cha; bỏ trống thì là phần mã trước dấu \".\" cuối cùng",
            "The section above; by default the id up to its last \".\"",
        ),
        SOURCE,
        NOTE,
    ],
);

// What tasks and rows of the schedule have in common.
const SECTION: KeyFormat =
    key(Key::Section, ValueShape::Text, "Phần của văn bản", "The section it stands in");
const TEXT: KeyFormat =
    key(Key::Text, ValueShape::Text, "Nguyên văn của văn bản", "The document's own words");
const LEAD: KeyFormat = key(
    Key::Lead,
    ValueShape::Many,
    "Chủ trì: một đơn vị, một nhóm, hoặc danh sách",
    "Who leads (chủ trì): a unit, a group, or a list of them",
);
const WITH: KeyFormat = key(Key::With, ValueShape::Many, "Phối hợp", "Who coordinates (phối hợp)");
const TO: KeyFormat = key(
    Key::To,
    ValueShape::Many,
    "Đơn vị được giao, được chỉ đạo thực hiện",
    "Who is directed to carry it out, where the lead directs others",
);
const DUE: KeyFormat = key(
    Key::Due,
    ValueShape::Text,
    "Thời hạn bằng lời, như trong văn bản: trước ngày 15/5/2024, 01 lần/quý, Thường xuyên, …",
    "The deadline in the document's words: trước ngày 15/5/2024, 01 lần/quý, Thường xuyên, …",
);
const FROM: KeyFormat = key(
    Key::From,
    ValueShape::Day,
    "Ngày bắt đầu, thay cho ngày đầu mà thời hạn nêu",
    "The first day, instead of the one that the deadline gives",
);
const OUTPUT: KeyFormat = key(Key::Output, ValueShape::Text, "Sản phẩm", "What comes of it (sản phẩm)");
const GOALS_OF: KeyFormat =
    key(Key::Goals, ValueShape::Many, "Các mục tiêu mà việc này phục vụ", "The goals that it serves");
const MODE: KeyFormat = key(
    Key::Mode,
    ValueShape::Word(&["each", "joint"]),
    "each: mỗi đơn vị chủ trì tự chịu trách nhiệm (mặc định); joint: cùng chịu trách nhiệm một việc",
    "each: every lead answers for itself (the default); joint: they answer for one item together",
);
const TAGS: KeyFormat = key(Key::Tags, ValueShape::Many, "Nhãn tự đặt", "Free tags");

static TASKS: MappingFormat = format(
    Mapping::Tasks,
    &[
        required(
            Key::Id,
            ValueShape::Id,
            "Mã nhiệm vụ, chung một kho với mã dòng tiến độ",
            "The task's id, one name space with rows",
        ),
        SECTION,
        required(Key::Title, ValueShape::Text, "Nội dung ngắn gọn", "What is to be done, in short"),
        TEXT,
        LEAD,
        WITH,
        TO,
        DUE,
        FROM,
        OUTPUT,
        GOALS_OF,
        MODE,
        TAGS,
        key(Key::Heading, ValueShape::Bool, "Chỉ là nhãn, không mở đầu việc", "A mere label: opens no item"),
        key(
            Key::SameAs,
            ValueShape::Text,
            "Trùng với nhiệm vụ này: không mở đầu việc",
            "Told twice: opens no item, counts there",
        ),
        SOURCE,
        NOTE,
    ],
);

static SCHEDULE: MappingFormat = MappingFormat {
    any_of: &[&[Key::Task], &[Key::Section, Key::Title]],
    ..format(
        Mapping::Schedule,
        &[
            required(
                Key::Id,
                ValueShape::Id,
                "Mã dòng, chung một kho với mã nhiệm vụ",
                "The row's id, one name space with tasks",
            ),
            key(
                Key::Task,
                ValueShape::Text,
                "Nhiệm vụ mà dòng này giao và định hạn",
                "The task that it assigns and dates",
            ),
            SECTION,
            key(
                Key::Title,
                ValueShape::Text,
                "Nội dung; bỏ trống thì lấy của nhiệm vụ",
                "What is to be done; by default the task's",
            ),
            TEXT,
            LEAD,
            WITH,
            TO,
            DUE,
            FROM,
            OUTPUT,
            GOALS_OF,
            MODE,
            TAGS,
            SOURCE,
            NOTE,
        ],
    )
};

/// States that a report can give.
pub const STATES: &[&str] = &["started", "done", "paused", "reopened"];

static PROGRESS: MappingFormat = MappingFormat {
    any_of: &[&[Key::State], &[Key::Percent]],
    ..format(
        Mapping::Progress,
        &[
            required(
                Key::Item,
                ValueShape::Many,
                "Nhiệm vụ hoặc dòng tiến độ, hoặc danh sách",
                "The task or row, or a list of them",
            ),
            key(
                Key::Unit,
                ValueShape::Many,
                "Đơn vị báo cáo; cần khi nhiều đơn vị cùng chịu trách nhiệm",
                "The unit that reports; needed where several answer",
            ),
            key(
                Key::Period,
                ValueShape::Many,
                "Nhãn của kỳ, ví dụ 2024-Q1; cần khi việc lặp lại",
                "The occurrence's label, such as 2024-Q1; needed where the item recurs",
            ),
            required(Key::Date, ValueShape::Day, "Ngày báo cáo", "The day it was reported"),
            key(
                Key::AsOf,
                ValueShape::Day,
                "Ngày mà báo cáo nói tới, nếu khác ngày báo cáo",
                "The day it speaks of, when that is another",
            ),
            key(Key::State, ValueShape::Word(STATES), "Trạng thái", "The state"),
            key(
                Key::Percent,
                ValueShape::Number,
                "Mức độ hoàn thành, phần trăm",
                "How much is done, in percent",
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

static CHANGES: MappingFormat = MappingFormat {
    any_of: &[&[Key::Due], &[Key::Dropped], &[Key::Lead]],
    ..format(
        Mapping::Changes,
        &[
            required(
                Key::Item,
                ValueShape::Many,
                "Nhiệm vụ hoặc dòng tiến độ, hoặc danh sách",
                "The task or row, or a list of them",
            ),
            key(
                Key::Unit,
                ValueShape::Many,
                "Chỉ cho đơn vị này; bỏ trống là mọi đơn vị",
                "For this unit only; by default all",
            ),
            key(
                Key::Period,
                ValueShape::Many,
                "Chỉ cho kỳ này; bỏ trống là mọi kỳ",
                "For this occurrence only; by default all",
            ),
            required(
                Key::Date,
                ValueShape::Day,
                "Ngày của văn bản điều chỉnh",
                "The day from which it is in force",
            ),
            key(Key::Due, ValueShape::Day, "Hạn mới", "The new last day"),
            key(Key::Dropped, ValueShape::Bool, "Không thực hiện nữa", "No longer to be done"),
            key(Key::Lead, ValueShape::Text, "Đơn vị chủ trì mới", "The new lead"),
            key(Key::By, ValueShape::Text, "Văn bản điều chỉnh", "The document that changes it"),
            key(Key::Reason, ValueShape::Text, "Lý do", "Why"),
            SOURCE,
            NOTE,
        ],
    )
};

/// The days of a period written as a mapping.
pub static PERIOD: MappingFormat = format(
    Mapping::Period,
    &[
        required(Key::From, ValueShape::Day, "Ngày đầu", "The first day"),
        required(Key::To, ValueShape::Day, "Ngày cuối", "The last day"),
    ],
);

/// The keys of a main file that no other file has.
pub static HEADER: MappingFormat = format(
    Mapping::Header,
    &[
        required(
            Key::Format,
            ValueShape::Count,
            "Phiên bản của định dạng: 1",
            "The version of the format: 1",
        ),
        required(
            Key::Plan,
            ValueShape::Id,
            "Mã kế hoạch, duy nhất trong thư mục kế hoạch",
            "The plan's id, unique in the workspace",
        ),
        required(Key::Title, ValueShape::Text, "Tên kế hoạch", "The plan's title"),
        required(
            Key::Period,
            ValueShape::Period,
            "Thời kỳ: 2024, năm học 2022-2023, giai đoạn 2024-2025, hoặc {from, to}",
            "The period: 2024, năm học 2022-2023, giai đoạn 2024-2025, or {from, to}",
        ),
        key(Key::Kind, ValueShape::Word(PLAN_KINDS), "Loại văn bản", "The kind of document"),
        key(
            Key::Number,
            ValueShape::Text,
            "Số ký hiệu, ví dụ 45/KH-BCĐ",
            "Its number and sign, such as 45/KH-BCĐ",
        ),
        key(Key::Issued, ValueShape::Day, "Ngày ban hành", "The day of issue"),
        key(Key::Issuer, ValueShape::Text, "Đơn vị ban hành", "The unit that issued it"),
        key(Key::Signer, ValueShape::Map(&SIGNER), "Người ký", "Who signed it"),
        key(
            Key::Standing,
            ValueShape::Text,
            "Đơn vị thường trực, tổng hợp báo cáo",
            "The standing unit, which consolidates the reports",
        ),
        key(Key::Recipients, ValueShape::Many, "Nơi nhận", "The recipients"),
        key(
            Key::Defaults,
            ValueShape::Map(&DEFAULTS),
            "Giá trị cho nơi không ghi",
            "Values for what states none",
        ),
        key(
            Key::Include,
            ValueShape::Many,
            "Các tệp ngoài thư mục này thuộc kế hoạch",
            "Files outside this folder that belong to the plan",
        ),
        key(Key::Bases, ValueShape::List(&BASES), "Căn cứ", "The documents that it is based on"),
    ],
);

/// The keys that every file of a plan may have.
pub static LISTS: MappingFormat = format(
    Mapping::Lists,
    &[
        key(
            Key::Settings,
            ValueShape::Map(&SETTINGS),
            "Cách tính và mức cảnh báo",
            "How days are computed and warnings raised",
        ),
        key(Key::Units, ValueShape::List(&UNITS), "Danh mục đơn vị", "The registry of units"),
        key(Key::Groups, ValueShape::List(&GROUPS), "Nhóm đơn vị", "Groups of units"),
        key(
            Key::Calendar,
            ValueShape::Map(&CALENDAR),
            "Lịch làm việc và năm học",
            "Days off, days worked, school years",
        ),
        key(Key::Goals, ValueShape::List(&GOALS), "Mục tiêu", "Goals"),
        key(Key::Targets, ValueShape::List(&TARGETS), "Chỉ tiêu (Phụ lục 01)", "Targets (Phụ lục 01)"),
        key(Key::Sections, ValueShape::List(&SECTIONS), "Các phần của văn bản", "The document's sections"),
        key(Key::Tasks, ValueShape::List(&TASKS), "Nhiệm vụ", "Tasks"),
        key(
            Key::Schedule,
            ValueShape::List(&SCHEDULE),
            "Tiến độ (Phụ lục 02)",
            "Rows that assign and date (Phụ lục 02)",
        ),
        key(Key::Progress, ValueShape::List(&PROGRESS), "Báo cáo tiến độ", "What units report"),
        key(
            Key::Changes,
            ValueShape::List(&CHANGES),
            "Điều chỉnh, gia hạn",
            "Changes: extensions, drops, new leads",
        ),
    ],
);

/// The key that a file under `progress/` may begin with.
pub static REPORTER: MappingFormat = format(
    Mapping::Reporter,
    &[key(
        Key::Unit,
        ValueShape::Text,
        "Đơn vị của mọi báo cáo trong tệp",
        "The unit of all reports in this file",
    )],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_described_in_both_languages_and_named_once() {
        fn walk(format: &MappingFormat) {
            for key in format.keys {
                for lang in crate::language::Lang::ALL {
                    assert!(!key.doc(lang).is_empty(), "{}.{}", format.name(), key.name());
                }
                let first = format.get(key.key).unwrap();
                assert!(std::ptr::eq(first, key), "{}.{}", format.name(), key.name());
                if let ValueShape::Map(inner) | ValueShape::List(inner) = key.shape {
                    walk(inner);
                }
            }
            for key in format.any_of.iter().copied().flatten() {
                assert!(format.get(*key).is_some(), "{}.{}", format.name(), key.name());
            }
        }
        for format in [&HEADER, &LISTS, &REPORTER, &PERIOD] {
            walk(format);
        }
    }
}
