//! What a desk does with what was typed when a session ended.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsValue;

use super::{
    desk::{Desk, SIGN_IN},
    kept::{self, Kept, KeptFile, KeptForm},
    place::Place,
};

impl Desk {
    /// Keeps what is typed on the page, before whoever is signed in is forgotten; whether there is any.
    pub(super) fn keep_typed(self) -> bool {
        let Some(me) = self.me.get_untracked() else {
            return self.kept.with_value(Option::is_some);
        };
        let forms = self.forms.get_value();
        let forms: Vec<_> = forms.into_iter().filter_map(|(_, form)| form.run(())).collect();
        if forms.is_empty() {
            return false;
        }
        let address = self.here.get_untracked().address(domain::Lang::Vi);
        self.kept.set_value(Some(Kept { account: me.name, address, forms }));
        true
    }

    /// What a form of this page held when its reader's session ended.
    pub(super) fn take_typed(self, form: &str) -> Option<KeptForm> {
        let me = self.me.get_untracked()?;
        let address = self.here.get_untracked().address(domain::Lang::Vi);
        self.kept.try_update_value(|kept| {
            let of = kept.as_mut().filter(|it| it.account == me.name && it.address == address)?;
            let at = of.forms.iter().position(|it| it.id == form)?;
            let found = of.forms.remove(at);
            if of.forms.is_empty() {
                *kept = None;
            }
            Some(found)
        })?
    }

    /// Keeps a file that somebody sent when the session had ended.
    pub(super) fn keep_file(self, account: String, call: String, file: JsValue) {
        let here = self.here.get_untracked();
        // By now the reader is at the door, which names the page.
        let address =
            if here.path == SIGN_IN { here.get("next").to_owned() } else { String::new() };
        self.file.set_value(Some(KeptFile { account, address, call, file }));
    }

    /// The file that was on its way from this page, and the call it was meant for.
    pub(super) fn take_file(self) -> Option<(String, JsValue)> {
        let me = self.me.get_untracked()?;
        let address = self.here.get_untracked().address(domain::Lang::Vi);
        let is_mine = |it: &KeptFile| it.account == me.name && it.address == address;
        let file = self.file.try_update_value(Option::take)?;
        file.filter(is_mine).map(|kept| (kept.call, kept.file))
    }

    /// Forgets what somebody else than this account typed.
    pub(super) fn forget_others(self, account: &str) {
        self.kept.update_value(|kept| *kept = kept.take().filter(|it| it.account == account));
        self.file.update_value(|file| *file = file.take().filter(|it| it.account == account));
    }

    /// Forgets all of it.
    pub(super) fn forget_typed(self) {
        self.forget_others("");
    }

    /// Forgets what was typed on another page than the one the reader goes to, unless it is a door.
    pub(super) fn leave_typed(self, place: &Place) {
        if place.path.starts_with(SIGN_IN) {
            return;
        }
        let address = place.address(domain::Lang::Vi);
        self.kept.update_value(|kept| *kept = kept.take().filter(|it| it.address == address));
        self.file.update_value(|file| *file = file.take().filter(|it| it.address == address));
    }

    /// Takes what was typed out of the tab's storage, and puts it there when the page is left.
    pub(super) fn take_over_typed(self) {
        self.kept.set_value(kept::take());
        self.leave_typed(&self.here.get_untracked());
        window_event_listener(ev::pagehide, move |_| {
            self.kept.with_value(|kept| kept.iter().for_each(kept::store));
        });
    }
}
