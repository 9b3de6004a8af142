//! `/tra-cuu`: how far one's own feedback is, and adding to it, rating, asking for another look.
//!
//! As with ballots, what is sent is answered with the way to a page; the page finds the case by a sealed
//! cookie ([`FEEDBACK`]).

use app::{
    address::in_language,
    document::{Area, Head, Sheet},
    feedback::{TrackPage, TrackStep, TrackView},
    survey::Typed,
    text,
};
use axum::{
    extract::{Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{Fault, Lang, Reason, feedback::kind::Rating};
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

use super::{feedback::upload, head, still, with_status};
use crate::{
    feedback::{
        attachments::headers,
        own::{self, Act},
    },
    node::Node,
    problem::Problem,
    receipts::{Of, visit::FEEDBACK},
    sender::Sender,
    sent::files::{SentFile, SentFiles},
    speech::Speech,
};

/// No wait that an address tells of is longer, in seconds.
const LONGEST_WAIT: u32 = 24 * 3600;

/// What the address says: which case, by what only our own cookie opens, and what was done.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct TrackQuery {
    /// What stands for the case.
    b: String,
    /// What was done.
    done: String,
    /// Why the last try led nowhere.
    step: String,
    /// How many seconds to wait.
    wait: u32,
}

/// The form, or how far the case is.
pub async fn show(
    State(node): State<Node>,
    Query(query): Query<TrackQuery>,
    Speech(lang): Speech,
    jar: CookieJar,
) -> Result<Response, Problem> {
    if query.b.is_empty() {
        let code = (!query.step.is_empty()).then(|| FEEDBACK.typed(&node, &jar)).flatten();
        return Ok(asked(&node, &query, (code.unwrap_or_default(), false), lang));
    }
    let Some(case) = FEEDBACK.shown(&node, &query.b, &jar) else {
        let step = TrackStep::Ask(Some(text::track(lang).put_away.to_owned()));
        return Ok(page(
            &node,
            TrackPage { is_plain: true, ..bare(step, lang) },
            "/tra-cuu".into(),
        ));
    };
    let here = way(&query.b, &query.done);
    let shown = shown(&node, case, lang).await?;
    Ok(page(&node, TrackPage { done: done_words(&query.done, lang), ..shown }, here))
}

/// Shows the case, or does something and shows it.
pub async fn create(
    State(node): State<Node>,
    sender: Sender,
    Speech(lang): Speech,
    jar: CookieJar,
    SentFiles { fields, files }: SentFiles,
) -> Result<Response, Problem> {
    let typed = Typed(fields);
    let (code, pin) = (typed.get("code"), typed.get("pin"));
    match Of::Feedback.find(&node, &sender, code, pin).await {
        Ok(case) => taken(&node, case, (typed, files), (&jar, lang)).await,
        Err(problem @ (Problem::NotFound | Problem::TooMany(_))) => {
            Ok(led_nowhere(&node, &problem, &typed, lang))
        }
        Err(problem) => Err(problem),
    }
}

/// Does what the form was sent for, and says where that is shown.
async fn taken(
    node: &Node,
    case: Uuid,
    (typed, files): (Typed, Vec<SentFile>),
    (jar, lang): (&CookieJar, Lang),
) -> Result<Response, Problem> {
    let is_plain = !typed.get("plain").is_empty();
    let step = typed.get("step").to_owned();
    if step == "file" {
        return handed_out(node, case, &typed).await;
    }
    let done = match act(&typed, files) {
        None => Ok(()),
        Some(Err(fault)) => Err(Problem::faults(vec![fault])),
        Some(Ok(act)) => own::act(node, case, act, lang).await.map(drop),
    };
    match done {
        Ok(()) if !is_plain => {
            let cookies = AppendHeaders(FEEDBACK.begun(node, case, jar));
            let way = way(&FEEDBACK.tag(&node.world.keys, case), &step);
            Ok((cookies, Redirect::to(&in_language(&way, lang))).into_response())
        }
        Ok(()) => {
            let done = done_words(&step, lang);
            let shown = TrackPage { is_plain, done, ..shown(node, case, lang).await? };
            Ok(page(node, shown, "/tra-cuu".into()))
        }
        Err(problem @ Problem::Faults(_)) => {
            let faults = problem.spoken(lang);
            let shown = TrackPage { is_plain, faults, typed, ..shown(node, case, lang).await? };
            Ok(with_status(problem.status(), page(node, shown, "/tra-cuu".into())))
        }
        Err(problem) => Err(problem),
    }
}

/// A file of the sender's own, to be saved: asked for with both codes, so that no address leads to it.
async fn handed_out(node: &Node, case: Uuid, typed: &Typed) -> Result<Response, Problem> {
    let file = typed.get("file").parse().map_err(|_| Problem::NotFound)?;
    let (name, kind, bytes) = own::file(node, case, file).await?;
    Ok((headers(&name, kind), bytes).into_response())
}

/// What a form is sent for; nothing, where it only asks to see the case.
fn act(typed: &Typed, files: Vec<SentFile>) -> Option<Result<Act, Fault>> {
    let text = typed.get("text").to_owned();
    match typed.get("step") {
        "add" => Some(Ok(Act::Add(text, files.into_iter().map(upload).collect()))),
        "reopen" => Some(Ok(Act::Reopen(text))),
        "rate" => {
            let rating = Rating::read(typed.get("rating"));
            Some(rating.map(Act::Rate).ok_or_else(|| Fault::new("rating", Reason::UnknownChoice)))
        }
        _ => None,
    }
}

fn done_words(step: &str, lang: Lang) -> Option<&'static str> {
    let words = text::track(lang);
    match step {
        "add" => Some(words.done_add),
        "rate" => Some(words.done_rate),
        "reopen" => Some(words.done_reopen),
        _ => None,
    }
}

