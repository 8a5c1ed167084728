//! The parts of a report, each as its blocks; a part without content has none.

use super::folded::line;
use super::words::{cited, counted, day, percent, titled, works};
use crate::answer::{ChangesAnswer, ReportAnswer, StatusAnswer, StatusLine, UnitRemarks, UnitStanding};
use crate::document::{Block, Cell, Column, Table, TableRow, Tone};
use crate::language::{Lang, Message};
use crate::message;
use crate::report::status::tasks_in_words;
use crate::report::targets::sum;
use crate::status::{Figures, Grouping, Status};

/// The most overdue work that the text names; the annex has all.
const NAMED: usize = 5;

/// The most units that a sentence names.
const NAMED_UNITS: usize = 8;

/// I. The sentence of report 1270/BC-TCTTTg with its denominators, the table, and what changed.
pub(super) fn results(answer: &ReportAnswer<'_>, annex: Option<&Message>) -> Vec<Block> {
    let total = &answer.status.total;
    if total.total() == 0 {
        return vec![Block::Paragraph(Message::fixed("Không có việc nào.", "There are no work items."))];
    }
    let mut blocks = vec![
        Block::Paragraph(counts(answer)),
        Block::Paragraph(shares(total, annex)),
        Block::Paragraph(tasks_in_words(&answer.status.tasks)),
    ];
    blocks.push(Block::Table(groups(&answer.status)));
    blocks.extend(answer.status.changes.as_ref().map(|changes| Block::Paragraph(since(changes))));
    blocks
}

