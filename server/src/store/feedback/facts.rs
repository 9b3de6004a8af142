//! What figures need of each case, a narrow row each: kept with the case, read a page at a time.

use std::collections::BTreeMap;

use domain::{
    day,
    feedback::{
        case::{Case, history::History},
        clock::Class,
        figures::facts::{Facts, packed, unpacked},
        kind::{Kind, Source},
    },
};
use sqlx::FromRow;

use super::super::{Db, Tx, reading, values::List, within};
use crate::error::Error;

/// Stands for a reader who is no account.
pub const NOBODY: i64 = -1;
/// Rows that are read at once.
pub const PAGE: usize = 5_000;

/// Which cases are wanted, within what a reader may see.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The reader's account: what is about them is not there; [`NOBODY`] where no account reads.
    pub reader: i64,
    /// Whether every case is meant, also what no unit has.
    pub is_everything: bool,
    /// The units whose cases are meant.
    pub units: Vec<i64>,
    /// The number of a kind; 0 for every kind.
    pub kind: i64,
    /// The number of a source; 0 for every source.
    pub source: i64,
    /// The first day of the period, as a number.
    pub first: i64,
    /// The day as of which it is counted.
    pub end: i64,
}

/// A row as it is stored.
#[derive(FromRow)]
struct StoredFacts {
    feedback: i64,
    kind: i64,
    source: i64,
    is_formal: i64,
    unit_id: Option<i64>,
    class: String,
    sent: i64,
    start: i64,
    answered: Option<i64>,
    refused: Option<i64>,
    reopened: Option<i64>,
    history: String,
    leads: String,
}

/// What figures read of a case, and which cases a reader sees and asks about.
macro_rules! wanted {
    ($when:literal, $order:literal) => {
        concat!(
            ") select feedback, kind, source, is_formal, unit_id, class, sent, start, answered, refused,
                 reopened, history, leads
              from feedback_facts
              where ",
            $when,
            " and coalesce(about_account_id, 0) <> $1
                and ($2 = 1 or unit_id in (select unit from wanted))
                and ($3 = 0 or kind = $3) and ($4 = 0 or source = $4)
              order by ",
            $order,
            ", feedback limit $9"
        )
    };
}

const UNITS: &str = "with wanted (unit) as (select id from units where id in";

/// What came in the period, in the order of its days: along an index, however many there are of other days.
static CAME: List = List::new(
    UNITS,
    9,
    wanted!("sent >= $5 and sent <= $6 and (sent, feedback) > ($7, $8)", "sent"),
);

/// What came before and was still open when the period began, in the order of the days on which it ended.
static OPEN: List = List::new(
    UNITS,
    9,
    wanted!(
        "sent < $5 and sent <= $6 and coalesce(answered, refused, 99991231) >= $5
         and (coalesce(answered, refused, 99991231), feedback) > ($7, $8)",
        "coalesce(answered, refused, 99991231)"
    ),
);

/// The day of what has not ended, as [`OPEN`] orders it.
const NOT_ENDED: i64 = 99_991_231;

/// Some of the cases that are wanted, after one of a day. A page that is not full is the last.
async fn page(
    tx: &mut Tx,
    list: &'static List,
    wanted: &Wanted,
    classes: &BTreeMap<String, Class>,
    after: (i64, i64),
) -> Result<Vec<Facts>, Error> {
    let listed = if wanted.units.is_empty() { vec![0] } else { wanted.units.clone() };
    let Some((sql, units)) = list.of(&listed) else { return Ok(Vec::new()) };
    let rows: Vec<StoredFacts> = within!(tx, conn => {
        let query = sqlx::query_as(sql)
            .bind(wanted.reader).bind(i64::from(wanted.is_everything)).bind(wanted.kind)
            .bind(wanted.source).bind(wanted.first).bind(wanted.end).bind(after.0).bind(after.1)
            .bind(i64::try_from(PAGE).unwrap_or(i64::MAX));
        units.iter().fold(query, |query, unit| query.bind(*unit)).fetch_all(conn).await?
    });
    rows.into_iter().map(|row| facts(row, classes)).collect()
}

/// The day by which a list is in order.
type DayOf = fn(&Facts) -> i64;

