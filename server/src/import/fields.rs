//! The cells of a line as typed values, with a fault for each that cannot be one.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use domain::{
    Fault, Reason, Words,
    books::version::{Proposal, Spot, Version},
    day::{self, Period},
    fault::FileReason,
    office::entry::{NAME, NOTE, YEARS},
    text,
};

use super::{
    header::{self, Column},
    sheet::{Cell, Line, Sheet},
};

/// What ends a line, whichever program wrote it.
const LINE_ENDS: [char; 5] = ['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'];

/// What the lines of a file say.
pub struct Lines<T> {
    /// The lines that could be read.
    pub rows: Vec<Proposal<T>>,
    /// What is wrong with the others, or with the header.
    pub faults: Vec<Fault>,
    /// The codes of the others.
    pub unread: HashSet<String>,
}

/// Reads every line of a sheet, and names every fault.
pub fn rows<T>(
    sheet: &Sheet,
    columns: &[Column],
    read: impl Fn(&mut Fields) -> Option<Version<T>>,
) -> Lines<T> {
    let mut lines = Lines { rows: Vec::new(), faults: Vec::new(), unread: HashSet::new() };
    let places = match header::places(&sheet.header, columns) {
        Ok(places) => places,
        Err(faults) => return Lines { faults, ..lines },
    };
    for line in &sheet.lines {
        let mut fields = Fields { line, places: &places, faults: &mut lines.faults };
        fields.nothing_stray();
        match read(&mut fields) {
            Some(version) => {
                lines.rows.push(Proposal { number: line.number, spot: Spot::Line, version });
            }
            None => lines.unread.extend(fields.written_code()),
        }
    }
    lines
}

/// Reads every line of a sheet on its own, with its number, and names every fault.
pub fn each<T>(
    sheet: &Sheet,
    columns: &[Column],
    read: impl Fn(&mut Fields) -> Option<T>,
) -> (Vec<(usize, T)>, Vec<Fault>) {
    let mut faults = Vec::new();
    let places = match header::places(&sheet.header, columns) {
        Ok(places) => places,
        Err(faults) => return (Vec::new(), faults),
    };
    let mut lines = Vec::with_capacity(sheet.lines.len());
    for line in &sheet.lines {
        let mut fields = Fields { line, places: &places, faults: &mut faults };
        fields.nothing_stray();
        lines.extend(read(&mut fields).map(|read| (line.number, read)));
    }
    (lines, faults)
}

/// One line, read column by column; what cannot be read becomes a fault and nothing.
pub struct Fields<'a> {
    line: &'a Line,
    places: &'a HashMap<&'static str, usize>,
    faults: &'a mut Vec<Fault>,
}

