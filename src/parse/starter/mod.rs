//! The small plan that `plan init` writes, to start from.
//!
//! One folder that shows each part of the format once and explains it in comments. The comments are in
//! the language asked; what stands between them is Vietnamese, as plans are.

use std::fmt::Write;

use super::emit::{ScalarContext, scalar};
use super::schema::schema;
use crate::date::{DateRange, Day, SchoolYear};
use crate::deadline::Period;
use crate::language::Lang;

/// The wishes for a new plan.
#[derive(Debug, Clone)]
pub struct Starter {
    /// The id of the plan.
    pub id: String,
    /// The title; an example without one.
    pub title: Option<String>,
    /// The period.
    pub period: Period,
    /// The school year that the period is, if it is one: its days stand in the calendar of the plan.
    pub school_year: Option<SchoolYear>,
    /// The units, the one that issues and leads first; an example without any.
    pub units: Vec<StarterUnit>,
    /// The day of the run: no report is dated later.
    pub today: Day,
}

/// A unit of a new plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterUnit {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The kind.
    pub kind: String,
}

/// The files of one language: `starter!("vi")`.
macro_rules! starter {
    ($lang:literal) => {
        [
            ("plan.yaml", include_str!(concat!($lang, "/plan.yaml"))),
            ("phu-luc-01.yaml", include_str!(concat!($lang, "/phu-luc-01.yaml"))),
            ("phu-luc-02.yaml", include_str!(concat!($lang, "/phu-luc-02.yaml"))),
            ("units.yaml", include_str!(concat!($lang, "/units.yaml"))),
            (PROGRESS, include_str!(concat!($lang, "/progress.yaml"))),
        ]
    };
}

/// The file that the others name as their schema.
const SCHEMA: &str = "plan.schema.json";

/// The path of the reports of the unit that leads, with its id as a mark.
const PROGRESS: &str = "progress/@LEAD@.yaml";

/// The report of the unit that leads, and the same as a comment.
const REPORT: [&str; 2] = [
    "  - item: I-1\n    date: @FIRST@\n    state: started\n",
    "  # - item: I-1\n  #   date: @FIRST@\n  #   state: started\n",
];

/// The units of the example, the first two of which issue and lead.
const EXAMPLE: &str = "  - id: ubnd-phuong
    name: UBND phường Ví Dụ
    kind: phuong
  - id: van-phong
    name: Văn phòng HĐND và UBND phường
    kind: phong-ban
    aliases:
      - Văn phòng
    parent: ubnd-phuong
  - id: th-hoa-sen
    name: Trường Tiểu học Hoa Sen
    kind: truong
    parent: ubnd-phuong
  - id: th-hoa-mai
    name: Trường Tiểu học Hoa Mai
    kind: truong
    parent: ubnd-phuong
";

/// The group of the example.
const EXAMPLE_GROUP: &str = "groups:
  - id: truong
    name: Các trường tiểu học
    kind: truong
    count: 2
";

impl Starter {
    /// The files of the plan, with their paths in its folder; the schema for editors is the last.
    ///
    /// They pass every check without a warning, on any day of the period, if its holidays are known.
    pub fn files(&self, lang: Lang) -> Vec<(String, String)> {
        let marks = self.marks(lang);
        let fill =
            |text: &str| marks.iter().fold(text.to_owned(), |text, (mark, words)| text.replace(mark, words));
        let files = lang.pick(starter!("vi"), starter!("en"));
        let mut files: Vec<_> =
            files.into_iter().map(|(path, text)| (fill(path), fill(&self.adapted(text)))).collect();
        files.push((SCHEMA.to_owned(), format!("{:#}\n", schema(lang))));
        files
    }

    /// The text without the parts that do not fit the wishes.
    fn adapted(&self, text: &str) -> String {
        let mut text = text.to_owned();
        if self.period.range.first > self.today {
            text = text.replace(REPORT[0], REPORT[1]);
        }
        if self.units.len() == 1 {
            // Nobody else is there to coordinate.
            text = text.replace("    with:\n      - @GROUP@\n", "");
        }
        text
    }

