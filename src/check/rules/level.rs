//! Level settings that name no warning, and comments that suppress nothing: `unknown-rule`, `unused-allow`.

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::diagnostic::{Diagnostic, Rule, Severity, quoted};
use crate::language::Message;
use crate::message;
use crate::parse::Key;
use crate::rule;
use crate::span::Spanned;
use crate::vietnamese::nearest;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily =
    RuleFamily { rules: &[&UNKNOWN_RULE, &UNUSED_ALLOW], checks: &[], lints: &[names] };

rule!(
    UNKNOWN_RULE,
    Warning,
    "unknown-rule",
    ["Không có cảnh báo này để đổi mức", "Unknown warning in a level setting"],
    [
        "settings.lint chỉ nhận tên của các cảnh báo. Lỗi thì luôn là lỗi: nó để ngỏ nghĩa của kế hoạch.",
        "`settings.lint` takes names of warnings. An error has no level: it leaves the meaning of the plan open.",
    ],
);

rule!(
    UNUSED_ALLOW,
    Warning,
    "unused-allow",
    ["Chú thích # plan: không có tác dụng", "Comment # plan: without effect"],
    [
        "\"# plan: allow(TÊN, …)\" bỏ qua các cảnh báo ấy trên dòng của nó, đứng riêng thì trên dòng tiếp theo. Không có cảnh báo ấy ở đó, tên không phải tên \
         của cảnh báo nào, hoặc sau \"# plan:\" không phải allow(…) thì chú thích không có tác dụng: lỗi đã sửa, hoặc dòng đã chuyển chỗ. Lỗi thì không bỏ qua được. \
         Kế hoạch còn lỗi thì chưa báo, vì lỗi có thể che cảnh báo; ở tệp dùng chung, báo khi không kế hoạch nào cần chú thích.",
        "\"# plan: allow(NAME, …)\" switches these warnings off on its line, or on the next line if it stands alone. The comment \
         has no effect if there is no such warning, if the name is that of no warning, or if something else follows \
         \"# plan:\": the fault has been mended, or the line has moved. Errors cannot be switched off. Nothing is reported while \
         the plan has errors, which may hide warnings; in a shared file, only if no plan needs the comment.",
    ],
);

fn names(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let settings = context.draft.settings.iter().flat_map(|settings| settings.pairs(Key::Lint));
    found.extend(settings.filter_map(|(rule, _)| unknown(&UNKNOWN_RULE, &rule.words(), context.rules)));
    for allow in &context.draft.allows {
        let rules = allow.rules.iter();
        found.extend(rules.filter_map(|rule| unknown(&UNUSED_ALLOW, &rule.words(), context.rules)));
        found.extend(allow.others.iter().map(|place| {
            let message = Message::fixed(
                "chú thích # plan: này không có tác dụng",
                "this comment # plan: has no effect",
            );
            Diagnostic::new(&UNUSED_ALLOW, *place, message)
                .help(Message::fixed("viết # plan: allow(TÊN-CẢNH-BÁO)", "write # plan: allow(WARNING)"))
        }));
    }
}

/// Reports a name in a comment that met no warning; nothing if it is the name of none, which is reported anyway.
pub(in crate::check) fn unused_allow(name: &Spanned<&str>, rules: &[&'static Rule]) -> Option<Diagnostic> {
    rules.iter().find(|rule| rule.name == name.value && rule.severity == Severity::Warning)?;
    let shown = quoted(name.value);
    let message = message!("ở đây không có cảnh báo {shown}", "there is no warning {shown} here");
    Some(Diagnostic::new(&UNUSED_ALLOW, name.span, message).help(Message::fixed(
        "xóa tên này khỏi chú thích, hoặc đặt chú thích ở dòng có cảnh báo",
        "remove the name from the comment, or put the comment on the line of the warning",
    )))
}

/// Reports, by a rule, a name that is not that of a warning.
fn unknown(rule: &'static Rule, name: &Spanned<&str>, rules: &[&'static Rule]) -> Option<Diagnostic> {
    let known = rules.iter().find(|rule| rule.name == name.value);
    let shown = quoted(name.value);
    let message = match known.map(|rule| rule.severity) {
        Some(Severity::Warning) => return None,
        Some(Severity::Error) => {
            let message =
                message!("{shown} là lỗi, không đổi mức được", "{shown} is an error and has no level");
            return Some(Diagnostic::new(rule, name.span, message));
        }
        None => message!("không có cảnh báo {shown}", "there is no warning {shown}"),
    };
    let warnings = rules.iter().filter(|rule| rule.severity == Severity::Warning);
    let near = nearest(name.value, warnings.map(|rule| rule.name));
    let help = near
        .map_or_else(|| Message::fixed("xem plan explain", "run `plan explain` for the list"), Message::same);
    Some(Diagnostic::new(rule, name.span, message).help(help))
}
