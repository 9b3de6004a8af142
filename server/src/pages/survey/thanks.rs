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

use super::super::{head, still};
use crate::{
    problem::Problem,
    receipts::shown::{Shown, is_reload},
    speech::Speech,
    state::App,
};

/// What serves where a browser takes no cookies: sealed, and for a quarter of an hour.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    k: String,
}

/// The way to the thanks, for a ballot that was just kept. A browser that took the cookie is sent on
/// from there, so that its history holds an address that says nothing.
pub(super) fn way(app: &App, campaign: &str, told: &Receipt, lang: Lang) -> Response {
    let shown = Shown::of(app, told);
    let thanks = format!("/s/{campaign}/thanks?k={}", shown.sealed_for_address(app));
    let cookie = AppendHeaders([shown.cookie(app)]);
    (cookie, Redirect::to(&in_language(&thanks, lang))).into_response()
}

/// The receipt, once, and again after a reload.
pub async fn show(
    State(app): State<App>,
    Path(campaign): Path<String>,
    Query(Sent { k }): Query<Sent>,
    Speech(lang): Speech,
    jar: CookieJar,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    app.books().catalogue.campaign(&campaign).ok_or(Problem::NotFound)?;
    let here = format!("/s/{campaign}/thanks");
    let head = head(&app, lang, text::survey(lang).thanks, here.clone());
    let in_cookie = Shown::of_cookie(&app, &jar);
    if !k.is_empty() && in_cookie.is_some() {
        return Ok(Redirect::to(&in_language(&here, lang)).into_response());
    }
    if let Some(shown) = in_cookie.filter(|it| !it.before || is_reload(&headers, &here)) {
        let cookie = AppendHeaders([shown.clone().again().cookie(&app)]);
        let Shown { receipt, pin, .. } = shown;
        let page = still(&head, move || view! { <Thanks lang receipt pin/> });
        return Ok((cookie, page).into_response());
    }
    let told = Shown::of_address(&app, &k).map(|it| (it.receipt, it.pin));
    Ok(still(&head, move || view! { <Thanked lang told/> }))
}
