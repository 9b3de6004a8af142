//! `GET /`: the open campaigns that are for everyone.

use app::{
    pages::{Home, HomePage, OpenCampaign},
    text,
};
use axum::{extract::State, response::Response};
use domain::books::campaign::Standing;
use leptos::prelude::*;

use super::{head, still};
use crate::{node::Node, speech::Speech};

/// Every campaign that takes ballots today, wherever people are.
pub async fn show(State(node): State<Node>, Speech(lang): Speech) -> Response {
    let (books, today) = (node.books(), node.today());
    let mut open: Vec<OpenCampaign> = books
        .catalogue
        .campaigns
        .values()
        .filter(|campaign| campaign.standing(today) == Standing::Open)
        .filter(|campaign| campaign.is_for_everyone())
        .map(|campaign| OpenCampaign::of(campaign, lang))
        .collect();
    open.sort_by(|a, b| a.title.cmp(&b.title));
    let page = HomePage { lang, open };
    still(&head(&node, lang, text::pages(lang).welcome, "/"), move || view! { <Home page/> })
}
