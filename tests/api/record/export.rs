//! Taking the record away: as text, whatever is in it.

use tests::{Engine, on_both};

use super::{inspect, office, write};

on_both! { texts_leave_as_texts_and_files_as_files }

async fn texts_leave_as_texts_and_files_as_files(engine: Engine) {
    let service = office(engine).await;
    let entries = [
        (1, 0, "=HYPERLINK(\"http://evil.example\",\"x\")", "@SUM(1)", "-2+3|' /C calc'!A0"),
        (2, 1, "lan", "a", "<script>alert(1)</script>,\r\n=1+1"),
    ];
    write(&service, engine, &entries).await;
    let reply = inspect(&service, "record.csv").await;
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    let file = reply.header("content-disposition");
    assert!(file.starts_with("attachment; filename=\"record-20") && file.ends_with(".csv\""));
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert_eq!(reply.header("cache-control"), "no-store");
    let text = reply.body.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut lines = text.split_terminator("\r\n");
    assert_eq!(lines.next().map(|head| head.starts_with("Số thứ tự,Thời điểm")), Some(true));
    let rest: Vec<&str> = lines.collect();
    assert_eq!(rest[0], "2,1970-01-01 07:00:00,lan,a,\"<script>alert(1)</script>,");
    assert_eq!(rest[1], "'=1+1\",,,00", "a line of its own, where semicolons separate");
    let hostile = "1,1970-01-01 07:00:00,\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\",\
                   '@SUM(1),'-2+3|' /C calc'!A0,,,00";
    assert_eq!(rest[2], hostile);
    let english = inspect(&service, "record.csv?lang=en").await.body;
    assert!(english.starts_with("\u{feff}No.,When (Vietnam time),Who"), "{english}");
    let book = inspect(&service, "record.xlsx").await;
    assert!(book.header("content-type").ends_with("spreadsheetml.sheet"), "{book:?}");
    assert!(book.header("content-disposition").ends_with(".xlsx\""), "{book:?}");
    assert!(book.body.starts_with("PK"), "a workbook is an archive");
}
