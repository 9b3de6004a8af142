//! Where the reader is: the page's address, which the pages read and change.

use domain::Lang;
use js_sys::{decode_uri_component, encode_uri_component};
use leptos::{
    ev,
    prelude::{document, window, window_event_listener},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent};

use crate::{browser::json, chapters::ROOT};

/// An address of ours: its path, and its query without the language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) path: String,
    pub(super) query: Vec<(String, String)>,
}

impl Place {
    /// Where the browser is.
    pub(super) fn now() -> Self {
        let location = window().location();
        let part = |part: Result<String, JsValue>| part.unwrap_or_default();
        Self::read(&[part(location.pathname()), part(location.search())].concat())
    }

    /// A path and query.
    pub(super) fn read(address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let query = pairs
            .filter(|(name, value)| *name != "lang" && !value.is_empty())
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect();
        Self { path: path.to_owned(), query }
    }

    /// A value of the query; empty, if it has none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.query.iter().find(|pair| pair.0 == name).map_or("", |pair| &pair.1)
    }

    /// The same place with another value; an empty one is left out.
    pub(super) fn with(&self, name: &str, value: &str) -> Self {
        let mut place = self.clone();
        place.query.retain(|pair| pair.0 != name);
        if !value.is_empty() {
            place.query.push((name.to_owned(), value.to_owned()));
        }
        place
    }

    /// The query as it stands in an address, with its question mark.
    pub(super) fn search(&self, lang: Lang) -> String {
        let lang = (lang == Lang::En).then(|| "lang=en".to_owned());
        let pairs =
            self.query.iter().map(|(name, value)| [encoded(name), encoded(value)].join("="));
        let pairs: Vec<String> = pairs.chain(lang).collect();
        if pairs.is_empty() { String::new() } else { ["?", &pairs.join("&")].concat() }
    }

    /// The whole address, in a language.
    pub(super) fn address(&self, lang: Lang) -> String {
        [&self.path, self.search(lang).as_str()].concat()
    }
}

/// Text as a part of an address.
pub(super) fn encoded(text: &str) -> String {
    encode_uri_component(text).into()
}

/// What a part of an address says; what is badly written stays as it is.
pub(super) fn decoded(text: &str) -> String {
    let plain = text.replace('+', " ");
    decode_uri_component(&plain).map_or(plain, String::from)
}

fn is_page(path: &str) -> bool {
    path.strip_prefix(ROOT).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether an address to go to after signing in is a page of the office and nothing else.
pub(super) fn is_ours(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    is_page(path)
        && !path.contains("..")
        && !address.contains('\\')
        && !path.starts_with("/van-phong/dang-nhap")
}

/// Shows an address in the browser's bar, as a new step or in place of the last.
pub(super) fn show(address: &str, replace: bool) {
    let Ok(history) = window().history() else { return };
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    };
}

/// Whether the reader comes from another page of the office, by a way that loaded this one anew.
pub(super) fn came_from_another(here: &Place) -> bool {
    let origin = window().location().origin().unwrap_or_default();
    let from = document().referrer();
    let from = from.strip_prefix(&origin).map(Place::read);
    from.is_some_and(|from| is_page(&from.path) && from.path != here.path)
}

/// Goes to a page of another bundle, as a new step or in place of the last.
pub(super) fn leave(address: &str, replace: bool) {
    let location = window().location();
    let _ = if replace { location.replace(address) } else { location.assign(address) };
}

/// Loads the page anew when the browser took it from its memory: whoever was signed in may not be.
pub(super) fn never_shown_again() {
    window_event_listener(ev::pageshow, |event| {
        if json::get(&event, "persisted").is_truthy() {
            let _ = window().location().reload();
        }
    });
}

/// Lets the way to the other language lead to this very page.
pub(super) fn link_language(place: &Place, lang: Lang) {
    let link = document().query_selector("header a[hreflang]").ok().flatten();
    if let Some(link) = link {
        let _ = link.set_attribute("href", &place.address(lang.other()));
    }
}

/// The place a click leads to, if it is on a plain link to another page of the office.
pub(super) fn followed(click: &MouseEvent) -> Option<Place> {
    let changed = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if click.default_prevented() || click.button() != 0 || changed {
        return None;
    }
    let target: Element = click.target()?.dyn_into().ok()?;
    let link = target.closest("a[href]:not([target], [download], [hreflang])").ok()??;
    let address = link.get_attribute("href")?;
    let place = Place::read(&address);
    (is_page(&place.path) && !address.contains('#')).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_pages_of_the_office_are_gone_to_after_signing_in() {
        for ours in ["/van-phong", "/van-phong/nguoi-dung", "/van-phong/nhat-ky?q=a&page=2"] {
            assert!(is_ours(ours), "{ours}");
        }
        for other in [
            ["", "//evil.example", "https://evil.example/van-phong/"],
            ["/van-phongx", "/van-phong/../s/x", "/van-phong/\\evil.example"],
            ["javascript:alert(1)", "/s/x", "/van-phong/dang-nhap?next=/van-phong"],
        ]
        .concat()
        {
            assert!(!is_ours(other), "{other}");
        }
    }
}
