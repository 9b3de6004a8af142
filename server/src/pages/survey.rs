//! `/s/{campaign}`: the survey as a page and as a plain form.

pub mod thanks;

use std::sync::Arc;

use app::{
    document::{Bundle, Head, document, render},
    pages::{Closed, ClosedPage},
    survey::{Named, Survey, SurveyPage, Typed, fields},
    text,
};
use axum::{
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use domain::{
    Campaign, Catalogue, Instrument, Lang, Words, ballot::consent::PUBLISH_COMMENT,
    books::campaign::Standing, day::Period, fault::SpokenFault,
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{head, still, with_status};
use crate::{
    assets, ballots, invitees,
    limits::origin::Sender,
    problem::Problem,
    sent::SentForm,
    speech::Speech,
    state::App,
    store::{campaigns, invitees as stored},
};

/// Where the person stands and what the survey is about, as a QR code carries it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct About {
    p: String,
    unit: String,
    procedure: String,
    /// The token of an invitation.
    t: String,
}

impl About {
    fn typed(typed: &Typed) -> Self {
        let field = |name| typed.get(name).to_owned();
        let (p, unit, procedure, t) = (field("p"), field("unit"), field("procedure"), field("t"));
        Self { p, unit, procedure, t }
    }

    /// The same, with what is known of the person's dossier where a token came; a link that does not
    /// serve is told so.
    async fn invited(self, app: &App, campaign: &Campaign) -> Result<Self, Problem> {
        if self.t.is_empty() {
            return Ok(self);
        }
        let invitee = invitees::read(&app.world.keys, campaign.id, &self.t);
        let invitee = invitee.ok_or(Problem::UnknownToken)?;
        let kept = stored::one(&app.db, campaign.id, invitee).await?;
        let kept = kept.ok_or(Problem::UnknownToken)?;
        if kept.answered != 0 {
            return Err(Problem::TokenUsed);
        }
        let (books, today) = (app.books(), app.today());
        let place = invitees::place(&books.catalogue, kept.place, today);
        let known = |code: Option<String>, asked: String| code.unwrap_or(asked);
        Ok(Self {
            p: known(place.service_point, self.p),
            unit: known(place.unit, self.unit),
            procedure: known(place.procedure, self.procedure),
            t: self.t,
        })
    }
}

/// The form.
pub async fn show(
    State(app): State<App>,
    Path(campaign): Path<String>,
    Query(about): Query<About>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let books = app.books();
    let (campaign, set) = books.catalogue.campaign(&campaign).ok_or(Problem::NotFound)?;
    if campaign.standing(app.today()) != Standing::Open || is_full(&app, campaign).await? {
        return Ok(closed(&app, campaign, lang));
    }
    let about = about.invited(&app, campaign).await?;
    let mut page = page(&app, &books.catalogue, (campaign, set), &about, lang);
    page.ballot = draw_id(&app);
    Ok(form(&app, page))
}

/// Takes the form as a browser without scripts sends it.
pub async fn create(
    State(app): State<App>,
    Path(code): Path<String>,
    Speech(lang): Speech,
    mut sender: Sender,
    SentForm(sent): SentForm,
) -> Result<Response, Problem> {
    let typed = Typed(sent);
    let (ballot, faults) = fields::ballot(&code, &typed);
    sender.pass = Some(typed.get("pass").to_owned());
    let mut asked = None;
    let (status, faults) = match ballots::keep(&app, &ballot, faults, &sender).await {
        Ok((_, receipt)) => {
            return Ok(thanks::way(&app, &code, &receipt, lang));
        }
        Err(problem @ Problem::Faults(_)) => (problem.status(), problem.spoken(lang)),
        // Nothing was kept, and nothing typed may be lost over it.
        Err(
            problem @ (Problem::Away | Problem::Broken | Problem::Conflict | Problem::Crowded(_)),
        ) => {
            if let Problem::Crowded(wait) = &problem {
                asked = Some(Arc::clone(wait));
            }
            (problem.status(), vec![not_kept(&problem, lang)])
        }
        Err(problem) => return Err(problem),
    };
    let books = app.books();
    let offered = books.catalogue.campaign(&code).ok_or(Problem::NotFound)?;
    if offered.0.standing(app.today()) != Standing::Open {
        return Ok(with_status(status, closed(&app, offered.0, lang)));
    }
    let mut about = About::typed(&typed);
    if faults.iter().any(|fault| fault.field == "token") {
        // What is typed may still be sent, as anyone's.
        about.t.clear();
    }
    let mut page = page(&app, &books.catalogue, offered, &about, lang);
    let is_spoilt = faults.iter().any(|fault| fault.field == "id");
    page.ballot = if is_spoilt { draw_id(&app) } else { ballot.id };
    page.faults = faults;
    page.pass = asked.as_ref().map(|asked| asked.ticket.clone()).unwrap_or_default();
    page.typed = typed;
    let mut reply = with_status(status, form(&app, page));
    if let Some(asked) = asked {
        reply.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(asked.seconds));
    }
    Ok(reply)
}

