//! What can be chosen from: values, and what each says.

use domain::{Lang, Words};
use leptos::prelude::*;
use serde::Deserialize;

/// Values and what they say.
pub(super) type Options = Vec<(String, String)>;

/// Something of the books: its code and what it is called.
#[derive(Clone, Deserialize)]
pub(super) struct Entry {
    pub(super) code: String,
    #[serde(alias = "title")]
    pub(super) name: Words,
}

impl Entry {
    /// Its name, and its code in brackets.
    pub(super) fn says(&self, lang: Lang) -> String {
        [self.name.get(lang), " (", &self.code, ")"].concat()
    }
}

/// Options with the one that is chosen, should they not hold it: what ended is chosen no more, but
/// where it was chosen it is shown.
pub(super) fn with_chosen(mut options: Options, chosen: &str) -> Options {
    if !chosen.is_empty() && options.iter().all(|option| option.0 != chosen) {
        options.push((chosen.to_owned(), chosen.to_owned()));
    }
    options
}

/// Each option, the chosen one marked.
pub(super) fn drawn_options(options: Options, chosen: &str) -> AnyView {
    let option = |(value, says): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{says}</option> }
    };
    options.into_iter().map(option).collect::<Vec<_>>().into_any()
}
