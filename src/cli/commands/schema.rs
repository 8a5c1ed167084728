//! `plan schema`: the JSON Schema of the format.

use crate::cli::error::Outcome;
use crate::cli::session::Session;
use crate::parse::schema::schema;

pub(in crate::cli) fn run(session: &mut Session<'_>) -> Outcome {
    let mut text = serde_json::to_vec_pretty(&schema(session.lang)).map_err(std::io::Error::from)?;
    text.push(b'\n');
    session.answer(&text)?;
    Ok(0)
}
