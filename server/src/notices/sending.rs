//! Sending one notice, and what comes of it.

use axum::http::Uri;
use chrono::{DateTime, Duration, Utc};
use domain::{
    Lang, day,
    feedback::notice::{self, Hitch, MOST_A_DAY, MOST_TRIES, Notice, Stage},
};
use lettre::Message;

use super::{
    hook::{self, Call},
    letter::{self, About, Envelope},
    mark,
    outcome::Outcome,
    smtp::Mail,
};
use crate::{
    error::Error,
    feedback::senders,
    node::Node,
    receipts::Of,
    store::{
        outbox::{self, Due, End, News},
        webhooks,
    },
};

/// No try takes longer: after it nobody sends the notice any more.
const LONGEST: Duration = Duration::minutes(3);

/// Sends a notice whose time has come, or lets it wait for a better one.
pub async fn one(node: &Node, due: &Due) -> Result<(), Error> {
    let now = (node.world.now)();
    let books = node.books();
    let opening = notice::opening(&books.calendar, now);
    if opening > now {
        return Ok(outbox::put_off(&node.db, due.id, opening.timestamp_millis()).await?);
    }
    let is_full = due.account_id.is_none()
        && outbox::of_day(&node.db, due, day::number(day::local_day(now))).await? >= MOST_A_DAY;
    if is_full {
        let next = notice::next_opening(&books.calendar, now).timestamp_millis();
        return Ok(outbox::put_off(&node.db, due.id, next).await?);
    }
    let outcome = match (due.webhook_id, due.account_id, &node.world.post.mail) {
        (Some(webhook), ..) => by_webhook(node, due, webhook, now).await?,
        (_, Some(account), Some(mail)) => to_staff(node, due, mail, account, now).await?,
        (_, None, Some(mail)) => to_sender(node, due, mail, now).await?,
        (_, _, None) => return Ok(()),
    };
    match end(node, due, outcome, now) {
        Some(end) => Ok(outbox::end(&node.db, due.id, end).await?),
        None => Ok(()),
    }
}

/// What is written of a try.
fn end(node: &Node, due: &Due, outcome: Outcome, now: DateTime<Utc>) -> Option<End> {
    let tries = due.tries + 1;
    let again = notice::opening(&node.books().calendar, now + notice::wait(due.tries));
    let again = Some(again.timestamp_millis());
    // Once it was left open whether it arrived, a refusal does not say that it did not.
    let is_unsure = due.unsure > 0;
    let kept = |stage| if is_unsure { Stage::Unknown } else { stage };
    let none =
        End { stage: Stage::Sent, due: None, tries, unsure: due.unsure, sent: None, hitch: None };
    Some(match outcome {
        Outcome::Sent => End { sent: Some(now.timestamp_millis()), ..none },
        Outcome::Nobody => End { stage: Stage::Nobody, ..none },
        Outcome::Later(hitch) if tries < MOST_TRIES => {
            End { stage: kept(Stage::Waiting), due: again, hitch: Some(hitch), ..none }
        }
        Outcome::Later(hitch) | Outcome::Never(hitch) => {
            End { stage: kept(Stage::Failed), hitch: Some(hitch), ..none }
        }
        Outcome::Unclear => End {
            stage: Stage::Unknown,
            due: again.filter(|_| !is_unsure),
            unsure: due.unsure + 1,
            hitch: Some(Hitch::Cut),
            ..none
        },
        Outcome::NotOurs => return None,
    })
}

/// What a sender left of how they are reached; an error of the database is one.
async fn contact(
    node: &Node,
    due: &Due,
) -> Result<Option<domain::office::feedback::case::SenderView>, Error> {
    let Some(whose) = due.feedback.zip(due.case_id) else { return Ok(None) };
    let mut tx = node.db.snapshot().await?;
    senders::read(&mut tx, &node.world.keys, whose)
        .await
        .map_err(|_| Error::new("who sent a case could not be read"))
}

