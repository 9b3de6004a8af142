//! Keeping what somebody sends, however it came: checked, admitted, written once.

use chrono::{DateTime, Utc};
use domain::{
    Fault, day,
    feedback::{
        case::Case,
        code::Ticket,
        event::{Actor, Step},
        kind::Source,
        message::{CheckedContact, CheckedMessage, Message},
    },
    office::feedback::case::SenderView,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    CLASS,
    attachments::{self, Attachment, Upload},
    content_hash,
    log::{self, Line},
    search, senders, subject,
};
use crate::{
    ballots::admission,
    keys::Keys,
    node::{Books, Node},
    problem::Problem,
    receipts::Of,
    sender::Sender,
    store::{
        Tx, attempts,
        feedback::{self, cases::NewCase, sending},
    },
};

/// What stands for this page among the crowds that are counted; no campaign has such a code.
const CROWD: &str = "/gop-y";

/// What became of something sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is kept from now on.
    New,
    /// It was kept before.
    Before,
}

/// A message with its files, as they arrived; `faults` are those found while reading it.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// The message.
    pub message: Message,
    /// What came with it.
    pub uploads: Vec<Upload>,
    /// What was wrong with its form.
    pub faults: Vec<Fault>,
}

/// Checks and keeps what was sent. The same id and content again gives the same codes, for ever.
pub async fn keep(node: &Node, sent: Sent, sender: &Sender) -> Result<(Outcome, Ticket), Problem> {
    let books = node.books();
    let Sent { message, uploads, mut faults } = sent;
    let hash = content_hash(&node.world.keys, &content(&message, &uploads));
    if let Ok(id) = Uuid::try_parse(&message.id)
        && faults.is_empty()
        && let Some(before) = sending::hash_of(&node.db, id).await?
    {
        return same(&before, &hash).map(|()| (Outcome::Before, ticket(node, &books, id)));
    }
    let checked = match message.check(&books.catalogue, node.today()) {
        Ok(checked) if faults.is_empty() => checked,
        checked => {
            let named = |it: &Fault| faults.iter().any(|had| had.field() == it.field());
            let later: Vec<Fault> =
                checked.err().into_iter().flatten().filter(|it| !named(it)).collect();
            faults.extend(later);
            return Err(Problem::faults(faults));
        }
    };
    admission::admit(node, CROWD, None, &checked.id.to_string(), sender)?;
    let files = attachments::take(uploads).await?;
    let outcome = write(node, &books, &checked, &files, hash).await?;
    Ok((outcome, ticket(node, &books, checked.id)))
}

/// The codes of a case.
pub fn ticket(node: &Node, books: &Books, id: Uuid) -> Ticket {
    let codes = Of::Feedback.codes(&node.world.keys, id);
    Ticket { code: codes.receipt, pin: codes.pin, demo: books.demo }
}

/// When a sender's line happened, as it is kept: of whoever gives no name the day alone, so that no log
/// of requests tells who it was.
pub fn moment(now: DateTime<Utc>, is_formal: bool) -> DateTime<Utc> {
    if is_formal { now } else { day::start_of(day::local_day(now)) }
}

async fn write(
    node: &Node,
    books: &Books,
    checked: &CheckedMessage,
    files: &[Attachment],
    hash: [u8; 16],
) -> Result<Outcome, Problem> {
    let mut tx = node.db.begin().await?;
    // Whoever sends the same id at the same time waits here until this is decided. No moment is kept.
    let turn = node.world.keys.blind("feedback.sent", checked.id.as_bytes());
    let today = day::start_of(node.today()).timestamp_millis();
    attempts::once(&mut tx, &turn, today).await?;
    if let Some((_, before)) = feedback::by_id(&mut tx, checked.id).await? {
        return same(&before, &hash).map(|()| Outcome::Before);
    }
    let door =
        Door { books, keys: &node.world.keys, fill: node.world.fill, at: (node.world.now)() };
    open(&mut tx, &door, checked, files, hash).await?;
    tx.commit().await?;
    Ok(Outcome::New)
}

/// What opening a case needs beside what was sent.
pub struct Door<'a> {
    /// The books.
    pub books: &'a Books,
    /// What seals who sent it.
    pub keys: &'a Keys,
    /// Chance.
    pub fill: fn(&mut [u8]),
    /// The moment.
    pub at: DateTime<Utc>,
}

/// Opens a case with everything that came with it, in a transaction in which its id is new.
pub async fn open(
    tx: &mut Tx,
    door: &Door<'_>,
    checked: &CheckedMessage,
    files: &[Attachment],
    hash: [u8; 16],
) -> Result<(i64, Case), Problem> {
    let sent = first_line(door.at, checked);
    let (number, case) =
        log::open(tx, (door.books, door.fill), &new_case(checked, hash), sent).await?;
    if let Some(contact) = &checked.contact {
        senders::keep(tx, door.keys, (number, checked.id), &view(contact), door.fill).await?;
    }
    for given in &checked.consents {
        sending::add_consent(tx, number, given).await?;
    }
    attachments::keep(tx, door.fill, (number, 1), files).await?;
    Ok((number, case))
}

fn first_line(now: DateTime<Utc>, checked: &CheckedMessage) -> Line {
    let is_formal = checked.contact.is_some();
    let (source, class) = (Source::Website, CLASS.to_owned());
    let step = Step::Sent { source, on: day::local_day(now), class, is_formal };
    let words = Some(checked.text.clone());
    Line { at: moment(now, is_formal), actor: Actor::Sender, step, words }
}

fn new_case(checked: &CheckedMessage, content_hash: [u8; 16]) -> NewCase {
    NewCase {
        id: checked.id,
        content_hash,
        kind: checked.kind.number(),
        outside_number: None,
        is_publishable: checked.is_publishable(),
        unit_version: checked.unit,
        procedure: checked.procedure,
        service_point: checked.service_point,
        subject: subject(&checked.text),
        folded: search::folded(&checked.text),
    }
}

fn view(contact: &CheckedContact) -> SenderView {
    let ways = [&contact.email, &contact.address].into_iter().flatten().cloned();
    SenderView {
        name: contact.name.clone(),
        phone: contact.phone.clone().unwrap_or_default(),
        address: ways.collect::<Vec<_>>().join("; "),
    }
}

fn same(before: &[u8], hash: &[u8]) -> Result<(), Problem> {
    if before == hash { Ok(()) } else { Err(Problem::Conflict) }
}

/// What was sent, its files by their own hashes.
pub fn content(message: &Message, uploads: &[Upload]) -> Vec<u8> {
    // Writing names and texts into memory cannot fail.
    let mut content = serde_json::to_vec(&message.content()).unwrap_or_default();
    for upload in uploads {
        content.extend_from_slice(&Sha256::digest(&upload.bytes));
    }
    content
}
