//! `/s/{campaign}/…`: the way from the counter to the survey, as `qr.svg`, `qr.png`, `poster`, a sheet of
//! `slips`, and a whole `set` to print at once.

use app::{
    document::{Bundle, Head, Sheet},
    pages::{Poster, PosterPage, PosterSet, Slips},
    text,
};
use axum::{
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::Lang;
use leptos::prelude::*;

use super::{head, still};
use crate::{
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
    let picture = qr::svg(&address(&node, &campaign, &wanted)?)?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], picture).into_response())
}

/// The QR code of a survey as a picture in dots.
pub async fn qr_png(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(wanted): Query<HandOutQuery>,
) -> Result<Response, Problem> {
    let picture = qr::png(&address(&node, &campaign, &wanted)?)?;
    Ok(([(header::CONTENT_TYPE, "image/png")], picture).into_response())
}

/// The poster to print.
pub async fn show(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(wanted): Query<HandOutQuery>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let (head, page) = one(&node, &campaign, &wanted, ("poster", lang))?;
    Ok(still(&head, move || view! { <Poster page/> }))
}

/// The sheet of slips to print and cut.
pub async fn slips(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(wanted): Query<HandOutQuery>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let (head, page) = one(&node, &campaign, &wanted, ("slips", lang))?;
    Ok(still(&head, move || view! { <Slips page/> }))
}

/// Everything to hand out for a campaign, a sheet after the other.
pub async fn set(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let books = node.books();
    let all = handouts::all(&books.catalogue, &campaign, node.today());
    let first = all.first().ok_or(Problem::NotFound)?;
    let title = first.campaign.title.get(lang).to_owned();
    let head = print_head(&node, lang, title, format!("/s/{}/set", first.campaign.code));
    let owner = owner(&head);
    let pages: Result<Vec<PosterPage>, Problem> =
        all.iter().map(|out| page(&node, out, &owner, lang)).collect();
    let pages = pages?;
    Ok(still(&head, move || view! { <PosterSet pages/> }))
}

fn address(node: &Node, campaign: &str, wanted: &HandOutQuery) -> Result<String, Problem> {
    let books = node.books();
    let out = HandOut::find(&books.catalogue, campaign, wanted, node.today());
    Ok(out.ok_or(Problem::NotFound)?.address(&node.world.public_url))
}

fn one(
    node: &Node,
    campaign: &str,
    wanted: &HandOutQuery,
    (kind, lang): (&str, Lang),
) -> Result<(Head, PosterPage), Problem> {
    let books = node.books();
    let out = HandOut::find(&books.catalogue, campaign, wanted, node.today());
    let out = out.ok_or(Problem::NotFound)?;
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
        qr_svg: qr::svg(&address)?,
        address,
    })
}
