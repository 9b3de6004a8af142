//! A table as the person sees it: from the bytes of a file to lines with their numbers.

use csv::{ByteRecord, ReaderBuilder};
use domain::{Fault, fault::FileReason};

pub use super::line::{Cell, Line};
use super::{line::push, workbook};

/// A table: the first line with something in it, and those below.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The names of the columns.
    pub header: Line,
    /// The lines below; empty ones are left out.
    pub lines: Vec<Line>,
}

/// Reads CSV or XLSX, whichever the bytes are; a refusal says what to do.
pub fn read(bytes: &[u8]) -> Result<Sheet, Fault> {
    let lines = if bytes.starts_with(b"PK\x03\x04") {
        workbook::lines(bytes)?
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Fault::file(FileReason::OldWorkbook));
    } else {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(|_| Fault::file(FileReason::NotUtf8))?;
        csv_lines(text)?
    };
    let mut lines = lines.into_iter();
    let header = lines.next().ok_or(Fault::file(FileReason::EmptyFile))?;
    Ok(Sheet { header, lines: lines.collect() })
}

/// The lines that hold something. A spreadsheet gives a quoted cell of several lines one number,
/// and an empty line one too; so do we.
fn csv_lines(text: &str) -> Result<Vec<Line>, Fault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let separator = separator(&text);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    let mut record = ByteRecord::new();
    let (mut number, mut seen, mut last) = (1, 0, (0, 1));
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        // The reader steps over empty lines without a word, so the line ends are counted here,
        // and those within cells are not.
        let start = record.position().map_or(0, |place| place.byte());
        let start = start_of_record(&text, usize::try_from(start).unwrap_or(0));
        number += line_ends(&text[seen..start]);
        seen = reader.position().byte().try_into().unwrap_or(start);
        last = (start, number);
        let line = Line { number, cells: record.iter().map(cell).collect() };
        number += 1;
        if line.cells.iter().any(|cell| !cell.is_empty()) {
            push(&mut lines, line)?;
        }
    }
    let (start, number) = last;
    if is_left_open(&text[start..], separator.into()) {
        return Err(Fault::at(number, "", FileReason::OpenQuote));
    }
    Ok(lines)
}

/// Whether a cell of the last record begins with a quotation mark and never ends. A mark within a
/// cell that begins otherwise is a letter like any other.
fn is_left_open(record: &str, separator: char) -> bool {
    let mut next = Some(record);
    while let Some(cell) = next {
        let rest = match cell.strip_prefix('"').map(after_quotes) {
            Some(None) => return true,
            Some(Some(rest)) => rest,
            None => cell,
        };
        next = rest.split_once(separator).map(|(_, next)| next);
    }
    false
}

/// What follows the mark that closes a quotation; two marks in a row stand for one within it.
fn after_quotes(mut quoted: &str) -> Option<&str> {
    loop {
        let (_, rest) = quoted.split_once('"')?;
        match rest.strip_prefix('"') {
            Some(more) => quoted = more,
            None => return Some(rest),
        }
    }
}

fn cell(bytes: &[u8]) -> Cell {
    Cell::Text(String::from_utf8_lossy(bytes).into_owned())
}

fn start_of_record(text: &str, from: usize) -> usize {
    from + text[from..].len() - text[from..].trim_start_matches('\n').len()
}

fn line_ends(text: &str) -> usize {
    text.matches('\n').count()
}

/// Comma or semicolon, whichever the first line with words has more of outside quotes.
fn separator(text: &str) -> u8 {
    let header = text.trim_start_matches('\n').lines().next().unwrap_or_default();
    let outside = header.split('"').step_by(2);
    let (commas, semicolons) = outside.fold((0, 0), |(commas, semicolons), part| {
        (commas + part.matches(',').count(), semicolons + part.matches(';').count())
    });
    if semicolons > commas { b';' } else { b',' }
}

#[cfg(test)]
mod tests {
    use domain::Reason;

    use super::{super::line::MOST_LINES, *};

    fn numbered(text: &str) -> Vec<(usize, Vec<String>)> {
        let sheet = read(text.as_bytes()).unwrap();
        let text = |cell: &Cell| match cell {
            Cell::Text(text) => text.clone(),
            other => format!("{other:?}"),
        };
        std::iter::once(&sheet.header)
            .chain(&sheet.lines)
            .map(|line| (line.number, line.cells.iter().map(text).collect()))
            .collect()
    }

    #[test]
    fn lines_have_the_numbers_a_spreadsheet_shows() {
        let text = "\u{feff}code,name\r\nA,\"two\r\nlines\"\r\n\r\n,\r\nB,b\r\n\n\nC,c";
        let read = numbered(text);
        assert_eq!(read.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 2, 5, 8]);
        assert_eq!(read[1].1, ["A", "two\nlines"]);
        assert_eq!(read[3].1, ["C", "c"]);
    }

    #[test]
    fn the_separator_is_taken_from_the_header() {
        assert_eq!(numbered("code;\"name, vi\"\nA;\"x;y\"")[1].1, ["A", "x;y"]);
        assert_eq!(numbered("code,\"a;b;c\"\nA,b;c")[1].1, ["A", "b;c"]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let reason = |bytes: &[u8]| read(bytes).unwrap_err().reason;
        assert_eq!(reason(b""), FileReason::EmptyFile.into());
        assert_eq!(reason(b"\n,,\n"), FileReason::EmptyFile.into());
        assert_eq!(reason(b"code\xff"), FileReason::NotUtf8.into());
        assert_eq!(reason(b"\xd0\xcf\x11\xe0\xa1\xb1"), FileReason::OldWorkbook.into());
        assert_eq!(
            reason("a\n".repeat(MOST_LINES + 2).as_bytes()),
            FileReason::TooManyLines(MOST_LINES).into()
        );
    }

    #[test]
    fn a_quote_is_open_only_where_a_cell_begins_with_it_and_never_ends() {
        let open_quote = Reason::File(FileReason::OpenQuote);
        let open =
            |text: &str| read(text.as_bytes()).err().map(|fault| (fault.line(), fault.reason));
        assert_eq!(open("code,name\nA,a\nB,\"b\nC,c"), Some((3, open_quote)));
        assert_eq!(open("code,name\n\nA,\"a \"\"b\"\",c\nC,c\n"), Some((3, open_quote)));
        assert_eq!(open("code;name\nA;\"\"\"a\nB;b"), Some((2, open_quote)));
        assert_eq!(open("code,name\nA,\""), Some((2, open_quote)));
        assert_eq!(open("code,name\nA,\"a\"\"\"\n"), None);
        assert_eq!(open("code,name\nA,\"a\"b\"\n"), None);
        assert_eq!(numbered("code,name\nA,Phòng 5\"6\nB,b")[1].1, ["A", "Phòng 5\"6"]);
    }
}
