//! Where somebody gets the digest of what is new for them.

use domain::office::notices::OwnMail;
use leptos::prelude::*;

use crate::{
    office::{
        desk::Desk,
        form::{Form, line, sheet},
        load::{Source, load},
        pages::parts::{aside, section},
    },
    text::office::{
        frame::{form as form_words, frame},
        notices::own_mail,
    },
};

/// The part of one's own page.
pub(crate) fn part(desk: Desk) -> AnyView {
    let words = own_mail(desk.lang);
    let show = move |now: OwnMail| change(desk, &now);
    let form = load(desk, "/me/mail", Source::new(), show);
    section(words.heading, vec![aside(words.lead), form])
}

fn change(desk: Desk, now: &OwnMail) -> AnyView {
    let (lang, words) = (desk.lang, own_mail(desk.lang));
    let form = Form::new("mail", &[("address", &now.address)]);
    let send = move || {
        let body = OwnMail { address: form.get("address") };
        if form.is_right(lang, body.check()) {
            form.send(desk, "PUT", "/me/mail", &body, move |()| form.say(desk, frame(lang).saved));
        }
    };
    let fields = vec![line("address", words.address).hint(words.hint).optional()];
    sheet(desk, form, form_words(lang).save, fields, send)
}
