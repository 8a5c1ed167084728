//! Reasons why a command that writes into plans writes nothing, as it says them.

use std::ffi::OsStr;
use std::path::Path;

use super::diagnostics::{report, report_argument};
use super::error::{CliError, Outcome};
use super::select::leave_out;
use super::session::Session;
use crate::diagnostic::Diagnostic;
use crate::edit::{ChangedMeaning, EditRefusal, Findings, obstacle};
use crate::language::Message;
use crate::message;
use crate::sanitize::{quoted, visible};
use crate::workspace::Workspace;

/// Says why nothing is written, and returns the exit status.
pub(super) fn refuse(session: &mut Session<'_>, workspace: &Workspace, refusal: EditRefusal) -> Outcome {
    match refusal {
        EditRefusal::Wrong(findings) => {
            tell(session, &findings)?;
            return Ok(1);
        }
        EditRefusal::InvalidPlans(plans) => {
            let entries: Vec<_> = plans.into_iter().map(|plan| workspace.entry(plan)).collect();
            leave_out(session, workspace, &entries)?;
        }
        EditRefusal::UnknownId { id, near } => {
            return Err(super::commands::show::unknown(&id, &near).into());
        }
        EditRefusal::UnknownPlan { id, near, of_path } => {
            return Err(unknown_plan(&id, &near, of_path.as_deref()).into());
        }
        EditRefusal::NoTarget { id, near } => {
            let id = quoted(&id);
            let error = CliError::usage(message!("{id} không phải chỉ tiêu", "{id} is no target"));
            return Err(error.maybe_hint(near.as_deref()).into());
        }
        EditRefusal::SeveralPlans { ref commands, .. } | EditRefusal::SeveralEntries { ref commands, .. } => {
            session.complain(&sentence(&refusal))?;
            list(session, commands, 0)?;
        }
        EditRefusal::OtherItems(_)
        | EditRefusal::OtherMeaning(..)
        | EditRefusal::WrongPlanId { .. }
        | EditRefusal::TakenPlanId { .. } => {
            session.complain(&sentence(&refusal))?;
            return Ok(1);
        }
        EditRefusal::NoPlace { path } => {
            let (message, errors) = obstacle(workspace, &path);
            session.complain(&message)?;
            report(session, workspace.sources(), &errors)?;
        }
        _ => session.complain(&sentence(&refusal))?,
    }
    Err(CliError::reported().into())
}

/// An id that no plan has; a path in its place names the plan whose file it is.
fn unknown_plan(id: &str, near: &[String], of_path: Option<&str>) -> CliError {
    let name = quoted(id);
    if let Some(plan) = of_path {
        let message = message!(
            "chỗ này cần mã của kế hoạch, không phải đường dẫn; {name} là của kế hoạch {plan}",
            "the id of a plan is expected here, not a path; {name} is of the plan {plan}"
        );
        return CliError::usage(message).hint(plan);
    }
    let is_yaml = |ending: &OsStr| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml");
    if id.contains(['/', '\\']) || Path::new(id).extension().is_some_and(is_yaml) {
        return CliError::usage(message!(
            "chỗ này cần mã của kế hoạch (khóa plan trong tệp của kế hoạch), không phải đường dẫn: {name}",
            "the id of a plan is expected here (the key plan of its file), not a path: {name}"
        ));
    }
    let message = message!("không có kế hoạch nào mang mã {name}", "no plan has the id {name}");
    match near {
        [] => CliError::usage(message),
        near => CliError::usage(message).hint(near.join(", ")),
    }
}

