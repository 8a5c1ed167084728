//! The few colours there are. They underline what words and figures say by themselves.

use anstyle::{AnsiColor, Effects, Style};

use crate::report::Tone;

/// Puts colours on words, or does not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    /// Whether there are colours.
    pub(super) color: bool,
}

impl Paint {
    /// Titles, headers, sums.
    pub(super) fn bold(self, text: &str) -> String {
        self.dress(Effects::BOLD.into(), text)
    }

    /// Lines, names, places: what stands back.
    pub(super) fn muted(self, text: &str) -> String {
        self.dress(Effects::DIMMED.into(), text)
    }

    /// A value.
    pub(super) fn tone(self, tone: Tone, text: &str) -> String {
        match style(tone) {
            Some(style) => self.dress(style, text),
            None => text.to_owned(),
        }
    }

    /// A value of a sum.
    pub(super) fn total(self, tone: Tone, text: &str) -> String {
        self.dress(style(tone).unwrap_or_default() | Effects::BOLD, text)
    }

    fn dress(self, style: Style, text: &str) -> String {
        if self.color && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

fn style(tone: Tone) -> Option<Style> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some(AnsiColor::Green.on_default()),
        Tone::Warn => Some(AnsiColor::Yellow.on_default()),
        Tone::Bad => Some(AnsiColor::Red.on_default()),
        Tone::Muted => Some(Effects::DIMMED.into()),
    }
}
