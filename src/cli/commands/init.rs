//! `plan init`: a small plan that validates, to start from.

use std::path::Path;

use crate::cli::args::Init;
use crate::cli::files;
use crate::cli::session::{Failed, Outcome, Session, cannot_write};
use crate::message;
use crate::parse::starter::starter;
use crate::sanitize::{quoted, visible};

pub(in crate::cli) fn run(args: &Init, session: &mut Session<'_>) -> Outcome {
    let given = args.folder.as_deref().unwrap_or(Path::new("plans/ke-hoach"));
    let folder = session.env.folder.join(given);
    // Nobody's plan is ever written over: the folder must be new, or empty.
    let is_empty =
        std::fs::read_dir(&folder).map_or(!folder.exists(), |mut entries| entries.next().is_none());
    if !is_empty {
        let name = quoted(&given.to_string_lossy());
        return Err(Failed::Said(message!("{name} đã có và không trống", "{name} is there and not empty")));
    }
    let mut written = String::new();
    for (path, text) in starter(session.as_of.day.year(), session.lang) {
        let whole = folder.join(path);
        let parent = whole.parent().unwrap_or(&folder);
        std::fs::create_dir_all(parent).map_err(|error| cannot_write(parent, &error))?;
        files::replace(&whole, text.as_bytes()).map_err(|error| cannot_write(&whole, &error))?;
        written += &visible(&format!("{}/{path}", given.display()).replace('\\', "/"));
        written.push('\n');
    }
    session.answer(written.as_bytes())?;
    let name = quoted(&given.to_string_lossy());
    session.remark(&message!("Kiểm tra: plan validate {name}", "Check it: plan validate {name}"))?;
    Ok(0)
}