/// The reason in a sentence; empty where diagnostics give it.
fn sentence(refusal: &EditRefusal) -> Message {
    match refusal {
        EditRefusal::OtherItems(keys) => {
            let keys = keys.join(", ");
            message!(
                "mục này sẽ tính cho việc khác: {keys}; ghi rõ --unit, --period",
                "the entry would count for other work: {keys}; give --unit, --period"
            )
        }
        EditRefusal::OtherMeaning(changed, ids) => other_meaning(*changed, &ids.join(", ")),
        EditRefusal::SeveralPlans { id, .. } => {
            let id = quoted(id);
            message!("{id} có trong nhiều kế hoạch; chọn một:", "{id} is in several plans; choose one:")
        }
        EditRefusal::SeveralEntries { id, .. } => {
            let id = quoted(id);
            message!("{id} là mã của nhiều mục; chọn một:", "{id} is the id of several entries; choose one:")
        }
        EditRefusal::PlanId { id } => {
            let id = quoted(id);
            message!(
                "{id} là mã kế hoạch: sửa khóa `plan` trong tệp chính của kế hoạch",
                "{id} is the id of a plan: change the key `plan` in its main file"
            )
        }
        EditRefusal::WrongPlanId { id } => {
            let id = quoted(id);
            message!(
                "mã kế hoạch {id} không đúng dạng: dùng chữ không dấu, số và . _ -",
                "the plan id {id} is malformed: use letters without marks, digits and . _ -"
            )
        }
        EditRefusal::TakenPlanId { id } => {
            let id = quoted(id);
            message!(
                "mã kế hoạch {id} đã dùng; chọn mã khác bằng --id",
                "the plan id {id} is taken; choose another with --id"
            )
        }
        EditRefusal::NoYear { words } => {
            let words = quoted(words);
            message!("thời kỳ {words} không có năm", "the period {words} has no year")
        }
        EditRefusal::FileExists { path } => {
            let path = quoted(path);
            message!("đã có tệp {path}", "the file {path} exists")
        }
        EditRefusal::UnusualId { path, line } => {
            let path = quoted(path);
            message!(
                "{path} dòng {line}: mã không viết theo dạng thường (anchor, ký tự thoát); sửa bằng tay",
                "{path} line {line}: the id is written in an unusual way (an anchor, an escape); change it by hand"
            )
        }
        EditRefusal::Fault { path } => {
            let path = quoted(path);
            message!(
                "không ghi gì: nội dung soạn cho {path} không đúng như ý; đây là lỗi của chương trình",
                "nothing is written: the text made for {path} is not as intended; this is a fault of the program"
            )
        }
        EditRefusal::Wrong(_)
        | EditRefusal::InvalidPlans(_)
        | EditRefusal::NoPlace { .. }
        | EditRefusal::UnknownId { .. }
        | EditRefusal::UnknownPlan { .. }
        | EditRefusal::NoTarget { .. } => Message::same(""),
    }
}

fn other_meaning(changed: ChangedMeaning, ids: &str) -> Message {
    match changed {
        ChangedMeaning::Parents => message!(
            "mã phần còn cho biết phần cha; đổi mã thì phần cha của {ids} thành khác: ghi rõ `parent` trước",
            "the new id would give {ids} another parent section: write `parent` first"
        ),
        ChangedMeaning::Order => message!(
            "thứ tự các báo cáo cùng ngày theo tên tệp sẽ khác: {ids}",
            "the order of entries of one day follows the file names and would change: {ids}"
        ),
    }
}

/// Prints diagnostics at the words of the command line, and the commands that leave no choice.
pub(super) fn tell(session: &mut Session<'_>, findings: &Findings) -> anyhow::Result<()> {
    let diagnostics: Vec<&Diagnostic> = findings.diagnostics.iter().collect();
    if diagnostics.is_empty() {
        return Ok(());
    }
    report_argument(session, &findings.sources, &diagnostics)?;
    if !findings.commands.is_empty() {
        writeln!(session.err, "{}", session.lang.pick("Chọn một lệnh:", "Choose one:"))?;
        list(session, &findings.commands, findings.more)?;
    }
    Ok(())
}

fn list(session: &mut Session<'_>, commands: &[String], more: usize) -> anyhow::Result<()> {
    for command in commands {
        writeln!(session.err, "  {}", visible(command))?;
    }
    if more > 0 {
        writeln!(session.err, "  {}", message!("… còn {more} lệnh", "… {more} more").get(session.lang))?;
    }
    Ok(())
}
