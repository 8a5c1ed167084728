//! The real environment, one call, an exit status.

fn main() -> std::process::ExitCode {
    plan::cli::run()
}
