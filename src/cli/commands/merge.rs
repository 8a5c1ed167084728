//! `plan merge`: the merge driver that git calls.

use crate::cli::args::MergeArgs;
use crate::cli::error::Outcome;
use crate::cli::files;
use crate::cli::merging::{MergeSides, by_lines};
use crate::cli::session::Session;
use crate::edit::{MergedFile, merge_files};
use crate::message;
use crate::sanitize::quoted;

pub(in crate::cli) fn run(args: &MergeArgs, session: &mut Session<'_>) -> Outcome {
    let sides = MergeSides::new(&session.env.folder, [&args.base, &args.ours, &args.theirs]);
    let shown = args.path.as_ref().unwrap_or(&args.ours);
    let name = quoted(&shown.to_string_lossy());
    let texts = sides.texts()?;
    let merged = texts.and_then(|[base, ours, theirs]| merge_files(&base, &ours, &theirs));
    let Some(MergedFile { text, conflicts }) = merged else {
        let bytes = by_lines(&sides)?;
        files::write(&sides.ours, &bytes)?;
        session.complain(&message!(
            "{name}: không trộn được theo từng mục; đã trộn theo dòng, hãy xem lại",
            "{name}: cannot be merged entry by entry; it is merged by lines; check the result"
        ))?;
        return Ok(1);
    };
    files::write(&sides.ours, text.as_bytes())?;
    if conflicts == 0 {
        return Ok(0);
    }
    session.complain(&message!(
        "{name}: {conflicts} mục mà hai bên cùng sửa",
        "{name}: entries changed on both sides: {conflicts}"
    ))?;
    Ok(1)
}
