//! What every office page stands on: the language, the address, who is signed in, and the calls.

use std::time::Duration;

use domain::{
    Action, Lang,
    listing::ListPage,
    office::{Me, people::openid::Shell},
};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    fetch::{self, CALLS, Trouble},
    kept::{Kept, KeptFile, KeptForm},
    options::Entry,
    place::{self, Place},
};
use crate::{
    address::in_language,
    browser::{focus, later::later},
    chapters::{Map, ROOT},
    text::office::{
        frame::frame,
        people::{sign_in, sign_in_by},
    },
};

/// The id of what the page says at its top.
pub(super) const NOTE: &str = "note";
/// Where signing in happens.
pub(super) const SIGN_IN: &str = "/van-phong/dang-nhap";

/// A form on the page by its id, and what it would keep.
type Held = (StoredValue<String>, Callback<(), Option<KeptForm>>);

/// Handed to every page.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    pub(super) lang: Lang,
    /// Which pages are in this bundle, and which in another.
    pub(super) map: Map,
    /// Where the reader is.
    pub(super) here: RwSignal<Place>,
    /// Who is signed in, once that is known.
    pub(super) me: RwSignal<Option<Me>>,
    /// What has just been done, told until the reader goes on.
    pub(super) note: RwSignal<&'static str>,
    /// What has just been done by a form, and the form: told beside its button.
    pub(super) said: RwSignal<Option<(String, &'static str)>>,
    /// The units of today, by code.
    pub(super) units: StoredValue<Vec<Entry>>,
    /// The forms on the page, by their ids: what each would keep.
    pub(super) forms: StoredValue<Vec<Held>>,
    /// What somebody had typed when their session ended.
    pub(super) kept: StoredValue<Option<Kept>>,
    /// A file that was on its way then.
    pub(super) file: StoredValue<Option<KeptFile>, LocalStorage>,
    /// A call of the page that the reader goes to, and what it would answer.
    pub(super) reply: StoredValue<Option<(String, String)>>,
    /// Whether the reader is on the way to another page, whose head will get the focus.
    pub(super) moved: StoredValue<bool>,
    /// What the button says that leads to another way to sign in; empty, if there is none.
    pub(super) other_way: &'static str,
}

impl Desk {
    pub(super) fn new(lang: Lang, map: Map) -> Self {
        let here = Place::now();
        let moved = place::came_from_another(&here);
        Self {
            lang,
            map,
            here: RwSignal::new(here),
            me: RwSignal::new(None),
            said: RwSignal::new(None),
            units: StoredValue::new(Vec::new()),
            forms: StoredValue::new(Vec::new()),
            kept: StoredValue::new(None),
            file: StoredValue::new_local(None),
            note: RwSignal::new(""),
            reply: StoredValue::new(None),
            moved: StoredValue::new(moved),
            other_way: other_way(lang),
        }
    }

    /// Whether the one who is signed in may do something at all.
    pub(super) fn may(self, action: Action) -> bool {
        self.me.with_untracked(|me| me.as_ref().is_some_and(|me| me.actions.contains(&action)))
    }

    /// A path of ours, in this language.
    pub(super) fn link(self, path: &str) -> String {
        in_language(path, self.lang)
    }

    /// Says what a form has done: beside its button, or at the top where neither is there any more.
    ///
    /// It waits until the page shows the reply: what is on view from the beginning is read out to nobody.
    pub(super) fn say_at(self, form: String, note: &'static str) {
        let from = self.here.get_untracked().path;
        let say = move || {
            if self.here.try_get_untracked().is_none_or(|here| here.path != from) {
                return;
            }
            let button = [&form, "-send"].concat();
            let is_there = focus::is_on_view(&button);
            if focus::is_nowhere() {
                focus::soon(if is_there { button } else { NOTE.to_owned() });
            }
            match is_there {
                true => self.said.set(Some((form, note))),
                false => self.note.set(note),
            }
        };
        later(Duration::from_millis(60), Box::new(say));
    }

    /// Nothing has just been done any more.
    pub(super) fn say_nothing(self) {
        self.note.set("");
        self.said.set(None);
    }

    /// Goes to a place, as a step that can be taken back.
    pub(super) fn go(self, place: Place) {
        if self.map.leads_away(&place.path) {
            return place::leave(&place.address(self.lang), false);
        }
        place::show(&place.address(self.lang), false);
        self.say_nothing();
        self.arrive(place);
    }

