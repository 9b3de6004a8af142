use rust_xlsxwriter::{Format, Workbook};

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day")
}

fn named(faults: &[Fault]) -> Vec<String> {
    let named = |it: &Fault| format!("{}.{} {}", it.line(), it.field(), it.reason.code());
    faults.iter().map(named).collect()
}

#[test]
fn a_register_as_a_spreadsheet_makes_it_is_read_in_vietnamese() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = [
        "Kênh",
        "Mã phản ánh",
        "Ngày nhận",
        "Loại",
        "Nội dung",
        "Họ và tên",
        "SĐT",
        "Ngày trả lời",
        "Trả lời",
    ];
    for (column, name) in (0..).zip(header) {
        sheet.write(0, column, name).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write(1, 0, 1022.0).unwrap();
    sheet.write(1, 1, 2_026_000_017.0).unwrap();
    // 2 March 2026, as a spreadsheet counts.
    sheet.write_with_format(1, 2, 46_083.0, &day).unwrap();
    sheet.write(1, 3, "Thái độ").unwrap();
    sheet.write(1, 4, "Dòng một.\nDòng hai?").unwrap();
    sheet.write(1, 5, "Người Thử").unwrap();
    sheet.write(1, 6, 900_000_001.0).unwrap();
    sheet.write_with_format(1, 7, 46_085.0, &day).unwrap();
    sheet.write(1, 8, "Đã nhắc nhở.").unwrap();
    let (rows, faults) = read(&book.save_to_buffer().unwrap(), &Catalogue::default(), today());
    assert_eq!(named(&faults), [""; 0]);
    let case = &rows[0].case;
    let sender = case.sender.as_ref().unwrap();
    assert_eq!((case.source, case.kind), (Source::Hotline, Kind::Conduct));
    assert_eq!((case.number.as_str(), sender.phone.as_str()), ("2026000017", "0900000001"));
    assert_eq!(case.sent.to_string(), "2026-03-02");
    assert_eq!(case.text, "Dòng một.\nDòng hai?");
    let (on, answer) = case.finished.as_ref().unwrap();
    assert_eq!((on.to_string().as_str(), answer.as_str()), ("2026-03-04", "Đã nhắc nhở."));
}

#[test]
fn every_fault_has_its_line_and_column() {
    let header =
        "channel,outside_number,received,due,kind,unit,text,sender,contact,finished,answer";
    let lines = [
        "portal,PA-1,2026-03-02,2026-03-01,service,,Chờ lâu,,,,",
        "website,PA-2,2026-03-11,,other,,,,,,",
        "portal,PA-1,2026-03-02,,service,KHONG,Chờ lâu,Người Thử,,,",
        "zalo,,2026-03-02,,praise,,Tốt,,0900000001,2026-03-01,Cảm ơn",
        "zalo,Z-2,2026-03-02,,praise,,Tốt,,,2026-03-11,Cảm ơn",
        "zalo,Z-3,2026-03-02,,praise,,Tốt,,,,Cảm ơn",
        "zalo,Z-4,2026-03-02,,praise,,Tốt,,,2026-03-03,",
        "portal,P-9,2026-03-02,,service,,Một,,,,",
        "portal,P-9,2026-03-02,,service,,Hai,,,,",
        "zalo,P-9,2026-03-02,,service,,Ba,,,,",
    ];
    let text = format!("{header}\n{}\n", lines.join("\n"));
    let (rows, faults) = read(text.as_bytes(), &Catalogue::default(), today());
    assert_eq!(
        named(&faults),
        [
            "2.due before_received",
            "3.channel unknown_choice",
            "3.received day_ahead",
            "3.kind unknown_choice",
            "3.text missing",
            "4.unit unknown_unit",
            "4.contact missing",
            "5.outside_number missing",
            "5.sender missing",
            "5.finished before_received",
            "6.finished day_ahead",
            "7.finished missing",
            "8.answer missing",
            "10.outside_number duplicate",
        ]
        .map(|it| it.replace("duplicate", Reason::Twice.code()))
    );
    // A line whose due day alone is wrong is still read, so that others are compared with it.
    assert_eq!(rows.len(), 4);
}
