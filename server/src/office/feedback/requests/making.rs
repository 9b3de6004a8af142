//! A new request: what it names is there, and whoever makes it may.

use domain::{
    Fault, Reason,
    books::names::{both, unknown_unit},
    day,
    feedback::{request::Term, steps::Misstep},
    office::feedback::request::{CheckedRequest, NewRequest, Side},
    text,
};

use super::case;
use crate::{
    feedback::requests::reach,
    node::Node,
    problem::Problem,
    staff::Staff,
    store::{
        accounts::{self, Account},
        feedback::requests::New,
    },
};

/// The request as it is stored, or everything wrong with it.
pub(super) async fn checked(
    node: &Node,
    staff: &Staff,
    sent: &NewRequest,
) -> Result<(New, Term), Problem> {
    let (books, today) = (node.books(), node.today());
    let unknown = [("unit", &sent.unit), ("from", &sent.from)];
    let unknown = unknown.map(|(field, it)| unknown_unit(&books.catalogue, field, Some(it)));
    let checked = both(sent.check(today), unknown.into_iter().flatten())?;
    let named = |code: &str| books.catalogue.unit_named_on(code, today).map(|it| it.unit);
    let gone = |field| fault(field, Reason::NotThereThen);
    let to = named(&checked.unit).ok_or_else(|| gone("unit"))?;
    let (from, body) = match &checked.from {
        Side::Unit(code) => (Some(named(code).ok_or_else(|| gone("from"))?), Default::default()),
        Side::Body(name, number, on) => {
            let [name, number] = [name, number].map(|it| text::compose(it));
            (None, (name, number, Some(day::number(*on))))
        }
    };
    if from == Some(to) {
        return Err(fault("unit", Reason::Misstep(Misstep::SameUnit)));
    }
    // Units ask for themselves; what another body asks is entered by whoever is asked, or for them.
    let (field, own) = from.map_or(("unit", to), |from| ("from", from));
    if !staff.scope.holds(Some(own)) {
        return Err(fault(field, Reason::NotYoursToGive));
    }
    let account = person(node, staff, &checked, to).await?;
    let new = New {
        feedback: checked.case,
        from,
        body,
        to,
        account,
        by: staff.account,
        subject: text::compose(&checked.subject),
        text: text::compose(&checked.text),
        sent: day::number(today),
        term: (None, None),
        reminded: 0,
    };
    Ok((new, checked.term))
}

/// The account that is asked; the case must be there for whoever asks, and not be about that account.
async fn person(
    node: &Node,
    staff: &Staff,
    checked: &CheckedRequest,
    unit: i64,
) -> Result<Option<i64>, Problem> {
    let mut about = None;
    if let Some(number) = checked.case {
        let found = case::find(node, staff, &mut node.db.snapshot().await?, number).await;
        about = found.map_err(|_| fault("case", Reason::UnknownChoice))?.row.about_account_id;
    }
    let Some(name) = &checked.person else { return Ok(None) };
    let (books, today) = (node.books(), node.today());
    let people = accounts::all(&node.db).await?;
    let may = |it: &&Account| {
        it.name == *name && reach::may_be_asked(&books.catalogue, today, unit, about, it)
    };
    let found = people.iter().find(may).map(|it| it.id);
    found.map(Some).ok_or_else(|| fault("person", Reason::UnknownChoice))
}

fn fault(field: &str, reason: Reason) -> Problem {
    Problem::faults(vec![Fault::new(field, reason)])
}
