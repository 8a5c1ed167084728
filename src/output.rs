//! The rows of the tables of output formats: one table for documents, one for diagnostics.
//!
//! The option `-f`, the extension of `-o`, the help and the completions all read these tables. A new format is
//! a file with its function, and a row.

/// A format of output.
#[derive(Debug, Clone, Copy)]
pub struct OutputFormat<F> {
    /// The name on the command line.
    pub name: &'static str,
    /// Other names on the command line, which the help does not list.
    pub aliases: &'static [&'static str],
    /// The extensions of its files, in lower case, the usual one first; empty for what has none of its own.
    pub extensions: &'static [&'static str],
    /// True for a format of files and pipes only, which a terminal cannot show.
    pub is_binary: bool,
    /// The function that writes it.
    pub write: F,
}

impl<F> OutputFormat<F> {
    /// Returns true if the format has the name on the command line.
    pub fn has_name(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }

    /// Returns true if files of the format may have the extension, in either case.
    pub fn has_extension(&self, extension: &str) -> bool {
        self.extensions.iter().any(|own| own.eq_ignore_ascii_case(extension))
    }
}
