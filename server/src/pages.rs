//! The server-rendered pages.

pub mod ballot;
pub mod feedback;
pub mod home;
pub mod kiosk;
pub mod office;
pub mod poster;
pub mod problem;
pub mod published;
pub mod results;
pub mod statements;
pub mod survey;
pub mod track;

use app::document::{Area, Bundle, Head, Sheet, document, render_still};
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use domain::Lang;
use leptos::IntoView;

use crate::{assets, node::Node};

/// What stands around a page. Whose service it is, the settings say, or else the books.
fn head(node: &Node, lang: Lang, title: impl Into<String>, here: impl Into<String>) -> Head {
    let books = node.books();
    Head {
        lang,
        owner: books.house(node.today(), lang).map(str::to_owned),
        title: title.into(),
        here: here.into(),
        version: assets::version().to_owned(),
        demo: books.demo,
        hotline: Some(books.office.hotline.clone()).filter(|number| !number.is_empty()),
        bundle: if assets::has_citizen() { Bundle::Citizen } else { Bundle::None },
        area: Area::Elsewhere,
        kiosk: None,
        sheet: Sheet::Pages,
    }
}

/// A page that scripts do not change: they only lead from it to the next.
fn still<V: IntoView>(head: &Head, page: impl FnOnce() -> V) -> Response {
    Html(document(head, &render_still(page), None)).into_response()
}

/// A page told with another status than 200.
fn with_status(status: StatusCode, mut page: Response) -> Response {
    *page.status_mut() = status;
    page
}
