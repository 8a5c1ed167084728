//! A form → the bytes of an `.xlsx` file. Source: docs/forms.md, The form.

use rust_xlsxwriter::{
    ColNum, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule,
    DocProperties, ExcelDateTime, Formula, IgnoreError, ProtectionOptions, RowNum, Workbook, Worksheet,
    XlsxError, utility::column_number_to_name,
};
use unicode_width::UnicodeWidthStr;

use super::book::{FormBook, FormCell, FormLine, FormRow, FormSheet, FormSheetKind};
use super::canonical::cell_text;
use super::column::{FormColumn, InputKind};
use super::result::FormResult;
use super::sent::{MARK, VERSION};
use super::style;
use crate::date::Day;
use crate::language::{Lang, Message};
use crate::sanitize::SheetNames;

/// The beginning of the words in the hidden cells of a sheet that are no keys of rows.
pub(super) const HIDDEN: &str = "plan:";

/// The word in the key cell of the visible head.
pub(super) const HEAD: &str = "plan:head";

/// The maximum number of characters in a cell.
const TEXT_LENGTH: usize = 32_767;

/// The height of a line, in points.
const LINE_HEIGHT: f64 = 16.5;

/// The first rows: title, plan, unit, day, guidance; then the hidden head and the visible one.
const GUIDANCE: RowNum = 4;
const NAMES: RowNum = 5;
const VISIBLE: RowNum = 6;
const FIRST: RowNum = 7;

/// Returns the bytes of the workbook of a form: the same for the same form.
///
/// # Errors
/// The form has more rows than a sheet.
pub fn write_book(book: &FormBook, lang: Lang) -> std::io::Result<Vec<u8>> {
    workbook(book, lang).map_err(std::io::Error::other)
}

fn workbook(book: &FormBook, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Without a time of its own the file would differ each time.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = format!("{} - {}", TITLE.get(lang), book.unit_name);
    let mut properties = DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&created)
        .set_custom_property(MARK, VERSION);
    for (name, value) in book.sent(lang).properties() {
        properties = properties.set_custom_property(name, value);
    }
    workbook.set_properties(&properties);
    workbook.set_default_format(&style::default(), 20, 64)?;
    let mut names = SheetNames::default();
    for sheet in &book.sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(names.next(sheet.name.get(lang)))?;
        FormSheetWriter { book, sheet, lang, worksheet }.write()?;
    }
    workbook.save_to_buffer()
}

const TITLE: Message = Message::fixed("Báo cáo tình hình thực hiện", "Progress report");

const TITLE_OF_TARGETS: Message = Message::fixed("Báo cáo kết quả chỉ tiêu", "Results of targets");

const HOW: Message = Message::fixed(
    "Chỉ điền các ô nền vàng, việc nào không có gì mới thì để nguyên. Đã hoàn thành thì phải ghi ngày hoàn thành và minh chứng (số, ký hiệu, ngày của văn bản). Lưu với đuôi .xlsx và gửi lại cả tệp.",
    "Fill in the yellow cells only, and leave as it is what has nothing new. Work that is done needs its day and its evidence (number and day of the document). Save as .xlsx and send the whole file back.",
);

const HOW_OF_TARGETS: Message = Message::fixed(
    "Chỉ điền các ô nền vàng: kết quả viết như mức giao (98,5%; 412/415; 11 trường), ngày của số liệu, minh chứng. Chỉ tiêu chưa có số liệu mới thì để trống.",
    "Fill in the yellow cells only: the result as the target is written (98.5%; 412/415), the day of the figure, evidence. Leave empty what has no new figure.",
);

struct FormSheetWriter<'w> {
    book: &'w FormBook,
    sheet: &'w FormSheet,
    lang: Lang,
    worksheet: &'w mut Worksheet,
}

