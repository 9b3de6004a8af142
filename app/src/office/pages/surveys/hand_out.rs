//! What is handed out for a campaign: the address, its QR code, a poster and slips, for a service point,
//! a procedure and a unit, or all of them at once.

use domain::{Lang, books::campaign::Standing, office::surveys::campaign::CampaignRow};
use leptos::prelude::*;

use crate::{
    address::in_language,
    office::{
        choices,
        desk::Desk,
        form::{Form, one, sheet},
        pages::parts::{lead, nothing, section},
        place::encoded,
    },
    text::office::{books::books, surveys::campaigns},
};

/// The ways to the form and to everything that leads people there; nothing for a campaign that is over.
pub(super) fn hand_out(desk: Desk, row: &CampaignRow) -> AnyView {
    let words = campaigns(desk.lang);
    if matches!(row.standing, Standing::Closed) {
        return section(words.hand_out, vec![nothing(words.nothing_handed_out)]);
    }
    let base = ["/s/", &encoded(&row.code)].concat();
    let form = Form::new("hand-out", &[]);
    let chosen = RwSignal::new(String::new());
    let choose = move || chosen.set(query(form));
    let fields = vec![
        one("p", words.point, choices::listed(desk, "/service-points?in_force=yes")).optional(),
        one("procedure", words.procedure, choices::listed(desk, "/procedures?in_force=yes"))
            .hint(words.procedure_hint)
            .optional(),
        one("unit", books(desk.lang).unit, choices::units(desk)).hint(words.unit_hint).optional(),
    ];
    let set_of = {
        let base = base.clone();
        move || {
            let point = form.given("p").map(|point| ["?p=", &encoded(&point)].concat());
            in_language(&[&base, "/set", &point.unwrap_or_default()].concat(), desk.lang)
        }
    };
    let set = in_language(&[&base, "/set"].concat(), desk.lang);
    // Once a point is chosen there is a set of what lies there alone.
    let at_point = move || {
        let of_point = chosen.get().contains("p=").then(&set_of);
        of_point.map(|way| button(way, words.set_at_point))
    };
    let shown = move || links(desk.lang, &base, &chosen.get());
    section(
        words.hand_out,
        vec![
            lead(words.hand_out_lead),
            sheet(desk, form, words.hand_out_show, fields, choose),
            view! { <div role="status">{shown}</div> }.into_any(),
            view! { <p class="buttons">{button(set, words.set)} {at_point}</p> }.into_any(),
        ],
    )
}

/// What stands behind the address for what is chosen.
fn query(form: Form) -> String {
    let given = |name: &str| Some([name, "=", &encoded(&form.given(name)?)].concat());
    let parts: Vec<String> = ["p", "procedure", "unit"].into_iter().filter_map(given).collect();
    if parts.is_empty() { String::new() } else { ["?", &parts.join("&")].concat() }
}

/// The address in full, and everything that is made of it.
fn links(lang: Lang, base: &str, query: &str) -> AnyView {
    let words = campaigns(lang);
    let origin = window().location().origin().unwrap_or_default();
    let address = [&origin, base, query].concat();
    let paper = |kind: &str| in_language(&[base, "/", kind, query].concat(), lang);
    let plain = |kind: &str| [base, "/", kind, query].concat();
    let links = [
        (in_language(&[base, query].concat(), lang), words.form),
        (paper("poster"), words.poster),
        (paper("slips"), words.slips),
        (plain("qr.svg"), words.qr),
        (plain("qr.png"), words.qr_png),
    ];
    let links = links.map(|(address, label)| button(address, label));
    view! {
        <p class="code">{address}</p>
        <p class="buttons">{links.into_iter().collect::<Vec<_>>()}</p>
    }
    .into_any()
}

fn button(address: String, label: &'static str) -> AnyView {
    view! { <a class="button quiet" href=address target="_blank">{label}</a> }.into_any()
}
