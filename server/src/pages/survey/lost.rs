//! What is said to somebody whose link names something that is not there, or two things that do not go
//! together, before the form goes on without it.

use app::{
    address::in_language,
    pages::{Lost, LostPage, LostView},
    survey::Label,
    text,
};
use axum::response::Response;
use domain::{Campaign, Lang};
use leptos::prelude::*;

use super::{
    super::{head, still},
    about::About,
    discreet,
};
use crate::node::Node;

/// The page that says so, with the ways on.
pub(super) fn page(
    node: &Node,
    campaign: &Campaign,
    about: &About,
    (lost, lang): (Vec<Lost>, Lang),
) -> Response {
    let way = |about: &About| in_language(&about.way(&campaign.code), lang);
    let books = node.books();
    let known = about.known(&books.catalogue, node.today());
    let choices = match (known.procedure, known.unit) {
        (Some(procedure), Some(unit)) if lost.contains(&Lost::Apart) => {
            let by_procedure = About { unit: String::new(), ..about.clone() };
            let by_unit = About { procedure: String::new(), ..about.clone() };
            vec![
                (Label::new(&procedure.code, &procedure.name, lang), way(&by_procedure)),
                (Label::new(&unit.code, &unit.name, lang), way(&by_unit)),
            ]
        }
        _ => Vec::new(),
    };
    let on = (choices.is_empty() && campaign.is_taken(about.came(&books.catalogue, node.today())))
        .then(|| way(about));
    let title = campaign.title.get(lang).to_owned();
    let page = LostPage { lang, title, lost, choices, on };
    let head = head(node, lang, text::about(lang).look_again, about.way(&campaign.code));
    discreet(still(&head, move || view! { <LostView page/> }), !about.t.is_empty())
}
