//! The shells that complete, and the script that makes each ask the program.

use clap_complete::env::Shells;

use crate::cli::env::COMPLETE;

/// Bash takes words apart at `:` and `=`; this script puts `unit:phong-…` together again.
const BASH: &str = include_str!("plan.bash");

/// Zsh puts a space behind every value; this script leaves it out behind `unit:`.
const ZSH: &str = include_str!("plan.zsh");

/// The script that makes a shell ask; none for a shell that is not known.
pub(in crate::cli) fn registration(shell: &str) -> Option<Vec<u8>> {
    match shell {
        "bash" => return Some(BASH.into()),
        "zsh" => return Some(ZSH.into()),
        _ => {}
    }
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let shell = shells.completer(shell)?;
    // Writing to memory does not fail.
    shell.write_registration(COMPLETE, "plan", "plan", "plan", &mut script).ok()?;
    Some(script)
}

/// The shells that can be asked about.
pub(in crate::cli) fn shells() -> Vec<&'static str> {
    Shells::builtins().names().collect()
}
