//! The reasons why a file is not read.

use crate::language::Message;
use crate::message;

/// A reason why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookFault {
    /// The file is no workbook.
    NotWorkbook,
    /// A workbook of Excel 97–2003.
    OldWorkbook,
    /// A workbook of another office suite (`.ods`).
    OpenDocument,
    /// The file needs a password.
    Encrypted,
    /// A part is larger than the limits allow.
    TooLarge,
    /// The file is cut off, or not built as a workbook.
    Broken,
    /// A workbook that `plan form` has not made, or one that lost its properties.
    NotForm,
    /// A form of a later version of the program.
    LaterVersion(String),
}

impl BookFault {
    /// Returns the sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::NotWorkbook => Message::fixed(
                "không phải tệp Excel (.xlsx); mở bằng Excel rồi lưu với đuôi .xlsx",
                "no workbook (.xlsx); open it in Excel and save it as .xlsx",
            ),
            Self::OldWorkbook => Message::fixed(
                "tệp Excel kiểu cũ (.xls); lưu lại với đuôi .xlsx",
                "a workbook of an old format (.xls); save it as .xlsx",
            ),
            Self::OpenDocument => Message::fixed(
                "tệp OpenDocument (.ods); lưu lại với đuôi .xlsx",
                "a workbook of OpenDocument (.ods); save it as .xlsx",
            ),
            Self::Encrypted => Message::fixed(
                "tệp có mật khẩu; bỏ mật khẩu rồi lưu với đuôi .xlsx",
                "the file has a password; remove it and save as .xlsx",
            ),
            Self::TooLarge => Message::fixed(
                "tệp quá lớn so với một biểu báo cáo; không đọc",
                "the file is too large for a form; it is not read",
            ),
            Self::Broken => Message::fixed(
                "tệp hỏng hoặc bị cắt cụt; gửi lại tệp khác",
                "the file is damaged or cut off; ask for another copy",
            ),
            Self::NotForm => Message::fixed(
                "không phải biểu do plan form lập, hoặc đã qua một chương trình làm mất thông tin của biểu; điền lại bằng Excel hoặc LibreOffice",
                "not a form that plan form has made, or saved by a program that loses its properties; fill it in with Excel or LibreOffice",
            ),
            Self::LaterVersion(version) => message!(
                "biểu của phiên bản mới hơn ({version}); cập nhật chương trình",
                "a form of a later version ({version}); update the program"
            ),
        }
    }
}
