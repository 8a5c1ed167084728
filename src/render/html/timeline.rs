//! Timelines: a table whose last column has a drawing in each row.

use maud::{Markup, PreEscaped, html};

use super::words::{SHADE, TEXT, one_line};
use crate::document::{TimelineChart, TimelineItem, TimelineRow};
use crate::language::{Lang, Message};
use crate::render::svg::{axis, bar};
use crate::sanitize::visible;

/// The heads of the columns before the bars.
static HEADS: [Message; 4] = [
    Message::fixed("Mã", "Id"),
    Message::fixed("Nội dung", "Title"),
    Message::fixed("Đơn vị", "Unit"),
    Message::fixed("Hạn", "Deadline"),
];

/// A timeline.
pub(super) fn timeline(timeline: &TimelineChart, lang: Lang) -> Markup {
    html! {
        table.grid border="1" cellspacing="0" cellpadding="4" width="100%" {
            thead {
                tr bgcolor=(SHADE) {
                    @for (head, width) in HEADS.iter().zip(["6%", "22%", "14%", "8%"]) {
                        th scope="col" width=(width) { (head.get(lang)) }
                    }
                    th.bars scope="col" width="50%" { (drawing(&axis(timeline, lang))) }
                }
            }
            tbody {
                @for row in &timeline.rows {
                    @match row {
                        TimelineRow::Group { mark, title } => tr valign="top" {
                            td colspan="5" { b { (one_line(&Message::same(format!("{mark} {}", title.get(lang)).trim()), lang)) } }
                        },
                        TimelineRow::Item(item) => tr.row valign="top" { (cells(timeline, item, lang)) },
                    }
                }
            }
        }
    }
}

fn cells(timeline: &TimelineChart, item: &TimelineItem, lang: Lang) -> Markup {
    let period = item.period.as_ref().map_or(String::new(), |period| format!(" ({})", period.get(lang)));
    let title = format!("{}{period}", item.title);
    let deadline = item.bar.map_or(String::new(), |bar| bar.last.show(lang));
    html! {
        td.short sdnum=(TEXT) nowrap data-head=(HEADS[0].get(lang)) { (visible(&item.id)) }
        td sdnum=(TEXT) data-head=(HEADS[1].get(lang)) { (visible(&title)) }
        td sdnum=(TEXT) data-head=(HEADS[2].get(lang)) { (visible(item.unit.get(lang))) }
        td.short sdnum=(TEXT) data-head=(HEADS[3].get(lang)) { (deadline) }
        td.bars { (drawing(&bar(timeline, item, lang))) }
    }
}

/// A drawing that fills its cell.
fn drawing(parts: &str) -> Markup {
    html! {
        svg width="100%" height="14" {
            (PreEscaped(parts))
        }
    }
}
