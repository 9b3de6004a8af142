//! `/phieu`: what is kept of one's own ballot, correcting it and taking it back, without scripts.

mod correct;

use app::{
    address::in_language,
    document::{Area, Head, Sheet},
    pages::{BallotText, OwnBallot, OwnBallotPage, OwnBallotView, Part},
    survey::Typed,
    text::{self, SurveyWords},
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Answer, Catalogue, Instrument, Lang,
    ballot::{
        BallotView, WithdrawnConsent,
        instrument::Scale,
        respondent::{Age, Party, Respondent, Sex},
    },
    day,
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{head, still, with_status};
use crate::{
    ballots::own::{find, withdraw},
    node::Node,
    problem::Problem,
    sender::Sender,
    sent::SentForm,
    speech::Speech,
    store::changes::What,
};

/// What the address says: what was done.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct StepQuery {
    done: String,
}

/// The form, or the word that something was done.
pub async fn show(
    State(node): State<Node>,
    Query(message): Query<StepQuery>,
    Speech(lang): Speech,
) -> Response {
    let step = match message.done.as_str() {
        "all" => OwnBallot::Gone(Part::All),
        "comment" => OwnBallot::Gone(Part::Comment),
        "consent" => OwnBallot::Gone(Part::Consent(String::new())),
        "corrected" => OwnBallot::Corrected,
        _ => OwnBallot::Ask(None),
    };
    page(&node, OwnBallotPage { lang, receipt: String::new(), pin: String::new(), step })
}

/// Shows the ballot, asks once more, corrects it or takes it back.
pub async fn create(
    State(node): State<Node>,
    mut sender: Sender,
    Speech(lang): Speech,
    SentForm(sent): SentForm,
) -> Result<Response, Problem> {
    let typed = Typed(sent);
    sender.pass = Some(typed.get("pass").to_owned());
    let (receipt, pin) = (typed.get("receipt").to_owned(), typed.get("pin").to_owned());
    let page_of = |step| OwnBallotPage { lang, receipt: receipt.clone(), pin: pin.clone(), step };
    let set = match typed.get("step").split_once('/') {
        Some((step, purpose)) => (step, Part::Consent(purpose.to_owned())),
        None if typed.get("step").starts_with("comment") => (typed.get("step"), Part::Comment),
        None => (typed.get("step"), Part::All),
    };
    let own = (receipt.as_str(), pin.as_str());
    let done = match set {
        ("all" | "comment" | "consent", part) => Ok(OwnBallot::Sure(part)),
        ("all-sure" | "comment-sure" | "consent-sure", part) => {
            withdraw(&node, &sender, &receipt, &pin, what(&part))
                .await
                .map(|()| OwnBallot::Gone(part))
        }
        ("correct", _) => correct::ask(&node, &sender, own, lang).await,
        ("correct-sure", _) => correct::make(&node, own, &typed, &sender, lang).await,
        _ => find(&node, &sender, &receipt, &pin).await.map(|ballot| text_of(&node, ballot, lang)),
    };
    let (status, message) = match done {
        Ok(OwnBallot::Gone(part)) => return Ok(way(name(&part), lang)),
        Ok(OwnBallot::Corrected) => return Ok(way("corrected", lang)),
        Ok(step @ OwnBallot::Correct(_)) => {
            let status = correct::status(&step);
            return Ok(with_status(status, page(&node, page_of(step))));
        }
        Ok(step) => return Ok(page(&node, page_of(step))),
        Err(Problem::NotFound) => (StatusCode::NOT_FOUND, text::own(lang).unknown.to_owned()),
        Err(Problem::TooMany(seconds)) => {
            (StatusCode::TOO_MANY_REQUESTS, (text::own(lang).wait)(seconds.div_ceil(60)))
        }
        Err(problem) => return Err(problem),
    };
    let again = OwnBallotPage { pin: String::new(), ..page_of(OwnBallot::Ask(Some(message))) };
    Ok(with_status(status, page(&node, again)))
}

/// The way to the word that it is done, so that a reload does nothing again.
fn way(done: &str, lang: Lang) -> Response {
    Redirect::to(&in_language(&format!("/phieu?done={done}"), lang)).into_response()
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

fn page(node: &Node, page: OwnBallotPage) -> Response {
    let (area, sheet) = match page.step {
        OwnBallot::Correct(_) => (Area::Ballot, Sheet::Survey),
        _ => (Area::OwnBallot, Sheet::Pages),
    };
    let head = head(node, page.lang, text::own(page.lang).title, "/phieu");
    let head = Head { area, sheet, ..head };
    still(&head, move || view! { <OwnBallotView page/> })
}

fn text_of(node: &Node, ballot: BallotView, lang: Lang) -> OwnBallot {
    let books = node.books();
    let words = text::survey(lang);
    let set = set(&books.catalogue, &ballot);
    let title = books.catalogue.campaign(&ballot.campaign).map(|(it, _)| it.title.get(lang));
    let words_of = |key: &String| {
        let notice = books.catalogue.consent_texts.iter().find(|notice| notice.key() == *key)?;
        Some((notice.purpose.clone(), notice.text.get(lang).to_owned()))
    };
    let withdrawn = |it: &WithdrawnConsent| Some((words_of(&it.consent)?.1, format_day(&it.day)));
    let answer = |answer: &Answer| Some(answered(set?, answer, lang, words));
    OwnBallot::Shown(Box::new(BallotText {
        title: title.unwrap_or_default().to_owned(),
        day: format_day(&ballot.day),
        answers: ballot.answers.iter().filter_map(answer).flatten().collect(),
        comment: ballot.comment,
        about: about(ballot.respondent, words),
        consent: ballot.consent.iter().filter_map(words_of).collect(),
        withdrawn: ballot.withdrawn.iter().filter_map(withdrawn).collect(),
        corrected: ballot.corrected.as_deref().map(format_day),
        correctable: ballot.correctable,
        until: ballot.correctable_until.as_deref().map(format_day),
    }))
}

/// A day as people write it.
fn format_day(day: &str) -> String {
    day::read(day).map_or_else(|| day.to_owned(), |day| day.format("%d/%m/%Y").to_string())
}

fn set<'a>(books: &'a Catalogue, ballot: &BallotView) -> Option<&'a Instrument> {
    books.instrument(&ballot.instrument).map(|(_, set)| set)
}

/// A question and its answer in words.
fn answered(
    set: &Instrument,
    answer: &Answer,
    lang: Lang,
    words: &SurveyWords,
) -> Option<(String, String)> {
    let (_, item) = set.item(&answer.item)?;
    let levels: &[&str] = match item.scale {
        Scale::Satisfaction => &words.levels,
        Scale::Occurrence => &words.occurrences,
    };
    let level = match answer.level {
        Some(level) => levels.get(usize::from(level).checked_sub(1)?)?,
        None => words.not_applicable,
    };
    Some((item.text.get(lang).to_owned(), level.to_owned()))
}

/// The facets in words.
fn about(respondent: Respondent, words: &SurveyWords) -> Vec<String> {
    let message = |label: &str, names: &[&str], number: Option<i64>| {
        let place = usize::try_from(number?).ok()?.checked_sub(1)?;
        Some(format!("{label}: {}", names.get(place)?))
    };
    let facets = [
        message(words.party.0, &words.party.1, respondent.party.map(Party::number)),
        message(words.sex.0, &words.sex.1, respondent.sex.map(Sex::number)),
        message(words.age.0, &words.age.1, respondent.age.map(Age::number)),
    ];
    facets.into_iter().flatten().collect()
}
