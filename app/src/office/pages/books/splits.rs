//! A unit that becomes several, and who takes what was its.

use domain::office::books::merger::{Part, Split};
use leptos::prelude::*;

use super::units::{next, path};
use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, day, line, many, one, sheet, tick},
        load::load_lists,
        options::{Entry, Options},
        pages::parts::{back, head, lead},
        place::encoded,
    },
    text::office::books::{books, units},
};

/// How many new units the form takes; each is asked for once the one before has a code.
const MOST: usize = 12;
/// What is handed over, as the call names it.
const TAKEN: [&str; 2] = ["units", "procedures"];

/// The page of a split.
pub(crate) fn page(desk: Desk, code: &str) -> AnyView {
    let words = units(desk.lang);
    let unit = encoded(code);
    let lists = vec![
        ["/units?in_force=yes&parent=", &unit].concat(),
        ["/procedures?in_force=yes&unit=", &unit].concat(),
    ];
    let unit = code.to_owned();
    let show = move |held: Vec<Vec<Entry>>| form_of(desk, unit.clone(), held);
    vec![
        head(desk, [words.split, ": ", &desk.unit_name(code)].concat()),
        lead(words.split_lead),
        load_lists(desk, lists, Box::new(show)),
        back(desk, &path(code)),
    ]
    .into_any()
}

/// The form, once it is known what the unit holds: units below it, and procedures.
fn form_of(desk: Desk, unit: String, held: Vec<Vec<Entry>>) -> AnyView {
    let words = units(desk.lang);
    let form = Form::new("split", &[]);
    let fields = fields(desk, form, &held);
    let send = move || {
        let body = read_form(form, &unit, &held);
        if form.is_right(desk.lang, body.check()) {
            let next = next(&body.unit, words.done);
            let call = ("POST", "/unit-splits/outlook".to_owned());
            form.ask_of(desk, call, Some(&body.clone()), move || {
                form.change_at(desk, ("POST", "/unit-splits".to_owned()), &body, next.clone());
            });
        }
    };
    sheet(desk, form, words.split, fields, send)
}

/// The name of a field of a new unit.
fn name(at: usize, field: &str) -> String {
    ["into.", &at.to_string(), ".", field].concat()
}

fn read_form(form: Form, unit: &str, held: &[Vec<Entry>]) -> Split {
    let takes = |at: usize, list: usize| {
        let taker = at.to_string();
        let entries = held[list].iter().map(|entry| entry.code.clone());
        entries.filter(|code| form.get(&[TAKEN[list], ".", code].concat()) == taker).collect()
    };
    let parts = (0..MOST).map(|at| Part {
        code: form.get(&name(at, "code")).trim().to_owned(),
        name: form.words(&name(at, "name")),
        parent: form.given(&name(at, "parent")),
        units: takes(at, 0),
        procedures: takes(at, 1),
        ..Part::default()
    });
    Split {
        unit: unit.to_owned(),
        goes_on: form.is_ticked("goes_on"),
        into: parts.take(shown(form)).collect(),
        day: form.get("day"),
        decision: form.get("decision"),
    }
}

/// How many new units are filled in: up to the last that has a code or a name.
fn shown(form: Form) -> usize {
    let is_given = |at: &usize| {
        ["code", "name.vi"].iter().any(|field| form.given(&name(*at, field)).is_some())
    };
    (0..MOST).rev().find(is_given).map_or(0, |last| last + 1)
}

fn fields(desk: Desk, form: Form, held: &[Vec<Entry>]) -> Vec<Field> {
    let (words, all) = (units(desk.lang), books(desk.lang));
    let chosen = choices::units(desk);
    let mut fields = vec![
        tick("goes_on", words.goes_on),
        day("day", words.day),
        line("decision", all.decision).optional(),
    ];
    fields.extend((0..MOST).map(|at| part(desk, form, at, chosen)));
    let takers = takers(desk, form);
    for (list, label) in [words.takes_units, words.takes_procedures].into_iter().enumerate() {
        let taken = held[list].iter().map(|entry| {
            one(&[TAKEN[list], ".", &entry.code].concat(), &entry.says(desk.lang), takers)
        });
        let taken: Vec<Field> = taken.collect();
        if !taken.is_empty() {
            fields.push(many(TAKEN[list], label, taken).hint(words.takes_hint));
        }
    }
    fields
}

/// Who can take something: nobody, or one of the new units.
fn takers(desk: Desk, form: Form) -> Signal<Options> {
    let words = units(desk.lang);
    Signal::derive(move || {
        let taker = |at: usize| {
            let code = form.get(&name(at, "code"));
            let says = [words.part, " ", &(at + 1).to_string(), ": ", code.trim()].concat();
            (at.to_string(), says)
        };
        let parts = (0..shown(form).max(2)).map(taker);
        [(String::new(), words.takes_nobody.to_owned())].into_iter().chain(parts).collect()
    })
}

fn part(desk: Desk, form: Form, at: usize, units_there: Signal<Options>) -> Field {
    let (words, all) = (units(desk.lang), books(desk.lang));
    let label = [words.part, " ", &(at + 1).to_string()].concat();
    // What is wrong with all of them together is told at the first.
    let whole = if at == 0 { "into".to_owned() } else { name(at, "") };
    let fields = vec![
        line(&name(at, "code"), all.code),
        line(&name(at, "name.vi"), all.name_vi),
        line(&name(at, "name.en"), all.name_en),
        one(&name(at, "parent"), all.parent, units_there),
    ];
    // Two to begin with, then one more than are filled in.
    many(&whole, &label, fields).while_it(Signal::derive(move || at < 2 || at <= shown(form)))
}
