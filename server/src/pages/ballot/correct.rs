//! Correcting one's own ballot on a plain form.

use app::{
    pages::OwnBallot,
    survey::{Label, SurveyPage, Typed, fields},
    text,
};
use axum::http::StatusCode;
use domain::{
    Lang,
    ballot::{BallotView, consent::PUBLISH_COMMENT},
    fault::SpokenFault,
};

use crate::{
    ballots::{self, own::find},
    node::Node,
    problem::Problem,
    sender::Sender,
};

/// Receipt and pin.
type Own<'a> = (&'a str, &'a str);

/// The form with what is kept.
pub(super) fn ask(node: &Node, ballot: &BallotView, lang: Lang) -> Result<OwnBallot, Problem> {
    let mut page = questions(node, ballot, lang)?;
    page.typed = typed(ballot);
    Ok(OwnBallot::Correct(Box::new(page)))
}

/// Makes the correction, or shows the form again with all that is wrong and all that was typed.
pub(super) async fn make(
    node: &Node,
    own: Own<'_>,
    typed: &Typed,
    sender: &Sender,
    lang: Lang,
) -> Result<OwnBallot, Problem> {
    let (ballot, faults) = fields::ballot("", typed);
    let problem = match ballots::correct(node, own, ballot.into(), faults, sender).await {
        Ok(_) => return Ok(OwnBallot::Corrected),
        Err(problem) => problem,
    };
    let (faults, pass) = match &problem {
        Problem::Faults(_) => (problem.spoken(lang), String::new()),
        Problem::Crowded(challenge) => {
            (vec![crowded(lang, challenge.seconds)], challenge.ticket.clone())
        }
        _ => return Err(problem),
    };
    let ballot = find(node, sender, own.0, own.1).await?;
    let page = questions(node, &ballot, lang)?;
    let page = SurveyPage { faults, pass, typed: typed.clone(), ..page };
    Ok(OwnBallot::Correct(Box::new(page)))
}

/// What a page with the form is told with.
pub(super) fn status(step: &OwnBallot) -> StatusCode {
    match step {
        OwnBallot::Correct(page) if !page.pass.is_empty() => StatusCode::TOO_MANY_REQUESTS,
        OwnBallot::Correct(page) if !page.faults.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    }
}

fn crowded(lang: Lang, seconds: u32) -> SpokenFault {
    let message = (text::pages(lang).crowd_wait)(seconds);
    SpokenFault { field: String::new(), code: "crowded".to_owned(), message }
}

/// The questions that the ballot answered.
fn questions(node: &Node, ballot: &BallotView, lang: Lang) -> Result<SurveyPage, Problem> {
    let books = node.books();
    let (_, set) = books.catalogue.instrument(&ballot.instrument).ok_or(Problem::Broken)?;
    let asked = set.for_channel(ballot.channel);
    let title = books.catalogue.campaign(&ballot.campaign).map(|(it, _)| it.title.get(lang));
    let consent = books.catalogue.consent_text(PUBLISH_COMMENT);
    let label = |code, name: &str| Label { code, name: name.to_owned() };
    Ok(SurveyPage {
        lang,
        title: title.unwrap_or_default().to_owned(),
        instrument: set.key(),
        questions: SurveyPage::questions(&asked, lang),
        comment_limit: set.comment_limit,
        consent: consent.map(|it| label(it.key(), it.text.get(lang))),
        ..SurveyPage::default()
    })
}

/// What is kept, as the fields of the form hold it.
fn typed(ballot: &BallotView) -> Typed {
    let mut fields: Vec<(String, String)> = ballot
        .answers
        .iter()
        .map(|answer| {
            let level = answer.level.map_or("na".to_owned(), |level| level.to_string());
            (format!("a.{}", answer.item), level)
        })
        .collect();
    let about = ballot.respondent;
    let facets = [
        ("comment", ballot.comment.as_deref()),
        ("party", about.party.map(|it| it.name())),
        ("sex", about.sex.map(|it| it.name())),
        ("age", about.age.map(|it| it.name())),
    ];
    let given = facets.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let consents = ballot.consent.iter().map(|key| ("consent", key.as_str()));
    fields.extend(given.chain(consents).map(|(name, value)| (name.to_owned(), value.to_owned())));
    Typed(fields)
}
