//! Packages of Office Open XML (`.docx`, `.xlsx`): archives of named parts, and the XML of the parts. The bytes come from
//! anybody.
//!
//! An [`OfficePackage`] is opened only if its names are those of a package, each once, none of them encrypted; a part is
//! unpacked within [limits](PackageLimits), whatever size it states. Parts that nobody reads are never unpacked: a package
//! that is [written again](OfficePackage::with_parts) has them as they were packed. [`PartReader`] reads the XML of a part
//! without declarations of entities and within a depth.

mod archive;
mod escape;
mod fault;
mod xml;

pub use archive::{OfficePackage, PackageLimits};
pub use escape::push_escaped;
pub use fault::PackageFault;
pub(crate) use xml::referenced;
pub use xml::{DEEPEST, PartReader, XmlEvent, XmlFault, attribute, is_on};
