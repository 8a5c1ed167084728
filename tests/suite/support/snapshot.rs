//! Snapshots: the last accepted output of the program, in files.
//!
//! `SNAPSHOTS=overwrite` writes them anew, those in `snapbox::str!` included.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use snapbox::assert::DEFAULT_ACTION_ENV;
use snapbox::{Assert, Data};

use crate::support::program::{Ran, root};

/// Asserts that an answer without a message on stderr is the file of that name in `tests/snapshots`.
pub(crate) fn assert_printed(name: &str, ran: &Ran) {
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
    assert_file(&root().join("tests/snapshots").join(name), &ran.out);
}

/// Asserts that a document of the repository is as a function writes it from the present text.
pub(crate) fn assert_rewritten(name: &str, rewrite: impl FnOnce(&str) -> String) {
    // Several tests write to one document, each a part of it.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let path = root().join(name);
    let fresh = rewrite(&fs::read_to_string(&path).unwrap());
    assert_file(&path, &fresh);
}

fn assert_file(path: &Path, actual: &str) {
    let expected = Data::read_from(path, None).raw();
    Assert::new().action_env(DEFAULT_ACTION_ENV).eq(actual, expected);
}
