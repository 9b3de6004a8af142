//! The page of a survey that takes no ballots, with what was typed into its form when it came too late.

use app::{
    pages::{Closed, ClosedPage, TypedText},
    text,
};
use axum::response::Response;
use domain::{Ballot, Campaign, Instrument, Lang, books::campaign::Standing, day::Period};
use leptos::prelude::*;

use super::super::{ballot::words::answered, head, still};
use crate::node::Node;

/// The page.
pub(super) fn page(
    node: &Node,
    campaign: &Campaign,
    typed: Option<TypedText>,
    lang: Lang,
) -> Response {
    let title = campaign.title.get(lang).to_owned();
    let (standing, days) = (campaign.standing(node.today()), campaign.days());
    // One that has as many ballots as it takes ends before its last day.
    let period = Period { to: days.to.filter(|_| standing == Standing::Closed), ..days };
    let page = ClosedPage { lang, title: title.clone(), period, standing, typed };
    still(
        &head(node, lang, title, format!("/s/{}", campaign.code)),
        move || view! { <Closed page/> },
    )
}

/// What was typed into a form that is not taken any more.
pub(super) fn typed(set: &Instrument, ballot: &Ballot, lang: Lang) -> Option<TypedText> {
    let words = text::form(lang);
    let answers = ballot.answers.iter().filter_map(|answer| answered(set, answer, lang, words));
    let typed = TypedText { answers: answers.collect(), comment: ballot.comment.clone() };
    (!typed.answers.is_empty() || typed.comment.is_some()).then_some(typed)
}
