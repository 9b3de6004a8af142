//! What everybody may read of answered feedback, the newest first.

use sqlx::FromRow;

use super::super::{Db, procedures::literal, reading};

/// Words of a search that count.
const WORDS: usize = 4;

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Words that question and answer hold, without marks; the first few count.
    pub words: Vec<String>,
    /// The identity of the unit that answered; nothing for any.
    pub unit: Option<i64>,
    /// The first day and the last, as numbers.
    pub days: (i64, i64),
}

/// Question and answer as they are published.
#[derive(Clone, Debug, FromRow)]
pub struct PublishedCase {
    /// Its address, which leads to no case.
    pub code: String,
    /// The day it was published, as a number.
    pub day: i64,
    /// The identity of the unit that answered.
    pub unit_id: Option<i64>,
    /// Its first words.
    pub subject: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

impl Wanted {
    fn patterns(&self) -> [String; WORDS] {
        let mut patterns = [const { String::new() }; WORDS];
        patterns.fill("%".to_owned());
        for (pattern, word) in patterns.iter_mut().zip(&self.words) {
            *pattern = format!("%{}%", literal(word));
        }
        patterns
    }
}

/// The condition; -1 stands for any unit.
macro_rules! wanted {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from feedback_published
             where folded like $1 escape '!' and folded like $2 escape '!'
               and folded like $3 escape '!' and folded like $4 escape '!'
               and ($5 = -1 or unit_id = $5) and day between $6 and $7 ",
            $rest
        )
    };
}

/// Some of them, after so many others.
pub async fn page(
    db: &Db,
    wanted: &Wanted,
    (most, after): (i64, i64),
) -> Result<Vec<PublishedCase>, sqlx::Error> {
    let [a, b, c, d] = wanted.patterns();
    let (first, last) = wanted.days;
    reading!(db, pool => {
        sqlx::query_as(wanted!(
            "code, day, unit_id, subject, question, answer",
            "order by day desc, feedback desc limit $8 offset $9"
        ))
        .bind(a).bind(b).bind(c).bind(d).bind(wanted.unit.unwrap_or(-1)).bind(first).bind(last)
        .bind(most).bind(after).fetch_all(pool).await
    })
}

/// How many there are.
pub async fn count(db: &Db, wanted: &Wanted) -> Result<i64, sqlx::Error> {
    let [a, b, c, d] = wanted.patterns();
    let (first, last) = wanted.days;
    reading!(db, pool => {
        sqlx::query_scalar(wanted!("count(*)", ""))
            .bind(a).bind(b).bind(c).bind(d).bind(wanted.unit.unwrap_or(-1)).bind(first).bind(last)
            .fetch_one(pool).await
    })
}