    /// The words in place of the marks of the files.
    fn marks(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let Period { range, text, school_year } = &self.period;
        let is_year = DateRange::year(range.first.year()).as_ref() == Some(range);
        let (first_year, last_year) = (range.first.year(), range.last.year());
        let show = |day: Day| day.show(Lang::Vi);
        let behind = |day: Day, days: i64| show(day.saturating_plus(days).min(range.last));
        // In a year the middle is 15/5, as in the examples of the documents.
        let mid = range.first.saturating_plus(range.first.until(range.last) * 37 / 100);
        let mid = Day::new(first_year, 5, 15).filter(|_| is_year).unwrap_or(mid);
        let (within, to_the_end, of) = match school_year {
            Some(start) => {
                let name = format!("năm học {start}-{}", start + 1);
                (format!("Trong {name}"), format!("đến hết ngày {}", show(range.last)), name)
            }
            None if is_year => (
                format!("Trong năm {first_year}"),
                format!("đến hết năm {first_year}"),
                format!("năm {first_year}"),
            ),
            None => {
                let end = format!("đến hết ngày {}", show(range.last));
                (end.clone(), end, text.clone())
            }
        };
        let example = || format!("Kế hoạch công tác {of} của UBND phường Ví Dụ");
        let title = self.title.clone().unwrap_or_else(example);
        let [issuer, lead, group] = self.offices();
        vec![
            ("@ID@", self.id.clone()),
            ("@TITLE@", scalar(&title, ScalarContext::Block)),
            ("@PERIOD@", if is_year { first_year.to_string() } else { scalar(text, ScalarContext::Block) }),
            ("@YEAR@", last_year.to_string()),
            ("@WITHIN@", within),
            ("@TO-THE-END@", to_the_end),
            ("@FIRST@", show(range.first)),
            ("@BEFORE-MID@", show(mid.saturating_plus(-5))),
            ("@MID@", show(mid)),
            ("@AFTER-MID@", behind(mid, 15)),
            ("@LATE@", show(range.last.saturating_plus(-11).max(mid))),
            ("@REPORTED@", behind(range.first, 86)),
            ("@QUARTER@", format!("{first_year}-Q{}", range.first.month().div_ceil(3))),
            ("@UNITS@\n", self.units_in_yaml()),
            ("groups:\n@GROUPS@\n", self.groups_in_yaml(&group)),
            ("@CALENDAR@\n", self.calendar_in_yaml(lang)),
            ("@ISSUER@", issuer),
            ("@LEAD@", lead),
            ("@GROUP@", group),
        ]
    }

    /// The ids of the unit that issues the plan, of the one that leads and of those that work with it.
    fn offices(&self) -> [String; 3] {
        match self.units.as_slice() {
            [] => ["ubnd-phuong", "van-phong", "truong"].map(str::to_owned),
            [only] => [only.id.clone(), only.id.clone(), only.id.clone()],
            [first, others @ ..] => {
                let is_free = |id: &&str| others.iter().chain([first]).all(|unit| unit.id != *id);
                let group = ["cac-don-vi", "nhom-don-vi", "cac-don-vi-thuc-hien"].into_iter().find(is_free);
                [first.id.clone(), first.id.clone(), group.unwrap_or("nhom").to_owned()]
            }
        }
    }

    fn units_in_yaml(&self) -> String {
        if self.units.is_empty() {
            return EXAMPLE.to_owned();
        }
        let mut yaml = String::new();
        for StarterUnit { id, name, kind } in &self.units {
            let (name, kind) = (scalar(name, ScalarContext::Block), scalar(kind, ScalarContext::Block));
            let _ = write!(yaml, "  - id: {id}\n    name: {name}\n    kind: {kind}\n");
        }
        yaml
    }

    fn calendar_in_yaml(&self, lang: Lang) -> String {
        let Some(SchoolYear { start, from, term1_ends, term2_ends, to }) = &self.school_year else {
            return String::new();
        };
        let remark = lang.pick(
            "# Ngày của năm học là ví dụ: sửa theo khung kế hoạch thời gian của tỉnh, thành phố.",
            "# The days of the school year are examples: replace them by those that the province sets.",
        );
        let [from, term1_ends, term2_ends, to] =
            [from, term1_ends, term2_ends, to].map(|day| day.show(Lang::Vi));
        format!(
            "\n{remark}\ncalendar:\n  school_years:\n    - year: {start}-{}\n      from: {from}\n      \
             term1_ends: {term1_ends}\n      term2_ends: {term2_ends}\n      to: {to}\n",
            start + 1
        )
    }

    fn groups_in_yaml(&self, group: &str) -> String {
        match self.units.as_slice() {
            [] => EXAMPLE_GROUP.to_owned(),
            [_] => "groups: []\n".to_owned(),
            [_, others @ ..] => {
                let mut yaml =
                    format!("groups:\n  - id: {group}\n    name: Các đơn vị thực hiện\n    members:\n");
                for unit in others {
                    let _ = writeln!(yaml, "      - {}", unit.id);
                }
                let _ = writeln!(yaml, "    count: {}", others.len());
                yaml
            }
        }
    }
}
