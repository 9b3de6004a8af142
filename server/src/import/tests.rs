//! Files taken whole or not at all.

mod files;

use chrono::NaiveDate;
use domain::{Ballot, ballot::instrument::BUILT_IN};
use tempfile::TempDir;

use super::*;
use crate::store::{
    ballots::{self, Entry},
    books, instruments,
    open::Access,
};

/// A new SQLite database with the built-in instruments, in a folder that goes with the test.
pub(crate) async fn world() -> (TempDir, Db) {
    let folder = TempDir::new().unwrap();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    let db = Db::open(&url, Access::Write).await.unwrap().db;
    let sets: Vec<_> = BUILT_IN.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    instruments::take_in(&db, &sets).await.unwrap();
    (folder, db)
}

async fn import(db: &Db, kind: Kind, text: &str) -> Report {
    take(db, kind, text.as_bytes(), true).await.unwrap()
}

/// Imports lines of units below their header.
pub(crate) async fn units(db: &Db, lines: &str) -> Report {
    let header = "code,name,parent,valid_from,valid_to,decision,note";
    import(db, Kind::Units, &format!("{header}\n{lines}")).await
}

fn named<'a>(report: &'a Report) -> Vec<(usize, &'a str, &'static str)> {
    let named = |fault: &'a Fault| (fault.line(), fault.field(), words::code(fault));
    report.faults.iter().map(named).collect()
}

fn counted(report: &Report) -> (usize, usize, usize) {
    assert!(report.applied, "{report}");
    (report.counts.new, report.counts.changed, report.counts.unchanged)
}

/// A department that was renamed, and a division below it.
pub(crate) const TREE: &str = "S,Sở,,2020-01-01,2025-06-30,,\nS,Sở mới,,2025-07-01,,QĐ 1,\n\
                    P,Phòng,S,2020-01-01,,,ghi chú\n";

