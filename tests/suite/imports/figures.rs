//! The two real documents, imported, against the plans that people made of them. README.md shows the figures.

use std::collections::{BTreeMap, BTreeSet};

use plan::date::Day;
use plan::diagnostic::Severity;
use plan::import::{ImportOptions, Imported, SourceFile, import, letters};
use plan::language::Lang;
use plan::parse::{Entry, Key};
use plan::vietnamese::fold;
use plan::workspace::{CheckOptions, Location, MemoryFileSystem, Workspace};

use crate::support::plans::repository;
use crate::support::program::root;

const DOCUMENTS: [&str; 2] = ["thanh-xuan-2024", "ba-dinh-2022-2023"];

/// A plan with what the comparison needs of it.
pub(super) struct Compared {
    workspace: Workspace,
    /// The comparable names of each unit and group.
    names: BTreeMap<String, BTreeSet<String>>,
}

impl Compared {
    /// The plan that people made.
    pub(super) fn by_hand(folder: &str) -> Self {
        let options = CheckOptions::new(Day::new(2026, 11, 21).unwrap());
        Self::new(Workspace::open(&[Location::new(repository("plans"), folder)], options))
    }

    /// The plan of an import; it has no errors.
    pub(super) fn of(imported: &Imported) -> Self {
        let mut files = MemoryFileSystem::default();
        for file in &imported.files {
            files.insert(file.path.clone(), file.text.clone().into_bytes());
        }
        let options = CheckOptions::new(Day::new(2026, 11, 21).unwrap());
        let workspace = Workspace::open(&[Location::new(files, "")], options);
        let errors: Vec<String> = workspace
            .diagnostics()
            .into_iter()
            .filter(|found| found.severity == Severity::Error)
            .map(|found| format!("{} {}", found.rule.name, found.message.get(Lang::En)))
            .collect();
        assert_eq!(errors, [""; 0]);
        Self::new(workspace)
    }

    fn new(workspace: Workspace) -> Self {
        assert_eq!(workspace.plans().len(), 1);
        let mut plan = Self { workspace, names: BTreeMap::new() };
        plan.names = plan.read_names();
        plan
    }

    pub(super) fn entries(&self, list: Key) -> Vec<Entry<'_>> {
        self.workspace.draft(self.workspace.plans()[0].ix()).0.list(list).to_vec()
    }

    /// The tasks, each with its words on one line.
    fn tasks(&self) -> Vec<(Entry<'_>, String)> {
        let tasks = self.entries(Key::Tasks).into_iter();
        tasks.map(|task| (task.clone(), words_of(&task))).collect()
    }

    fn read_names(&self) -> BTreeMap<String, BTreeSet<String>> {
        let lists = [Key::Units, Key::Groups].into_iter().flat_map(|list| self.entries(list));
        lists
            .map(|unit| {
                let aliases = unit.many(Key::Aliases).map(|alias| alias.value.to_owned());
                let names = std::iter::once(unit.words(Key::Name)).chain(aliases);
                (unit.words(Key::Id), names.map(|name| comparable(&name)).collect())
            })
            .collect()
    }

    /// The names of the units of a key of a task: one set for each unit.
    fn units(&self, task: &Entry<'_>, key: Key) -> Vec<BTreeSet<String>> {
        task.many(key).map(|unit| self.names.get(unit.value).cloned().unwrap_or_default()).collect()
    }
}

