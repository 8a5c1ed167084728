//! The score of the wordings of published plans.

use std::collections::BTreeMap;
use std::fmt::Write;

use plan::deadline::parse;
use unicode_normalization::UnicodeNormalization;

use crate::deadlines::score::score;

/// The number of wordings that are read right at least.
const FLOOR: usize = 190;

#[test]
fn real_wordings_keep_their_score() {
    let scored = score(include_str!("../../data/real.tsv"));
    let mut families: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for one in &scored {
        let (right, all) = families.entry(&one.family).or_default();
        *all += 1;
        *right += usize::from(one.right);
        if !one.right {
            println!("{}\n  wanted {}\n  got    {}", one.text, one.wanted, one.got);
        }
    }
    for (family, (right, all)) in &families {
        println!("{right:>3} of {all:>3}  {family}");
    }
    let right = scored.iter().filter(|one| one.right).count();
    let wrong = scored.iter().filter(|one| one.wrong_day).count();
    println!("{right} of {} right, {wrong} read as a wrong day", scored.len());
    assert!(right >= FLOOR, "{right} of {} wordings are right, {FLOOR} were", scored.len());
    assert_eq!(wrong, 0, "wordings are read as a wrong day");
}

#[test]
fn wordings_in_the_manner_of_offices_are_right() {
    let table = include_str!("../../data/office.tsv");
    let scored = score(table);
    assert!(scored.len() > 450, "{}", scored.len());
    let wrong: Vec<String> = scored
        .iter()
        .filter(|one| !one.right)
        .map(|one| format!("{}\n  wanted {}\n  got    {}", one.text, one.wanted, one.got))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_form_of_the_letters_makes_no_difference() {
    let table = include_str!("../../data/office.tsv");
    let mut other = String::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (text, rest) = line.split_once('\t').unwrap();
        let Ok(expression) = parse(text) else { continue };
        for form in [text.nfd().collect(), expression.to_string()] {
            writeln!(other, "{form}\t{rest}").unwrap();
        }
    }
    let wrong: Vec<String> = score(&other)
        .iter()
        .filter(|one| !one.right)
        .map(|one| format!("{}\n  wanted {}\n  got    {}", one.text, one.wanted, one.got))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
