//! The main file of a plan, and the files of its annexes.

use super::lines::{ImportedFile, WrittenEntry, YamlLines, flow, in_braces, scalar_of};
use super::work::{section, target, task};
use crate::import::block::SourcePlace;
use crate::import::plan::{Doubt, ImportedBase, ImportedGoal, ImportedHeader, ImportedPlan};
use crate::language::{Lang, Message};

/// `plan.yaml`.
pub(super) fn plan_file(plan: &ImportedPlan, registry: Option<&str>, lang: Lang) -> ImportedFile {
    let mut lines = YamlLines::new(lang);
    opening(&mut lines, plan);
    header(&mut lines, plan, registry);
    columns(&mut lines, &plan.columns);
    bases(&mut lines, plan);
    goals(&mut lines, &plan.goals);
    school_year(&mut lines, &plan.header);
    sections(&mut lines, plan);
    tasks(&mut lines, plan);
    closing(&mut lines, plan);
    lines.finish("plan.yaml")
}

fn opening(lines: &mut YamlLines, plan: &ImportedPlan) {
    lines.comment(
        0,
        lines.lang().pick(
            "Bản nháp do `plan import` viết từ văn bản. Chỗ chưa chắc có dấu “# ?”: xem lại, sửa, rồi xóa dấu.",
            "A draft that `plan import` wrote from the document. Guesses end in “# ?”: settle them, then delete the mark.",
        ),
    );
    if !plan.opening.is_empty() {
        lines.raw("#");
        lines.comment(
            0,
            lines.lang().pick("Đầu văn bản, nguyên văn:", "The head of the document, word by word:"),
        );
        plan.opening.iter().for_each(|words| lines.comment(0, words));
    }
}

fn header(lines: &mut YamlLines, plan: &ImportedPlan, registry: Option<&str>) {
    let header = &plan.header;
    let entry = WrittenEntry { name: "plan", place: SourcePlace::line(1), doubts: &header.doubts };
    lines.raw("format: 1");
    lines.raw(&format!("plan: {}", scalar_of(&plan.id)));
    lines.pair(0, false, "title", &header.title, entry);
    let mut keys = vec!["title"];
    let is_year = header.period.len() == 4 && header.period.bytes().all(|byte| byte.is_ascii_digit());
    if is_year && !header.doubts.iter().any(|doubt| doubt.key == "period") {
        lines.raw(&format!("period: {}", header.period));
    } else {
        lines.pair(0, false, "period", &header.period, entry);
    }
    keys.push("period");
    for (key, value) in [
        ("kind", header.kind.map(str::to_owned)),
        ("number", header.number.clone()),
        ("issued", header.issued.clone()),
        ("issuer", header.issuer.clone()),
    ] {
        match value {
            Some(value) => lines.pair(0, false, key, &value, entry),
            None => continue,
        }
        keys.push(key);
    }
    if let Some(signer) = &header.signer {
        let pairs = [("name", &signer.name), ("title", &signer.title), ("capacity", &signer.capacity)];
        let pairs: Vec<(&str, String)> =
            pairs.into_iter().filter_map(|(key, value)| value.clone().map(|value| (key, value))).collect();
        if let Some(line) = in_braces(0, &pairs) {
            lines.raw(&format!("signer: {}", line.trim_start_matches("- ")));
        }
    }
    if let Some(standing) = &header.standing {
        lines.pair(0, false, "standing", standing, entry);
        keys.push("standing");
    }
    if !header.recipients.is_empty() {
        lines.raw("recipients:");
        header.recipients.iter().for_each(|words| lines.raw(&format!("  - {}", scalar_of(words))));
    }
    if let Some(standing) = &header.standing {
        let doubt = header.doubts.iter().find(|doubt| doubt.key == "defaults");
        let mark = doubt.map(|doubt| format!(" # ? {}", doubt.reason.get(lines.lang()))).unwrap_or_default();
        lines.raw(&format!(
            "defaults: {{lead: {}}}{mark}",
            flow(std::slice::from_ref(standing)).trim_matches(['[', ']'])
        ));
        keys.push("defaults");
    }
    if let Some(registry) = registry {
        lines.raw(&format!("include: {}", flow(&[registry.to_owned()])));
    }
    lines.open_doubts(0, &keys, entry);
}

fn bases(lines: &mut YamlLines, plan: &ImportedPlan) {
    if !plan.preamble.is_empty() {
        lines.gap();
        lines.comment(0, lines.lang().pick("Phần mở đầu, nguyên văn:", "The preamble, word by word:"));
        plan.preamble.iter().for_each(|words| lines.comment(0, words));
    }
    if plan.bases.is_empty() {
        return;
    }
    lines.raw("bases:");
    plan.bases.iter().for_each(|known| base(lines, known));
}

