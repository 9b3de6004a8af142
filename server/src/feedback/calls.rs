//! Calling back whoever rated poorly: to whom it is offered, and the case that it opens, once for a ballot.
//!
//! Ballot and case do not know each other. The case has an id of its own by chance and the words, unit and
//! procedure that its sender hands over; of the ballot only a keyed mark stays for a while, which says that
//! its offer was used up and leads to no case.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Answer, Ballot, Instrument,
    ballot::{
        answers,
        consent::{CALL_BACK, Consent},
        unpack,
    },
    day,
    feedback::{
        callback::{CallForm, CheckedCall},
        case::Case,
        clauses::callback::CallRule,
        code::Ticket,
        event::{Actor, Step},
        kind::{Kind, Source},
    },
    office::feedback::case::SenderView,
};
use uuid::Uuid;

use super::{
    content_hash,
    keep::{Door, moment, ticket},
    log::{self, Line},
    search, senders, subject,
};
use crate::{
    ballots::own::questions_of,
    keys::{Key, Keys},
    node::{Books, Node},
    problem::Problem,
    store::{
        Tx, attempts,
        feedback::{self, cases::NewCase, sending},
        withdrawals::{self, StoredBallot},
    },
};

/// What a call is offered for: nothing of the answers but that they are poor.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The words of the comment.
    pub text: String,
    /// The last day on which the call is in time.
    pub due: NaiveDate,
    /// The working days that it may take.
    pub days: u32,
}

/// What became of a request.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It is kept, now or before: its codes.
    Kept(Ticket),
    /// The ballot's offer was used up by another request.
    UsedUp,
}

/// Whether a ballot that was just sent will be offered a call.
pub fn is_for(books: &Books, ballot: &Ballot, today: NaiveDate) -> bool {
    let set = books.catalogue.campaign(&ballot.campaign).map(|(_, set)| set);
    let has_words = ballot.comment.as_ref().is_some_and(|text| !text.trim().is_empty());
    has_words && set.is_some_and(|set| rule(books, set, &ballot.answers, today).is_some())
}

/// The rule by which these answers are poor.
fn rule<'a>(
    books: &'a Books,
    set: &Instrument,
    answers: &[Answer],
    today: NaiveDate,
) -> Option<&'a CallRule> {
    CallRule::on(&books.call_rules, today).filter(|rule| rule.is_poor(set, answers))
}

/// What is offered to the sender of a ballot, if anything is and it was not used up.
pub async fn offer(node: &Node, ballot: Uuid) -> Result<Option<Offer>, Problem> {
    let Some(row) = withdrawals::stored(&node.db, ballot).await? else { return Ok(None) };
    let (books, today) = (node.books(), node.today());
    let Some((text, rule)) = of_row(&books, &row, today) else { return Ok(None) };
    let mut tx = node.db.snapshot().await?;
    if attempts::until(&mut tx, &mark(node, ballot)).await?.is_some() {
        return Ok(None);
    }
    Ok(of_rule(&books, rule, text, today))
}

/// What would be offered to anyone with these words today: asks no database, so that nothing typed is lost
/// while that is away.
pub fn offer_for(node: &Node, text: String) -> Option<Offer> {
    let (books, today) = (node.books(), node.today());
    of_rule(&books, CallRule::on(&books.call_rules, today)?, text, today)
}

fn of_rule(books: &Books, rule: &CallRule, text: String, today: NaiveDate) -> Option<Offer> {
    let days = books.classes.get(&rule.class)?.resolve;
    Some(Offer { text, due: books.calendar.after(today, days), days })
}

/// The comment of a ballot that is poor, with the rule.
fn of_row<'a>(
    books: &'a Books,
    row: &StoredBallot,
    today: NaiveDate,
) -> Option<(String, &'a CallRule)> {
    let text = row.comment.clone().filter(|text| !text.trim().is_empty())?;
    let (_, set, _) = questions_of(&books.catalogue, row)?;
    let answers = answers(set, &unpack(&row.answers)?);
    Some((text, rule(books, set, &answers, today)?))
}

