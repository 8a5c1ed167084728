//! The score of the wordings of published plans.

use std::collections::BTreeMap;

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
