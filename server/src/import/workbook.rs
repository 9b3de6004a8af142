//! The sheet of an XLSX file that holds the table, read so that no file can fill the memory.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use domain::Fault;

use super::{
    bombs::{self, MOST_TEXT},
    cells::{broken, sheet_lines},
    choice,
    header::Column,
    line::{Cell, Line},
    merged,
};

/// The lines of the sheet with the columns that hold something.
pub fn lines(bytes: &[u8], columns: &[Column]) -> Result<Vec<Line>, Fault> {
    let largest = bombs::refuse(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let name = choice::choose(&mut book, largest, columns)?;
    let mut lines = sheet_lines(&mut book, &name, usize::MAX)?;
    let areas = book.merge_cells_by_sheet_name(&name).map_err(broken)?;
    let cells = lines.iter().flat_map(|line| &line.cells);
    let text: usize = cells.map(Cell::text_len).sum();
    merged::fill(&mut lines, &areas, MOST_TEXT.saturating_sub(text))?;
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::fault::FileReason;
    use std::io::Write;

    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;
    use crate::import::line::MOST_COLUMNS;

    fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(book.add_worksheet());
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn cells_keep_their_kind_and_lines_their_numbers() {
        let bytes = workbook(|sheet| {
            let date = Format::new().set_num_format("dd/mm/yyyy");
            sheet.write(1, 0, "code").unwrap();
            sheet.write(4, 0, 2.0001).unwrap();
            let day = ExcelDateTime::from_ymd(2025, 7, 1).unwrap();
            sheet.write_with_format(4, 2, &day, &date).unwrap();
        });
        let day = NaiveDate::from_ymd_opt(2025, 7, 1).unwrap();
        let empty = || Cell::Text(String::new());
        assert_eq!(
            lines(&bytes, &[]).unwrap(),
            [
                Line { number: 2, cells: vec![Cell::Text("code".to_owned())] },
                Line { number: 5, cells: vec![Cell::Number(2.0001), empty(), Cell::Date(day)] },
            ]
        );
    }

    #[test]
    fn a_cell_far_away_costs_nothing() {
        let bytes = workbook(|sheet| {
            sheet.write(0, 0, "code").unwrap();
            sheet.write(1_048_575, 1, "last").unwrap();
        });
        assert_eq!(lines(&bytes, &[]).unwrap()[1].number, 1_048_576);
        let wide = workbook(|sheet| {
            sheet.write(0, 16_383, "far").unwrap();
        });
        assert_eq!(
            lines(&wide, &[]).unwrap_err().reason,
            FileReason::TooManyColumns(MOST_COLUMNS).into()
        );
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_read() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
        let zeros = vec![0; 1024 * 1024];
        for _ in 0..129 {
            archive.write_all(&zeros).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 1024 * 1024);
        assert_eq!(lines(&bytes, &[]).unwrap_err().reason, FileReason::TooBigUnpacked.into());
        assert_eq!(
            lines(b"PK\x03\x04 no more", &[]).unwrap_err().reason,
            FileReason::BrokenWorkbook.into()
        );
    }
}
