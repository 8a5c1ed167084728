//! The attributes of a work item as an object, in the order of their table.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::parts::PlaceJson;
use crate::attribute::{ATTRIBUTES, AttributeInfo, AttributeLevel, Value, ValueType};
use crate::model::Plan;
use crate::span::Sources;
use crate::status::{PlanWorkItem, WorkItemStatus};

/// The attributes of a work item.
#[derive(Debug)]
pub(super) struct AttributesJson<'a> {
    plan: &'a Plan,
    item: Cow<'a, WorkItemStatus>,
    sources: &'a Sources,
    /// Whether those of the task or row are among them.
    is_complete: bool,
}

impl<'a> AttributesJson<'a> {
    /// All attributes.
    pub(super) fn all(of: PlanWorkItem<'a>, sources: &'a Sources) -> Self {
        Self { plan: of.plan, item: Cow::Borrowed(of.item), sources, is_complete: true }
    }

    /// The attributes that may differ between the work items of a task or row.
    pub(super) fn own(plan: &'a Plan, item: WorkItemStatus, sources: &'a Sources) -> Self {
        Self { plan, item: Cow::Owned(item), sources, is_complete: false }
    }
}

impl Serialize for AttributesJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let item = PlanWorkItem::new(self.plan, &self.item);
        let mut map = serializer.serialize_map(None)?;
        let listed = ATTRIBUTES.iter().filter(|info| info.is_listed && !info.name.contains('.'));
        for info in listed.filter(|info| self.is_complete || info.level == AttributeLevel::WorkItem) {
            if info.value_type == ValueType::Object {
                map.serialize_entry(info.name, &ObjectJson { item, sources: self.sources, info })?;
            } else {
                let value = (info.value)(&item);
                map.serialize_entry(info.name, &ValueJson { value: &value, sources: self.sources })?;
            }
        }
        map.end()
    }
}

/// An attribute whose parts are attributes of their own: `unit` with `unit.id`, `unit.name`, `unit.kind`.
struct ObjectJson<'a> {
    item: PlanWorkItem<'a>,
    sources: &'a Sources,
    info: &'static AttributeInfo,
}

impl Serialize for ObjectJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for info in &ATTRIBUTES {
            let part = info.name.strip_prefix(self.info.name).and_then(|rest| rest.strip_prefix('.'));
            if let Some(part) = part {
                let value = (info.value)(&self.item);
                map.serialize_entry(part, &ValueJson { value: &value, sources: self.sources })?;
            }
        }
        map.end()
    }
}

struct ValueJson<'v> {
    value: &'v Value<'v>,
    sources: &'v Sources,
}

impl Serialize for ValueJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::Missing => serializer.serialize_none(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(texts) => texts.serialize(serializer),
            Value::Day(day) => serializer.collect_str(day),
            Value::Count(count) => serializer.serialize_u32(*count),
            Value::Days(days) => serializer.serialize_i64(*days),
            Value::Percent(percent) => serializer.serialize_f64(*percent),
            Value::Status(status) => serializer.serialize_str(status.id()),
            Value::Progress(progress) => serializer.serialize_str(progress.id()),
            Value::Place(place) => PlaceJson::of(self.sources, *place).serialize(serializer),
        }
    }
}
