//! Documents of an office that are filled: the option `--template`, and the fields that `--fields` lists.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::answer::{form, print, refuse_terminal};
use super::args::TemplateArgs;
use super::error::{CliError, IoTask};
use super::files;
use super::folder::write_folder;
use super::format::{Form, answer_format};
use super::session::Session;
use crate::answer::LeftOutAnswer;
use crate::json::FieldsJson;
use crate::language::{Lang, Message};
use crate::message;
use crate::render::DocumentFormat;
use crate::report;
use crate::sanitize::quoted;
use crate::template::{LARGEST_TEMPLATE, Template, TemplateError, TemplateValues};
use crate::workspace::{Selection, require_plain_file};

/// The most wrong placeholders that are named.
const NAMED: usize = 20;

/// The use of the fields of an answer.
pub(super) enum Filling {
    /// A list of them.
    Fields(Form),
    /// A document of the office's own.
    Document(FilledTemplate),
}

/// A template, and where the documents go that are made of it.
pub(super) struct FilledTemplate {
    path: PathBuf,
    template: Template,
    /// The folder of documents for several readers.
    folder: Option<PathBuf>,
}

impl Filling {
    /// Returns what the options ask for; none if they ask for a document of the program's own. Documents for several
    /// readers go into a `folder`.
    ///
    /// # Errors
    /// If another format than that of the template is asked for, and for a template that is not read.
    pub(super) fn of(
        args: &TemplateArgs,
        folder: Option<&Path>,
        session: &mut Session<'_>,
    ) -> anyhow::Result<Option<Self>> {
        if args.fields {
            return Ok(Some(Self::Fields(form(session)?)));
        }
        let Some(path) = &args.template else { return Ok(None) };
        let docx = Form::Document(DocumentFormat::Docx);
        let is_asked = session.format.is_some() || (session.output.is_some() && folder.is_none());
        let output = session.output.as_deref().filter(|_| folder.is_none());
        if is_asked && answer_format(session.format.as_deref(), output)? != docx {
            let message =
                Message::fixed("--template chỉ ghi được dạng docx", "--template writes the format docx only");
            return Err(CliError::usage(message).hint("-o bao-cao.docx").into());
        }
        let whole = session.env.folder.join(path);
        if let Some(output) = &session.output {
            files::refuse_input(&session.env.folder.join(output), std::iter::once(whole.clone()))?;
        }
        let bytes = read(&whole).with_context(|| IoTask::Read(path.clone()))?;
        let template = match Template::read(bytes) {
            Ok(template) => template,
            Err(error) => return Err(refuse(session, path, &error)?.into()),
        };
        Ok(Some(Self::Document(FilledTemplate {
            path: path.clone(),
            template,
            folder: folder.map(Path::to_path_buf),
        })))
    }

    /// Returns true if the documents go into a folder.
    pub(super) fn is_for_folder(&self) -> bool {
        matches!(self, Self::Document(FilledTemplate { folder: Some(_), .. }))
    }

    /// Prints the fields, or the filled document; into a folder a document for each name.
    ///
    /// # Errors
    /// For a template that is not filled, and a document that is not written: then none is.
    pub(super) fn print(
        self,
        session: &mut Session<'_>,
        selection: &Selection<'_>,
        left_out: &LeftOutAnswer,
        values: &TemplateValues,
        each: impl FnOnce() -> Vec<(String, TemplateValues)>,
    ) -> anyhow::Result<()> {
        let filled = match self {
            Self::Fields(form) => {
                let (lang, day) = (session.lang, session.as_of.day);
                let json = || FieldsJson::new(values, day, lang);
                return print(session, form, Some(selection), || report::fields(values), json);
            }
            Self::Document(filled) => filled,
        };
        // The office's document may have no place for it.
        if let Some(sentence) = left_out.sentence() {
            session.complain(&sentence)?;
        }
        match &filled.folder {
            None => {
                refuse_terminal(session, Form::Document(DocumentFormat::Docx))?;
                let bytes = filled.fill(session, values)?;
                session.answer(&bytes)
            }
            Some(folder) => {
                let each = each().into_iter();
                let written =
                    each.map(|(name, values)| Ok((format!("{name}.docx"), filled.fill(session, &values)?)));
                write_folder(folder, &written.collect::<anyhow::Result<Vec<_>>>()?)
            }
        }
    }
}

impl FilledTemplate {
    fn fill(&self, session: &mut Session<'_>, values: &TemplateValues) -> anyhow::Result<Vec<u8>> {
        match self.template.fill(values) {
            Ok(bytes) => Ok(bytes),
            Err(error) => Err(refuse(session, &self.path, &error)?.into()),
        }
    }
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    require_plain_file(&fs::metadata(path)?)?;
    let mut bytes = Vec::new();
    // One byte more than is allowed, which the template then says.
    fs::File::open(path)?.take(LARGEST_TEMPLATE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The error of a template: its wrong placeholders are named on stderr, each at its place.
fn refuse(session: &mut Session<'_>, path: &Path, error: &TemplateError) -> anyhow::Result<CliError> {
    let file = quoted(&path.to_string_lossy());
    let TemplateError::Placeholders(faults) = error else {
        let message = error.message();
        let (vi, en) = (message.get(Lang::Vi), message.get(Lang::En));
        let told = CliError::usage(message!("--template {file}: {vi}", "--template {file}: {en}"));
        return Ok(match error.help() {
            Some(help) => told.advice(help),
            None => told,
        });
    };
    for fault in faults.iter().take(NAMED) {
        let say = |lang: Lang| {
            let (place, message) = (fault.place(), fault.message.get(lang));
            let help = fault.help.as_ref().map_or(String::new(), |help| {
                format!(" ({}: {})", lang.pick("gợi ý", "help"), help.get(lang))
            });
            format!("{file}: {}: {message}{help}", place.get(lang))
        };
        session.complain(&Message::new(say(Lang::Vi), say(Lang::En)))?;
    }
    if faults.len() > NAMED {
        let more = faults.len() - NAMED;
        session.complain(&message!("và {more} chỗ khác", "and {more} more"))?;
    }
    Ok(CliError::reported())
}
