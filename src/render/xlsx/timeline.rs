//! Timelines as filled cells, a column for each part of the axis.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern, XlsxError};

use super::sheet::SheetWriter;
use crate::document::{TimelineChart, TimelineRow};
use crate::render::bar::{BarPart, within};
use crate::sanitize::visible;

/// The width of a column of the axis, in characters.
const TICK: f64 = 3.6;

impl SheetWriter<'_> {
    /// Writes the days of the bars as a table, and the bars beside it as filled cells.
    pub(super) fn timeline(&mut self, timeline: &TimelineChart) -> Result<(), XlsxError> {
        let table = timeline.table();
        let head = self.next_row();
        self.table(&table)?;
        let first = self.columns();
        let format = Format::new()
            .set_font_name("Times New Roman")
            .set_font_size(10)
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_border(FormatBorder::Thin);
        for (tick, column) in timeline.ticks.iter().zip(first..) {
            self.sheet().set_column_width(column, TICK)?;
            let label = visible(tick.label.get(self.lang())).into_owned();
            self.sheet().write_string_with_format(head, column, label, &format)?;
        }
        for (row, line) in timeline.rows.iter().zip(head + 1..) {
            let TimelineRow::Item(item) = row else { continue };
            let Some(bar) = &item.bar else { continue };
            for (tick, column) in timeline.ticks.iter().zip(first..) {
                let Some(part) = within(bar, tick) else { continue };
                let is_original = bar.original.is_some_and(|original| tick.range.contains(original));
                let mark = if is_original { "◇" } else { "" };
                self.sheet().write_string_with_format(line, column, mark, &fill(part))?;
            }
        }
        Ok(())
    }
}

/// The fill of a part; the late one is hatched.
fn fill(part: BarPart) -> Format {
    let format = Format::new().set_align(FormatAlign::Center).set_font_size(8);
    match part {
        BarPart::Done => format.set_background_color(Color::RGB(0x002E_7D32)),
        BarPart::Open => format.set_background_color(Color::RGB(0x008F_B0D9)),
        BarPart::Dropped => format.set_background_color(Color::RGB(0x00D0_D0D0)),
        BarPart::Continuous => format.set_background_color(Color::RGB(0x00EE_EEEE)),
        BarPart::Late => format
            .set_pattern(FormatPattern::LightUp)
            .set_foreground_color(Color::RGB(0x00B0_0020))
            .set_background_color(Color::RGB(0x00F7_D4D8)),
    }
}
