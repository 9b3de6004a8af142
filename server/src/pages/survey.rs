//! `/s/{campaign}`: the survey as a page and as a plain form.

mod about;
pub mod call;
mod ended;
mod first;
mod lost;
pub mod thanks;

use std::sync::Arc;

use app::{
    address::in_language,
    document::{Area, Head, Sheet, document, render},
    pages::{AtCounter, Lost},
    survey::{Label, Survey, SurveyPage, Typed, fields},
    text,
};
use axum::{
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue, Instrument, Lang, Words,
    ballot::{
        consent::PUBLISH_COMMENT,
        way::{Way, is_kiosk_token},
    },
    books::campaign::Standing,
    fault::SpokenFault,
};
use leptos::prelude::*;

use self::about::About;
use super::{head, still, with_status};
use crate::{
    ballots::{self, shown},
    kiosks,
    node::Node,
    problem::Problem,
    sender::Sender,
    sent::SentForm,
    speech::Speech,
};

/// The form.
pub async fn show(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(about): Query<About>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let books = node.books();
    let (campaign, set) = books.catalogue.campaign(&campaign).ok_or(Problem::NoSurvey)?;
    if campaign.standing(node.today()) != Standing::Open
        || ballots::is_full(&node, campaign).await?
    {
        return Ok(ended::page(&node, campaign, None, lang));
    }
    let (about, mut lost) = about.in_force(&books.catalogue, node.today());
    let (about, more) =
        about.invited(&node, campaign).await?.settled(&books.catalogue, node.today());
    lost.extend(more);
    if !campaign.is_taken(about.came(&books.catalogue, node.today())) {
        return Ok(match lost.contains(&Lost::Point) {
            true if !campaign.is_by_invitation() => {
                lost::page(&node, campaign, &about, (lost, lang))
            }
            _ => at_counter(&node, campaign, lang),
        });
    }
    if let Some(first) = first::step(&node, campaign, &about, (&lost, lang)).await? {
        return Ok(first);
    }
    if !lost.is_empty() {
        return Ok(lost::page(&node, campaign, &about, (lost, lang)));
    }
    let mut page = page(&node, &books.catalogue, (campaign, set), &about, lang);
    page.ballot = shown::draw_id(&node).to_string();
    Ok(form(&node, page))
}

/// Takes the form as a browser without scripts sends it.
pub async fn create(
    State(node): State<Node>,
    Path(code): Path<String>,
    Speech(lang): Speech,
    mut sender: Sender,
    SentForm(sent): SentForm,
) -> Result<Response, Problem> {
    let typed = Typed(sent);
    if let Some(turned) = turn(&node, &code, &typed, lang).await? {
        return Ok(turned);
    }
    let (ballot, faults) = fields::ballot(&code, &typed);
    sender.pass = Some(typed.get("pass").to_owned());
    let mut challenge = None;
    let (status, faults) = match ballots::keep(&node, &ballot, faults, &sender).await {
        Ok((_, receipt)) => {
            let kiosk = ballot.kiosk();
            return Ok(thanks::way(&node, &code, &receipt, kiosk, lang));
        }
        Err(problem @ Problem::Faults(_)) => (problem.status(), problem.spoken(lang)),
        // Nothing was kept, and nothing typed may be lost over it.
        Err(
            problem @ (Problem::Away | Problem::Broken | Problem::Conflict | Problem::Crowded(_)),
        ) => {
            if let Problem::Crowded(wait) = &problem {
                challenge = Some(Arc::clone(wait));
            }
            (problem.status(), vec![not_kept(&problem, lang)])
        }
        Err(problem) => return Err(problem),
    };
    let books = node.books();
    let offered = books.catalogue.campaign(&code).ok_or(Problem::NoSurvey)?;
    if offered.0.standing(node.today()) != Standing::Open {
        let typed = ended::typed(offered.1, &ballot, lang);
        return Ok(with_status(status, ended::page(&node, offered.0, typed, lang)));
    }
    let (mut about, _) = About::typed(&typed).settled(&books.catalogue, node.today());
    if faults.iter().any(|fault| fault.field == "token") {
        // What is typed may still be sent, as anyone's.
        about.t.clear();
    }
    let mut page = page(&node, &books.catalogue, offered, &about, lang);
    let is_spoilt = faults.iter().any(|fault| fault.field == "id");
    page.ballot = if is_spoilt { shown::draw_id(&node).to_string() } else { ballot.id };
    page.faults = faults;
    page.pass = challenge.as_ref().map(|it| it.ticket.clone()).unwrap_or_default();
    page.typed = typed;
    let mut reply = with_status(status, form(&node, page));
    if let Some(challenge) = challenge {
        reply.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(challenge.seconds));
    }
    Ok(reply)
}

