//! Packages of documents and workbooks as sources of an import: their faults are errors of the file.

use crate::import::block::SourcePlace;
use crate::import::error::ImportError;
use crate::language::Message;
use crate::package::{OfficePackage, PackageFault, PackageLimits, PartReader, XmlEvent};

pub(super) use crate::package::{attribute, is_on};

/// Documents of offices: hundreds of pages, pictures beside them.
const LIMITS: PackageLimits =
    PackageLimits { file: 256 << 20, parts: 20_000, part: 128 << 20, all: 512 << 20, ratio: u64::MAX };

/// A package of one file.
pub(super) struct SourcePackage<'p> {
    file: &'p str,
    package: OfficePackage<'p>,
}

impl<'p> SourcePackage<'p> {
    /// Opens a package.
    ///
    /// # Errors
    /// For bytes that are no package.
    pub(super) fn open(file: &'p str, bytes: &'p [u8]) -> Result<Self, ImportError> {
        let package = OfficePackage::open(bytes, LIMITS).map_err(|fault| wrong(file, &fault))?;
        Ok(Self { file, package })
    }

    /// The text of a part; none if there is no such part.
    ///
    /// # Errors
    /// For a part that is too large, damaged or not in UTF-8.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        self.package.text(name).map_err(|fault| wrong(self.file, &fault))
    }

    /// An error of the file.
    pub(super) fn wrong(&self, message: Message) -> ImportError {
        ImportError::new(self.file, message)
    }
}

/// The XML of a part of one file.
pub(super) struct SourceXml<'t> {
    file: &'t str,
    reader: PartReader<'t>,
}

impl<'t> SourceXml<'t> {
    /// A reader of the text of a part.
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        Self { file, reader: PartReader::new(text) }
    }

    /// The next event; none at the end.
    ///
    /// # Errors
    /// At `place`, for text that is no XML, and for elements too deep within each other.
    pub(super) fn next(&mut self, place: SourcePlace) -> Result<Option<XmlEvent>, ImportError> {
        let event = self.reader.next_event();
        event.map_err(|fault| ImportError::new(self.file, fault.message()).at(place))
    }
}

fn wrong(file: &str, fault: &PackageFault) -> ImportError {
    let error = ImportError::new(file, fault.message());
    match fault.help() {
        Some(help) => error.help(help),
        None => error,
    }
}