async fn to_sender(
    node: &Node,
    due: &Due,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Outcome, Error> {
    let left = contact(node, due).await?;
    let Some(to) = left.and_then(|it| letter::address(&it.address)) else {
        return Ok(Outcome::Nobody);
    };
    let Some(notice) = Notice::from_number(due.notice) else {
        return Ok(Outcome::Never(Hitch::Refused));
    };
    let (code, link) = code_and_link(node, due);
    let books = node.books();
    let house = books.house(node.today(), Lang::Vi).unwrap_or_default();
    let envelope = envelope(node, due, mail, to, house, now);
    post(node, due, mail, letter::to_sender(envelope, notice, &code, &link), now).await
}

async fn to_staff(
    node: &Node,
    due: &Due,
    mail: &Mail,
    account: i64,
    now: DateTime<Utc>,
) -> Result<Outcome, Error> {
    let sealed = webhooks::mail_of(&mut node.db.snapshot().await?, account).await?;
    let Some(sealed) = sealed else { return Ok(Outcome::Nobody) };
    let Some(to) = hook::open_mail(&node.world.keys, account, &sealed) else {
        return Ok(Outcome::Never(Hitch::Sealed));
    };
    let Some(to) = letter::address(&to) else { return Ok(Outcome::Nobody) };
    let news = outbox::gather(&node.db, due, now.timestamp_millis()).await?;
    let news: Vec<(About, Notice)> = news.into_iter().filter_map(about).collect();
    // What is about its reader by now is none of theirs.
    if news.is_empty() {
        return Ok(Outcome::Nobody);
    }
    let books = node.books();
    let house = books.house(node.today(), Lang::Vi).unwrap_or_default();
    let envelope = envelope(node, due, mail, to, house, now);
    post(node, due, mail, letter::digest(envelope, &news, &node.world.public_url), now).await
}

fn envelope<'a>(
    node: &Node,
    due: &Due,
    mail: &'a Mail,
    to: lettre::Address,
    house: &'a str,
    now: DateTime<Utc>,
) -> Envelope<'a> {
    let domain = due.domain.as_deref().unwrap_or(mail.from.domain());
    let message_id = format!("<{}@{domain}>", mark(&node.world.keys, due.id, due.created));
    Envelope { house, from: &mail.from, to, message_id, now }
}

async fn post(
    node: &Node,
    due: &Due,
    mail: &Mail,
    letter: Result<Message, Error>,
    now: DateTime<Utc>,
) -> Result<Outcome, Error> {
    // One that cannot be written must not stand in the way of the others.
    let Ok(letter) = letter else { return Ok(Outcome::Never(Hitch::Refused)) };
    mail.send(&letter, begin(node, due, mail.from.domain(), now)).await
}

/// Notes that it goes out from now on.
async fn begin(node: &Node, due: &Due, domain: &str, now: DateTime<Utc>) -> Result<bool, Error> {
    let (day, until) = (day::number(day::local_day(now)), (now + LONGEST).timestamp_millis());
    Ok(outbox::begin(&node.db, due.id, (day, until), domain).await?)
}

async fn by_webhook(node: &Node, due: &Due, id: i64, now: DateTime<Utc>) -> Result<Outcome, Error> {
    let webhook = webhooks::one(&node.db, id).await?.filter(|it| it.disabled.is_none());
    let Some(webhook) = webhook else { return Ok(Outcome::Nobody) };
    let Some(secret) = hook::open_secret(&node.world.keys, &webhook) else {
        return Ok(Outcome::Never(Hitch::Sealed));
    };
    let Ok(url) = webhook.url.parse::<Uri>() else { return Ok(Outcome::Never(Hitch::Refused)) };
    let Some(notice) = Notice::from_number(due.notice) else {
        return Ok(Outcome::Never(Hitch::Refused));
    };
    let mut to = None;
    if webhook.is_gateway == 1 {
        to = contact(node, due).await?.map(|it| it.phone).filter(|phone| !phone.is_empty());
        if to.is_none() {
            return Ok(Outcome::Nobody);
        }
    }
    let (code, link) = code_and_link(node, due);
    let id = format!("msg_{}", mark(&node.world.keys, due.id, due.created));
    let happened = DateTime::from_timestamp_millis(due.created).unwrap_or(now);
    let call = Call::new(&id, notice, happened, (&code, &link), to.as_deref());
    if !begin(node, due, "", now).await? {
        return Ok(Outcome::NotOurs);
    }
    Ok(call.send(url, &secret, now, node.world.post.reaches_inside).await)
}

/// What a line of a digest is about, and what it says.
fn about(news: News) -> Option<(About, Notice)> {
    let about = news.feedback.map(About::Case).or(news.request_id.map(About::Request));
    about.zip(Notice::from_number(news.notice))
}

/// The code of a case, and where it is followed.
fn code_and_link(node: &Node, due: &Due) -> (String, String) {
    let code = due.case_id.map(|id| Of::Feedback.codes(&node.world.keys, id).receipt);
    let code = code.unwrap_or_default();
    (code, format!("{}/tra-cuu", node.world.public_url))
}