/// Goes through the cases that are wanted, in bounded memory.
pub async fn each(
    tx: &mut Tx,
    wanted: &Wanted,
    classes: &BTreeMap<String, Class>,
    mut see: impl FnMut(&Facts),
) -> Result<(), Error> {
    let sent = |it: &Facts| day::number(it.sent);
    let ended = |it: &Facts| it.handled().map_or(NOT_ENDED, day::number);
    let lists: [(&'static List, DayOf); 2] = [(&CAME, sent), (&OPEN, ended)];
    for (list, day_of) in lists {
        let mut after = (0, 0);
        loop {
            let page = page(tx, list, wanted, classes, after).await?;
            page.iter().for_each(&mut see);
            match page.last() {
                Some(last) if page.len() == PAGE => after = (day_of(last), last.number),
                _ => break,
            }
        }
    }
    Ok(())
}

fn facts(row: StoredFacts, classes: &BTreeMap<String, Class>) -> Result<Facts, Error> {
    let unknown = || Error::new("a case is not known to this program: use a newer one");
    let known = |number: Option<i64>| number.and_then(day::from_number);
    let class = classes.get(&row.class).ok_or_else(unknown)?;
    Ok(Facts {
        number: row.feedback,
        kind: Kind::from_number(row.kind).ok_or_else(unknown)?,
        source: Source::from_number(row.source).ok_or_else(unknown)?,
        is_formal: row.is_formal == 1,
        unit: row.unit_id,
        sent: day::from_number(row.sent).ok_or_else(unknown)?,
        start: day::from_number(row.start).ok_or_else(unknown)?,
        answered: known(row.answered),
        refused: known(row.refused),
        reopened: known(row.reopened),
        history: History::read(&row.history).ok_or_else(unknown)?,
        leads: unpacked(&row.leads).ok_or_else(unknown)?,
        refuse: class.refuse,
        resolve: class.resolve,
    })
}

/// Keeps what figures need of a case, beside its row, which is written already.
pub async fn keep(tx: &mut Tx, number: i64, case: &Case) -> Result<(), sqlx::Error> {
    let written = |day: Option<chrono::NaiveDate>| day.map(day::number);
    within!(&mut *tx, conn => {
        sqlx::query(
            "insert into feedback_facts (feedback, kind, source, is_formal, about_account_id,
                unit_id, class, sent, start, answered, refused, reopened, history, leads, supports)
             select number, kind, source, is_formal, about_account_id, lead_unit_id,
                cast($2 as text), sent, cast($3 as bigint), cast($4 as bigint),
                cast($5 as bigint), reopened, cast($6 as text), cast($7 as text), cast($8 as bigint)
             from feedback where number = $1
             on conflict (feedback) do update set
                about_account_id = excluded.about_account_id, unit_id = excluded.unit_id,
                start = excluded.start, answered = excluded.answered, refused = excluded.refused,
                reopened = excluded.reopened, history = excluded.history, leads = excluded.leads,
                supports = excluded.supports",
        )
        .bind(number).bind(case.class.clone()).bind(day::number(case.first_start()))
        .bind(written(case.first_answered)).bind(written(case.refused.map(|(_, on)| on)))
        .bind(case.history.to_string()).bind(packed(&case.leads))
        .bind(i64::try_from(case.supports.len()).unwrap_or(i64::MAX)).execute(conn).await?;
    });
    keep_supports(tx, number, &case.supports).await
}

/// Keeps which units help with a case.
async fn keep_supports(tx: &mut Tx, number: i64, units: &[i64]) -> Result<(), sqlx::Error> {
    within!(&mut *tx, conn => {
        sqlx::query("delete from feedback_supports where feedback = $1")
            .bind(number).execute(conn).await?;
    });
    for unit in units {
        within!(&mut *tx, conn => {
            sqlx::query(
                "insert into feedback_supports (feedback, unit_id) values ($1, $2)
                 on conflict (feedback, unit_id) do nothing",
            )
            .bind(number).bind(*unit).execute(conn).await?;
        });
    }
    Ok(())
}

/// Some cases that are older than these rows.
pub async fn missing(db: &Db, most: i64) -> Result<Vec<i64>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar(
            "select number from feedback
             where not exists (select 1 from feedback_facts
                               where feedback = number and supports is not null)
             order by number limit $1",
        )
        .bind(most).fetch_all(pool).await
    })
}
