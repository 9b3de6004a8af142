//! What was learned, and from which cases.

use sqlx::FromRow;

use super::super::{Tx, within};

/// A lesson as it is stored, with how many cases it came from.
#[derive(Clone, Debug, FromRow)]
pub struct Lesson {
    /// The row.
    pub id: i64,
    /// What was learned.
    pub text: String,
    /// What it is about.
    pub theme: String,
    /// The day it was first written, `YYYYMMDD`.
    pub day: i64,
    /// How many cases it came from, but those about the reader.
    pub cases: i64,
}

/// Every lesson that came from a case which is not about the reader, the one from most cases first.
pub async fn all(tx: &mut Tx, reader: i64) -> Result<Vec<Lesson>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select lessons.id, lessons.text, theme, lessons.day, cast(count(*) as bigint) as cases
             from lessons join lesson_cases on lesson_id = lessons.id
             join feedback on number = lesson_cases.feedback
             where coalesce(about_account_id, 0) <> $1
             group by lessons.id, lessons.text, theme, lessons.day
             order by cases desc, lessons.id desc",
        )
        .bind(reader).fetch_all(conn).await
    })
}

/// One lesson, if it came from a case which is not about the reader.
pub async fn one(tx: &mut Tx, id: i64, reader: i64) -> Result<Option<Lesson>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select lessons.id, lessons.text, theme, lessons.day, cast(count(*) as bigint) as cases
             from lessons join lesson_cases on lesson_id = lessons.id
             join feedback on number = lesson_cases.feedback
             where lessons.id = $1 and coalesce(about_account_id, 0) <> $2
             group by lessons.id, lessons.text, theme, lessons.day",
        )
        .bind(id).bind(reader).fetch_optional(conn).await
    })
}

/// The cases that a lesson came from, the newest first.
pub async fn cases(tx: &mut Tx, id: i64) -> Result<Vec<i64>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "select feedback from lesson_cases join feedback on number = lesson_cases.feedback
             where lesson_id = $1 order by sent desc, number desc",
        )
        .bind(id).fetch_all(conn).await
    })
}

/// The lessons of a case: each with its text.
pub async fn of_case(tx: &mut Tx, case: i64) -> Result<Vec<(i64, String)>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, text from lessons join lesson_cases on lesson_id = id
             where feedback = $1 order by id",
        )
        .bind(case).fetch_all(conn).await
    })
}

/// Writes a new lesson; its own id is drawn.
pub async fn add(
    tx: &mut Tx,
    (text, theme): (&str, &str),
    (day, by): (i64, i64),
) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into lessons (text, theme, day, account_id) values ($1, $2, $3, $4) returning id",
        )
        .bind(text.to_owned()).bind(theme.to_owned()).bind(day).bind(by).fetch_one(conn).await
    })
}

/// Says that a lesson came from a case; whether that is new.
pub async fn tie(
    tx: &mut Tx,
    (id, case): (i64, i64),
    (day, by): (i64, i64),
) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into lesson_cases (lesson_id, feedback, day, account_id) values ($1, $2, $3, $4)
             on conflict (lesson_id, feedback) do nothing",
        )
        .bind(id).bind(case).bind(day).bind(by).execute(conn).await
        .map(|done| done.rows_affected() == 1)
    })
}

/// Takes that back; a lesson that comes from no case any more is gone. Whether it was so.
pub async fn untie(tx: &mut Tx, (id, case): (i64, i64)) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        let done = sqlx::query("delete from lesson_cases where lesson_id = $1 and feedback = $2")
            .bind(id).bind(case).execute(&mut *conn).await?;
        sqlx::query(
            "delete from lessons where id = $1
             and not exists (select 1 from lesson_cases where lesson_id = $1)",
        )
        .bind(id).execute(conn).await?;
        Ok(done.rows_affected() == 1)
    })
}