impl FormSheetWriter<'_> {
    fn write(mut self) -> Result<(), XlsxError> {
        for (at, column) in (0..).zip(&self.sheet.columns) {
            self.worksheet.set_column_width(at, column.width())?;
        }
        self.head()?;
        let mut row = FIRST;
        for line in &self.sheet.lines {
            match line {
                FormLine::Heading { mark, title } => self.heading(row, mark, title.get(self.lang))?,
                FormLine::Row(cells) => self.row(row, cells)?,
            }
            row += 1;
        }
        let last = row.saturating_sub(1).max(FIRST);
        self.check_input(last)?;
        self.finish(last)
    }

    fn last_column(&self) -> ColNum {
        ColNum::try_from(self.sheet.columns.len().saturating_sub(1)).unwrap_or(ColNum::MAX)
    }

    /// Writes what stands above the rows.
    fn head(&mut self) -> Result<(), XlsxError> {
        let (lang, last) = (self.lang, self.last_column());
        let is_work = self.sheet.kind == FormSheetKind::Work;
        let title = if is_work { TITLE } else { TITLE_OF_TARGETS };
        self.line(0, &title.get(lang).to_uppercase(), &style::line(14, true, false))?;
        self.line(1, &self.sheet.plan_title, &style::line(12, true, false))?;
        let unit = format!("{}: {}", lang.pick("Đơn vị", "Unit"), self.book.unit_name);
        self.line(2, &unit, &style::line(12, false, false))?;
        self.line(3, &self.days(), &style::line(12, false, true))?;
        let how = if is_work { HOW } else { HOW_OF_TARGETS };
        let format = style::line(11, false, true).set_text_wrap();
        self.worksheet.merge_range(GUIDANCE, 1, GUIDANCE, last, how.get(lang), &format)?;
        let width: u32 = self.sheet.columns.iter().skip(1).map(FormColumn::width).sum();
        self.set_height(GUIDANCE, lines(how.get(lang), width))?;
        let head = style::head();
        let mut height = 1;
        for (at, column) in (0..).zip(&self.sheet.columns) {
            let text =
                if is_work { column.header().get(lang).to_owned() } else { column.header_of_targets(lang) };
            self.worksheet.write_string(NAMES, at, format!("{HIDDEN}{}", column.name()))?;
            let shown = if *column == FormColumn::Key { HEAD } else { &text };
            self.worksheet.write_string_with_format(VISIBLE, at, shown, &head)?;
            height = height.max(lines(&text, column.width()));
        }
        self.set_height(VISIBLE, height)
    }

    /// The day of the form, and the day and the receiver of the reply.
    fn days(&self) -> String {
        let shown = |day: Day| day.show(self.lang);
        let mut text = format!("{} {}", self.lang.pick("Tính đến ngày", "As of"), shown(self.book.as_of));
        let receiver = self.sheet.receiver.as_deref();
        text += &match (self.book.reply_by.map(shown), receiver) {
            (Some(day), Some(to)) => self.lang.pick(
                format!(". Gửi lại {to} trước khi hết ngày {day}"),
                format!(". Send back to {to} by {day}"),
            ),
            (Some(day), None) => {
                self.lang.pick(format!(". Gửi lại trước khi hết ngày {day}"), format!(". Send back by {day}"))
            }
            (None, Some(to)) => self.lang.pick(format!(". Gửi lại {to}"), format!(". Send back to {to}")),
            (None, None) => String::new(),
        };
        text
    }

    fn line(&mut self, row: RowNum, text: &str, format: &rust_xlsxwriter::Format) -> Result<(), XlsxError> {
        self.worksheet.write_string_with_format(row, 1, cut(text), format)?;
        self.worksheet.set_row_height(row, LINE_HEIGHT + 3.0).map(|_| ())
    }

    /// Writes the heading of a section; merged cells could not be sorted.
    fn heading(&mut self, row: RowNum, mark: &str, title: &str) -> Result<(), XlsxError> {
        let mut height = 1;
        for (at, column) in (0..).zip(&self.sheet.columns) {
            let text = match column {
                FormColumn::Number => mark.to_owned(),
                FormColumn::Title => cell_text(title),
                _ => String::new(),
            };
            height = height.max(lines(&text, column.width()));
            if *column != FormColumn::Key {
                self.worksheet.write_string_with_format(row, at, cut(&text), &style::heading(column))?;
            }
        }
        self.set_height(row, height)
    }

    fn row(&mut self, row: RowNum, cells: &FormRow) -> Result<(), XlsxError> {
        let mut height = 2;
        for ((at, column), cell) in (0..).zip(&self.sheet.columns).zip(&cells.cells) {
            let format = style::cell(column, cell, cells.is_late, self.lang);
            let sheet = &mut *self.worksheet;
            match cell {
                FormCell::Empty => sheet.write_blank(row, at, &format)?,
                FormCell::Number(number) => sheet.write_number_with_format(row, at, *number, &format)?,
                FormCell::Percent(percent) => {
                    sheet.write_number_with_format(row, at, *percent / 100.0, &format)?
                }
                FormCell::Day(day) if (1900..=9999).contains(&day.year()) => {
                    sheet.write_datetime_with_format(row, at, &excel_day(*day)?, &format)?
                }
                FormCell::Day(day) => {
                    sheet.write_string_with_format(row, at, day.show(self.lang), &format)?
                }
                FormCell::Text(text) => sheet.write_string_with_format(row, at, cut(text), &format)?,
                FormCell::Words(words) => {
                    sheet.write_string_with_format(row, at, cut(words.get(self.lang)), &format)?
                }
            };
            if *column != FormColumn::Key {
                height = height.max(lines(&cell.canonical(self.lang), column.width()));
            }
        }
        self.set_height(row, height)
    }

    fn set_height(&mut self, row: RowNum, lines: u32) -> Result<(), XlsxError> {
        let lines = f64::from(lines.min(27));
        self.worksheet.set_row_height(row, lines * LINE_HEIGHT).map(|_| ())
    }

    /// Has the program check what is typed, and show what finished work lacks.
    fn check_input(&mut self, last: RowNum) -> Result<(), XlsxError> {
        let columns: Vec<(ColNum, &FormColumn)> = (0..).zip(&self.sheet.columns).collect();
        let done = FormResult::Done.name();
        let result = columns.iter().find(|(_, column)| **column == FormColumn::Result);
        let result = result.map(|(at, _)| column_number_to_name(*at));
        for (at, column) in columns {
            let Some(kind) = column.input() else { continue };
            if let Some(validation) = validation(kind, self.lang)? {
                self.worksheet.add_data_validation(FIRST, at, last, at, &validation)?;
            }
            if let (Some(result), FormColumn::DoneOn | FormColumn::Evidence) = (&result, column) {
                let (row, own) = (FIRST + 1, column_number_to_name(at));
                let rule = format!("=AND(${result}{row}=\"{}\",{own}{row}=\"\")", done.get(self.lang));
                let format =
                    ConditionalFormatFormula::new().set_rule(Formula::new(rule)).set_format(style::missing());
                self.worksheet.add_conditional_format(FIRST, at, last, at, &format)?;
            }
        }
        Ok(())
    }

    fn finish(self, last: RowNum) -> Result<(), XlsxError> {
        const MILLIMETRES: f64 = 25.4;
        let last_column = self.last_column();
        let sheet = self.worksheet;
        sheet.set_column_hidden(0)?;
        sheet.set_row_hidden(NAMES)?;
        sheet.set_freeze_panes(FIRST, 0)?;
        sheet.set_repeat_rows(VISIBLE, VISIBLE)?;
        sheet.autofilter(VISIBLE, 1, last, last_column)?;
        sheet.ignore_error_range(FIRST, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
        sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        let margin = 12.0 / MILLIMETRES;
        sheet.set_margins(margin, margin, 15.0 / MILLIMETRES, 15.0 / MILLIMETRES, 0.3, 0.3);
        sheet.set_footer("&C&P/&N");
        let first = self.sheet.columns.iter().position(|column| column.input().is_some());
        let first = ColNum::try_from(first.unwrap_or(1)).unwrap_or(1);
        sheet.set_selection(FIRST, first, FIRST, first)?;
        sheet.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::default()
        });
        Ok(())
    }
}

