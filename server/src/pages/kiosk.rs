//! `GET /k/{service point}`: the signed address that the device at a counter was given.

use app::{
    document::{Area, Head},
    pages::{Kiosk, KioskPage, OpenCampaign},
    text,
};
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Campaign, ballot::way::Way, books::campaign::Standing};
use leptos::prelude::*;
use serde::Deserialize;

use super::{head, still};
use crate::{ballots, handouts::Length, kiosks, node::Node, problem::Problem, speech::Speech};

/// What shows that the address is one of ours.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Signed {
    t: String,
}

/// The surveys of the device at a service point; the only one at once.
pub async fn show(
    State(node): State<Node>,
    Path(point): Path<String>,
    Query(signed): Query<Signed>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let (books, today) = (node.books(), node.today());
    let point = books.catalogue.point_on(&point, today).ok_or(Problem::NoKiosk)?;
    if !kiosks::is_of(&node.world.keys, point, &signed.t) {
        return Err(Problem::NoKiosk);
    }
    let token = kiosks::token(&node.world.keys, point);
    let way = |campaign: &Campaign| format!("/s/{}?p={}&t={token}", campaign.code, point.code);
    let offered = |it: &&Campaign| it.standing(today) == Standing::Open && it.is_taken(Way::Kiosk);
    let mut open: Vec<&Campaign> = books.catalogue.campaigns.values().filter(offered).collect();
    let full = ballots::full(&node, &books.catalogue).await?;
    open.retain(|campaign| !full.contains(&campaign.id));
    open.sort_by(|a, b| a.title.get(lang).cmp(b.title.get(lang)));
    if let [only] = open.as_slice() {
        let way = app::address::in_language(&way(only), lang);
        return Ok(Redirect::to(&way).into_response());
    }
    let open = open.iter().filter_map(|it| {
        let (_, set) = books.catalogue.campaign(&it.code)?;
        let length = Length::of(set, point.channel);
        let open = OpenCampaign::of(it, (length.questions, length.minutes()), lang);
        Some((open, way(it)))
    });
    let open = open.collect();
    let page = KioskPage { lang, point: point.name.get(lang).to_owned(), open };
    let here = kiosks::address(&node.world.keys, point);
    let head = head(&node, lang, text::pages(lang).welcome, here.clone());
    let head = Head { area: Area::Ballot, kiosk: Some(here), ..head };
    Ok(still(&head, move || view! { <Kiosk page/> }))
}