/// Keeps a ballot about the unit P on a day.
pub(crate) async fn ballot(db: &Db, day: &str) {
    let campaigns = "code,title,instrument,sampling,valid_from\n\
                     a,A,quick,kiosk,2020-01-01\n";
    assert!(import(db, Kind::Campaigns, campaigns).await.applied);
    let ballot = Ballot {
        id: uuid::Uuid::from_u128(7).to_string(),
        campaign: "a".to_owned(),
        unit: Some("P".to_owned()),
        comment: Some("x".to_owned()),
        ..Ballot::default()
    };
    let ballot = ballot.check(&books::load(db).await.unwrap(), day.parse().unwrap()).unwrap();
    ballots::keep(
        db,
        &mut crate::store::tallies::Memory::default(),
        &[Entry { ballot, hash: [0; 16], invitee: None, begun: i64::MAX }],
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn a_file_with_a_fault_changes_nothing_and_names_them_all() {
    let (_folder, db) = world().await;
    let lines = "S,Sở,,2020-01-01,,,\n,Phòng,S,2020-13-01,,,\nP,,S,2020-01-01,2019-01-01,,\n\
                 \nQ,Q,X,2020-01-01,,,\nR,R,P,2020-01-01,,,\nS,Sở,,2020-01-01,,,\n";
    let report = units(&db, lines).await;
    assert_eq!(
        named(&report),
        [
            (3, "code", "missing"),
            (3, "valid_from", "bad_date"),
            (4, "name", "missing"),
            (4, "valid_to", "ends_before_it_begins"),
            (6, "parent", "unknown_unit"),
            (8, "code", "duplicate"),
        ]
    );
    assert!(!report.applied && books::load(&db).await.unwrap().units.is_empty());
    let printed = report.to_string();
    assert!(printed.contains("Dòng 3, cột code: không được để trống [missing]"), "{printed}");
}

#[tokio::test]
async fn a_quote_that_swallows_a_line_is_named_with_its_cell() {
    let (_folder, db) = world().await;
    let swallowed = "code,name,valid_from\nM1,\"Phòng 5,2024-01-01\nM2,x\"y,2024-01-01\n";
    let report = import(&db, Kind::Units, swallowed).await;
    assert_eq!(named(&report), [(2, "name", "line_break")]);
    let literal = "code,name,valid_from\nM1,Phòng 5\"6,2024-01-01\nM2,x,2024-01-01\n";
    assert_eq!(counted(&import(&db, Kind::Units, literal).await), (2, 0, 0));
}

#[tokio::test]
async fn a_dry_run_reports_and_writes_nothing() {
    let (_folder, db) = world().await;
    let text = format!("Mã,Tên,Cấp trên,Từ ngày,Đến ngày,Số quyết định,Ghi chú\n{TREE}");
    let report = take(&db, Kind::Units, text.as_bytes(), false).await.unwrap();
    assert_eq!((report.counts.new, report.applied), (3, false));
    assert!(books::load(&db).await.unwrap().units.is_empty());
}

#[tokio::test]
async fn the_same_file_again_changes_nothing() {
    let (_folder, db) = world().await;
    assert_eq!(counted(&units(&db, TREE).await), (3, 0, 0));
    let first = books::load(&db).await.unwrap().units;
    assert_eq!(counted(&units(&db, TREE).await), (0, 0, 3));
    assert_eq!(books::load(&db).await.unwrap().units, first);
    assert_eq!((first[0].parent, first[1].unit), (Some(first[1].unit), first[2].unit));
}

#[tokio::test]
async fn versions_of_one_unit_never_meet() {
    let (_folder, db) = world().await;
    units(&db, TREE).await;
    let open = units(&db, "P,Phòng mới,S,2026-01-01,,,\n").await;
    assert_eq!(named(&open), [(2, "valid_from", "overlap")]);
    assert!(open.to_string().contains("2020-01-01 đã có trong hệ thống"), "{open}");
    let closed = "P,Phòng mới,S,2026-01-01,,,\nP,Phòng,S,2020-01-01,2025-12-31,,ghi chú\n";
    assert_eq!(counted(&units(&db, closed).await), (1, 1, 0));
    let books = books::load(&db).await.unwrap();
    assert_eq!(books.unit("P").len(), 2);
    assert_eq!(books.unit("P")[0].unit, books.unit("P")[1].unit);
}

#[tokio::test]
async fn a_unit_above_is_there_on_every_day_and_never_below() {
    let (_folder, db) = world().await;
    units(&db, TREE).await;
    let early = units(&db, "Q,Q,S,2019-12-31,,,\n").await;
    assert_eq!(named(&early), [(2, "parent", "unit_not_valid_then")]);
    let shortened = units(&db, "S,Sở mới,,2025-07-01,2025-12-31,QĐ 1,\n").await;
    assert_eq!(named(&shortened), [(2, "valid_to", "leaves_unit_below")]);
    let gap = units(&db, "S,Sở,,2020-01-01,2025-06-29,,\n").await;
    assert_eq!(named(&gap), [(2, "valid_to", "leaves_unit_below")]);
    let circle = units(&db, "S,Sở mới,P,2025-07-01,,QĐ 1,\n").await;
    assert_eq!(named(&circle), [(2, "parent", "circle")]);
    assert_eq!(named(&units(&db, "Z,Z,Z,2020-01-01,,,\n").await), [(2, "parent", "circle")]);
}

#[tokio::test]
async fn a_unit_does_not_end_before_what_it_leads_and_what_asks_about_it() {
    let (_folder, db) = world().await;
    units(&db, TREE).await;
    let procedures = "code,name,unit,valid_from\n2.000004,Khuyến mại,P,2020-01-01\n";
    assert!(import(&db, Kind::Procedures, procedures).await.applied);
    let campaigns = "code,title,instrument,unit,sampling,valid_from,valid_to\n\
                     a,A,quick,P,kiosk,2026-01-01,2026-06-30\n";
    assert!(import(&db, Kind::Campaigns, campaigns).await.applied);
    let ended = |day: &str| format!("P,Phòng,S,2020-01-01,{day},,ghi chú\n");
    let early = units(&db, &ended("2026-03-31")).await;
    assert_eq!(
        named(&early),
        [(2, "valid_to", "leaves_campaign"), (2, "valid_to", "leaves_procedure")]
    );
    let printed = early.to_string();
    assert!(
        printed.contains("thủ tục 2.000004") && printed.contains("đợt khảo sát a"),
        "{printed}"
    );
    let late = units(&db, &ended("2026-06-30")).await;
    assert_eq!(named(&late), [(2, "valid_to", "leaves_procedure")]);
    let until = "code,name,unit,valid_from,valid_to\n2.000004,Khuyến mại,P,2020-01-01,2026-06-30\n";
    assert!(import(&db, Kind::Procedures, until).await.applied);
    assert_eq!(counted(&units(&db, &ended("2026-06-30")).await), (0, 1, 0));
}

#[tokio::test]
async fn a_circle_is_told_once_for_each_line() {
    let (_folder, db) = world().await;
    let versions = "S,Sở,,2020-01-01,,,\nP,Phòng,S,2020-01-01,2022-12-31,,\n\
                    P,Phòng mới,S,2023-01-01,,,\nT,Tổ,P,2020-01-01,,,\n";
    assert_eq!(counted(&units(&db, versions).await), (4, 0, 0));
    let circle = units(&db, "S,Sở,T,2020-01-01,,,\n").await;
    assert_eq!(named(&circle), [(2, "parent", "circle")]);
}

#[tokio::test]
async fn a_tree_may_be_deep() {
    let (_folder, db) = world().await;
    let deep: String = (1..100).map(|n| format!("U{n},U,U{},2020-01-01,,,\n", n - 1)).collect();
    let report = units(&db, &format!("U0,U,,2020-01-01,,,\n{deep}")).await;
    assert_eq!(counted(&report), (100, 0, 0));
}

#[tokio::test]
async fn a_version_that_ballots_are_stamped_with_can_only_end() {
    let (_folder, db) = world().await;
    units(&db, TREE).await;
    assert_eq!(counted(&units(&db, "P,Phòng A,S,2020-01-01,,,ghi chú\n").await), (0, 1, 0));
    ballot(&db, "2026-03-31").await;
    let renamed = units(&db, "P,Phòng B,S,2020-01-01,,,\n").await;
    assert_eq!(named(&renamed), [(2, "name", "frozen"), (2, "note", "frozen")]);
    let early = units(&db, "P,Phòng A,S,2020-01-01,2026-03-30,,ghi chú\n").await;
    assert_eq!(named(&early), [(2, "valid_to", "ends_before_ballots")]);
    assert!(early.to_string().contains("2026-03-31"), "{early}");
    let ended = "P,Phòng A,S,2020-01-01,2026-03-31,,ghi chú\nP,Phòng B,S,2026-04-01,,,\n";
    assert_eq!(counted(&units(&db, ended).await), (1, 1, 0));
}

#[tokio::test]
async fn a_procedure_is_led_by_a_unit_and_can_be_found() {
    let (_folder, db) = world().await;
    units(&db, TREE).await;
    let lines = "mã;tên;lĩnh vực;đơn vị;thời hạn;từ ngày\n\
                 2.000004;Khuyến mại;Thương mại;P;5;2020-01-01\n";
    assert_eq!(counted(&import(&db, Kind::Procedures, lines).await), (1, 0, 0));
    assert_eq!(counted(&import(&db, Kind::Procedures, lines).await), (0, 0, 1));
    let found = crate::store::procedures::search(&db, "khuyen thuong", 20_260_101).await.unwrap();
    assert_eq!(found, ["2.000004"]);
    let bad = lines.replace("2.000004", "2.0001").replace(";P;5;", ";X;0;");
    let report = import(&db, Kind::Procedures, &bad).await;
    assert_eq!(named(&report), [(2, "code", "bad_code"), (2, "days", "bad_number")]);
    let early = lines.replace("2020-01-01", "2019-01-01").replace("000004", "000005");
    let report = import(&db, Kind::Procedures, &early).await;
    assert_eq!(named(&report), [(2, "unit", "unit_not_valid_then")]);
}

#[tokio::test]
async fn a_campaign_keeps_its_instrument_once_it_has_ballots() {
    let (_folder, db) = world().await;
    units(&db, TREE).await;
    ballot(&db, "2026-03-31").await;
    let other = "code,title,instrument,sampling,valid_from\na,A,sipas-service/1,kiosk,2020-01-01\n";
    let report = import(&db, Kind::Campaigns, other).await;
    assert_eq!(named(&report), [(2, "instrument", "in_use")]);
    let unknown = "code,title,instrument,channel,sampling,valid_from\n\
                   B 1,,nothing/1,by_air,kiosk,2020-01-01\n";
    let report = import(&db, Kind::Campaigns, unknown).await;
    assert_eq!(
        named(&report),
        [
            (2, "code", "bad_code"),
            (2, "title", "missing"),
            (2, "instrument", "unknown_instrument"),
            (2, "channel", "unknown_choice"),
        ]
    );
}

#[tokio::test]
async fn codes_that_a_spreadsheet_took_for_numbers_keep_their_zeros() {
    let (_folder, db) = world().await;
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    for (column, name) in (0..).zip(["Mã", "Tên", "Từ ngày", "Thời hạn"]) {
        sheet.write(0, column, name).unwrap();
    }
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2025, 7, 1).unwrap();
    sheet.write(2, 0, 2.0001).unwrap();
    sheet.write(2, 1, "Tên").unwrap();
    sheet.write_with_format(2, 2, &day, &date).unwrap();
    sheet.write(2, 3, 15).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let report = take(&db, Kind::Procedures, &bytes, true).await.unwrap();
    assert_eq!(counted(&report), (1, 0, 0));
    let stored = books::load(&db).await.unwrap().procedures;
    assert_eq!((stored[0].code.as_str(), stored[0].days), ("2.000100", Some(15)));
    assert_eq!(stored[0].period.from, NaiveDate::from_ymd_opt(2025, 7, 1).unwrap());
}

#[tokio::test]
async fn a_point_is_replaced_and_running_servers_are_told() {
    let (_folder, db) = world().await;
    let counter_of = |db: Db| async move { settings::get(&db, settings::BOOKS).await.unwrap() };
    let before = counter_of(db.clone()).await;
    let lines = "code,name,channel,valid_from\nq-1,Quầy,in_person,2020-01-01\n";
    assert_eq!(counted(&import(&db, Kind::ServicePoints, lines).await), (1, 0, 0));
    assert_ne!(counter_of(db.clone()).await, before);
    let moved = lines.replace("in_person", "online");
    assert_eq!(counted(&import(&db, Kind::ServicePoints, &moved).await), (0, 1, 0));
    assert_eq!(books::load(&db).await.unwrap().service_points.len(), 1);
}
