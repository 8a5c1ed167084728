//! The plan format as one table: which keys there are, what stands behind them, what they mean.
//!
//! The reader, `plan schema` and the tests all work from this table, so a key cannot be accepted by one
//! and unknown to another. Source: the plan format, version 1.

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
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What may stand behind it.
    pub shape: ValueShape,
    /// Whether it must be there.
    pub required: bool,
    vi: &'static str,
    en: &'static str,
}

impl Key {
    /// What it means.
    pub fn doc(&self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.en)
    }
}

/// A mapping with its keys.
#[derive(Debug)]
pub struct MappingFormat {
    /// What one such mapping is called, for messages: `tasks`, `units`, …
    pub name: &'static str,
    /// Its keys in the order in which they are best written.
    pub keys: &'static [Key],
    /// Groups of keys of which at least one must be complete; empty where there is no such rule.
    pub any_of: &'static [&'static [&'static str]],
}

impl MappingFormat {
    /// The number of a key among [`MappingFormat::keys`].
    pub fn position(&self, name: &str) -> Option<usize> {
        self.keys.iter().position(|key| key.name == name)
    }
}

const fn key(name: &'static str, shape: ValueShape, vi: &'static str, en: &'static str) -> Key {
    Key { name, shape, required: false, vi, en }
}

const fn required(name: &'static str, shape: ValueShape, vi: &'static str, en: &'static str) -> Key {
    Key { name, shape, required: true, vi, en }
}

const fn format(name: &'static str, keys: &'static [Key]) -> MappingFormat {
    MappingFormat { name, keys, any_of: &[] }
}

// Every entry of every list takes these two.
const SOURCE: Key = key(
    "source",
    ValueShape::Text,
    "Điều này ở đâu trong văn bản, hoặc \"ngoài văn bản: …\"",
    "Where this stands in the document, or \"ngoài văn bản: …\" (not from the document)",
);
const NOTE: Key = key("note", ValueShape::Text, "Ghi chú", "A note");

/// Kinds of plan documents (loại văn bản).
pub const PLAN_KINDS: &[&str] =
    &["ke-hoach", "chi-thi", "cong-van", "nghi-quyet", "chuong-trinh", "de-an", "quyet-dinh"];

/// Levels that a setting or an option can give a warning.
pub const LEVELS: &[&str] = &["allow", "warn", "deny"];

static SIGNER: MappingFormat = format(
    "signer",
    &[
        key("name", ValueShape::Text, "Họ và tên người ký", "The signer's name"),
        key("title", ValueShape::Text, "Chức vụ của người ký", "The signer's office"),
        key("capacity", ValueShape::Text, "Tư cách ký, ví dụ Trưởng ban", "The capacity in which they sign"),
    ],
);

static DEFAULTS: MappingFormat = format(
    "defaults",
    &[
        key(
            "due",
            ValueShape::Text,
            "Thời hạn cho nhiệm vụ không ghi thời hạn; hiện ra là kế thừa",
            "The deadline of whatever states none; shown as inherited",
        ),
        key(
            "lead",
            ValueShape::Many,
            "Đơn vị chủ trì cho nhiệm vụ không ghi chủ trì; hiện ra là kế thừa",
            "The lead of whatever states none; shown as inherited",
        ),
    ],
);

static SETTINGS: MappingFormat = format(
    "settings",
    &[
        key(
            "roll",
            ValueShape::Word(&["next", "previous", "none"]),
            "Ngày cuối là ngày nghỉ thì hạn chuyển sang ngày làm việc kế tiếp (next, mặc định, BLDS 2015 Điều 148), lùi về trước (previous) hoặc giữ nguyên (none)",
            "When the last day is a day off, the term ends with the next working day (next, the default, Civil Code 2015 art. 148), the previous one, or stays (none)",
        ),
        key(
            "before",
            ValueShape::Word(&["exclusive", "inclusive"]),
            "\"trước ngày 15/5\" là hết ngày 14/5 (exclusive, mặc định) hay hết ngày 15/5 (inclusive)",
            "Whether \"trước ngày 15/5\" ends with 14/5 (exclusive, the default) or with 15/5 (inclusive)",
        ),
        key(
            "due_soon",
            ValueShape::Count,
            "Còn bao nhiêu ngày làm việc thì coi là sắp đến hạn (mặc định 3)",
            "How many working days before its deadline an item is due soon (default 3)",
        ),
        key(
            "lint",
            ValueShape::Levels,
            "Mức của từng cảnh báo: allow, warn hoặc deny",
            "The level of single warnings: allow, warn or deny",
        ),
    ],
);

static BASES: MappingFormat = format(
    "bases",
    &[
        key(
            "kind",
            ValueShape::Text,
            "Loại văn bản: Nghị quyết, Chỉ thị, Kế hoạch, …",
            "The kind of document: Nghị quyết, Chỉ thị, Kế hoạch, …",
        ),
        key(
            "number",
            ValueShape::Text,
            "Số ký hiệu, ví dụ 29-NQ/TW",
            "Its number and sign, such as 29-NQ/TW",
        ),
        key("date", ValueShape::Day, "Ngày ban hành", "The day of issue"),
        key("issuer", ValueShape::Text, "Cơ quan ban hành", "Who issued it"),
        key("title", ValueShape::Text, "Trích yếu", "What it is about"),
        SOURCE,
        NOTE,
    ],
);

static UNITS: MappingFormat = format(
    "units",
    &[
        required(
            "id",
            ValueShape::Id,
            "Mã đơn vị, chung một kho với mã nhóm",
            "The unit's id, one name space with groups",
        ),
        required("name", ValueShape::Text, "Tên đơn vị", "The unit's name"),
        required(
            "kind",
            ValueShape::Id,
            "Loại đơn vị, tự đặt: phuong, truong, phong-ban, …",
            "The kind of unit, a free slug: phuong, truong, phong-ban, …",
        ),
        key("aliases", ValueShape::Many, "Các tên gọi khác", "Other names"),
        key("parent", ValueShape::Text, "Đơn vị cấp trên", "The unit above it"),
        key("from", ValueShape::Day, "Có hiệu lực từ ngày", "In force from this day"),
        key("until", ValueShape::Day, "Có hiệu lực đến hết ngày", "In force to the end of this day"),
        key(
            "successors",
            ValueShape::Many,
            "Các đơn vị kế thừa khi hết hiệu lực",
            "The units that succeed it",
        ),
        SOURCE,
        NOTE,
    ],
);

static GROUPS: MappingFormat = MappingFormat {
    any_of: &[&["members"], &["kind"]],
    ..format(
        "groups",
        &[
            required(
                "id",
                ValueShape::Id,
                "Mã nhóm, chung một kho với mã đơn vị",
                "The group's id, one name space with units",
            ),
            required("name", ValueShape::Text, "Tên nhóm", "The group's name"),
            key("members", ValueShape::Many, "Các đơn vị và nhóm thành viên", "The units and groups in it"),
            key(
                "kind",
                ValueShape::Many,
                "Mọi đơn vị thuộc loại này (hoặc các loại này)",
                "All units of this kind (or these kinds)",
            ),
            key("parent", ValueShape::Text, "… và thuộc đơn vị cấp trên này", "… and of this parent"),
            key(
                "count",
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
    "holidays",
    &[
        required("date", ValueShape::Day, "Ngày nghỉ", "The day off"),
        key("name", ValueShape::Text, "Tên ngày nghỉ", "Its name"),
        SOURCE,
        NOTE,
    ],
);

static WORKDAYS: MappingFormat = format(
    "workdays",
    &[
        required("date", ValueShape::Day, "Ngày cuối tuần phải làm việc", "The weekend day that is worked"),
        key("name", ValueShape::Text, "Lý do, ví dụ làm bù cho 29/4", "Why, such as làm bù cho 29/4"),
        SOURCE,
        NOTE,
    ],
);

static SCHOOL_YEARS: MappingFormat = format(
    "school_years",
    &[
        required("year", ValueShape::Text, "Năm học, ví dụ 2022-2023", "The school year, such as 2022-2023"),
        required("from", ValueShape::Day, "Ngày khai giảng", "Its first day"),
        required("term1_ends", ValueShape::Day, "Ngày kết thúc học kỳ I", "The last day of its first term"),
        required("term2_ends", ValueShape::Day, "Ngày kết thúc học kỳ II", "The last day of its second term"),
        required("to", ValueShape::Day, "Ngày kết thúc năm học", "Its last day"),
        SOURCE,
        NOTE,
    ],
);

static CALENDAR: MappingFormat = format(
    "calendar",
    &[
        key(
            "holidays",
            ValueShape::List(&HOLIDAYS),
            "Ngày nghỉ thêm vào lịch có sẵn",
            "Days off, added to the built-in calendar",
        ),
        key("workdays", ValueShape::List(&WORKDAYS), "Ngày cuối tuần làm bù", "Weekend days worked instead"),
        key(
            "school_years",
            ValueShape::List(&SCHOOL_YEARS),
            "Khung thời gian các năm học",
            "The school years",
        ),
    ],
);

static GOALS: MappingFormat = format(
    "goals",
    &[
        required("id", ValueShape::Id, "Mã mục tiêu", "The goal's id"),
        required("title", ValueShape::Text, "Mục tiêu", "The goal"),
        SOURCE,
        NOTE,
    ],
);

static RESULTS: MappingFormat = format(
    "results",
    &[
        required("date", ValueShape::Day, "Ngày của số liệu", "The day of the figure"),
        required("value", ValueShape::Text, "Kết quả", "The result"),
        key("unit", ValueShape::Text, "Đơn vị báo cáo", "The unit that reports it"),
        key("evidence", ValueShape::Text, "Minh chứng", "Evidence"),
        SOURCE,
        NOTE,
    ],
);

static TARGETS: MappingFormat = format(
    "targets",
    &[
        required("id", ValueShape::Id, "Mã chỉ tiêu", "The target's id"),
        required("title", ValueShape::Text, "Chỉ tiêu", "The target"),
        key("goal", ValueShape::Text, "Mục tiêu mà chỉ tiêu này cụ thể hóa", "The goal that it spells out"),
        required(
            "value",
            ValueShape::Text,
            "Mức phải đạt: 100%, \">= 65%\", \"> 50%\", 50-55%, \"<= 0 vụ\", 11 trường, mức độ 3, đạt",
            "What must be reached: 100%, \">= 65%\", \"> 50%\", 50-55%, \"<= 0 vụ\", 11 trường, mức độ 3, đạt",
        ),
        key(
            "due",
            ValueShape::Text,
            "Thời hạn, bằng lời như trong văn bản",
            "The deadline in the document's words",
        ),
        key("lead", ValueShape::Many, "Đơn vị chịu trách nhiệm", "Who answers for it"),
        key("tasks", ValueShape::Many, "Các nhiệm vụ để đạt chỉ tiêu", "The tasks that serve it"),
        key("results", ValueShape::List(&RESULTS), "Kết quả theo thời gian", "The results over time"),
        SOURCE,
        NOTE,
    ],
);

static SECTIONS: MappingFormat = format(
    "sections",
    &[
        required("id", ValueShape::Id, "Mã phần, mục, ví dụ II.1", "The section's id, such as II.1"),
        required("title", ValueShape::Text, "Tiêu đề", "Its title"),
        key(
            "parent",
            ValueShape::Text,
            "Phần cha; bỏ trống thì là phần mã trước dấu \".\" cuối cùng",
            "The section above; by default the id up to its last \".\"",
        ),
        SOURCE,
        NOTE,
    ],
);

// What tasks and rows of the schedule have in common.
const SECTION: Key = key("section", ValueShape::Text, "Phần của văn bản", "The section it stands in");
const TEXT: Key = key("text", ValueShape::Text, "Nguyên văn của văn bản", "The document's own words");
const LEAD: Key = key(
    "lead",
    ValueShape::Many,
    "Chủ trì: một đơn vị, một nhóm, hoặc danh sách",
    "Who leads (chủ trì): a unit, a group, or a list of them",
);
const WITH: Key = key("with", ValueShape::Many, "Phối hợp", "Who coordinates (phối hợp)");
const TO: Key = key(
    "to",
    ValueShape::Many,
    "Đơn vị được giao, được chỉ đạo thực hiện",
    "Who is directed to carry it out, where the lead directs others",
);
const DUE: Key = key(
    "due",
    ValueShape::Text,
    "Thời hạn bằng lời, như trong văn bản: trước ngày 15/5/2024, 01 lần/quý, Thường xuyên, …",
    "The deadline in the document's words: trước ngày 15/5/2024, 01 lần/quý, Thường xuyên, …",
);
const FROM: Key = key(
    "from",
    ValueShape::Day,
    "Ngày bắt đầu, thay cho ngày đầu mà thời hạn nêu",
    "The first day, instead of the one that the deadline gives",
);
const OUTPUT: Key = key("output", ValueShape::Text, "Sản phẩm", "What comes of it (sản phẩm)");
const GOALS_OF: Key =
    key("goals", ValueShape::Many, "Các mục tiêu mà việc này phục vụ", "The goals that it serves");
const MODE: Key = key(
    "mode",
    ValueShape::Word(&["each", "joint"]),
    "each: mỗi đơn vị chủ trì tự chịu trách nhiệm (mặc định); joint: cùng chịu trách nhiệm một việc",
    "each: every lead answers for itself (the default); joint: they answer for one item together",
);
const TAGS: Key = key("tags", ValueShape::Many, "Nhãn tự đặt", "Free tags");

static TASKS: MappingFormat = format(
    "tasks",
    &[
        required(
            "id",
            ValueShape::Id,
            "Mã nhiệm vụ, chung một kho với mã dòng tiến độ",
            "The task's id, one name space with rows",
        ),
        SECTION,
        required("title", ValueShape::Text, "Nội dung ngắn gọn", "What is to be done, in short"),
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
        key("heading", ValueShape::Bool, "Chỉ là nhãn, không mở đầu việc", "A mere label: opens no item"),
        key(
            "same_as",
            ValueShape::Text,
            "Trùng với nhiệm vụ này: không mở đầu việc",
            "Told twice: opens no item, counts there",
        ),
        SOURCE,
        NOTE,
    ],
);

static SCHEDULE: MappingFormat = MappingFormat {
    any_of: &[&["task"], &["section", "title"]],
    ..format(
        "schedule",
        &[
            required(
                "id",
                ValueShape::Id,
                "Mã dòng, chung một kho với mã nhiệm vụ",
                "The row's id, one name space with tasks",
            ),
            key(
                "task",
                ValueShape::Text,
                "Nhiệm vụ mà dòng này giao và định hạn",
                "The task that it assigns and dates",
            ),
            SECTION,
            key(
                "title",
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
    any_of: &[&["state"], &["percent"]],
    ..format(
        "progress",
        &[
            required(
                "item",
                ValueShape::Many,
                "Nhiệm vụ hoặc dòng tiến độ, hoặc danh sách",
                "The task or row, or a list of them",
            ),
            key(
                "unit",
                ValueShape::Many,
                "Đơn vị báo cáo; cần khi nhiều đơn vị cùng chịu trách nhiệm",
                "The unit that reports; needed where several answer",
            ),
            key(
                "period",
                ValueShape::Many,
                "Nhãn của kỳ, ví dụ 2024-Q1; cần khi việc lặp lại",
                "The occurrence's label, such as 2024-Q1; needed where the item recurs",
            ),
            required("date", ValueShape::Day, "Ngày báo cáo", "The day it was reported"),
            key(
                "as_of",
                ValueShape::Day,
                "Ngày mà báo cáo nói tới, nếu khác ngày báo cáo",
                "The day it speaks of, when that is another",
            ),
            key("state", ValueShape::Word(STATES), "Trạng thái", "The state"),
            key(
                "percent",
                ValueShape::Number,
                "Mức độ hoàn thành, phần trăm",
                "How much is done, in percent",
            ),
            key("evidence", ValueShape::Text, "Minh chứng", "Evidence"),
            key("difficulty", ValueShape::Text, "Khó khăn, vướng mắc", "Difficulties (khó khăn, vướng mắc)"),
            key("proposal", ValueShape::Text, "Kiến nghị, đề xuất", "Proposals (kiến nghị, đề xuất)"),
            SOURCE,
            NOTE,
        ],
    )
};

static CHANGES: MappingFormat = MappingFormat {
    any_of: &[&["due"], &["dropped"], &["lead"]],
    ..format(
        "changes",
        &[
            required(
                "item",
                ValueShape::Many,
                "Nhiệm vụ hoặc dòng tiến độ, hoặc danh sách",
                "The task or row, or a list of them",
            ),
            key(
                "unit",
                ValueShape::Many,
                "Chỉ cho đơn vị này; bỏ trống là mọi đơn vị",
                "For this unit only; by default all",
            ),
            key(
                "period",
                ValueShape::Many,
                "Chỉ cho kỳ này; bỏ trống là mọi kỳ",
                "For this occurrence only; by default all",
            ),
            required(
                "date",
                ValueShape::Day,
                "Ngày của văn bản điều chỉnh",
                "The day from which it is in force",
            ),
            key("due", ValueShape::Day, "Hạn mới", "The new last day"),
            key("dropped", ValueShape::Bool, "Không thực hiện nữa", "No longer to be done"),
            key("lead", ValueShape::Text, "Đơn vị chủ trì mới", "The new lead"),
            key("by", ValueShape::Text, "Văn bản điều chỉnh", "The document that changes it"),
            key("reason", ValueShape::Text, "Lý do", "Why"),
            SOURCE,
            NOTE,
        ],
    )
};

/// The days of a period written as a mapping.
pub static PERIOD: MappingFormat = format(
    "period",
    &[
        required("from", ValueShape::Day, "Ngày đầu", "The first day"),
        required("to", ValueShape::Day, "Ngày cuối", "The last day"),
    ],
);

/// The keys of a main file that no other file has.
pub static HEADER: MappingFormat = format(
    "header",
    &[
        required("format", ValueShape::Count, "Phiên bản của định dạng: 1", "The version of the format: 1"),
        required(
            "plan",
            ValueShape::Id,
            "Mã kế hoạch, duy nhất trong thư mục kế hoạch",
            "The plan's id, unique in the workspace",
        ),
        required("title", ValueShape::Text, "Tên kế hoạch", "The plan's title"),
        required(
            "period",
            ValueShape::Period,
            "Thời kỳ: 2024, năm học 2022-2023, giai đoạn 2024-2025, hoặc {from, to}",
            "The period: 2024, năm học 2022-2023, giai đoạn 2024-2025, or {from, to}",
        ),
        key("kind", ValueShape::Word(PLAN_KINDS), "Loại văn bản", "The kind of document"),
        key(
            "number",
            ValueShape::Text,
            "Số ký hiệu, ví dụ 45/KH-BCĐ",
            "Its number and sign, such as 45/KH-BCĐ",
        ),
        key("issued", ValueShape::Day, "Ngày ban hành", "The day of issue"),
        key("issuer", ValueShape::Text, "Đơn vị ban hành", "The unit that issued it"),
        key("signer", ValueShape::Map(&SIGNER), "Người ký", "Who signed it"),
        key(
            "standing",
            ValueShape::Text,
            "Đơn vị thường trực, tổng hợp báo cáo",
            "The standing unit, which consolidates the reports",
        ),
        key("recipients", ValueShape::Many, "Nơi nhận", "The recipients"),
        key(
            "defaults",
            ValueShape::Map(&DEFAULTS),
            "Giá trị cho nơi không ghi",
            "Values for what states none",
        ),
        key(
            "include",
            ValueShape::Many,
            "Các tệp ngoài thư mục này thuộc kế hoạch",
            "Files outside this folder that belong to the plan",
        ),
        key("bases", ValueShape::List(&BASES), "Căn cứ", "The documents that it is based on"),
    ],
);

/// The keys that every file of a plan may have.
pub static LISTS: MappingFormat = format(
    "lists",
    &[
        key(
            "settings",
            ValueShape::Map(&SETTINGS),
            "Cách tính và mức cảnh báo",
            "How days are computed and warnings raised",
        ),
        key("units", ValueShape::List(&UNITS), "Danh mục đơn vị", "The registry of units"),
        key("groups", ValueShape::List(&GROUPS), "Nhóm đơn vị", "Groups of units"),
        key(
            "calendar",
            ValueShape::Map(&CALENDAR),
            "Lịch làm việc và năm học",
            "Days off, days worked, school years",
        ),
        key("goals", ValueShape::List(&GOALS), "Mục tiêu", "Goals"),
        key("targets", ValueShape::List(&TARGETS), "Chỉ tiêu (Phụ lục 01)", "Targets (Phụ lục 01)"),
        key("sections", ValueShape::List(&SECTIONS), "Các phần của văn bản", "The document's sections"),
        key("tasks", ValueShape::List(&TASKS), "Nhiệm vụ", "Tasks"),
        key(
            "schedule",
            ValueShape::List(&SCHEDULE),
            "Tiến độ (Phụ lục 02)",
            "Rows that assign and date (Phụ lục 02)",
        ),
        key("progress", ValueShape::List(&PROGRESS), "Báo cáo tiến độ", "What units report"),
        key(
            "changes",
            ValueShape::List(&CHANGES),
            "Điều chỉnh, gia hạn",
            "Changes: extensions, drops, new leads",
        ),
    ],
);

/// The key that a file under `progress/` may begin with.
pub static REPORTER: MappingFormat = format(
    "reporter",
    &[key(
        "unit",
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
            for (at, key) in format.keys.iter().enumerate() {
                for lang in crate::language::Lang::ALL {
                    assert!(!key.doc(lang).is_empty(), "{}.{}", format.name, key.name);
                }
                assert_eq!(format.position(key.name), Some(at), "{}.{}", format.name, key.name);
                if let ValueShape::Map(inner) | ValueShape::List(inner) = key.shape {
                    walk(inner);
                }
            }
            for name in format.any_of.iter().copied().flatten() {
                assert!(format.position(name).is_some(), "{}.{name}", format.name);
            }
        }
        for format in [&HEADER, &LISTS, &REPORTER, &PERIOD] {
            walk(format);
        }
    }
}
