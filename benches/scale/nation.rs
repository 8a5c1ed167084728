//! A nation of plans: provinces, communes with a registry each, and their plans, written one after the other.

use std::fs;
use std::path::Path;

use crate::seed::Seed;
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
    let mut seed = Seed::new(SEED);
    let plans = items.div_ceil(ITEMS);
    let communes = plans.div_ceil(PLANS);
    for commune in 0..communes {
        let (province, number) = (commune % PROVINCES + 1, commune / PROVINCES + 1);
        let area = format!("tinh-{province:02}/xa-{number:03}");
        let home = Path::new(folder).join("plans").join(&area);
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
    println!("{plans} plans of {communes} communes");
}
