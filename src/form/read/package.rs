//! The archive: parts within limits, packed anew.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::fault::BookFault;
use super::scan::scan;
use crate::package::{OfficePackage, PackageFault, PackageLimits};

/// The limits of a form.
const LIMITS: PackageLimits =
    PackageLimits { file: 16 << 20, parts: 2_000, part: 24 << 20, all: 48 << 20, ratio: 400 };
/// The maximum size of the table of formats, whose entries are copied for each format that uses them.
const STYLES: usize = 4 << 20;

/// The parts of a workbook that hold cells, and the part that holds its properties.
pub(super) struct VettedPackage {
    /// An archive of those parts, not compressed.
    pub(super) archive: Vec<u8>,
    /// The properties.
    pub(super) properties: Option<Vec<u8>>,
}

/// Unpacks the parts of a workbook that hold cells, and looks them through.
pub(super) fn vet(bytes: &[u8]) -> Result<VettedPackage, BookFault> {
    let mut package = OfficePackage::open(bytes, LIMITS).map_err(|fault| BookFault::of_package(&fault))?;
    if package.place("mimetype").is_some() {
        return Err(BookFault::OpenDocument);
    }
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut properties = None;
    for at in 0..package.names().len() {
        let name = package.names()[at].clone();
        let kind = PartKind::of(&name.to_lowercase());
        if kind == PartKind::Other {
            continue;
        }
        let part = package.bytes(at).map_err(|fault| BookFault::of_package(&fault))?;
        if kind == PartKind::Styles && part.len() > STYLES {
            return Err(BookFault::TooLarge);
        }
        scan(&part, kind == PartKind::Styles)?;
        if kind == PartKind::Properties {
            properties = Some(part);
            continue;
        }
        let written =
            copy.start_file(name, options).and_then(|()| copy.write_all(&part).map_err(ZipError::Io));
        written.map_err(|_| BookFault::Broken)?;
    }
    if package.place("xl/workbook.xml").is_none() {
        return Err(BookFault::NotWorkbook);
    }
    let archive = copy.finish().map_err(|_| BookFault::Broken)?.into_inner();
    Ok(VettedPackage { archive, properties })
}

/// The kind of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PartKind {
    /// The parts of the workbook: names of sheets, their places, texts, cells.
    Book,
    /// The formats of cells.
    Styles,
    /// The properties that a form has.
    Properties,
    /// Macros, pictures, links to other files and everything else.
    Other,
}

impl PartKind {
    fn of(name: &str) -> Self {
        let sheet = name.strip_prefix("xl/worksheets/").and_then(|sheet| sheet.rsplit_once('.'));
        let is_sheet = sheet.is_some_and(|(sheet, end)| end == "xml" && !sheet.contains('/'));
        match name {
            "docprops/custom.xml" => Self::Properties,
            "xl/styles.xml" => Self::Styles,
            "_rels/.rels" | "xl/workbook.xml" | "xl/_rels/workbook.xml.rels" | "xl/sharedstrings.xml" => {
                Self::Book
            }
            _ if is_sheet => Self::Book,
            _ => Self::Other,
        }
    }
}

impl BookFault {
    /// The fault of a package as that of a workbook.
    fn of_package(fault: &PackageFault) -> Self {
        match fault {
            PackageFault::NotArchive => Self::NotWorkbook,
            PackageFault::CompoundFile { is_encrypted: true } | PackageFault::Encrypted(_) => Self::Encrypted,
            PackageFault::CompoundFile { is_encrypted: false } => Self::OldWorkbook,
            PackageFault::FileTooLarge(_)
            | PackageFault::TooManyParts(_)
            | PackageFault::PartTooLarge(..)
            | PackageFault::AllTooLarge(_) => Self::TooLarge,
            PackageFault::Broken
            | PackageFault::BrokenPart(_)
            | PackageFault::WrongName(_)
            | PackageFault::TwiceNamed
            | PackageFault::NotUtf8(_) => Self::Broken,
        }
    }
}
