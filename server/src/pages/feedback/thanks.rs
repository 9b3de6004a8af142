//! `/gop-y/thanks`: the codes of feedback, from a cookie that lasts a quarter of an hour.

use app::{
    address::in_language,
    feedback::{FeedbackThanks, FeedbackThanksGone},
    pages::Ticket as Card,
    text,
};
use axum::{
    extract::{Query, State},
    http::HeaderMap,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{Lang, feedback::code::Ticket};
use leptos::prelude::*;

use super::{super::still, feedback_head};
use crate::{
    node::Node,
    pages::survey::thanks::ThanksQuery,
    receipts::view::{ReceiptView, is_reload},
    speech::Speech,
};

/// The page.
const HERE: &str = "/gop-y/thanks";

/// The way to the codes of what was just kept. A browser that took the cookie is sent on from there, so
/// that its history holds an address that says nothing.
pub(in crate::pages) fn way(node: &Node, ticket: &Ticket, lang: Lang) -> Response {
    let view = ReceiptView::of_ticket(node, ticket);
    let way = format!("{HERE}?k={}", view.sealed_for_address(node));
    let cookie = AppendHeaders([view.cookie(node)]);
    (cookie, Redirect::to(&in_language(&way, lang))).into_response()
}

/// The codes, once, and again after a reload.
pub async fn show(
    State(node): State<Node>,
    Query(ThanksQuery { k }): Query<ThanksQuery>,
    Speech(lang): Speech,
    jar: CookieJar,
    headers: HeaderMap,
) -> Response {
    let words = text::feedback(lang);
    let in_cookie = ReceiptView::of_cookie(&node, &jar).filter(ReceiptView::is_feedback);
    if !k.is_empty() && in_cookie.is_some() {
        return Redirect::to(&in_language(HERE, lang)).into_response();
    }
    let head = feedback_head(&node, lang, words.thanks.to_owned(), HERE.to_owned());
    let owner = head.owner.clone();
    let card = |view: ReceiptView| {
        let (title, time) = (text::pages(lang).feedback.to_owned(), view.came_in());
        let ReceiptView { receipt, pin, .. } = view;
        Card { lang, owner, title, receipt, pin, time, home: None }
    };
    if let Some(view) = in_cookie.filter(|it| !it.before || is_reload(&headers, HERE)) {
        let cookie = AppendHeaders([view.clone().again().cookie(&node)]);
        let ticket = card(view);
        let page = still(&head, move || view! { <FeedbackThanks ticket is_in_address=false/> });
        return (cookie, page).into_response();
    }
    let in_address = ReceiptView::of_address(&node, &k).filter(ReceiptView::is_feedback);
    match in_address.map(card) {
        Some(ticket) => still(&head, move || view! { <FeedbackThanks ticket is_in_address=true/> }),
        None => still(&head, move || view! { <FeedbackThanksGone lang/> }),
    }
}