/// A name without its level and place, with its abbreviations spelt.
fn comparable(name: &str) -> String {
    let mut name = format!(" {} ", fold(name).replace(['-', ','], " "));
    for (short, long) in [
        (" gddt ", " giao duc va dao tao "),
        (" ubnd ", " uy ban nhan dan "),
        (" ub mttq ", " uy ban mat tran to quoc "),
        (" mttq ", " mat tran to quoc "),
        (" gdnn gdtx ", " giao duc nghe nghiep giao duc thuong xuyen "),
        (" quan thanh xuan ", " "),
        (" quan ba dinh ", " "),
        (" truong hoc ", " truong "),
        (" truong ", " "),
        (" thuoc ", " "),
        (" quan ", " "),
        (" va ", " "),
    ] {
        while name.contains(short) {
            name = name.replace(short, long);
        }
    }
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words_of(entry: &Entry<'_>) -> String {
    let text = entry.maybe_words(Key::Text).unwrap_or_else(|| entry.words(Key::Title));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn document(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/data/sources").join(format!("{name}.txt"))).unwrap()
}

pub(super) fn imported(name: &str, splits: bool) -> Imported {
    let file = SourceFile { name: format!("{name}.txt"), bytes: document(name) };
    import(&[file], &ImportOptions { splits, ..ImportOptions::default() }, Lang::Vi).unwrap()
}

/// The percentage of hits, printed.
fn share(name: &str, what: &str, missing: &[String], all: usize) -> usize {
    let share = (all - missing.len()) * 100 / all.max(1);
    println!("{name}: {what}: {} of {all}, {share} %", all - missing.len());
    for missing in missing {
        println!("    {missing}");
    }
    share
}

#[test]
fn split_tasks_are_those_of_the_plan() {
    for (name, least) in DOCUMENTS.into_iter().zip([85, 90]) {
        let (hand, made) = (Compared::by_hand(name), Compared::of(&imported(name, true)));
        let known: BTreeSet<String> = made.tasks().into_iter().map(|(_, text)| text).collect();
        let all = hand.tasks();
        let missing = all.iter().filter(|(_, text)| !known.contains(text));
        let missing: Vec<String> =
            missing.map(|(task, text)| format!("{}: {text}", task.words(Key::Id))).collect();
        assert!(share(name, "tasks of --split to the letter", &missing, all.len()) >= least, "{name}");
    }
}

/// Without `--split`, a bullet is one task, with all of its words.
#[test]
fn each_bullet_is_one_task() {
    for name in DOCUMENTS {
        let (hand, made) = (Compared::by_hand(name), Compared::of(&imported(name, false)));
        let known = made.tasks();
        let all = hand.tasks();
        let is_missing = |text: &str| known.iter().filter(|(_, known)| known.contains(text)).count() != 1;
        let missing = all.iter().filter(|(_, text)| is_missing(text));
        let missing: Vec<String> =
            missing.map(|(task, text)| format!("{}: {text}", task.words(Key::Id))).collect();
        assert_eq!(share(name, "tasks within one bullet", &missing, all.len()), 100);
        let goals: Vec<String> = hand.entries(Key::Goals).iter().map(|goal| goal.words(Key::Note)).collect();
        let written = made.entries(Key::Goals);
        for goal in goals.iter().filter_map(|note| note.strip_prefix("Nguyên văn: ")) {
            let is_there = written.iter().any(|known| letters(&known.words(Key::Title)) == letters(goal));
            assert!(is_there, "{name}: {goal}");
        }
    }
}

/// Every line of the document stands in the files, in one piece.
#[test]
fn the_letters_of_the_document_are_in_the_files() {
    for name in DOCUMENTS {
        for splits in [false, true] {
            let files: String = imported(name, splits).files.iter().map(|file| letters(&file.text)).collect();
            let text = String::from_utf8(document(name)).unwrap();
            let (mut placed, mut all, mut missing) = (0, 0, Vec::new());
            for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                let words = without_marks(line);
                let count = letters(&words).chars().count();
                all += count;
                // A cut may lie within the line.
                let parts: Vec<&str> = words.split([';', '.', ',']).collect();
                if files.contains(&letters(&words))
                    || (splits && parts.iter().all(|part| files.contains(&letters(part))))
                {
                    placed += count;
                } else {
                    missing.push(line);
                }
            }
            println!("{name}: letters placed: {placed} of {all}; not to be found in one piece: {missing:?}");
            assert!(placed * 100 >= all * 99, "{name}: {placed} of {all}");
        }
    }
}

/// A line without the number of its paragraph, and without the marks of footnotes glued to its words.
fn without_marks(line: &str) -> String {
    let bare = match line.split_once(' ') {
        Some((first, rest)) if first.ends_with(['.', ')']) && first.len() <= 4 => rest,
        Some((first, rest)) if first.len() == 1 => rest,
        _ => line,
    };
    let mut text = bare.to_owned();
    for (glued, word) in [
        ("2024-20251", "2024-2025"),
        ("trường2", "trường"),
        ("Thành phố3", "Thành phố"),
        ("Thành phố4", "Thành phố"),
        ("quận5", "quận"),
    ] {
        text = text.replace(glued, word);
    }
    text
}

/// No word of a title, a unit or a target is foreign to the document.
#[test]
fn no_word_is_invented() {
    let words = |text: &str| -> BTreeSet<String> {
        let split = text.split(|c: char| !c.is_alphanumeric());
        split.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    for name in DOCUMENTS {
        let text = String::from_utf8(document(name)).unwrap();
        let known = words(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        for splits in [false, true] {
            let made = Compared::of(&imported(name, splits));
            for (list, key) in [
                (Key::Tasks, Key::Title),
                (Key::Tasks, Key::Text),
                (Key::Tasks, Key::Due),
                (Key::Sections, Key::Title),
                (Key::Goals, Key::Title),
                (Key::Units, Key::Name),
                (Key::Targets, Key::Title),
                (Key::Bases, Key::Title),
                (Key::Bases, Key::Issuer),
            ] {
                for entry in made.entries(list) {
                    let foreign: Vec<String> = words(&entry.words(key)).difference(&known).cloned().collect();
                    assert!(
                        foreign.iter().all(|word| word == "2024" || word == "2025"),
                        "{name} {key} {foreign:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn sections_bases_recipients_and_signer_are_those_of_the_plan() {
    for name in DOCUMENTS {
        let (hand, made) = (Compared::by_hand(name), Compared::of(&imported(name, false)));
        let sections = |plan: &Compared| -> Vec<(String, String)> {
            let all = plan.entries(Key::Sections);
            all.iter().map(|section| (section.words(Key::Id), letters(&section.words(Key::Title)))).collect()
        };
        assert_eq!(sections(&made), sections(&hand), "{name}");
        let bases = |plan: &Compared| -> Vec<[String; 4]> {
            let keys = [Key::Kind, Key::Number, Key::Date, Key::Issuer];
            plan.entries(Key::Bases).iter().map(|base| keys.map(|key| base.words(key))).collect()
        };
        assert_eq!(bases(&made), bases(&hand), "{name}");
        let header = |plan: &Compared| {
            let draft = plan.workspace.draft(plan.workspace.plans()[0].ix()).0;
            let recipients: Vec<String> =
                draft.header.many(Key::Recipients).map(|words| words.value.to_owned()).collect();
            let signer = draft.header.map(Key::Signer).unwrap();
            let keys = [Key::Name, Key::Title, Key::Capacity];
            (recipients, keys.map(|key| signer.words(key)), draft.header.words(Key::Period))
        };
        assert_eq!(header(&made), header(&hand), "{name}");
    }
}

/// Leads and deadlines of the tasks that both plans have to the letter.
#[test]
fn leads_and_deadlines_do_not_contradict_the_plan() {
    for name in DOCUMENTS {
        let (hand, made) = (Compared::by_hand(name), Compared::of(&imported(name, true)));
        let known: BTreeMap<String, Entry<'_>> =
            made.tasks().into_iter().map(|(task, text)| (text, task)).collect();
        let (mut stated, mut missing, mut wrong) = (0, Vec::new(), Vec::new());
        for (task, text) in hand.tasks() {
            let id = task.words(Key::Id);
            let lead = hand.units(&task, Key::Lead);
            stated += usize::from(!lead.is_empty());
            let Some(other) = known.get(&text) else {
                missing.extend((!lead.is_empty()).then(|| format!("{id}: no such task")));
                continue;
            };
            let written: Vec<&str> = other.many(Key::Lead).map(|unit| unit.value).collect();
            let found = made.units(other, Key::Lead);
            let is_same = found.len() == lead.len()
                && lead.iter().all(|unit| found.iter().any(|found| !found.is_disjoint(unit)));
            match (lead.is_empty(), found.is_empty()) {
                (false, true) => missing.push(format!(
                    "{id}: {:?}",
                    task.many(Key::Lead).map(|unit| unit.value).collect::<Vec<_>>()
                )),
                (_, false) if !is_same => wrong.push(format!("{id}: {written:?}, not {lead:?}")),
                _ => {}
            }
            let (due, expected) = (other.words(Key::Due), task.words(Key::Due));
            let agrees = expected.contains(&due) || !expected.is_empty() && due.contains(&expected);
            if !due.is_empty() && !agrees {
                wrong.push(format!("{id}: due {due}, not {expected:?}"));
            }
        }
        missing.extend(wrong.iter().cloned());
        let share = share(name, "leads", &missing, stated);
        assert_eq!(wrong, [""; 0], "{name}");
        assert!(share >= 90, "{name}: {share} %");
    }
}

#[test]
fn the_figures_of_the_targets_are_found() {
    let figure = |value: &str| -> String {
        let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
        let digits = digits.trim_matches('-').trim_start_matches('0').to_owned();
        if value.contains("không") || digits.is_empty() { "0".to_owned() } else { digits }
    };
    for name in DOCUMENTS {
        let (hand, made) = (Compared::by_hand(name), Compared::of(&imported(name, true)));
        let mut found: Vec<String> =
            made.entries(Key::Targets).iter().map(|target| figure(&target.words(Key::Value))).collect();
        let all: Vec<Entry<'_>> = hand
            .entries(Key::Targets)
            .into_iter()
            .filter(|target| target.words(Key::Value) != "đạt")
            .collect();
        let mut missing = Vec::new();
        for target in &all {
            let value = figure(&target.words(Key::Value));
            match found.iter().position(|figure| *figure == value) {
                Some(at) => drop(found.remove(at)),
                None => missing.push(format!("{}: {}", target.words(Key::Id), target.words(Key::Value))),
            }
        }
        assert!(share(name, "figures of targets", &missing, all.len()) >= 90, "{name}");
    }
}
