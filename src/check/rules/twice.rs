//! Entries and files that are given twice: `given-twice`, `two-files`.

use std::collections::{HashMap, HashSet};

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::check::lower::GivenTwiceFault;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::rule;
use crate::span::{Span, Spanned};

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily =
    RuleFamily { rules: &[&GIVEN_TWICE, &TWO_FILES], checks: &[], lints: &[files] };

rule!(
    GIVEN_TWICE,
    Warning,
    "given-twice",
    ["Một báo cáo hoặc điều chỉnh ghi hai lần", "Report or change given twice"],
    [
        "Hai mục của progress hoặc changes giống nhau ở mọi khóa, thường do chép tệp hoặc trộn hai nhánh. Chỉ mục đầu được tính; bỏ mục sau.",
        "Two entries of `progress` or `changes` agree in every key. The usual cause is a copied file or a merge. Only the first \
         counts; remove the second.",
    ],
);

rule!(
    TWO_FILES,
    Warning,
    "two-files",
    ["Hai tệp báo cáo của một đơn vị", "Two report files of one unit"],
    [
        "Mỗi đơn vị một tệp dưới progress/. Hai tệp cùng ghi một unit ở đầu, hoặc tệp mang tên một đơn vị mà ghi unit khác, thường là bản chép \
         quên sửa. Gộp hai tệp, hoặc sửa unit.",
        "Each unit has one file under `progress/`. Two files with the same `unit` at the head, or a file that has the name of one \
         unit and the `unit` of another, are usually copies that were not edited. Join the files, or correct `unit`.",
    ],
    "wrong/progress/phong-noi-vu.yaml",
    "right/progress/phong-noi-vu.yaml",
);

/// Reports a report or change that says the same as an earlier one.
pub(super) fn given_twice(fault: &GivenTwiceFault) -> Diagnostic {
    Diagnostic::new(
        &GIVEN_TWICE,
        fault.second,
        Message::fixed("mục này đã ghi ở chỗ khác, chỉ tính một lần", "repeated entry, counted once"),
    )
    .related(fault.first, Message::fixed("ghi lần đầu ở đây", "first given here"))
}

/// Reports files of a unit that has another, and files that have the name of another unit.
fn files(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let units: HashSet<&str> = context.plan.registry.units.iter().map(|unit| unit.id.as_str()).collect();
    let mut of_units: HashMap<&str, Vec<(&str, Span)>> = HashMap::new();
    for Spanned { value: unit, span } in &context.draft.reporters {
        let path = context.sources.get(span.source).path();
        let name =
            path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or(path, |(name, _)| name);
        if units.contains(name) && name != &**unit {
            let (unit, name) = (quoted(unit), quoted(name));
            found.push(Diagnostic::new(
                &TWO_FILES,
                *span,
                message!(
                    "tệp mang tên {name} mà ghi đơn vị {unit}",
                    "the file is named {name} and is of {unit}"
                ),
            ));
        } else {
            of_units.entry(unit).or_default().push((name, *span));
        }
    }
    for (unit, files) in of_units {
        // The file that has the name of the unit is its own.
        let own = files.iter().position(|(name, _)| *name == unit).unwrap_or(0);
        let others = files.iter().enumerate().filter(|(at, _)| *at != own);
        found.extend(others.map(|(_, (_, span))| {
            let unit = quoted(unit);
            Diagnostic::new(
                &TWO_FILES,
                *span,
                message!("đơn vị {unit} đã có một tệp", "the unit {unit} has a file already"),
            )
            .related(files[own].1, Message::fixed("tệp kia", "the other file"))
        }));
    }
}
