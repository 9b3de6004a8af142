//! The cells of a line as typed values, with a fault for each that cannot be one.

mod free;

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use domain::{
    Fault, Reason, Words,
    books::version::{Proposal, Spot, Version},
    day::Period,
    fault::FileReason,
    office::{
        books::service_point::MOST_SERVED,
        entry::{NAME, NOTE, YEARS},
    },
    text,
};

use super::{
    days,
    header::{self, Column},
    letters,
    line::{Cell, Line},
    sheet::Sheet,
};

/// The most characters of a list of codes: as many as a service point may serve, each with its tail.
const LIST: usize = 25 * MOST_SERVED;

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
    let places = match Places::new(sheet, columns) {
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
    lines.faults.extend(places.foreign_letters(sheet, &lines.faults));
    lines
}

/// Reads every line of a sheet on its own, with its number, and names every fault.
pub fn each<T>(
    sheet: &Sheet,
    columns: &[Column],
    read: impl Fn(&mut Fields) -> Option<T>,
) -> (Vec<(usize, T)>, Vec<Fault>) {
    let mut faults = Vec::new();
    let places = match Places::new(sheet, columns) {
        Ok(places) => places,
        Err(faults) => return (Vec::new(), faults),
    };
    let mut lines = Vec::with_capacity(sheet.lines.len());
    for line in &sheet.lines {
        let mut fields = Fields { line, places: &places, faults: &mut faults };
        fields.nothing_stray();
        lines.extend(read(&mut fields).map(|read| (line.number, read)));
    }
    faults.extend(places.foreign_letters(sheet, &faults));
    (lines, faults)
}

/// What the cells of a sheet's columns are.
struct Places {
    /// The place of each column.
    columns: HashMap<&'static str, usize>,
    /// The columns of days that begin with the day.
    day_first: HashSet<&'static str>,
}

impl Places {
    fn new(sheet: &Sheet, columns: &[Column]) -> Result<Self, Vec<Fault>> {
        let columns = header::places(&sheet.header, columns)?;
        let is_day_first = |(name, place): (&&'static str, &usize)| {
            let cells = sheet.lines.iter().filter_map(|line| line.cells.get(*place));
            (DAYS.contains(name) && days::is_day_first(cells)).then_some(*name)
        };
        let day_first = columns.iter().filter_map(is_day_first).collect();
        Ok(Self { columns, day_first })
    }

    /// The first cell with letters of an old encoding, where only the whole sheet shows them.
    fn foreign_letters(&self, sheet: &Sheet, known: &[Fault]) -> Option<Fault> {
        let is_lost = |it: &Fault| matches!(it.reason, Reason::File(FileReason::LostLetters(_)));
        if known.iter().any(is_lost) {
            return None;
        }
        let (line, place, loss) = letters::foreign(&sheet.lines)?;
        let column = self.columns.iter().find(|(_, column)| **column == place);
        let name = column.map(|(name, _)| *name).unwrap_or_default();
        Some(Fault::at(line, name, FileReason::LostLetters(loss)))
    }
}

/// The columns that hold days.
const DAYS: [&str; 5] = ["valid_from", "valid_to", "received", "due", "finished"];

/// One line, read column by column; what cannot be read becomes a fault and nothing.
pub struct Fields<'a> {
    line: &'a Line,
    places: &'a Places,
    faults: &'a mut Vec<Fault>,
}

