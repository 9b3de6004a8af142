//! Registers of other channels from files: whole or not at all, at the office's door and on the command
//! line, with the days of long ago.

use reqwest::Method;
use serde_json::Value;
use tests::{Engine, OFFICE, Reply, Service, Staff, on_both};

on_both!(
    a_register_is_taken_whole_with_its_own_days_and_never_twice,
    five_thousand_cases_come_in_on_the_command_line,
);

const HEADER: &str = "Kênh;Mã phản ánh;Ngày nhận;Hạn;Loại;Đơn vị;Thủ tục;Nội dung;Họ và tên;\
                      Liên hệ;Ngày trả lời;Trả lời\n";

async fn send(staff: &Staff, how: &str, file: &str) -> Reply {
    let path = format!("{OFFICE}/feedback/imports{how}");
    let request = staff.request(Method::POST, &path).header("content-type", "text/csv");
    staff.answer(request.body(file.to_owned())).await
}

async fn rows(staff: &Staff, tab: &str) -> Vec<Value> {
    let list = staff.get(&format!("{OFFICE}/feedback?tab={tab}")).await.json();
    list["rows"].as_array().expect("rows").clone()
}

async fn a_register_is_taken_whole_with_its_own_days_and_never_twice(engine: Engine) {
    let service = Service::start(engine).await;
    let reception = service.account("reception", "VP").await;
    let office = service.account("office", "SCT").await;
    for role in ["handler", "head", "inspector", "administrator"] {
        let staff = service.account(role, "SCT").await;
        assert_eq!(send(&staff, "", HEADER).await.status, 403, "{role}");
    }
    let old = "cổng;PA-1;13/05/2019;;Quy định;;;Phí cao quá.;Người Thử;0900000001;20/05/2019;Phí theo Thông tư.\n";
    let open = "1022;PA-1;14/01/2024;19/01/2024;phục vụ;QLTM;2.000004;Chờ lâu.;;;;\n";
    let faulty = format!("{HEADER}{old}{open}zalo;Z-1;32/01/2024;;khen;KHONG;;Tốt.;;;;\n");
    for how in ["?dry_run", ""] {
        let refused = send(&reception, how, &faulty).await;
        assert_eq!(refused.status, 422, "{refused:?}");
        assert_eq!(refused.faults(), ["4.received bad_date", "4.unit unknown_unit"]);
    }
    assert!(rows(&office, "unassigned").await.is_empty(), "nothing was kept");
    let file = format!("{HEADER}{old}{open}");
    assert_eq!(send(&reception, "?dry_run", &file).await.status, 200);
    assert!(rows(&office, "unassigned").await.is_empty());
    let taken = send(&reception, "", &file).await;
    assert_eq!(taken.status, 201, "{taken:?}");
    assert_eq!(taken.json()["rows"], 2);
    let unassigned = rows(&office, "unassigned").await;
    assert_eq!(unassigned.len(), 1);
    assert_eq!(
        (&unassigned[0]["source"], &unassigned[0]["due"]),
        (&"hotline".into(), &"2024-01-19".into())
    );
    let number = finished_long_ago(&office).await;
    nothing_is_taken_twice(&service, (&reception, &office), &file, &number).await;
    let entries = "select action from record where action = 'feedback.import'";
    assert_eq!(service.database.texts(entries).await.len(), 2);
    service.verified();
}

/// The number of the case that was answered years ago, with the days of then.
async fn finished_long_ago(office: &Staff) -> Value {
    let finished = rows(office, "finished").await;
    let number = finished[0]["number"].clone();
    assert_eq!(finished[0]["sent"], "2019-05-13");
    // Finished is an event with the outside date, and the import's own day is another.
    let page = office.get(&format!("{OFFICE}/feedback/{number}")).await.json();
    let lines = page["lines"].as_array().expect("lines");
    let done = lines.iter().find(|line| line["step"] == "finished").expect("an end");
    assert_eq!(
        (&done["until"], &done["words"]),
        (&"2019-05-20".into(), &"Phí theo Thông tư.".into())
    );
    assert_ne!(done["day"], "2019-05-20");
    assert_eq!(page["sender"]["phone"], "0900000001");
    number
}

async fn nothing_is_taken_twice(
    service: &Service,
    (reception, office): (&Staff, &Staff),
    file: &str,
    number: &Value,
) {
    // Again, whole and with one line of news: each is met by its case, and nothing half is kept.
    let before = service.database.cells(&["sessions"]).await;
    let again = send(reception, "", file).await;
    assert_eq!(
        again.faults(),
        ["0. known_file", "2.outside_number known_case", "3.outside_number known_case"]
    );
    let more = format!("{file}zalo;Z-1;14/01/2024;;khen;;;Tốt.;;;;\n");
    let half = send(reception, "", &more).await;
    assert_eq!(half.faults(), ["2.outside_number known_case", "3.outside_number known_case"]);
    let told = half.problem()["faults"][0]["message"].clone();
    assert!(told.as_str().is_some_and(|told| told.contains(&number.to_string())), "{told}");
    // Two at once with the same numbers: one is taken.
    assert_eq!(service.database.cells(&["sessions"]).await, before);
    let new = |text: &str| format!("{HEADER}zalo;Z-2;14/01/2024;;khen;;;{text};;;;\n");
    let (one, two) = (new("Một."), new("Hai."));
    let both = tokio::join!(send(reception, "", &one), send(office, "", &two));
    let mut statuses = [both.0.status, both.1.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422], "{both:?}");
}

async fn five_thousand_cases_come_in_on_the_command_line(engine: Engine) {
    let mut service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let viewer = service.account("viewer", "SCT").await;
    service.stop();
    let mut file = "channel,outside_number,received,kind,text,sender,contact\n".to_owned();
    for number in 0..5_000 {
        file.push_str(&format!(
            "portal,PA-{number},2024-01-02,service,Chờ lâu ở quầy số {number}.,Người Thử,0900000001\n"
        ));
    }
    let path = service.write("register.csv", &file).display().to_string();
    let run = |name: &str, more: &[&str]| {
        let words = ["import", "feedback", path.as_str(), "--account", name];
        let output = service.run(&[&words[..], more].concat());
        let printed = [&output.stdout[..], &output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&printed).into_owned())
    };
    assert!(!run(&viewer.name, &[]).0, "an account without the right");
    let looked = run(&office.name, &["--dry-run"]);
    assert!(looked.0 && looked.1.contains("5000"), "{}", looked.1);
    let taken = run(&office.name, &[]);
    assert!(taken.0 && taken.1.contains("import: 4000 cases"), "{}", taken.1);
    let again = run(&office.name, &[]);
    assert!(!again.0 && again.1.contains("known_file"), "{}", again.1);
    let cases = service.database.texts("select outside_number from feedback").await;
    assert_eq!(cases.len(), 5_000);
    let help = service.run(&["import", "--help"]);
    assert!(
        String::from_utf8_lossy(&help.stdout).contains("feedback        channel outside_number")
    );
}
