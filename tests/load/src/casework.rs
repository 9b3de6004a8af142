//! The inbox and a case's page beside two hundred thousand cases, on both engines.

use std::{path::Path, time::Instant};

use chrono::{Days, NaiveDate, TimeDelta, Utc};
use domain::{
    Role, day,
    feedback::{
        event::{Actor, Step},
        kind::{Kind, Level, Source},
    },
};
use server::{
    feedback::{
        CLASS, content_hash,
        log::{self, Line},
        search, subject,
    },
    keys::Keys,
    node::{self, Books},
    store::{Db, Tx, feedback::cases::NewCase},
};
use uuid::Uuid;

use crate::{
    host, reader,
    report::{Outcome, Report, percentile},
    world,
};

const CASES: usize = 200_000;
/// Cases of one transaction while the database is filled.
const GROUP: usize = 1_000;
/// Days over which they were sent; those of the last weeks are open.
const DAYS: u64 = 730;
/// Days after which a case is finished.
const OPEN_FOR: u64 = 25;
const ROUNDS: usize = 20;
/// Tells where a PostgreSQL answers.
const POSTGRES: &str = "HAILONG_BENCH_POSTGRES";

/// What each of the readers looks at.
const LISTS: [&str; 7] = [
    "tab=mine",
    "tab=unit",
    "tab=unassigned",
    "tab=overdue",
    "tab=due_soon&page=2",
    "tab=finished&page=40",
    "tab=finished&q=giay+phep+ban+le",
];
const READERS: [(&str, Role); 4] = [
    ("handler", Role::Handler),
    ("head", Role::Head),
    ("office", Role::Office),
    ("leader", Role::Leadership),
];

/// Fills a database on each engine that there is, then asks for lists and cases in turn.
pub(crate) async fn measure(report: &mut Report) -> Outcome {
    let folder = tempfile::tempdir()?;
    on(report, "SQLite", folder.path(), &world::sqlite(folder.path())).await?;
    match std::env::var(POSTGRES) {
        Ok(url) => on(report, "PostgreSQL", folder.path(), &url).await,
        Err(_) => {
            report.note("cases on PostgreSQL", "not measured".to_owned());
            Ok(())
        }
    }
}

async fn on(report: &mut Report, engine: &str, folder: &Path, url: &str) -> Outcome {
    let started = Instant::now();
    let db = world::make_in(folder, url).await?;
    let cases = fill(&db).await?;
    db.close().await;
    // The lock on the file goes with it: the server to be measured wants it.
    drop(db);
    report.note(
        &format!("{CASES} cases on {engine}, filled in"),
        format!("{:.0} s", started.elapsed().as_secs_f64()),
    );
    let server = host::start_on("ours", folder, url).await?;
    let (mut lists, mut pages) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        for (name, _) in READERS {
            for list in LISTS {
                let path = format!("/api/v1/office/feedback?{list}");
                lists.push(reader::ask(&server.address, &path, name).await?);
            }
            let number = cases[(round * 7919) % cases.len()];
            let path = format!("/api/v1/office/feedback/{number}");
            pages.push(reader::ask(&server.address, &path, "office").await?);
        }
    }
    report.at_most(&format!("inbox on {engine}, p95"), percentile(&mut lists, 95), 50.0, "ms");
    report.at_most(&format!("case on {engine}, p95"), percentile(&mut pages, 95), 20.0, "ms");
    server.stop().await
}

/// Who works on the cases.
struct Staff {
    handler: i64,
    head: i64,
    office: i64,
}

/// Sends and works on every case by the rules; their numbers.
async fn fill(db: &Db) -> Outcome<Vec<i64>> {
    let books = node::read(db, false).await?;
    let unit = books.catalogue.units.first().ok_or("there are no units")?.unit;
    let mut accounts = Vec::new();
    for (name, role) in READERS {
        let own = matches!(role, Role::Handler | Role::Head).then_some(unit);
        accounts.push(reader::sign_in(db, name, role, own).await?);
    }
    let staff = Staff { handler: accounts[0], head: accounts[1], office: accounts[2] };
    let (keys, mut chance) = (Keys::draw(|_| {}), fastrand::Rng::with_seed(2026));
    let mut numbers = Vec::with_capacity(CASES);
    for _ in 0..CASES / GROUP {
        let mut tx = db.begin().await?;
        for _ in 0..GROUP {
            let case = one(&mut tx, &books, &keys, &staff, &mut chance).await;
            numbers.push(case.map_err(|problem| format!("a case was refused: {problem:?}"))?);
        }
        tx.commit().await?;
    }
    Ok(numbers)
}

