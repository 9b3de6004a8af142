//! `GET /s/{campaign}/qr.svg` and `/s/{campaign}/poster`: the way from the counter to the survey.

use app::{
    document::Head,
    pages::{Poster, PosterPage},
    text,
};
use axum::{
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Campaign, books::catalogue::ServicePoint};
use fast_qr::{
    ECL, QRBuilder,
    convert::{Builder, svg::SvgBuilder},
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{head, still};
use crate::{node::Node, problem::Problem, speech::Speech};

/// Whose code it is.
#[derive(Deserialize)]
pub struct At {
    /// The service point.
    #[serde(default)]
    p: String,
}

/// The QR code of a survey as a picture.
pub async fn qr(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(at): Query<At>,
) -> Result<Response, Problem> {
    let books = node.books();
    let (campaign, point) = find(&node, &books.catalogue, &campaign, &at)?;
    let picture = picture(&address(&node, campaign, point))?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], picture).into_response())
}

/// The poster to print.
pub async fn show(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(at): Query<At>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let books = node.books();
    let (campaign, point) = find(&node, &books.catalogue, &campaign, &at)?;
    let address = address(&node, campaign, point);
    let title = campaign.title.get(lang).to_owned();
    let here = format!("/s/{}/poster{}", campaign.code, at_point(point));
    let head: Head = head(&node, lang, title.clone(), here);
    let page = PosterPage {
        lang,
        owner: head.owner.clone().unwrap_or_else(|| text::pages(lang).service.to_owned()),
        title,
        service_point: point.map(|point| point.name.get(lang).to_owned()),
        qr_svg: picture(&address)?,
        address,
    };
    Ok(still(&head, move || view! { <Poster page/> }))
}

fn find<'a>(
    node: &Node,
    books: &'a domain::Catalogue,
    campaign: &str,
    at: &At,
) -> Result<(&'a Campaign, Option<&'a ServicePoint>), Problem> {
    let (campaign, _) = books.campaign(campaign).ok_or(Problem::NotFound)?;
    let point = match at.p.as_str() {
        "" => None,
        code => Some(books.point_on(code, node.today()).ok_or(Problem::NotFound)?),
    };
    Ok((campaign, point))
}

/// The full address of a survey. Codes hold only letters, digits, dots, dashes and underscores.
fn address(node: &Node, campaign: &Campaign, point: Option<&ServicePoint>) -> String {
    format!("{}/s/{}{}", node.world.public_url, campaign.code, at_point(point))
}

fn at_point(point: Option<&ServicePoint>) -> String {
    point.map(|point| format!("?p={}", point.code)).unwrap_or_default()
}

fn picture(address: &str) -> Result<String, Problem> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().map_err(|error| {
        tracing::error!(%error, "an address does not fit a QR code");
        Problem::Broken
    })?;
    Ok(SvgBuilder::default().margin(4).to_str(&code))
}
