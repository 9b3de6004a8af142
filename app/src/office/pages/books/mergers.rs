//! Units that become one.

use domain::office::books::merger::{Merger, Successor};
use leptos::prelude::*;

use super::units::next;
use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, day, line, many, one, sheet},
        pages::parts::{back, head, lead},
    },
    text::office::books::{books, units},
};

/// How many units the form takes; each is asked for once the one before is chosen.
const MOST: usize = 20;

/// The page of a merger.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = units(desk.lang);
    let first = desk.here.with_untracked(|here| here.get("tu").to_owned());
    let form = Form::new("merger", &[("from.0", &first)]);
    let send = move || {
        let body = read_form(form);
        if form.is_right(desk.lang, body.check()) {
            let next = next(body.into.code.trim(), words.done);
            let call = ("POST", "/unit-mergers/outlook".to_owned());
            form.ask_of(desk, call, Some(&body.clone()), move || {
                form.change_at(desk, ("POST", "/unit-mergers".to_owned()), &body, next.clone());
            });
        }
    };
    vec![
        head(desk, words.merge),
        lead(words.merge_lead),
        lead(words.merge_takes),
        sheet(desk, form, words.merge, fields(desk, form), send),
        back(desk, "/van-phong/don-vi"),
    ]
    .into_any()
}

fn from(at: usize) -> String {
    ["from.", &at.to_string()].concat()
}

fn read_form(form: Form) -> Merger {
    let name = form.words("into.name");
    Merger {
        from: (0..MOST).filter_map(|at| form.given(&from(at))).collect(),
        into: Successor {
            code: form.get("into.code").trim().to_owned(),
            name: Some(name).filter(|name| !name.vi.trim().is_empty()),
            parent: form.given("into.parent"),
            note: form.get("into.note"),
        },
        day: form.get("day"),
        decision: form.get("decision"),
    }
}

fn fields(desk: Desk, form: Form) -> Vec<Field> {
    let (words, all) = (units(desk.lang), books(desk.lang));
    let chosen = choices::units(desk);
    let unit = |at: usize| {
        // Two to begin with, then one more than are chosen.
        let is_next = move || at < 2 || form.given(&from(at - 1)).is_some();
        one(&from(at), &[all.unit, " ", &(at + 1).to_string()].concat(), chosen)
            .while_it(Signal::derive(is_next))
    };
    vec![
        many("from", words.merge_from, (0..MOST).map(unit).collect()),
        line("into.code", words.into_code).hint(words.into_code_hint).offering(chosen),
        line("into.name.vi", all.name_vi).hint(words.into_name_hint),
        line("into.name.en", all.name_en).optional(),
        one("into.parent", all.parent, chosen).hint(words.into_parent_hint),
        day("day", words.day),
        line("decision", all.decision).optional(),
        line("into.note", all.note).optional(),
    ]
}
