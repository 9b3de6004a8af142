//! Invited people: what is kept of them, and that they answered.

use std::collections::HashSet;

use sqlx::FromRow;

use super::{
    Db, Tx, reading,
    values::{Bulk, List},
    within,
};
use crate::keys::Key;

/// A contact as it is kept: sealed, and what it is found by.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// Name, number, address and dossier as one sealed text.
    pub contact: Vec<u8>,
    /// A stand-in of the number.
    pub phone: Option<Key>,
    /// A stand-in of the address.
    pub email: Option<Key>,
    /// A stand-in of the dossier's number.
    pub dossier: Option<Key>,
}

/// What a row is found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The mobile number.
    Phone,
    /// The e-mail address.
    Email,
    /// The dossier's number.
    Dossier,
}

/// An invitee to add.
#[derive(Clone, Debug)]
pub struct New {
    /// The row.
    pub id: i64,
    /// The campaign.
    pub campaign: i64,
    /// Where the dossier belonged.
    pub place: Place,
    /// Who it is.
    pub sealed: Sealed,
    /// Today, `YYYYMMDD`.
    pub created: i64,
}

/// Where somebody's dossier belonged, as far as it is known: rows of the books.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromRow)]
pub struct Place {
    /// The unit's identity.
    pub unit_id: Option<i64>,
    /// The procedure's identity.
    pub procedure_id: Option<i64>,
    /// The service point.
    pub service_point_id: Option<i64>,
}

/// An invitee as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct StoredInvitee {
    /// The row.
    pub id: i64,
    /// Where the dossier belonged.
    #[sqlx(flatten)]
    pub place: Place,
    /// Who it is, sealed.
    pub contact: Vec<u8>,
    /// The local day of the upload, `YYYYMMDD`.
    pub created: i64,
    /// Whether they answered: 1.
    pub answered: i64,
}

static INSERT: Bulk = Bulk::new(
    "insert into invitees (id, campaign_id, unit_id, procedure_id, service_point_id, contact,
     phone, email, dossier, created)",
    10,
    "on conflict do nothing returning id",
);

/// Adds invitees; how many. Fewer come in only where somebody else added the same dossier meanwhile.
pub async fn add(tx: &mut Tx, people: &[New]) -> Result<usize, sqlx::Error> {
    let mut added = 0;
    for (statement, run) in INSERT.runs(tx, people) {
        let ids: Vec<i64> = within!(tx, conn => {
            let mut query = sqlx::query_scalar(statement);
            for New { id, campaign, place, sealed, created } in run {
                query = query
                    .bind(id).bind(campaign)
                    .bind(place.unit_id).bind(place.procedure_id).bind(place.service_point_id)
                    .bind(sealed.contact.clone())
                    .bind(bytes(sealed.phone)).bind(bytes(sealed.email)).bind(bytes(sealed.dossier))
                    .bind(created);
            }
            query.fetch_all(conn).await?
        });
        added += ids.len();
    }
    Ok(added)
}

fn bytes(key: Option<Key>) -> Option<Vec<u8>> {
    key.map(|key| key.to_vec())
}

/// The stand-ins of every dossier of a campaign.
pub async fn dossiers(tx: &mut Tx, campaign: i64) -> Result<HashSet<Vec<u8>>, sqlx::Error> {
    let found: Vec<Vec<u8>> = within!(tx, conn => {
        sqlx::query_scalar(
            "select dossier from invitees where campaign_id = $1 and dossier is not null",
        )
        .bind(campaign).fetch_all(conn).await?
    });
    Ok(found.into_iter().collect())
}

/// What a list shall hold.
#[derive(Clone, Debug)]
pub struct InviteeFilter {
    /// The campaign.
    pub campaign: i64,
    /// The units whose people are meant; 0 stands for no unit.
    pub units: Vec<i64>,
    /// The column to look in, and for what.
    pub found_by: Option<(Column, Key)>,
    /// Whether they answered: 1 or 0.
    pub answered: Option<i64>,
    /// The local day of the upload, `YYYYMMDD`.
    pub created: Option<i64>,
}

impl InviteeFilter {
    /// The stand-in for each column; none where any will do.
    fn stand_ins(&self) -> [Option<Vec<u8>>; 3] {
        [Column::Phone, Column::Email, Column::Dossier].map(|column| {
            let of_it = self.found_by.filter(|(filter, _)| *filter == column);
            of_it.map(|(_, key)| key.to_vec())
        })
    }
}

/// Appends the conditions that every list has; its own placeholders come first.
macro_rules! filter {
    ($head:literal) => {
        concat!(
            $head,
            " from invitees where campaign_id = $1 and ($2 = -1 or answered = $2)
                and ($3 is null or phone = $3) and ($4 is null or email = $4)
                and ($5 is null or dossier = $5) and ($6 = 0 or created = $6) and coalesce(unit_id, 0) in"
        )
    };
}

static COUNT: List = List::new(filter!("select cast(count(*) as bigint)"), 6, "");
static OLDEST: List = List::new(
    filter!("select id, unit_id, procedure_id, service_point_id, contact, created, answered"),
    8,
    "order by created, id limit $7 offset $8",
);
static NEWEST: List = List::new(
    filter!("select id, unit_id, procedure_id, service_point_id, contact, created, answered"),
    8,
    "order by created desc, id desc limit $7 offset $8",
);