/// The number of work items, of the done and of the open.
pub(super) fn counts(answer: &ReportAnswer<'_>) -> Message {
    let (total, plans) = (&answer.status.total, answer.plans());
    let named = match plans {
        [plan] => cited(plan),
        _ => titled(plans),
    };
    let first = plans.iter().map(|plan| plan.period.range.first).min().unwrap_or(answer.span.last);
    let say = |lang: Lang| {
        let count = |status| total.count(status);
        let number = |count: u64| counted(count, lang);
        let (on_time, late, undated) =
            (count(Status::DoneOnTime), count(Status::DoneLate), count(Status::DoneUndated));
        let done = total.done();
        let in_time = count(Status::DueSoon) + count(Status::OnTrack);
        let overdue = count(Status::Overdue);
        let undated = if undated == 0 {
            String::new()
        } else {
            lang.pick(format!(", không có hạn: {}", number(undated)), format!(", without a date: {undated}"))
        };
        let soon = match count(Status::DueSoon) {
            0 => String::new(),
            soon => lang.pick(
                format!(", trong đó sắp đến hạn: {}", number(soon)),
                format!(", of them due soon: {soon}"),
            ),
        };
        let others = [Status::Upcoming, Status::Continuous, Status::Undated, Status::Dropped];
        let others: Vec<String> = others
            .into_iter()
            .filter(|status| count(*status) > 0)
            .map(|status| format!("{} {}", number(count(status)), status.name().get(lang)))
            .collect();
        let others = if others.is_empty() {
            String::new()
        } else {
            lang.pick(
                format!("; còn lại: {}", others.join(", ")),
                format!("; the others: {}", others.join(", ")),
            )
        };
        let (first, last) = (day(first, lang), day(answer.span.last, lang));
        let (all, done, open) = (number(total.total()), number(done), number(in_time + overdue));
        let [on_time, late, in_time, overdue] = [on_time, late, in_time, overdue].map(number);
        lang.pick(
            format!(
                "Từ ngày {first} đến ngày {last}, có tổng số {all} việc theo {}. Trong đó, đã hoàn thành: {done} (đúng hạn: \
                 {on_time}, quá hạn: {late}{undated}); chưa hoàn thành: {open} (trong hạn: {in_time}{soon}; quá hạn: \
                 {overdue}){others}.",
                named.get(lang)
            ),
            format!(
                "From {first} to {last} there are {all} work items under {}. Done: {done} (on time: {on_time}, late: \
                 {late}{undated}); not done: {open} (in time: {in_time}{soon}; overdue: {overdue}){others}.",
                named.get(lang)
            ),
        )
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// The percentages, each with its denominator in words.
pub(super) fn shares(total: &Figures, annex: Option<&Message>) -> Message {
    let say = |lang: Lang| {
        let aside = [Status::Dropped, Status::Upcoming, Status::Continuous];
        let counted_in = total.total() - aside.into_iter().map(|status| total.count(status)).sum::<u64>();
        let dated =
            total.count(Status::DoneOnTime) + total.count(Status::DoneLate) + total.count(Status::Overdue);
        let [done, on_time, overdue] = [total.completion_pct(), total.on_time_pct(), total.overdue_pct()]
            .map(|share| percent(share, lang));
        let (works_in, works_dated) = (works(counted_in, lang), works(dated, lang));
        let annex = annex.map_or(String::new(), |annex| {
            let annex = annex.get(lang);
            lang.pick(format!(" (có {annex} kèm theo)"), format!(" ({annex})"))
        });
        lang.pick(
            format!(
                "Tỷ lệ hoàn thành đạt {done} của {works_in} (không kể việc chưa đến kỳ, thường xuyên, không thực hiện). Trong \
                 {works_dated} có hạn đã hoàn thành hoặc đã quá hạn, tỷ lệ hoàn thành đúng hạn đạt {on_time}, số quá hạn chiếm \
                 {overdue}{annex}."
            ),
            format!(
                "Done: {done} of {works_in} (upcoming, continuous and dropped work aside). Of {works_dated} that have a \
                 deadline and are done or overdue, {on_time} were on time and {overdue} are overdue{annex}."
            ),
        )
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// The table by section, or of several plans by plan.
pub(super) fn groups(answer: &StatusAnswer<'_>) -> Table {
    let label = match answer.by {
        Grouping::Plan => Message::fixed("Kế hoạch", "Plan"),
        _ => Message::fixed("Nội dung", "Section"),
    };
    let mark = Column::words(Message::fixed("TT", "No."), "key").centered();
    let mut table = Table::new(vec![mark, Column::title(label, "label")]);
    table.columns.extend(figure_columns());
    let body = |mark: Cell, label: Cell, figures: &Figures| {
        let mut cells = vec![mark, label];
        cells.extend(figure_cells(figures));
        cells
    };
    for status in &answer.tables {
        for line in &status.lines {
            table.rows.push(match line {
                StatusLine::Heading(Some(section)) => {
                    TableRow::Group { mark: section.id.clone(), title: Message::same(&section.title) }
                }
                StatusLine::Heading(None) => continue,
                StatusLine::Group(row) => {
                    let mark = Cell::or_empty(row.group.key.as_deref(), Cell::text);
                    TableRow::Body(body(mark, Cell::Message(row.group.label.clone()), &row.group.figures))
                }
            });
        }
    }
    let sum = Cell::Message(Message::fixed("Tổng cộng", "Total"));
    table.rows.push(TableRow::Total(body(Cell::Empty, sum, &answer.total)));
    table
}

fn figure_columns() -> Vec<Column> {
    let figures = |vi, en, key| Column::figures(Message::fixed(vi, en), key).centered();
    vec![
        figures("Tổng số", "Total", "total"),
        figures("Hoàn thành đúng hạn", "Done on time", "done_on_time"),
        figures("Hoàn thành quá hạn", "Done late", "done_late"),
        figures("Chưa xong, trong hạn", "In time", "in_time"),
        figures("Chưa xong, quá hạn", "Overdue", "overdue").tone(Tone::Bad),
        figures("% hoàn thành", "% done", "completion_pct"),
    ]
}

fn figure_cells(figures: &Figures) -> [Cell; 6] {
    let count = |status| figures.count(status);
    [
        Cell::Count(figures.total()),
        Cell::Count(count(Status::DoneOnTime)),
        Cell::Count(count(Status::DoneLate)),
        Cell::Count(count(Status::DueSoon) + count(Status::OnTrack)),
        Cell::Count(count(Status::Overdue)),
        Cell::Share(figures.completion_pct()),
    ]
}

/// The changes within the time, in a sentence.
pub(super) fn since(changes: &ChangesAnswer<'_>) -> Message {
    let say = |lang: Lang| {
        let kinds = [
            (&changes.newly_done, lang.pick("mới hoàn thành", "newly done")),
            (&changes.newly_overdue, lang.pick("mới quá hạn", "newly overdue")),
            (&changes.extended, lang.pick("được gia hạn", "extended")),
            (&changes.dropped, lang.pick("thôi thực hiện", "dropped")),
        ];
        let kinds = kinds.into_iter().filter(|(items, _)| !items.is_empty());
        let kinds: Vec<String> =
            kinds.map(|(items, name)| format!("{name} {}", works(items.len() as u64, lang))).collect();
        let day = day(changes.since, lang);
        let kinds = match kinds.as_slice() {
            [] => lang.pick("không thay đổi", "nothing changed").to_owned(),
            kinds => kinds.join(", "),
        };
        lang.pick(format!("So với ngày {day}: {kinds}."), format!("Since {day}: {kinds}."))
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// II. The units, the worst first.
pub(super) fn units(answer: &ReportAnswer<'_>) -> Vec<Block> {
    if answer.units.is_empty() {
        return Vec::new();
    }
    let silent: Vec<&Message> =
        answer.units.iter().filter(|unit| unit.has_not_reported()).map(|unit| &unit.holder).collect();
    let mut blocks = vec![Block::Table(units_table(&answer.units))];
    if !silent.is_empty() {
        let say = |lang: Lang| {
            let count = counted(silent.len() as u64, lang);
            let names = names(&silent, lang);
            lang.pick(
                format!("Còn {count} đơn vị chưa có báo cáo nào: {names}."),
                format!("Units without any report: {count}: {names}."),
            )
        };
        blocks.push(Block::Paragraph(Message::new(say(Lang::Vi), say(Lang::En))));
    }
    blocks
}

/// The figures of units.
pub(super) fn units_table<'u>(units: impl IntoIterator<Item = &'u UnitStanding>) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("TT", "No."), "no").centered(),
        Column::title(Message::fixed("Đơn vị", "Unit"), "unit"),
    ]);
    table.columns.extend(figure_columns());
    table.columns.push(
        Column::figures(Message::fixed("Quá hạn lâu nhất (ngày)", "Longest (days)"), "longest")
            .centered()
            .hide_if_all_zero(),
    );
    table.rows.extend(units.into_iter().zip(1..).map(|(unit, number)| {
        let mut cells = vec![Cell::Count(number), Cell::Message(unit.holder.clone())];
        cells.extend(figure_cells(&unit.figures));
        cells.push(Cell::Days(unit.longest));
        TableRow::Body(cells)
    }));
    table
}

/// The names of some units; of many the first ones.
pub(super) fn names(all: &[&Message], lang: Lang) -> String {
    let mut names: Vec<String> = all.iter().take(NAMED_UNITS).map(|name| name.get(lang).to_owned()).collect();
    if all.len() > NAMED_UNITS {
        let more = all.len() - NAMED_UNITS;
        names.push(lang.pick(format!("… (và {more:02} đơn vị khác)"), format!("… (and {more} more)")));
    }
    names.join(", ")
}

/// III. The overdue work: how much, the longest overdue of it.
pub(super) fn overdue(answer: &ReportAnswer<'_>, annex: Option<Message>) -> Vec<Block> {
    let Some(annex) = annex else { return Vec::new() };
    let count = answer.status.total.count(Status::Overdue);
    let (units, longest) = (answer.late_units() as u64, u64::try_from(answer.longest()).unwrap_or(0));
    let say = |lang: Lang| {
        let (works, annex) = (works(count, lang), annex.get(lang));
        let (units, longest) = (counted(units, lang), counted(longest, lang));
        lang.pick(
            format!("Có {works} quá hạn của {units} đơn vị, lâu nhất {longest} ngày (chi tiết tại {annex}). Quá hạn lâu nhất:"),
            format!("{works} of {units} units overdue, the longest by {longest} days ({annex}). The longest overdue:"),
        )
    };
    let mut all: Vec<_> = answer.overdue.iter().flat_map(|unit| &unit.items).collect();
    all.sort_by_key(|folded| std::cmp::Reverse(folded.found.item.days_late));
    all.truncate(NAMED);
    let mut blocks = vec![Block::Paragraph(Message::new(say(Lang::Vi), say(Lang::En)))];
    blocks.extend(listed(&all.iter().map(|folded| line(folded, true)).collect::<Vec<_>>()));
    blocks
}

/// IV, V. The remarks in reports, by unit.
pub(super) fn remarks(units: &[UnitRemarks<'_>]) -> Vec<Block> {
    let lines: Vec<Message> = units
        .iter()
        .map(|unit| {
            let say = |lang: Lang| {
                let remarks = unit.remarks.iter().map(|remark| {
                    let (id, day) = (remark.found.item.id(remark.found.plan), day(remark.date, lang));
                    let text = remark.text.trim_end_matches(['.', ';']);
                    lang.pick(
                        format!("{text} ({id}, báo cáo ngày {day})"),
                        format!("{text} ({id}, reported on {day})"),
                    )
                });
                format!("{}: {}", unit.holder.get(lang), remarks.collect::<Vec<_>>().join("; "))
            };
            Message::new(say(Lang::Vi), say(Lang::En))
        })
        .collect();
    listed(&lines).into_iter().collect()
}

/// VI. The targets in a sentence.
pub(super) fn targets(answer: &ReportAnswer<'_>, annex: Option<Message>) -> Vec<Block> {
    let Some(annex) = annex else { return Vec::new() };
    let sum = sum(&answer.targets);
    let say = |lang: Lang| {
        let (sum, annex) = (sum.get(lang).trim_end_matches('.'), annex.get(lang));
        lang.pick(format!("Có {sum} (chi tiết tại {annex})."), format!("{sum} ({annex})."))
    };
    vec![Block::Paragraph(Message::new(say(Lang::Vi), say(Lang::En)))]
}

/// VII. The work that is due next.
pub(super) fn next(answer: &ReportAnswer<'_>, annex: Option<Message>) -> Vec<Block> {
    let Some(annex) = annex else { return Vec::new() };
    let count: usize = answer.next.iter().map(|folded| folded.listed).sum();
    let say = |lang: Lang| {
        let (works, annex) = (works(count as u64, lang), annex.get(lang));
        let (first, last) = (day(answer.span.next.first, lang), day(answer.span.next.last, lang));
        lang.pick(
            format!("Từ ngày {first} đến ngày {last} có {works} đến hạn (chi tiết tại {annex}). Gần nhất:"),
            format!("From {first} to {last}, {works} are due ({annex}). The nearest:"),
        )
    };
    let mut blocks = vec![Block::Paragraph(Message::new(say(Lang::Vi), say(Lang::En)))];
    blocks
        .extend(listed(&answer.next.iter().take(NAMED).map(|folded| line(folded, true)).collect::<Vec<_>>()));
    blocks
}

/// A list of lines, each ended by a semicolon, the last by a full stop; nothing without a line.
pub(super) fn listed(lines: &[Message]) -> Option<Block> {
    let last = lines.len();
    let lines = lines.iter().zip(1..).map(|(line, at)| {
        let end = if at == last { "." } else { ";" };
        let (vi, en) = (line.get(Lang::Vi), line.get(Lang::En));
        message!("{vi}{end}", "{en}{end}")
    });
    (last > 0).then(|| Block::List(lines.collect()))
}
