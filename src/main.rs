//! The real environment, one call, an exit status.

use std::process::ExitCode;

use plan::cli::{Env, run};

fn main() -> ExitCode {
    let arguments = std::env::args_os().collect();
    // A thread that panics must be able to say so: stderr is not kept from it.
    let code = run(arguments, &Env::real(), &mut std::io::stdout().lock(), &mut std::io::stderr());
    ExitCode::from(code)
}
