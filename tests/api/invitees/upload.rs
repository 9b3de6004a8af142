//! People from a file: all of them or none, within bounds, with every fault in its place.

use serde_json::json;
use tests::{Engine, on_both};

use super::{PEOPLE, invited, path, send_file, table, upload};

on_both!(
    a_list_is_taken_whole_however_its_numbers_are_written,
    every_fault_has_its_line_and_column_and_nothing_is_kept,
    a_dry_run_keeps_nothing,
    the_same_dossier_is_invited_once,
    what_is_too_large_is_refused_and_the_server_lives,
);

async fn a_list_is_taken_whole_however_its_numbers_are_written(engine: Engine) {
    let (service, office) = invited(engine).await;
    let rows = table(&office, "quick").await;
    let start = |row: &[String]| row[..7].join("|");
    assert_eq!(
        rows.iter().map(|row| start(row)).collect::<Vec<_>>(),
        [
            "Người Thử Một|0900000101|mot@example.vn|H19-26-0001|QLTM|2.000004|quay-1",
            "Người Thử Hai|0900000102||H19-26-0002|QLTM|2.000004|",
            "Người Thử Ba||ba@example.vn|H19-26-0003|VP||",
        ]
    );
    let link = format!("{}/s/quick?t=", service.url());
    assert!(rows.iter().all(|row| row[7].starts_with(&link) && row[8] == "chưa"), "{rows:?}");
    let english = "name;e-mail;unit\nSomebody;A@Example.VN;QLNL\n";
    assert_eq!(upload(&office, "quick", "", english).await.status, 201);
    let stored = &table(&office, "quick").await[0];
    assert_eq!((stored[2].as_str(), stored[4].as_str()), ("a@example.vn", "QLNL"));
}

async fn every_fault_has_its_line_and_column_and_nothing_is_kept(engine: Engine) {
    let (_service, office) = invited(engine).await;
    let file = "name,phone,email,dossier,unit,procedure,service_point\n\
                A,0900000111,,D-1,,,\n\
                B,02513822222,x@,D-1,,,\n\
                C,,,,,,\n\
                D,0900000114,,d - 1,KHONG,,\n\
                E,0900000115,,,,9.999999,\n\
                F,0900000116,,,,,quay-cu\n\
                G,0900000117,,H19-26-0001,,,\n\
                H,0900000118,,d-1 ,CU,,\n\
                I,0900000119,,d-1,,,\n";
    for how in ["?dry_run", ""] {
        let reply = upload(&office, "quick", how, file).await;
        assert_eq!(reply.status, 422, "{reply:?}");
        let expected = [
            "10.dossier duplicate",
            "3.email bad_email",
            "3.phone bad_phone",
            "4.phone no_way",
            "5.unit unknown_unit",
            "6.procedure unknown_procedure",
            "7.service_point unknown_service_point",
            "8.dossier known",
            "9.unit unknown_unit",
        ];
        assert_eq!(reply.faults(), expected);
        let message = reply.problem()["faults"][0]["message"].clone();
        assert!(
            message.as_str().is_some_and(|message| message.starts_with("Dòng 3, cột ")),
            "{message}"
        );
    }
    let list = office.get(&path("quick")).await.json();
    assert_eq!(list["total"], 3, "nothing was kept");
    let headless = upload(&office, "quick", "", "phone,colour\n0900000111,red\n").await;
    assert_eq!(headless.faults(), ["1.colour unknown_column"]);
    let many: String = (0..300).map(|_| "1\n").collect();
    let faults = upload(&office, "quick", "", format!("phone\n{many}")).await.faults();
    assert_eq!((faults.len(), faults[0].as_str()), (201, " more"), "the rest are counted");
}

async fn a_dry_run_keeps_nothing(engine: Engine) {
    let (service, office) = invited(engine).await;
    let more = "phone,dossier\n0900000120,D-20\n";
    let looked = upload(&office, "quick", "?dry_run", more).await;
    assert_eq!((looked.status, looked.json()), (200, json!({"rows": 1, "applied": false})));
    assert_eq!(office.get(&path("quick")).await.json()["total"], 3);
    let stored = upload(&office, "quick", "?dry_run=false", more).await;
    assert_eq!((stored.status, stored.json()), (201, json!({"rows": 1, "applied": true})));
    let wanted = "select action || ' ' || object || ' ' || after from record
         where action = 'invitees.upload' order by seq";
    let message = ["{\"rows\":3}", "{\"rows\":1}"];
    let message = message.map(|rows| format!("invitees.upload campaign/quick {rows}"));
    assert_eq!(service.database.texts(wanted).await, message);
}

async fn the_same_dossier_is_invited_once(engine: Engine) {
    let (service, office) = invited(engine).await;
    let again = upload(&office, "quick", "", PEOPLE).await;
    let known = ["2.dossier known", "3.dossier known", "4.dossier known"];
    assert_eq!(again.faults(), known);
    assert_eq!(upload(&office, "sipas", "", PEOPLE).await.status, 201, "another campaign may");
    let one = "phone,dossier\n0900000130,D-30\n";
    let (a, b) = tokio::join!(upload(&office, "quick", "", one), upload(&office, "quick", "", one));
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert!(statuses[0] == 201 && [409, 422].contains(&statuses[1]), "{a:?} {b:?}");
    assert_eq!(office.get(&path("quick")).await.json()["total"], 4);
    service.verified();
}

async fn what_is_too_large_is_refused_and_the_server_lives(engine: Engine) {
    let (mut service, office) = invited(engine).await;
    let lines: String = (0..20_001).map(|at| format!("09{at:08}\n")).collect();
    let many = upload(&office, "quick", "", format!("phone\n{lines}")).await;
    assert_eq!(many.faults(), ["0. too_many_lines"]);
    let wide = vec![b'x'; 2 * 1024 * 1024 + 1];
    assert_eq!(upload(&office, "quick", "", wide).await.status, 413);
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let broken = send_file(&office, "quick", "", (kind, b"PK\x03\x04 no more".to_vec())).await;
    assert_eq!(broken.faults(), ["0. broken_workbook"]);
    let old = send_file(&office, "quick", "", (kind, vec![0xd0, 0xcf, 0x11, 0xe0])).await;
    assert_eq!(old.faults(), ["0. old_workbook"]);
    let inspector = service.account("inspector", "SCT").await;
    let request = inspector.request(reqwest::Method::GET, "/api/v1/office/record.xlsx");
    let book = request.send().await.expect("an answer").bytes().await.expect("a workbook");
    let read = send_file(&office, "quick", "", (kind, book.to_vec())).await.faults();
    let of_columns = read.iter().all(|fault| fault.ends_with(" unknown_column"));
    assert!(!read.is_empty() && of_columns, "it was read: {read:?}");
    for kind in ["application/json", "multipart/form-data; boundary=x", ""] {
        let other = send_file(&office, "quick", "", (kind, PEOPLE.into())).await;
        assert_eq!(other.status, 415, "{kind}");
    }
    assert!(service.is_well().await);
    assert_eq!(office.get(&path("quick")).await.json()["total"], 3);
}
