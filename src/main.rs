//! The real environment, one call, an exit status.

use std::process::ExitCode;

use plan::cli::{Env, run};

fn main() -> ExitCode {
    let arguments = std::env::args_os().collect();
    let code = run(arguments, &Env::real(), &mut std::io::stdout().lock(), &mut std::io::stderr().lock());
    ExitCode::from(code)
}
