//! The help on the filter language, from the table of attributes.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use crate::attribute::{Attribute, filters};
use crate::language::{Lang, Message};

/// Returns the help on filters: the syntax of terms, then each field with its meaning and an example.
pub fn help() -> Message {
    Message::new(in_language(Lang::Vi), in_language(Lang::En))
}

fn in_language(lang: Lang) -> String {
    let mut help = String::from(lang.pick(
        "Mỗi điều kiện lọc là một đối số: TỪ cần tìm, TIÊU-CHÍ:GIÁ-TRỊ, hoặc not:TIÊU-CHÍ:GIÁ-TRỊ.\n\
         Các điều kiện trên cùng một tiêu chí: đúng một là đủ; các tiêu chí khác nhau: phải đúng hết; mọi từ phải có mặt.\n\
         Dấu + đứng riêng giữa hai bộ lọc: đúng một bên là đủ (status:overdue + reported:none); --unit, --plan áp dụng cho mọi bên.\n\
         Không phân biệt hoa thường, dấu, đ/d; gõ có dấu thì dấu được tính. Giá trị có dấu cách thì đặt trong ngoặc kép.\n\n",
        "Each term of a filter is one argument: a WORD to find, FIELD:VALUE, or not:FIELD:VALUE.\n\
         Terms on one field are alternatives; different fields must all hold; every word must be found.\n\
         A + alone between two filters: one of them must hold (status:overdue + reported:none); --unit and --plan apply to all.\n\
         Case, accents and đ/d make no difference; typed accents are honoured. Quote a value that has a space.\n\n",
    ));
    let shown = |example: &str| match example.split_once(':') {
        Some((field, value)) if value.contains(' ') => format!("{field}:\"{value}\""),
        _ => example.to_owned(),
    };
    let width = filters().map(|(_, filter)| shown(&filter.example()).width()).max().unwrap_or(0);
    for (attribute, filter) in filters() {
        let example = shown(&filter.example());
        let gap = " ".repeat(width - example.width());
        let _ = writeln!(help, "  {example}{gap}  {}", filter.meaning(lang));
        let choices: Vec<&str> = attribute.own_choices().iter().map(|(id, _)| *id).collect();
        if filter.is_choice() {
            let _ = writeln!(help, "  {}  {}", " ".repeat(width), choices.join(" "));
        }
    }
    let missing: Vec<&str> =
        filters().filter(|(_, filter)| filter.may_be_missing).map(|(_, filter)| filter.name).collect();
    let missing = missing.join(" ");
    let (late, percent) = (Attribute::DaysLate.filter_name(), Attribute::Percent.filter_name());
    let _ = match lang {
        Lang::Vi => write!(
            help,
            "\nNgày: mọi cách viết thời hạn (30/6/2024, tháng 6, \"Quý II/2024\"), today+14d, today-1m (d, w, m, y), \"tháng trước\"; tính từ ngày của --as-of.\n\
             Khoảng của ngày, {late}, {percent}: A..B, A.., ..B, gồm cả hai đầu.\n\
             none hỏi cái còn thiếu, any hỏi cái đã có:\n  {missing}\n\
             x-KHÓA:GIÁ-TRỊ: cột riêng của kế hoạch (columns): chữ, số, ngày hoặc đơn vị, theo kiểu của cột; any là có giá trị, none là không.\n"
        ),
        Lang::En => write!(
            help,
            "\nDays: any expression of a deadline (30/6/2024, tháng 6, \"Quý II/2024\"), today+14d, today-1m (d, w, m, y), \"last month\", from the day of --as-of.\n\
             Ranges of days, {late}, {percent}: A..B, A.., ..B, both ends within.\n\
             none asks for what is missing, any for what is there:\n  {missing}\n\
             x-KEY:VALUE: a column of the plan's own (columns): words, numbers, days or units, by its type; any is for some value, none for none.\n"
        ),
    };
    help
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::attribute::AttributeFilter;

    #[test]
    fn every_field_is_told_in_both_languages() {
        for lang in Lang::ALL {
            let help = help();
            let help = help.get(lang);
            for (_, about) in filters() {
                assert!(help.contains(&format!("\n  {}:", about.name)), "{}", about.name);
                assert!(help.contains(about.meaning(lang)));
            }
            assert!(help.contains("unit:\"ha dinh\"") && help.contains("done-on-time"));
            assert!(help.contains("\n  late:30..  "));
            // The values of the fields stand in one column.
            let column = |about: &AttributeFilter| {
                let line = help.lines().find(|line| line.starts_with(&format!("  {}:", about.name))).unwrap();
                line.split(about.meaning(lang)).next().unwrap().width()
            };
            let columns: HashSet<usize> = filters().map(|(_, about)| column(about)).collect();
            assert_eq!(columns.len(), 1);
        }
    }
}
