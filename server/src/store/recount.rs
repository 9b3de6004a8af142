//! Counting every ballot again and comparing with the tallies, cell by cell.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Channel, CheckedBallot, Sampling,
    ballot::{respondent::Respondent, unpack},
    day,
};
use sqlx::FromRow;
use uuid::Uuid;

use super::{
    Db, Tx, campaigns,
    tallies::{self, Counts, RowKey, from_stored},
    within,
};
use crate::error::Error;

/// How many ballots are read at a time.
const PAGE: i64 = 5000;

/// What a recount found.
#[derive(Debug, Default)]
pub struct Recount {
    /// Ballots counted again.
    pub ballots: u64,
    /// Cells compared.
    pub cells: u64,
    /// Every cell that differs, in words.
    pub differences: Vec<String>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    campaign_id: i64,
    unit_version_id: Option<i64>,
    procedure_id: Option<i64>,
    channel: i64,
    sampling: i64,
    day: i64,
    answers: Vec<u8>,
}

/// Counts all ballots again and compares, in one state of the database, beside a running server too.
pub async fn recount(db: &Db) -> Result<Recount, Error> {
    let tx = &mut db.snapshot().await?;
    let instruments: HashMap<i64, i64> = within!(tx, conn => {
        sqlx::query_as("select id, instrument_id from campaigns").fetch_all(conn).await?
    })
    .into_iter()
    .collect::<HashMap<i64, i64>>();
    let mut found = Recount::default();
    let mut counted = BTreeMap::new();
    let mut by_campaign: HashMap<i64, i64> = HashMap::new();
    let mut after = Uuid::nil();
    loop {
        let page: Vec<Row> = page(tx, after).await?;
        let Some(last) = page.last() else { break };
        after = last.id;
        found.ballots += page.len() as u64;
        for row in page {
            let id = row.id;
            *by_campaign.entry(row.campaign_id).or_default() += 1;
            match ballot(row, &instruments) {
                Some(ballot) => tallies::fold([&ballot], &mut counted),
                None => found.differences.push(format!("ballot {id} cannot be read")),
            }
        }
    }
    compare(&counted, &stored(tx).await?, &mut found);
    for (campaign, ballots) in campaigns::counts(tx).await? {
        let counted = by_campaign.get(&campaign).copied().unwrap_or_default();
        found.cells += 1;
        if counted != ballots {
            let difference = format!("campaign {campaign}: counted {counted}, stored {ballots}");
            found.differences.push(difference);
        }
    }
    Ok(found)
}

async fn page(tx: &mut Tx, after: Uuid) -> Result<Vec<Row>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, campaign_id, unit_version_id, procedure_id, channel, sampling, day, answers
             from ballots where id > $1 order by id limit $2",
        )
        .bind(after).bind(PAGE).fetch_all(conn).await
    })
}

async fn stored(tx: &mut Tx) -> Result<BTreeMap<RowKey, Counts>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select instrument_id, period, unit_version_id, procedure_id, channel, sampling, counts
             from tallies",
        )
        .fetch_all(conn).await
    })
    .map(|rows| rows.into_iter().map(from_stored).collect())
}

fn ballot(row: Row, instruments: &HashMap<i64, i64>) -> Option<CheckedBallot> {
    Some(CheckedBallot {
        id: row.id,
        campaign: row.campaign_id,
        instrument: *instruments.get(&row.campaign_id)?,
        service_point: None,
        unit: row.unit_version_id,
        procedure: row.procedure_id,
        channel: Channel::from_number(row.channel)?,
        sampling: Sampling::from_number(row.sampling)?,
        day: day::from_number(row.day)?,
        answers: unpack(&row.answers)?,
        comment: None,
        respondent: Respondent::default(),
        consents: Vec::new(),
    })
}

fn compare(
    counted: &BTreeMap<RowKey, Counts>,
    stored: &BTreeMap<RowKey, Counts>,
    found: &mut Recount,
) {
    let none = Counts::default();
    let keys = counted.keys().chain(stored.keys().filter(|key| !counted.contains_key(*key)));
    for key in keys {
        let ours: BTreeMap<i64, _> = counted.get(key).unwrap_or(&none).tallies().collect();
        let theirs: BTreeMap<i64, _> = stored.get(key).unwrap_or(&none).tallies().collect();
        for item in ours.keys().chain(theirs.keys().filter(|item| !ours.contains_key(item))) {
            let (a, b) = (ours.get(item).copied(), theirs.get(item).copied());
            found.cells += 6;
            if a != b {
                let [instrument, period, unit, procedure, channel, sampling] = key;
                found.differences.push(format!(
                    "instrument {instrument} period {period} unit {unit} procedure {procedure} channel {channel} \
                     sampling {sampling} item {item}: counted {:?}, stored {:?}",
                    a.unwrap_or_default(),
                    b.unwrap_or_default()
                ));
            }
        }
    }
}
