//! `/s/{campaign}/thanks`: the receipt, from a cookie that lasts a quarter of an hour.

use app::{
    address::in_language,
    pages::{Thanked, Thanks},
    text,
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{Lang, ballot::receipt::Receipt};
use leptos::prelude::*;
use serde::Deserialize;

use super::{super::still, form_head};
use crate::{
    node::Node,
    problem::Problem,
    receipts::view::{ReceiptView, is_reload},
    speech::Speech,
};

/// What serves where a browser takes no cookies: sealed, and for a quarter of an hour.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ThanksQuery {
    k: String,
}

/// The way to the thanks, for a ballot that was just kept. A browser that took the cookie is sent on
/// from there, so that its history holds an address that says nothing.
pub(super) fn way(node: &Node, campaign: &str, receipt: &Receipt, lang: Lang) -> Response {
    let view = ReceiptView::of(node, receipt);
    let thanks = format!("/s/{campaign}/thanks?k={}", view.sealed_for_address(node));
    let cookie = AppendHeaders([view.cookie(node)]);
    (cookie, Redirect::to(&in_language(&thanks, lang))).into_response()
}

/// The receipt, once, and again after a reload.
pub async fn show(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Query(ThanksQuery { k }): Query<ThanksQuery>,
    Speech(lang): Speech,
    jar: CookieJar,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    node.books().catalogue.campaign(&campaign).ok_or(Problem::NotFound)?;
    let here = format!("/s/{campaign}/thanks");
    let title = text::survey(lang).thanks.to_owned();
    let head = form_head(&node, lang, title, here.clone());
    let in_cookie = ReceiptView::of_cookie(&node, &jar);
    if !k.is_empty() && in_cookie.is_some() {
        return Ok(Redirect::to(&in_language(&here, lang)).into_response());
    }
    if let Some(view) = in_cookie.filter(|it| !it.before || is_reload(&headers, &here)) {
        let cookie = AppendHeaders([view.clone().again().cookie(&node)]);
        let ReceiptView { receipt, pin, .. } = view;
        let page = still(&head, move || view! { <Thanks lang receipt pin/> });
        return Ok((cookie, page).into_response());
    }
    let receipt = ReceiptView::of_address(&node, &k).map(|it| (it.receipt, it.pin));
    Ok(still(&head, move || view! { <Thanked lang receipt/> }))
}
