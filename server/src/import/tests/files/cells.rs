//! Cells as a spreadsheet shows them: codes with their zeros, days, line breaks.

use super::*;

#[tokio::test]
async fn codes_are_taken_as_their_cells_show_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, &[&["Mã", "Tên", "Từ ngày", "Cấp trên"]]).unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let rows = [
        (1.0, "00000", 0.0, "0"),
        (3.0, "\"Q-\"00", 1.0, "00000"),
        (9.0, "\\P000", 3.0, "\"Q-\"00"),
    ];
    for (row, (code, format, above, look)) in (1..).zip(rows) {
        sheet.write_with_format(row, 0, code, &Format::new().set_num_format(format)).unwrap();
        sheet.write(row, 1, "Tên").unwrap();
        let from = ExcelDateTime::from_ymd(2025, 7, 1).unwrap();
        sheet.write_with_format(row, 2, &from, &day).unwrap();
        if above > 0.0 {
            sheet.write_with_format(row, 3, above, &Format::new().set_num_format(look)).unwrap();
        }
    }
    let names = taken(&book.save_to_buffer().unwrap()).await;
    assert_eq!(names, ["00001 Tên", "P009 Tên", "Q-03 Tên"]);
}

#[tokio::test]
async fn a_procedure_code_is_taken_as_shown_and_a_time_limit_as_a_number() {
    let (_folder, db) = world().await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, &[&["Mã", "Tên", "Từ ngày", "Thời hạn"]]).unwrap();
    let look = |format: &str| Format::new().set_num_format(format);
    for (row, (code, format)) in
        (1..).zip([(2.1, "0.00"), (4.0, "\"2.\"000000"), (1.000_005, "0.00")])
    {
        sheet.write_with_format(row, 0, code, &look(format)).unwrap();
        sheet.write(row, 1, "Tên").unwrap();
        sheet.write(row, 2, "2025-7-1").unwrap();
        sheet.write_with_format(row, 3, 5, &look("00\" ngày\"")).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(counted(&take(&db, Kind::Procedures, &bytes, true).await.unwrap()), (3, 0, 0));
    let stored = books::load(&db).await.unwrap().procedures;
    let codes: Vec<(&str, Option<i64>)> =
        stored.iter().map(|it| (it.code.as_str(), it.days)).collect();
    assert_eq!(codes, [("1.000005", Some(5)), ("2.000004", Some(5)), ("2.100000", Some(5))]);
}

#[tokio::test]
async fn a_code_that_a_spreadsheet_took_for_a_day_is_a_fault() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, &[HEAD, &["", "Tên", "2025-07-01"]]).unwrap();
    let day = ExcelDateTime::from_ymd(2025, 2, 1).unwrap();
    let look = Format::new().set_num_format("d-mmm");
    sheet.write_with_format(1, 0, &day, &look).unwrap();
    assert_eq!(refused(&book.save_to_buffer().unwrap()).await, ["2.code bad_code"]);
}

#[tokio::test]
async fn days_are_read_where_their_column_leaves_no_doubt() {
    let file = |days: &[(&str, &str)]| {
        let line = |at: usize, (from, to): &(&str, &str)| format!("U{at},Tên,{from},{to}\n");
        let lines: String = days.iter().enumerate().map(|(at, days)| line(at, days)).collect();
        format!("code,name,valid_from,valid_to\n{lines}")
    };
    let periods = |days: &'static [(&str, &str)]| async move {
        let (_folder, db) = world().await;
        let report = import(&db, Kind::Units, &file(days)).await;
        assert!(report.applied, "{report}");
        let units = books::load(&db).await.unwrap().units;
        let last =
            |unit: &domain::books::catalogue::UnitVersion| unit.period.to.map(|to| to.to_string());
        units.iter().map(|it| (it.period.from.to_string(), last(it))).collect::<Vec<_>>()
    };
    let july = || "2025-07-01".to_owned();
    let read = periods(&[("2025-7-1", ""), ("2025/07/01", ""), ("2025.07.1", "2026/1/31")]).await;
    let end = Some("2026-01-31".to_owned());
    assert_eq!(read, [(july(), None), (july(), None), (july(), end)]);
    let read = periods(&[("01/07/2025", "1/1/2026"), ("15/07/2025", "")]).await;
    assert_eq!(read[0], (july(), Some("2026-01-01".to_owned())));
    let doubted = [("01/07/2025", "31/12/2025"), ("07/07/2025", "")];
    let (_folder, db) = world().await;
    let report = import(&db, Kind::Units, &file(&doubted)).await;
    assert_eq!(named(&report), [(2, "valid_from", "unclear_date")]);
    assert!(report.to_string().contains("yyyy-mm-dd"), "{report}");
    let turned = [("2025-07-01", ""), ("15/07/2025", "")];
    assert_eq!(refused(file(&turned).as_bytes()).await, ["3.valid_from unclear_date"]);
}

#[tokio::test]
async fn day_cells_beside_days_as_text_are_in_doubt() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, &[HEAD, &["A", "A"], &["B", "B", "15/07/2025"]]).unwrap();
    let day = ExcelDateTime::from_ymd(2025, 1, 7).unwrap();
    let look = Format::new().set_num_format("mm/dd/yyyy");
    sheet.write_with_format(1, 2, &day, &look).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(refused(&bytes).await, ["3.valid_from unclear_date"]);
}

#[tokio::test]
async fn a_line_break_at_the_end_of_a_cell_is_nothing() {
    let csv = "\"code\n\",name,valid_from\n\"A\n\",\"\r\nTên\r\n \n\",\"2025-07-01\n\"\n";
    assert_eq!(taken(csv.as_bytes()).await, ["A Tên"]);
    let rows: &[&[&str]] = &[&["Mã\n", "Tên", "Từ ngày\r\n"], &["A\n", "Tên\r\n", "2025-07-01\n"]];
    assert_eq!(taken(&book(&[(rows, seen)])).await, ["A Tên"]);
    let within = "code,name,valid_from\nA,\"Tên\nkhác\n\",2025-07-01\n";
    assert_eq!(refused(within.as_bytes()).await, ["2.name line_break"]);
}
