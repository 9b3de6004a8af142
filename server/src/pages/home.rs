//! `GET /`: the open campaigns that are for everyone.

use app::{
    pages::{Home, HomePage, OpenCampaign},
    text,
};
use axum::{extract::State, response::Response};
use domain::books::campaign::Standing;
use leptos::prelude::*;

use super::{head, still};
use crate::{ballots, node::Node, problem::Problem, speech::Speech};

/// Every campaign that takes ballots today, wherever people are.
pub async fn show(State(node): State<Node>, Speech(lang): Speech) -> Result<Response, Problem> {
    let (books, today) = (node.books(), node.today());
    let full = ballots::full(&node, &books.catalogue).await?;
    let mut open: Vec<OpenCampaign> = books
        .catalogue
        .campaigns
        .values()
        .filter(|campaign| campaign.standing(today) == Standing::Open)
        .filter(|campaign| campaign.is_for_everyone() && !full.contains(&campaign.id))
        .map(|campaign| OpenCampaign::of(campaign, lang))
        .collect();
    open.sort_by(|a, b| a.title.cmp(&b.title));
    let page = HomePage { lang, open };
    let head = head(&node, lang, text::pages(lang).welcome, "/");
    Ok(still(&head, move || view! { <Home page/> }))
}
