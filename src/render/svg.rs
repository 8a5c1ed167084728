//! Timelines as drawings: each row has one of its own, so that bars and names cannot come apart.

use std::fmt::Write;

use crate::document::{Block, Document, TimelineChart, TimelineItem, TimelineRow};
use crate::language::Lang;
use crate::package::push_escaped;
use crate::sanitize::visible;

use super::bar::{BarPart, LEGEND, ORIGINAL, TODAY, parts};

/// The width of a bar in a drawing of its own.
const BAR_WIDTH: f64 = 1000.0;

/// The height of a bar's drawing.
pub(super) const BAR_HEIGHT: f64 = 14.0;

/// The place of the bars in a drawing of their own.
const LEFT: f64 = 460.0;
const ROW: f64 = 20.0;
const TOP: f64 = 84.0;

/// The width of a stripe of late time, in percent of the bars.
const STRIPE: f64 = 1.0;

/// The letters of the names beside the bars: at most.
const NAME: usize = 66;

/// Prints the timelines of a document as one drawing.
pub(super) fn render(document: &Document, lang: Lang) -> String {
    let mut body = String::new();
    let mut y = TOP;
    for block in &document.blocks {
        if let Block::Timeline(timeline) = block {
            y = draw(timeline, y, lang, &mut body);
        }
    }
    let (width, height) = (LEFT + BAR_WIDTH + 20.0, y + 40.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"Times New Roman, Tinos, Liberation Serif, serif\" font-size=\"13\" lang=\"{}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>",
        lang.pick("vi", "en")
    );
    text(10.0, 24.0, &one_line(document.title.get(lang)), " font-weight=\"bold\" font-size=\"16\"", &mut out);
    let below: Vec<&str> = document.subtitle.iter().map(|line| line.get(lang)).collect();
    text(10.0, 42.0, &one_line(&below.join(" · ")), " font-style=\"italic\"", &mut out);
    out.push_str(&body);
    legend(y + 24.0, lang, &mut out);
    out.push_str("</svg>\n");
    out
}

/// Draws a timeline, and returns the height below it.
fn draw(timeline: &TimelineChart, top: f64, lang: Lang, out: &mut String) -> f64 {
    nested(top - 18.0, &axis(timeline, lang), out);
    let mut y = top;
    for row in &timeline.rows {
        match row {
            TimelineRow::Group { mark, title } => {
                let title = format!("{mark} {}", title.get(lang));
                let _ = write!(
                    out,
                    "<rect x=\"10\" y=\"{y}\" width=\"{}\" height=\"{ROW}\" fill=\"#f2f2f2\"/>",
                    LEFT + BAR_WIDTH - 10.0
                );
                text(14.0, y + 14.0, &one_line(title.trim()), " font-weight=\"bold\"", out);
            }
            TimelineRow::Item(item) => {
                text(14.0, y + 14.0, &name(item, lang), "", out);
                nested(y + 3.0, &bar(timeline, item, lang), out);
            }
        }
        y += ROW;
    }
    y + 10.0
}

/// Puts a drawing beside the names.
fn nested(y: f64, parts: &str, out: &mut String) {
    let _ = write!(
        out,
        "<svg x=\"{LEFT}\" y=\"{y}\" width=\"{BAR_WIDTH}\" height=\"{BAR_HEIGHT}\">{parts}</svg>"
    );
}

/// The id, the title, the unit and the occurrence of a work item; a long title is cut.
fn name(item: &TimelineItem, lang: Lang) -> String {
    let period = item.period.as_ref().map_or(String::new(), |period| format!(", {}", period.get(lang)));
    let (id, unit) = (cut(&item.id, 16), cut(&format!("{}{period}", item.unit.get(lang)), 28));
    let room = NAME.saturating_sub(id.chars().count() + unit.chars().count() + 4);
    format!("{id} {} ({unit})", cut(&item.title, room.max(10)))
}

/// The axis, as a drawing as wide as its place: places are shares of it, so that nothing is stretched.
pub(super) fn axis(timeline: &TimelineChart, lang: Lang) -> String {
    let mut out = String::new();
    let mut free = f64::MIN;
    for tick in &timeline.ticks {
        let x = timeline.place(tick.range.first) * 100.0;
        let _ =
            write!(out, "<line x1=\"{x:.2}%\" x2=\"{x:.2}%\" y1=\"0\" y2=\"{BAR_HEIGHT}\" stroke=\"#999\"/>");
        // A label that would stand over the one before it is left out.
        if x >= free {
            let label = one_line(tick.label.get(lang));
            let _ = write!(out, "<text x=\"{x:.2}%\" dx=\"3\" y=\"11\" font-size=\"11\">");
            push_escaped(&label, &mut out);
            out.push_str("</text>");
            #[allow(clippy::cast_precision_loss)] // Labels have few letters.
            let letters = label.chars().count() as f64;
            free = x + 1.0 + letters * 1.4;
        }
    }
    out
}

