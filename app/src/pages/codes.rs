//! A code and its pin, typed to see what they open.

use domain::Lang;
use leptos::prelude::*;

use crate::address::in_language;

/// What the form asks for, and where it goes.
pub(crate) struct CodeForm {
    /// The address it is sent to.
    pub action: &'static str,
    /// The name of the code's field, and what it is called.
    pub code: (&'static str, &'static str),
    /// What was typed before.
    pub typed: String,
    /// What the pin is called.
    pub pin: &'static str,
    /// What the button says.
    pub show: &'static str,
    /// Whether scripts are to be left out.
    pub is_plain: bool,
}

/// The form.
pub(crate) fn code_form(lang: Lang, form: CodeForm) -> impl IntoView {
    let (name, label) = form.code;
    view! {
        <form class="own" method="post" action=in_language(form.action, lang)>
            <label for=name>{label}</label>
            <input
                id=name
                name=name
                value=form.typed
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                required
            />
            <label for="pin">{form.pin}</label>
            <input id="pin" name="pin" inputmode="numeric" autocomplete="off" required/>
            {form.is_plain.then(plain)}
            <button>{form.show}</button>
        </form>
    }
}

/// What says that the next page is to do without scripts too.
pub(crate) fn plain() -> impl IntoView {
    view! { <input type="hidden" name="plain" value="yes"/> }
}
