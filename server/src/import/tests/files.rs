//! Files as people save them: those that failed once, and others of their kinds.

mod cells;

use rust_xlsxwriter::{Chart, ChartType, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::*;

/// The codes and names of all units, after a file was taken.
async fn taken(bytes: &[u8]) -> Vec<String> {
    let (_folder, db) = world().await;
    let report = take(&db, Kind::Units, bytes, true).await.unwrap();
    assert!(report.applied, "{report}");
    let units = books::load(&db).await.unwrap().units;
    units.iter().map(|unit| format!("{} {}", unit.code, unit.name.vi)).collect()
}

/// What is wrong with a file, and that nothing of it was taken.
async fn refused(bytes: &[u8]) -> Vec<String> {
    let (_folder, db) = world().await;
    let report = take(&db, Kind::Units, bytes, true).await.unwrap();
    assert!(!report.applied && books::load(&db).await.unwrap().units.is_empty());
    let named = report.faults.iter();
    named.map(|it| format!("{}.{} {}", it.line(), it.field(), words::code(it))).collect()
}

macro_rules! case {
    ($name:literal) => {
        include_bytes!(concat!("../../../../tests/cases/", $name))
    };
}

#[tokio::test]
async fn the_files_that_failed_are_taken_or_refused_with_their_cause() {
    assert_eq!(
        taken(case!("hidden-old-list-first.xlsx")).await,
        ["DV1 Phòng Mới", "DV2 Phòng Hai"]
    );
    assert_eq!(taken(case!("sep-semicolon.csv")).await, ["DV1 Phòng Một"]);
    assert_eq!(taken(case!("tab-utf8.csv")).await, ["DV1 Phòng Một"]);
    assert_eq!(taken(case!("units-00000.xlsx")).await, ["00001 Xã Thứ nhất", "00079 Xã Thứ hai"]);
    assert_eq!(refused(case!("password-protected.xlsx")).await, ["0. locked_workbook"]);
    assert_eq!(refused(case!("question-marks.csv")).await, ["2.name lost_letters"]);
    assert_eq!(refused(case!("replacement-char.csv")).await, ["2.name lost_letters"]);
    assert_eq!(refused(case!("tcvn3.csv")).await, ["2.name lost_letters"]);
}

#[tokio::test]
async fn a_merged_cell_speaks_for_every_line_it_spans() {
    let (_folder, db) = world().await;
    let report = take(&db, Kind::Units, case!("parent-merged.xlsx"), true).await.unwrap();
    assert!(report.applied, "{report}");
    let books = books::load(&db).await.unwrap();
    let above = books.unit("SO")[0].unit;
    for code in ["P1", "P2", "P3"] {
        assert_eq!(books.unit(code)[0].parent, Some(above), "{code}");
    }
}

/// Writes a table from the top left.
fn fill(sheet: &mut Worksheet, rows: &[&[&str]]) -> Result<(), XlsxError> {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write(row, column, *text)?;
        }
    }
    Ok(())
}

const HEAD: &[&str] = &["Mã", "Tên", "Từ ngày"];
const OLD: &[&[&str]] = &[HEAD, &["A", "Cũ", "2020-01-01"]];
const NEW: &[&[&str]] = &[HEAD, &["A", "Mới", "2020-01-01"]];
const COVER: &[&[&str]] = &[&["Danh mục đơn vị"], &["Tên", "Sở Công Thương"]];

/// The rows of a sheet, and a way to hide it.
type Leaf<'a> = (&'a [&'a [&'a str]], fn(&mut Worksheet));

/// A workbook of sheets.
fn book(sheets: &[Leaf]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (rows, hide) in sheets {
        let sheet = book.add_worksheet();
        fill(sheet, rows).unwrap();
        hide(sheet);
    }
    book.save_to_buffer().unwrap()
}

fn seen(_: &mut Worksheet) {}

fn hidden(sheet: &mut Worksheet) {
    sheet.set_hidden(true);
}

fn very_hidden(sheet: &mut Worksheet) {
    sheet.set_very_hidden(true);
}

fn active(sheet: &mut Worksheet) {
    sheet.set_active(true);
}

#[tokio::test]
async fn the_first_sheet_that_is_seen_and_has_the_columns_is_read() {
    let lookup: &[&[&str]] = &[&["Mã", "Tên"], &["1", "Cấp sở"]];
    for sheets in [
        &[(OLD, hidden as fn(&mut Worksheet)), (NEW, active)][..],
        &[(OLD, very_hidden), (NEW, active)],
        &[(OLD, very_hidden), (OLD, hidden), (COVER, active), (NEW, seen)],
        &[(COVER, seen), (&[], seen), (NEW, seen), (OLD, active)],
        &[(lookup, seen), (NEW, seen)],
        &[(NEW, seen), (OLD, active), (COVER, seen)],
    ] {
        assert_eq!(taken(&book(sheets)).await, ["A Mới"]);
    }
    let alone = book(&[(COVER, active), (NEW, hidden)]);
    assert_eq!(refused(&alone).await, ["0. hidden_sheet"]);
    let faulty = book(&[(COVER, seen), (&[&["Mã", "Tên", "colour"]], seen)]);
    assert_eq!(refused(&faulty).await, ["1.colour unknown_column", "1.valid_from missing_column"]);
    let empty = book(&[(&[], seen), (&[], seen)]);
    assert_eq!(refused(&empty).await, ["0. empty_file"]);
}