/// The check of what is typed.
fn validation(kind: InputKind, lang: Lang) -> Result<Option<DataValidation>, XlsxError> {
    let (validation, message) = match kind {
        InputKind::Result => {
            let names = FormResult::ALL.map(|result| result.name().get(lang).to_owned());
            let list = DataValidation::new().allow_list_strings(&names)?;
            (list, lang.pick("Chọn một trong các mức của danh sách.", "Choose a result of the list."))
        }
        InputKind::Day => {
            let (first, last) =
                (ExcelDateTime::from_ymd(2000, 1, 1)?, ExcelDateTime::from_ymd(2099, 12, 31)?);
            let day = DataValidation::new().allow_date(DataValidationRule::Between(first, last));
            (
                day,
                lang.pick(
                    "Nhập một ngày, ví dụ 15/6/2026. Đã đúng thì chọn Yes.",
                    "Enter a day, such as 2026-06-15. Choose Yes if it is right.",
                ),
            )
        }
        InputKind::Percent => {
            let percent = DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 1.0));
            (percent, lang.pick("Nhập tỷ lệ từ 0% đến 100%.", "Enter a percentage from 0% to 100%."))
        }
        InputKind::Number | InputKind::Words => return Ok(None),
    };
    // Excel in another language takes 15/6/2026 for words: the unit must be able to enter it nevertheless.
    let style = match kind {
        InputKind::Day => DataValidationErrorStyle::Warning,
        _ => DataValidationErrorStyle::Stop,
    };
    let validation = validation
        .set_error_title(lang.pick("Ô này nhận", "This cell takes"))?
        .set_error_message(message)?
        .set_error_style(style);
    Ok(Some(validation))
}

fn excel_day(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(0);
    let (month, day) = (u8::try_from(day.month()).unwrap_or(0), u8::try_from(day.day()).unwrap_or(0));
    ExcelDateTime::from_ymd(year, month, day)
}

/// The text as far as a cell holds it.
fn cut(text: &str) -> String {
    text.chars().take(TEXT_LENGTH).collect()
}

/// The number of lines of a text in a column.
fn lines(text: &str, width: u32) -> u32 {
    let width = usize::try_from(width).unwrap_or(1).max(2) - 1;
    let of_line = |line: &str| line.width().div_ceil(width).max(1);
    u32::try_from(text.split('\n').map(of_line).sum::<usize>()).unwrap_or(u32::MAX)
}
