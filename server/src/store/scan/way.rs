//! The way through all ballots: by id in SQLite, where rows lie in that order, and block by block in
//! PostgreSQL, where ids drawn at random would lead from one block to any other.

use sqlx::{Postgres, Transaction};
use uuid::Uuid;

use super::{BETWEEN, Columns, Packed};
use crate::store::{Tx, within};

/// Ballots in one part, where they are counted.
const PAGE: i64 = 2048;
/// Blocks in one part: some four thousand ballots.
const BLOCKS: i64 = 64;

/// The last id of a part; none, if fewer ballots are left.
const END: &str = "select id from ballots where id > $1 and day between $2 and $3
    order by id limit 1 offset $4";
/// How many blocks there are. What is written meanwhile is none of this transaction's business.
const SIZE: &str =
    "select pg_relation_size('ballots') / cast(current_setting('block_size') as bigint)";

/// The columns of one page: the answers with the byte `$5` between, the numbers with commas.
macro_rules! packed {
    ($place:literal) => {
        concat!(
            "select string_agg(answers, $5),
                string_agg(cast(campaign_id as text), ','),
                string_agg(cast(coalesce(service_point_id, 0) as text), ','),
                string_agg(cast(coalesce(unit_version_id, 0) as text), ','),
                string_agg(cast(coalesce(procedure_id, 0) as text), ','),
                string_agg(cast(channel as text), ','),
                string_agg(cast(sampling as text), ','),
                string_agg(cast(day as text), ','),
                string_agg(cast(respondent as text), ',')
            from ballots where ",
            $place,
            " and day between $3 and $4"
        )
    };
}

/// The same page row by row, to name what cannot be read.
macro_rules! rows {
    ($place:literal) => {
        concat!(
            "select answers, campaign_id, coalesce(service_point_id, 0),
                coalesce(unit_version_id, 0), coalesce(procedure_id, 0), channel, sampling, day,
                respondent, id
            from ballots where ",
            $place,
            " and day between $3 and $4 order by id"
        )
    };
}

const PACKED_BY_ID: &str = packed!("id > $1 and id <= $2");
const PACKED_BY_BLOCK: &str = packed!("ctid >= cast($1 as tid) and ctid < cast($2 as tid)");
const ROWS_BY_ID: &str = rows!("id > $1 and id <= $2");
const ROWS_BY_BLOCK: &str = rows!("ctid >= cast($1 as tid) and ctid < cast($2 as tid)");

/// How far a walk has come.
pub(super) enum Way {
    /// After this id; nowhere, once the last was reached.
    ById(Option<Uuid>),
    /// From this block up to the last.
    ByBlock(i64, i64),
}

/// A part of the ballots.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// After the one id, up to the other.
    Ids(Uuid, Uuid),
    /// From the one block, up to the other and without it.
    Blocks(i64, i64),
}

impl Way {
    /// The way from the beginning.
    pub(super) async fn new(tx: &mut Tx) -> Result<Self, sqlx::Error> {
        match tx {
            Tx::Sqlite(_) => Ok(Self::ById(Some(Uuid::nil()))),
            Tx::Postgres(tx) => {
                let blocks = sqlx::query_scalar(SIZE).fetch_one(&mut **tx).await?;
                Ok(Self::ByBlock(0, blocks))
            }
        }
    }

    /// The next part; it may hold no ballot of these days. Nothing after the last.
    pub(super) async fn next(
        &mut self,
        tx: &mut Tx,
        days: (i64, i64),
    ) -> Result<Option<Part>, sqlx::Error> {
        match self {
            Self::ById(after) => {
                let Some(begun) = *after else { return Ok(None) };
                *after = within!(tx, conn => {
                    sqlx::query_scalar(END).bind(begun).bind(days.0).bind(days.1).bind(PAGE - 1)
                        .fetch_optional(conn).await?
                });
                Ok(Some(Part::Ids(begun, after.unwrap_or(Uuid::max()))))
            }
            Self::ByBlock(next, end) => {
                let begun = *next;
                *next += BLOCKS;
                Ok((begun < *end).then_some(Part::Blocks(begun, begun + BLOCKS)))
            }
        }
    }
}

impl Part {
    /// Its ballots of these days, packed into one row.
    pub(super) async fn packed(
        self,
        tx: &mut Tx,
        (first, last): (i64, i64),
    ) -> Result<Packed, sqlx::Error> {
        match (self, tx) {
            (Self::Ids(after, until), tx) => within!(tx, conn => {
                sqlx::query_as(PACKED_BY_ID).bind(after).bind(until).bind(first).bind(last)
                    .bind(vec![BETWEEN]).fetch_one(conn).await
            }),
            (Self::Blocks(from, to), tx) => {
                let query = sqlx::query_as(PACKED_BY_BLOCK).bind(start(from)).bind(start(to));
                query.bind(first).bind(last).bind(vec![BETWEEN]).fetch_one(&mut **own(tx)?).await
            }
        }
    }

    /// The same row by row.
    pub(super) async fn rows(
        self,
        tx: &mut Tx,
        (first, last): (i64, i64),
    ) -> Result<Vec<Columns>, sqlx::Error> {
        match (self, tx) {
            (Self::Ids(after, until), tx) => within!(tx, conn => {
                sqlx::query_as(ROWS_BY_ID).bind(after).bind(until).bind(first).bind(last)
                    .fetch_all(conn).await
            }),
            (Self::Blocks(from, to), tx) => {
                let query = sqlx::query_as(ROWS_BY_BLOCK).bind(start(from)).bind(start(to));
                query.bind(first).bind(last).fetch_all(&mut **own(tx)?).await
            }
        }
    }
}

/// Where a block begins.
fn start(block: i64) -> String {
    format!("({block},0)")
}

/// Blocks are PostgreSQL's alone.
fn own(tx: &mut Tx) -> Result<&mut Transaction<'static, Postgres>, sqlx::Error> {
    match tx {
        Tx::Postgres(tx) => Ok(tx),
        Tx::Sqlite(_) => Err(sqlx::Error::Protocol("SQLite has no such blocks".to_owned())),
    }
}
