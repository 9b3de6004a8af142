//! `GET /`: the open campaigns that are for everyone, and what the ballots say.

use app::{
    document::{Area, Head},
    pages::{Home, HomePage, OpenCampaign},
    text,
};
use axum::{extract::State, response::Response};
use domain::{Campaign, Catalogue, Lang, books::campaign::Standing, figures::index::IndexRow};
use leptos::prelude::*;

use super::{head, still};
use crate::{
    ballots, handouts::Length, node::Node, problem::Problem, publications::reading, speech::Speech,
};

/// Every campaign that takes ballots today, wherever people are; the one that began last leads.
pub async fn show(State(node): State<Node>, Speech(lang): Speech) -> Result<Response, Problem> {
    let (books, today) = (node.books(), node.today());
    let full = ballots::full(&node, &books.catalogue).await?;
    let open = books.catalogue.campaigns.values();
    let open = open.filter(|campaign| campaign.standing(today) == Standing::Open);
    let open = open.filter(|it| it.is_for_everyone() && !full.contains(&it.id));
    let mut open: Vec<&Campaign> = open.collect();
    open.sort_by_key(|it| (std::cmp::Reverse(it.period.from), it.title.get(lang)));
    let open = open.into_iter().filter_map(|it| open_campaign(&books.catalogue, it, lang));
    let page = HomePage { lang, open: open.collect(), figure: figure(&node).await };
    let head = head(&node, lang, text::pages(lang).welcome, "/");
    let head = Head { area: Area::Surveys, ..head };
    Ok(still(&head, move || view! { <Home page/> }))
}

fn open_campaign(books: &Catalogue, campaign: &Campaign, lang: Lang) -> Option<OpenCampaign> {
    let (_, set) = books.campaign(&campaign.code)?;
    let length = Length::of(set, campaign.channel);
    Some(OpenCampaign::of(campaign, (length.questions, length.minutes()), lang))
}

/// The index of the newest published month. Nothing where none is told or it cannot be read just now: a
/// survey can be answered without it.
async fn figure(node: &Node) -> Option<IndexRow> {
    let total = reading::newest_whole(node).await.ok()??;
    total.percent.is_some().then_some(total)
}