fn draw_id(app: &App) -> String {
    (app.world.draw_id)((app.world.now)()).to_string()
}

fn not_kept(problem: &Problem, lang: Lang) -> SpokenFault {
    let words = text::survey(lang);
    let (code, message) = match problem {
        Problem::Conflict => ("conflict", words.sent_before.to_owned()),
        Problem::Crowded(asked) => ("crowded", (words.crowded)(asked.seconds)),
        _ => ("away", words.busy.to_owned()),
    };
    SpokenFault { field: String::new(), code: code.to_owned(), message }
}

/// The page, without what was typed. What the address names but the books do not hold is left
/// out: the person can still answer.
fn page(
    app: &App,
    books: &Catalogue,
    offered: (&Campaign, &Instrument),
    about: &About,
    lang: Lang,
) -> SurveyPage {
    let (campaign, set) = offered;
    let today = app.today();
    let named =
        |code: &str, name: &Words| Named { code: code.to_owned(), name: name.get(lang).to_owned() };
    let point = books.point_on(&about.p, today);
    let unit = books.unit_named_on(&about.unit, today);
    let procedure = books.procedure_on(&about.procedure, today);
    let asked = set.asked(point.map_or(campaign.channel, |point| point.channel));
    SurveyPage {
        lang,
        campaign: campaign.code.clone(),
        title: campaign.title.get(lang).to_owned(),
        instrument: set.key(),
        questions: SurveyPage::questions(&asked, lang),
        comment_limit: set.comment_limit,
        consent: books.notice(PUBLISH_COMMENT).map(|it| named(&it.key(), &it.text)),
        service_point: point.map(|point| named(&point.code, &point.name)),
        unit: unit.map(|unit| named(&unit.code, &unit.name)),
        procedure: procedure.map(|procedure| named(&procedure.code, &procedure.name)),
        token: about.t.clone(),
        ..SurveyPage::default()
    }
}

fn form(app: &App, page: SurveyPage) -> Response {
    let data = serde_json::to_string(&page).unwrap_or_default();
    let bundle = if assets::has_citizen() { Bundle::Citizen } else { Bundle::None };
    let head = Head { bundle, ..head(app, page.lang, page.title.clone(), here(&page)) };
    let is_invited = !page.token.is_empty();
    let body = render(move || view! { <Survey page/> });
    let mut response = Html(document(&head, &body, Some(&data))).into_response();
    if is_invited {
        // The address holds the token: not even our own log of requests gets it from the next one.
        let policy = HeaderValue::from_static("strict-origin");
        response.headers_mut().insert(header::REFERRER_POLICY, policy);
    }
    response
}

/// This page's address, for the way to the other language.
fn here(page: &SurveyPage) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let named = [("p", &page.service_point), ("unit", &page.unit), ("procedure", &page.procedure)];
    for (name, named) in named {
        if let Some(named) = named {
            query.append_pair(name, &named.code);
        }
    }
    if !page.token.is_empty() {
        query.append_pair("t", &page.token);
    }
    let query = query.finish();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/s/{}{mark}{query}", page.campaign)
}

/// Whether the campaign has as many ballots as it takes; asked only where there is such a number.
async fn is_full(app: &App, campaign: &Campaign) -> Result<bool, Problem> {
    match campaign.quota {
        Some(_) => Ok(campaigns::is_full(&app.db, campaign.id).await?),
        None => Ok(false),
    }
}

fn closed(app: &App, campaign: &Campaign, lang: Lang) -> Response {
    let title = campaign.title.get(lang).to_owned();
    let (standing, days) = (campaign.standing(app.today()), campaign.days());
    // One that has as many ballots as it takes ends before its last day.
    let period = Period { to: days.to.filter(|_| standing == Standing::Closed), ..days };
    let page = ClosedPage { lang, title: title.clone(), period, standing };
    still(
        &head(app, lang, title, format!("/s/{}", campaign.code)),
        move || view! { <Closed page/> },
    )
}
