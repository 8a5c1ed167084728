//! The fields of figures: those of `plan status`, the counts of lists.

use super::facts::{Field, OfficeFacts};
use crate::answer::{ChangedItem, ChangesAnswer, UnitRemarks};
use crate::report::office::words::percent;
use crate::status::{Assessment, Status, TaskState};

/// The fields. A count has two digits in Vietnamese, as in running text.
pub(super) static FIELDS: [Field; 45] = [
    Field::new("work.total", "Tổng số việc", "Work items", |facts| {
        let of_letter = facts.letter.as_ref().map(|letter| letter.work.total);
        let total = of_letter.or_else(|| usize::try_from(facts.status()?.total.total()).ok());
        Some(facts.count(total?))
    }),
    Field::new("work.done", "Số việc đã hoàn thành", "Work items that are done", |facts| {
        figure(facts, facts.status()?.total.done())
    }),
    Field::new("work.done_on_time", "Hoàn thành đúng hạn", "Done on time", |facts| {
        work(facts, Status::DoneOnTime)
    }),
    Field::new("work.done_late", "Hoàn thành quá hạn", "Done late", |facts| {
        work(facts, Status::DoneLate)
    }),
    Field::new("work.done_undated", "Hoàn thành, không có hạn", "Done, without a deadline", |facts| {
        work(facts, Status::DoneUndated)
    }),
    Field::new("work.in_time", "Chưa hoàn thành, trong hạn", "Not done, in time", |facts| {
        let total = &facts.status()?.total;
        figure(facts, total.count(Status::DueSoon) + total.count(Status::OnTrack))
    }),
    Field::new("work.due_soon", "Sắp đến hạn", "Due soon", |facts| work(facts, Status::DueSoon)),
    Field::new("work.on_track", "Trong hạn, chưa sắp đến hạn", "On track", |facts| {
        work(facts, Status::OnTrack)
    }),
    Field::new("work.upcoming", "Chưa đến kỳ", "Not begun", |facts| work(facts, Status::Upcoming)),
    Field::new("work.continuous", "Thường xuyên", "Continuous", |facts| work(facts, Status::Continuous)),
    Field::new("work.undated", "Chưa có hạn", "Without a deadline", |facts| work(facts, Status::Undated)),
    Field::new("work.dropped", "Không thực hiện", "Dropped", |facts| work(facts, Status::Dropped)),
    Field::new("work.completion_pct", "Tỷ lệ hoàn thành", "Share of work that is done", |facts| {
        Some(percent(facts.status()?.total.completion_pct(), facts.lang))
    }),
    Field::new(
        "work.on_time_pct",
        "Tỷ lệ hoàn thành đúng hạn",
        "Share that was done on time",
        |facts| Some(percent(facts.status()?.total.on_time_pct(), facts.lang)),
    ),
    Field::new("work.overdue_pct", "Tỷ lệ quá hạn", "Share that is overdue", |facts| {
        Some(percent(facts.status()?.total.overdue_pct(), facts.lang))
    }),
    Field::new("tasks.total", "Tổng số nhiệm vụ", "Tasks", |facts| {
        figure(facts, facts.status()?.tasks.total())
    }),
    Field::new("tasks.done", "Nhiệm vụ hoàn thành", "Tasks that are done", |facts| {
        tasks(facts, TaskState::Done)
    }),
    Field::new("tasks.late", "Nhiệm vụ quá hạn", "Tasks that are late", |facts| {
        tasks(facts, TaskState::Late)
    }),
    Field::new("tasks.in_progress", "Nhiệm vụ đang thực hiện", "Tasks in progress", |facts| {
        tasks(facts, TaskState::InProgress)
    }),
    Field::new("tasks.not_started", "Nhiệm vụ chưa thực hiện", "Tasks not started", |facts| {
        tasks(facts, TaskState::NotStarted)
    }),
    Field::new("tasks.dropped", "Nhiệm vụ không thực hiện", "Tasks that are dropped", |facts| {
        tasks(facts, TaskState::Dropped)
    }),
    Field::new("tasks.continuous", "Nhiệm vụ thường xuyên", "Continuous tasks", |facts| {
        tasks(facts, TaskState::Continuous)
    }),
    Field::new("changes.since", "Ngày so sánh", "The day of comparison", |facts| {
        Some(facts.day(changes(facts)?.since))
    }),
    Field::new("changes.newly_done", "Số việc mới hoàn thành", "Newly done", |facts| {
        changed(facts, |changes| &changes.newly_done)
    }),
    Field::new("changes.newly_overdue", "Số việc mới quá hạn", "Newly overdue", |facts| {
        changed(facts, |changes| &changes.newly_overdue)
    }),
    Field::new("changes.extended", "Số việc được gia hạn", "Extended", |facts| {
        changed(facts, |changes| &changes.extended)
    }),
    Field::new("changes.dropped", "Số việc thôi thực hiện", "Dropped since", |facts| {
        changed(facts, |changes| &changes.dropped)
    }),
    Field::new("overdue.count", "Số việc quá hạn", "Overdue work items", |facts| {
        match &facts.letter {
            Some(letter) => Some(facts.count(letter.work.overdue_count)),
            None => work(facts, Status::Overdue),
        }
    }),
    Field::new("overdue.units", "Số đơn vị có việc quá hạn", "Units that are late", |facts| {
        let of_brief = facts.brief.map(|brief| brief.late.len());
        let of_letter = || {
            let letters = facts.letter.as_ref()?.letters.iter();
            Some(letters.filter(|letter| letter.overdue_count() > 0).count())
        };
        let units = of_brief.or_else(|| Some(facts.report?.late_units())).or_else(of_letter);
        Some(facts.count(units?))
    }),
    Field::new(
        "overdue.longest",
        "Số ngày quá hạn lâu nhất",
        "The most days that work is overdue",
        |facts| {
            let of_brief =
                facts.brief.map(|brief| brief.late.iter().map(|unit| unit.longest).max().unwrap_or(0));
            let of_report = || Some(facts.report?.longest());
            let longest = of_brief.or_else(of_report).or_else(|| Some(facts.letter.as_ref()?.work.longest));
            Some(facts.days(longest?))
        },
    ),
    Field::new(
        "upcoming.count",
        "Số việc đến hạn trong kỳ tới",
        "Work items that are due next",
        |facts| {
            let of_report = || Some(facts.report?.next.iter().map(|folded| folded.listed).sum());
            let due = facts.brief.map(|brief| brief.due).or_else(of_report);
            Some(facts.count(due.or_else(|| Some(facts.letter.as_ref()?.work.due_count))?))
        },
    ),
    Field::new("units.count", "Số đơn vị có việc được giao", "Units with work", |facts| {
        Some(facts.count(facts.report?.units.len()))
    }),
    Field::new(
        "silent_units.count",
        "Số đơn vị chưa báo cáo",
        "Units that have not reported",
        |facts| {
            let of_brief = facts.brief.map(|brief| brief.silent.len());
            let of_report =
                || Some(facts.report?.units.iter().filter(|unit| unit.has_not_reported()).count());
            Some(facts.count(of_brief.or_else(of_report)?))
        },
    ),
    Field::new("difficulties.count", "Số khó khăn, vướng mắc", "Difficulties", |facts| {
        Some(facts.count(remarks(&facts.report?.difficulties)))
    }),
    Field::new("proposals.count", "Số kiến nghị, đề xuất", "Proposals", |facts| {
        Some(facts.count(remarks(&facts.report?.proposals)))
    }),
    Field::new("targets.count", "Số chỉ tiêu", "Targets", |facts| {
        Some(facts.count(facts.report?.targets.total))
    }),
    Field::new(
        "targets.assessments",
        "Số lần đánh giá chỉ tiêu",
        "Assessments of targets",
        |facts| Some(facts.count(facts.report?.targets.assessments)),
    ),
    Field::new("targets.exceeded", "Chỉ tiêu vượt", "Targets exceeded", |facts| {
        assessed(facts, Assessment::Exceeded)
    }),
    Field::new("targets.met", "Chỉ tiêu đạt", "Targets met", |facts| assessed(facts, Assessment::Met)),
    Field::new("targets.on_the_way", "Chỉ tiêu đang thực hiện", "Targets on the way", |facts| {
        assessed(facts, Assessment::OnTheWay)
    }),
    Field::new("targets.not_met", "Chỉ tiêu chưa đạt", "Targets not met", |facts| match facts.brief {
        Some(brief) => Some(facts.count(brief.targets.len())),
        None => assessed(facts, Assessment::NotMet),
    }),
    Field::new("targets.no_data", "Chỉ tiêu chưa có số liệu", "Targets without data", |facts| {
        assessed(facts, Assessment::NoData)
    }),
    Field::new("plans.count", "Số kế hoạch", "Plans", |facts| Some(facts.count(facts.plans.len()))),
    Field::new(
        "letters.count",
        "Số đơn vị được đôn đốc",
        "Units that are addressed",
        |facts| Some(facts.count(facts.letter.as_ref()?.letters.len())),
    ),
    Field::new(
        "sections.count",
        "Số mục trong bảng tổng hợp",
        "Rows of the table of figures",
        |facts| Some(facts.count(facts.status()?.groups().count())),
    ),
];

