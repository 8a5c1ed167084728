//! Colours and words that several renderers share.

use anstyle::{AnsiColor, Effects};

use super::report::TerminalStyle;
use crate::diagnostic::Severity;
use crate::language::Lang;

/// The colours of one diagnostic.
#[derive(Debug, Clone, Copy)]
pub(super) struct DiagnosticPaint {
    /// True if colours are written.
    pub(super) color: bool,
    /// Of its level and of what it marks.
    pub(super) level: anstyle::Style,
    /// Of line numbers, the lines beside them and other places.
    pub(super) frame: anstyle::Style,
    /// Of its sentence.
    pub(super) sentence: anstyle::Style,
}

impl DiagnosticPaint {
    /// The colours of a severity.
    pub(super) fn of(severity: Severity, style: TerminalStyle) -> Self {
        let plain = anstyle::Style::new();
        if !style.color {
            return Self { color: false, level: plain, frame: plain, sentence: plain };
        }
        let level = match severity {
            Severity::Error => AnsiColor::BrightRed,
            Severity::Warning => AnsiColor::Yellow,
        };
        Self {
            color: true,
            level: level.on_default() | Effects::BOLD,
            frame: AnsiColor::BrightBlue.on_default() | Effects::BOLD,
            sentence: plain | Effects::BOLD,
        }
    }
}

/// The word before a help text.
pub(super) fn help_word(lang: Lang) -> &'static str {
    lang.pick("gợi ý", "help")
}
