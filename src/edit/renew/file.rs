//! One file of the old plan → that of the new one.

use super::doubt::{DoubtReason, DoubtfulLine, RenewedLine};
use crate::diagnostic::{EditSet, TextEdit};
use crate::edit::refusal::EditRefusal;
use crate::parse::{EntryLayout, EntryStyle, Key, Outline};
use crate::span::{SourceId, Span, line_start};

/// A file that is being renewed.
pub(super) struct RenewedFile<'t> {
    /// The paths of the old and of the new file from the current folder.
    pub(super) old_path: String,
    pub(super) path: String,
    pub(super) text: &'t str,
    source: SourceId,
    outline: Outline,
    edits: Vec<TextEdit>,
    /// The places that a person should look at.
    doubts: Vec<(Span, DoubtReason)>,
}

/// The keys at the top that belong to the old period.
const LEFT_OUT: [Key; 5] = [Key::Progress, Key::Changes, Key::Calendar, Key::Number, Key::Issued];

impl<'t> RenewedFile<'t> {
    /// Takes out what belongs to the old period. The file is none if nothing is left.
    ///
    /// # Errors
    /// [`EditRefusal::NoPlace`] if the file has no keys in lines.
    pub(super) fn new(
        old_path: String,
        path: String,
        text: &'t str,
        source: SourceId,
    ) -> Result<Option<Self>, EditRefusal> {
        let no_place = || EditRefusal::NoPlace { path: old_path.clone() };
        let outline =
            Outline::of(text, source).filter(|outline| outline.end.is_some()).ok_or_else(no_place)?;
        let (mut edits, mut doubts) = (Vec::new(), Vec::new());
        let mut is_left = outline.keys.is_empty();
        for key in &outline.keys {
            if key.key.is_some_and(|key| LEFT_OUT.contains(&key)) {
                edits.push(TextEdit::deletion(Span::of(source, key.lines(text))));
                if key.key == Some(Key::Calendar) {
                    doubts.push((key.key_span, DoubtReason::Calendar));
                }
            } else {
                is_left |= key.key != Some(Key::Unit);
            }
        }
        let mut file = Self { old_path, path, text, source, outline, edits, doubts };
        file.leave_results();
        Ok(is_left.then_some(file))
    }

    /// Takes the results out of targets.
    fn leave_results(&mut self) {
        let Some(targets) = self.outline.list(Key::Targets) else { return };
        let layouts: Vec<EntryLayout> =
            (0..targets.entries.len()).filter_map(|at| targets.layout(self.text, at)).collect();
        for layout in layouts {
            let Some(at) = layout.keys.iter().position(|key| key.key == Some(Key::Results)) else { continue };
            let key = &layout.keys[at];
            let range = match layout.style {
                EntryStyle::Block { .. } => key.lines(self.text),
                EntryStyle::Flow => {
                    let end = key.value_span.end as usize;
                    let before = at.checked_sub(1).and_then(|before| layout.keys.get(before));
                    // A key goes with the comma before it; the first one with that behind it.
                    match (before, layout.keys.get(at + 1)) {
                        (Some(before), _) => before.value_span.end.max(before.key_span.end) as usize..end,
                        (None, Some(next)) => key.key_span.start as usize..next.key_span.start as usize,
                        (None, None) => key.key_span.start as usize..end,
                    }
                }
            };
            self.edits.push(TextEdit::deletion(Span::of(self.source, range)));
        }
    }

    /// Returns true if a place stands in the file, and is not taken out.
    pub(super) fn has(&self, place: Span) -> bool {
        place.source == self.source
            && !self.edits.iter().any(|edit| {
                edit.text.is_empty() && edit.span.start <= place.start && place.end <= edit.span.end
            })
    }

    /// Puts edits into the file.
    pub(super) fn edit(&mut self, edits: impl IntoIterator<Item = TextEdit>) {
        self.edits.extend(edits);
    }

    /// Notes a place that a person should look at.
    pub(super) fn doubt(&mut self, place: Span, reason: DoubtReason) {
        self.doubts.push((place, reason));
    }

    /// The new text, the lines that are changed, and those to look at.
    ///
    /// # Errors
    /// [`EditRefusal::Fault`] if the edits do not fit together.
    pub(super) fn finish(self) -> Result<FinishedFile, EditRefusal> {
        let fault = || EditRefusal::Fault { path: self.path.clone() };
        let edits = EditSet::new(self.edits.iter().cloned()).map_err(|_| fault())?;
        let text = edits.apply(self.text).map_err(|_| fault())?;
        if Outline::of(&text, self.source).is_none() {
            return Err(fault());
        }
        let mut changed: Vec<RenewedLine> = Vec::new();
        for edit in edits.edits().iter().filter(|edit| !edit.text.is_empty()) {
            let at = offset_after(&edits, edit.span.start);
            let before = text[..at].rsplit('\n').next().unwrap_or_default().trim_start();
            let line = RenewedLine {
                file: self.path.clone(),
                line: line_at(&text, at),
                text: line_text(&text, at),
                column: before.chars().count(),
            };
            changed.push(line);
        }
        changed.dedup_by_key(|line| line.line);
        let mut doubts: Vec<DoubtfulLine> = Vec::new();
        for (place, reason) in &self.doubts {
            let is_old = *reason == DoubtReason::Calendar;
            let (file, whole, at) = if is_old {
                (&self.old_path, self.text, place.start as usize)
            } else {
                (&self.path, text.as_str(), offset_after(&edits, place.start))
            };
            let line = line_at(whole, at);
            doubts.push(DoubtfulLine {
                file: file.clone(),
                line,
                reason: *reason,
                text: line_text(whole, at),
            });
        }
        doubts.sort_by(|a, b| (&a.file, a.line, a.reason).cmp(&(&b.file, b.line, b.reason)));
        doubts.dedup();
        Ok(FinishedFile { path: self.path, text, changed, doubts })
    }
}

/// A file of the new plan.
pub(super) struct FinishedFile {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) changed: Vec<RenewedLine>,
    pub(super) doubts: Vec<DoubtfulLine>,
}

/// The offset in the new text of a byte of the old one; of a replaced one, the beginning of its replacement.
fn offset_after(edits: &EditSet, before: u32) -> usize {
    let mut moved = 0_i64;
    for edit in edits.edits().iter().take_while(|edit| edit.span.end <= before) {
        moved +=
            i64::try_from(edit.text.len()).unwrap_or(i64::MAX) - i64::from(edit.span.end - edit.span.start);
    }
    usize::try_from(i64::from(before) + moved).unwrap_or(0)
}

/// The line (from 1) of an offset.
pub(super) fn line_at(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

/// The line of an offset, without the spaces around it.
pub(super) fn line_text(text: &str, at: usize) -> String {
    let at = text.floor_char_boundary(at);
    let start = line_start(text, at);
    text[start..].lines().next().unwrap_or_default().trim().to_owned()
}
