//! Colours, which repeat what words and figures say.

use anstyle::{AnsiColor, Effects, Style};

use super::needs::BAR;
use crate::document::Tone;

const TONES: [Tone; 5] = [Tone::Plain, Tone::Good, Tone::Warn, Tone::Bad, Tone::Muted];

/// The marks of each tone, plain and bold. No text that is printed holds one of these:
/// [`sanitize`](crate::sanitize::visible) shows them by their numbers.
const MARKS: [char; 10] = [
    '\u{2060}', '\u{2061}', '\u{2062}', '\u{2063}', '\u{2064}', '\u{206a}', '\u{206b}', '\u{206c}',
    '\u{206d}', '\u{206e}',
];

/// The mark that ends any tone.
const END: char = '\u{206f}';

/// Puts colours on words, or does not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    /// True if colours are printed.
    pub(super) color: bool,
}

impl Paint {
    /// A bar that is filled to a share of 1.
    pub(super) fn bar(self, share: f64) -> String {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let filled = (share.clamp(0.0, 1.0) * BAR as f64).round() as usize;
        let tone = if filled == BAR { Tone::Good } else { Tone::Plain };
        let (full, rest) = ("━".repeat(filled), "─".repeat(BAR - filled));
        format!("{}{}", self.mark(tone, false, &full), self.mark(Tone::Muted, false, &rest))
    }

    /// Titles, headers, sums.
    pub(super) fn bold(self, text: &str) -> String {
        self.dress(Effects::BOLD.into(), text)
    }

    /// Paints lines, names and locations.
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

    /// A value, bold in a sum, whose colours are marked by characters without a width: what measures it need
    /// not know of colours. [`show`](Self::show) puts the colours there.
    pub(super) fn mark(self, tone: Tone, is_bold: bool, text: &str) -> String {
        if !self.color || text.is_empty() || (tone == Tone::Plain && !is_bold) {
            return text.to_owned();
        }
        let style = TONES.iter().position(|known| *known == tone).unwrap_or(0) * 2 + usize::from(is_bold);
        format!("{}{text}{END}", MARKS[style])
    }

    /// A line with its colours, where they were marked.
    pub(super) fn show(self, line: String) -> String {
        if !self.color {
            return line;
        }
        let mut shown = String::with_capacity(line.len() + 64);
        let mut last = Style::new();
        for c in line.chars() {
            if let Some(at) = MARKS.iter().position(|mark| *mark == c) {
                last = style(TONES[at / 2]).unwrap_or_default();
                if at % 2 == 1 {
                    last |= Effects::BOLD;
                }
                shown += &last.render().to_string();
            } else if c == END {
                shown += &last.render_reset().to_string();
            } else {
                shown.push(c);
            }
        }
        shown
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
