//! What everybody may read of answered feedback, the newest first.

use sqlx::FromRow;

use super::super::{Db, procedures::literal, reading, values::List};

/// Words of a search that count.
const WORDS: usize = 4;

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Words that question and answer hold, without marks; the first few count.
    pub words: Vec<String>,
    /// The identity of the unit that answered; nothing for any.
    pub unit: Option<i64>,
    /// The procedures it may be about; nothing for any.
    pub procedures: Option<Vec<i64>>,
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
    /// The procedure it is about.
    pub procedure_id: Option<i64>,
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

/// The list of procedures, before every statement.
const PROCEDURES: &str = "with about (id) as (select id from procedures where id in";

/// The condition; -1 stands for any unit, and 1 in the eighth place for any procedure.
macro_rules! wanted {
    ($columns:literal, $rest:literal) => {
        concat!(
            ") select ",
            $columns,
            " from feedback_published
             where folded like $1 escape '!' and folded like $2 escape '!'
               and folded like $3 escape '!' and folded like $4 escape '!'
               and ($5 = -1 or unit_id = $5) and day between $6 and $7
               and ($8 = 1 or procedure_id in (select id from about)) ",
            $rest
        )
    };
}

static PAGE: List = List::new(
    PROCEDURES,
    10,
    wanted!(
        "code, day, unit_id, procedure_id, subject, question, answer",
        "order by day desc, feedback desc limit $9 offset $10"
    ),
);

static COUNT: List = List::new(PROCEDURES, 8, wanted!("count(*)", ""));

/// Binds what both statements begin with, in the order of their placeholders.
macro_rules! bound {
    ($query:expr, $wanted:expr) => {{
        let [a, b, c, d] = $wanted.patterns();
        let (first, last) = $wanted.days;
        $query
            .bind(a)
            .bind(b)
            .bind(c)
            .bind(d)
            .bind($wanted.unit.unwrap_or(-1))
            .bind(first)
            .bind(last)
            .bind(i64::from($wanted.procedures.is_none()))
    }};
}

impl Wanted {
    /// The procedures to ask for: a list that is never empty, of one there is not where there is none.
    fn about(&self) -> Vec<i64> {
        self.procedures.clone().filter(|all| !all.is_empty()).unwrap_or_else(|| vec![0])
    }
}

/// Some of them, after so many others.
pub async fn page(
    db: &Db,
    wanted: &Wanted,
    (most, after): (i64, i64),
) -> Result<Vec<PublishedCase>, sqlx::Error> {
    let Some((sql, about)) = PAGE.of(&wanted.about()) else { return Ok(Vec::new()) };
    reading!(db, pool => {
        let query = bound!(sqlx::query_as(sql), wanted).bind(most).bind(after);
        about.iter().fold(query, |query, id| query.bind(*id)).fetch_all(pool).await
    })
}

/// How many there are.
pub async fn count(db: &Db, wanted: &Wanted) -> Result<i64, sqlx::Error> {
    let Some((sql, about)) = COUNT.of(&wanted.about()) else { return Ok(0) };
    reading!(db, pool => {
        let query = bound!(sqlx::query_scalar(sql), wanted);
        about.iter().fold(query, |query, id| query.bind(*id)).fetch_one(pool).await
    })
}
