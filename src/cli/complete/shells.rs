//! The shells that complete, the script that makes each ask the program.

/// A shell whose completion asks the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CompletionShell {
    Bash,
    Elvish,
    Fish,
    PowerShell,
    Zsh,
}

impl CompletionShell {
    const ALL: [Self; 5] = [Self::Bash, Self::Elvish, Self::Fish, Self::PowerShell, Self::Zsh];

    /// Returns the shell of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shell| shell.name() == name)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Elvish => "elvish",
            Self::Fish => "fish",
            Self::PowerShell => "powershell",
            Self::Zsh => "zsh",
        }
    }

    /// Returns the script for the start file of the shell.
    pub(super) const fn script(self) -> &'static str {
        match self {
            Self::Bash => include_str!("scripts/plan.bash"),
            Self::Elvish => include_str!("scripts/plan.elv"),
            Self::Fish => include_str!("scripts/plan.fish"),
            Self::PowerShell => include_str!("scripts/plan.ps1"),
            Self::Zsh => include_str!("scripts/plan.zsh"),
        }
    }
}

/// The script that makes a shell ask; none for a shell that is not known.
pub(in crate::cli) fn registration(shell: &str) -> Option<&'static str> {
    CompletionShell::named(shell).map(CompletionShell::script)
}

/// The names of the shells.
pub(in crate::cli) fn shells() -> Vec<&'static str> {
    CompletionShell::ALL.map(CompletionShell::name).into()
}
