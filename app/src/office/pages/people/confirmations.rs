//! What waits for a second person: who asks for what, and two buttons.

use domain::office::people::confirmation::{Answer, Confirmation};
use leptos::prelude::*;

use crate::{
    browser::focus,
    office::{
        desk::{Desk, NOTE},
        form::{Form, sheet},
        load::{Source, load},
        pages::parts::{cards, facts, head, lead, nothing, or_dash},
    },
    text::office::{
        confirmations::{confirmations, matter, refusal},
        names,
        people::accounts,
    },
};

/// The page of what the reader can confirm.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = confirmations(desk.lang);
    let source = Source::new();
    let show = move |rows: Vec<Confirmation>| {
        if rows.is_empty() {
            return nothing(words.empty);
        }
        cards(rows.iter().map(|row| card(desk, row, source)).collect())
    };
    vec![head(desk, words.heading), lead(words.lead), load(desk, "/confirmations", source, show)]
        .into_any()
}

fn card(desk: Desk, row: &Confirmation, source: Source) -> Vec<AnyView> {
    let (lang, words) = (desk.lang, confirmations(desk.lang));
    let unit = row.unit_name.as_ref().map(|name| name.get(lang).to_owned());
    vec![
        view! { <h2>{matter(lang, row.matter)}</h2> }.into_any(),
        facts(vec![
            (words.account, [&row.full_name, " (", &row.account, ")"].concat()),
            (accounts(lang).role, names::role(lang, row.role).to_owned()),
            (accounts(lang).unit, or_dash(unit)),
            (words.asked_by, row.asked_by.clone()),
            (words.asked, names::moment(lang, row.asked)),
        ]),
        answer(desk, row, true, source),
        answer(desk, row, false, source),
    ]
}

/// The button of one answer; a refusal tells what comes of it and asks once more.
fn answer(desk: Desk, row: &Confirmation, confirmed: bool, source: Source) -> AnyView {
    let (lang, words) = (desk.lang, confirmations(desk.lang));
    let (name, button, done) = match confirmed {
        true => ("confirm-", words.confirm, words.confirmed),
        false => ("refuse-", words.refuse, words.refused),
    };
    let id = row.id.to_string();
    let form = Form::new([name, &id].concat(), &[]);
    let call = ["/confirmations/", &id].concat();
    let send = move || {
        form.send(desk, "PUT", call.clone(), &Answer { confirmed }, move |()| {
            // The card leaves the page, and its button with it.
            desk.note.set(done);
            focus::soon(NOTE.to_owned());
            source.ask_again();
        });
    };
    let matter = row.matter;
    let send = move || match confirmed {
        true => send(),
        false => form.ask(vec![refusal(lang, matter).to_owned()], send.clone()),
    };
    sheet(desk, form, button, Vec::new(), send)
}
