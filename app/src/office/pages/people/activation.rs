//! Taking up an invitation: the person chooses a password.

use domain::office::people::account::{Invited, Password};
use leptos::prelude::*;

use crate::{
    office::{
        desk::{Desk, SIGN_IN},
        form::{Form, secret, sheet},
        load::{Source, load},
        pages::parts::{head, lead},
        place::encoded,
    },
    text::office::people::invitation,
};

/// The page behind the link of an invitation.
pub(crate) fn page(desk: Desk, token: &str) -> AnyView {
    let call = ["/invitations/", &encoded(token)].concat();
    let address = call.clone();
    let show = move |invited: Invited| choose(desk, call.clone(), invited);
    vec![head(desk, invitation(desk.lang).heading), load(desk, address, Source::new(), show)]
        .into_any()
}

/// The form for whom the invitation is meant.
fn choose(desk: Desk, call: String, invited: Invited) -> AnyView {
    let words = invitation(desk.lang);
    let form = Form::new("choose", &[]);
    let send = move || {
        let body = Password { password: form.get("password") };
        if !form.is_chosen(desk.lang, "password", words.differ) {
            return;
        }
        form.send(desk, "POST", call.clone(), &body, move |()| desk.finish(SIGN_IN, words.done));
    };
    let fields = vec![
        secret("password", words.password, "new-password").hint(words.hint),
        secret("again", words.again, "new-password"),
    ];
    let whom = [words.lead, " ", &invited.full_name, " (", &invited.name, ")."].concat();
    vec![lead(whom), sheet(desk, form, words.send, fields, send)].into_any()
}