#[expect(clippy::disallowed_methods, reason = "open cases are those of the last weeks")]
fn first_day() -> NaiveDate {
    day::local_day(Utc::now()) - Days::new(DAYS)
}

/// A case from its sending to where it stands today.
async fn one(
    tx: &mut Tx,
    books: &Books,
    keys: &Keys,
    staff: &Staff,
    chance: &mut fastrand::Rng,
) -> Result<i64, server::problem::Problem> {
    let age = chance.u64(1..DAYS);
    let sent = first_day() + Days::new(DAYS - age);
    let (new, words) = message(books, keys, chance);
    let source = Source::Hotline;
    let step = Step::Sent { source, on: sent, class: CLASS.to_owned(), is_formal: true };
    let mut at = day::start_of(sent) + TimeDelta::hours(8);
    let line = Line { at, actor: actor(staff.office, Level::Office), step, words: Some(words) };
    let (number, mut case) = log::open(tx, (books, draw), &new, line).await?;
    let lead = books.catalogue.units[chance.usize(..books.catalogue.units.len())].unit;
    for (actor, step, words) in steps(staff, lead, age, chance) {
        at += TimeDelta::minutes(30);
        let line = Line { at, actor, step, words: words.map(str::to_owned) };
        case = log::add(tx, books, number, case, line).await?;
    }
    Ok(number)
}

/// What was done with a case that is as many days old.
fn steps(
    staff: &Staff,
    lead: i64,
    age: u64,
    chance: &mut fastrand::Rng,
) -> Vec<(Actor, Step, Option<&'static str>)> {
    let office = || actor(staff.office, Level::Office);
    let mut steps = vec![
        (office(), Step::Received, None),
        (office(), Step::Assigned { unit: lead }, None),
        (actor(staff.head, Level::Unit), Step::Named { account: staff.handler }, None),
        (actor(staff.handler, Level::Unit), Step::Submitted, Some("Đã giải quyết xong.")),
        (actor(staff.head, Level::Unit), Step::Approved, Some("Đã giải quyết xong.")),
    ];
    if age < OPEN_FOR {
        steps.truncate(chance.usize(..4));
    }
    steps
}

fn actor(account: i64, level: Level) -> Actor {
    Actor::Staff { account, level }
}

/// What somebody sends, in words that are not the same twice.
fn message(books: &Books, keys: &Keys, chance: &mut fastrand::Rng) -> (NewCase, String) {
    const MATTERS: [&str; 5] = [
        "Cửa hàng xăng dầu đóng cửa sớm hơn giờ niêm yết",
        "Hồ sơ cấp giấy phép bán lẻ rượu chờ đã lâu",
        "Cụm công nghiệp xả bụi vào khu dân cư",
        "Điện áp ở ấp tôi yếu vào buổi tối",
        "Chợ chưa có chỗ để xe cho người mua",
    ];
    let [matter, other] = [(); 2].map(|()| MATTERS[chance.usize(..MATTERS.len())]);
    let words = format!("{matter}, số {}. {other}.", chance.u32(..));
    let procedures = &books.catalogue.procedures;
    let procedure = Some(procedures[chance.usize(..procedures.len())].procedure);
    let id = Uuid::from_u128(chance.u128(..));
    let new = NewCase {
        id,
        content_hash: content_hash(keys, id.as_bytes()),
        kind: Kind::ALL[chance.usize(..Kind::ALL.len())].number(),
        outside_number: Some(id.simple().to_string()),
        is_publishable: false,
        unit_version: None,
        procedure,
        service_point: None,
        subject: subject(&words),
        folded: search::folded(&words),
    };
    (new, words)
}

/// Bytes for the numbers of cases.
fn draw(bytes: &mut [u8]) {
    fastrand::fill(bytes);
}