/// The bar of a work item, with its days as words for those who point at it.
pub(super) fn bar(timeline: &TimelineChart, item: &TimelineItem, lang: Lang) -> String {
    let Some(bar) = &item.bar else { return String::new() };
    let mut out = String::from("<title>");
    let days = format!("{} – {}: {}", bar.first.show(lang), bar.last.show(lang), item.status.word.get(lang));
    push_escaped(&one_line(&days), &mut out);
    out.push_str("</title>");
    for (from, to, part) in parts(timeline, bar) {
        draw_part(from * 100.0, (to - from) * 100.0, part, STRIPE, &mut out);
    }
    if let Some(original) = bar.original {
        diamond(timeline.end(original) * 100.0, &mut out);
    }
    if let Some(today) = timeline.today {
        let x = timeline.place(today) * 100.0;
        let _ = write!(
            out,
            "<line x1=\"{x:.2}%\" x2=\"{x:.2}%\" y1=\"0\" y2=\"{BAR_HEIGHT}\" stroke=\"#000\" stroke-dasharray=\"3 2\"/>"
        );
    }
    out
}

/// The hollow mark of the first deadline.
fn diamond(x: f64, out: &mut String) {
    let _ = write!(
        out,
        "<svg x=\"{x:.2}%\" width=\"12\" height=\"{BAR_HEIGHT}\" overflow=\"visible\">\
         <path d=\"M0 1l5 6l-5 6l-5 -6z\" fill=\"#fff\" stroke=\"#000\"/></svg>"
    );
}

/// A part of a bar; its begin and its length are percentages of the width.
fn draw_part(x: f64, width: f64, part: BarPart, stripe: f64, out: &mut String) {
    let fill = match part {
        BarPart::Done => "#2e7d32",
        BarPart::Open => "#8fb0d9",
        BarPart::Late => "#f7d4d8",
        BarPart::Dropped => "#d0d0d0",
        BarPart::Continuous => {
            let end = x + width;
            let _ = write!(
                out,
                "<line x1=\"{x:.2}%\" x2=\"{end:.2}%\" y1=\"7\" y2=\"7\" stroke=\"#777\" stroke-dasharray=\"2 3\"/>"
            );
            return;
        }
    };
    let _ = write!(out, "<rect x=\"{x:.2}%\" y=\"2\" width=\"{width:.2}%\" height=\"10\" fill=\"{fill}\"");
    if part != BarPart::Late {
        out.push_str("/>");
        return;
    }
    out.push_str(" stroke=\"#b00020\"/>");
    // Late is hatched as well as red, for print and for readers who cannot distinguish colours.
    let mut from = x;
    while from < x + width {
        let to = (from + stripe).min(x + width);
        let _ =
            write!(out, "<line x1=\"{from:.2}%\" x2=\"{to:.2}%\" y1=\"12\" y2=\"2\" stroke=\"#b00020\"/>");
        from += stripe * 0.7;
    }
}

fn legend(y: f64, lang: Lang, out: &mut String) {
    let mut x = 14.0;
    let mut entry = |mark: &str, words: &str| {
        let _ = write!(
            out,
            "<svg x=\"{x}\" y=\"{}\" width=\"24\" height=\"{BAR_HEIGHT}\" overflow=\"visible\">{mark}</svg>",
            y - 12.0
        );
        text(x + 30.0, y, words, "", out);
        #[allow(clippy::cast_precision_loss)] // Labels have few letters.
        let letters = words.chars().count() as f64;
        x += 48.0 + letters * 7.0;
    };
    for (part, words) in &LEGEND {
        let mut mark = String::new();
        // The stripes of a whole bar would fill a short one.
        draw_part(0.0, 100.0, *part, 20.0, &mut mark);
        entry(&mark, words.get(lang));
    }
    let mut mark = String::new();
    diamond(50.0, &mut mark);
    entry(&mark, ORIGINAL.get(lang));
    let line = format!(
        "<line x1=\"50%\" x2=\"50%\" y1=\"0\" y2=\"{BAR_HEIGHT}\" stroke=\"#000\" stroke-dasharray=\"3 2\"/>"
    );
    entry(&line, TODAY.get(lang));
}

fn text(x: f64, y: f64, words: &str, attributes: &str, out: &mut String) {
    let _ = write!(out, "<text x=\"{x:.1}\" y=\"{y:.1}\"{attributes}>");
    push_escaped(words, out);
    out.push_str("</text>");
}

fn one_line(words: &str) -> String {
    visible(words).into_owned()
}

/// The words up to a number of letters.
fn cut(words: &str, letters: usize) -> String {
    let words = one_line(words);
    if words.chars().count() <= letters {
        return words;
    }
    words.chars().take(letters.saturating_sub(1)).chain(['…']).collect()
}
