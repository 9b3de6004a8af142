//! Files as people save them, at both doors: what a spreadsheet shows is what is taken, and what is
//! lost is refused with its cause.

use reqwest::Method;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, Staff, on_both};

on_both!(
    the_files_that_failed_are_imported_or_refused_with_their_cause,
    an_upload_reads_what_a_spreadsheet_shows,
    an_upload_refuses_what_is_lost_with_its_cause,
);

/// The file of an example that failed once.
fn case(name: &str) -> Vec<u8> {
    let path = format!("{}/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Imports units from a file; whether they were taken, and what was said.
fn import(service: &Service, name: &str) -> (bool, String) {
    let path = format!("{}/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    let output = service.run(&["import", "units", &path]);
    let words = [&output.stdout[..], &output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&words).into_owned())
}

/// Code and name of every unit, asked of a server that serves for that long.
async fn units(service: &mut Service) -> Vec<String> {
    service.serve();
    let units = service.get("/api/v1/units").await.json();
    service.stop();
    let text = |unit: &Value, key: &str| unit[key].as_str().unwrap_or_default().to_owned();
    let named = |unit: &Value| {
        let name = unit["name"]["vi"].as_str().map_or_else(|| text(unit, "name"), str::to_owned);
        format!("{} {name}", text(unit, "code"))
    };
    units.as_array().expect("a list").iter().map(named).collect()
}

async fn the_files_that_failed_are_imported_or_refused_with_their_cause(engine: Engine) {
    for (name, rows) in [
        ("hidden-old-list-first.xlsx", &["DV1 Phòng Mới", "DV2 Phòng Hai"][..]),
        (
            "parent-merged.xlsx",
            &["P1 Phòng Một", "P2 Phòng Hai", "P3 Phòng Ba", "SO Sở Thử nghiệm"],
        ),
        ("sep-semicolon.csv", &["DV1 Phòng Một"]),
        ("tab-utf8.csv", &["DV1 Phòng Một"]),
        ("units-00000.xlsx", &["00001 Xã Thứ nhất", "00079 Xã Thứ hai"]),
    ] {
        let mut service = Service::stopped(engine, &[]).await;
        let (is_taken, words) = import(&service, name);
        assert!(is_taken, "{name}: {words}");
        assert_eq!(units(&mut service).await, rows, "{name}");
    }
    let mut service = Service::stopped(engine, &[]).await;
    for (name, cause) in [
        ("password-protected.xlsx", "mật khẩu"),
        ("question-marks.csv", "dấu ?"),
        ("replacement-char.csv", "\u{fffd}"),
        ("tcvn3.csv", "TCVN3"),
    ] {
        let (is_taken, words) = import(&service, name);
        assert!(!is_taken && words.contains(cause), "{name}: {words}");
    }
    assert_eq!(units(&mut service).await, Vec::<String>::new());
}

async fn send(staff: &Staff, bytes: Vec<u8>) -> Reply {
    let path = "/api/v1/office/campaigns/quick/invitees?dry_run";
    let request = staff.request(Method::POST, path);
    staff.answer(request.header("content-type", "application/octet-stream").body(bytes)).await
}

type Fill = fn(&mut Worksheet);

/// A workbook whose sheets are filled one after the other.
fn book(sheets: &[Fill]) -> Vec<u8> {
    let mut book = Workbook::new();
    for fill in sheets {
        fill(book.add_worksheet());
    }
    book.save_to_buffer().expect("a workbook")
}

fn write(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write(row, column, *text).expect("a cell");
        }
    }
}

fn cover(sheet: &mut Worksheet) {
    write(sheet, &[&["Danh sách mời khảo sát"], &["Đơn vị", "Sở Công Thương"]]);
}

fn active_cover(sheet: &mut Worksheet) {
    cover(sheet);
    sheet.set_active(true);
}

fn old_list(sheet: &mut Worksheet) {
    write(sheet, &[&["Họ tên", "Số điện thoại"], &["Cũ", "không số"]]);
    sheet.set_very_hidden(true);
}

/// Two people; the unit is merged over both, and the numbers have their zero from a format.
fn list(sheet: &mut Worksheet) {
    write(sheet, &[&["Họ tên", "Số điện thoại", "Đơn vị"], &["Một"], &["Hai\n"]]);
    let look = Format::new().set_num_format("0000 000 000");
    for row in [1, 2] {
        sheet.write_with_format(row, 1, 900_000_200 + row, &look).expect("a number");
    }
    sheet.merge_range(1, 2, 2, 2, "QLTM", &Format::new()).expect("a merged cell");
    sheet.set_active(true);
}

fn wide_list(sheet: &mut Worksheet) {
    write(sheet, &[&["Họ tên", "Số điện thoại", "Đơn vị"]]);
    sheet.merge_range(1, 0, 1, 2, "0900000201", &Format::new()).expect("a merged cell");
}

async fn an_upload_reads_what_a_spreadsheet_shows(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    let text = "sep=;\r\nHọ tên;Số điện thoại\r\nA, B;0900000201\r\n\"C\n\";0900000202\r\n";
    let tabs = text.replace("sep=;\r\n", "").replace(';', "\t");
    let units = std::iter::once(0xfeff).chain(tabs.encode_utf16());
    let utf16: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    for bytes in
        [book(&[old_list, cover, list]), text.as_bytes().to_vec(), tabs.into_bytes(), utf16]
    {
        let reply = send(&office, bytes).await;
        assert_eq!((reply.status, reply.json()["rows"].clone()), (200, json!(2)), "{reply:?}");
    }
}

async fn an_upload_refuses_what_is_lost_with_its_cause(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    let text = |name: &str| format!("name,phone\n{name},0900000201\n").into_bytes();
    for (bytes, fault, cause) in [
        (case("password-protected.xlsx"), "0. locked_workbook", "mật khẩu"),
        (book(&[old_list, active_cover]), "0. hidden_sheet", "ẩn"),
        (book(&[wide_list]), "2.unit merged_cell", "bỏ gộp"),
        (text("Ph\u{fffd}ng"), "2.name lost_letters", "\u{fffd}"),
        (text("Nguy?n Th? B"), "2.name lost_letters", "dấu ?"),
        (text("Nguyá»…n Thá»‹ B"), "2.name lost_letters", "Latin-1"),
        (text("NguyÔn ThÞ B"), "2.name lost_letters", "TCVN3"),
        (text("Nguyeãn Thò B"), "2.name lost_letters", "VNI"),
        (b"name,phone\nNguy\xd4n V\xa8n B,0900000201\n".to_vec(), "0. lost_letters", "TCVN3"),
    ] {
        let reply = send(&office, bytes).await;
        assert_eq!(reply.status, 422, "{reply:?}");
        assert!(reply.faults().contains(&fault.to_owned()), "{fault}: {reply:?}");
        let words = reply.problem()["faults"].to_string();
        assert!(words.contains(cause), "{cause}: {words}");
    }
}
