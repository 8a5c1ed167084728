//! Workspaces of any size in three shapes, the same for the same seed: plans as offices write them, in which
//! `validate` finds nothing wrong.

use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

use crate::due::{Due, due};
use crate::seed::Seed;

/// Division of a workspace into files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One plan in one file.
    Huge,
    /// Plans of 10 KB, a file each, that share a registry: at 50 MB some 5,000.
    Small,
    /// Plans of 5 MB: document, annexes, changes, and a file of reports from each of 300 units. A plan of so many
    /// items has 60.
    Reports,
}

impl Shape {
    pub(crate) const ALL: [Self; 3] = [Self::Huge, Self::Small, Self::Reports];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Huge => "huge",
            Self::Small => "small",
            Self::Reports => "reports",
        }
    }
}

/// Size at which a workspace ends.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Size {
    /// About so many bytes.
    Bytes(usize),
    /// In one plan, so many work items or a few more.
    Items(usize),
}

/// The files of a folder of plans, by path.
pub(crate) struct Workspace {
    files: Vec<(String, String)>,
}

const SMALL: usize = 10_000;
const LARGE: usize = 5_000_000;

impl Workspace {
    pub(crate) fn new(shape: Shape, size: Size, seed: u64) -> Self {
        let mut seed = Seed::new(seed);
        let bytes = match size {
            Size::Bytes(bytes) => bytes,
            Size::Items(items) => items * 200,
        };
        // In one file every report names its unit: a few bytes more than are counted.
        let in_one = bytes - bytes / 40;
        let mut files = Vec::new();
        match shape {
            Shape::Huge => {
                let offices = Offices::of(bytes, 60, 4);
                let plan = plan("lon", &offices.registry(), offices, Size::Bytes(in_one), &mut seed);
                files.push(("lon.plan.yaml".to_owned(), plan.in_one()));
            }
            Shape::Small => {
                files.push(("units.yaml".to_owned(), OF_A_WARD.registry()));
                let count = bytes.div_ceil(SMALL);
                for at in 1..=count {
                    let id = format!("kh-{at:04}");
                    let plan = plan(
                        &id,
                        "include: [units.yaml]\n",
                        OF_A_WARD,
                        Size::Bytes(bytes / count),
                        &mut seed,
                    );
                    files.push((format!("{id}.plan.yaml"), plan.in_one()));
                }
            }
            Shape::Reports => {
                let (count, offices, size) = match size {
                    Size::Items(_) => (1, Offices::of(bytes, 60, 4), size),
                    Size::Bytes(_) => {
                        let count = bytes.div_ceil(LARGE);
                        (count, Offices::of(bytes / count, 300, 20), Size::Bytes(bytes / count))
                    }
                };
                for at in 1..=count {
                    let id = format!("kh-{at:02}");
                    let plan = plan(&id, &offices.registry(), offices, size, &mut seed);
                    files.extend(
                        plan.in_files().into_iter().map(|(path, text)| (format!("{id}/{path}"), text)),
                    );
                }
            }
        }
        Self { files }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.files.iter().map(|(_, text)| text.len()).sum()
    }

    pub(crate) fn files(&self) -> usize {
        self.files.len()
    }

    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        for (path, text) in &self.files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(path, text)?;
        }
        Ok(())
    }
}

/// The registry of a commune.
pub(crate) fn registry_of_a_commune() -> String {
    OF_A_WARD.registry()
}

/// A plan of a commune in one file, with so many work items or a few more; it includes the registry.
pub(crate) fn plan_of_a_commune(id: &str, items: usize, seed: &mut Seed) -> String {
    plan(id, "include: [units.yaml]\n", OF_A_WARD, Size::Items(items), seed).in_one()
}

/// A district's offices: the first is above all others; wards; schools; groups of them.
#[derive(Debug, Clone, Copy)]
struct Offices {
    count: usize,
    in_a_group: usize,
}

const OF_A_WARD: Offices = Offices { count: 12, in_a_group: 4 };

