//! The documents of `examples/van-ban`, and the plan that they become.

use std::fs;

use plan::import::{ImportOptions, SourceFile, import};
use plan::language::Lang;

use super::figures::Compared;
use crate::support::program::root;

#[test]
fn the_documents_of_the_example_become_its_plan() {
    let folder = root().join("examples/van-ban");
    let files = ["ke-hoach.txt", "phu-luc-01.xlsx", "phu-luc-02.docx"]
        .map(|name| SourceFile { name: name.to_owned(), bytes: fs::read(folder.join(name)).unwrap() });
    let options =
        ImportOptions { id: Some("an-toan-2026".to_owned()), splits: true, ..ImportOptions::default() };
    let imported = import(&files, &options, Lang::Vi).unwrap();
    Compared::of(&imported);
    let plan = folder.join("an-toan-2026");
    for file in &imported.files {
        snapbox::assert_data_eq!(&file.text, snapbox::Data::read_from(&plan.join(&file.path), None));
    }
    let written = fs::read_dir(&plan).unwrap().count();
    assert_eq!(written, imported.files.len());
}
