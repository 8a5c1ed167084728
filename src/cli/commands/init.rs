//! `plan init`: a small plan that validates, to start from.

use std::path::{Path, PathBuf};

use crate::cli::args::InitArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::files;
use crate::cli::merge_driver;
use crate::cli::session::Session;
use crate::cli::starting::starter;
use crate::message;
use crate::sanitize::{quoted, visible};

pub(in crate::cli) fn run(args: &InitArgs, session: &mut Session<'_>) -> Outcome {
    let given = args.folder.as_deref().unwrap_or(Path::new("plans/ke-hoach"));
    let folder = session.env.folder.join(given);
    let name = quoted(&given.to_string_lossy());
    // An existing plan is never overwritten.
    let is_new = files::is_new_or_empty(&folder);
    if !is_new && !args.git {
        let message = message!("{name} đã có và không trống", "{name} exists and is not empty");
        return Err(CliError::usage(message).into());
    }
    let mut written = Vec::new();
    if args.git {
        let folder = merge_driver::folder_of(given, &session.env.folder);
        written.extend(merge_driver::set_up(&session.env.folder, &folder)?);
    }
    if is_new {
        for (path, text) in starter(args, &folder, session)?.files(session.lang) {
            let whole = folder.join(&path);
            files::create_folder(whole.parent().unwrap_or(&folder))?;
            files::write(&whole, text.as_bytes())?;
            written.push(given.join(path));
        }
    }
    let line = |path: PathBuf| visible(&path.to_string_lossy().replace('\\', "/")).into_owned() + "\n";
    let lines: String = written.into_iter().map(line).collect();
    session.answer(lines.as_bytes())?;
    if args.git {
        let command = merge_driver::CONFIG;
        session.remark(&message!(
            "Mỗi bản sao của kho git chạy một lần: {command}",
            "Once in each clone: {command}"
        ))?;
    }
    if is_new {
        session.remark(&message!("Kiểm tra: plan validate {name}", "Check it: plan validate {name}"))?;
    }
    Ok(0)
}
