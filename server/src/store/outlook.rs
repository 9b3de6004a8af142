//! What is there beside the books and names something of them.

use chrono::NaiveDate;
use domain::{
    books::outlook::{Beside, OpenLinks},
    day,
};

use super::{Tx, within};

/// Campaign, unit, procedure, service point, and how many links name them.
type Row = (i64, Option<i64>, Option<i64>, Option<i64>, i64);

/// Open links, accounts, and the ballots given since a day.
pub async fn beside(tx: &mut Tx, since: NaiveDate) -> Result<Beside, sqlx::Error> {
    let links: Vec<Row> = within!(tx, conn => {
        sqlx::query_as(
            "select campaign_id, unit_id, procedure_id, service_point_id, cast(count(*) as bigint)
             from invitees where answered = 0
             group by campaign_id, unit_id, procedure_id, service_point_id",
        )
        .fetch_all(conn).await?
    });
    let accounts: Vec<(i64, i64)> = within!(tx, conn => {
        sqlx::query_as(
            "select unit_id, cast(count(*) as bigint) from accounts
             where disabled is null and unit_id is not null group by unit_id",
        )
        .fetch_all(conn).await?
    });
    let ballots: Vec<(i64, i64)> = within!(tx, conn => {
        sqlx::query_as(
            "select unit_version_id, cast(count(*) as bigint) from ballots
             where day >= $1 and unit_version_id is not null group by unit_version_id",
        )
        .bind(day::number(since)).fetch_all(conn).await?
    });
    let links = links.into_iter().map(|(campaign, unit, procedure, service_point, count)| {
        OpenLinks { campaign, unit, procedure, service_point, count }
    });
    Ok(Beside {
        links: links.collect(),
        accounts: accounts.into_iter().collect(),
        ballots: ballots.into_iter().collect(),
    })
}
