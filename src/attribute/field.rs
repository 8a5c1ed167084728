//! The fields of a work item: the attributes of the table, and the columns of the plan's own.

use std::fmt;

use super::table::Attribute;
use super::value::Value;
use crate::model::{OwnValue, Plan};
use crate::status::PlanWorkItem;

/// The name of a field of a work item.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FieldName {
    /// An attribute of the table.
    Attribute(Attribute),
    /// The key of a column of the plan's own: `x-kinh-phi`.
    Own(String),
}

/// The beginning of the keys of a plan's own columns.
const OWN: &str = "x-";

impl FieldName {
    /// Returns the name of a column of the plan's own, if a word is of the form of one; in either case.
    pub fn own(name: &str) -> Option<Self> {
        let begins = |start: &str| start.eq_ignore_ascii_case(OWN);
        let is_own = name.get(..OWN.len()).is_some_and(begins) && !name.contains(char::is_whitespace);
        is_own.then(|| Self::Own(name.to_owned()))
    }

    /// Returns the listed attribute, or the column of a plan's own, of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Attribute::from_name(name).map(Self::Attribute).or_else(|| Self::own(name))
    }

    /// Returns true if the field is an attribute.
    pub fn is(&self, attribute: Attribute) -> bool {
        *self == Self::Attribute(attribute)
    }

    /// Returns the value of a work item.
    pub fn value<'p>(&self, item: &PlanWorkItem<'p>) -> Value<'p> {
        match self {
            Self::Attribute(attribute) => attribute.value(item),
            Self::Own(key) => {
                let column = item.plan.columns.position(key);
                own_value(item.plan, column.and_then(|column| item.item.own(item.plan, column)))
            }
        }
    }
}

/// Returns a value in a column of a plan's own as the value of a field.
pub fn own_value<'p>(plan: &'p Plan, value: Option<&'p OwnValue>) -> Value<'p> {
    match value {
        None => Value::Missing,
        Some(OwnValue::Text(words)) => (&**words).into(),
        Some(OwnValue::Number(number)) => Value::Number(*number),
        Some(OwnValue::Day(day)) => Value::Day(*day),
        Some(OwnValue::Unit(party)) => {
            Value::Unit { id: plan.registry.id(*party), name: plan.registry.name(*party) }
        }
    }
}

impl From<Attribute> for FieldName {
    fn from(attribute: Attribute) -> Self {
        Self::Attribute(attribute)
    }
}

/// As it is typed in a filter.
impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Attribute(attribute) => attribute.filter_name(),
            Self::Own(key) => key,
        })
    }
}
