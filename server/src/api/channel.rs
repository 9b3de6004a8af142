//! `/api/v1/channel/feedback`: another body's system sends its cases, and reads how far they are. Its key
//! is for one channel, and no other's cases are there for it.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Fault, Reason,
    books::names::both,
    feedback::{event::Actor, kind::Source},
    office::feedback::outside::{OutsideCase, OutsideView, PushedCase, PushedForm, Said},
    text,
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    feedback::{
        keep::{Door, moment},
        outside, own,
    },
    keys::Keys,
    node::Node,
    problem::{Problem, ProblemReply},
    receipts::Of,
    sent::{SentJson, json as read},
    speech::Speech,
    staff::{Deed, Staff},
    store::{
        Tx,
        feedback::{cases, pushed},
    },
};

/// Bytes of a field's hash.
const HASH: usize = 8;

/// Opens a case of the key's channel. The same number with the same content again is the same case, for
/// ever; with other content it is refused, and every field that differs is named.
#[utoipa::path(
    post, path = "/channel/feedback", request_body = PushedForm,
    responses(
        (status = 201, body = PushedCase, description = "opened"),
        (status = 200, body = PushedCase, description = "opened before: the same code and pin"),
        (status = 400, body = ProblemReply, content_type = "application/problem+json"),
        (status = 401, body = ProblemReply, content_type = "application/problem+json",
            description = "no key, or one that opens nothing"),
        (status = 403, body = ProblemReply, content_type = "application/problem+json",
            description = "a key that is for no channel"),
        (status = 408, body = ProblemReply, content_type = "application/problem+json"),
        (status = 409, body = ProblemReply, content_type = "application/problem+json",
            description = "the number came before with other content: `faults` names what differs"),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
        (status = 503, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<PushedCase>), Problem> {
    let form: PushedForm = read(&body)?;
    let source = channel(&staff)?;
    let outside_number = text::clean(&form.outside_number);
    let keys = &node.world.keys;
    let hashes = hashes(keys, (source, &outside_number), &form.said());
    let mut act = staff.act(&node).await?;
    let whose = (source, outside_number.as_str());
    outside::turn(&mut act.tx, keys, whose, node.moment()).await?;
    // First of all: what was taken once stays taken, whatever the books say by now.
    if let Some(number) = cases::of_outside(&mut act.tx, source.number(), &outside_number).await? {
        same(&mut act.tx, number, &form.said(), &hashes).await?;
        let id = id(&mut act.tx, number).await?;
        return Ok((StatusCode::OK, Json(ticket(&node, outside_number, id))));
    }
    let case = case(&node, source, &form)?;
    let books = node.books();
    let at = moment((node.world.now)(), case.sender.is_some());
    let door = Door { books: &books, keys, fill: node.world.fill, at };
    let (number, _) = outside::open(&mut act.tx, &door, &Actor::Sender, &case).await?;
    pushed::add(&mut act.tx, number, &hashes).await?;
    let id = id(&mut act.tx, number).await?;
    let noted = json!({"source": source, "sent": case.sent});
    act.keep(Deed::new("feedback.push", format!("feedback/{number}")).after(noted)).await?;
    Ok((StatusCode::CREATED, Json(ticket(&node, case.number, id))))
}

/// How far a case of the key's channel is, by its number there: what its sender sees with code and pin.
#[utoipa::path(
    get, path = "/channel/feedback/{outside_number}",
    params(("outside_number" = String, Path, description = "the number there")),
    responses(
        (status = 200, body = OutsideView),
        (status = 401, body = ProblemReply, content_type = "application/problem+json",
            description = "no key, or one that opens nothing"),
        (status = 403, body = ProblemReply, content_type = "application/problem+json",
            description = "a key that is for no channel"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json",
            description = "the channel has no case of this number"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Speech(lang): Speech,
    Path(outside_number): Path<String>,
) -> Result<Json<OutsideView>, Problem> {
    let source = channel(&staff)?;
    let mut tx = node.db.snapshot().await?;
    let number = cases::of_outside(&mut tx, source.number(), &text::clean(&outside_number)).await?;
    let id = id(&mut tx, number.ok_or(Problem::NotFound)?).await?;
    drop(tx);
    Ok(Json(OutsideView { outside_number, case: own::show(&node, id, lang).await? }))
}

/// The channel of the key. Nobody who is signed in has one, nor has any other key.
fn channel(staff: &Staff) -> Result<Source, Problem> {
    staff.channel.filter(|_| staff.scope.holds(None)).ok_or(Problem::NotAllowed)
}

/// The case of a body, or everything wrong with it.
fn case(node: &Node, source: Source, form: &PushedForm) -> Result<OutsideCase, Problem> {
    let (books, today) = (node.books(), node.today());
    let given = |code: &Option<String>| code.clone().filter(|code| !code.trim().is_empty());
    let (mut faults, days) = (Vec::new(), [today, today]);
    let unit = given(&form.unit).map(|code| outside::unit(&books.catalogue, &code, days));
    if unit == Some(None) {
        faults.push(Fault::new("unit", Reason::UnknownUnit));
    }
    let procedure = given(&form.procedure);
    let procedure = procedure.map(|code| outside::procedure(&books.catalogue, &code, days));
    if procedure == Some(None) {
        faults.push(Fault::new("procedure", Reason::UnknownProcedure));
    }
    let (checked, due) = both(form.check(source, today), faults)?;
    Ok(OutsideCase {
        source,
        number: checked.outside_number.ok_or(Problem::Broken)?,
        kind: form.kind,
        sent: checked.sent,
        due,
        text: checked.text,
        unit: unit.flatten(),
        procedure: procedure.flatten(),
        sender: checked.sender,
        is_publishable: form.is_publishable,
        finished: None,
    })
}

/// What a body says, field by field, under a key.
fn hashes(keys: &Keys, (source, number): (Source, &str), said: &Said) -> Vec<u8> {
    let hash = |(field, text): &(&str, String)| {
        // With whose it is, so that equal words of two cases have nothing in common.
        let content = format!("{}\n{number}\n{text}", source.number());
        let whole = keys.blind(&["feedback.pushed/", field].concat(), content.as_bytes());
        whole[..HASH].to_vec()
    };
    said.iter().flat_map(hash).collect()
}

/// Refuses a body that says something else than the one that opened the case.
async fn same(tx: &mut Tx, number: i64, said: &Said, hashes: &[u8]) -> Result<(), Problem> {
    let Some(before) = pushed::of(tx, number).await? else {
        let fault = Fault::new("outside_number", Reason::EnteredByHand);
        return Err(Problem::differs(vec![fault]));
    };
    let pairs = before.chunks(HASH).zip(hashes.chunks(HASH));
    let others = said.iter().zip(pairs).filter(|(_, (before, now))| before != now);
    let faults = others.map(|((field, _), _)| Fault::new(*field, Reason::OtherContent));
    match faults.collect::<Vec<_>>() {
        none if none.is_empty() => Ok(()),
        faults => Err(Problem::differs(faults)),
    }
}

async fn id(tx: &mut Tx, number: i64) -> Result<Uuid, Problem> {
    Ok(cases::one(tx, number).await?.ok_or(Problem::NotFound)?.id)
}

fn ticket(node: &Node, outside_number: String, id: Uuid) -> PushedCase {
    let codes = Of::Feedback.codes(&node.world.keys, id);
    PushedCase { outside_number, code: codes.receipt, pin: codes.pin }
}
