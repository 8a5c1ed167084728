//! The program inside the process of the test, with a fixed clock.

use std::ffi::OsString;
use std::path::Path;

use plan::cli::{Env, run};

/// The exit status and output of one run.
#[derive(Debug)]
pub struct Ran {
    pub code: u8,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// Parses the answer as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.out, self.err))
    }
}

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the environment of a run in a folder, at noon (in Vietnam) of 21 November 2026.
pub fn env(folder: &Path) -> Env {
    Env {
        folder: folder.to_path_buf(),
        plan_path: None,
        plan_lang: None,
        no_color: false,
        terminal: false,
        width: None,
        complete: None,
        complete_words: None,
        ci_folders: Vec::new(),
        progress: None,
        now: 1_795_237_200,
    }
}

/// Runs `plan ARGUMENTS` in a folder.
pub fn plan_in(folder: &Path, arguments: &[&str]) -> Ran {
    asked_by(None, folder, arguments)
}

/// Runs `plan ARGUMENTS` in a folder, asked by a shell that completes a line.
pub fn asked_by(shell: Option<&str>, folder: &Path, arguments: &[&str]) -> Ran {
    plan_with(&Env { complete: shell.map(str::to_owned), ..env(folder) }, arguments)
}

/// Runs `plan ARGUMENTS` in an environment.
pub fn plan_with(env: &Env, arguments: &[&str]) -> Ran {
    let words = std::iter::once("plan").chain(arguments.iter().copied()).map(OsString::from).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(words, env, &mut out, &mut err);
    Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

/// Runs `plan ARGUMENTS` at the root of the repository.
pub fn plan(arguments: &[&str]) -> Ran {
    plan_in(root(), arguments)
}
