//! Units, groups and the calendar.

use super::shape::{MappingFormat, NOTE, SOURCE, ValueShape, format, key, required};
use crate::parse::key::{Key, Mapping};

pub(super) static UNITS: MappingFormat = format(
    Mapping::Units,
    &[
        required(
            Key::Id,
            ValueShape::Id,
            "Mã đơn vị, chung một kho với mã nhóm",
            "The id of the unit, in one namespace with groups",
        ),
        required(Key::Name, ValueShape::Text, "Tên đơn vị", "The name of the unit"),
        required(
            Key::Kind,
            ValueShape::Id,
            "Loại đơn vị, tự đặt: phuong, truong, phong-ban, …",
            "The kind of unit, freely chosen: phuong, truong, phong-ban, …",
        ),
        key(Key::Aliases, ValueShape::Many, "Các tên gọi khác", "Other names"),
        key(Key::Parent, ValueShape::Text, "Đơn vị cấp trên", "The superior unit"),
        key(Key::From, ValueShape::Day, "Có hiệu lực từ ngày", "The first day on which the unit exists"),
        key(Key::Until, ValueShape::Day, "Có hiệu lực đến hết ngày", "The last day on which the unit exists"),
        key(
            Key::Successors,
            ValueShape::Many,
            "Các đơn vị kế thừa khi hết hiệu lực",
            "The units that succeed it after the last day",
        ),
        SOURCE,
        NOTE,
    ],
);

pub(super) static GROUPS: MappingFormat = MappingFormat {
    any_of: &[&[Key::Members], &[Key::Kind]],
    ..format(
        Mapping::Groups,
        &[
            required(
                Key::Id,
                ValueShape::Id,
                "Mã nhóm, chung một kho với mã đơn vị",
                "The id of the group, in one namespace with units",
            ),
            required(Key::Name, ValueShape::Text, "Tên nhóm", "The name of the group"),
            key(
                Key::Members,
                ValueShape::Many,
                "Các đơn vị và nhóm thành viên",
                "The units and groups that are members",
            ),
            key(
                Key::Kind,
                ValueShape::Many,
                "Mọi đơn vị thuộc loại này (hoặc các loại này)",
                "Membership by kind: every unit of this kind, or of these kinds",
            ),
            key(
                Key::Parent,
                ValueShape::Text,
                "… và thuộc đơn vị cấp trên này",
                "Restricts `kind` to the units below this one",
            ),
            key(
                Key::Count,
                ValueShape::Count,
                "Số đơn vị mà văn bản nêu, để đối chiếu",
                "The number of units according to the document, for comparison with the registry",
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
        key(Key::Name, ValueShape::Text, "Tên ngày nghỉ", "The name of the day off"),
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
            "A weekend day that is a working day",
        ),
        key(
            Key::Name,
            ValueShape::Text,
            "Lý do, ví dụ làm bù cho 29/4",
            "The reason, such as làm bù cho 29/4",
        ),
        SOURCE,
        NOTE,
    ],
);

static EVENTS: MappingFormat = format(
    Mapping::Events,
    &[
        required(
            Key::Name,
            ValueShape::Text,
            "Tên sự kiện như trong thời hạn: khai giảng",
            "The name of the event as deadlines use it: khai giảng",
        ),
        key(Key::Aliases, ValueShape::Many, "Các tên gọi khác", "Other names"),
        required(
            Key::Date,
            ValueShape::Text,
            "Ngày diễn ra, có năm: 15/3/2026, hoặc từ ngày đến ngày: 10-12/6/2026",
            "Its day with the year, 15/3/2026, or its days, 10-12/6/2026",
        ),
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
        required(Key::From, ValueShape::Day, "Ngày khai giảng", "The first day of the school year"),
        required(Key::Term1Ends, ValueShape::Day, "Ngày kết thúc học kỳ I", "The last day of the first term"),
        required(
            Key::Term2Ends,
            ValueShape::Day,
            "Ngày kết thúc học kỳ II",
            "The last day of the second term",
        ),
        required(Key::To, ValueShape::Day, "Ngày kết thúc năm học", "The last day of the school year"),
        SOURCE,
        NOTE,
    ],
);

pub(super) static CALENDAR: MappingFormat = format(
    Mapping::Calendar,
    &[
        key(
            Key::Holidays,
            ValueShape::List(&HOLIDAYS),
            "Ngày nghỉ thêm vào lịch có sẵn",
            "Days off in addition to the built-in calendar",
        ),
        key(
            Key::Workdays,
            ValueShape::List(&WORKDAYS),
            "Ngày cuối tuần làm bù",
            "Weekend days that are working days",
        ),
        key(
            Key::Events,
            ValueShape::List(&EVENTS),
            "Sự kiện mà thời hạn nêu tên thay cho ngày",
            "Events that deadlines name in place of days",
        ),
        key(
            Key::SchoolYears,
            ValueShape::List(&SCHOOL_YEARS),
            "Khung thời gian các năm học",
            "The school years",
        ),
    ],
);
