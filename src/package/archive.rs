//! The archive: names, and parts within limits.

use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::fault::PackageFault;

/// The limits of a package.
#[derive(Debug, Clone, Copy)]
pub struct PackageLimits {
    /// The maximum size of the file, in bytes.
    pub file: usize,
    /// The maximum number of parts.
    pub parts: usize,
    /// The maximum size of one part, unpacked.
    pub part: u64,
    /// The maximum size of all parts that are read, unpacked.
    pub all: u64,
    /// The maximum ratio of unpacked and packed size, of parts of more than 1 MB.
    pub ratio: u64,
}

/// The unpacked size below which the ratio does not matter.
const LEAST: u64 = 1 << 20;

/// The first bytes of a compound file, in which Office keeps documents with a password and those of old versions.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// A package whose names are right.
pub struct OfficePackage<'p> {
    archive: ZipArchive<Cursor<&'p [u8]>>,
    /// The names of the parts, with `/`.
    names: Vec<String>,
    /// The places of the parts by their names in lower case: the names in a package are not case-sensitive.
    places: HashMap<String, usize>,
    limits: PackageLimits,
    /// The bytes unpacked so far.
    unpacked: u64,
}

impl<'p> OfficePackage<'p> {
    /// Opens a package.
    ///
    /// # Errors
    /// For bytes that are no archive, exceed a limit, are encrypted, or whose names are none of parts.
    pub fn open(bytes: &'p [u8], limits: PackageLimits) -> Result<Self, PackageFault> {
        if bytes.len() > limits.file {
            return Err(PackageFault::FileTooLarge(limits.file));
        }
        if bytes.starts_with(&COMPOUND) {
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_encrypted = memchr::memmem::find(bytes, &name).is_some();
            return Err(PackageFault::CompoundFile { is_encrypted });
        }
        if !bytes.starts_with(b"PK") {
            return Err(PackageFault::NotArchive);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackageFault::Broken)?;
        if archive.len() > limits.parts {
            return Err(PackageFault::TooManyParts(limits.parts));
        }
        if archive.has_duplicate_names() {
            return Err(PackageFault::TwiceNamed);
        }
        let (mut names, mut places) = (Vec::new(), HashMap::new());
        for at in 0..archive.len() {
            let raw = archive.by_index_raw(at).map_err(|_| PackageFault::Broken)?;
            let name = raw.name().map_err(|_| PackageFault::Broken)?.replace('\\', "/");
            if !is_part_name(&name) {
                return Err(PackageFault::WrongName(name));
            }
            if raw.encrypted() {
                return Err(PackageFault::Encrypted(name));
            }
            if places.insert(name.to_lowercase(), at).is_some() {
                return Err(PackageFault::TwiceNamed);
            }
            names.push(name);
        }
        Ok(Self { archive, names, places, limits, unpacked: 0 })
    }

    /// Returns the names of the parts, in the order of the archive.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Returns the place of the part of a name, if there is one.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(&name.to_lowercase()).copied()
    }

    /// Unpacks the part at a place.
    ///
    /// # Errors
    /// For a part that is damaged or exceeds a limit.
    pub fn bytes(&mut self, place: usize) -> Result<Vec<u8>, PackageFault> {
        let name = || self.names.get(place).cloned().unwrap_or_default();
        let file = self.archive.by_index(place).map_err(|_| PackageFault::BrokenPart(name()))?;
        let PackageLimits { part, all, ratio, .. } = self.limits;
        let limit = part.min(file.compressed_size().max(1).saturating_mul(ratio).max(LEAST));
        let mut bytes = Vec::new();
        let read = file.take(limit + 1).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        if length > limit {
            return Err(PackageFault::PartTooLarge(name(), limit));
        }
        read.map_err(|_| PackageFault::BrokenPart(name()))?;
        self.unpacked += length;
        if self.unpacked > all { Err(PackageFault::AllTooLarge(all)) } else { Ok(bytes) }
    }

    /// Returns the text of the part of a name; none if there is no such part.
    ///
    /// # Errors
    /// For a part that is damaged, exceeds a limit or is not in UTF-8.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, PackageFault> {
        let Some(place) = self.place(name) else { return Ok(None) };
        let text = String::from_utf8(self.bytes(place)?);
        text.map(Some).map_err(|_| PackageFault::NotUtf8(name.to_owned()))
    }

    /// Returns the package with other bytes for some parts. All other parts are copied as they are packed; the order, the
    /// times and the attributes of all are kept.
    ///
    /// # Errors
    /// For a package whose parts do not lie where it says.
    pub fn with_parts(&mut self, changed: &BTreeMap<usize, Vec<u8>>) -> Result<Vec<u8>, PackageFault> {
        self.copied(changed).map_err(|_| PackageFault::Broken)
    }

    fn copied(&mut self, changed: &BTreeMap<usize, Vec<u8>>) -> Result<Vec<u8>, ZipError> {
        let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
        copy.set_raw_comment(self.archive.comment().into())?;
        for at in 0..self.archive.len() {
            let file = self.archive.by_index_raw(at)?;
            match changed.get(&at) {
                None => copy.raw_copy_file(file)?,
                Some(bytes) => {
                    let stored = CompressionMethod::Stored;
                    let method =
                        if file.compression() == stored { stored } else { CompressionMethod::Deflated };
                    let options = file.options().compression_method(method).large_file(false);
                    let name = file.name()?.into_owned();
                    drop(file);
                    copy.start_file(name, options)?;
                    copy.write_all(bytes)?;
                }
            }
        }
        Ok(copy.finish()?.into_inner())
    }
}

