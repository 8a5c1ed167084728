//! The errors of a command line, in the language of the line.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::language::{Lang, Message};
use crate::message;
use crate::sanitize::visible;

/// Returns the description of an error of the command line, in one language.
pub(in crate::cli) fn wrong(error: &clap::Error, lang: Lang) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(visible(text).into_owned()),
        Some(ContextValue::Strings(texts)) => Some(visible(&texts.join(", ")).into_owned()),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            message!("thừa tham số {argument}", "one argument too many: {argument}")
        }
        ErrorKind::UnknownArgument => {
            message!("không có tùy chọn {argument}", "there is no option {argument}")
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            message!("không có lệnh {name}", "there is no command {name}")
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Message::fixed("thiếu lệnh", "a command is missing")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            message!("{argument} cần một giá trị", "{argument} needs a value")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            message!("{argument} không nhận \"{value}\"", "{argument} does not take \"{value}\"")
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg).unwrap_or_default();
            if other.is_empty() || other == argument {
                message!("{argument} chỉ dùng một lần", "{argument} can be given only once")
            } else {
                message!("{argument} không dùng cùng {other}", "{argument} cannot be used with {other}")
            }
        }
        ErrorKind::MissingRequiredArgument => message!("thiếu {argument}", "{argument} is missing"),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            message!("{argument} có số giá trị không đúng", "{argument} has the wrong number of values")
        }
        ErrorKind::InvalidUtf8 => Message::fixed("tham số không phải UTF-8", "an argument is not UTF-8"),
        _ => Message::fixed("dòng lệnh không đúng", "the command line is wrong"),
    };
    let mut lines = vec![format!("{}: {}", lang.pick("lỗi", "error"), message.get(lang))];
    let near = context(ContextKind::SuggestedArg)
        .or_else(|| context(ContextKind::SuggestedSubcommand))
        .or_else(|| context(ContextKind::SuggestedValue));
    if let Some(near) = near {
        lines.push(format!("  = {}: {near}", lang.pick("gợi ý", "help")));
    } else if let Some(values) = context(ContextKind::ValidValue).filter(|values| !values.is_empty()) {
        lines.push(format!("  = {}: {values}", lang.pick("một trong", "one of")));
    }
    lines.push(String::from(lang.pick("Xem plan --help", "See plan --help")));
    lines.join("\n")
}