#[tokio::test]
async fn a_sheet_of_a_chart_is_passed_over() {
    let mut book = Workbook::new();
    let chart = book.add_chartsheet();
    let mut columns = Chart::new(ChartType::Column);
    columns.add_series().set_values("Sheet1!$A$1:$A$2");
    chart.insert_chart(0, 0, &columns).unwrap();
    fill(book.add_worksheet(), NEW).unwrap();
    assert_eq!(taken(&book.save_to_buffer().unwrap()).await, ["A Mới"]);
}

#[tokio::test]
async fn cells_merged_downwards_are_read_in_every_line() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(
        sheet,
        &[HEAD, &["A", "Tên A"], &["B", "Tên B"], &[], &["C", "Tên C"], &["D", "D", "2021-01-01"]],
    )
    .unwrap();
    sheet.merge_range(1, 2, 4, 2, "2020-01-01", &Format::new()).unwrap();
    assert_eq!(
        taken(&book.save_to_buffer().unwrap()).await,
        ["A Tên A", "B Tên B", "C Tên C", "D D"]
    );
}

#[tokio::test]
async fn a_cell_merged_over_several_columns_is_a_fault_unless_only_one_has_a_name() {
    let merged = |area: (u32, u16, u32, u16), head: &[&str]| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        fill(sheet, &[head]).unwrap();
        sheet.write(1, 0, "A").unwrap();
        sheet.write(1, 4, "2020-01-01").unwrap();
        sheet.merge_range(area.0, area.1, area.2, area.3, "Gộp", &Format::new()).unwrap();
        book.save_to_buffer().unwrap()
    };
    let named = ["code", "name", "name_en", "note", "valid_from"];
    let two = merged((1, 1, 1, 2), &named);
    assert_eq!(refused(&two).await, ["2.name_en merged_cell"]);
    let three = merged((1, 1, 3, 3), &named);
    assert_eq!(refused(&three).await, ["2.name_en merged_cell", "2.note merged_cell"]);
    let one = merged((1, 1, 1, 3), &["code", "name", "", "", "valid_from"]);
    assert_eq!(taken(&one).await, ["A Gộp"]);
}

#[tokio::test]
async fn a_title_merged_over_the_columns_costs_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 16_383, "DANH MỤC", &Format::new()).unwrap();
    sheet.merge_range(1, 0, 1_048_575, 3, "x", &Format::new()).unwrap();
    assert!(!refused(&book.save_to_buffer().unwrap()).await.is_empty());
}

#[tokio::test]
async fn lost_letters_are_refused_with_their_likely_cause() {
    for (text, cause) in [
        ("code,name,valid_from\nA,Ph\u{fffd}ng,2025-07-01", "tệp gốc"),
        ("code,name,valid_from\nA,Th? t?c,2025-07-01", "CSV UTF-8"),
        ("code,name,valid_from\nA,PhÃ²ng Má»™t,2025-07-01", "Latin-1"),
        ("code,name,valid_from\nA,TiÕp nhËn,2025-07-01", "TCVN3"),
        ("code,name,valid_from\nA,Mét cöa,2025-07-01", "TCVN3"),
        ("code,name,valid_from\nA,Phoøng Quaûn lyù,2025-07-01", "VNI"),
        ("M·,Tªn,Tõ ngµy\nA,B,2025-07-01", "TCVN3"),
        ("MÃ£,TÃªn,Tá»« ngÃ y\nA,B,2025-07-01", "Latin-1"),
        ("M?,T?n,T? ng?y\nA,B,2025-07-01", "CSV UTF-8"),
    ] {
        let (_folder, db) = world().await;
        let report = import(&db, Kind::Units, text).await;
        let printed = report.to_string();
        assert!(!report.applied && printed.contains("[lost_letters]"), "{text}: {printed}");
        assert!(printed.contains(cause), "{text}: {printed}");
    }
    let rows: &[&[&str]] = &[HEAD, &["A", "Phßng Qu¶n lý", "2025-07-01"]];
    assert_eq!(refused(&book(&[(rows, seen)])).await, ["2.name lost_letters"]);
}

#[tokio::test]
async fn text_files_of_every_making_are_read() {
    let table = "sep=;\r\nMã;Tên;Từ ngày\r\nA;Phòng, tổ;2025-07-01\r\n";
    let utf16 = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let tabs = table.replace("sep=;\r\n", "").replace(';', "\t");
    for bytes in [
        table.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", table.as_bytes()].concat(),
        table.replace(';', "\t").into_bytes(),
        table.replace(';', "|").into_bytes(),
        tabs.clone().into_bytes(),
        utf16(&tabs),
        utf16(table),
    ] {
        assert_eq!(taken(&bytes).await, ["A Phòng, tổ"]);
    }
    let faulty = "sep=;\ncode;name;valid_from\nA;;2025-07-01\n";
    assert_eq!(refused(faulty.as_bytes()).await, ["2.name missing"], "as a spreadsheet counts");
}
