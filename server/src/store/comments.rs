//! Comments, as staff read them: the newest day first.

use domain::{day, office::surveys::comments::Question};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Db, reading, values::List};

/// A comment with what it belongs to.
#[derive(Clone, Debug, FromRow)]
pub struct StoredComment {
    /// Its ballot.
    pub ballot_id: Uuid,
    /// `YYYYMMDD`.
    pub day: i64,
    /// The unit version's row.
    pub unit_version_id: Option<i64>,
    /// The procedure's row.
    pub procedure_id: Option<i64>,
    /// The campaign's row.
    pub campaign_id: i64,
    /// The ballot's answers, packed.
    pub answers: Vec<u8>,
    /// The comment.
    pub text: String,
    /// Whether an agreement to publish it holds.
    pub publishable: bool,
}

/// The days and the campaign of a question; every day and campaign by numbers that bound nothing.
fn bounds(question: &Question) -> (i64, i64, i64) {
    let from = question.from.map_or(0, day::number);
    let to = question.to.map_or(i64::MAX, day::number);
    (from, to, question.campaign.unwrap_or(0))
}

/// Answered from the index alone.
static COUNT: List = List::new(
    "select cast(count(*) as bigint) from comments
     where day between $1 and $2 and ($3 = 0 or campaign_id = $3)
       and coalesce(unit_version_id, 0) in",
    3,
    "",
);

/// How many comments a question is about, whatever is in them.
pub async fn count(db: &Db, question: &Question) -> Result<i64, sqlx::Error> {
    let Some((sql, versions)) = COUNT.of(&question.versions) else { return Ok(0) };
    let (from, to, campaign) = bounds(question);
    reading!(db, pool => {
        let query = sqlx::query_scalar(sql).bind(from).bind(to).bind(campaign);
        versions.iter().fold(query, |query, version| query.bind(*version)).fetch_one(pool).await
    })
}

/// The page is cut from the index before anything else is looked up.
static ROWS: List = List::new(
    "select ballot_id, page.day, page.unit_version_id, procedure_id, page.campaign_id, answers,
            (select text from comments where comments.ballot_id = page.ballot_id) as text,
            exists (select 1 from consents
                    where consents.ballot_id = page.ballot_id and purpose = 'publish_comment'
                      and withdrawn is null) as publishable
     from (select day, ballot_id, unit_version_id, campaign_id from comments
           where day between $1 and $2 and ($3 = 0 or campaign_id = $3)
             and (day < $4 or day = $4 and ballot_id < $5)
             and coalesce(unit_version_id, 0) in",
    7,
    "      order by day desc, ballot_id desc limit $6 offset $7) page
     join ballots on ballots.id = page.ballot_id
     order by page.day desc, page.ballot_id desc",
);

/// Where reading goes on: after this day and ballot.
pub type After = (i64, Uuid);
/// Before the newest comment.
pub const START: After = (i64::MAX, Uuid::max());

/// Comments of a question, the newest day first, after a place and after `skip` more.
pub async fn rows(
    db: &Db,
    question: &Question,
    after: After,
    skip: i64,
    most: i64,
) -> Result<Vec<StoredComment>, sqlx::Error> {
    let Some((sql, versions)) = ROWS.of(&question.versions) else { return Ok(Vec::new()) };
    let (from, to, campaign) = bounds(question);
    reading!(db, pool => {
        let query = sqlx::query_as(sql).bind(from).bind(to).bind(campaign);
        let query = query.bind(after.0).bind(after.1).bind(most).bind(skip);
        versions.iter().fold(query, |query, version| query.bind(*version)).fetch_all(pool).await
    })
}
