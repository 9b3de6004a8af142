//! What belongs to a case and is worked on elsewhere.

use domain::{Action, office::feedback::case::CasePage};
use leptos::prelude::*;

use super::super::standing::standing;
use crate::{
    office::{desk::Desk, pill::pill},
    text::office::feedback::{lessons::lessons as lesson_words, requests::requests as words_of},
};

/// What units were asked within this case, and the way to ask one.
pub(super) fn requests(desk: Desk, page: &CasePage) -> AnyView {
    let words = words_of(desk.lang);
    let lines = page.requests.iter().map(|row| {
        let href = desk.link(&["/van-phong/phoi-hop/", &row.id.to_string()].concat());
        let (look, says) = standing(desk.lang, row);
        view! {
            <li>
                <a href=href>{row.subject.clone()}</a>
                <span class="small">{desk.unit_name(&row.unit)}</span>
                {pill(look, says)}
            </li>
        }
    });
    let lines = lines.collect::<Vec<_>>();
    let may = desk.may(Action::WorkOnFeedback);
    if lines.is_empty() && !may {
        return ().into_any();
    }
    let ask = may.then(|| {
        let to = ["/van-phong/them/phoi-hop?viec=", &page.row.number.to_string()].concat();
        view! { <p><a href=desk.link(&to)>{words.ask_of_case}</a></p> }
    });
    view! { <section class="twins"><h2>{words.heading}</h2> <ul>{lines}</ul> {ask}</section> }
        .into_any()
}

/// What was learned from it, and the way to write that down.
pub(super) fn lessons(desk: Desk, page: &CasePage) -> AnyView {
    let words = lesson_words(desk.lang);
    let lines = page.lessons.iter().map(|it| {
        let href = desk.link(&["/van-phong/bai-hoc/", &it.id.to_string()].concat());
        view! { <li><a href=href>{it.text.clone()}</a></li> }
    });
    let lines = lines.collect::<Vec<_>>();
    if lines.is_empty() && !page.may_teach {
        return ().into_any();
    }
    let add = page.may_teach.then(|| {
        let to = ["/van-phong/them/bai-hoc?viec=", &page.row.number.to_string()].concat();
        view! { <p><a href=desk.link(&to)>{words.add}</a></p> }
    });
    view! { <section class="twins"><h2>{words.heading}</h2> <ul>{lines}</ul> {add}</section> }
        .into_any()
}
