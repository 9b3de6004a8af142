//! `GET /`: the open campaigns.

use app::{
    pages::{Home, HomePage, OpenCampaign},
    text,
};
use axum::{extract::State, response::Response};
use domain::books::campaign::Standing;
use leptos::prelude::*;

use super::{head, still};
use crate::{node::Node, speech::Speech};

/// Every campaign that takes ballots today.
pub async fn show(State(node): State<Node>, Speech(lang): Speech) -> Response {
    let (books, today) = (node.books(), node.today());
    let mut open: Vec<OpenCampaign> = books
        .catalogue
        .campaigns
        .values()
        .filter(|campaign| campaign.standing(today) == Standing::Open)
        .map(|campaign| OpenCampaign {
            code: campaign.code.clone(),
            title: campaign.title.get(lang).to_owned(),
            until: campaign.period.to,
        })
        .collect();
    open.sort_by(|a, b| a.title.cmp(&b.title));
    let page = HomePage { lang, open };
    still(&head(&node, lang, text::pages(lang).welcome, "/"), move || view! { <Home page/> })
}
