//! The register of difficulties: what a unit cannot mend alone, who answers for it, until when.

use domain::{
    Action, Lang,
    office::feedback::{Closing, Difficulty, NewDifficulty},
};
use leptos::prelude::*;

use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Form, Next, day, line, lines, one, sheet},
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        pages::parts::{back, facts, head, head_of, section, state as state_line, ways},
        pill::Pill,
        place::encoded,
    },
    text::office::{
        books::books,
        feedback::difficulties::{DifficultyWords, difficulties},
        frame::frame,
        names,
        outlook::outlook,
    },
};

const LIST: &str = "/van-phong/kho-khan";

/// The register.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = difficulties(desk.lang);
    let shape = Shape {
        call: "/difficulties",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::plain(words.text),
            Column::sorted("unit", books(desk.lang).unit),
            Column::sorted("owner", words.owner),
            Column::sorted("due", words.due),
            Column::sorted("closed", words.state),
        ],
        filters: Vec::new(),
        cells,
    };
    let add = "/van-phong/them/kho-khan".to_owned();
    vec![
        head(desk, words.heading),
        ways(desk, vec![(Action::ChangeDifficulties, add, words.add)]),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &Difficulty, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Named([LIST, "/", &row.id.to_string()].concat(), row.text.clone(), String::new()),
        Cell::Unit(Some(row.unit.clone())),
        Cell::Text(row.owner.clone()),
        Cell::When(names::day(lang, &row.due)),
        Cell::State(stage(row), state(lang, row)),
    ]
}

fn state(lang: Lang, row: &Difficulty) -> &'static str {
    let words: &DifficultyWords = difficulties(lang);
    match stage(row) {
        Pill::Off => words.over,
        Pill::Late => words.overdue,
        _ => words.open,
    }
}

fn stage(row: &Difficulty) -> Pill {
    match row.closed {
        Some(_) => Pill::Off,
        None if row.overdue => Pill::Late,
        None => Pill::On,
    }
}

/// One difficulty, and closing it.
pub(crate) fn show(desk: Desk, id: &str) -> AnyView {
    let (lang, words) = (desk.lang, difficulties(desk.lang));
    let source = Source::new();
    let (heading, named) = head_of(desk, words.one, id);
    let shown = move |row: Difficulty| {
        let mut known = vec![
            (books(lang).unit, desk.unit_name(&row.unit)),
            (words.owner, row.owner.clone()),
            (words.opened, names::day(lang, &row.opened)),
            (words.due, names::day(lang, &row.due)),
        ];
        known.extend(row.closed.as_ref().map(|day| (words.closed, names::day(lang, day))));
        known.extend(row.closed.is_some().then(|| (words.decision, row.decision.clone())));
        let is_open = row.closed.is_none() && desk.may(Action::ChangeDifficulties);
        let closes = is_open.then(|| section(words.close, vec![close(desk, &row, source)]));
        named.set(row.text.clone());
        let pill = state_line(stage(&row), state(lang, &row));
        vec![pill, facts(known), closes.into_any()].into_any()
    };
    vec![
        heading,
        load(desk, ["/difficulties/", &encoded(id)].concat(), source, shown),
        back(desk, LIST),
    ]
    .into_any()
}

fn close(desk: Desk, row: &Difficulty, source: Source) -> AnyView {
    let words = difficulties(desk.lang);
    let form = Form::new("closing", &[]);
    let call = ["/difficulties/", &row.id.to_string(), "/closing"].concat();
    let based_on = row.state.clone();
    let send = move || {
        let body = Closing { based_on: based_on.clone(), decision: form.get("decision") };
        if form.is_right(desk.lang, body.check()) {
            let post = call.clone();
            form.ask(vec![outlook(desk.lang).closing_difficulty.to_owned()], move || {
                form.change(desk, ("POST", post.clone()), &body, source, words.is_closed);
            });
        }
    };
    sheet(desk, form, words.close, vec![lines("decision", words.decision)], send)
}

/// A difficulty to be registered.
pub(crate) fn new(desk: Desk) -> AnyView {
    let (lang, words) = (desk.lang, difficulties(desk.lang));
    let form = Form::new("difficulty", &[]);
    let send = move || {
        let body = NewDifficulty {
            unit: form.get("unit"),
            text: form.get("text"),
            owner: form.get("owner"),
            due: form.get("due"),
        };
        if form.is_right(lang, body.check()) {
            let next = Next::list(LIST, frame(lang).saved);
            form.change_at(desk, ("POST", "/difficulties".to_owned()), &body, next);
        }
    };
    let fields = vec![
        lines("text", words.text),
        one("unit", books(lang).unit, choices::units(desk)),
        line("owner", words.owner).hint(words.owner_hint),
        day("due", words.due),
    ];
    vec![head(desk, words.add), sheet(desk, form, words.add, fields, send)].into_any()
}
