//! The office's own settings.

use domain::{
    Role,
    office::{
        OfficeSettings,
        settings::{SettingsChange, SettingsPage},
    },
    people::retention::Retention,
};
use leptos::prelude::*;

use crate::{
    office::{
        desk::Desk,
        form::{Form, line, many, sheet, tick, whole},
        load::{Source, load},
        pages::parts::head,
    },
    text::office::{
        frame::{form as form_words, frame},
        names,
        settings::settings,
    },
};

/// The page of the settings.
pub(crate) fn page(desk: Desk) -> AnyView {
    let source = Source::new();
    let show = move |page: SettingsPage| change(desk, page, source);
    vec![head(desk, settings(desk.lang).heading), load(desk, "/settings", source, show)].into_any()
}

fn change(desk: Desk, page: SettingsPage, source: Source) -> AnyView {
    let (lang, words) = (desk.lang, settings(desk.lang));
    let SettingsPage { state, settings: now } = page;
    let form = filled(&now);
    let send = move || {
        let body = SettingsChange { based_on: state.clone(), settings: read_form(form) };
        if form.is_right(lang, body.settings.check()) {
            form.change(desk, ("PUT", "/settings".to_owned()), &body, source, frame(lang).saved);
        }
    };
    let roles = Role::ALL.iter().map(|&role| tick(role.name(), names::role(lang, role)));
    let periods = vec![
        whole("retention.comments", words.keep_comments),
        whole("retention.withdrawn", words.keep_withdrawn),
        whole("retention.contacts", words.keep_contacts),
        whole("retention.senders", words.keep_senders),
        whole("retention.cases", words.keep_cases),
        whole("retention.sessions", words.keep_sessions),
        whole("retention.invitations", words.keep_invitations),
        whole("retention.attempts", words.keep_attempts),
    ];
    let fields = vec![
        line("letterhead_above", words.letterhead_above).optional(),
        line("letterhead", words.letterhead).optional(),
        line("place", words.place).optional(),
        line("hotline", words.hotline).hint(words.hotline_hint).optional(),
        many("second_factor", words.second_factor, roles.collect()),
        whole("idle_minutes", words.idle),
        whole("session_hours", words.hours),
        many("retention", words.retention, periods).hint(words.retention_hint),
    ];
    sheet(desk, form, form_words(lang).save, fields, send)
}

/// The form with the settings as they are.
fn filled(now: &OfficeSettings) -> Form {
    let texts = [
        ("letterhead_above", now.letterhead_above.as_str()),
        ("letterhead", &now.letterhead),
        ("place", &now.place),
        ("hotline", &now.hotline),
    ];
    let form = Form::new("settings", &texts);
    for role in &now.second_factor {
        form.set(role.name(), "yes".to_owned());
    }
    for (name, number) in [
        ("idle_minutes", now.idle_minutes),
        ("session_hours", now.session_hours),
        ("retention.comments", now.retention.comments),
        ("retention.withdrawn", now.retention.withdrawn),
        ("retention.contacts", now.retention.contacts),
        ("retention.senders", now.retention.senders),
        ("retention.cases", now.retention.cases),
        ("retention.sessions", now.retention.sessions),
        ("retention.invitations", now.retention.invitations),
        ("retention.attempts", now.retention.attempts),
    ] {
        form.set(name, number.to_string());
    }
    form
}

/// The settings as they are typed; what is left empty is no number that passes.
fn read_form(form: Form) -> OfficeSettings {
    let whole = |name| form.whole(name).unwrap_or_default();
    let roles = Role::ALL.iter().copied().filter(|role| form.is_ticked(role.name()));
    OfficeSettings {
        letterhead_above: form.get("letterhead_above"),
        letterhead: form.get("letterhead"),
        place: form.get("place"),
        hotline: form.get("hotline"),
        second_factor: roles.collect(),
        idle_minutes: whole("idle_minutes"),
        session_hours: whole("session_hours"),
        retention: Retention {
            comments: whole("retention.comments"),
            withdrawn: whole("retention.withdrawn"),
            contacts: whole("retention.contacts"),
            senders: whole("retention.senders"),
            cases: whole("retention.cases"),
            sessions: whole("retention.sessions"),
            invitations: whole("retention.invitations"),
            attempts: whole("retention.attempts"),
        },
    }
}