const GOALS: usize = 3;
const SECTIONS: usize = 12;
const OUTPUTS: &[&str] =
    &["Báo cáo", "Biên bản", "Kế hoạch", "Quyết định", "\"Văn bản: hướng dẫn, phụ lục\""];

impl Offices {
    /// Returns the number of units that a workspace of this size occupies.
    fn of(bytes: usize, most: usize, in_a_group: usize) -> Self {
        let count = (bytes / 2000).clamp(12, most);
        Self { count, in_a_group: in_a_group.min(count / 3) }
    }

    fn registry(self) -> String {
        let Self { count, in_a_group } = self;
        let mut text = String::from("units:\n  - {id: dv-0, name: UBND quận Hoa Mai, kind: quan}\n");
        for at in 1..count {
            let (name, kind) = match at % 3 {
                0 => (format!("UBND phường Hoa Sen {at}"), "phuong"),
                1 => (format!("Trường Tiểu học Đoàn Kết {at}"), "truong-th"),
                _ => (format!("Trường THCS Nguyễn Trãi {at}"), "truong-thcs"),
            };
            let _ = writeln!(text, "  - id: dv-{at}\n    name: {name}\n    kind: {kind}\n    parent: dv-0");
        }
        text.push_str("groups:\n  - {id: tieu-hoc, name: Các trường tiểu học, kind: truong-th}\n");
        for first in (0..=count - in_a_group).step_by(in_a_group) {
            let members: Vec<String> = (first..first + in_a_group).map(|unit| format!("dv-{unit}")).collect();
            let (number, members) = (first / in_a_group, members.join(", "));
            let _ = writeln!(
                text,
                "  - {{id: cum-{number}, name: Cụm thi đua số {number}, members: [{members}], count: {in_a_group}}}"
            );
        }
        text
    }
}

/// A plan by its lists.
#[derive(Default)]
struct Plan {
    header: String,
    targets: String,
    tasks: String,
    rows: String,
    changes: String,
    /// Reports of each unit.
    reports: Vec<String>,
    /// The number of the last document that each unit wrote.
    documents: Vec<usize>,
    in_a_group: usize,
    items: usize,
}

fn list(name: &str, entries: &str) -> String {
    if entries.is_empty() { String::new() } else { format!("{name}:\n{entries}") }
}

/// Units responsible for a task, with a mark for joint work.
struct Lead {
    id: String,
    units: Vec<usize>,
    is_joint: bool,
}

impl Lead {
    /// One unit, those of a group each or together, or now and then all schools of a kind.
    fn pick(offices: usize, in_a_group: usize, seed: &mut Seed) -> Self {
        match seed.below(80) {
            0 => {
                Self { id: "tieu-hoc".to_owned(), units: (1..offices).step_by(3).collect(), is_joint: false }
            }
            kind @ 1..30 => {
                let group = seed.below(offices / in_a_group);
                let first = group * in_a_group;
                Self {
                    id: format!("cum-{group}"),
                    units: (first..first + in_a_group).collect(),
                    is_joint: kind < 10,
                }
            }
            _ => {
                let unit = seed.below(offices);
                Self { id: format!("dv-{unit}"), units: vec![unit], is_joint: false }
            }
        }
    }
}

fn plan(id: &str, registry: &str, offices: Offices, size: Size, seed: &mut Seed) -> Plan {
    let mut plan = Plan {
        reports: vec![String::new(); offices.count],
        documents: vec![0; offices.count],
        in_a_group: offices.in_a_group,
        ..Plan::default()
    };
    plan.header(id, registry, seed);
    for number in 1.. {
        let is_enough = match size {
            Size::Bytes(bytes) => plan.bytes() >= bytes,
            Size::Items(items) => plan.items >= items,
        };
        if is_enough {
            break;
        }
        plan.task(number, seed);
    }
    plan
}

impl Plan {
    fn bytes(&self) -> usize {
        let lists = [&self.header, &self.targets, &self.tasks, &self.rows, &self.changes];
        lists.into_iter().chain(&self.reports).map(String::len).sum()
    }

