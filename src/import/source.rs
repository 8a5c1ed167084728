//! Files to import, and the wishes of the caller.

/// A file to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// The name without its folder; the ending says what it is.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Options of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// The id of the plan; none for one from the name of the file.
    pub id: Option<String>,
    /// The words of the period; none for the one that the document names.
    pub period: Option<String>,
    /// True to cut bullets into tasks.
    pub splits: bool,
    /// The units that are known already.
    pub known_units: Vec<KnownUnit>,
    /// The path to the file of the known units, from the folder of the plan.
    pub registry: Option<String>,
}

/// A unit of a registry that the plan shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownUnit {
    /// The id.
    pub id: String,
    /// The name and the aliases.
    pub names: Vec<String>,
}
