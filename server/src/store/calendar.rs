//! Days that are not what their weekday says.

use chrono::NaiveDate;
use domain::{
    day::{self, working::Calendar},
    office::books::calendar::{CheckedDay, DayKind},
};

use super::{Db, Tx, reading, values::unknown_number, within};
use crate::error::Error;

/// Those of a year, in their order.
pub async fn of_year(tx: &mut Tx, year: i64) -> Result<Vec<CheckedDay>, Error> {
    let rows: Vec<(i64, i64, String)> = within!(tx, conn => {
        sqlx::query_as(
            "select day, kind, name from special_days where day between $1 and $2 order by day",
        )
        .bind(year * 10_000).bind(year * 10_000 + 9999).fetch_all(conn).await?
    });
    let read = |(number, kind, name)| -> Option<(NaiveDate, DayKind, String)> {
        Some((day::from_number(number)?, DayKind::from_number(kind)?, name))
    };
    rows.into_iter().map(|row| read(row).ok_or_else(unknown_number)).collect()
}

/// Every day that is not what its weekday says.
pub async fn all(db: &Db) -> Result<Calendar, Error> {
    let rows: Vec<(i64, i64)> = reading!(db, pool => {
        sqlx::query_as("select day, kind from special_days").fetch_all(pool).await?
    });
    let read = |(number, kind)| Some((day::from_number(number)?, DayKind::from_number(kind)?));
    rows.into_iter().map(|row| read(row).ok_or_else(unknown_number)).collect()
}

/// Puts others in the place of those of a year.
pub async fn put(tx: &mut Tx, year: i64, days: &[CheckedDay]) -> Result<(), sqlx::Error> {
    within!(&mut *tx, conn => {
        sqlx::query("delete from special_days where day between $1 and $2")
            .bind(year * 10_000).bind(year * 10_000 + 9999).execute(conn).await?;
    });
    for (special, kind, name) in days {
        within!(&mut *tx, conn => {
            sqlx::query("insert into special_days (day, kind, name) values ($1, $2, $3)")
                .bind(day::number(*special)).bind(kind.number()).bind(name.clone())
                .execute(conn).await?;
        });
    }
    Ok(())
}
