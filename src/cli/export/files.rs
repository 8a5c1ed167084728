//! The files of an export: those of one province at a time, with their digests.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::Context;
use sha2::{Digest, Sha256};

use super::destination::{CALENDAR_FILE, ExportFolder, MANIFEST, NewFolder};
use crate::answer::{ExportAnswer, ExportedFile, ExportedTable};
use crate::cli::error::IoTask;
use crate::json::{AnswerJson, ExportJson};
use crate::json_writer::write_json;
use crate::tables::{PlanRows, TableFile, TableName, calendar_rows};
use crate::workspace::PlanArea;

/// The files of an export that is being written.
pub(super) struct ExportFiles {
    folder: NewFolder,
    open: Option<ProvinceFiles>,
    tables: Vec<ExportedTable>,
    /// The number of work items that were written.
    items: u64,
}

/// The files of one province, in the order of [`TableName::OF_PLANS`].
struct ProvinceFiles {
    province: String,
    files: Vec<OpenFile>,
}

/// A file that is being written.
struct OpenFile {
    /// The path in the folder of the export.
    path: String,
    file: TableFile<DigestWriter>,
}

/// A file with the digest of what was written to it.
struct DigestWriter {
    out: BufWriter<File>,
    digest: Sha256,
    bytes: u64,
}

impl ExportFiles {
    pub(super) fn new(folder: NewFolder) -> anyhow::Result<Self> {
        let table = |table: TableName| ExportedTable { name: table.format().name, files: Vec::new() };
        let tables = TableName::OF_PLANS.into_iter().chain([TableName::Calendar]).map(table).collect();
        let mut files = Self { folder, open: None, tables, items: 0 };
        let rows = calendar_rows();
        let mut calendar = files.create(TableName::Calendar, CALENDAR_FILE.to_owned())?;
        calendar.file.append(&rows, 0).with_context(|| IoTask::Write(files.whole(CALENDAR_FILE)))?;
        files.close(TableName::OF_PLANS.len(), calendar)?;
        Ok(files)
    }

    /// Adds the rows of the next plan; plans of one province follow each other.
    pub(super) fn append(&mut self, area: &PlanArea, rows: &PlanRows) -> anyhow::Result<()> {
        if self.open.as_ref().is_none_or(|open| open.province != area.province) {
            self.close_province()?;
            self.open_province(&area.province)?;
        }
        let root = &self.folder.path;
        for (open, rows) in self.open.iter_mut().flat_map(|open| &mut open.files).zip(&rows.tables) {
            open.file.append(rows, self.items).with_context(|| IoTask::Write(root.join(&open.path)))?;
        }
        self.items += rows.items as u64;
        Ok(())
    }

    /// Ends the files, writes the manifest, and gives the folder its name.
    pub(super) fn finish(
        mut self,
        mut answer: ExportAnswer,
        destination: ExportFolder,
    ) -> anyhow::Result<ExportAnswer> {
        if self.open.is_none() {
            // Engines refuse a pattern that no file has.
            self.open_province("_")?;
        }
        self.close_province()?;
        answer.tables = self.tables;
        let mut manifest = Vec::new();
        write_json(&AnswerJson::new(ExportJson::new(&answer), &answer.left_out), &mut manifest)?;
        let path = self.folder.path.join(MANIFEST);
        fs::write(&path, manifest).with_context(|| IoTask::Write(path.clone()))?;
        destination.replace_by(self.folder)?;
        Ok(answer)
    }

    fn open_province(&mut self, province: &str) -> anyhow::Result<()> {
        let path = |table: TableName| format!("{}/province={province}/part-0.parquet", table.format().name);
        let files = TableName::OF_PLANS.into_iter().map(|table| self.create(table, path(table)));
        let files = files.collect::<anyhow::Result<_>>()?;
        self.open = Some(ProvinceFiles { province: province.to_owned(), files });
        Ok(())
    }

    fn close_province(&mut self) -> anyhow::Result<()> {
        for (table, file) in self.open.take().into_iter().flat_map(|open| open.files).enumerate() {
            self.close(table, file)?;
        }
        Ok(())
    }

    fn create(&self, table: TableName, path: String) -> anyhow::Result<OpenFile> {
        let whole = self.whole(&path);
        let create = || {
            whole.parent().map_or(Ok(()), fs::create_dir_all)?;
            TableFile::new(table, DigestWriter::new(File::create_new(&whole)?))
        };
        let file = create().with_context(|| IoTask::Write(whole.clone()))?;
        Ok(OpenFile { path, file })
    }

    fn close(&mut self, table: usize, open: OpenFile) -> anyhow::Result<()> {
        let whole = self.whole(&open.path);
        let close = || {
            let (out, rows) = open.file.finish()?;
            let (bytes, sha256) = out.finish()?;
            Ok::<_, io::Error>(ExportedFile { path: open.path, rows, bytes, sha256 })
        };
        let file = close().with_context(|| IoTask::Write(whole))?;
        if let Some(table) = self.tables.get_mut(table) {
            table.files.push(file);
        }
        Ok(())
    }

    fn whole(&self, path: &str) -> PathBuf {
        self.folder.path.join(path)
    }
}

impl DigestWriter {
    fn new(file: File) -> Self {
        Self { out: BufWriter::with_capacity(256 * 1024, file), digest: Sha256::new(), bytes: 0 }
    }

    /// Ends the file; returns the number of bytes and their digest.
    fn finish(self) -> io::Result<(u64, String)> {
        let file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        let digest = self.digest.finalize();
        let hexadecimal = digest.iter().fold(String::new(), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        Ok((self.bytes, hexadecimal))
    }
}

impl Write for DigestWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write_all(bytes)?;
        self.digest.update(bytes);
        self.bytes += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
