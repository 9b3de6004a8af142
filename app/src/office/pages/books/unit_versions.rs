//! Versions of a unit: another name, code or place from a day on, and one put right.

use domain::office::books::unit::{NewUnitVersion, UnitPage, UnitVersionChange, UnitVersionRow};
use leptos::prelude::*;

use super::{
    ends_sooner,
    units::{next, path, unit_fields},
};
use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Form, day, line, lines, one, sheet},
        load::{Source, load},
        pages::parts::{back, facts, head, lead, nothing},
        place::encoded,
    },
    text::office::{
        books::{books, units},
        frame::{form as form_words, frame},
        names,
    },
};

/// A unit as it is from a day on.
pub(crate) fn rename(desk: Desk, code: &str) -> AnyView {
    let words = units(desk.lang);
    let call = ["/units/", &encoded(code)].concat();
    let show = {
        let call = call.clone();
        move |unit: UnitPage| rename_form(desk, &call, unit)
    };
    vec![
        head(desk, [words.rename, ": ", &desk.unit_name(code)].concat()),
        lead(words.rename_lead),
        load(desk, call, Source::new(), show),
        back(desk, &path(code)),
    ]
    .into_any()
}

fn rename_form(desk: Desk, call: &str, unit: UnitPage) -> AnyView {
    let Some(last) = unit.versions.last() else { return ().into_any() };
    let form = Form::new(
        "version",
        &[
            ("code", &last.code),
            ("name.vi", &last.name.vi),
            ("name.en", &last.name.en),
            ("parent", last.parent.as_deref().unwrap_or_default()),
            ("note", &last.note),
        ],
    );
    let call = [call, "/versions"].concat();
    let send = move || {
        let body = NewUnitVersion {
            based_on: unit.state.clone(),
            code: form.get("code"),
            name: form.words("name"),
            parent: form.given("parent"),
            from: form.get("from"),
            decision: form.get("decision"),
            note: form.get("note"),
        };
        if form.is_right(desk.lang, body.check()) {
            let next = next(body.code.trim(), frame(desk.lang).saved);
            form.change_at(desk, ("POST", call.clone()), &body, next);
        }
    };
    sheet(desk, form, form_words(desk.lang).save, unit_fields(desk), send)
}

/// A version of a unit, by its first day, to be put right.
pub(crate) fn correct(desk: Desk, code: &str, from: &str) -> AnyView {
    let words = units(desk.lang);
    let call = ["/units/", &encoded(code)].concat();
    let (unit_call, from, unit) = (call.clone(), from.to_owned(), code.to_owned());
    let show = move |page: UnitPage| {
        let version = page.versions.into_iter().find(|version| version.from == from);
        version.map_or_else(
            || nothing(frame(desk.lang).gone),
            |version| correct_form(desk, &unit_call, version, page.state, unit.clone()),
        )
    };
    vec![
        head(desk, [words.correct, ": ", &desk.unit_name(code)].concat()),
        lead(words.correct_lead),
        load(desk, call, Source::new(), show),
        back(desk, &path(code)),
    ]
    .into_any()
}

fn correct_form(
    desk: Desk,
    unit: &str,
    old: UnitVersionRow,
    state: String,
    code: String,
) -> AnyView {
    let all = books(desk.lang);
    let form = Form::new(
        "version",
        &[
            ("name.vi", &old.name.vi),
            ("name.en", &old.name.en),
            ("parent", old.parent.as_deref().unwrap_or_default()),
            ("until", old.until.as_deref().unwrap_or_default()),
            ("decision", &old.decision),
            ("note", &old.note),
        ],
    );
    let call = [unit, "/versions/", &encoded(&old.from)].concat();
    let old_until = old.until.clone();
    let send = move || {
        let body = UnitVersionChange {
            based_on: state.clone(),
            name: form.words("name"),
            parent: form.given("parent"),
            until: form.given("until"),
            decision: form.get("decision"),
            note: form.get("note"),
        };
        if form.is_right(desk.lang, body.check()) {
            let next = next(&code, frame(desk.lang).saved);
            let sooner = ends_sooner(body.until.as_deref(), old_until.as_deref());
            let (put, outlook) = (call.clone(), [&call, "/outlook"].concat());
            let asked = body.clone();
            let go = move || form.change_at(desk, ("PUT", put.clone()), &body, next.clone());
            match sooner {
                true => form.ask_of(desk, ("POST", outlook), Some(&asked), go),
                false => go(),
            }
        }
    };
    let fields = vec![
        line("name.vi", all.name_vi),
        line("name.en", all.name_en).hint(all.name_en_hint).optional(),
        one("parent", all.parent, choices::listed(desk, "/units")).optional(),
        day("until", all.until).hint(all.until_hint).optional(),
        line("decision", all.decision).optional(),
        lines("note", all.note).optional(),
    ];
    let fixed = [(all.code, old.code), (all.from, names::day(desk.lang, &old.from))];
    vec![facts(fixed.into()), sheet(desk, form, form_words(desk.lang).save, fields, send)]
        .into_any()
}
