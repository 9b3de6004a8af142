//! Which column is which: names in any order, in English or in Vietnamese.

use std::collections::HashMap;

use domain::{Fault, fault::FileReason, text};

use super::{
    letters,
    line::{Cell, Line},
};

/// A column that a file may have.
pub struct Column {
    /// The name, which faults use as well.
    pub name: &'static str,
    /// Whether a file without it is refused.
    pub required: bool,
    /// Other names, folded, with underscores between the words.
    pub aliases: &'static [&'static str],
}

/// A column that must be there.
pub const fn needed(name: &'static str, aliases: &'static [&'static str]) -> Column {
    Column { name, required: true, aliases }
}

/// A column that may be left out.
pub const fn optional(name: &'static str, aliases: &'static [&'static str]) -> Column {
    Column { name, required: false, aliases }
}

/// Columns that several kinds share.
pub const NAME: Column = needed("name", &["ten", "ten_goi"]);
/// The name in English.
pub const NAME_EN: Column = optional("name_en", &["ten_tieng_anh"]);
/// The first valid day.
pub const VALID_FROM: Column = needed("valid_from", &["tu_ngay", "hieu_luc_tu"]);
/// The last valid day.
pub const VALID_TO: Column = optional("valid_to", &["den_ngay", "hieu_luc_den"]);
/// What readers should know.
pub const NOTE: Column = optional("note", &["ghi_chu"]);

/// The place of each column, or everything that is wrong with the header.
pub fn places(
    header: &Line,
    columns: &[Column],
) -> Result<HashMap<&'static str, usize>, Vec<Fault>> {
    let mut places = HashMap::new();
    let mut faults = Vec::new();
    let fault = |column: &str, reason| Fault::at(header.number, column, reason);
    for (place, cell) in header.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let name = text(cell);
        match columns.iter().find(|column| column.is_called(&name)) {
            None => faults.push(match letters::loss_of_name(&name) {
                Some(loss) => fault(name.trim(), FileReason::LostLetters(loss)),
                None => fault(name.trim(), FileReason::UnknownColumn).about(names(columns)),
            }),
            Some(column) if places.insert(column.name, place).is_some() => {
                faults.push(fault(column.name, FileReason::RepeatedColumn));
            }
            Some(_) => {}
        }
    }
    for column in columns.iter().filter(|column| column.required) {
        if !places.contains_key(column.name) {
            faults.push(fault(column.name, FileReason::MissingColumn));
        }
    }
    if faults.is_empty() { Ok(places) } else { Err(faults) }
}

/// How well a line serves as the header of these columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It names none, or one beside other words, as a cover sheet may.
    No,
    /// It names some, but not all that must be there.
    Partly,
    /// It names all that must be there.
    Whole,
}

/// How well a line serves as a header.
pub fn fit(line: &Line, columns: &[Column]) -> Fit {
    let text: Vec<String> = line.cells.iter().filter(|cell| !cell.is_empty()).map(text).collect();
    let is_there = |column: &&Column| text.iter().any(|name| column.is_called(name));
    let known = columns.iter().filter(is_there).count();
    if known == 0 || known == 1 && text.len() > 1 {
        return Fit::No;
    }
    match columns.iter().filter(|column| column.required).all(|column| is_there(&column)) {
        true => Fit::Whole,
        false => Fit::Partly,
    }
}

impl Column {
    /// Whether a header means this column. A star that marks required columns may stay.
    fn is_called(&self, text: &str) -> bool {
        let folded = text::fold(text.trim().trim_end_matches('*'));
        let folded = folded.split([' ', '-', '_', '\n']).collect::<Vec<_>>().join("_");
        self.name == folded || self.aliases.contains(&folded.as_str())
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Broken(text) | Cell::Shown(_, text) => {
            text::tidy(text).chars().take(100).collect()
        }
        Cell::Spanned => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
    }
}

fn names(columns: &[Column]) -> String {
    columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 3] = [needed("code", &["ma", "ma_don_vi"]), NAME, VALID_FROM];

    fn header(names: &[&str]) -> Line {
        let cells = names.iter().map(|name| Cell::Text((*name).to_owned())).collect();
        Line { number: 1, cells }
    }

    #[test]
    fn columns_are_known_in_any_order_and_in_both_languages() {
        let places = places(&header(&["Từ ngày *", "", "MÃ ĐƠN VỊ", "Name"]), &COLUMNS).unwrap();
        assert_eq!((places["valid_from"], places["code"], places["name"]), (0, 2, 3));
    }

    #[test]
    fn a_header_is_told_from_the_words_of_a_cover() {
        assert_eq!(fit(&header(&["Mã", "Tên", "Từ ngày", "colour"]), &COLUMNS), Fit::Whole);
        assert_eq!(fit(&header(&["Mã", "Tên"]), &COLUMNS), Fit::Partly);
        assert_eq!(fit(&header(&["Tên", "Sở Công Thương"]), &COLUMNS), Fit::No);
        assert_eq!(fit(&header(&["Hướng dẫn"]), &COLUMNS), Fit::No);
        assert_eq!(fit(&header(&["phone"]), &[optional("phone", &[])]), Fit::Whole);
    }

    #[test]
    fn every_fault_of_the_header_is_named() {
        let faults = places(&header(&["code", "mã", "colour"]), &COLUMNS).unwrap_err();
        let named: Vec<(&str, &str)> =
            faults.iter().map(|fault| (fault.field(), fault.reason.code())).collect();
        assert_eq!(
            named,
            [
                ("code", "repeated_column"),
                ("colour", "unknown_column"),
                ("name", "missing_column"),
                ("valid_from", "missing_column")
            ]
        );
        assert!(faults.iter().all(|fault| fault.line() == 1));
    }
}