/// What code and pin led to nothing, on a page of its own; where no cookie is kept, at once.
fn led_nowhere(node: &Node, problem: &Problem, typed: &Typed, lang: Lang) -> Response {
    let (step, wait) = match problem {
        Problem::TooMany(seconds) => ("wait", *seconds),
        _ => ("unknown", 0),
    };
    let code = typed.get("code").to_owned();
    if !typed.get("plain").is_empty() {
        let query = TrackQuery { step: step.to_owned(), wait, ..TrackQuery::default() };
        return asked(node, &query, (code, true), lang);
    }
    let way = in_language(&nowhere(step, wait), lang);
    (AppendHeaders([FEEDBACK.mistyped(node, &code)]), Redirect::to(&way)).into_response()
}

fn asked(
    node: &Node,
    query: &TrackQuery,
    (code, is_plain): (String, bool),
    lang: Lang,
) -> Response {
    let words = text::track(lang);
    let wait = query.wait.min(LONGEST_WAIT);
    let (status, message) = match query.step.as_str() {
        "unknown" => (StatusCode::NOT_FOUND, Some(words.unknown.to_owned())),
        "wait" => (StatusCode::TOO_MANY_REQUESTS, Some((words.wait)(wait.div_ceil(60)))),
        _ => (StatusCode::OK, None),
    };
    let here = match query.step.as_str() {
        step @ ("unknown" | "wait") => nowhere(step, wait),
        _ => "/tra-cuu".to_owned(),
    };
    let step = TrackStep::Ask(message);
    let shown = TrackPage { code, is_plain, ..bare(step, lang) };
    let mut reply = with_status(status, page(node, shown, here));
    if status == StatusCode::TOO_MANY_REQUESTS {
        reply.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    reply
}

/// The address of a case's page; of what was done only what there is.
fn way(tag: &str, done: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("b", tag);
    if done_words(done, Lang::Vi).is_some() {
        query.append_pair("done", done);
    }
    format!("/tra-cuu?{}", query.finish())
}

/// The address that says why a try led nowhere.
fn nowhere(step: &str, wait: u32) -> String {
    match wait {
        0 => format!("/tra-cuu?step={step}"),
        wait => format!("/tra-cuu?step={step}&wait={wait}"),
    }
}

/// The page of a case, with the codes that its forms send on.
async fn shown(node: &Node, case: Uuid, lang: Lang) -> Result<TrackPage, Problem> {
    let view = own::show(node, case, lang).await?;
    let codes = Of::Feedback.codes(&node.world.keys, case);
    let step = TrackStep::Shown(Box::new(view));
    Ok(TrackPage { code: codes.receipt, pin: codes.pin, ..bare(step, lang) })
}

fn bare(step: TrackStep, lang: Lang) -> TrackPage {
    TrackPage {
        lang,
        code: String::new(),
        pin: String::new(),
        is_plain: false,
        done: None,
        faults: Vec::new(),
        typed: Typed::default(),
        step,
    }
}

fn page(node: &Node, page: TrackPage, here: String) -> Response {
    let (area, sheet) = match page.step {
        TrackStep::Ask(_) => (Area::Elsewhere, Sheet::Pages),
        TrackStep::Shown(_) => (Area::Case, Sheet::Feedback),
    };
    let head = head(node, page.lang, page.title(), here);
    let head = Head { area, sheet, ..head };
    still(&head, move || view! { <TrackView page/> })
}