/// What stands for a ballot whose offer is used up: no moment, and nothing that leads on.
fn mark(node: &Node, ballot: Uuid) -> Key {
    node.world.keys.blind("ballot.call", ballot.as_bytes())
}

/// Takes the request of a ballot's sender and opens its case. The same request again gives the same codes;
/// of two at once one is taken.
pub async fn take(node: &Node, ballot: Uuid, form: &CallForm) -> Result<Outcome, Problem> {
    let checked = form.check().map_err(Problem::faults)?;
    let (books, today) = (node.books(), node.today());
    let row = withdrawals::stored(&node.db, ballot).await?.ok_or(Problem::Withdrawn)?;
    let (_, rule) = of_row(&books, &row, today).ok_or(Problem::NotFound)?;
    let hash = hash(&node.world.keys, &checked);
    let about = About {
        unit_version: row.unit_version_id,
        procedure: row.procedure_id,
        class: rule.class.clone(),
    };
    let mut tx = node.db.begin().await?;
    // Whoever sends for the same ballot at the same time waits here until this is decided.
    let since = day::start_of(today).timestamp_millis();
    let is_first = attempts::once(&mut tx, &mark(node, ballot), since).await?;
    match feedback::by_id(&mut tx, checked.id).await? {
        Some((_, before)) if before == hash => {
            return Ok(Outcome::Kept(ticket(node, &books, checked.id)));
        }
        Some(_) if is_first => return Err(Problem::Conflict),
        None if is_first => {}
        _ => return Ok(Outcome::UsedUp),
    }
    let at = (node.world.now)();
    let door = Door { books: &books, keys: &node.world.keys, fill: node.world.fill, at };
    open(&mut tx, &door, &checked, &about).await?;
    tx.commit().await?;
    Ok(Outcome::Kept(ticket(node, &books, checked.id)))
}

/// What a case takes over from a ballot beside words that its sender sees again.
pub struct About {
    /// The unit as it was.
    pub unit_version: Option<i64>,
    /// The procedure's row.
    pub procedure: Option<i64>,
    /// The code of the deadline class.
    pub class: String,
}

/// Opens the case of a request, in a transaction in which its id is new.
pub async fn open(
    tx: &mut Tx,
    door: &Door<'_>,
    checked: &CheckedCall,
    about: &About,
) -> Result<(i64, Case), Problem> {
    let new = new_case(checked, about, hash(door.keys, checked));
    let sent = sent(checked, &about.class, door.at);
    let (number, case) = log::open(tx, (door.books, door.fill), &new, sent).await?;
    let sender = SenderView { phone: checked.phone.clone(), ..SenderView::default() };
    senders::keep(tx, door.keys, (number, checked.id), &sender, door.fill).await?;
    let consent = door.books.catalogue.consent_text(CALL_BACK).ok_or(Problem::Broken)?;
    let consent = Consent { purpose: consent.purpose.clone(), version: consent.version };
    sending::add_consent(tx, number, &consent).await?;
    Ok((number, case))
}

/// What tells a replay from another request under the same id.
fn hash(keys: &Keys, checked: &CheckedCall) -> [u8; 16] {
    content_hash(keys, &[checked.phone.as_bytes(), checked.text.as_bytes()].concat())
}

/// The first line: of somebody without a name it holds the day alone, as always.
fn sent(checked: &CheckedCall, class: &str, now: DateTime<Utc>) -> Line {
    let (on, class) = (day::local_day(now), class.to_owned());
    let step = Step::Sent { source: Source::Ballot, on, class, is_formal: false };
    Line { at: moment(now, false), actor: Actor::Sender, step, words: Some(checked.text.clone()) }
}

/// Unit and procedure as the ballot has them, and nothing else of it.
fn new_case(checked: &CheckedCall, about: &About, content_hash: [u8; 16]) -> NewCase {
    NewCase {
        id: checked.id,
        content_hash,
        kind: Kind::Service.number(),
        outside_number: None,
        is_publishable: false,
        unit_version: about.unit_version,
        procedure: about.procedure,
        service_point: None,
        subject: subject(&checked.text),
        folded: search::folded(&checked.text),
    }
}
