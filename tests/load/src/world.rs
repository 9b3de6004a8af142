//! A department of a plausible size, and ballots for it.

use std::path::Path;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    CheckedBallot, Instrument, Sampling,
    ballot::{Mark, instrument::BUILT_IN, respondent::Respondent},
    day,
};
use server::{
    import,
    store::{self, Db, ballots::Entry, books, open::Access},
};
use uuid::{NoContext, Timestamp, Uuid};

use crate::report::Outcome;

/// The campaign every ballot of the load belongs to.
pub(crate) const CAMPAIGN: &str = "bench";
const UNITS: usize = 8;
const PROCEDURES: usize = 40;
const DAYS: u64 = 730;
const GROUP: usize = 5000;

/// The first day of the two years that are filled.
pub(crate) fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, 1).unwrap_or_default()
}

/// The address of the SQLite file in a folder.
pub(crate) fn sqlite(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("bench.db").display())
}

/// A database with units, procedures and one open campaign, in a folder.
pub(crate) async fn make(folder: &Path) -> Outcome<Db> {
    make_in(folder, &sqlite(folder)).await
}

/// The same wherever the database is; the folder is for the files that are imported.
pub(crate) async fn make_in(folder: &Path, url: &str) -> Outcome<Db> {
    let opened = Db::open(url, Access::Write).await?;
    let sets: Vec<Instrument> =
        BUILT_IN.iter().map(|text| serde_json::from_str(text)).collect::<Result<_, _>>()?;
    store::instruments::take_in(&opened.db, &sets).await?;
    let units = (1..=UNITS).map(|n| format!("U{n},Unit {n},2020-01-01\n"));
    let procedures =
        (1..=PROCEDURES).map(|n| format!("1.{n:06},Procedure {n},U{},2020-01-01\n", 1 + n % UNITS));
    let files = [
        (import::Kind::Units, format!("code,name,valid_from\n{}", units.collect::<String>())),
        (
            import::Kind::Procedures,
            format!("code,name,unit,valid_from\n{}", procedures.collect::<String>()),
        ),
        (
            import::Kind::Campaigns,
            format!(
                "code,title,instrument,sampling,valid_from\n{CAMPAIGN},Bench,sipas-service/1,counter_qr,2020-01-01\n"
            ),
        ),
    ];
    for (kind, text) in files {
        let file = folder.join("import.csv");
        std::fs::write(&file, text)?;
        import::run(&opened.db, kind, &file, true).await?;
    }
    // The lock on the file goes with the last of these handles.
    Ok(opened.db)
}

/// Keeps this many ballots, spread over two years, units, procedures and channels.
pub(crate) async fn fill(db: &Db, ballots: usize) -> Outcome {
    let books = books::load(db).await?;
    let (campaign, set) = books.campaign(CAMPAIGN).ok_or("the campaign is missing")?;
    let mut chance = fastrand::Rng::with_seed(2026);
    let mut left = ballots;
    let mut memory = store::tallies::Memory::default();
    while left > 0 {
        let size = left.min(GROUP);
        let entries: Vec<Entry> = (0..size)
            .map(|_| {
                let procedure = &books.procedures[chance.usize(..books.procedures.len())];
                let unit = procedure.unit.and_then(|unit| books.unit_on(unit, first_day()));
                let day = first_day() + Days::new(chance.u64(..DAYS));
                let ballot = CheckedBallot {
                    id: id_at(day::start_of(day), &mut chance),
                    campaign: campaign.id,
                    instrument: campaign.instrument,
                    service_point: None,
                    unit: unit.map(|unit| unit.id),
                    procedure: Some(procedure.procedure),
                    channel: domain::Channel::ALL[chance.usize(..2)],
                    sampling: Sampling::CounterQr,
                    day,
                    answers: set
                        .items
                        .iter()
                        .map(|item| Mark::Level(chance.u8(1..=item.scale.top())))
                        .collect(),
                    comment: None,
                    consents: Vec::new(),
                    respondent: Respondent::default(),
                };
                Entry {
                    ballot,
                    hash: chance.u128(..).to_le_bytes(),
                    invitee: None,
                    begun: i64::MAX,
                }
            })
            .collect();
        store::ballots::keep(db, &mut memory, &entries).await?;
        left -= size;
    }
    Ok(())
}

fn id_at(moment: DateTime<Utc>, chance: &mut fastrand::Rng) -> Uuid {
    let millis = u64::try_from(moment.timestamp_millis()).unwrap_or(0) + chance.u64(..86_400_000);
    let mut random = [0; 10];
    chance.fill(&mut random);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// The body of a ballot as a phone sends it, with an id of its own.
pub(crate) fn body(chance: &mut fastrand::Rng) -> String {
    let id = Uuid::new_v7(Timestamp::now(NoContext));
    let items = ["A1", "A2", "A3", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "D1", "D2", "D3"];
    let answers: Vec<String> = items
        .iter()
        .map(|item| format!("{{\"item\":\"{item}\",\"level\":{}}}", chance.u8(1..=5)))
        .collect();
    let procedure = 1 + chance.usize(..PROCEDURES);
    format!(
        "{{\"id\":\"{id}\",\"campaign\":\"{CAMPAIGN}\",\"instrument\":\"sipas-service/1\",\"procedure\":\"1.{procedure:06}\",\
         \"answers\":[{},{{\"item\":\"E1\",\"level\":null}},{{\"item\":\"I1\",\"level\":1}}]}}",
        answers.join(",")
    )
}
