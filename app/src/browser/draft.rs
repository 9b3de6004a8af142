//! What is typed, kept on this device until it is sent. Where nothing can be kept, nothing is.

use domain::ballot::way::is_kiosk_token;
use js_sys::{Array, Date};
use leptos::prelude::window;
use web_sys::Storage;

use super::{
    form::{self, Draft},
    json,
};
use crate::survey::{fields::Typed, page::SurveyPage};

/// The field under which the step is kept.
const STEP: &str = "step";
/// The field that says when it was kept, in minutes since 1970.
const SAVED: &str = "saved";
/// A draft serves for a day: on a shared device the next person begins anew.
const LIFE: usize = 24 * 60;

fn shelf(page: &SurveyPage) -> Option<(Storage, String)> {
    // The next person at a counter's device is another one.
    if is_kiosk_token(&page.token) {
        return None;
    }
    let storage = window().local_storage().ok().flatten()?;
    // Too little of a token to be one, and enough to keep two people on one phone apart.
    let token = page.token.get(24..).unwrap_or_default();
    let key = ["hailong", &page.campaign, &page.shelf, token].join(":");
    Some((storage, key))
}

/// Keeps a draft.
pub(crate) fn save(page: &SurveyPage, draft: &Draft) {
    let Some((storage, key)) = shelf(page) else { return };
    let step = (STEP.to_owned(), draft.step.to_string());
    let saved = (SAVED.to_owned(), minutes().to_string());
    // A token opens something, so it is not left lying on the device.
    let typed = draft.typed.0.iter().filter(|(name, _)| name != "t");
    let pairs = typed.chain([&step, &saved]);
    let list: Array = pairs.map(|(name, value)| Array::of2(&name.into(), &value.into())).collect();
    let _ = storage.set_item(&key, &json::write(&list));
}

/// The draft of this campaign, service point, unit and procedure, if it answers the same questions.
pub(crate) fn load(page: &SurveyPage) -> Option<Draft> {
    let (storage, key) = shelf(page)?;
    let stored = json::parse(&storage.get_item(&key).ok()??);
    let typed = Typed(json::entries(stored).into_iter().filter_map(form::pair).collect());
    let step = typed.get(STEP).parse().ok()?;
    // A clock that was put back makes none younger.
    let age = minutes().abs_diff(typed.get(SAVED).parse().ok()?);
    (age < LIFE && typed.get("instrument") == page.instrument).then_some(Draft { step, typed })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and whole")]
fn minutes() -> usize {
    (Date::now() / 60_000.0) as usize
}

/// Forgets the draft.
pub(crate) fn clear(page: &SurveyPage) {
    if let Some((storage, key)) = shelf(page) {
        let _ = storage.remove_item(&key);
    }
}
