//! The format of plans as one table: the keys, the values that they take, and their meaning.
//!
//! The reader, `plan schema`, `docs/format.md` and the tests all use this table, so a key cannot be accepted by one
//! and unknown to another.

mod columns;
mod due;
mod header;
mod id_space;
mod registry;
mod reports;
mod shape;
mod words;
mod work;

pub use columns::{OWN, OWN_TYPES};
pub use due::DUE_WORDS;
pub use header::{HEADER, LEVELS, PERIOD, PLAN_KINDS, REPORTER};
pub use id_space::IdSpace;
pub use shape::{KeyFormat, MappingFormat, OwnKeys, ValueShape};
pub use words::{MeantWords, STATE_WORDS};

use columns::COLUMNS;
use header::SETTINGS;
use registry::{CALENDAR, GROUPS, UNITS};
use reports::{CHANGES, PROGRESS};
use shape::{format, key};
use work::{GOALS, SCHEDULE, SECTIONS, TARGETS, TASKS};

use super::key::{Key, Mapping};

/// The version of the format that this program reads and writes.
pub const VERSION: u32 = 1;

/// The keys that every file of a plan may have.
pub static LISTS: MappingFormat = format(
    Mapping::Lists,
    &[
        key(
            Key::Settings,
            ValueShape::Map(&SETTINGS),
            "Cách tính, mức cảnh báo, phần đầu văn bản",
            "The computation of days, the levels of warnings, the letterhead",
        ),
        key(
            Key::Area,
            ValueShape::Many,
            "Địa bàn, từ rộng đến hẹp: [ha-noi, thanh-xuan]; không ghi thì theo các thư mục chứa kế hoạch",
            "The area, from broad to narrow: [ha-noi, thanh-xuan]; without it the folders above the plan",
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
        key(Key::Columns, ValueShape::List(&COLUMNS), "Các cột riêng của kế hoạch", "The plan's own columns"),
        key(
            Key::Sections,
            ValueShape::List(&SECTIONS),
            "Các phần của văn bản",
            "The sections of the document",
        ),
        key(Key::Tasks, ValueShape::List(&TASKS), "Nhiệm vụ", "Tasks"),
        key(
            Key::Schedule,
            ValueShape::List(&SCHEDULE),
            "Tiến độ (Phụ lục 02)",
            "Rows of the schedule (Phụ lục 02)",
        ),
        key(Key::Progress, ValueShape::List(&PROGRESS), "Báo cáo tiến độ", "Reports of units"),
        key(
            Key::Changes,
            ValueShape::List(&CHANGES),
            "Điều chỉnh, gia hạn",
            "Changes: extensions, drops, new leads",
        ),
    ],
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
                if let ValueShape::Map(inner) | ValueShape::List(inner) | ValueShape::WordsOr(inner) =
                    key.shape
                {
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
