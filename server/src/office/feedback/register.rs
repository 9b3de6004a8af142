//! `POST /api/v1/office/feedback`: enters what came another way.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Fault, Reason,
    books::names::both,
    day,
    feedback::{event::Step, kind::Source},
    office::feedback::register::{CheckedCase, RegisterForm, RegisteredCase},
    text,
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    feedback::{
        CLASS, content_hash,
        log::{self, Line},
        outside, reach, search, senders, subject, view,
    },
    node::Node,
    problem::Problem,
    receipts::Of,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{
        Tx, accounts, attempts,
        feedback::{
            self,
            cases::{self, NewCase},
        },
    },
};

/// Enters a case. The same id with the same content again is the same case.
#[utoipa::path(
    post, path = "/feedback", request_body = RegisterForm,
    responses((status = 201, body = RegisteredCase), (status = 200, body = RegisteredCase)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<RegisteredCase>), Problem> {
    let form: RegisterForm = sent::json(&body)?;
    let (books, today) = (node.books(), node.today());
    let (place, unknown) = place(&node, &form);
    let checked = both(form.check(today), unknown)?;
    let (id, unit, procedure) = place.ok_or(Problem::Broken)?;
    let about = about(&node, checked.about.as_deref()).await?;
    // Writing texts into memory cannot fail.
    let content = serde_json::to_vec(&form).unwrap_or_default();
    let hash = content_hash(&node.world.keys, &content);
    let mut act = staff.act(&node).await?;
    turn(&node, &mut act.tx, &form, id).await?;
    if let Some(number) = earlier(&mut act.tx, &form, id, hash, &checked).await? {
        return Ok((StatusCode::OK, Json(row_of(&node, &mut act.tx, number).await?)));
    }
    let text = text::compose(&checked.text);
    let new = NewCase {
        id,
        content_hash: hash,
        kind: form.kind.number(),
        outside_number: checked.outside_number,
        is_publishable: form.is_publishable,
        unit_version: unit,
        procedure,
        service_point: None,
        subject: subject(&text),
        folded: search::folded(&text),
    };
    let step = Step::Sent {
        source: form.source,
        on: checked.sent,
        class: CLASS.to_owned(),
        is_formal: form.is_formal,
    };
    let (at, actor) = ((node.world.now)(), reach::actor(&staff));
    let sent = Line { at, actor: actor.clone(), step, words: Some(text) };
    let (number, case) = log::open(&mut act.tx, (&books, node.world.fill), &new, sent).await?;
    if let Some(sender) = &checked.sender {
        let keys = &node.world.keys;
        senders::keep(&mut act.tx, keys, (number, id), sender, node.world.fill).await?;
    }
    if let Some(step) = about {
        let line = Line { at, actor, step, words: None };
        log::add(&mut act.tx, &books, number, case, line).await?;
    }
    let row = row_of(&node, &mut act.tx, number).await?;
    let deed = Deed::new("feedback.register", format!("feedback/{number}"));
    let noted = json!({"source": form.source, "sent": day::number(checked.sent)});
    act.keep(deed.after(noted)).await?;
    Ok((StatusCode::CREATED, Json(row)))
}

/// Waits for whoever enters the same case or the same outside number at this moment.
async fn turn(node: &Node, tx: &mut Tx, form: &RegisterForm, id: Uuid) -> Result<(), Problem> {
    let key = node.world.keys.blind("feedback.registered", id.as_bytes());
    attempts::once(tx, &key, node.moment()).await?;
    let whose = (form.source, form.outside_number.trim());
    Ok(outside::turn(tx, &node.world.keys, whose, node.moment()).await?)
}

/// The case that this one is already; refused, if it only looks like it.
async fn earlier(
    tx: &mut Tx,
    form: &RegisterForm,
    id: Uuid,
    hash: [u8; 16],
    checked: &CheckedCase,
) -> Result<Option<i64>, Problem> {
    if let Some((number, stored)) = feedback::by_id(tx, id).await? {
        return if stored == hash { Ok(Some(number)) } else { Err(Problem::Conflict) };
    }
    let Some(outside) = &checked.outside_number else { return Ok(None) };
    match cases::of_outside(tx, form.source.number(), outside).await? {
        Some(_) => Err(fault("outside_number", Reason::Taken)),
        None => Ok(None),
    }
}

fn fault(field: &str, reason: Reason) -> Problem {
    Problem::faults(vec![Fault::new(field, reason)])
}

/// An id, the row of a unit's version, and that of a procedure.
type Place = (Uuid, Option<i64>, Option<i64>);

/// The id, the unit as it is today, and the procedure, or what is wrong with them.
fn place(node: &Node, form: &RegisterForm) -> (Option<Place>, Vec<Fault>) {
    let (books, today) = (node.books(), node.today());
    let mut faults = Vec::new();
    let id = Uuid::try_parse(&form.id).ok();
    if id.is_none() {
        faults.push(Fault::new("id", Reason::BadId));
    }
    // The website's own cases and those of ballots come by their own ways.
    if matches!(form.source, Source::Website | Source::Ballot) {
        faults.push(Fault::new("source", Reason::UnknownChoice));
    }
    let given = |code: &Option<String>| code.clone().filter(|code| !code.is_empty());
    let unit = given(&form.unit).map(|code| books.catalogue.unit_meant_on(&code, today));
    if unit.is_some_and(|unit| unit.is_none()) {
        faults.push(Fault::new("unit", Reason::UnknownUnit));
    }
    let procedure = given(&form.procedure).map(|code| books.catalogue.procedure_on(&code, today));
    if procedure.is_some_and(|procedure| procedure.is_none()) {
        faults.push(Fault::new("procedure", Reason::UnknownProcedure));
    }
    let unit = unit.flatten().map(|version| version.id);
    let procedure = procedure.flatten().map(|version| version.procedure);
    (id.map(|id| (id, unit, procedure)), faults)
}

/// The line that says whom a case is about, if somebody said so.
async fn about(node: &Node, name: Option<&str>) -> Result<Option<Step>, Problem> {
    let Some(name) = name else { return Ok(None) };
    let people = accounts::all(&node.db).await?;
    let account = people.iter().find(|it| it.name == name);
    let account = account.ok_or_else(|| fault("about", Reason::UnknownChoice))?;
    Ok(Some(reach::concern(account, &people)))
}

async fn row_of(node: &Node, tx: &mut Tx, number: i64) -> Result<RegisteredCase, Problem> {
    let stored = cases::one(tx, number).await?.ok_or(Problem::Broken)?;
    let within = (&*node.books(), &node.world.keys);
    let row = view::row(within, &view::Names::new(), node.today(), &stored)?;
    Ok(RegisteredCase { row, pin: Of::Feedback.codes(&node.world.keys, stored.id).pin })
}
