//! The letterhead of documents on some plans.

use crate::model::{Letterhead, Plan};

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
