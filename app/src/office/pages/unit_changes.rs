//! What becomes of units: another name, code or place, a merger, a split.

use domain::office::{
    merger::{Merger, Part, Split, Successor},
    unit::{NewUnitVersion, UnitPage},
};
use leptos::prelude::*;
use serde::de::IgnoredAny;

use super::{
    super::{
        choices,
        desk::Desk,
        form::{Field, Form, day, line, many, one, sheet, tick},
        load::load,
        place::encoded,
    },
    parts::{back, head, lead},
    units::{path, unit_fields},
};
use crate::text::office::{
    books::{books, units},
    frame::{form as form_words, frame},
};

/// How many new units the form of a split offers.
const PARTS: usize = 4;

/// A unit as it is from a day on.
pub(super) fn rename(desk: Desk, code: &str) -> AnyView {
    let words = units(desk.lang);
    let call = ["/units/", &encoded(code)].concat();
    let show = {
        let call = call.clone();
        move |unit: UnitPage| rename_form(desk, &call, unit)
    };
    vec![
        head(desk, [words.heading, " ", code].concat()),
        lead(words.rename_lead),
        load(desk, call, RwSignal::new(0), show),
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
            let to = path(body.code.trim());
            form.send(desk, "POST", call.clone(), &body, move |_: IgnoredAny| {
                desk.done(&to, frame(desk.lang).saved);
            });
        }
    };
    sheet(desk, form, form_words(desk.lang).save, unit_fields(desk), send)
}

/// Units that become one.
pub(super) fn merge(desk: Desk) -> AnyView {
    let (words, all) = (units(desk.lang), books(desk.lang));
    let first = desk.here.with_untracked(|here| here.get("tu").to_owned());
    let form = Form::new("merger", &[("from.0", &first)]);
    let names: Vec<String> = (0..PARTS).map(|at| ["from.", &at.to_string()].concat()).collect();
    let chosen = choices::units(desk);
    let from = names.iter().map(|name| one(name, all.unit, chosen)).collect();
    let send = move || {
        let name = form.words("into.name");
        let body = Merger {
            from: names.iter().filter_map(|name| form.given(name)).collect(),
            into: Successor {
                code: form.get("into.code"),
                name: Some(name).filter(|name| !name.vi.trim().is_empty()),
                parent: form.given("into.parent"),
                note: String::new(),
            },
            day: form.get("day"),
            decision: form.get("decision"),
        };
        if form.is_right(desk.lang, body.check()) {
            let to = path(body.into.code.trim());
            form.send(desk, "POST", "/unit-mergers", &body, move |_: IgnoredAny| {
                desk.done(&to, units(desk.lang).done);
            });
        }
    };
    let fields = vec![
        many("from", words.merge_from, from),
        line("into.code", words.into_code).hint(words.into_code_hint),
        line("into.name.vi", all.name_vi).hint(words.into_name_hint),
        line("into.name.en", all.name_en),
        one("into.parent", all.parent, chosen),
        day("day", words.day),
        line("decision", all.decision),
    ];
    vec![
        head(desk, words.merge),
        lead(words.merge_lead),
        sheet(desk, form, words.merge, fields, send),
        back(desk, "/van-phong/don-vi"),
    ]
    .into_any()
}

/// A unit that becomes several.
pub(super) fn split(desk: Desk, code: &str) -> AnyView {
    let (words, all) = (units(desk.lang), books(desk.lang));
    let form = Form::new("split", &[]);
    let unit = code.to_owned();
    let send = move || {
        let parts = (0..PARTS).map(|at| part(form, at));
        let body = Split {
            unit: unit.clone(),
            goes_on: form.is_ticked("goes_on"),
            into: parts.filter(|part| !part.code.is_empty() || !part.name.vi.is_empty()).collect(),
            day: form.get("day"),
            decision: form.get("decision"),
        };
        if form.is_right(desk.lang, body.check()) {
            let to = path(&body.unit);
            form.send(desk, "POST", "/unit-splits", &body, move |_: IgnoredAny| {
                desk.done(&to, units(desk.lang).done);
            });
        }
    };
    let chosen = choices::units(desk);
    let parts = (0..PARTS).map(|at| part_fields(desk, at, chosen));
    let first = [tick("goes_on", words.goes_on), day("day", words.day)];
    let fields = first.into_iter().chain([line("decision", all.decision)]).chain(parts).collect();
    vec![
        head(desk, [words.split, ": ", code].concat()),
        lead(words.split_lead),
        sheet(desk, form, words.split, fields, send),
        back(desk, &path(code)),
    ]
    .into_any()
}

fn part(form: Form, at: usize) -> Part {
    let place = ["into.", &at.to_string(), "."].concat();
    let name = |field: &str| [&place, field].concat();
    Part {
        code: form.get(&name("code")).trim().to_owned(),
        name: form.words(&name("name")),
        parent: form.given(&name("parent")),
        ..Part::default()
    }
}

fn part_fields(desk: Desk, at: usize, units_there: Signal<choices::Options>) -> Field {
    let (words, all) = (units(desk.lang), books(desk.lang));
    let name = |field: &str| ["into.", &at.to_string(), field].concat();
    let label = [words.part, " ", &(at + 1).to_string()].concat();
    // What is wrong with all of them together is told at the first.
    let whole = if at == 0 { "into".to_owned() } else { name("") };
    many(
        &whole,
        &label,
        vec![
            line(&name(".code"), all.code),
            line(&name(".name.vi"), all.name_vi),
            line(&name(".name.en"), all.name_en),
            one(&name(".parent"), all.parent, units_there),
        ],
    )
}
