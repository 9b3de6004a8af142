//! What is handed out for a campaign: the form's address, the QR code, posters for each counter.

use domain::{Lang, office::surveys::campaign::CampaignRow};
use leptos::prelude::*;

use crate::{
    address::in_language,
    office::{
        desk::Desk,
        load::load_lists,
        options::Entry,
        pages::parts::{nothing, section},
        place::encoded,
    },
    text::office::surveys::campaigns,
};

/// The way to the form and to everything that leads people there.
pub(super) fn hand_out(desk: Desk, row: &CampaignRow) -> AnyView {
    let words = campaigns(desk.lang);
    let base = ["/s/", &encoded(&row.code)].concat();
    let links = [
        (in_language(&base, desk.lang), words.form),
        (in_language(&[&base, "/poster"].concat(), desk.lang), words.poster),
        ([&base, "/qr.svg"].concat(), words.qr),
    ];
    let links = links.map(|(address, label)| {
        view! { <a class="button quiet" href=address target="_blank">{label}</a> }
    });
    let poster = [&base, "/poster?p="].concat();
    let lang = desk.lang;
    let at_points = move |points: Vec<Vec<Entry>>| {
        let points = points.into_iter().flatten();
        let lines = points.map(|point| line(lang, &poster, &point)).collect::<Vec<_>>();
        match lines.is_empty() {
            true => nothing(words.no_point),
            false => view! { <ul class="links">{lines}</ul> }.into_any(),
        }
    };
    section(
        words.hand_out,
        vec![
            view! { <p class="buttons">{links.into_iter().collect::<Vec<_>>()}</p> }.into_any(),
            view! { <h3>{words.at_point}</h3> }.into_any(),
            load_lists(desk, vec!["/service-points?in_force=yes".to_owned()], Box::new(at_points)),
        ],
    )
}

fn line(lang: Lang, poster: &str, point: &Entry) -> AnyView {
    let address = in_language(&[poster, &encoded(&point.code)].concat(), lang);
    let name = point.name.get(lang).to_owned();
    view! { <li><a href=address target="_blank">{name}</a></li> }.into_any()
}
