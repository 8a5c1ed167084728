//! The tables of an export, read with the crate that has written them.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use plan::date::Day;

/// A row: the names of its columns with their values, and the province from the path.
pub(crate) type Row = BTreeMap<String, Field>;

/// Returns the rows of a table of plans, province by province.
pub(crate) fn rows(folder: &Path, table: &str) -> Vec<Row> {
    let mut provinces: Vec<_> =
        fs::read_dir(folder.join(table)).unwrap().map(|entry| entry.unwrap().path()).collect();
    provinces.sort();
    let mut all = Vec::new();
    for province in provinces {
        let name = province.file_name().unwrap().to_str().unwrap().strip_prefix("province=").unwrap();
        for mut row in file(&province.join("part-0.parquet")) {
            row.insert("province".to_owned(), Field::Str(name.to_owned()));
            all.push(row);
        }
    }
    all
}

/// Returns the rows of a file.
pub(crate) fn file(path: &Path) -> Vec<Row> {
    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    let row = |row: parquet::record::Row| {
        row.get_column_iter().map(|(name, field)| (name.clone(), field.clone())).collect()
    };
    reader.get_row_iter(None).unwrap().map(|read| row(read.unwrap())).collect()
}

/// Returns a value as text; days as ISO writes them, nothing as `-`.
pub(crate) fn text(row: &Row, column: &str) -> String {
    match row.get(column).unwrap_or_else(|| panic!("no column {column} in {row:?}")) {
        Field::Null => "-".to_owned(),
        Field::Str(words) => words.clone(),
        Field::Int(number) => number.to_string(),
        Field::Long(number) => number.to_string(),
        Field::Double(number) => number.to_string(),
        Field::Bool(flag) => flag.to_string(),
        Field::Date(2_932_896) => "9999-12-31".to_owned(),
        Field::Date(days) => Day::new(1970, 1, 1).unwrap().plus(i64::from(*days)).unwrap().to_string(),
        other => panic!("{column}: {other:?}"),
    }
}

/// Returns some columns of all rows, each row as one line.
pub(crate) fn lines(rows: &[Row], columns: &[&str]) -> Vec<String> {
    let line = |row: &Row| columns.iter().map(|column| text(row, column)).collect::<Vec<_>>().join(" | ");
    rows.iter().map(line).collect()
}