/// How many there are.
pub async fn count(db: &Db, filter: &InviteeFilter) -> Result<i64, sqlx::Error> {
    let Some((sql, units)) = COUNT.of(&filter.units) else { return Ok(0) };
    let [phone, email, dossier] = filter.stand_ins();
    reading!(db, pool => {
        let query = sqlx::query_scalar(sql).bind(filter.campaign);
        let query = query.bind(filter.answered.unwrap_or(-1)).bind(phone).bind(email).bind(dossier);
        let query = query.bind(filter.created.unwrap_or(0));
        units.iter().fold(query, |query, unit| query.bind(*unit)).fetch_one(pool).await
    })
}

/// Those after `skip` others, in the order of their days.
pub async fn rows(
    db: &Db,
    filter: &InviteeFilter,
    newest_first: bool,
    (most, skip): (i64, i64),
) -> Result<Vec<StoredInvitee>, sqlx::Error> {
    let list = if newest_first { &NEWEST } else { &OLDEST };
    let Some((sql, units)) = list.of(&filter.units) else { return Ok(Vec::new()) };
    let [phone, email, dossier] = filter.stand_ins();
    reading!(db, pool => {
        let query = sqlx::query_as(sql).bind(filter.campaign);
        let query = query.bind(filter.answered.unwrap_or(-1)).bind(phone).bind(email).bind(dossier);
        let query = query.bind(filter.created.unwrap_or(0));
        let query = query.bind(most).bind(skip);
        units.iter().fold(query, |query, unit| query.bind(*unit)).fetch_all(pool).await
    })
}

const ONE: &str = "select id, unit_id, procedure_id, service_point_id, contact, created, answered
     from invitees where id = $1 and campaign_id = $2";

/// One of a campaign's invitees.
pub async fn one(db: &Db, campaign: i64, id: i64) -> Result<Option<StoredInvitee>, sqlx::Error> {
    reading!(db, pool => sqlx::query_as(ONE).bind(id).bind(campaign).fetch_optional(pool).await)
}

/// The same as a transaction sees it, which is about to change it.
pub async fn one_in(
    tx: &mut Tx,
    campaign: i64,
    id: i64,
) -> Result<Option<StoredInvitee>, sqlx::Error> {
    within!(tx, conn => sqlx::query_as(ONE).bind(id).bind(campaign).fetch_optional(conn).await)
}

/// Changes who an invitee is.
pub async fn update(tx: &mut Tx, id: i64, sealed: Sealed) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update invitees set contact = $2, phone = $3, email = $4, dossier = $5 where id = $1",
        )
        .bind(id).bind(sealed.contact)
        .bind(bytes(sealed.phone)).bind(bytes(sealed.email)).bind(bytes(sealed.dossier))
        .execute(conn).await.map(|_| ())
    })
}

/// Removes an invitee.
pub async fn remove(tx: &mut Tx, id: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from invitees where id = $1").bind(id).execute(conn).await.map(|_| ())
    })
}

/// Whether an invitee answered.
pub async fn has_answered(db: &Db, id: i64) -> Result<bool, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar::<_, i64>("select answered from invitees where id = $1")
            .bind(id).fetch_optional(pool).await.map(|answered| answered == Some(1))
    })
}

static ANSWERED: List =
    List::new("update invitees set answered = 1 where answered = 0 and id in", 0, "returning id");
static THERE: List = List::new("select id from invitees where id in", 0, "");
static OPEN_AGAIN: List = List::new("update invitees set answered = 0 where id in", 0, "");

/// Marks that they answered; those of them who had not.
pub async fn answer(tx: &mut Tx, ids: &[i64]) -> Result<HashSet<i64>, sqlx::Error> {
    ids_of(tx, &ANSWERED, ids).await
}

/// Those of them who are there.
pub async fn there(tx: &mut Tx, ids: &[i64]) -> Result<HashSet<i64>, sqlx::Error> {
    ids_of(tx, &THERE, ids).await
}

/// Takes the mark off again, within the transaction that set it.
pub async fn open_again(tx: &mut Tx, ids: &[i64]) -> Result<(), sqlx::Error> {
    let Some((sql, ids)) = OPEN_AGAIN.of(ids) else { return Ok(()) };
    within!(tx, conn => {
        let query = sqlx::query(sql);
        ids.iter().fold(query, |query, id| query.bind(*id)).execute(conn).await.map(|_| ())
    })
}

/// Writes all who answered once more, in one transaction and in the order of their ids, which are
/// drawn. PostgreSQL keeps with every row which transaction wrote it, and keeps rows in the order in
/// which they were written; a mark is written in the transaction of its ballot. This takes away what
/// would tell them together. SQLite keeps nothing of the kind.
pub async fn mix(tx: &mut Tx) -> Result<(), sqlx::Error> {
    if let Tx::Postgres(tx) = tx {
        let again = sqlx::query(
            "with gone as (delete from invitees where answered = 1 returning *)
             insert into invitees select * from gone order by id",
        );
        again.execute(&mut **tx).await?;
    }
    Ok(())
}

async fn ids_of(
    tx: &mut Tx,
    list: &'static List,
    ids: &[i64],
) -> Result<HashSet<i64>, sqlx::Error> {
    let Some((sql, ids)) = list.of(ids) else { return Ok(HashSet::new()) };
    let found: Vec<i64> = within!(tx, conn => {
        let query = sqlx::query_scalar(sql);
        ids.iter().fold(query, |query, id| query.bind(*id)).fetch_all(conn).await?
    });
    Ok(found.into_iter().collect())
}
