//! The file of the units.

use super::lines::{ImportedFile, WrittenEntry, YamlLines, flow, in_braces, scalar_of};
use crate::import::plan::{Doubt, ImportedGroup};
use crate::import::units::ImportedUnit;
use crate::language::Lang;

/// `units.yaml`, or the units that join a file; none if every unit is known already.
pub(in crate::import) fn units_file(
    units: &[ImportedUnit],
    groups: &[ImportedGroup],
    has_head: bool,
    lang: Lang,
) -> Option<ImportedFile> {
    if units.is_empty() && groups.is_empty() {
        return None;
    }
    let mut lines = YamlLines::new(lang);
    let head = lang.pick(
        "Đơn vị nêu trong văn bản, theo thứ tự xuất hiện. Xem lại: tên đầy đủ, loại (kind), đơn vị cấp trên (parent).",
        "The units that the document names, in its order. Check the full names, the kinds and the parents.",
    );
    if has_head {
        lines.comment(0, head);
    }
    if !units.is_empty() {
        lines.raw("units:");
    }
    for unit in units {
        let doubts: Vec<Doubt> = unit
            .count
            .map(|count| Doubt {
                key: "name",
                reason: crate::message!(
                    "{count} đơn vị: thay bằng nhóm khi biết tên từng đơn vị",
                    "{count} units: replace it by a group once their names are known"
                ),
            })
            .into_iter()
            .collect();
        let entry = WrittenEntry { name: &unit.id, place: unit.place, doubts: &doubts };
        let pairs = [("id", unit.id.clone()), ("name", unit.name.clone()), ("kind", unit.kind.to_owned())];
        match in_braces(2, &pairs) {
            Some(line) if unit.aliases.is_empty() && doubts.is_empty() => lines.raw(&line),
            _ => {
                lines.pair(4, true, "id", &unit.id, entry);
                lines.pair(4, false, "name", &unit.name, entry);
                lines.raw(&format!("    kind: {}", unit.kind));
                if !unit.aliases.is_empty() {
                    lines.raw(&format!("    aliases: {}", flow(&unit.aliases)));
                }
            }
        }
    }
    if !groups.is_empty() {
        lines.gap();
        lines.raw("groups:");
    }
    for group in groups {
        let entry = WrittenEntry { name: &group.id, place: group.place, doubts: &[] };
        lines.pair(4, true, "id", &group.id, entry);
        lines.pair(4, false, "name", &group.name, entry);
        lines.raw(&format!("    members: {}", flow(&group.members)));
        lines.raw(&format!("    count: {}", group.count));
        lines.raw(&format!("    source: {}", scalar_of(&group.source)));
    }
    Some(lines.finish("units.yaml"))
}