/// What a form without scripts leads to that is not sent yet: the choice of another procedure, or the form
/// with the one that was chosen. What is typed goes along.
async fn turn(
    node: &Node,
    code: &str,
    typed: &Typed,
    lang: Lang,
) -> Result<Option<Response>, Problem> {
    let books = node.books();
    let Some(offered) = books.catalogue.campaign(code) else { return Ok(None) };
    match (typed.get("turn"), typed.get("look")) {
        ("", _) => Ok(None),
        ("form", "") => {
            let (about, _) = About::typed(typed).settled(&books.catalogue, node.today());
            let mut page = page(node, &books.catalogue, offered, &about, lang);
            page.ballot = typed.get("id").to_owned();
            page.pass = typed.get("pass").to_owned();
            page.typed = Typed(typed.0.clone());
            Ok(Some(form(node, page)))
        }
        _ => first::along(node, offered.0, typed, lang).await.map(Some),
    }
}

fn not_kept(problem: &Problem, lang: Lang) -> SpokenFault {
    let words = text::survey(lang);
    let (code, message) = match problem {
        Problem::Conflict => ("conflict", words.sent_before.to_owned()),
        Problem::Crowded(challenge) => {
            ("crowded", (text::pages(lang).crowd_wait)(challenge.seconds))
        }
        _ => ("away", words.busy.to_owned()),
    };
    SpokenFault { field: String::new(), code: code.to_owned(), message }
}

/// The page, without what was typed. What the address names but the books do not hold is left
/// out: the person can still answer.
fn page(
    node: &Node,
    books: &Catalogue,
    offered: (&Campaign, &Instrument),
    about: &About,
    lang: Lang,
) -> SurveyPage {
    let (campaign, set) = offered;
    let today = node.today();
    let label = |code: &str, name: &Words| Label::new(code, name, lang);
    let point = books.point_on(&about.p, today);
    let unit = books.unit_meant_on(&about.unit, today);
    let procedure = books.procedure_on(&about.procedure, today);
    let questions = set.for_channel(point.map_or(campaign.channel, |point| point.channel));
    SurveyPage {
        lang,
        campaign: campaign.code.clone(),
        title: campaign.title.get(lang).to_owned(),
        kiosk: point.and_then(|point| kiosks::home(&node.world.keys, point, &about.t)),
        owner: node.books().house(today, lang).map(str::to_owned),
        instrument: set.key(),
        questions: SurveyPage::questions(&questions, lang),
        comment_limit: set.comment_limit,
        consent: books.consent_text(PUBLISH_COMMENT).map(|it| label(&it.key(), &it.text)),
        service_point: point.map(|point| label(&point.code, &point.name)),
        unit: unit.map(|unit| label(&unit.code, &unit.name)),
        procedure: procedure.map(|procedure| label(&procedure.code, &procedure.name)),
        token: about.t.clone(),
        shelf: about.shelf(),
        other: other(books, campaign, about, today).map(|it| in_language(&it, lang)),
        ..SurveyPage::default()
    }
}

/// Where another procedure is chosen. Of somebody who was invited it is known what they came for.
fn other(
    books: &Catalogue,
    campaign: &Campaign,
    about: &About,
    today: NaiveDate,
) -> Option<String> {
    let is_asked = about.t.is_empty() || is_kiosk_token(&about.t);
    let point = books.point_on(&about.p, today);
    // A counter that serves one procedure leaves nothing to choose.
    let has_choice = point.is_none_or(|point| point.procedures.len() != 1);
    let is_asked = is_asked && has_choice && first::asks_procedure(books, campaign, point, today);
    is_asked.then(|| about.other().way(&campaign.code))
}

/// What stands around the form of a ballot and around its thanks.
fn form_head(node: &Node, lang: Lang, title: String, here: String) -> Head {
    Head { area: Area::Ballot, sheet: Sheet::Survey, ..head(node, lang, title, here) }
}

fn form(node: &Node, page: SurveyPage) -> Response {
    let data = serde_json::to_string(&page).unwrap_or_default();
    let here = About::of(&page).way(&page.campaign);
    let head = form_head(node, page.lang, page.title.clone(), here);
    let head = Head { kiosk: page.kiosk.clone(), ..head };
    let has_token = !page.token.is_empty();
    let body = render(move || view! { <Survey page/> });
    discreet(Html(document(&head, &body, Some(&data))).into_response(), has_token)
}

/// Where the address holds a token, not even our own log of requests gets it from the next one.
fn discreet(mut response: Response, has_token: bool) -> Response {
    if has_token {
        let policy = HeaderValue::from_static("strict-origin");
        response.headers_mut().insert(header::REFERRER_POLICY, policy);
    }
    response
}

/// For somebody who came another way than those from which the survey takes ballots.
fn at_counter(node: &Node, campaign: &Campaign, lang: Lang) -> Response {
    let title = campaign.title.get(lang).to_owned();
    let words = text::pages(lang);
    let (heading, help) = if campaign.is_by_invitation() {
        (words.by_invitation, words.by_invitation_help)
    } else if campaign.is_taken(Way::Open) {
        (words.by_link, words.by_link_help)
    } else {
        (words.at_counter, words.at_counter_help)
    };
    let head = head(node, lang, heading, format!("/s/{}", campaign.code));
    still(&head, move || view! { <AtCounter lang title heading help/> })
}
