//! `/phieu`: what is kept of one's own ballot, and taking it back, without scripts.

use app::{
    pages::{OwnBallot, OwnBallotPage, OwnBallotView, Seen},
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
    ballot::KeptBallot,
    day,
    instrument::Scale,
    respondent::{Age, Party, Respondent, Sex},
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{head, still, with_status};
use crate::{
    api::ballots::kept::{find, withdraw},
    limits::origin::Sender,
    problem::Problem,
    sent::SentForm,
    speech::Speech,
    state::App,
};

/// What the address says: a receipt to begin with, or what is gone.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Shown {
    r: String,
    gone: String,
}

/// The form, or the word that something is gone.
pub async fn show(
    State(app): State<App>,
    Query(shown): Query<Shown>,
    Speech(lang): Speech,
) -> Response {
    let step = match shown.gone.as_str() {
        "all" => OwnBallot::Gone(true),
        "comment" => OwnBallot::Gone(false),
        _ => OwnBallot::Ask(None),
    };
    page(&app, OwnBallotPage { lang, receipt: shown.r, pin: String::new(), step })
}

/// Shows the ballot, asks once more, or takes it back.
pub async fn create(
    State(app): State<App>,
    sender: Sender,
    Speech(lang): Speech,
    SentForm(sent): SentForm,
) -> Result<Response, Problem> {
    let typed = Typed(sent);
    let (receipt, pin) = (typed.get("receipt").to_owned(), typed.get("pin").to_owned());
    let page_of = |step| OwnBallotPage { lang, receipt: receipt.clone(), pin: pin.clone(), step };
    let done = match typed.get("step") {
        "all" => Ok(OwnBallot::Sure(true)),
        "comment" => Ok(OwnBallot::Sure(false)),
        "all-sure" => {
            withdraw(&app, &sender, &receipt, &pin, true).await.map(|()| OwnBallot::Gone(true))
        }
        "comment-sure" => {
            withdraw(&app, &sender, &receipt, &pin, false).await.map(|()| OwnBallot::Gone(false))
        }
        _ => find(&app, &sender, &receipt, &pin).await.map(|kept| seen(&app, kept, lang)),
    };
    let (status, told) = match done {
        Ok(OwnBallot::Gone(whole)) => {
            let english = if lang == Lang::En { "&lang=en" } else { "" };
            let gone = if whole { "all" } else { "comment" };
            return Ok(Redirect::to(&format!("/phieu?gone={gone}{english}")).into_response());
        }
        Ok(step) => return Ok(page(&app, page_of(step))),
        Err(Problem::NotFound) => (StatusCode::NOT_FOUND, text::own(lang).unknown.to_owned()),
        Err(Problem::TooMany(seconds)) => {
            (StatusCode::TOO_MANY_REQUESTS, (text::own(lang).wait)(seconds.div_ceil(60)))
        }
        Err(problem) => return Err(problem),
    };
    let again = OwnBallotPage { pin: String::new(), ..page_of(OwnBallot::Ask(Some(told))) };
    Ok(with_status(status, page(&app, again)))
}

fn page(app: &App, page: OwnBallotPage) -> Response {
    let head = head(app, page.lang, text::own(page.lang).title, "/phieu");
    still(&head, move || view! { <OwnBallotView page/> })
}

fn seen(app: &App, kept: KeptBallot, lang: Lang) -> OwnBallot {
    let books = app.books();
    let words = text::survey(lang);
    let asked = asked(&books.catalogue, &kept);
    let title = books.catalogue.campaign(&kept.campaign).map(|(it, _)| it.title.get(lang));
    let day = day::read(&kept.day).map(|day| day.format("%d/%m/%Y").to_string());
    let agreed = |key: &String| {
        let notice = books.catalogue.notices.iter().find(|notice| notice.key() == *key)?;
        Some(notice.text.get(lang).to_owned())
    };
    let answer = |answer: &Answer| Some(answered(asked?, answer, lang, words));
    OwnBallot::Seen(Box::new(Seen {
        title: title.unwrap_or_default().to_owned(),
        day: day.unwrap_or(kept.day),
        answers: kept.answers.iter().filter_map(answer).flatten().collect(),
        comment: kept.comment,
        about: about(kept.respondent, words),
        consent: kept.consent.iter().filter_map(agreed).collect(),
    }))
}

fn asked<'a>(books: &'a Catalogue, kept: &KeptBallot) -> Option<&'a Instrument> {
    books.instrument(&kept.instrument).map(|(_, set)| set)
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
    let told = |label: &str, names: &[&str], number: Option<i64>| {
        let place = usize::try_from(number?).ok()?.checked_sub(1)?;
        Some(format!("{label}: {}", names.get(place)?))
    };
    let facets = [
        told(words.party.0, &words.party.1, respondent.party.map(Party::number)),
        told(words.sex.0, &words.sex.1, respondent.sex.map(Sex::number)),
        told(words.age.0, &words.age.1, respondent.age.map(Age::number)),
    ];
    facets.into_iter().flatten().collect()
}
