//! A nation of plans: provinces, communes with a registry each, and their plans, written one after the other.

use std::fs;
use std::path::Path;

use crate::aims::Aim;
use crate::child::{Program, take_turns};
use crate::measure::plan;
use crate::seed::Seed;
use crate::table::{Runs, Table, bytes, mebibytes, time};
use crate::workspace::{plan_of_a_commune, registry_of_a_commune};

/// The option that asks for it.
pub(crate) const NATION: &str = "--nation";

const SEED: u64 = 7;
/// The provinces and cities of 2025.
const PROVINCES: usize = 34;
/// The work items of a plan.
const ITEMS: usize = 30;
/// The plans of a commune.
const PLANS: usize = 50;

/// Writes plans of so many work items, or a few more, into a folder.
pub(crate) fn write(arguments: &[String]) {
    // `cargo bench` adds an argument of its own behind them.
    let [items, folder, ..] = arguments else { panic!("{NATION} N FOLDER") };
    let items: usize = items.parse().expect("a number of work items");
    let (plans, communes) = write_plans(items, folder.as_ref());
    println!("{plans} plans of {communes} communes");
}

/// Writes the plans below `folder/plans`; returns their number and that of communes.
fn write_plans(items: usize, folder: &Path) -> (usize, usize) {
    let mut seed = Seed::new(SEED);
    let plans = items.div_ceil(ITEMS);
    let communes = plans.div_ceil(PLANS);
    for commune in 0..communes {
        let (province, number) = (commune % PROVINCES + 1, commune / PROVINCES + 1);
        let area = format!("tinh-{province:02}/xa-{number:03}");
        let home = folder.join("plans").join(&area);
        fs::create_dir_all(&home).expect("a folder to write to");
        // Every other commune leaves its area to the folders.
        let given = if commune % 2 == 0 {
            format!("area: [tinh-{province:02}, xa-{number:03}]\n")
        } else {
            String::new()
        };
        let write = |name: &str, text: &str| fs::write(home.join(name), text).expect("a file to write to");
        write("units.yaml", &(given + &registry_of_a_commune()));
        for plan in 1..=PLANS.min(plans - commune * PLANS) {
            let id = format!("kh-{province:02}-{number:03}-{plan:02}");
            write(&format!("{id}.plan.yaml"), &plan_of_a_commune(&id, ITEMS, &mut seed));
        }
    }
    (plans, communes)
}

/// The query that `DuckDB` answers on the tables: the status of all work on a day, by province.
const QUERY: &str = "import duckdb, sys, time
tables = sys.argv[1]
ask = f\"SELECT province, status, count(*) FROM '{tables}/spans/*/*.parquet' WHERE starts <= DATE '2024-07-01' AND ends > DATE '2024-07-01' GROUP BY ALL\"
times = []
for _ in range(5):
    begun = time.perf_counter()
    rows = duckdb.sql(ask).fetchall()
    times.append(time.perf_counter() - begun)
print(sorted(times)[2], sum(row[2] for row in rows))
";
/// The work items of the nation that is aimed at.
const NATION_ITEMS: f64 = 5e6;

/// Exports a nation of so many work items, asks for its status, and has `DuckDB` ask the tables, where Python finds it.
pub(crate) fn export(items: usize, rounds: usize, aims: &mut Vec<Aim>) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (count, communes) = write_plans(items, folder.path());
    let (plans, tables) = (folder.path().join("plans"), folder.path().join("tables"));
    let to = tables.to_string_lossy().into_owned();
    eprintln!("a nation of {count} plans");
    let programs = [plan(&["export", &to], &plans), plan(&["status", "--as-of", "1/7/2024"], &plans)];
    let runs: Vec<Runs> = take_turns(&programs, rounds).into_iter().map(Runs).collect();
    let manifest = fs::read_to_string(tables.join("plan.tables.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    let rows = |table: &str| {
        let all = manifest["tables"].as_array().into_iter().flatten();
        let files = all.filter(|known| known["name"] == table).filter_map(|known| known["files"].as_array());
        files.flatten().filter_map(|file| file["rows"].as_u64()).sum::<u64>()
    };
    let (items, spans) = (rows("items"), rows("spans"));
    #[allow(clippy::cast_precision_loss, reason = "nothing is that large")]
    let whole = runs[0].cpu() * NATION_ITEMS / items as f64;
    let head = format!("{items} work items in {count} plans of {communes} communes");
    let mut table = Table::new(&[&head, "wall", "CPU", "memory", ""]);
    let sizes = fs::read_dir(tables.join("spans")).expect("tables").flatten();
    let size = |folder: fs::DirEntry| {
        fs::metadata(folder.path().join("part-0.parquet")).map_or(0, |file| file.len())
    };
    let size: u64 = sizes.map(size).sum();
    let size = bytes(usize::try_from(size).unwrap_or(usize::MAX));
    let remarks = [
        format!("{spans} spans, {size}; {} for 5,000,000 work items by proportion", time(whole)),
        String::new(),
    ];
    for (name, (runs, remark)) in ["export", "status"].iter().zip(runs.iter().zip(remarks)) {
        table.row(&[
            format!("`plan {name}`, one core"),
            time(runs.wall()),
            time(runs.cpu()),
            mebibytes(runs.peak()),
            remark,
        ]);
    }
    aims.push(Aim {
        figure: time(whole),
        ..Aim::at_most("`plan export` of 5,000,000 work items, CPU by proportion", "< 60 s", 60.0, whole)
    });
    let memory = runs[0].peak() / 1e9;
    aims.push(Aim::at_most(format!("`plan export` of {items} work items, GB of memory"), "< 1", 1.0, memory));
    let asked = Program::new(["python3", "-c", QUERY, &to]).output();
    if let Some([seconds, found]) =
        asked.as_deref().map(|said| said.split_whitespace().collect::<Vec<_>>()).as_deref()
    {
        let seconds: f64 = seconds.parse().expect("seconds");
        table.row(&[
            "status by province on a day, DuckDB on the tables".to_owned(),
            time(seconds),
            String::new(),
            String::new(),
            format!("{found} work items"),
        ]);
        let what = format!("status by province in DuckDB, {spans} spans, s on the wall");
        aims.push(Aim { figure: time(seconds), ..Aim::at_most(what, "< 1 s", 1.0, seconds) });
    }
    table.done() + "\n"
}
