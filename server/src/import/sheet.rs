//! A table as the person sees it: from the bytes of a file to lines with their numbers.

use csv::{ByteRecord, ReaderBuilder};
use domain::{Fault, fault::FileReason};

pub use super::line::{Cell, Line};
use super::{encoding, header::Column, line::push, workbook};

/// A table: the first line with something in it, and those below.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The names of the columns.
    pub header: Line,
    /// The lines below; empty ones are left out.
    pub lines: Vec<Line>,
}

/// Reads CSV or XLSX, whichever the bytes are; a refusal says what to do. Of a workbook's sheets it
/// is the one with the columns.
pub fn read(bytes: &[u8], columns: &[Column]) -> Result<Sheet, Fault> {
    let lines = if bytes.starts_with(b"PK\x03\x04") {
        workbook::lines(bytes, columns)?
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Fault::file(match is_locked(bytes) {
            true => FileReason::LockedWorkbook,
            false => FileReason::OldWorkbook,
        }));
    } else {
        csv_lines(&encoding::text(bytes)?)?
    };
    let mut lines = lines.into_iter();
    let header = lines.next().ok_or(Fault::file(FileReason::EmptyFile))?;
    Ok(Sheet { header, lines: lines.collect() })
}

/// Whether it is the container in which a workbook with a password is locked: a stream of it has
/// this name.
fn is_locked(container: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    container.windows(name.len()).any(|window| window == name)
}

/// The lines that hold something. A spreadsheet gives a quoted cell of several lines one number,
/// and an empty line one too; so do we.
fn csv_lines(text: &str) -> Result<Vec<Line>, Fault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (said, text) = said_separator(&text);
    let separator = said.unwrap_or_else(|| separator(text));
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
        let start = start_of_record(text, usize::try_from(start).unwrap_or(0));
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

/// The separator that a first line such as `sep=;` says, and the text below it: spreadsheets obey
/// such a line and do not count it.
fn said_separator(text: &str) -> (Option<u8>, &str) {
    let (first, below) = text.split_once('\n').unwrap_or((text, ""));
    // A program that did not know the line may have quoted it, or filled it up with separators.
    let first = first.trim_start_matches('"');
    let said = first.get(..4).filter(|word| word.eq_ignore_ascii_case("sep="));
    let sign = said.and_then(|_| first.as_bytes().get(4)).copied().unwrap_or(b'"');
    let rest = first.get(5..).unwrap_or_default();
    let is_line = rest.chars().all(|letter| matches!(letter, '"' | ' ' | ',' | ';' | '\t'));
    match is_line && sign.is_ascii() && sign != b'"' && !sign.is_ascii_alphanumeric() {
        true => (Some(sign), below),
        false => (None, text),
    }
}

/// Comma, semicolon or tab, whichever the first line with words has most of outside quotes.
fn separator(text: &str) -> u8 {
    let mut within = false;
    let header = text.trim_start_matches('\n').bytes().map(|byte| {
        within ^= byte == b'"';
        if within { b'"' } else { byte }
    });
    let header: Vec<u8> = header.take_while(|byte| *byte != b'\n').collect();
    let count = |sign: u8| header.iter().filter(|byte| **byte == sign).count();
    // Of equals the last one is taken.
    [b';', b',', b'\t'].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use domain::Reason;

    use super::{super::line::MOST_LINES, *};

    fn numbered(text: &str) -> Vec<(usize, Vec<String>)> {
        let sheet = read(text.as_bytes(), &[]).unwrap();
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
    fn tabs_and_a_line_that_says_the_separator_are_obeyed() {
        assert_eq!(numbered("code\tname, vi\nA\tx,y;z")[1].1, ["A", "x,y;z"]);
        for first in ["sep=;", "SEP=;", "\"sep=;\"", "sep=;;;", "sep=; "] {
            let read = numbered(&format!("\u{feff}{first}\r\ncode;name, vi, en\r\nA;x,y"));
            assert_eq!((read[0].0, read[1].0), (1, 2), "{first}");
            assert_eq!(read[1].1, ["A", "x,y"], "{first}");
        }
        assert_eq!(numbered("sep=,\ncode,a;b;c\nA,b;c")[1].1, ["A", "b;c"]);
        assert_eq!(numbered("sep=\t\ncode\tname\nA\tb")[1].1, ["A", "b"]);
        assert_eq!(numbered("sep=|\ncode|name\nA|b")[1].1, ["A", "b"]);
        assert_eq!(numbered("sep=code,name\nA,b")[0].1, ["sep=code", "name"]);
    }

    #[test]
    fn a_locked_workbook_is_no_old_one() {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bytes = [b"\xd0\xcf\x11\xe0 ", name.as_slice(), b" more"].concat();
        assert_eq!(read(&bytes, &[]).unwrap_err().reason, FileReason::LockedWorkbook.into());
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let reason = |bytes: &[u8]| read(bytes, &[]).unwrap_err().reason;
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
            |text: &str| read(text.as_bytes(), &[]).err().map(|fault| (fault.line(), fault.reason));
        assert_eq!(open("code,name\nA,a\nB,\"b\nC,c"), Some((3, open_quote)));
        assert_eq!(open("code,name\n\nA,\"a \"\"b\"\",c\nC,c\n"), Some((3, open_quote)));
        assert_eq!(open("code;name\nA;\"\"\"a\nB;b"), Some((2, open_quote)));
        assert_eq!(open("code,name\nA,\""), Some((2, open_quote)));
        assert_eq!(open("code,name\nA,\"a\"\"\"\n"), None);
        assert_eq!(open("code,name\nA,\"a\"b\"\n"), None);
        assert_eq!(numbered("code,name\nA,Phòng 5\"6\nB,b")[1].1, ["A", "Phòng 5\"6"]);
    }
}