fn base(lines: &mut YamlLines, base: &ImportedBase) {
    let entry = WrittenEntry { name: "bases", place: SourcePlace::line(1), doubts: &[] };
    let pairs = [
        ("kind", &base.kind),
        ("number", &base.number),
        ("date", &base.date),
        ("issuer", &base.issuer),
        ("title", &base.title),
        ("note", &base.note),
    ];
    let mut is_first = true;
    for (key, value) in pairs {
        if let Some(value) = value {
            lines.pair(4, is_first, key, value, entry);
            is_first = false;
        }
    }
}

/// The own columns.
pub(super) fn columns(lines: &mut YamlLines, columns: &[(String, String)]) {
    if columns.is_empty() {
        return;
    }
    lines.gap();
    lines.raw("columns:");
    for (key, title) in columns {
        let title = flow(std::slice::from_ref(title));
        lines.raw(&format!("  - {{key: {key}, title: {}}}", title.trim_matches(['[', ']'])));
    }
}

/// The goals.
pub(super) fn goals(lines: &mut YamlLines, goals: &[ImportedGoal]) {
    if goals.is_empty() {
        return;
    }
    lines.gap();
    lines.raw("goals:");
    for goal in goals {
        let entry = WrittenEntry { name: &goal.id, place: SourcePlace::line(1), doubts: &[] };
        lines.pair(4, true, "id", &goal.id, entry);
        lines.pair(4, false, "title", &goal.title, entry);
        lines.pair(4, false, "source", &goal.source, entry);
    }
}

/// A period that is a school year needs its days, which the document does not have.
fn school_year(lines: &mut YamlLines, header: &ImportedHeader) {
    let Some(year) = header.school_year else { return };
    let next = year + 1;
    let assumed = |key| Doubt {
        key,
        reason: Message::fixed("giả định, cần đối chiếu", "assumed, to be checked"),
    };
    let doubts = ["from", "term1_ends", "term2_ends", "to"].map(assumed);
    let entry = WrittenEntry { name: "calendar", place: SourcePlace::line(1), doubts: &doubts };
    lines.gap();
    lines.raw("calendar:");
    lines.raw("  school_years:");
    lines.raw(&format!("    - year: {year}-{next}"));
    for (key, day) in [
        ("from", format!("5/9/{year}")),
        ("term1_ends", format!("15/1/{next}")),
        ("term2_ends", format!("25/5/{next}")),
        ("to", format!("31/5/{next}")),
    ] {
        lines.pair(6, false, key, &day, entry);
    }
    lines.raw("      source: \"ngoài văn bản: khung kế hoạch thời gian năm học\"");
}

fn sections(lines: &mut YamlLines, plan: &ImportedPlan) {
    if plan.sections.is_empty() {
        return;
    }
    lines.gap();
    lines.raw("sections:");
    plan.sections.iter().for_each(|known| section(lines, known));
}

fn tasks(lines: &mut YamlLines, plan: &ImportedPlan) {
    if plan.tasks.is_empty() {
        return;
    }
    lines.gap();
    lines.raw("tasks:");
    let mut open: Option<&String> = None;
    for (at, known) in plan.tasks.iter().enumerate() {
        if at > 0 {
            lines.gap();
        }
        if known.section.as_ref() != open {
            open = known.section.as_ref();
            let title = open.and_then(|id| plan.sections.iter().find(|section| section.id == *id));
            if let Some(title) = title {
                lines.raw(&format!("  # {}", heading(&format!("{}. {}", title.id, title.title))));
            }
        }
        task(lines, known);
    }
}

/// A heading in a comment, cut at the width of a line.
fn heading(words: &str) -> String {
    const LONGEST: usize = 100;
    match words.char_indices().nth(LONGEST) {
        None => words.to_owned(),
        Some((end, _)) => {
            let end = words[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &words[..end])
        }
    }
}

fn closing(lines: &mut YamlLines, plan: &ImportedPlan) {
    for (words, vi, en) in [
        (&plan.closing, "Lời kết, nguyên văn:", "The closing words:"),
        (
            &plan.left.iter().map(|(place, words)| format!("{place}: {words}")).collect(),
            "Chưa xếp vào đâu:",
            "Placed nowhere:",
        ),
    ] {
        if !words.is_empty() {
            lines.gap();
            lines.comment(0, lines.lang().pick(vi, en));
            for words in words {
                lines.comment(0, words);
            }
        }
    }
}

/// The targets that sentences name.
pub(super) fn targets_file(plan: &ImportedPlan, lang: Lang) -> Option<ImportedFile> {
    if plan.targets.is_empty() {
        return None;
    }
    let mut lines = YamlLines::new(lang);
    lines.comment(
        0,
        lang.pick(
            "Chỉ tiêu nêu trong lời văn. Số hiệu CT-… là của tệp này, không phải của văn bản.",
            "The targets that the sentences name. The ids CT-… are this file's, not the document's.",
        ),
    );
    lines.raw("targets:");
    for (at, known) in plan.targets.iter().enumerate() {
        if at > 0 {
            lines.gap();
        }
        target(&mut lines, known);
    }
    Some(lines.finish("chi-tieu.yaml"))
}
