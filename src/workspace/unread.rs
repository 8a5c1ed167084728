//! Files that look like those of a plan and are not read: `unread-file`.

use super::file_system::FileKind;
use super::path::{ending, is_main_name, is_main_stem, is_yaml};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::rules;
use crate::span::{SourceId, Span};

/// The endings of tables, in which reports are kept elsewhere.
const TABLES: [&str; 6] = ["csv", "tsv", "xlsx", "xls", "xlsm", "ods"];
/// The endings that editors of texts add.
const TEXTS: [&str; 6] = ["txt", "text", "doc", "docx", "rtf", "odt"];

/// The reason for which a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum UnreadFile {
    /// An editor has added another ending to this name.
    OtherEnding(String),
    /// A table in place of reports.
    Table,
    /// A symbolic link, a pipe, a device.
    NoPlainFile,
    /// A symbolic link to a folder.
    FolderLink,
    /// A main file whose name has another ending than this one.
    MainName(&'static str),
}

impl UnreadFile {
    /// Returns the reason for which a file in a plan's folder is not read, if it looks like one of the plan.
    pub(super) fn in_plan(name: &str, kind: FileKind, is_progress: bool) -> Option<Self> {
        match kind {
            FileKind::FolderLink => Some(Self::FolderLink),
            FileKind::Other if is_yaml(name) => Some(Self::NoPlainFile),
            FileKind::File if is_progress && has_ending(name, &TABLES) && !name.starts_with('~') => {
                Some(Self::Table)
            }
            FileKind::File => saved_as_text(name).map(|name| Self::OtherEnding(name.to_owned())),
            _ => None,
        }
    }

    /// Returns the same for a file in no plan's folder: there, only the names of main files have a meaning.
    pub(super) fn outside(name: &str, kind: FileKind) -> Option<Self> {
        let is_main = |name: &str| is_main_name(name) || is_plan_in_yml(name);
        match kind {
            FileKind::Other if is_main(name) => Some(Self::NoPlainFile),
            FileKind::File => match saved_as_text(name) {
                Some(text) if is_main(text) => Some(Self::OtherEnding(text.to_owned())),
                None if is_plan_in_yml(name) => Some(Self::MainName(if name.len() == "plan.yml".len() {
                    "plan.yaml"
                } else {
                    ".plan.yaml"
                })),
                _ => None,
            },
            _ => None,
        }
    }

    /// Returns the diagnostic of the file.
    pub(super) fn at(&self, source: SourceId, path: &str) -> Diagnostic {
        let name = quoted(path.rsplit('/').next().unwrap_or(path));
        let message = match self {
            Self::OtherEnding(_) => message!(
                "{name} không được đọc: tên tệp không kết thúc bằng .yaml",
                "{name} is not read: its name does not end in .yaml"
            ),
            Self::Table => message!(
                "{name} không được đọc: báo cáo là tệp .yaml",
                "{name} is not read: reports are .yaml files"
            ),
            Self::NoPlainFile => message!(
                "{name} không được đọc: đó là liên kết hoặc tệp đặc biệt",
                "{name} is not read: it is a link or a special file"
            ),
            Self::FolderLink => message!(
                "{name} không được đọc: đó là liên kết đến một thư mục",
                "{name} is not read: it is a link to a folder"
            ),
            Self::MainName(main) => message!(
                "{name} không được đọc: tên tệp chính của kế hoạch là {main}",
                "{name} is not read: the main file of a plan is called {main}"
            ),
        };
        let help = match self {
            Self::OtherEnding(name) => {
                let name = quoted(name);
                message!("đổi tên thành {name}", "rename it to {name}")
            }
            Self::Table => Message::fixed(
                "ghi các báo cáo vào một tệp .yaml; để bảng ở thư mục khác",
                "write the reports in a .yaml file; keep tables in another folder",
            ),
            Self::NoPlainFile => Message::fixed(
                "để chính tệp đó ở đây, hoặc nêu tệp gốc ở include",
                "put the file itself here, or name the original in include",
            ),
            Self::FolderLink => Message::fixed(
                "để chính thư mục đó ở đây, hoặc nêu từng tệp gốc ở include",
                "put the folder itself here, or name the original files in include",
            ),
            Self::MainName(_) => Message::fixed("đổi đuôi tệp thành .yaml", "change its ending to .yaml"),
        };
        Diagnostic::new(&rules::UNREAD_FILE, Span::new(source, 0, 0), message).help(help)
    }
}

/// Returns the name of a YAML file to which an editor of texts has added its own ending.
fn saved_as_text(name: &str) -> Option<&str> {
    let (yaml, _) = name.rsplit_once('.').filter(|_| has_ending(name, &TEXTS))?;
    is_yaml(yaml).then_some(yaml)
}

/// Returns true if a name is that of a main file but for `.yml` in place of `.yaml`.
fn is_plan_in_yml(name: &str) -> bool {
    let is_yml = ending(name).is_some_and(|ending| ending.eq_ignore_ascii_case("yml"));
    is_yml && name.rsplit_once('.').is_some_and(|(stem, _)| is_main_stem(stem))
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    ending(name).is_some_and(|ending| endings.iter().any(|one| one.eq_ignore_ascii_case(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_file_of_a_plan_is_told_by_its_name() {
        let file = |name| UnreadFile::in_plan(name, FileKind::File, false);
        for name in ["a.yaml.txt", "a.yml.TXT", "a.YAML.docx", "plan.yaml.txt"] {
            assert!(matches!(file(name), Some(UnreadFile::OtherEnding(_))), "{name}");
        }
        for name in ["a.txt", "a.yaml", "a.yaml.orig", "a.yaml~", "yaml.txt", "so-lieu.csv", "a.docx"] {
            assert_eq!(file(name), None, "{name}");
        }
        let report = |name| UnreadFile::in_plan(name, FileKind::File, true);
        assert_eq!(report("a.XLSX"), Some(UnreadFile::Table));
        assert_eq!((report("~$a.xlsx"), report("a.pdf"), report("README.md")), (None, None, None));
        let other = |name, kind| UnreadFile::in_plan(name, kind, false);
        assert_eq!(other("a.yaml", FileKind::Other), Some(UnreadFile::NoPlainFile));
        assert_eq!(other("a.txt", FileKind::Other), None);
        assert_eq!(other("b", FileKind::FolderLink), Some(UnreadFile::FolderLink));
    }

    #[test]
    fn outside_of_plans_only_main_files_are_missed() {
        let file = |name| UnreadFile::outside(name, FileKind::File);
        assert_eq!(file("plan.yml"), Some(UnreadFile::MainName("plan.yaml")));
        assert_eq!(file("a.plan.YML"), Some(UnreadFile::MainName(".plan.yaml")));
        assert!(matches!(file("a.plan.yaml.txt"), Some(UnreadFile::OtherEnding(_))));
        for name in ["a.yml", "a.yaml", "a.yaml.txt", "a.csv", "my-plan.yml"] {
            assert_eq!(file(name), None, "{name}");
        }
        assert_eq!(UnreadFile::outside("a.plan.yaml", FileKind::Other), Some(UnreadFile::NoPlainFile));
        assert_eq!(UnreadFile::outside("b", FileKind::FolderLink), None);
    }
}
