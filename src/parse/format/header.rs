//! The main file of a plan: its header, its settings and the documents on which it is based.

use super::due::DUE_WORDS;
use super::shape::{MappingFormat, NOTE, SOURCE, ValueShape, format, key, required};
use crate::deadline::Roll;
use crate::parse::key::{Key, Mapping};

/// The kinds of plan documents (loại văn bản).
pub const PLAN_KINDS: &[&str] =
    &["ke-hoach", "chi-thi", "cong-van", "nghi-quyet", "chuong-trinh", "de-an", "quyet-dinh"];

/// The levels of a warning, in settings and options.
pub const LEVELS: &[&str] = &["allow", "warn", "deny"];

static SIGNER: MappingFormat = format(
    Mapping::Signer,
    &[
        key(Key::Name, ValueShape::Text, "Họ và tên người ký", "The name of the signer"),
        key(Key::Title, ValueShape::Text, "Chức vụ của người ký", "The office that the signer holds"),
        key(
            Key::Capacity,
            ValueShape::Text,
            "Tư cách ký, ví dụ Trưởng ban",
            "The capacity in which the signer acts, such as Trưởng ban",
        ),
    ],
);

pub(super) static DEFAULTS: MappingFormat = format(
    Mapping::Defaults,
    &[
        key(
            Key::Lead,
            ValueShape::Many,
            "Đơn vị chủ trì cho nhiệm vụ không ghi chủ trì; hiện ra là kế thừa",
            "The lead of tasks without `lead`; shown as inherited",
        ),
        key(
            Key::With,
            ValueShape::Many,
            "Đơn vị phối hợp cho nhiệm vụ không ghi phối hợp, trừ đơn vị chủ trì của nó; [] là không có",
            "The coordinating units of tasks without `with`, their leads aside; [] for none",
        ),
        key(
            Key::Due,
            ValueShape::WordsOr(&DUE_WORDS),
            "Thời hạn cho nhiệm vụ không ghi thời hạn; hiện ra là kế thừa",
            "The deadline of tasks without `due`; shown as inherited",
        ),
        key(
            Key::Output,
            ValueShape::Text,
            "Sản phẩm cho nhiệm vụ không ghi sản phẩm",
            "The output of tasks without `output`",
        ),
    ],
);

static LETTERHEAD: MappingFormat = format(
    Mapping::Letterhead,
    &[
        key(
            Key::Superior,
            ValueShape::Text,
            "Cơ quan chủ quản trực tiếp, ví dụ UBND quận Minh Họa",
            "The office directly above, such as UBND quận Minh Họa",
        ),
        key(
            Key::Office,
            ValueShape::Text,
            "Cơ quan ban hành báo cáo, công văn",
            "The office that issues reports and letters",
        ),
        key(Key::Place, ValueShape::Text, "Địa danh ghi trước ngày tháng", "The place before the day"),
        key(
            Key::Number,
            ValueShape::Text,
            "Ký hiệu của cơ quan, ví dụ PGDĐT: báo cáo ghi /BC-PGDĐT, công văn ghi /PGDĐT; hoặc cả số và ký hiệu: 05/BC-PGDĐT",
            "The sign of the office, such as PGDĐT: a report has /BC-PGDĐT, a letter /PGDĐT; or number and sign: 05/BC-PGDĐT",
        ),
        key(
            Key::Authority,
            ValueShape::Many,
            "Quyền hạn của người ký, mỗi dòng một mục: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH",
            "The authority of the signer, an entry for each line: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH",
        ),
        key(Key::Title, ValueShape::Text, "Chức vụ của người ký", "The office that the signer holds"),
        key(Key::Name, ValueShape::Text, "Họ và tên người ký", "The name of the signer"),
    ],
);

