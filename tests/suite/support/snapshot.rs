//! Snapshots: what the program printed last, in files that people read.
//!
//! `SNAPSHOTS=overwrite` writes them anew, and the inline ones of `snapbox::str!` as well.

use std::path::Path;

use snapbox::{Assert, Data};

use crate::support::program::{Ran, root};

/// Compares a text with a file of the repository, byte for byte.
pub(crate) fn assert_file(path: impl AsRef<Path>, actual: &str) {
    let expected = Data::read_from(&root().join(path), None).raw();
    Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).eq(actual, expected);
}

/// Compares a whole answer with a file of `tests/snapshots`; the command has nothing to complain of.
pub(crate) fn assert_printed(name: &str, ran: &Ran) {
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
    assert_file(Path::new("tests/snapshots").join(name), &ran.out);
}
