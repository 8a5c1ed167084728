//! `plan timeline`: a bar per work item over the months.

use crate::answer::{LeftOutAnswer, TimelineAnswer};
use crate::cli::answer::{NO_WORK, print, print_none, tell_left_out};
use crate::cli::args::TimelineArgs;
use crate::cli::error::Outcome;
use crate::cli::format::{TimelineForm, timeline_format};
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::TimelineJson;
use crate::render::draw;
use crate::report;

pub(in crate::cli) fn run(args: &TimelineArgs, session: &mut Session<'_>) -> Outcome {
    let form = timeline_format(session.format.as_deref(), session.output.as_deref())?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let answer = TimelineAnswer::new(&selection, args.grouping(), args.scale());
    let lang = session.lang;
    let document = || report::timeline(&answer);
    let json = || TimelineJson::new(&answer, lang);
    let is_empty = answer.range.is_none();
    match form {
        TimelineForm::Answer(form) if is_empty => {
            print_none(session, form, &selection, &NO_WORK, document, json)?;
        }
        TimelineForm::Answer(form) => print(session, form, Some(&selection), document, json)?,
        TimelineForm::Svg => {
            tell_left_out(session, &LeftOutAnswer::new(&selection))?;
            if is_empty {
                session.remark(&NO_WORK)?;
            }
            session.answer(draw(&document(), lang).as_bytes())?;
        }
    }
    Ok(status(&selection))
}
