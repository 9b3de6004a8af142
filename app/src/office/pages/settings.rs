//! The office's own settings.

use domain::{
    Role,
    office::{
        OfficeSettings,
        settings::{SettingsChange, SettingsPage},
    },
};
use leptos::prelude::*;
use serde::de::IgnoredAny;

use super::{
    super::{
        desk::Desk,
        form::{Form, line, many, sheet, tick, whole},
        load::load,
    },
    parts::head,
};
use crate::text::office::{
    books::settings,
    frame::{form as form_words, frame},
    names,
};

/// The page of the settings.
pub(super) fn page(desk: Desk) -> AnyView {
    let again = RwSignal::new(0);
    let show = move |page: SettingsPage| change(desk, page, again);
    vec![head(desk, settings(desk.lang).heading), load(desk, "/settings", again, show)].into_any()
}

fn change(desk: Desk, page: SettingsPage, again: RwSignal<u32>) -> AnyView {
    let (lang, words) = (desk.lang, settings(desk.lang));
    let SettingsPage { state, settings: now } = page;
    let form = Form::new(
        "settings",
        &[
            ("letterhead_above", &now.letterhead_above),
            ("letterhead", &now.letterhead),
            ("place", &now.place),
            ("idle_minutes", &now.idle_minutes.to_string()),
            ("session_hours", &now.session_hours.to_string()),
        ],
    );
    for role in &now.second_factor {
        form.set(role.name(), "yes".to_owned());
    }
    let send = move || {
        let roles = Role::ALL.iter().copied().filter(|role| form.is_ticked(role.name()));
        let body = SettingsChange {
            based_on: state.clone(),
            settings: OfficeSettings {
                letterhead_above: form.get("letterhead_above"),
                letterhead: form.get("letterhead"),
                place: form.get("place"),
                second_factor: roles.collect(),
                idle_minutes: form.whole("idle_minutes").unwrap_or_default(),
                session_hours: form.whole("session_hours").unwrap_or_default(),
                ..now.clone()
            },
        };
        if form.is_right(lang, body.settings.check()) {
            form.send(desk, "PUT", "/settings", &body, move |_: IgnoredAny| {
                desk.note.set(frame(lang).saved);
                again.update(|times| *times += 1);
            });
        }
    };
    let roles = Role::ALL.iter().map(|&role| tick(role.name(), names::role(lang, role)));
    let fields = vec![
        line("letterhead_above", words.letterhead_above),
        line("letterhead", words.letterhead),
        line("place", words.place),
        many("second_factor", words.second_factor, roles.collect()),
        whole("idle_minutes", words.idle),
        whole("session_hours", words.hours),
    ];
    sheet(desk, form, form_words(lang).save, fields, send)
}