    /// Shows a place that the browser's bar already names.
    pub(super) fn arrive(self, place: Place) {
        self.reply.set_value(None);
        self.leave_typed(&place);
        if self.here.with_untracked(|here| here.path != place.path) {
            self.moved.set_value(true);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        self.here.set(place);
    }

    /// Goes to a place instead of the one the reader is at.
    pub(super) fn go_instead(self, place: Place) {
        if self.map.leads_away(&place.path) {
            return place::leave(&place.address(self.lang), true);
        }
        place::show(&place.address(self.lang), true);
        self.arrive(place);
    }

    /// Goes to a path and says what has been done.
    pub(super) fn finish(self, path: &str, note: &'static str) {
        self.go(Place::read(path));
        self.note.set(note);
    }

    /// The same with the reply to what was done, which is what a call of that page would answer.
    pub(super) fn finish_with(self, path: &str, note: &'static str, call: String, reply: String) {
        self.finish(path, note);
        self.reply.set_value(Some((call, reply)));
    }

    /// What a call would answer, if the reader brought it along.
    pub(super) fn take_reply(self, call: &str) -> Option<String> {
        let reply = self.reply.try_update_value(Option::take).flatten();
        reply.filter(|(of, _)| of == call).map(|(_, reply)| reply)
    }

    /// Has the reader sign in and come back here.
    pub(super) fn sign_in_first(self) {
        let here = self.here.get_untracked();
        let was_in = self.me.get_untracked().is_some();
        let is_kept = self.keep_typed();
        self.me.set(None);
        if here.path == SIGN_IN {
            return;
        }
        if here.path.starts_with(SIGN_IN) {
            self.go_instead(Place { path: SIGN_IN.to_owned(), ..here });
            return self.note.set(sign_in(self.lang).begin_again);
        }
        let next = if here.path == ROOT { String::new() } else { here.address(Lang::Vi) };
        self.go_instead(Place::read(SIGN_IN).with("next", &next));
        let words = frame(self.lang);
        self.note.set(match (was_in, is_kept) {
            (true, true) => words.signed_out_kept,
            (true, false) => words.signed_out,
            _ => "",
        });
    }

    /// The text that a call of the office answers with.
    pub(super) async fn call(
        self,
        method: &'static str,
        call: String,
        body: Option<String>,
    ) -> Result<String, Trouble> {
        let reply = fetch::call(method, &[CALLS, &call].concat(), body, self.lang).await;
        self.signed_in(reply)
    }

    /// The same for a file that is uploaded.
    pub(super) async fn upload(self, call: String, file: JsValue) -> Result<String, Trouble> {
        let me = self.me.get_untracked().map(|me| me.name);
        let reply = fetch::upload(&[CALLS, &call].concat(), file.clone(), self.lang).await;
        let reply = self.signed_in(reply);
        if let Some(me) = me.filter(|_| reply.as_ref().is_err_and(|trouble| trouble.is(401))) {
            self.keep_file(me, call, file);
        }
        reply
    }

    fn signed_in(self, reply: Result<String, Trouble>) -> Result<String, Trouble> {
        if reply.as_ref().is_err_and(|trouble| trouble.is(401)) {
            self.sign_in_first();
        }
        reply
    }

    /// What a list of the office holds, page after page.
    pub(super) async fn every(self, list: &str) -> Result<Vec<Entry>, Trouble> {
        let mark = if list.contains('?') { "&" } else { "?" };
        let mut entries = Vec::new();
        let (mut page, mut pages) = (0, 1);
        while page < pages {
            page += 1;
            let call = [list, mark, "page=", &page.to_string()].concat();
            let read = fetch::read::<ListPage<Entry>>(&self.call("GET", call, None).await?)?;
            pages = read.pages;
            entries.extend(read.rows);
        }
        Ok(entries)
    }

    /// What a unit of today is called; of others their code is told.
    pub(super) fn unit_name(self, code: &str) -> String {
        let lang = self.lang;
        self.units.with_value(|units| {
            let unit = units.iter().find(|unit| unit.code == code);
            unit.map_or_else(|| code.to_owned(), |unit| unit.name.get(lang).to_owned())
        })
    }

    /// Learns what the units are called, without which their codes do.
    pub(super) async fn learn_units(self) -> Result<Vec<Entry>, Trouble> {
        let units: Vec<Entry> = fetch::get("/api/v1/units", self.lang).await?;
        self.units.try_set_value(units.clone());
        Ok(units)
    }

    /// Learns who is signed in.
    pub(super) async fn learn(self) -> Result<(), Trouble> {
        let reply = self.call("GET", "/me".to_owned(), None).await?;
        if self.units.with_value(Vec::is_empty) {
            drop(self.learn_units().await);
        }
        let me = fetch::read::<Me>(&reply)?;
        self.forget_others(&me.name);
        self.me.set(Some(me));
        Ok(())
    }
}

/// What the button to the provider says that the server named in its page.
fn other_way(lang: Lang) -> &'static str {
    let shell = document().get_element_by_id("page").and_then(|page| page.text_content());
    let shell = shell.and_then(|text| fetch::read::<Shell>(&text).ok());
    // It stays as long as the page does.
    shell.map_or("", |shell| sign_in_by(lang, &shell.provider).leak())
}
