//! When a call back is offered: the rules, as rows.

use domain::{
    day::{self, Period},
    feedback::clauses::callback::CallRule,
};
use sqlx::FromRow;

use super::super::{Db, reading, values::unknown_number};
use crate::error::Error;

#[derive(FromRow)]
struct StoredRule {
    valid_from: i64,
    valid_to: Option<i64>,
    poor: i64,
    class: String,
}

/// Every rule.
pub async fn rules(db: &Db) -> Result<Vec<CallRule>, Error> {
    let rows: Vec<StoredRule> = reading!(db, pool => {
        sqlx::query_as("select valid_from, valid_to, poor, class from call_rules")
            .fetch_all(pool).await?
    });
    rows.into_iter().map(|row| rule(row).ok_or_else(unknown_number)).collect()
}

fn rule(row: StoredRule) -> Option<CallRule> {
    let to = match row.valid_to {
        Some(number) => Some(day::from_number(number)?),
        None => None,
    };
    let period = Period { from: day::from_number(row.valid_from)?, to };
    Some(CallRule { period, poor: u8::try_from(row.poor).ok()?, class: row.class })
}
