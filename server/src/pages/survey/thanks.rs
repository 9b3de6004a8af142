//! `/s/{campaign}/thanks`: the receipt, from a cookie that lasts a quarter of an hour.

use app::{
    address::in_language,
    document::Head,
    pages::{Thanked, Thanks, Ticket},
    text,
};
use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{Lang, ballot::receipt::Receipt};
use leptos::prelude::*;
use serde::Deserialize;

use super::{super::still, call, form_head};
use crate::{
    kiosks,
    node::Node,
    problem::Problem,
    receipts::view::{ReceiptView, is_reload, put_away_now},
    speech::Speech,
};

/// How long the device at a counter shows a receipt, in seconds.
const SHOWN_SECONDS: u32 = 30;

/// What serves where a browser takes no cookies: sealed, and for a quarter of an hour.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ThanksQuery {
    /// What was sealed.
    pub k: String,
}

/// The way to the thanks, for a ballot that was just kept. A browser that took the cookie is sent on
/// from there, so that its history holds an address that says nothing.
pub(super) fn way(
    node: &Node,
    campaign: &str,
    receipt: &Receipt,
    kiosk: Option<&str>,
    lang: Lang,
) -> Response {
    let view = ReceiptView::of(node, receipt).at(kiosk);
    let thanks = match kiosk {
        // Whoever comes next could find what stands in an address.
        Some(_) => format!("/s/{campaign}/thanks"),
        None => format!("/s/{campaign}/thanks?k={}", view.sealed_for_address(node)),
    };
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
    let books = node.books();
    let (named, _) = books.catalogue.campaign(&campaign).ok_or(Problem::NoSurvey)?;
    let title = named.title.get(lang).to_owned();
    let here = format!("/s/{campaign}/thanks");
    let thanks = text::survey(lang).thanks.to_owned();
    let head = form_head(&node, lang, thanks, here.clone());
    let in_cookie = ReceiptView::of_cookie(&node, &jar).filter(|it| !it.is_feedback());
    if !k.is_empty() && in_cookie.is_some() {
        return Ok(Redirect::to(&in_language(&here, lang)).into_response());
    }
    let owner = head.owner.clone();
    let device = in_cookie.as_ref().and_then(|it| it.kiosk.as_deref());
    let is_device = device.is_some();
    let kiosk = device.and_then(|point| books.catalogue.point_on(point, node.today()));
    let kiosk = kiosk.map(|point| kiosks::address(&node.world.keys, point));
    let home = kiosk.clone();
    let head = Head { kiosk: kiosk.clone(), ..head };
    let ticket = |view: ReceiptView| {
        let time = view.came_in();
        let ReceiptView { receipt, pin, .. } = view;
        Ticket { lang, owner, title, receipt, pin, time, home }
    };
    if let Some(view) = in_cookie.filter(|it| !it.before || is_reload(&headers, &here)) {
        // A device whose counter was closed meanwhile is one still: it begins at home.
        if is_device {
            return Ok(at_kiosk(&head, ticket(view), kiosk.as_deref().unwrap_or("/")));
        }
        let cookie = AppendHeaders([view.clone().again().cookie(&node)]);
        let call = call::of(&node, &campaign, &view, lang).await;
        let ticket = ticket(view);
        let page = still(&head, move || view! { <Thanks ticket call/> });
        return Ok((cookie, page).into_response());
    }
    let view = ReceiptView::of_address(&node, &k).filter(|it| !it.is_feedback());
    let call = match &view {
        Some(view) => call::of(&node, &campaign, view, lang).await,
        None => None,
    };
    let ticket = view.map(ticket);
    Ok(still(&head, move || view! { <Thanked lang ticket call/> }))
}

/// The receipt on the device at a counter: once, for as long as somebody needs to note it down. Where its
/// scripts do not run, the browser itself leads back to the start.
fn at_kiosk(head: &Head, ticket: Ticket, home: &str) -> Response {
    let refresh = HeaderValue::try_from(format!("{SHOWN_SECONDS}; url={home}"));
    let refresh = refresh.expect("codes and digits");
    let page = still(head, move || view! { <Thanks ticket call=None/> });
    (AppendHeaders([put_away_now(), (header::REFRESH, refresh)]), page).into_response()
}
