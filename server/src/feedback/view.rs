//! A case in the words of the books: as a row of a list.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Catalogue, day,
    feedback::kind::{Kind, Level, Source, State},
    office::feedback::inbox::CaseRow,
};

use crate::{
    keys::Keys,
    node::Books,
    problem::Problem,
    receipts::Of,
    store::{accounts::Account, feedback::cases::StoredCase},
};

/// The names of accounts, by row.
pub type Names = HashMap<i64, String>;

/// The names of all accounts.
pub fn names(accounts: &[Account]) -> Names {
    accounts.iter().map(|it| (it.id, it.full_name.clone())).collect()
}

/// The newest code of a unit.
pub fn unit(books: &Catalogue, unit: i64) -> Option<String> {
    books.newest(unit).map(|version| version.code.clone())
}

/// A stored day as it is written.
pub fn written(number: i64) -> Option<String> {
    day::from_number(number).map(|day| day.to_string())
}

/// A case as a list shows it.
pub fn row(
    (books, keys): (&Books, &Keys),
    names: &Names,
    today: NaiveDate,
    it: &StoredCase,
) -> Result<CaseRow, Problem> {
    let due = it.due.and_then(day::from_number);
    let unit = |id: Option<i64>| id.and_then(|id| unit(&books.catalogue, id));
    let ahead = |until: Option<i64>| until.filter(|it| *it > day::number(today)).and_then(written);
    Ok(CaseRow {
        number: it.number,
        code: Of::Feedback.codes(keys, it.id).receipt,
        subject: it.subject.clone(),
        kind: Kind::from_number(it.kind).ok_or(Problem::Broken)?,
        source: Source::from_number(it.source).ok_or(Problem::Broken)?,
        state: State::from_number(it.state).ok_or(Problem::Broken)?,
        is_formal: it.is_formal == 1,
        sent: written(it.sent).ok_or(Problem::Broken)?,
        unit: unit(it.lead_unit_id),
        offered_to: unit(it.offer_unit_id),
        holder: it.holder_id.and_then(|id| names.get(&id).cloned()),
        level: Level::from_number(it.level).ok_or(Problem::Broken)?,
        due: due.map(|due| due.to_string()),
        days_left: due.map(|due| left(books, today, due)),
        wait_until: it.wait_until.and_then(written),
        put_off: ahead(it.put_off),
        is_ping_pong: it.is_ping_pong == 1,
        is_reopened: it.reopened.is_some(),
        linked_to: it.linked_to,
        has_news: it.has_news == 1,
    })
}

/// Working days left until a due date: 0 on the day itself, negative when late.
fn left(books: &Books, today: NaiveDate, due: NaiveDate) -> i64 {
    let days = domain::feedback::clock::Due { from: today, days: 0, waited: 0, on: due };
    days.left(&books.calendar, today)
}
