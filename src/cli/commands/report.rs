//! `plan report`: the report of a month, a quarter or a time since a day.

use crate::answer::{LeftOutAnswer, ReportAnswer, ReportSpan, SpanKind};
use crate::cli::answer::{form, print_work};
use crate::cli::args::ReportArgs;
use crate::cli::days::{DATE, MONTH, QUARTER, SINCE};
use crate::cli::error::{CliError, Outcome};
use crate::cli::filling::Filling;
use crate::cli::select::{read_for, select, status};
use crate::cli::session::Session;
use crate::json::PeriodReportJson;
use crate::report::{self, ReportOptions};

pub(in crate::cli) fn run(args: &ReportArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let filling = Filling::of(&args.filled, None, session)?;
    for (option, words) in [(MONTH, &args.month), (QUARTER, &args.quarter)] {
        words.as_ref().map(|words| session.ask_by(option, words)).transpose()?;
    }
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let since = read_for(session, &selection, SINCE, args.since.as_deref())?;
    let date = read_for(session, &selection, DATE, args.date.as_deref())?;
    let kind = match since {
        Some(day) => SpanKind::Since(day),
        None if args.quarter.is_some() => SpanKind::Quarter,
        None => SpanKind::Month,
    };
    let span = ReportSpan::new(kind, session.as_of.day);
    let answer = ReportAnswer::new(&selection, span).map_err(CliError::from)?;
    let lang = session.lang;
    let options = ReportOptions { date };
    if let Some(filling) = filling {
        let left_out = LeftOutAnswer::new(&selection);
        let values = report::report_fields(&answer, options, &left_out, lang);
        filling.print(session, &selection, &left_out, &values, Vec::new)?;
        return Ok(status(&selection));
    }
    let document = || report::period_report(&answer, options);
    let json = || PeriodReportJson::new(&answer, lang);
    let is_empty = answer.status.total.total() == 0;
    print_work(session, form, &selection, is_empty, document, json)?;
    Ok(status(&selection))
}
