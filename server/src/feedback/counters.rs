//! Public counters of feedback: each closed month of the public scheme once, as of the end of the month
//! after it, rounded. What was told of a month never changes.

use chrono::{DateTime, Days, Utc};
use domain::{
    day::{self, Month},
    feedback::figures::{frame::Frame, public::Counters},
    feedback::view::{CounterPage, CounterRow},
    figures::publish::scheme::{Length, Scheme, Span},
};

use crate::{
    error::Error,
    node::{Books, Node},
    publications::Rules,
    store::{
        Db,
        feedback::{
            counters::{self, StoredCounters},
            facts::{self, NOBODY, Wanted},
        },
    },
};

/// Counts the months that are due and were never told.
pub async fn due(db: &Db, books: &Books, rules: Rules, now: DateTime<Utc>) -> Result<(), Error> {
    let told = counters::all(db).await?;
    let scheme = rules.scheme;
    // Two schemes side by side would tell the days between apart.
    if told.iter().any(|it| it.scheme != scheme.code) {
        return Ok(());
    }
    let newest = told.first().and_then(|it| Month::from_number(it.month));
    let Some(first) = counters::first_day(db).await?.and_then(day::from_number) else {
        return Ok(());
    };
    let begin = newest.map_or_else(|| scheme.month_at(day::start_of(first)), |it| it.plus(1));
    let months = (0..).map(|step| begin.plus(step)).take_while(|it| is_ripe(rules, *it, now));
    let mut counted = Vec::new();
    for month in months {
        counted.extend(count(db, books, rules, month).await?);
    }
    if counted.is_empty() {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    for it in &counted {
        counters::add(&mut tx, it).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether the month after a month has ended, and some days have passed.
fn is_ripe(rules: Rules, month: Month, now: DateTime<Utc>) -> bool {
    let end = rules.scheme.begin(month.plus(2));
    let wait = Days::new(u64::from(rules.wait));
    end.and_then(|end| end.checked_add_days(wait)).is_some_and(|ripe| ripe <= now)
}

async fn count(
    db: &Db,
    books: &Books,
    rules: Rules,
    month: Month,
) -> Result<Option<StoredCounters>, Error> {
    let days = |first| rules.scheme.days(Span { first, length: Length::Month });
    let Some(((first, last), (_, end))) = days(month).zip(days(month.plus(1))) else {
        return Ok(None);
    };
    let frame = Frame { calendar: &books.calendar, first, last, end };
    let wanted = Wanted {
        reader: NOBODY,
        is_everything: true,
        units: Vec::new(),
        kind: 0,
        source: 0,
        first: day::number(first),
        end: day::number(last),
    };
    let mut sums = Counters::default();
    let mut tx = db.snapshot().await?;
    facts::each(&mut tx, &wanted, &books.classes, |it| sums.add(it, &frame)).await?;
    let told = sums.told(rules.floor);
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(Some(StoredCounters {
        scheme: rules.scheme.code.to_owned(),
        month: month.number(),
        as_of: day::number(end),
        received: number(told.received),
        answered: number(told.answered),
        on_time: number(told.on_time),
        accepted: number(told.accepted),
        reopened: number(told.reopened),
        published: number(told.published),
    }))
}

/// What is told, the newest month first.
pub async fn told(node: &Node) -> Result<CounterPage, Error> {
    let rows = counters::all(&node.db).await?;
    let scheme = rows.first().map_or(node.world.rules.scheme.code, |it| it.scheme.as_str());
    Ok(CounterPage {
        scheme: scheme.to_owned(),
        basis: Scheme::read(scheme).map(|it| it.basis.to_owned()).unwrap_or_default(),
        rounded_to: node.world.rules.floor.cell,
        rows: rows.iter().filter_map(row).collect(),
    })
}

fn row(it: &StoredCounters) -> Option<CounterRow> {
    let number = |n: i64| (it.received > 0).then_some(n.unsigned_abs());
    Some(CounterRow {
        month: Month::from_number(it.month)?.to_string(),
        as_of: day::from_number(it.as_of)?.to_string(),
        received: number(it.received),
        answered: number(it.answered),
        on_time: number(it.on_time),
        accepted: number(it.accepted),
        reopened: number(it.reopened),
        published: number(it.published),
    })
}
