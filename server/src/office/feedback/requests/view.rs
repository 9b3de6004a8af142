//! The page of a request, as far as its reader may see it.

use domain::{
    feedback::clock::Due,
    office::feedback::request::{ReplyView, RequestPage},
};

use super::case;
use crate::{
    books::state,
    feedback::{
        redaction,
        requests::{dates, reach, view::row},
        view::{names, written},
    },
    node::Node,
    problem::Problem,
    staff::Staff,
    store::{
        Tx, accounts,
        feedback::requests::{self as stored, Listed},
    },
};

/// A request as its page shows it.
pub(super) async fn page(node: &Node, staff: &Staff, it: Listed) -> Result<RequestPage, Problem> {
    let names = names(&accounts::all(&node.db).await?);
    let (books, today) = (node.books(), node.today());
    let mut tx = node.db.snapshot().await?;
    let rest = stored::rest(&mut tx, it.id).await?.ok_or(Problem::Broken)?;
    let mut row = row(node, &names, &it).ok_or(Problem::Broken)?;
    row.case = readable(node, staff, &mut tx, row.case).await;
    let is_own = reach::is_own(staff, &books.catalogue, today, &it);
    let shown = |text: String| if is_own { text } else { redaction::hidden(&text) };
    row.subject = shown(row.subject);
    let request = dates(&it).ok_or(Problem::Broken)?;
    let days = it.days.and_then(|days| u32::try_from(days).ok());
    let due = Due {
        from: request.sent,
        days: days.unwrap_or_default(),
        waited: 0,
        on: request.due(&books.calendar),
    };
    let reply = it.replied.and_then(written).map(|on| ReplyView {
        text: shown(rest.reply),
        by: rest.replied_by_id.and_then(|id| names.get(&id).cloned()),
        on,
    });
    Ok(RequestPage {
        seen: seen(&it),
        text: shown(rest.text),
        body_number: rest.body_number,
        body_day: rest.body_day.and_then(written),
        due: case::due(&books, today, due, false),
        is_day_given: days.is_none(),
        reply,
        reason: shown(rest.reason),
        moves: reach::moves(staff, &books.catalogue, today, &it, row.state),
        row,
    })
}

/// The number of a case, if the reader may read it.
pub(super) async fn readable(
    node: &Node,
    staff: &Staff,
    tx: &mut Tx,
    number: Option<i64>,
) -> Option<i64> {
    let number = number?;
    case::find(node, staff, tx, number).await.ok().map(|_| number)
}

/// What a change names as `based_on`.
pub(super) fn seen(it: &Listed) -> String {
    state(&(it.id, it.replied, it.withdrawn))
}
