//! `plan man`: the manual pages.

use crate::cli::args::ManArgs;
use crate::cli::error::Outcome;
use crate::cli::session::Session;
use crate::cli::{files, help};

pub(in crate::cli) fn run(args: &ManArgs, session: &mut Session<'_>) -> Outcome {
    let pages = help::man::pages(session.lang)?;
    let Some(folder) = &args.folder else {
        let first = pages.first().map_or(&[][..], |page| &page.bytes);
        session.answer(first)?;
        return Ok(0);
    };
    let folder = session.env.folder.join(folder);
    files::create_folder(&folder)?;
    for page in pages {
        files::write(&folder.join(page.file), &page.bytes)?;
    }
    Ok(0)
}
