//! The pages of entities: all that is known of a task, a row, a target, a unit, a group, a section, a goal, a plan.

mod entry;
mod page;
mod work;

pub use entry::{EntryScope, ScopedNames};
pub use page::{
    AssignmentPage, EntityDetails, GoalPage, GroupPage, PlanPage, SectionPage, TargetPage, TaskPage,
    TaskRole, UnitPage,
};
pub use work::{AssignmentFigures, EntityWork};

use crate::date::AsOf;
use crate::model::{EntityIx, Plan};
use crate::workspace::{EntityName, FoundEntity, Selection};

/// The pages of all entities of a name.
#[derive(Debug, Clone)]
pub struct ShowAnswer<'s> {
    /// The day.
    pub as_of: AsOf,
    /// The id in the name.
    pub id: &'s str,
    /// The pages, in the order of the plans; at least one.
    pub pages: Vec<EntityPage<'s>>,
}

/// The page of an entity.
#[derive(Debug, Clone)]
pub struct EntityPage<'s> {
    /// The plan.
    pub plan: &'s Plan,
    /// The entity.
    pub entity: EntityIx,
    /// The contents.
    pub details: EntityDetails<'s>,
}

/// No plan has an entity of that name; the nearest ids that one has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownEntityError(pub Vec<String>);

impl<'s> ShowAnswer<'s> {
    /// The pages of the entities of a name. A whole key narrows the page of a task or row down to its work items.
    ///
    /// # Errors
    /// [`UnknownEntityError`] if no plan has an entity of that name.
    pub fn new(selection: &Selection<'s>, id: &'s str) -> Result<Self, UnknownEntityError> {
        let (name, as_of) = (EntityName::new(id), selection.as_of);
        let plans = selection.numbered_plans();
        let page = |FoundEntity { plan, entity, .. }: FoundEntity<'s>| {
            let details = EntityDetails::new(plan, entity, &name, as_of)?;
            Some(EntityPage { plan, entity, details })
        };
        let pages: Vec<EntityPage<'s>> = name.find(&plans).into_iter().filter_map(page).collect();
        if pages.is_empty() {
            return Err(UnknownEntityError(name.near(&plans)));
        }
        Ok(Self { as_of, id: name.id, pages })
    }
}