impl Fields<'_> {
    /// A code that must be there and pass a test.
    pub fn code(&mut self, is_code: fn(&str) -> bool, otherwise: Reason) -> Option<String> {
        let code = text::usual(&self.given("code")?).into_owned();
        // A spreadsheet took "1-2" for a day, and what was typed is gone.
        let is_day = matches!(self.cell("code"), Some(Cell::Date(_)));
        self.passing("code", code, |code| !is_day && is_code(code), otherwise)
    }

    /// A procedure's code. A spreadsheet that took it for a number dropped its last zeros.
    pub fn six_digit_code(
        &mut self,
        is_code: fn(&str) -> bool,
        otherwise: Reason,
    ) -> Option<String> {
        let number = match self.cell("code") {
            Some(Cell::Number(number)) => *number,
            Some(Cell::Shown(number, text)) if !is_code(&text::clean(text)) => *number,
            _ => return self.code(is_code, otherwise),
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

    /// Words parted by blanks, commas, semicolons or line ends; nothing where the file has no such column.
    pub fn list(&mut self, column: &'static str) -> Option<Option<Vec<String>>> {
        if !self.places.columns.contains_key(column) {
            return Some(None);
        }
        let given = self.text(column, LIST)?;
        let parts = given.split([' ', ',', ';', '\n']).filter(|part| !part.is_empty());
        Some(Some(parts.map(str::to_owned).collect()))
    }

    /// Names off a closed list, parted by blanks, commas or semicolons; nothing where the file has no
    /// such column.
    pub fn choices<T: Copy>(
        &mut self,
        column: &'static str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<Option<Vec<T>>> {
        let Some(parts) = self.list(column)? else { return Some(None) };
        let find = |part: &String| all.iter().copied().find(|one| name(*one) == part);
        match parts.iter().map(find).collect::<Option<Vec<T>>>() {
            Some(found) => Some(Some(found)),
            None => {
                let names: Vec<&str> = all.iter().map(|one| name(*one)).collect();
                self.fault_about(column, Reason::UnknownChoice, names.join(", "))
            }
        }
    }

    /// A whole number within limits, or nothing where the cell is empty.
    pub fn whole(&mut self, column: &'static str, least: i64, most: i64) -> Option<Option<i64>> {
        let Some(text) = self.optional(column)? else { return Some(None) };
        // "5 ngày" may be a number with a look.
        let text = match self.cell(column) {
            Some(Cell::Shown(number, _)) => number.to_string(),
            _ => text,
        };
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
        self.cell(column).is_none_or(|cell| cell.is_empty() && *cell != Cell::Spanned)
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
            Some(&Cell::Date(date)) => Ok(date),
            Some(Cell::Number(_)) => Err(Reason::BadDate),
            _ => match self.optional(column)? {
                None => return Some(None),
                Some(text) => days::read(&text, self.places.day_first.contains(column)),
            },
        };
        let is_slip = |date: &NaiveDate| !YEARS.contains(&date.year());
        match date {
            Ok(date) if !is_slip(&date) => Some(Some(date)),
            Ok(_) => self.fault(column, Reason::BadDate),
            Err(reason) => self.fault(column, reason),
        }
    }

    /// What stands in a cell as words.
    fn words_of(&mut self, column: &'static str) -> Option<String> {
        Some(match self.cell(column) {
            None => String::new(),
            Some(Cell::Text(text)) => {
                if let Some(loss) = letters::loss(column, text) {
                    return self.fault(column, FileReason::LostLetters(loss));
                }
                text::clean(text)
            }
            Some(Cell::Number(number)) => number.to_string(),
            Some(Cell::Shown(_, text)) => text::clean(text),
            Some(Cell::Date(date)) => date.to_string(),
            Some(Cell::Broken(_)) => return self.fault(column, FileReason::BrokenCell),
            Some(Cell::Spanned) => return self.fault(column, FileReason::MergedCell),
        })
    }

    fn text(&mut self, column: &'static str, most: usize) -> Option<String> {
        let text = self.words_of(column)?;
        if text.contains(LINE_ENDS) {
            return self.fault(column, Reason::LineBreak);
        }
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
        self.line.cells.get(*self.places.columns.get(column)?)
    }

    fn nothing_stray(&mut self) {
        let named = |place: &usize| self.places.columns.values().any(|column| column == place);
        let mut cells = self.line.cells.iter().enumerate();
        if cells.any(|(place, cell)| !cell.is_empty() && !named(&place)) {
            self.fault::<()>("", FileReason::StrayCell);
        }
    }
}
