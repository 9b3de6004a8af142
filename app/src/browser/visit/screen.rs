//! A page of ours as the server sent it, put in the place of the one on view.

use js_sys::{Array, Object, Promise};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Response};

use crate::browser::{
    history,
    json::{call, get, make, set, text},
};

const SHEET: &str = "link[rel=stylesheet]";

/// A page that was fetched.
pub(super) struct Screen {
    page: Document,
    sheet: String,
    address: String,
}

impl Screen {
    /// The page at an address; nothing, where nobody answers or it is no page of this version.
    pub(super) async fn fetch(address: &str) -> Option<Self> {
        let reply = JsFuture::from(window().fetch_with_str(address)).await.ok()?;
        let reply: Response = reply.unchecked_into();
        let html = JsFuture::from(reply.text().ok()?).await.ok()?;
        let parser = make(&js_sys::global(), "DOMParser", &Array::new())?;
        let page = call(&parser, "parseFromString", &Array::of2(&html, &"text/html".into()))?;
        let page: Document = page.unchecked_into();
        let is_ours = bundle(&page)? == bundle(&document())?;
        let address = history::of_ours(text(&reply, "url")).filter(|_| is_ours)?;
        let sheet = bring_sheet(&page).await?;
        Some(Self { page, sheet, address })
    }

    /// Where it is, with a place on it.
    pub(super) fn address(&self, place: Option<&str>) -> String {
        match place {
            Some(place) => [&self.address, "#", place].concat(),
            None => self.address.clone(),
        }
    }

    /// Takes the place of the page on view.
    pub(super) fn show(&self) {
        let (now, root) = (document(), |page: &Document| get(page, "documentElement"));
        now.set_title(&self.page.title());
        set(&root(&now), "lang", get(&root(&self.page), "lang"));
        now.set_body(self.page.body().as_ref());
        while let Some(sheet) = find(&now, SHEET).filter(|it| text(it, "href") != self.sheet) {
            sheet.remove();
        }
    }
}

/// The address of the scripts a page comes with.
fn bundle(page: &Document) -> Option<String> {
    let script = find(page, "script[type=module]")?;
    Some(text(&script, "src"))
}

/// Waits for the style sheet of a page, where it is another than that on view; its address.
async fn bring_sheet(page: &Document) -> Option<String> {
    let (now, next) = (find(&document(), SHEET)?, find(page, SHEET)?);
    let address = text(&next, "href");
    if address != text(&now, "href") {
        let came = Promise::new(&mut |came, _| {
            set(&next, "onload", &came);
            set(&next, "onerror", &came);
        });
        call(&now, "after", &Array::of1(&next));
        JsFuture::from(came).await.ok()?;
    }
    Some(address)
}

/// Says that the page is still to come, in words of the page on view.
pub(super) fn say_wait() {
    if let Some(wait) = document().get_element_by_id("wait") {
        set(&wait, "textContent", wait.get_attribute("data-wait"));
    }
}

/// Brings the reader to a place on the page, or to its heading and as far down as before.
pub(super) fn read(place: Option<&str>, top: &JsValue) {
    let found = place.and_then(|place| document().get_element_by_id(place));
    let Some(target) = found.clone().or_else(|| find(&document(), "main h1")) else { return };
    if !target.has_attribute("tabindex") {
        set(&target, "tabIndex", -1);
    }
    let quietly = Object::new();
    set(&quietly, "preventScroll", true);
    call(&target, "focus", &Array::of1(&quietly));
    match found {
        Some(place) => call(&place, "scrollIntoView", &Array::new()),
        None => call(&window(), "scrollTo", &Array::of2(&0.into(), top)),
    };
}

fn find(page: &Document, what: &str) -> Option<Element> {
    page.query_selector(what).ok().flatten()
}
