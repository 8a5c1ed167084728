//! Headings: sections, and the units that they name.

use super::state::{BodyPath, PlanBuilder, doubt};
use crate::import::block::SourcePlace;
use crate::import::marker::Marker;
use crate::import::node::OutlineNode;
use crate::import::plan::{Doubt, ImportedSection};
use crate::import::role::{is_person, roles};
use crate::import::table::role_of_label;
use crate::import::token::tokens;
use crate::import::units::{is_unit, whole_names};
use crate::import::verb::begins_order;
use crate::vietnamese::fold;

impl PlanBuilder<'_> {
    pub(super) fn section(&mut self, node: &OutlineNode, marker: &Marker, path: &BodyPath) {
        let id = match &path.section {
            Some(section) => format!("{section}.{}", inner_id(section, marker)),
            None => marker.id(),
        };
        let id = self.free(&id);
        let title = node.text.strip_suffix("./.").unwrap_or(&node.text);
        let mut title = title.trim_end_matches([':', '.']).to_owned();
        let mut doubts = Vec::new();
        if title.is_empty() {
            "…".clone_into(&mut title);
            doubts.push(doubt("title", "mục không có tên", "the section has no title"));
        }
        let lead = self.lead_of_title(&title, node.place);
        if lead.is_empty() && path.is_duty && !node.children.is_empty() && is_person(&tokens(&title)) {
            let reason =
                crate::message!("“{title}” có phải là đơn vị chủ trì không?", "is “{title}” the lead?");
            doubts.push(Doubt { key: "lead", reason });
        }
        if id.contains('_') {
            doubts.push(doubt(
                "id",
                "số mục lặp lại trong văn bản",
                "the number stands twice in the document",
            ));
        }
        self.notes_of(node, &id);
        self.plan.sections.push(ImportedSection {
            id: id.clone(),
            title: title.clone(),
            doubts,
            place: node.place,
            ..ImportedSection::default()
        });
        let folded = fold(&title);
        let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        let is_work = says(&["nhiem vu", "giai phap", "thuc hien", "noi dung"]);
        let is_duty = path.is_duty || says(&["to chuc thuc hien", "trach nhiem", "phan cong"]);
        let is_target = folded.starts_with("chi tieu") || (path.is_target && !says(&["muc tieu"]));
        let begins_goal =
            ["muc tieu", "muc dich", "yeu cau", "quan diem"].iter().any(|word| folded.starts_with(word));
        let mut places = path.places.clone();
        places.push(marker.place());
        let below = BodyPath {
            section: Some(id),
            places,
            lead: if lead.is_empty() { path.lead.clone() } else { lead },
            is_goal: !is_work && !is_target && (begins_goal || path.is_goal),
            is_target,
            is_duty,
        };
        self.nodes(&node.children, &below);
    }

    /// The units that a heading names: `3. Phòng Nội vụ quận`.
    fn lead_of_title(&mut self, title: &str, place: SourcePlace) -> Vec<String> {
        let asked = ["Đề nghị ", "Giao ", "Yêu cầu ", "Trách nhiệm của ", "Đối với "];
        let title = asked.iter().find_map(|words| title.strip_prefix(words)).unwrap_or(title);
        if let Some((head, _)) = title.split_once(": ")
            && !is_unit(head)
        {
            return roles(title).lead.iter().map(|name| self.units.id(name, place)).collect();
        }
        if !is_unit(title) || title.chars().count() > 200 {
            return Vec::new();
        }
        whole_names(title).iter().map(|name| self.units.id(name, place)).collect()
    }
}

/// Returns true if all that stands below a node says who does it and by when.
pub(super) fn has_labels(node: &OutlineNode) -> bool {
    !node.children.is_empty() && node.children.iter().all(|child| role_of_label(&child.text).is_some())
}

/// The number of a paragraph in its section: `1.2.` names the path from the part on, so that it is 2 of `II.1`.
pub(super) fn inner_id(section: &str, marker: &Marker) -> String {
    if let Marker::Number(numbers) = marker
        && let [above @ .., last] = numbers.as_slice()
        && !above.is_empty()
    {
        let above: Vec<String> = above.iter().map(u32::to_string).collect();
        let is_inner =
            section.strip_suffix(&above.join(".")).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        if is_inner {
            return last.to_string();
        }
    }
    marker.id()
}

/// Returns true if a numbered paragraph is a heading: something stands below it, or it is short and orders nothing.
pub(super) fn is_section(node: &OutlineNode, marker: &Marker) -> bool {
    let all = tokens(&node.text);
    let is_short = node.text.chars().count() <= 90;
    let is_order = begins_order(&all, 0);
    let is_top =
        matches!(marker, Marker::Part(_) | Marker::Roman(_) | Marker::Article(..) | Marker::Heading(_));
    let has_below = !node.children.is_empty();
    // A sentence with nothing below it is work, whatever its number.
    let is_sentence = !has_below && node.text.ends_with('.') && (!is_short || all.len() > 9);
    !is_sentence && is_top
        || (has_below && (!node.text.ends_with(['.', ';']) || node.text.chars().count() <= 160))
        || (is_short
            && !is_sentence
            && !is_order
            && !node.text.ends_with(';')
            && !has_deadline_words(&node.text))
}

fn has_deadline_words(text: &str) -> bool {
    text.contains(": ") && is_unit(text)
}
