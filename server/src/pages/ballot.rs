//! `/phieu`: what is kept of one's own ballot, correcting it and taking it back, without scripts.

mod correct;

use app::{
    address::in_language,
    pages::{OwnBallot, OwnBallotPage, OwnBallotView, Part, Seen},
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
        KeptBallot, WithdrawnConsent,
        instrument::Scale,
        respondent::{Age, Party, Respondent, Sex},
    },
    day,
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{head, still, with_status};
use crate::{
    ballots::kept::{find, withdraw},
    limits::origin::Sender,
    problem::Problem,
    sent::SentForm,
    speech::Speech,
    state::App,
    store::changes::What,
};

/// What the address says: what was done.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Told {
    done: String,
}

/// The form, or the word that something was done.
pub async fn show(
    State(app): State<App>,
    Query(told): Query<Told>,
    Speech(lang): Speech,
) -> Response {
    let step = match told.done.as_str() {
        "all" => OwnBallot::Gone(Part::All),
        "comment" => OwnBallot::Gone(Part::Comment),
        "consent" => OwnBallot::Gone(Part::Consent(String::new())),
        "corrected" => OwnBallot::Corrected,
        _ => OwnBallot::Ask(None),
    };
    page(&app, OwnBallotPage { lang, receipt: String::new(), pin: String::new(), step })
}

/// Shows the ballot, asks once more, corrects it or takes it back.
pub async fn create(
    State(app): State<App>,
    mut sender: Sender,
    Speech(lang): Speech,
    SentForm(sent): SentForm,
) -> Result<Response, Problem> {
    let typed = Typed(sent);
    sender.pass = Some(typed.get("pass").to_owned());
    let (receipt, pin) = (typed.get("receipt").to_owned(), typed.get("pin").to_owned());
    let page_of = |step| OwnBallotPage { lang, receipt: receipt.clone(), pin: pin.clone(), step };
    let asked = match typed.get("step").split_once('/') {
        Some((step, purpose)) => (step, Part::Consent(purpose.to_owned())),
        None if typed.get("step").starts_with("comment") => (typed.get("step"), Part::Comment),
        None => (typed.get("step"), Part::All),
    };
    let own = (receipt.as_str(), pin.as_str());
    let done = match asked {
        ("all" | "comment" | "consent", part) => Ok(OwnBallot::Sure(part)),
        ("all-sure" | "comment-sure" | "consent-sure", part) => {
            withdraw(&app, &sender, &receipt, &pin, what(&part))
                .await
                .map(|()| OwnBallot::Gone(part))
        }
        ("correct", _) => correct::ask(&app, &sender, own, lang).await,
        ("correct-sure", _) => correct::make(&app, own, &typed, &sender, lang).await,
        _ => find(&app, &sender, &receipt, &pin).await.map(|kept| seen(&app, kept, lang)),
    };
    let (status, told) = match done {
        Ok(OwnBallot::Gone(part)) => return Ok(way(name(&part), lang)),
        Ok(OwnBallot::Corrected) => return Ok(way("corrected", lang)),
        Ok(step @ OwnBallot::Correct(_)) => {
            let status = correct::status(&step);
            return Ok(with_status(status, page(&app, page_of(step))));
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

fn page(app: &App, page: OwnBallotPage) -> Response {
    let head = head(app, page.lang, text::own(page.lang).title, "/phieu");
    still(&head, move || view! { <OwnBallotView page/> })
}

fn seen(app: &App, kept: KeptBallot, lang: Lang) -> OwnBallot {
    let books = app.books();
    let words = text::survey(lang);
    let asked = asked(&books.catalogue, &kept);
    let title = books.catalogue.campaign(&kept.campaign).map(|(it, _)| it.title.get(lang));
    let words_of = |key: &String| {
        let notice = books.catalogue.notices.iter().find(|notice| notice.key() == *key)?;
        Some((notice.purpose.clone(), notice.text.get(lang).to_owned()))
    };
    let withdrawn = |it: &WithdrawnConsent| Some((words_of(&it.consent)?.1, written(&it.day)));
    let answer = |answer: &Answer| Some(answered(asked?, answer, lang, words));
    OwnBallot::Seen(Box::new(Seen {
        title: title.unwrap_or_default().to_owned(),
        day: written(&kept.day),
        answers: kept.answers.iter().filter_map(answer).flatten().collect(),
        comment: kept.comment,
        about: about(kept.respondent, words),
        consent: kept.consent.iter().filter_map(words_of).collect(),
        withdrawn: kept.withdrawn.iter().filter_map(withdrawn).collect(),
        corrected: kept.corrected.as_deref().map(written),
        correctable: kept.correctable,
        until: kept.correctable_until.as_deref().map(written),
    }))
}

/// A day as people write it.
fn written(day: &str) -> String {
    day::read(day).map_or_else(|| day.to_owned(), |day| day.format("%d/%m/%Y").to_string())
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
