//! Other texts for files: as an editor sends them with every key, or as a command means to write them.

use std::collections::BTreeSet;

use super::open::Workspace;
use crate::model::PlanIx;
use crate::parse::{PlanFiles, decode, includes};
use crate::span::SourceId;

impl Workspace {
    /// Gives the file at a path (from the current folder) another text; the result is that of opening the
    /// workspace anew with the text in place of the file's.
    ///
    /// Only the plans that have the file are read again, and numbers of files and plans stay. If the text may
    /// change which files make up a plan (a new file, another `include`), all plans are read again and get new
    /// numbers.
    pub fn update(&mut self, path: &str, text: impl Into<String>) {
        self.update_all([(path.to_owned(), Some(text.into()))]);
    }

    /// Gives several files another text at once; a file without a text is no longer there.
    ///
    /// The result is that of one [`update`](Self::update) after the other.
    pub fn update_all(&mut self, files: impl IntoIterator<Item = (String, Option<String>)>) {
        let files: Vec<(String, Option<String>)> = files.into_iter().collect();
        let replaced: Option<Vec<(SourceId, String)>> =
            files.iter().map(|(path, text)| self.replaceable(path, text.as_deref()?)).collect();
        self.buffers.extend(files);
        let Some(replaced) = replaced else { return self.reopen() };
        let mut concerned = BTreeSet::new();
        for (source, decoded) in replaced {
            self.sources.replace(source, decoded);
            concerned.insert(source);
        }
        self.reread(&concerned);
    }

    /// The file and its decoded text, if the text cannot change which files make up a plan.
    fn replaceable(&self, path: &str, text: &str) -> Option<(SourceId, String)> {
        let source = (*self.opened.get(path)?)?;
        let (decoded, fault) = decode(Ok(text.to_owned()));
        let was_faulty = self.loading.iter().any(|diagnostic| diagnostic.span.source == source);
        if fault.is_some() || was_faulty {
            return None;
        }
        let names = |text: &str| {
            let includes = includes(text, source).into_iter();
            includes.map(|include| include.value).collect::<Vec<_>>()
        };
        let mains = self.plans.iter().filter(|plan| plan.main() == source);
        for plan in mains {
            // The diagnostics on an include stand where it stands.
            if plan.files.has_diagnostics() || names(self.sources.get(source).text()) != names(&decoded) {
                return None;
            }
        }
        Some((source, decoded))
    }

    /// Reads and checks again the plans that have one of these files.
    fn reread(&mut self, files: &BTreeSet<SourceId>) {
        let concerned = self.plans.iter().filter(|plan| plan.sources().any(|file| files.contains(&file)));
        let concerned: Vec<(PlanIx, PlanFiles)> =
            concerned.map(|plan| (plan.ix(), plan.files.clone())).collect();
        for plan in self.check(&concerned) {
            let at = plan.ix().at();
            self.plans[at] = plan;
        }
        self.judge_together();
    }

    /// Opens the locations anew.
    fn reopen(&mut self) {
        let added = self.failures.split_off(self.failures.len() - self.added_failures);
        let (locations, buffers) = (std::mem::take(&mut self.locations), std::mem::take(&mut self.buffers));
        *self = Self::open_with(locations, buffers, self.options());
        for failure in added {
            self.fail(failure.path, failure.error);
        }
    }
}