fn figure(facts: &OfficeFacts<'_, '_>, count: u64) -> Option<String> {
    Some(facts.count(usize::try_from(count).ok()?))
}

fn work(facts: &OfficeFacts<'_, '_>, status: Status) -> Option<String> {
    figure(facts, facts.status()?.total.count(status))
}

fn tasks(facts: &OfficeFacts<'_, '_>, state: TaskState) -> Option<String> {
    figure(facts, facts.status()?.tasks.count(state))
}

fn changes<'f, 's>(facts: &OfficeFacts<'f, 's>) -> Option<&'f ChangesAnswer<'s>> {
    facts.status()?.changes.as_ref()
}

fn changed<'f, 's>(
    facts: &OfficeFacts<'f, 's>,
    items: impl Fn(&'f ChangesAnswer<'s>) -> &'f Vec<ChangedItem<'s>>,
) -> Option<String> {
    Some(facts.count(items(changes(facts)?).len()))
}

fn remarks(units: &[UnitRemarks<'_>]) -> usize {
    units.iter().map(|unit| unit.remarks.len()).sum()
}

fn assessed(facts: &OfficeFacts<'_, '_>, kind: Assessment) -> Option<String> {
    let counts = facts.report?.targets.counts.iter();
    let count = counts.filter(|(assessment, _)| *assessment == kind).map(|(_, count)| count).sum();
    Some(facts.count(count))
}
