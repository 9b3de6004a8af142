//! `/s/{campaign}/…`: the way from the counter to the survey, as `qr.svg`, `qr.png`, `poster`, a sheet of
//! `slips`, and a whole `set` to print at once.

use std::sync::Arc;

use app::{
    address::in_language,
    document::{Bundle, Head, Sheet},
    pages::{Poster, PosterPage, PosterSet, SetPage, Slips},
    text,
};
use axum::{
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Campaign, Catalogue, Fault, Lang, Reason};
use leptos::prelude::*;
use serde::Deserialize;

use super::{head, still};
use crate::{
    ballots,
    handouts::{self, HandOut, HandOutQuery, qr},
    node::Node,
    problem::Problem,
    speech::Speech,
};

/// The QR code of a survey as a picture in lines.
pub async fn qr(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(wanted): Query<HandOutQuery>,
) -> Result<Response, Problem> {
    let picture = qr::svg(&address(&node, &campaign, &wanted).await?)?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], picture).into_response())
}

/// The QR code of a survey as a picture in dots.
pub async fn qr_png(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(wanted): Query<HandOutQuery>,
) -> Result<Response, Problem> {
    let picture = qr::png(&address(&node, &campaign, &wanted).await?)?;
    Ok(([(header::CONTENT_TYPE, "image/png")], picture).into_response())
}

/// The poster to print.
pub async fn show(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(wanted): Query<HandOutQuery>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let (head, page) = one(&node, &campaign, &wanted, ("poster", lang)).await?;
    Ok(still(&head, move || view! { <Poster page/> }))
}

/// The sheet of slips to print and cut.
pub async fn slips(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(wanted): Query<HandOutQuery>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let (head, page) = one(&node, &campaign, &wanted, ("slips", lang)).await?;
    Ok(still(&head, move || view! { <Slips page/> }))
}

/// What of a set is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct SetQuery {
    /// The service point where everything of it lies; empty for all of them.
    p: String,
    /// The page, from 1.
    page: String,
}

/// Everything to hand out for a campaign, a sheet after the other; a long set comes in pages.
pub async fn set(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(wanted): Query<SetQuery>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let (books, today) = (node.books(), node.today());
    let books = &books.catalogue;
    let p = HandOutQuery { p: wanted.p.clone(), ..HandOutQuery::default() };
    let at = match p.p.is_empty() {
        true => None,
        false => open(&node, books, &campaign, &p).await?.point,
    };
    let all = handouts::all(books, &campaign, at, today);
    let Some(first) = all.first() else {
        let found = HandOut::find(books, &campaign, &p, today);
        return Err(no_hand_out(found.err().unwrap_or_default()));
    };
    room(&node, first.campaign).await?;
    let last = all.len().div_ceil(handouts::ON_A_PAGE);
    let number = wanted.page.parse().unwrap_or(1).clamp(1, last);
    let title = first.campaign.title.get(lang).to_owned();
    let query = at.map(|at| format!("&p={}", at.code)).unwrap_or_default();
    let way = |number: usize| format!("/s/{}/set?page={number}{query}", first.campaign.code);
    let head = print_head(&node, lang, title, way(number));
    let owner = owner(&head);
    let shown = all.chunks(handouts::ON_A_PAGE).nth(number - 1).unwrap_or_default();
    let pages: Result<Vec<PosterPage>, Problem> =
        shown.iter().map(|out| page(&node, out, &owner, lang)).collect();
    let set = SetPage {
        lang,
        pages: pages?,
        first: (number - 1) * handouts::ON_A_PAGE + 1,
        total: all.len(),
        before: (number > 1).then(|| in_language(&way(number - 1), lang)),
        after: (number < last).then(|| in_language(&way(number + 1), lang)),
    };
    Ok(still(&head, move || view! { <PosterSet set/> }))
}

/// The hand-out that is asked for, if its campaign has room for whoever follows it.
async fn open<'a>(
    node: &Node,
    books: &'a Catalogue,
    campaign: &str,
    wanted: &HandOutQuery,
) -> Result<HandOut<'a>, Problem> {
    let out = HandOut::find(books, campaign, wanted, node.today()).map_err(no_hand_out)?;
    room(node, out.campaign).await?;
    Ok(out)
}

async fn room(node: &Node, campaign: &Campaign) -> Result<(), Problem> {
    match ballots::is_full(node, campaign).await? {
        true => Err(no_hand_out(vec![Fault::new("campaign", Reason::Full)])),
        false => Ok(()),
    }
}

fn no_hand_out(faults: Vec<Fault>) -> Problem {
    Problem::NoHandOut(Arc::new(faults))
}

async fn address(node: &Node, campaign: &str, wanted: &HandOutQuery) -> Result<String, Problem> {
    let books = node.books();
    let out = open(node, &books.catalogue, campaign, wanted).await?;
    Ok(out.address(&node.world.public_url))
}

async fn one(
    node: &Node,
    campaign: &str,
    wanted: &HandOutQuery,
    (kind, lang): (&str, Lang),
) -> Result<(Head, PosterPage), Problem> {
    let books = node.books();
    let out = open(node, &books.catalogue, campaign, wanted).await?;
    let title = out.campaign.title.get(lang).to_owned();
    let here = format!("/s/{}/{kind}{}", out.campaign.code, out.query());
    let head = print_head(node, lang, title, here);
    let page = page(node, &out, &owner(&head), lang)?;
    Ok((head, page))
}

fn print_head(node: &Node, lang: Lang, title: String, here: String) -> Head {
    Head { bundle: Bundle::None, sheet: Sheet::Print, ..head(node, lang, title, here) }
}

fn owner(head: &Head) -> String {
    head.owner.clone().unwrap_or_else(|| text::pages(head.lang).service.to_owned())
}

fn page(node: &Node, out: &HandOut, owner: &str, lang: Lang) -> Result<PosterPage, Problem> {
    let address = out.address(&node.world.public_url);
    Ok(PosterPage {
        lang,
        owner: owner.to_owned(),
        title: out.campaign.title.get(lang).to_owned(),
        service_point: out.point.map(|point| point.name.get(lang).to_owned()),
        unit: out.unit.map(|unit| unit.name.get(lang).to_owned()),
        procedure: out.procedure.map(|procedure| procedure.name.get(lang).to_owned()),
        questions: out.questions(),
        minutes: out.minutes(),
        feedback: feedback_address(node, out),
        qr_svg: qr::svg(&address)?,
        address,
    })
}

/// Where somebody says more than a survey asks; the service point goes along.
fn feedback_address(node: &Node, out: &HandOut) -> String {
    let point = out.point.map(|point| format!("?p={}", point.code)).unwrap_or_default();
    format!("{}/gop-y{point}", node.world.public_url)
}
