//! The attributes of a work item as an object, in the order of their table.

use std::sync::LazyLock;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::attribute::{ATTRIBUTES, AttributeInfo, AttributeLevel, Value, own_value};
use crate::model::{ColumnIx, OwnValue, Plan};
use crate::span::Sources;
use crate::status::{PlanWorkItem, WorkItemStatus};

/// The attributes of a work item.
#[derive(Debug)]
pub(super) struct AttributesJson<'a> {
    plan: &'a Plan,
    item: &'a WorkItemStatus,
    sources: &'a Sources,
    /// True if the attributes of the task or row are among them.
    is_complete: bool,
}

impl<'a> AttributesJson<'a> {
    /// All attributes.
    pub(super) fn all(of: PlanWorkItem<'a>, sources: &'a Sources) -> Self {
        Self { plan: of.plan, item: of.item, sources, is_complete: true }
    }

    /// The attributes that may differ between the work items of a task or row.
    pub(super) fn own(plan: &'a Plan, item: &'a WorkItemStatus, sources: &'a Sources) -> Self {
        Self { plan, item, sources, is_complete: false }
    }
}

impl Serialize for AttributesJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let item = PlanWorkItem::new(self.plan, self.item);
        let mut map = serializer.serialize_map(None)?;
        for key in KEYS.iter().filter(|key| self.is_complete || key.info.level == AttributeLevel::WorkItem) {
            if key.parts.is_empty() {
                let value = (key.info.value)(&item);
                map.serialize_entry(key.info.name, &ValueJson { value: &value, sources: self.sources })?;
            } else {
                map.serialize_entry(
                    key.info.name,
                    &PartsJson { item, parts: &key.parts, sources: self.sources },
                )?;
            }
        }
        let own = |column| self.item.own(self.plan, column);
        map.serialize_entry("own", &OwnJson::new(self.plan, self.sources, own))?;
        map.end()
    }
}

/// A key of the object.
struct JsonKey {
    info: &'static AttributeInfo,
    /// Of an attribute that is an object itself: its keys, each an attribute of its own.
    parts: Vec<(&'static str, &'static AttributeInfo)>,
}

/// The keys, in the order of the table.
static KEYS: LazyLock<Vec<JsonKey>> = LazyLock::new(|| {
    let listed = || ATTRIBUTES.iter().filter(|info| info.is_listed);
    let part = |of: &AttributeInfo, info: &'static AttributeInfo| {
        let (object, part) = info.name.split_once('.')?;
        (object == of.name).then_some((part, info))
    };
    let own = listed().filter(|info| !info.name.contains('.'));
    own.map(|info| JsonKey { info, parts: listed().filter_map(|other| part(info, other)).collect() })
        .collect()
});

/// The parts of an attribute: `unit` with `unit.id`, `unit.name`, `unit.kind`.
struct PartsJson<'a> {
    item: PlanWorkItem<'a>,
    parts: &'a [(&'static str, &'static AttributeInfo)],
    sources: &'a Sources,
}

impl Serialize for PartsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, info) in self.parts {
            let value = (info.value)(&self.item);
            map.serialize_entry(name, &ValueJson { value: &value, sources: self.sources })?;
        }
        map.end()
    }
}

/// The values in the columns of the plan's own, by their keys.
#[derive(Debug)]
pub(super) struct OwnJson<'p> {
    values: Vec<(&'p str, Value<'p>)>,
    sources: &'p Sources,
}

impl<'p> OwnJson<'p> {
    /// A value, or none, for each column of the plan.
    pub(super) fn new(
        plan: &'p Plan,
        sources: &'p Sources,
        value: impl Fn(ColumnIx) -> Option<&'p OwnValue>,
    ) -> Self {
        let columns = plan.columns.iter().enumerate();
        let values = columns
            .map(|(at, column)| (column.key.as_str(), own_value(plan, value(ColumnIx::new(at)))))
            .collect();
        Self { values, sources }
    }
}

impl Serialize for OwnJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sources = self.sources;
        serializer.collect_map(self.values.iter().map(|(key, value)| (key, ValueJson { value, sources })))
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
            // Faster than piece by piece.
            Value::Day(day) => serializer.serialize_str(&day.to_string()),
            Value::Count(count) => serializer.serialize_u32(*count),
            Value::Days(days) => serializer.serialize_i64(*days),
            Value::Percent(number) | Value::Number(number) => serializer.serialize_f64(*number),
            Value::Unit { id, .. } => serializer.serialize_str(id),
            Value::Status(status) => serializer.serialize_str(status.id()),
            Value::Progress(progress) => serializer.serialize_str(progress.id()),
            Value::Place(place) => {
                let (file, line) = self.sources.file_and_line(*place);
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("file", file)?;
                map.serialize_entry("line", &line)?;
                map.end()
            }
        }
    }
}
