//! `GET /quyen-rieng-tu` and `/ho-tro-tiep-can`: what is promised.

use app::{
    pages::{Access, Privacy, PrivacyPage},
    text,
};
use axum::{extract::State, response::Response};
use leptos::prelude::*;

use super::{head, still};
use crate::{node::Node, speech::Speech};

/// What is kept of people, as the settings have it.
pub async fn privacy(State(node): State<Node>, Speech(lang): Speech) -> Response {
    let books = node.books();
    let days = |days: i64| u64::try_from(days).unwrap_or_default();
    let retention = &books.office.retention;
    let page = PrivacyPage {
        lang,
        comments: days(retention.comments),
        contacts: days(retention.contacts),
        senders: days(retention.senders),
        cases: days(retention.cases),
    };
    let head = head(&node, lang, text::statements(lang).privacy, "/quyen-rieng-tu");
    still(&head, move || view! { <Privacy page/> })
}

/// Who can use these pages, and how.
pub async fn access(State(node): State<Node>, Speech(lang): Speech) -> Response {
    let head = head(&node, lang, text::statements(lang).access, "/ho-tro-tiep-can");
    still(&head, move || view! { <Access lang/> })
}
