//! A request in the words of the books: as a row of a list.

use domain::{feedback::clock::Due, office::feedback::request::RequestRow};

use super::dates;
use crate::{
    feedback::{
        redaction,
        view::{Names, unit},
    },
    node::Node,
    store::{
        Tx,
        feedback::requests::{self, Listed},
    },
};

/// A request as a list shows it, with its subject as it was written; nothing where its row is damaged.
pub fn row(node: &Node, names: &Names, it: &Listed) -> Option<RequestRow> {
    let (books, today) = (node.books(), node.today());
    let request = dates(it)?;
    let due = request.due(&books.calendar);
    let is_open = it.replied.is_none() && it.withdrawn.is_none();
    let left = Due { from: request.sent, days: 0, waited: 0, on: due }.left(&books.calendar, today);
    Some(RequestRow {
        id: it.id,
        subject: it.subject.clone(),
        from: it.from_unit_id.and_then(|id| unit(&books.catalogue, id)),
        body: it.body.clone(),
        unit: unit(&books.catalogue, it.to_unit_id)?,
        person: it.account_id.and_then(|id| names.get(&id).cloned()),
        sent: request.sent.to_string(),
        due: due.to_string(),
        days_left: is_open.then_some(left),
        state: request.state(),
        outcome: request.outcome(&books.calendar, today),
        case: it.feedback,
    })
}

/// The requests that belong to a case, for whoever may read that.
pub async fn of_case(
    node: &Node,
    tx: &mut Tx,
    names: &Names,
    number: i64,
) -> Result<Vec<RequestRow>, sqlx::Error> {
    let found = requests::of_case(tx, number).await?;
    let rows = found.iter().filter_map(|it| row(node, names, it));
    Ok(rows.map(|row| RequestRow { subject: redaction::hidden(&row.subject), ..row }).collect())
}
