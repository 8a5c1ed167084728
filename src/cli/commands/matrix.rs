//! `plan matrix`: one row for each task, one column for each unit.

use crate::answer::{MATRIX_CELLS, MatrixAnswer, MatrixSizeError};
use crate::cli::answer::{form, print_work, remark_unannounced};
use crate::cli::args::FilterArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::format::Form;
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::MatrixJson;
use crate::language::Message;
use crate::message;
use crate::report;

pub(in crate::cli) fn run(args: &FilterArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.wanted())?;
    let answer = MatrixAnswer::new(&selection);
    if !matches!(form, Form::Json) {
        answer.as_table().map_err(too_large)?;
    }
    let document = || report::matrix(&answer);
    let json = || MatrixJson::new(&answer);
    let is_empty = answer.plans.is_empty();
    remark_unannounced(session, form, &answer.unannounced, is_empty)?;
    print_work(session, form, &selection, is_empty, document, json)?;
    Ok(status(&selection))
}

fn too_large(error: MatrixSizeError) -> CliError {
    let size = error.cells;
    let message = message!(
        "bảng có {size} ô, quá {MATRIX_CELLS}",
        "the matrix has {size} cells, more than {MATRIX_CELLS}"
    );
    let hint = Message::fixed("thu hẹp bằng bộ lọc, hoặc -f json", "narrow it by a filter, or -f json");
    CliError::usage(message).advice(hint)
}
