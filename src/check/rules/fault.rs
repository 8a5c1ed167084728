//! Faults of lowering → diagnostics.

use super::{
    column, dates, deadline, group, identity, lead, limit, matching, progress, reference, target, twice,
};
use crate::check::lower::LowerFault;
use crate::diagnostic::Diagnostic;
use crate::span::Sources;

/// Words a fault.
pub(in crate::check) fn diagnose(fault: &LowerFault, sources: &Sources) -> Diagnostic {
    match fault {
        LowerFault::DuplicateId(fault) => identity::duplicate_id(fault),
        LowerFault::UnknownReference(fault) => reference::unknown(fault),
        LowerFault::GroupForUnit(id) => reference::group_for_unit(&id.words()),
        LowerFault::Untracked(fault) => reference::untracked(fault),
        LowerFault::Cycle(fault) => group::cycle(fault),
        LowerFault::Deadline(fault) => deadline::unreadable(fault, sources),
        LowerFault::StartAfterDue(fault) => deadline::start_after_due(fault),
        LowerFault::SchoolYear(span) => dates::school_year(*span),
        LowerFault::EventDays(fault) => dates::event_days(fault, sources),
        LowerFault::UnitDates(fault) => dates::unit_dates(fault),
        LowerFault::NoLead(place) => lead::no_lead(*place),
        LowerFault::TargetValue(value, reason) => target::target_value(&value.words(), *reason),
        LowerFault::Horizon(fault) => target::horizon(fault),
        LowerFault::Figure(fault) => target::figure(fault),
        LowerFault::OwnValue(fault) => column::own_value(fault),
        LowerFault::Yearless(fault) => dates::yearless(fault),
        LowerFault::PercentRange(span) => progress::percent_range(*span),
        LowerFault::Unmatched(fault) => matching::unmatched(fault),
        LowerFault::GivenTwice(fault) => twice::given_twice(fault),
        LowerFault::WorkItemLimit(place) => limit::work_items(*place),
    }
}
