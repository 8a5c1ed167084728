//! The answers on many work items, and whether a file is right: ours and others'.

use crate::aims::{Aim, worst};
use crate::child::{Program, cores, take_turns};
use crate::measure::{DAY, SEED, Wish, assert_right, event_scan, plan, program, verdict};
use crate::peers::{Peer, late, right};
use crate::table::{Runs, Table, bytes, mebibytes, time};
use crate::workspace::{Shape, Size, Workspace};

/// The answers on 100,000 work items, ours and others'.
pub(crate) fn items(wish: &Wish, aims: &mut Vec<Aim>) -> String {
    let workspace = Workspace::new(Shape::Reports, Size::Items(wish.items), SEED);
    let (folder, _temporary) = wish.folder("items", &workspace);
    assert_right(&folder);
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let json = |command: &str| -> serde_json::Value {
        let said = plan(&[command, DAY[0], DAY[1], "-f", "json"], &folder).output().expect("an answer");
        serde_json::from_str(&said).expect("JSON")
    };
    let listed = json("list");
    let rows = |of: &serde_json::Value| of["items"].as_array().map_or(0, Vec::len);
    let (all, ours) = (rows(&listed), rows(&json("overdue")));
    let peers = late(&listed, scratch.path());
    drop(listed);
    let commands: [&[&str]; 7] = [
        &["validate"],
        &["status", DAY[0], DAY[1]],
        &["overdue", DAY[0], DAY[1]],
        &["overdue", "unit:dv-7", DAY[0], DAY[1]],
        &["overdue", "-f", "json", DAY[0], DAY[1]],
        &["overdue", "--by", "unit", DAY[0], DAY[1]],
        &["list", DAY[0], DAY[1]],
    ];
    let mut lines: Vec<Peer> = vec![Peer {
        name: "bare event scan".to_owned(),
        remark: "",
        program: event_scan(&folder),
        late: None,
    }];
    lines.extend(commands.iter().map(|words| {
        let shown: Vec<&str> = words.iter().copied().filter(|word| !DAY.contains(word)).collect();
        let late = (shown == ["overdue"]).then_some(ours);
        Peer { name: format!("`plan {}`", shown.join(" ")), remark: "", program: plan(words, &folder), late }
    }));
    if let Some(before) = &wish.before {
        lines.extend([&["overdue", DAY[0], DAY[1]], &["list", DAY[0], DAY[1]]].map(|words| Peer {
            name: format!("`plan {}`, the commit before", words[0]),
            remark: "",
            program: program(before, words, &folder),
            late: None,
        }));
    }
    lines.extend(peers);
    let programs: Vec<Program> =
        lines.iter().flat_map(|line| [line.program.clone(), line.program.clone().on(2)]).collect();
    eprintln!("{all} items");
    let runs: Vec<Runs> = take_turns(&programs, wish.rounds.unwrap_or(5)).into_iter().map(Runs).collect();
    let validate = &runs[2];
    let mut table = Table::new(&[
        &format!(
            "{all} work items, {} in {} files, as of 1 July 2024",
            bytes(workspace.bytes()),
            workspace.files()
        ),
        "late",
        "one core",
        "CPU",
        "× validate",
        "two cores",
        "CPU",
        "memory",
        "",
    ]);
    for (line, runs) in lines.iter().zip(runs.chunks(2)) {
        table.row(&[
            line.name.clone(),
            line.late.map_or_else(String::new, |late| late.to_string()),
            time(runs[0].wall()),
            time(runs[0].cpu()),
            format!("{:.2}", runs[0].cpu_over(validate)),
            time(runs[1].wall()),
            time(runs[1].cpu()),
            mebibytes(runs[1].peak()),
            line.remark.to_owned(),
        ]);
    }
    aims_of(&lines, &runs, aims);
    let over = verdict(runs[6].cpu_over(validate), |is| is < 1.25);
    format!("{}\n`overdue` over `validate`, one core (aim: < 1.25): {over}.\n\n", table.done())
}

/// Adds the aims that the answers tell of.
fn aims_of(lines: &[Peer], runs: &[Runs], aims: &mut Vec<Aim>) {
    // Runs of the line of a name: on one core, on two.
    let named = |name: &str| {
        let at = lines.iter().position(|line| line.name.starts_with(name))?;
        Some((&runs[2 * at], &runs[2 * at + 1]))
    };
    if let (Some((own, own_two)), Some((one, two))) = (named("`plan overdue`"), named("Taskwarrior")) {
        aims.push(Aim::at_most(
            "`overdue` / Taskwarrior's, one core, CPU",
            "≤ 0.25",
            0.25,
            own.cpu_over(one),
        ));
        aims.push(Aim::at_most("the same, two cores, wall", "≤ 0.22", 0.22, own_two.wall_over(two)));
    }
    if let (Some((own, _)), Some((before, _))) =
        (named("`plan list`"), named("`plan list`, the commit before"))
    {
        aims.push(Aim::at_most(
            "`list` as text / the commit before, one core, CPU",
            "≤ 0.5",
            0.5,
            own.cpu_over(before),
        ));
    }
    let two = ["`plan overdue`", "`plan list`"].iter().filter_map(|name| {
        let ((_, own), (_, before)) = (named(name)?, named(&format!("{name}, the commit before"))?);
        Some(own.wall_over(before))
    });
    if let Some(worst) = worst(two) {
        aims.push(Aim::at_most(
            "`overdue` and `list` on two cores / the commit before, wall",
            "≤ 0.4",
            0.4,
            worst,
        ));
    }
}

/// One file of 2 MB: is it right?
pub(crate) fn is_it_right(wish: &Wish) -> String {
    let workspace = Workspace::new(Shape::Huge, Size::Bytes(2_000_000), SEED);
    let (folder, _temporary) = wish.folder("right", &workspace);
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let schema = plan(&["schema"], &folder).output().expect("the schema");
    let mut lines = vec![
        Peer { name: "bare event scan".to_owned(), remark: "", program: event_scan(&folder), late: None },
        Peer {
            name: "`plan validate`".to_owned(),
            remark: "keys, values, references, deadlines, reports, citations",
            program: plan(&["validate"], &folder),
            late: None,
        },
    ];
    lines.extend(right(&folder.join("lon.plan.yaml"), &schema, scratch.path()));
    eprintln!("is it right?");
    let programs: Vec<Program> = lines.iter().map(|line| line.program.clone().on(cores())).collect();
    let runs: Vec<Runs> = take_turns(&programs, wish.rounds.unwrap_or(3)).into_iter().map(Runs).collect();
    let head = format!("is the file right? {}", bytes(workspace.bytes()));
    let mut table = Table::new(&[&head, "wall", "CPU", "× `plan validate`", "memory", "what it looks at"]);
    for (line, of_line) in lines.iter().zip(&runs) {
        table.row(&[
            line.name.clone(),
            time(of_line.wall()),
            time(of_line.cpu()),
            format!("{:.1}", of_line.wall_over(&runs[1])),
            mebibytes(of_line.peak()),
            line.remark.to_owned(),
        ]);
    }
    table.done() + "\n"
}