    /// The whole plan as one file.
    fn in_one(self) -> String {
        let mut progress = String::new();
        for (unit, reports) in self.reports.iter().enumerate() {
            let named = reports.replace("  - {item:", &format!("  - {{unit: dv-{unit}, item:"));
            progress += &named.replace("  - item:", &format!("  - unit: dv-{unit}\n    item:"));
        }
        let lists = [
            ("targets", &self.targets),
            ("tasks", &self.tasks),
            ("schedule", &self.rows),
            ("changes", &self.changes),
            ("progress", &progress),
        ];
        let lists = lists.map(|(name, entries)| list(name, entries));
        self.header + &lists.concat()
    }

    /// The plan as a folder: the document, its annexes, the changes, a file of reports for each unit.
    fn in_files(self) -> Vec<(String, String)> {
        let mut files = vec![
            ("plan.yaml".to_owned(), self.header + &list("tasks", &self.tasks)),
            ("phu-luc-01.yaml".to_owned(), list("targets", &self.targets)),
            ("phu-luc-02.yaml".to_owned(), list("schedule", &self.rows)),
            ("changes.yaml".to_owned(), list("changes", &self.changes)),
        ];
        files.extend(self.reports.iter().enumerate().map(|(unit, reports)| {
            let text = format!("unit: dv-{unit}\n{}", list("progress", reports));
            (format!("progress/dv-{unit}.yaml"), text)
        }));
        files.retain(|(_, text)| !text.is_empty());
        files
    }

    fn header(&mut self, id: &str, registry: &str, seed: &mut Seed) {
        let _ = write!(
            self.header,
            "# Bịa để đo, không phải văn bản thật.\nformat: 1\nplan: {id}\ntitle: Kế hoạch {} năm 2024\nperiod: 2024\nkind: ke-hoach\n\
             number: {}/KH-UBND\nissued: 02/01/2024\nissuer: dv-0\nsigner: {{name: Nguyễn Thị Hòa, title: Phó Chủ tịch UBND quận}}\n\
             recipients: [Quận ủy, \"Các phòng, ban\", UBND các phường]\n\
             bases:\n  - {{kind: Nghị quyết, number: 29-NQ/TW, date: 4/11/2013, title: \"về {}\"}}\n{registry}goals:\n",
            seed.words(5),
            1 + seed.below(400),
            seed.words(6),
        );
        for goal in 1..=GOALS {
            let _ = writeln!(self.header, "  - {{id: MT{goal}, title: \"{}\"}}", seed.sentence(5));
        }
        self.header.push_str("sections:\n");
        for section in 1..=SECTIONS {
            let _ = writeln!(
                self.header,
                "  - {{id: \"{section}\", title: \"{}, {}\"}}",
                seed.sentence(4),
                seed.words(3)
            );
        }
    }

