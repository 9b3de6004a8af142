//! The one way tables leave: CSV and XLSX in which no text is ever taken for a formula.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use rust_xlsxwriter::{Format as Look, Workbook, Worksheet, XlsxError};

use crate::{error::Error, problem::Problem};

pub mod doors;
mod quoted;

/// No table leaves with more rows: it is built in memory.
pub const MOST_ROWS: usize = 20_000;
/// As much text as a cell of a workbook holds, in UTF-16 units, with room for a sign that it was cut.
const MOST_TEXT: usize = 32_766;
/// What formulas begin with, and what spreadsheets make of it as they read.
const SIGNS: [char; 14] =
    ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−', '⁺'];

/// How a table leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated, as RFC 4180 says, with the mark that makes spreadsheets read UTF-8.
    Csv,
    /// A workbook of one sheet.
    Xlsx,
}

/// A table with its head.
#[derive(Clone, Debug)]
pub struct Table {
    /// The file's name without its ending, in plain letters.
    pub name: String,
    /// What is over each column.
    pub head: Vec<&'static str>,
    /// The rows, as wide as the head.
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text, whatever it looks like.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A figure: a number that programs count with, and the text that a page shows.
    Figure(Figure),
}

/// A number with as many decimals as it is told with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// As the page writes it.
    text: String,
    /// All its digits, without the point: 83.94 is 8394.
    digits: u32,
    /// How many of them stand behind the point.
    decimals: u8,
    /// Whether it is told in percent.
    is_percent: bool,
}

impl Format {
    /// The ending of the file's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The content type.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

impl Table {
    /// The table as a file to be kept.
    pub async fn reply(self, format: Format) -> Result<Response, Problem> {
        let disposition = format!("attachment; filename=\"{}.{}\"", self.name, format.name());
        let written = tokio::task::spawn_blocking(move || self.format(format)).await;
        let bytes =
            written.map_err(|error| Error::new(format!("an export stopped: {error}")))??;
        let kind = format.content_type().to_owned();
        let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)];
        Ok((headers, bytes).into_response())
    }

    fn format(&self, format: Format) -> Result<Vec<u8>, Error> {
        let unwritten = |error: &dyn std::fmt::Display| Error::new(format!("an export: {error}"));
        match format {
            Format::Csv => self.csv().map_err(|error| unwritten(&error)),
            Format::Xlsx => self.xlsx().map_err(|error| unwritten(&error)),
        }
    }

    fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let terminator = csv::Terminator::CRLF;
        let mut file = csv::WriterBuilder::new()
            .terminator(terminator)
            .from_writer("\u{feff}".as_bytes().to_vec());
        file.write_record(&self.head)?;
        for row in &self.rows {
            file.write_record(row.iter().map(Cell::in_csv))?;
        }
        file.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    }

    fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let bold = Look::new().set_bold();
        for (column, name) in (0..).zip(&self.head) {
            sheet.write_string_with_format(0, column, *name, &bold)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        let quoted = Look::new().set_quote_prefix();
        for (line, row) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(row) {
                cell.put(sheet, (line, column), &quoted)?;
            }
        }
        book.save_to_buffer()
    }
}

impl Cell {
    /// The text of a cell; nothing is an empty one.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A figure by its decimal text such as `83.94`, beside what the page writes; what is no number is a text.
    pub fn figure(decimal: Option<&str>, is_percent: bool, text: String) -> Self {
        let number = decimal.and_then(|decimal| {
            let (whole, part) = decimal.split_once('.').unwrap_or((decimal, ""));
            let digits = [whole, part].concat().parse().ok()?;
            Some((digits, u8::try_from(part.len()).ok()?))
        });
        match number {
            Some((digits, decimals)) => Self::Figure(Figure { text, digits, decimals, is_percent }),
            None => Self::Text(text),
        }
    }

    fn in_csv(&self) -> String {
        match self {
            Self::Text(text) => quoted::quoted(text),
            Self::Whole(number) => number.to_string(),
            Self::Figure(figure) => quoted::quoted(&figure.text),
        }
    }

    /// Texts are written as texts. The quoted look keeps them so when somebody edits the cell.
    fn put(&self, sheet: &mut Worksheet, at: (u32, u16), quoted: &Look) -> Result<(), XlsxError> {
        let (row, column) = at;
        match self {
            Self::Text(text) if looks_like_a_formula(text) => {
                sheet.write_string_with_format(row, column, short(text), quoted)?
            }
            Self::Text(text) => sheet.write_string(row, column, short(text))?,
            Self::Whole(number) => sheet.write_number(row, column, *number as f64)?,
            Self::Figure(figure) => {
                let look = Look::new().set_num_format(figure.look());
                sheet.write_number_with_format(row, column, figure.value(), &look)?
            }
        };
        Ok(())
    }
}

impl Figure {
    /// The number a program counts with: 83.94 % is 0.8394, by one division of whole numbers.
    fn value(&self) -> f64 {
        let places = i32::from(self.decimals) + if self.is_percent { 2 } else { 0 };
        f64::from(self.digits) / 10f64.powi(places)
    }

    /// How a spreadsheet shows it: as the page does.
    fn look(&self) -> String {
        let mut look = "0".to_owned();
        if self.decimals > 0 {
            look.push('.');
            look.push_str(&"0".repeat(usize::from(self.decimals)));
        }
        if self.is_percent {
            look.push('%');
        }
        look
    }
}

/// Whether a spreadsheet might take a text for a formula. Blanks before it do not keep it from that,
/// and some programs read a tab or a new line as the beginning of another cell.
fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(char::is_control) || text.trim_start_matches(is_unseen).starts_with(SIGNS)
}

fn is_unseen(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// As much of a text as a cell holds.
fn short(text: &str) -> String {
    let mut units = 0;
    let whole = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > MOST_TEXT
    });
    whole.map_or_else(|| text.to_owned(), |(end, _)| format!("{}…", &text[..end]))
}

#[cfg(test)]
mod tests;
