//! Merged cells: their value stands for every line they span, and for no column but their first.

use calamine::Dimensions;
use domain::{Fault, fault::FileReason};

use super::line::{Cell, Line, MOST_COLUMNS, MOST_LINES};

/// Writes what merged cells show into every line they span. Lines in which nothing else stands are
/// not made: a spreadsheet's reader would not see an entry there.
///
/// `room` is how many bytes of text the copies may hold.
pub fn fill(lines: &mut [Line], areas: &[Dimensions], mut room: usize) -> Result<(), Fault> {
    let too_much = || Fault::file(FileReason::TooBigUnpacked);
    // Areas that lie over each other could say the same lines again and again.
    let mut steps = MOST_LINES * MOST_COLUMNS;
    for area in areas {
        let ((top, left), (bottom, right)) = (area.start, area.end);
        let (left, right) = (left as usize, (right as usize).min(MOST_COLUMNS - 1));
        let number = |row: u32| row as usize + 1;
        let from = lines.partition_point(|line| line.number < number(top));
        let to = lines.partition_point(|line| line.number <= number(bottom));
        let (Some(spanned), true) = (lines.get_mut(from..to), left <= right) else { continue };
        let Some(first) = spanned.first() else { continue };
        let is_there = first.number == number(top);
        let cell = first.cells.get(left).filter(|_| is_there).cloned();
        let cell = cell.unwrap_or(Cell::Text(String::new()));
        for line in spanned {
            steps = steps.checked_sub(1 + right - left).ok_or_else(too_much)?;
            room = room.checked_sub(cell.text_len()).ok_or_else(too_much)?;
            put(line, left, cell.clone());
            (left + 1..=right).for_each(|column| put(line, column, Cell::Spanned));
        }
    }
    Ok(())
}

fn put(line: &mut Line, column: usize, cell: Cell) {
    if line.cells.len() <= column {
        if cell.is_empty() && cell != Cell::Spanned {
            return;
        }
        line.cells.resize(column + 1, Cell::Text(String::new()));
    }
    line.cells[column] = cell;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn lines() -> Vec<Line> {
        let line = |number, code: &str| Line { number, cells: vec![text(code)] };
        let mut lines = vec![line(2, "a"), line(3, "b"), line(5, "c"), line(6, "d")];
        lines[0].cells.push(text("x"));
        lines[1].cells.push(text("hidden"));
        lines
    }

    #[test]
    fn a_value_stands_in_every_line_it_spans() {
        let mut lines = lines();
        fill(&mut lines, &[Dimensions::new((1, 1), (4, 1))], 100).unwrap();
        let second: Vec<Option<&Cell>> = lines.iter().map(|line| line.cells.get(1)).collect();
        let x = text("x");
        assert_eq!(second, [Some(&x), Some(&x), Some(&x), None]);
        assert_eq!(lines.len(), 4, "no line is made");
    }

    #[test]
    fn only_the_first_column_has_the_value() {
        let mut lines = lines();
        fill(&mut lines, &[Dimensions::new((1, 1), (1, 300))], 100).unwrap();
        assert_eq!(lines[0].cells[1..4], [text("x"), Cell::Spanned, Cell::Spanned]);
        assert_eq!(lines[0].cells.len(), MOST_COLUMNS);
    }

    #[test]
    fn areas_over_each_other_and_long_texts_end() {
        let areas = vec![Dimensions::new((1, 0), (1_000_000, 16_383)); 100_000];
        let fault = fill(&mut lines(), &areas, usize::MAX).unwrap_err();
        assert_eq!(fault.reason, FileReason::TooBigUnpacked.into());
        let area = [Dimensions::new((1, 1), (5, 1))];
        assert!(fill(&mut lines(), &area, 3).is_err() && fill(&mut lines(), &area, 4).is_ok());
        for area in [((5, 1), (1, 1)), ((1, 3), (1, 1)), ((100, 1), (200, 1)), ((0, 0), (0, 0))] {
            let mut same = lines();
            fill(&mut same, &[Dimensions { start: area.0, end: area.1 }], 100).unwrap();
            assert_eq!(same, lines());
        }
    }
}
