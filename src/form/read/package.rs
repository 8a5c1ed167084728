//! The archive: parts within limits, packed anew.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::fault::BookFault;
use super::scan::scan;

/// The maximum size of the file.
const FILE: usize = 16 << 20;
/// The maximum number of parts.
const PARTS: usize = 2_000;
/// The maximum size of one part, unpacked.
const PART: u64 = 24 << 20;
/// The maximum size of all parts that are read, unpacked.
const ALL: usize = 48 << 20;
/// The maximum size of the table of formats, whose entries are copied for each format that uses them.
const STYLES: usize = 4 << 20;
/// The maximum ratio of unpacked and packed size, of parts beyond a size at which it matters.
const RATIO: (u64, usize) = (400, 1 << 20);

/// The parts of a workbook that hold cells, and the part that holds its properties.
pub(super) struct VettedPackage {
    /// An archive of those parts, not compressed.
    pub(super) archive: Vec<u8>,
    /// The properties.
    pub(super) properties: Option<Vec<u8>>,
}

/// Unpacks the parts of a workbook that hold cells, and looks them through.
pub(super) fn vet(bytes: &[u8]) -> Result<VettedPackage, BookFault> {
    if bytes.len() > FILE {
        return Err(BookFault::TooLarge);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(of_compound_file(bytes));
    }
    if !bytes.starts_with(b"PK") {
        return Err(BookFault::NotWorkbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BookFault::Broken)?;
    if archive.len() > PARTS {
        return Err(BookFault::TooLarge);
    }
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let (mut all, mut properties, mut has_workbook) = (0_usize, None, false);
    for at in 0..archive.len() {
        let raw = archive.by_index_raw(at).map_err(|_| BookFault::Broken)?;
        let is_encrypted = raw.encrypted();
        let name = raw.name().map_err(|_| BookFault::Broken)?.replace('\\', "/");
        drop(raw);
        if name == "mimetype" {
            return Err(BookFault::OpenDocument);
        }
        let kind = PartKind::of(&name.to_lowercase());
        if kind == PartKind::Other {
            continue;
        }
        if is_encrypted {
            return Err(BookFault::Encrypted);
        }
        let part = unpacked(&mut archive, at)?;
        all += part.len();
        if all > ALL || (kind == PartKind::Styles && part.len() > STYLES) {
            return Err(BookFault::TooLarge);
        }
        scan(&part, kind == PartKind::Styles)?;
        has_workbook |= name.eq_ignore_ascii_case("xl/workbook.xml");
        if kind == PartKind::Properties {
            properties = Some(part);
            continue;
        }
        let written =
            copy.start_file(name, options).and_then(|()| copy.write_all(&part).map_err(ZipError::Io));
        written.map_err(|_| BookFault::Broken)?;
    }
    if !has_workbook {
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

/// Unpacks a part within the limits, whatever size it states.
fn unpacked(archive: &mut ZipArchive<Cursor<&[u8]>>, at: usize) -> Result<Vec<u8>, BookFault> {
    let file = archive.by_index(at).map_err(|_| BookFault::Broken)?;
    let packed = file.compressed_size().max(1);
    let (ratio, least) = RATIO;
    let limit = PART.min((packed.saturating_mul(ratio)).max(least as u64));
    let mut part = Vec::new();
    file.take(limit + 1).read_to_end(&mut part).map_err(|_| BookFault::Broken)?;
    if part.len() as u64 > limit { Err(BookFault::TooLarge) } else { Ok(part) }
}

/// The fault of a compound file: Excel keeps workbooks with a password in one, and those of old versions.
fn of_compound_file(bytes: &[u8]) -> BookFault {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memchr::memmem::find(bytes, &name).is_some() { BookFault::Encrypted } else { BookFault::OldWorkbook }
}
