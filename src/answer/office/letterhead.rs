//! The letterhead of documents on some plans.

use crate::citation::office as comparable;
use crate::model::{Letterhead, Party, Plan, Unit};
use crate::vietnamese::plain;

/// Returns the letterhead: the first that a plan gives; what it leaves open, the first plan says of its issuer. The
/// signer of a plan signs for its issuer and for no other office.
pub fn letterhead(plans: &[&Plan]) -> Letterhead {
    let given = plans.iter().find_map(|plan| plan.letterhead.as_ref()).cloned().unwrap_or_default();
    let Some(plan) = plans.first().filter(|_| given.office.is_none()) else { return given };
    let office = plan.issuer.map(|issuer| plan.registry.name(issuer).to_owned());
    let is_signed = !given.authority.is_empty() || given.title.is_some() || given.name.is_some();
    let signer = plan.signer.as_ref().filter(|_| !is_signed);
    match signer {
        None => Letterhead { office, ..given },
        Some(signer) => Letterhead {
            office,
            authority: signer.capacity.clone().into_iter().collect(),
            title: signer.title.clone(),
            name: signer.name.clone(),
            ..given
        },
    }
}

/// Returns the unit that the office of the letterhead is: the one of its name or alias, else the one whose name differs
/// by the place that the office above has as well (*Phòng Nội vụ*, *UBND quận A*: *Phòng Nội vụ quận A*); without an
/// office the issuer.
pub(super) fn signing_unit<'s>(plans: &[&'s Plan]) -> Option<&'s Unit> {
    let given = plans.iter().find_map(|plan| Some((plan, plan.letterhead.as_ref()?)));
    let given =
        given.and_then(|(plan, head)| Some((plan, head.office.as_deref()?, head.superior.as_deref())));
    let Some((plan, office, superior)) = given else {
        let plan = plans.first()?;
        return match plan.issuer? {
            Party::Unit(unit) => Some(plan.registry.unit(unit)),
            Party::Group(_) => None,
        };
    };
    let find = |is_name: &dyn Fn(&str) -> bool| {
        let has_name = |unit: &&Unit| is_name(&unit.name) || unit.aliases.iter().any(|alias| is_name(alias));
        plan.registry.units.iter().find(has_name)
    };
    let superior = superior.map(comparable).unwrap_or_default();
    let is_written_alike = |name: &str| plain(name) == plain(office);
    let is_one = |name: &str| is_one(&comparable(name), &comparable(office), &superior);
    find(&is_written_alike).or_else(|| find(&is_one))
}

/// Returns true if two comparable names are equal, or one has the end of the superior's name in addition.
fn is_one(name: &str, office: &str, superior: &str) -> bool {
    let (short, long) = if name.len() <= office.len() { (name, office) } else { (office, name) };
    let rest = long.strip_prefix(short);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') && superior.ends_with(rest))
}
