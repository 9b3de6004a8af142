//! Campaigns.

use std::collections::HashMap;

use domain::{Campaign, day};
use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// A row as it is stored.
#[derive(FromRow)]
pub(super) struct StoredCampaign {
    pub(super) id: i64,
    pub(super) code: String,
    pub(super) title_vi: String,
    pub(super) title_en: String,
    pub(super) instrument_id: i64,
    pub(super) unit_id: Option<i64>,
    pub(super) channel: i64,
    pub(super) sampling: i64,
    pub(super) takes: String,
    pub(super) valid_from: i64,
    pub(super) valid_to: Option<i64>,
    pub(super) quota: Option<i64>,
    pub(super) closed: Option<i64>,
}

/// Every row.
pub(super) async fn rows(tx: &mut Tx) -> Result<Vec<StoredCampaign>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, code, title_vi, title_en, instrument_id, unit_id, channel, sampling,
                    takes, valid_from, valid_to, quota, closed
             from campaigns",
        )
        .fetch_all(conn).await
    })
}

/// Writes a campaign; the one with the same code is replaced, but for its closing. Its row.
pub async fn put(tx: &mut Tx, campaign: &Campaign) -> Result<i64, sqlx::Error> {
    let Campaign { code, title, period, .. } = campaign;
    let takes: Vec<&str> = campaign.takes.iter().map(|kind| kind.name()).collect();
    let takes = takes.join(" ");
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into campaigns (code, title_vi, title_en, instrument_id, unit_id, channel,
                sampling, takes, valid_from, valid_to, quota)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict (code) do update set title_vi = excluded.title_vi,
                title_en = excluded.title_en, instrument_id = excluded.instrument_id,
                unit_id = excluded.unit_id, channel = excluded.channel,
                sampling = excluded.sampling, takes = excluded.takes,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                quota = excluded.quota
             returning id",
        )
        .bind(code.clone()).bind(title.vi.clone()).bind(title.en.clone())
        .bind(campaign.instrument).bind(campaign.unit)
        .bind(campaign.channel.number()).bind(campaign.sampling.number()).bind(takes)
        .bind(day::number(period.from)).bind(period.to.map(day::number)).bind(campaign.quota)
        .fetch_one(conn).await
    })
}

/// How many ballots came in for each campaign.
pub async fn counts(tx: &mut Tx) -> Result<HashMap<i64, i64>, sqlx::Error> {
    let rows: Vec<(i64, i64)> = within!(tx, conn => {
        sqlx::query_as("select id, ballots from campaigns").fetch_all(conn).await?
    });
    Ok(rows.into_iter().collect())
}

/// Counts the ballots of every campaign again, and sets what is wrong; how many were. Whoever counts
/// for a campaign waits meanwhile.
pub async fn recount(tx: &mut Tx) -> Result<u64, sqlx::Error> {
    if let Tx::Postgres(tx) = tx {
        let all = sqlx::query("select id from campaigns order by id for update");
        all.execute(&mut **tx).await?;
    }
    let counted: Vec<(i64, i64)> = within!(&mut *tx, conn => {
        sqlx::query_as("select campaign_id, cast(count(*) as bigint) from ballots group by campaign_id")
            .fetch_all(conn).await?
    });
    let counted: HashMap<i64, i64> = counted.into_iter().collect();
    let mut wrong = 0;
    for (campaign, stored) in counts(tx).await? {
        let counted = counted.get(&campaign).copied().unwrap_or_default();
        if counted != stored {
            count(tx, campaign, counted - stored).await?;
            wrong += 1;
        }
    }
    Ok(wrong)
}

/// Closes a campaign from a moment on, for good.
pub async fn close(tx: &mut Tx, campaign: i64, moment: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update campaigns set closed = $2 where id = $1")
            .bind(campaign).bind(moment).execute(conn).await.map(|_| ())
    })
}

/// What a campaign has and takes.
#[derive(FromRow)]
pub struct Room {
    /// Ballots that came in.
    pub ballots: i64,
    /// The most that are taken.
    pub quota: Option<i64>,
    /// When it was closed.
    pub closed: Option<i64>,
}

/// Raises a campaign's count, and tells what it then has and takes, as of this transaction: the
/// row stays locked until its end.
pub async fn count(tx: &mut Tx, campaign: i64, more: i64) -> Result<Room, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "update campaigns set ballots = ballots + $2 where id = $1
             returning ballots, quota, closed",
        )
        .bind(campaign).bind(more).fetch_one(conn).await
    })
}

/// The campaigns that have as many ballots as they take.
pub async fn full(db: &Db) -> Result<Vec<i64>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar("select id from campaigns where ballots >= quota").fetch_all(pool).await
    })
}

/// Whether a campaign has as many ballots as it takes.
pub async fn is_full(db: &Db, campaign: i64) -> Result<bool, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar::<_, bool>("select coalesce(ballots >= quota, 1 = 0) from campaigns where id = $1")
            .bind(campaign).fetch_one(pool).await
    })
}
