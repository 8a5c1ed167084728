//! Timelines in block characters, within the width of the page.

use crate::date::Day;
use crate::document::{TimelineChart, TimelineItem, TimelineRow, Tone};
use crate::language::Lang;
use crate::render::bar::{BarPart, LEGEND, ORIGINAL, TODAY, parts};
use crate::sanitize::visible;

use super::page::TextPage;
use super::wrap::width;

/// The columns of the bars: at least and at most.
const BARS: (usize, usize) = (16, 72);

/// The columns of an id and of a unit: at most.
const ID: usize = 12;
const UNIT: usize = 18;

/// The least columns of a title.
const TITLE: usize = 14;

/// The columns of a row.
struct TimelineColumns {
    id: usize,
    title: usize,
    /// None where there is no room for units.
    unit: Option<usize>,
    bars: usize,
}

/// Draws a timeline.
pub(super) fn draw(page: &mut TextPage, timeline: &TimelineChart) {
    let lang = page.lang;
    let columns = TimelineColumns::of(timeline, page.columns, lang);
    let indent = columns.id + columns.title + columns.unit.map_or(0, |unit| unit + 1) + 2;
    let axis = axis(timeline, columns.bars, lang);
    page.line(&format!("{}{}", " ".repeat(indent), page.paint.muted(&axis)));
    for row in &timeline.rows {
        match row {
            TimelineRow::Group { mark, title } => {
                let title = format!("{mark} {}", title.get(lang));
                let title = fitted(title.trim(), page.columns);
                page.line(&page.paint.bold(title.trim_end()));
            }
            TimelineRow::Item(item) => {
                let bar = bar(timeline, item, columns.bars);
                let bar = page.paint.tone(if is_late(item) { Tone::Bad } else { Tone::Plain }, &bar);
                let unit = columns
                    .unit
                    .map_or(String::new(), |columns| format!("{} ", fitted(&unit(item, lang), columns)));
                let (id, title) = (fitted(&item.id, columns.id), fitted(&item.title, columns.title));
                page.line(&format!("{id} {title} {unit}{bar}"));
            }
        }
    }
    let marks = LEGEND.iter().map(|(part, words)| format!("{} {}", sign(*part), words.get(lang)));
    let others = [format!("◇ {}", ORIGINAL.get(lang)), format!("│ {}", TODAY.get(lang))];
    page.line("");
    page.muted(&marks.chain(others).collect::<Vec<_>>().join(" · "));
}

impl TimelineColumns {
    fn of(timeline: &TimelineChart, all: usize, lang: Lang) -> Self {
        let items = || {
            timeline.rows.iter().filter_map(|row| match row {
                TimelineRow::Item(item) => Some(item),
                TimelineRow::Group { .. } => None,
            })
        };
        let id = items().map(|item| width(&visible(&item.id))).max().unwrap_or(0).min(ID);
        let unit = items().map(|item| width(&unit(item, lang))).max().unwrap_or(0).min(UNIT);
        let bars = (all * 2 / 5).clamp(BARS.0, BARS.1);
        let room = all.saturating_sub(id + bars + 2);
        let unit = Some(unit).filter(|unit| room > TITLE + unit);
        let title = room.saturating_sub(unit.map_or(0, |unit| unit + 1)).max(1);
        Self { id, title, unit, bars }
    }
}

/// The unit with the occurrence.
fn unit(item: &TimelineItem, lang: Lang) -> String {
    let period = item.period.as_ref().map_or(String::new(), |period| format!("{}, ", period.get(lang)));
    visible(&format!("{period}{}", item.unit.get(lang))).into_owned()
}

fn is_late(item: &TimelineItem) -> bool {
    item.status.tone == Tone::Bad
}

/// The axis: the names of the parts where there is room.
fn axis(timeline: &TimelineChart, columns: usize, lang: Lang) -> String {
    let mut line = String::new();
    for tick in &timeline.ticks {
        let at = place(timeline.place(tick.range.first), columns);
        let label = tick.label.get(lang);
        let used = width(&line);
        let is_free = (used == 0 && at == 0) || at > used;
        if is_free && at + width(label) <= columns {
            line.push_str(&" ".repeat(at - used));
            line.push_str(label);
        }
    }
    line
}

/// The column of a share of the span.
// A bar has some hundred columns.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn place(share: f64, columns: usize) -> usize {
    ((share * columns as f64) as usize).min(columns.saturating_sub(1))
}

fn bar(timeline: &TimelineChart, item: &TimelineItem, columns: usize) -> String {
    let mut signs = vec![' '; columns];
    let mark = |day: Option<Day>, sign: char, signs: &mut Vec<char>| {
        let at = day.map(|day| place(timeline.place(day), columns));
        if let Some(column) = at.and_then(|at| signs.get_mut(at)) {
            *column = sign;
        }
    };
    mark(timeline.today, '│', &mut signs);
    let Some(bar) = &item.bar else { return signs.into_iter().collect() };
    for (from, to, part) in parts(timeline, bar) {
        let (first, last) = (place(from, columns), place(to - f64::EPSILON, columns));
        // A late part never hides the work before it, nor is it hidden.
        let first = if part == BarPart::Late && last > first { first + 1 } else { first };
        for at in first..=last {
            if let Some(column) = signs.get_mut(at) {
                *column = sign(part);
            }
        }
    }
    mark(bar.original, '◇', &mut signs);
    signs.into_iter().collect()
}

fn sign(part: BarPart) -> char {
    match part {
        BarPart::Done => '█',
        BarPart::Open => '▒',
        BarPart::Late => '▚',
        BarPart::Continuous => '┄',
        BarPart::Dropped => '░',
    }
}

/// The words cut or filled to a number of columns.
fn fitted(words: &str, columns: usize) -> String {
    let words = visible(words).into_owned();
    let used = width(&words);
    if used <= columns {
        return format!("{words}{}", " ".repeat(columns - used));
    }
    let mut out = String::new();
    for c in words.chars() {
        let mut longer = out.clone();
        longer.push(c);
        if width(&longer) + 1 > columns {
            break;
        }
        out = longer;
    }
    out.push('…');
    let used = width(&out);
    format!("{out}{}", " ".repeat(columns.saturating_sub(used)))
}
