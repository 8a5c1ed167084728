//! The small plan that `plan init` writes, to start from.
//!
//! One folder that shows each part of the format once and explains it in comments. The comments are in
//! the language asked; what stands between them is Vietnamese, as plans are.

use super::schema::schema;
use crate::language::Lang;

/// The files of one language: `starter!("vi")`.
macro_rules! starter {
    ($lang:literal) => {
        [
            ("plan.yaml", include_str!(concat!($lang, "/plan.yaml"))),
            ("phu-luc-01.yaml", include_str!(concat!($lang, "/phu-luc-01.yaml"))),
            ("phu-luc-02.yaml", include_str!(concat!($lang, "/phu-luc-02.yaml"))),
            ("units.yaml", include_str!(concat!($lang, "/units.yaml"))),
            ("progress/van-phong.yaml", include_str!(concat!($lang, "/progress/van-phong.yaml"))),
        ]
    };
}

/// The file that the others name as their schema.
const SCHEMA: &str = "plan.schema.json";

/// The files of a small plan for a year, with their paths in its folder; the schema for editors is the last.
///
/// They pass every check without a warning, on any day of that year, if its holidays are known.
pub fn starter(year: i32, lang: Lang) -> Vec<(&'static str, String)> {
    let year = year.to_string();
    let files = lang.pick(starter!("vi"), starter!("en"));
    let mut files: Vec<_> =
        files.into_iter().map(|(path, text)| (path, text.replace("YEAR", &year))).collect();
    files.push((SCHEMA, format!("{:#}\n", schema(lang))));
    files
}
