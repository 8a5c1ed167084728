//! `plan init`: a small plan that validates, to start from.

use std::path::Path;

use crate::cli::args::InitArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::files;
use crate::cli::session::Session;
use crate::message;
use crate::parse::starter::starter;
use crate::sanitize::{quoted, visible};

pub(in crate::cli) fn run(args: &InitArgs, session: &mut Session<'_>) -> Outcome {
    let given = args.folder.as_deref().unwrap_or(Path::new("plans/ke-hoach"));
    let folder = session.env.folder.join(given);
    let name = quoted(&given.to_string_lossy());
    // An existing plan is never overwritten.
    if !files::is_new_or_empty(&folder) {
        let message = message!("{name} đã có và không trống", "{name} is there and not empty");
        return Err(CliError::usage(message).into());
    }
    let mut written = String::new();
    for (path, text) in starter(session.as_of.day.year(), session.lang) {
        let whole = folder.join(path);
        files::create_folder(whole.parent().unwrap_or(&folder))?;
        files::write(&whole, text.as_bytes())?;
        written += &visible(&format!("{}/{path}", given.display()).replace('\\', "/"));
        written.push('\n');
    }
    session.answer(written.as_bytes())?;
    session.remark(&message!("Kiểm tra: plan validate {name}", "Check it: plan validate {name}"))?;
    Ok(0)
}