/// Returns true for the name of a part or a folder of parts: relative, without empty segments, `.` and `..`.
fn is_part_name(name: &str) -> bool {
    let name = name.strip_suffix('/').unwrap_or(name);
    let is_segment = |segment: &str| !matches!(segment, "" | "." | "..");
    name.split('/').all(is_segment) && !name.contains(':') && !name.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;
    use zip::write::SimpleFileOptions;

    const LIMITS: PackageLimits =
        PackageLimits { file: 1 << 20, parts: 10, part: 3 << 20, all: 4 << 20, ratio: 400 };

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn fault(bytes: &[u8]) -> Option<PackageFault> {
        OfficePackage::open(bytes, LIMITS).err()
    }

    #[test]
    fn names_are_relative_and_stand_once() {
        for wrong in ["/etc/passwd", "../a", "a/../b", "a//b", "./a", "C:/a", "a\u{1b}b", "\\a", "a\\..\\b"] {
            let name = wrong.replace('\\', "/");
            assert_eq!(fault(&packed(&[(wrong, b"")])), Some(PackageFault::WrongName(name)), "{wrong}");
        }
        assert_eq!(
            fault(&packed(&[("word/a.xml", b""), ("word/A.XML", b"")])),
            Some(PackageFault::TwiceNamed)
        );
        // Two entries of one name: the writer of archives refuses them, so the second gets its name afterwards.
        let mut twice = packed(&[("word/a.xml", b"1"), ("word/b.xml", b"2")]);
        while let Some(at) = memchr::memmem::find(&twice, b"word/b.xml") {
            twice[at + 5] = b'a';
        }
        assert_eq!(fault(&twice), Some(PackageFault::TwiceNamed));
        let folder = packed(&[("word/", b""), ("word/a.xml", b"1")]);
        let mut package = OfficePackage::open(&folder, LIMITS).ok().unwrap();
        assert_eq!(package.text("WORD/a.XML"), Ok(Some("1".to_owned())));
        assert_eq!(package.text("a.xml"), Ok(None));
    }

    #[test]
    fn what_exceeds_a_limit_is_not_unpacked() {
        let zeros = vec![b' '; 2 << 20];
        let bomb = packed(&[("a", &zeros)]);
        let mut package = OfficePackage::open(&bomb, LIMITS).ok().unwrap();
        assert!(matches!(package.bytes(0), Err(PackageFault::PartTooLarge(name, _)) if name == "a"));
        // Not so well packed that the ratio says it, but too large.
        let loose = PackageLimits { ratio: u64::MAX, ..LIMITS };
        let three = packed(&[("a", &zeros), ("b", &zeros), ("c", &zeros)]);
        let mut package = OfficePackage::open(&three, loose).ok().unwrap();
        assert!(package.bytes(0).is_ok() && package.bytes(1).is_ok());
        assert_eq!(package.bytes(2), Err(PackageFault::AllTooLarge(4 << 20)));
        let large = packed(&[("a", &vec![b' '; (3 << 20) + 1])]);
        let mut package = OfficePackage::open(&large, loose).ok().unwrap();
        assert_eq!(package.bytes(0), Err(PackageFault::PartTooLarge("a".to_owned(), 3 << 20)));
        let names: Vec<String> = (0..11).map(|at| at.to_string()).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(fault(&packed(&many)), Some(PackageFault::TooManyParts(10)));
        assert_eq!(fault(&vec![b'P'; (1 << 20) + 1]), Some(PackageFault::FileTooLarge(1 << 20)));
    }

    #[test]
    fn other_files_are_told_apart() {
        assert_eq!(fault(b"abc"), Some(PackageFault::NotArchive));
        assert_eq!(fault(b"PK\x03\x04abc"), Some(PackageFault::Broken));
        let old = [&COMPOUND[..], b"WordDocument"].concat();
        assert_eq!(fault(&old), Some(PackageFault::CompoundFile { is_encrypted: false }));
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = [&COMPOUND[..], &name].concat();
        assert_eq!(fault(&locked), Some(PackageFault::CompoundFile { is_encrypted: true }));
        let mut flagged = packed(&[("a", b"1")]);
        for sign in [&b"PK\x01\x02"[..], b"PK\x03\x04"] {
            let at = memchr::memmem::find(&flagged, sign).unwrap();
            flagged[at + if sign[2] == 1 { 8 } else { 6 }] |= 1;
        }
        assert_eq!(fault(&flagged), Some(PackageFault::Encrypted("a".to_owned())));
    }
}
