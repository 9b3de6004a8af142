//! Books from files: looked at first, every fault with its place, all or nothing.

use std::process::Output;

use tests::{Engine, Service, on_both};

on_both!(
    a_dry_run_changes_nothing,
    every_fault_is_told_with_its_row_and_column,
    a_file_is_taken_whole_or_not_at_all,
    the_same_file_again_changes_nothing,
    a_file_that_cannot_be_read_is_refused_in_words,
);

const UNITS: &str = "code,name,name_en,parent,valid_from,valid_to,decision,note";

fn import(service: &Service, words: &[&str], content: &str) -> (Output, String) {
    let file = service.write("file.csv", content).display().to_string();
    let output = service.run(&[&["import", "units", file.as_str()], words].concat());
    let printed = [&output.stdout[..], &output.stderr].concat();
    let printed = String::from_utf8_lossy(&printed).into_owned();
    (output, printed)
}

/// The codes of the units, asked of a server that serves for that long.
async fn units(service: &mut Service) -> Vec<String> {
    service.serve();
    let units = service.get("/api/v1/units").await.json();
    service.stop();
    let units = units.as_array().expect("a list").clone();
    units.iter().filter_map(|unit| unit["code"].as_str().map(str::to_owned)).collect()
}

async fn a_dry_run_changes_nothing(engine: Engine) {
    // Beside a running server: looking takes no lock.
    let mut service = Service::start(engine).await;
    let file = format!("{UNITS}\nTHEM,Đơn vị mới,,,2020-01-01,,,\n");
    let before = service.get("/api/v1/units").await.json();
    let (looked, printed) = import(&service, &["--dry-run"], &file);
    assert!(looked.status.success() && printed.contains('1'), "{printed}");
    assert_eq!(service.get("/api/v1/units").await.json(), before);
    service.stop();
    assert!(!units(&mut service).await.contains(&"THEM".to_owned()));
    assert!(import(&service, &[], &file).0.status.success());
    assert!(units(&mut service).await.contains(&"THEM".to_owned()));
}

async fn every_fault_is_told_with_its_row_and_column(engine: Engine) {
    let service = Service::stopped(engine, &[]).await;
    let file = format!(
        "{UNITS}\nSCT,Sở,,,2020-01-01,,,\n,Không mã,,,2020-01-01,,,\nVP,,,SCT,31/12/2020,,,\n\
         TM,Thương mại,,KHONG,2020-01-01,2019-01-01,,\nSCT,Lặp,,,2020-06-01,,,\n"
    );
    for words in [&[][..], &["--dry-run"]] {
        let (output, printed) = import(&service, words, &file);
        assert!(!output.status.success(), "{printed}");
        for place in [
            "Dòng 3, cột code",
            "Dòng 4, cột name",
            "Dòng 4, cột valid_from",
            "Dòng 5, cột valid_to",
            "Dòng 6, cột",
        ] {
            assert!(printed.contains(place), "no {place:?} in:\n{printed}");
        }
    }
}

async fn a_file_is_taken_whole_or_not_at_all(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    let rows: String = (0..200).map(|n| format!("U{n},Đơn vị {n},,,2020-01-01,,,\n")).collect();
    let (refused, printed) =
        import(&service, &[], &format!("{UNITS}\n{rows}LAST,,,,2020-01-01,,,\n"));
    assert!(!refused.status.success() && printed.contains("Dòng 202, cột name"), "{printed}");
    assert_eq!(units(&mut service).await, Vec::<String>::new());
    assert!(import(&service, &[], &format!("{UNITS}\n{rows}")).0.status.success());
    assert_eq!(units(&mut service).await.len(), 200);
}

async fn the_same_file_again_changes_nothing(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    let file =
        format!("{UNITS}\nSCT,Sở Công Thương,,,2020-01-01,,,\nVP,Văn phòng,,SCT,2020-01-01,,,\n");
    for _ in 0..3 {
        let (output, printed) = import(&service, &[], &file);
        assert!(output.status.success(), "{printed}");
    }
    assert_eq!(units(&mut service).await, ["SCT", "VP"]);
}

async fn a_file_that_cannot_be_read_is_refused_in_words(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    let files = [
        "",
        "\0\0\0",
        "PK\u{3}\u{4}broken",
        "code;name\nA;B",
        "code,code\nA,B",
        "mã sai,tên\n1,2",
        "code,name,valid_from\n\"A,Mở ngoặc,2020-01-01",
    ];
    for file in files {
        let (output, printed) = import(&service, &[], file);
        assert!(!output.status.success() && !printed.trim().is_empty(), "{file:?}: {printed}");
        assert!(!printed.contains("panicked"), "{file:?}: {printed}");
    }
    let missing = service.run(&["import", "units", "no-such-file.csv"]);
    let said = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert!(!missing.status.success() && said.contains("no-such-file.csv"), "{said}");
    assert_eq!(units(&mut service).await, Vec::<String>::new());
}
