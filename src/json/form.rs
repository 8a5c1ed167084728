//! `plan.form/1`: the forms that are written.

use serde::Serialize;

use crate::answer::FormScope;
use crate::date::AsOf;
use crate::form::FormFile;

/// The answer of `plan form`.
#[derive(Debug, Serialize)]
pub struct FormsJson<'f> {
    schema: &'static str,
    as_of: String,
    until: String,
    forms: Vec<FormFileJson<'f>>,
}

#[derive(Debug, Serialize)]
struct FormFileJson<'f> {
    unit: FormUnitJson<'f>,
    file: &'f str,
    state: &'static str,
    items: usize,
    targets: usize,
}

#[derive(Debug, Serialize)]
struct FormUnitJson<'f> {
    id: &'f str,
    name: &'f str,
}

impl<'f> FormsJson<'f> {
    /// The files of forms.
    pub fn new(as_of: AsOf, scope: FormScope, files: &'f [FormFile]) -> Self {
        let form = |file: &'f FormFile| FormFileJson {
            unit: FormUnitJson { id: &file.unit, name: &file.unit_name },
            file: &file.path,
            state: file.state.id(),
            items: file.items,
            targets: file.targets,
        };
        Self {
            schema: "plan.form/1",
            as_of: as_of.day.to_string(),
            until: scope.until.to_string(),
            forms: files.iter().map(form).collect(),
        }
    }
}