impl Fields<'_> {
    /// A code that must be there and pass a test.
    pub fn code(&mut self, is_code: fn(&str) -> bool, otherwise: Reason) -> Option<String> {
        let code = text::usual(&self.given("code")?).into_owned();
        self.passing("code", code, is_code, otherwise)
    }

    /// A procedure's code. A spreadsheet that took it for a number dropped its last zeros.
    pub fn six_digit_code(
        &mut self,
        is_code: fn(&str) -> bool,
        otherwise: Reason,
    ) -> Option<String> {
        let Some(&Cell::Number(number)) = self.cell("code") else {
            return self.code(is_code, otherwise);
        };
        let code = format!("{number:.6}");
        let exact = code.parse::<f64>().is_ok_and(|read| (read - number).abs() < 1e-9);
        self.passing("code", code, |code| exact && is_code(code), otherwise)
    }

    /// A text that must be there.
    pub fn given(&mut self, column: &'static str) -> Option<String> {
        match self.text(column, NAME)? {
            text if text.is_empty() => self.fault(column, Reason::Missing),
            text => Some(text),
        }
    }

    /// A text that may be left empty.
    pub fn optional(&mut self, column: &'static str) -> Option<Option<String>> {
        self.text(column, NAME).map(|text| (!text.is_empty()).then_some(text))
    }

    /// A short text; empty where nothing stands.
    pub fn short(&mut self, column: &'static str) -> Option<String> {
        self.text(column, NAME)
    }

    /// A note; empty where nothing stands.
    pub fn note(&mut self) -> Option<String> {
        self.text("note", NOTE)
    }

    /// A name in both languages; the Vietnamese one must be there.
    pub fn words(&mut self, vi: &'static str, en: &'static str) -> Option<Words> {
        let (vi, en) = (self.given(vi), self.text(en, NAME));
        Some(Words { vi: vi?, en: en? })
    }

    /// A name off a closed list.
    pub fn choice<T: Copy>(
        &mut self,
        column: &'static str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let given = self.given(column)?;
        let found = all.iter().copied().find(|one| name(*one) == given);
        let names = || all.iter().map(|one| name(*one)).collect::<Vec<_>>().join(", ");
        found.or_else(|| self.fault_about(column, Reason::UnknownChoice, names()))
    }

    /// A whole number within limits, or nothing where the cell is empty.
    pub fn whole(&mut self, column: &'static str, least: i64, most: i64) -> Option<Option<i64>> {
        let Some(text) = self.optional(column)? else { return Some(None) };
        match text.parse() {
            Ok(number) if (least..=most).contains(&number) => Some(Some(number)),
            _ => self.fault(column, Reason::OutOfRange(least, most)),
        }
    }

    /// `valid_from` and `valid_to`.
    pub fn period(&mut self) -> Option<Period> {
        let (from, to) = (self.date("valid_from"), self.date("valid_to"));
        let (from, to) = match (from?, to?) {
            (None, _) => return self.fault("valid_from", Reason::Missing),
            (Some(from), to) => (from, to),
        };
        match to {
            Some(to) if to < from => self.fault("valid_to", Reason::EndsBeforeItBegins),
            _ => Some(Period { from, to }),
        }
    }

    /// Whether a cell is empty or its column absent.
    pub fn is_empty(&self, column: &'static str) -> bool {
        self.cell(column).is_none_or(Cell::is_empty)
    }

    /// Names a fault of this line.
    pub fn fault<T>(&mut self, column: &str, reason: impl Into<Reason>) -> Option<T> {
        self.fault_about(column, reason, "")
    }

    /// The same with what else its words name.
    pub fn fault_about<T>(
        &mut self,
        column: &str,
        reason: impl Into<Reason>,
        detail: impl Into<String>,
    ) -> Option<T> {
        self.faults.push(Fault::at(self.line.number, column, reason).about(detail));
        None
    }

    fn written_code(&self) -> Option<String> {
        match self.cell("code")? {
            Cell::Text(code) => Some(text::usual(&text::clean(code)).into_owned()),
            _ => None,
        }
    }

    fn date(&mut self, column: &'static str) -> Option<Option<NaiveDate>> {
        let date = match self.cell(column) {
            Some(&Cell::Date(date)) => Some(date),
            None | Some(Cell::Broken(_) | Cell::Text(_)) => match self.optional(column)? {
                None => return Some(None),
                Some(text) => day::read(&text),
            },
            Some(Cell::Number(_)) => None,
        };
        match date {
            Some(date) if YEARS.contains(&date.year()) => Some(Some(date)),
            _ => self.fault(column, Reason::BadDate),
        }
    }

    fn text(&mut self, column: &'static str, most: usize) -> Option<String> {
        let text = match self.cell(column) {
            None => String::new(),
            Some(Cell::Text(text)) if text.contains(LINE_ENDS) => {
                return self.fault(column, Reason::LineBreak);
            }
            Some(Cell::Text(text)) => text::clean(text),
            Some(Cell::Number(number)) => number.to_string(),
            Some(Cell::Date(date)) => date.to_string(),
            Some(Cell::Broken(_)) => return self.fault(column, FileReason::BrokenCell),
        };
        self.passing(column, text, |text| text.chars().nth(most).is_none(), Reason::TooLong(most))
    }

    fn passing(
        &mut self,
        column: &str,
        text: String,
        test: impl Fn(&str) -> bool,
        otherwise: Reason,
    ) -> Option<String> {
        if test(&text) { Some(text) } else { self.fault(column, otherwise) }
    }

    fn cell(&self, column: &'static str) -> Option<&Cell> {
        self.line.cells.get(*self.places.get(column)?)
    }

    fn nothing_stray(&mut self) {
        let named = |place: &usize| self.places.values().any(|column| column == place);
        let mut cells = self.line.cells.iter().enumerate();
        if cells.any(|(place, cell)| !cell.is_empty() && !named(&place)) {
            self.fault::<()>("", FileReason::StrayCell);
        }
    }
}
