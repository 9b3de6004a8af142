//! `/phieu`: what is kept of one's own ballot, correcting it and taking it back, without scripts.
//!
//! What is sent is answered with the way to a page, so that Back and reload never ask to send again;
//! the page finds the ballot by a sealed cookie ([`BALLOTS`]).

mod correct;
pub(super) mod words;

use app::{
    address::in_language,
    document::{Area, Head, Sheet},
    pages::{OwnBallot, OwnBallotPage, OwnBallotView, Part},
    survey::Typed,
    text,
};
use axum::{
    extract::{Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::CookieJar;
use domain::Lang;
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

use super::{head, still, with_status};
use crate::{
    ballots::own::{of, withdraw},
    node::Node,
    problem::Problem,
    receipts::{Of, visit::BALLOTS},
    sender::Sender,
    sent::SentForm,
    speech::Speech,
    store::changes::What,
};

/// No wait that an address tells of is longer, in seconds.
const LONGEST_WAIT: u32 = 24 * 3600;

/// No step is longer, in bytes.
const LONGEST_STEP: usize = 60;

/// What the address says: which ballot, by what only our own cookie opens, and how far its sender is.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct StepQuery {
    /// What was done.
    done: String,
    /// What stands for the ballot.
    b: String,
    /// The step, or why the last one led nowhere.
    step: String,
    /// How many seconds to wait.
    wait: u32,
}

/// A page of the way: the form, the ballot, a question, or the word that something was done.
pub async fn show(
    State(node): State<Node>,
    Query(query): Query<StepQuery>,
    Speech(lang): Speech,
    jar: CookieJar,
) -> Result<Response, Problem> {
    let done = match query.done.as_str() {
        "all" => Some(OwnBallot::Gone(Part::All)),
        "comment" => Some(OwnBallot::Gone(Part::Comment)),
        "consent" => Some(OwnBallot::Gone(Part::Consent(String::new()))),
        "corrected" => Some(OwnBallot::Corrected),
        _ => None,
    };
    if let Some(step) = done {
        return Ok(page(&node, OwnBallotPage { lang, ..bare(step) }, "/phieu".to_owned()));
    }
    if query.b.is_empty() {
        return Ok(asked(&node, &query, &jar, lang));
    }
    let Some(ballot) = BALLOTS.shown(&node, &query.b, &jar) else {
        let step = OwnBallot::Ask(Some(text::own(lang).put_away_again.to_owned()));
        let page_of = OwnBallotPage { lang, is_plain: true, ..bare(step) };
        return Ok(page(&node, page_of, "/phieu".to_owned()));
    };
    match shown(&node, ballot, &query.step, lang).await {
        Ok(step) => Ok(page(&node, own(&node, ballot, step, lang), way(&query.b, &query.step))),
        Err(Problem::Withdrawn) => {
            Ok(Redirect::to(&in_language(&nowhere("withdrawn"), lang)).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// Shows the ballot, asks once more, corrects it or takes it back.
pub async fn create(
    State(node): State<Node>,
    mut sender: Sender,
    Speech(lang): Speech,
    jar: CookieJar,
    SentForm(sent): SentForm,
) -> Result<Response, Problem> {
    let typed = Typed(sent);
    sender.pass = Some(typed.get("pass").to_owned());
    match done(&node, &sender, &typed, &jar, lang).await {
        Err(problem @ (Problem::NotFound | Problem::TooMany(_) | Problem::Withdrawn)) => {
            Ok(led_nowhere(&node, &problem, &typed, lang))
        }
        done => done,
    }
}

/// Does what the form was sent for, and says where that is shown.
async fn done(
    node: &Node,
    sender: &Sender,
    typed: &Typed,
    jar: &CookieJar,
    lang: Lang,
) -> Result<Response, Problem> {
    let (receipt, pin, step) = (typed.get("receipt"), typed.get("pin"), typed.get("step"));
    if let Some(part) = step.split_once("-sure").and_then(|(what, purpose)| part(what, purpose)) {
        withdraw(node, sender, receipt, pin, what(&part)).await?;
        let ended = if part == Part::All { BALLOTS.ended(jar) } else { Vec::new() };
        return Ok((AppendHeaders(ended), finished(name(&part), lang)).into_response());
    }
    if step == "correct-sure" {
        return match correct::make(node, (receipt, pin), typed, sender, lang).await? {
            OwnBallot::Corrected => Ok(finished("corrected", lang).into_response()),
            // What was typed may be far more than a cookie holds, so this page is the answer itself.
            step => {
                let status = correct::status(&step);
                let (receipt, pin) = (receipt.to_owned(), pin.to_owned());
                let page_of = OwnBallotPage { lang, receipt, pin, is_plain: false, step };
                Ok(with_status(status, page(node, page_of, "/phieu".to_owned())))
            }
        };
    }
    let ballot = Of::Ballot.find(node, sender, receipt, pin).await?;
    if typed.get("plain").is_empty() {
        let cookies = AppendHeaders(BALLOTS.begun(node, ballot, jar));
        let way = way(&BALLOTS.tag(&node.world.keys, ballot), step);
        return Ok((cookies, Redirect::to(&in_language(&way, lang))).into_response());
    }
    let shown = shown(node, ballot, step, lang).await?;
    let page_of = OwnBallotPage { is_plain: true, ..own(node, ballot, shown, lang) };
    Ok(page(node, page_of, "/phieu".to_owned()))
}

/// The step of a ballot that was found.
async fn shown(node: &Node, ballot: Uuid, step: &str, lang: Lang) -> Result<OwnBallot, Problem> {
    let (what, purpose) = step.split_once('/').unwrap_or((step, ""));
    let view = of(node, ballot).await?;
    match part(what, purpose) {
        Some(part) => Ok(OwnBallot::Sure(part)),
        None if step == "correct" => correct::ask(node, &view, lang),
        None => Ok(words::text_of(node, view, lang)),
    }
}

/// What receipt and pin led to nothing, on a page of its own; where no cookie is kept, at once.
fn led_nowhere(node: &Node, problem: &Problem, typed: &Typed, lang: Lang) -> Response {
    let (step, wait) = match problem {
        Problem::TooMany(seconds) => ("wait", *seconds),
        Problem::Withdrawn => ("withdrawn", 0),
        _ => ("unknown", 0),
    };
    let receipt = typed.get("receipt").to_owned();
    if !typed.get("plain").is_empty() {
        let query = StepQuery { step: step.to_owned(), wait, ..StepQuery::default() };
        return answered(node, &query, receipt, true, lang);
    }
    let wait = if wait > 0 { format!("&wait={wait}") } else { String::new() };
    let way = in_language(&(nowhere(step) + &wait), lang);
    (AppendHeaders([BALLOTS.mistyped(node, &receipt)]), Redirect::to(&way)).into_response()
}

/// The form, with why the last try led nowhere.
fn asked(node: &Node, query: &StepQuery, jar: &CookieJar, lang: Lang) -> Response {
    let receipt = (!query.step.is_empty()).then(|| BALLOTS.typed(node, jar)).flatten();
    answered(node, query, receipt.unwrap_or_default(), false, lang)
}

fn answered(
    node: &Node,
    query: &StepQuery,
    receipt: String,
    is_plain: bool,
    lang: Lang,
) -> Response {
    let words = text::own(lang);
    let wait = query.wait.min(LONGEST_WAIT);
    let (status, message) = match query.step.as_str() {
        "unknown" => (StatusCode::NOT_FOUND, Some(words.unknown.to_owned())),
        "wait" => (StatusCode::TOO_MANY_REQUESTS, Some((words.wait)(wait.div_ceil(60)))),
        "withdrawn" => (StatusCode::GONE, Some(words.withdrawn.to_owned())),
        _ => (StatusCode::OK, None),
    };
    let page_of = OwnBallotPage { lang, receipt, is_plain, ..bare(OwnBallot::Ask(message)) };
    let here = match query.step.as_str() {
        "unknown" | "withdrawn" => nowhere(&query.step),
        "wait" => format!("{}&wait={wait}", nowhere("wait")),
        _ => "/phieu".to_owned(),
    };
    let mut reply = with_status(status, page(node, page_of, here));
    if status == StatusCode::TOO_MANY_REQUESTS {
        reply.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    reply
}

/// The address of a ballot's page; of steps only those that there are.
fn way(tag: &str, step: &str) -> String {
    let (what, purpose) = step.split_once('/').unwrap_or((step, ""));
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("b", tag);
    let is_step = step == "correct" || part(what, purpose).is_some();
    if is_step && step.len() <= LONGEST_STEP {
        query.append_pair("step", step);
    }
    format!("/phieu?{}", query.finish())
}

/// The address that says why a try led nowhere.
fn nowhere(step: &str) -> String {
    format!("/phieu?step={step}")
}

/// The way to the word that it is done, so that a reload does nothing again.
fn finished(done: &str, lang: Lang) -> Redirect {
    Redirect::to(&in_language(&format!("/phieu?done={done}"), lang))
}

/// What a step takes back.
fn part(what: &str, purpose: &str) -> Option<Part> {
    match what {
        "all" => Some(Part::All),
        "comment" => Some(Part::Comment),
        "consent" => Some(Part::Consent(purpose.trim_start_matches('/').to_owned())),
        _ => None,
    }
}

fn name(part: &Part) -> &'static str {
    match part {
        Part::All => "all",
        Part::Comment => "comment",
        Part::Consent(_) => "consent",
    }
}

fn what(part: &Part) -> What {
    match part {
        Part::All => What::Withdrawal,
        Part::Comment => What::CommentWithdrawal,
        Part::Consent(purpose) => What::ConsentWithdrawal(purpose.clone()),
    }
}

/// The page of a ballot, with the codes that its forms send on.
fn own(node: &Node, ballot: Uuid, step: OwnBallot, lang: Lang) -> OwnBallotPage {
    let codes = Of::Ballot.codes(&node.world.keys, ballot);
    OwnBallotPage { lang, receipt: codes.receipt, pin: codes.pin, is_plain: false, step }
}

fn bare(step: OwnBallot) -> OwnBallotPage {
    let (receipt, pin) = (String::new(), String::new());
    OwnBallotPage { lang: Lang::default(), receipt, pin, is_plain: false, step }
}

fn page(node: &Node, page: OwnBallotPage, here: String) -> Response {
    let (area, sheet) = match page.step {
        OwnBallot::Correct(_) => (Area::Ballot, Sheet::Survey),
        _ => (Area::OwnBallot, Sheet::Pages),
    };
    let head = head(node, page.lang, text::own(page.lang).title, here);
    let head = Head { area, sheet, ..head };
    still(&head, move || view! { <OwnBallotView page/> })
}
