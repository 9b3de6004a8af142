//! What the sender of a case does with code and pin: sees how far it is, adds to it, rates the answer,
//! asks for another look.

mod view;

use domain::{
    Fault, Lang, Reason,
    feedback::{
        event::{Actor, Event, Step},
        kind::Rating,
        message,
        steps::Misstep,
        view::FeedbackView,
    },
};
use uuid::Uuid;

use super::{
    attachments::{self, Attachment, Upload},
    keep::moment,
    log::{self, Line},
};
use crate::{
    node::Node,
    problem::Problem,
    store::{
        Tx,
        feedback::{
            self,
            beside::{self, FileHead},
        },
    },
};

/// A sender adds no more often to one case; the office's telephone stays.
const MOST_ADDITIONS: usize = 30;
/// All files of one case together, in bytes.
const MOST_BYTES: usize = 60_000_000;

/// What a sender does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Adds words, and files with them.
    Add(String, Vec<Upload>),
    /// Rates the answer.
    Rate(Rating),
    /// Asks for another look, with a reason.
    Reopen(String),
}

/// A case as its sender sees it.
pub async fn show(node: &Node, id: Uuid, lang: Lang) -> Result<FeedbackView, Problem> {
    let books = node.books();
    let mut tx = node.db.snapshot().await?;
    let (number, _) = feedback::by_id(&mut tx, id).await?.ok_or(Problem::NotFound)?;
    let events = feedback::log::read(&mut tx, number).await?;
    let words = feedback::log::words(&mut tx, number).await?;
    let files = beside::files(&mut tx, number).await?;
    let row = feedback::cases::one(&mut tx, number).await?.ok_or(Problem::NotFound)?;
    let case = view::Stored { row, events, words, files };
    view::of(node, &books, &case, lang)
}

/// A file that the sender sent, as it is kept: its name, what it is, and its bytes. One that came with a line
/// they do not see is not there.
pub async fn file(
    node: &Node,
    id: Uuid,
    file: i64,
) -> Result<(String, attachments::Kind, Vec<u8>), Problem> {
    let mut tx = node.db.snapshot().await?;
    let (number, _) = feedback::by_id(&mut tx, id).await?.ok_or(Problem::NotFound)?;
    let events = feedback::log::read(&mut tx, number).await?;
    let heads = beside::files(&mut tx, number).await?;
    let head = heads.iter().find(|it| it.id == file).ok_or(Problem::NotFound)?;
    let place = usize::try_from(head.place).ok().and_then(|place| place.checked_sub(1));
    let line = place.and_then(|place| events.get(place)).ok_or(Problem::NotFound)?;
    if !matches!(line.step, Step::Sent { .. } | Step::Added) {
        return Err(Problem::NotFound);
    }
    let (name, kind, bytes) =
        beside::file(&mut tx, number, file).await?.ok_or(Problem::NotFound)?;
    let kind = attachments::Kind::from_number(kind).ok_or(Problem::Broken)?;
    Ok((name, kind, bytes))
}

/// Does what a sender asks for, and shows the case as it is then. What was done just now is not done
/// twice.
pub async fn act(node: &Node, id: Uuid, act: Act, lang: Lang) -> Result<FeedbackView, Problem> {
    node.limits.corrected(id, node.moment())?;
    let (step, words, uploads) = checked(act)?;
    let files = attachments::take(uploads).await?;
    let books = node.books();
    let mut tx = node.db.begin().await?;
    let (number, _) = feedback::by_id(&mut tx, id).await?.ok_or(Problem::NotFound)?;
    let case = log::hold(&mut tx, number).await?;
    let stored = feedback::log::read(&mut tx, number).await?;
    if is_done(&mut tx, number, &stored, (&step, words.as_deref()), &files).await? {
        drop(tx);
        return show(node, id, lang).await;
    }
    if step == Step::Added {
        room(&mut tx, number, &stored, &files).await?;
    }
    let at = moment((node.world.now)(), case.is_formal);
    let line = Line { at, actor: Actor::Sender, step, words };
    let place = i64::from(case.events) + 1;
    log::add(&mut tx, &books, number, case, line).await?;
    attachments::keep(&mut tx, node.world.fill, (number, place), &files).await?;
    tx.commit().await?;
    show(node, id, lang).await
}

/// The step of an act, its words and its files.
fn checked(act: Act) -> Result<(Step, Option<String>, Vec<Upload>), Problem> {
    let mut faults = Vec::new();
    let (step, words, uploads) = match act {
        Act::Rate(rating) => return Ok((Step::Rated { rating }, None, Vec::new())),
        Act::Reopen(reason) => {
            (Step::Reopened, message::words("text", &reason, &mut faults), Vec::new())
        }
        // A picture may say it all.
        Act::Add(typed, uploads) if !uploads.is_empty() && typed.trim().is_empty() => {
            return Ok((Step::Added, None, uploads));
        }
        Act::Add(typed, uploads) => {
            (Step::Added, message::words("text", &typed, &mut faults), uploads)
        }
    };
    if faults.is_empty() { Ok((step, words, uploads)) } else { Err(Problem::faults(faults)) }
}

/// Whether the last line of a case is this very one, with the same files: its reply was lost on the way.
async fn is_done(
    tx: &mut Tx,
    number: i64,
    events: &[Event],
    (step, words): (&Step, Option<&str>),
    files: &[Attachment],
) -> Result<bool, Problem> {
    let place = i64::try_from(events.len()).unwrap_or_default();
    let is_same = events.last().is_some_and(|it| it.actor == Actor::Sender && it.step == *step);
    if !is_same {
        return Ok(false);
    }
    let all = feedback::log::words(tx, number).await?;
    let had = all.iter().find(|(at, _)| *at == place).map(|(_, text)| text.as_str());
    let heads = beside::files(tx, number).await?.into_iter().filter(|it| it.place == place);
    let heads: Vec<FileHead> = heads.collect();
    if had != words || heads.len() != files.len() {
        return Ok(false);
    }
    for (head, file) in heads.iter().zip(files) {
        let stored = beside::file(tx, number, head.id).await?;
        if stored
            .is_none_or(|(name, _, bytes)| (name, bytes) != (file.name.clone(), file.bytes.clone()))
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a case holds one more addition with these files.
async fn room(
    tx: &mut Tx,
    number: i64,
    events: &[Event],
    files: &[Attachment],
) -> Result<(), Problem> {
    let additions = events.iter().filter(|it| it.step == Step::Added).count();
    let held: i64 = beside::files(tx, number).await?.iter().map(|it| it.size).sum();
    let more: usize = files.iter().map(|it| it.bytes.len()).sum();
    let bytes = usize::try_from(held).unwrap_or(usize::MAX).saturating_add(more);
    if additions < MOST_ADDITIONS && (files.is_empty() || bytes <= MOST_BYTES) {
        return Ok(());
    }
    Err(Problem::faults(vec![Fault::new("text", Reason::Misstep(Misstep::Plenty))]))
}
