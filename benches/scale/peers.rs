//! Other programs for the same input: taken from the `PATH`, or left out.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::child::Program;

/// A program beside ours, and what it says of itself.
pub(crate) struct Peer {
    pub(crate) name: String,
    pub(crate) remark: &'static str,
    pub(crate) program: Program,
    /// Number of items found late.
    pub(crate) late: Option<usize>,
}

/// The last moment of 30 June 2024 in Vietnam, as Taskwarrior writes it: what is due before is late on 1 July.
const LATE: [&str; 2] = ["status:pending", "due.before:2024-06-30T17:00:00Z"];

/// Programs that tell what is late of the same items (`plan list -f json`), put into a folder in their own form.
pub(crate) fn late(items: &Value, folder: &Path) -> Vec<Peer> {
    let items = items["items"].as_array().expect("items");
    taskwarrior(items, folder).into_iter().chain(hledger(items, folder)).collect()
}

/// A task each: unit as tag, section as project.
fn taskwarrior(items: &[Value], folder: &Path) -> Option<Peer> {
    let version = version("task")?;
    let tasks: Vec<Value> = items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let mut task = serde_json::json!({
                "uuid": format!("00000000-0000-4000-8000-{at:012}"),
                "description": item["title"],
                "project": item["section"],
                "entry": "20240101T000000Z",
                "tags": [word(&item["unit"]["id"]).replace('-', "_")],
                "status": if item["done"].is_null() { "pending" } else { "completed" },
            });
            if let Some(day) = item["deadline"].as_str() {
                task["due"] = format!("{}T165959Z", day.replace('-', "")).into();
            }
            if let Some(day) = item["done"].as_str() {
                task["end"] = format!("{}T090000Z", day.replace('-', "")).into();
            }
            task
        })
        .collect();
    let (settings, data, import) = (folder.join("taskrc"), folder.join("task"), folder.join("tasks.json"));
    fs::create_dir_all(&data).expect("a folder");
    fs::write(&import, Value::Array(tasks).to_string()).expect("a file");
    let words =
        format!("data.location={}\nconfirmation=off\nverbose=nothing\nhooks=off\ngc=off\n", data.display());
    fs::write(&settings, words).expect("a file");
    let task = |words: &[&str]| Program::new([&["task"], words].concat()).with("TASKRC", &settings);
    task(&["import", &import.to_string_lossy()]).output()?;
    let late = task(&[LATE[0], LATE[1], "count"]).output()?.trim().parse().ok();
    let filter = format!("rc.report.overdue.filter={} {}", LATE[0], LATE[1]);
    Some(Peer {
        name: format!("Taskwarrior {version} `overdue`"),
        remark: "its own files; importing them is not counted",
        program: task(&[&filter, "overdue"]),
        late,
    })
}

/// A transaction each, on the deadline's day: `!` open, `*` done.
fn hledger(items: &[Value], folder: &Path) -> Option<Peer> {
    let version = version("hledger")?;
    let mut items: Vec<(&str, &Value)> =
        items.iter().map(|item| (item["deadline"].as_str().unwrap_or("2024-12-31"), item)).collect();
    items.sort_by_key(|(day, _)| *day);
    let mut journal = String::new();
    for (day, item) in items {
        let (title, section, unit) =
            (word(&item["title"]), word(&item["section"]), word(&item["unit"]["id"]));
        let status = if item["done"].is_null() { '!' } else { '*' };
        let (title, key) = (title.replace([';', '|'], " "), word(&item["key"]));
        let _ = writeln!(
            journal,
            "{day} {status} {title}  ; item: {key}\n    viec:{section}:{unit}  1 viec\n    con:{unit}\n"
        );
    }
    let file = folder.join("plan.journal");
    fs::write(&file, journal).expect("a file");
    let file = file.to_string_lossy();
    let program = Program::new([
        "hledger",
        "-f",
        &file,
        "register",
        "viec",
        "status:!",
        "-e",
        "2024-07-01",
        "-w",
        "120",
    ]);
    let program = program.with("LC_ALL", "C.UTF-8");
    let late = program.output().map(|lines| lines.lines().count());
    Some(Peer { name: format!("hledger {version} `register`"), remark: "text too", program, late })
}

/// Programs that tell whether one file is right, by the schema that `plan schema` prints.
pub(crate) fn right(plan: &Path, schema: &str, folder: &Path) -> Vec<Peer> {
    let schema_file = folder.join("schema.json");
    fs::write(&schema_file, schema).expect("a file");
    let (file, schema_path) = (plan.to_string_lossy(), schema_file.to_string_lossy());
    let peer = |name: &str, remark, words: &[&str]| {
        let version = version(words[0])?;
        let program = Program::new(words);
        Some(Peer { name: format!("{name} {version}"), remark, program, late: None })
    };
    let this = std::env::current_exe().expect("this program");
    let boon = Program::new([this.as_os_str(), SCHEMA.as_ref(), schema_file.as_os_str(), plan.as_os_str()]);
    // It takes what it calls a resource: a file with an `apiVersion`, its schema by its `kind`.
    let resource = folder.join("resource.yaml");
    let text = fs::read_to_string(plan).expect("the plan");
    fs::write(&resource, format!("apiVersion: v1\n{text}")).expect("a file");
    let mut wider: Value = serde_json::from_str(schema).expect("JSON");
    wider["properties"]["apiVersion"] = serde_json::json!({"type": "string"});
    fs::write(folder.join("ke-hoach.json"), wider.to_string()).expect("a file");
    let location = format!("{}/{{{{.ResourceKind}}}}.json", folder.display());
    let resource = resource.to_string_lossy();
    let all = [
        peer(
            "kubeconform",
            "keys and shapes; Go",
            &["kubeconform", "-schema-location", &location, &resource],
        ),
        Some(Peer {
            name: "boon, yaml_serde".to_owned(),
            remark: "keys and shapes; Rust, the crates alone",
            program: boon,
            late: None,
        }),
        peer(
            "check-jsonschema",
            "keys and shapes; Python",
            &["check-jsonschema", "--schemafile", &schema_path, &file],
        ),
        peer(
            "yamllint",
            "the form of the YAML; Python",
            &["yamllint", "-d", "{extends: relaxed, rules: {line-length: disable}}", &file],
        ),
    ];
    let mut all: Vec<Peer> = all.into_iter().flatten().collect();
    all.retain(|peer| {
        let is_well = peer.program.output().is_some();
        if !is_well {
            eprintln!("{} is left out: it does not end well", peer.name);
        }
        is_well
    });
    all
}

/// The argument that makes this program hold the file that the second next one names against a schema.
pub(crate) const SCHEMA: &str = "--schema";

/// Holds a file against a schema with compiled crates.
pub(crate) fn hold(schema: &Path, plan: &Path) {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    let schema = compiler.compile(&schema.to_string_lossy(), &mut schemas).expect("a schema");
    let text = fs::read_to_string(plan).expect("the plan");
    let value: Value = serde_yaml::from_str(&text).expect("YAML");
    schemas.validate(&value, schema).expect("a right plan");
}

/// The version that a program says it has; none where there is no such program.
fn version(program: &str) -> Option<String> {
    // Not all know the long option.
    let said = ["--version", "-v", "help"].iter().find_map(|word| Program::new([program, word]).output())?;
    let mut words = said.split_whitespace().map(|word| word.trim_matches([',', 'v']));
    let is_version = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.');
    Some(words.find(is_version).unwrap_or_default().to_owned())
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