    /// One task of the document: with a row of the annex or without, for one unit, four, or four together.
    fn task(&mut self, number: usize, seed: &mut Seed) {
        let units = self.reports.len();
        let (section, goal) = (1 + seed.below(SECTIONS), 1 + number % GOALS);
        let _ = writeln!(
            self.tasks,
            "  - id: NV-{number}\n    section: \"{section}\"\n    title: {}",
            seed.sentence(6)
        );
        if !number.is_multiple_of(5) {
            self.tasks.push_str("    text: >-\n");
            for line in 0..2 + seed.below(4) {
                let _ =
                    writeln!(self.tasks, "      {}", if line == 1 { seed.citation() } else { seed.words(9) });
            }
        }
        let lead = Lead::pick(units, self.in_a_group, seed);
        let _ = writeln!(self.tasks, "    lead: {}", lead.id);
        if lead.is_joint {
            self.tasks.push_str("    mode: joint\n");
        } else if let [unit] = lead.units[..] {
            let _ = writeln!(self.tasks, "    with: [dv-{}, \"cum-0\"]", (unit + 1) % units);
        }
        if number <= GOALS || seed.below(3) == 0 {
            let _ = writeln!(self.tasks, "    goals: [MT{goal}]");
        }
        if seed.below(10) == 0 {
            self.tasks.push_str("    tags: [an-toan, trong-tam]\n");
        }
        let due = due(seed);
        let output = seed.one(OUTPUTS);
        let id = if number.is_multiple_of(4) {
            let title = seed.sentence(4);
            let _ = writeln!(
                self.rows,
                "  - {{id: PL2-{number}, task: NV-{number}, title: \"{title}\", due: \"{}\", output: {output}}}",
                due.words
            );
            format!("PL2-{number}")
        } else {
            let _ = writeln!(
                self.tasks,
                "    due: {}\n    output: {output}\n    source: phần II, mục {section}",
                due.words
            );
            format!("NV-{number}")
        };
        if number.is_multiple_of(50) {
            let (value, day) = (60 + seed.below(40), 1 + seed.below(28));
            let _ = writeln!(
                self.targets,
                "  - id: CT-{number}\n    title: Tỷ lệ {}\n    goal: MT{goal}\n    value: \">= {value}%\"\n    due: đến cuối năm 2024\n    \
                 lead: {}\n    tasks: [NV-{number}]\n    results: [{{date: {day}/6/2024, value: {}.5, evidence: Biểu tổng hợp số {number}}}]",
                seed.words(4),
                lead.id,
                value - 10 + seed.below(20),
            );
        }
        self.items += due.occurrences.len() * if lead.is_joint { 1 } else { lead.units.len() };
        self.change(&id, &due, number, seed);
        for (period, month) in &due.occurrences {
            // A group that answers together reports once, through any of its units.
            let units = if lead.is_joint { vec![seed.one(&lead.units)] } else { lead.units.clone() };
            for unit in units {
                self.report((&id, period, unit), *month, seed);
            }
        }
    }

    /// Some of what is due on a day gets more time.
    fn change(&mut self, id: &str, due: &Due, number: usize, seed: &mut Seed) {
        let [(period, month @ 2..=10)] = &due.occurrences[..] else { return };
        if seed.below(12) > 0 || !period.is_empty() {
            return;
        }
        let (day, before, after) = (3 + seed.below(20), month - 1, month + 2);
        let _ = writeln!(
            self.changes,
            "  - item: {id}\n    date: {day}/{before}/2024\n    due: 15/{after}/2024\n    by: Công văn số {number}/UBND-GDĐT ngày {day}/{before}/2024\n    \
             reason: {}",
            seed.sentence(5)
        );
    }

    /// Writes a unit's reports by the middle of the year: on most work due by then, on little of the rest.
    fn report(&mut self, (id, period, unit): (&str, &str, usize), month: usize, seed: &mut Seed) {
        let period = if period.is_empty() { String::new() } else { format!(", period: {period}") };
        let reports = &mut self.reports[unit];
        let (chance, early, late) = (seed.below(20), 3 + seed.below(8), 11 + seed.below(18));
        if month > 6 {
            if chance < 2 {
                let _ = writeln!(
                    reports,
                    "  - {{item: {id}{period}, date: {late}/{month}/2024, state: started}}"
                );
            }
            return;
        }
        if chance < 4 {
            let percent = 5 * seed.below(20);
            let _ = writeln!(
                reports,
                "  - {{item: {id}{period}, date: {early}/{month}/2024, percent: {percent}}}"
            );
        }
        if chance > 2 && chance < 17 {
            self.documents[unit] += 1;
            let evidence = format!("Báo cáo số {}/BC-UBND ngày {late}/{month}/2024", self.documents[unit]);
            let _ = writeln!(
                reports,
                "  - {{item: {id}{period}, date: {late}/{month}/2024, state: done, evidence: {evidence}}}"
            );
        } else if chance == 17 {
            let (difficulty, proposal) = (seed.sentence(10), seed.sentence(8));
            let period = period.replace(", ", "\n    ");
            let _ = writeln!(
                reports,
                "  - item: {id}{period}\n    date: {late}/{month}/2024\n    state: paused\n    difficulty: >-\n      {difficulty}\n    proposal: {proposal}"
            );
        }
    }
}