pub(super) static SETTINGS: MappingFormat = format(
    Mapping::Settings,
    &[
        key(
            Key::Roll,
            ValueShape::Word(Roll::WORDS),
            "Ngày cuối là ngày nghỉ thì hạn chuyển sang ngày làm việc kế tiếp (next, mặc định, BLDS 2015 Điều 148), lùi về trước (previous) hoặc giữ nguyên (none)",
            "A deadline on a day off moves to the next working day (next, the default, Civil Code 2015 art. 148), to the previous one (previous), or stays (none)",
        ),
        key(
            Key::Before,
            ValueShape::Word(&["exclusive", "inclusive"]),
            "\"trước ngày 15/5\" là hết ngày 14/5 (exclusive, mặc định) hay hết ngày 15/5 (inclusive)",
            "The last day of \"trước ngày 15/5\": 14/5 (exclusive, the default) or 15/5 (inclusive)",
        ),
        key(
            Key::DueSoon,
            ValueShape::Count,
            "Còn bao nhiêu ngày làm việc thì coi là sắp đến hạn (mặc định 3)",
            "The number of working days before the deadline from which an item is due soon (default 3)",
        ),
        key(
            Key::Lint,
            ValueShape::Levels,
            "Mức của từng cảnh báo: allow, warn hoặc deny",
            "The level of each warning: allow, warn or deny",
        ),
        key(
            Key::Letterhead,
            ValueShape::Map(&LETTERHEAD),
            "Phần đầu và phần ký của báo cáo, công văn; không ghi thì lấy đơn vị ban hành và người ký kế hoạch",
            "The head and the signature of reports and letters; without it, the issuer and the signer of the plan",
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
            "The document number, such as 29-NQ/TW",
        ),
        key(Key::Date, ValueShape::Day, "Ngày ban hành", "The day of issue"),
        key(Key::Issuer, ValueShape::Text, "Cơ quan ban hành", "The issuing authority"),
        key(Key::Title, ValueShape::Text, "Trích yếu", "The title of the document"),
        SOURCE,
        NOTE,
    ],
);

/// The days of a period written as a mapping.
pub static PERIOD: MappingFormat = format(
    Mapping::Period,
    &[
        required(Key::From, ValueShape::Day, "Ngày đầu", "The first day"),
        required(Key::To, ValueShape::Day, "Ngày cuối", "The last day"),
    ],
);

/// The keys that only the main file of a plan has.
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
            "The id of the plan, unique in the workspace",
        ),
        required(Key::Title, ValueShape::Text, "Tên kế hoạch", "The title of the plan"),
        required(
            Key::Period,
            ValueShape::WordsOr(&PERIOD),
            "Thời kỳ: 2024, năm học 2022-2023, giai đoạn 2024-2025, hoặc {from, to}",
            "The period: 2024, năm học 2022-2023, giai đoạn 2024-2025, or {from, to}",
        ),
        key(Key::Kind, ValueShape::Word(PLAN_KINDS), "Loại văn bản", "The kind of document"),
        key(
            Key::Number,
            ValueShape::Text,
            "Số ký hiệu, ví dụ 45/KH-BCĐ",
            "The document number, such as 45/KH-BCĐ",
        ),
        key(Key::Issued, ValueShape::Day, "Ngày ban hành", "The day of issue"),
        key(Key::Issuer, ValueShape::Text, "Đơn vị ban hành", "The issuing unit"),
        key(Key::Signer, ValueShape::Map(&SIGNER), "Người ký", "The signer"),
        key(
            Key::Standing,
            ValueShape::Text,
            "Đơn vị thường trực, tổng hợp báo cáo",
            "The standing unit, which consolidates reports",
        ),
        key(Key::Recipients, ValueShape::Many, "Nơi nhận", "The recipients"),
        key(
            Key::Defaults,
            ValueShape::Map(&DEFAULTS),
            "Giá trị cho nơi không ghi",
            "Values for tasks that state none",
        ),
        key(
            Key::Include,
            ValueShape::Many,
            "Các tệp ngoài thư mục này thuộc kế hoạch",
            "Files outside this folder that belong to the plan",
        ),
        key(Key::Bases, ValueShape::List(&BASES), "Căn cứ", "The documents on which the plan is based"),
    ],
);

/// The key that a file under `progress/` may begin with.
pub static REPORTER: MappingFormat = format(
    Mapping::Reporter,
    &[key(
        Key::Unit,
        ValueShape::Text,
        "Đơn vị của mọi báo cáo trong tệp",
        "The unit of every report in the file",
    )],
);
