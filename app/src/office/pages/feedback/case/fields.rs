//! The fields of a step's form, from what the step needs; and what is typed into them as a body.

use domain::{
    feedback::{
        kind::{Ground, Rating},
        order::Order,
    },
    office::feedback::{
        case::{CasePage, PublicView},
        order::OrderForm,
    },
};

use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, day, line, lines, one, whole},
        options::Options,
    },
    text::office::{
        feedback::{
            names,
            orders::{day_of, orders, words_of},
        },
        frame::form as form_words,
        names::day as day_words,
    },
};

/// The fields.
pub(super) fn fields(desk: Desk, page: &CasePage, order: Order) -> Vec<Field> {
    let (lang, words, needs) = (desk.lang, orders(desk.lang), order.needs());
    let mut fields = Vec::new();
    if needs.ground {
        fields.push(one("ground", words.ground, grounds(desk)));
    }
    if needs.unit {
        fields.push(one("unit", words.unit, units(desk, page, order)));
    }
    if needs.account {
        let field = one("account", words.person, people(desk, page));
        let nobody = if page.people.is_empty() { words.nobody } else { "" };
        fields.push(field.hint(nobody));
    }
    if order == Order::Concern {
        fields.push(line("account", words.about).hint(words.about_hint));
    }
    if needs.rating {
        fields.push(one("rating", words.rating, ratings(desk)));
    }
    if needs.case {
        fields.push(whole("case", words.other_case).hint(words.other_case_hint));
    }
    if needs.day {
        let longest = (words.longest)(&day_words(lang, &page.longest_wait));
        let label = match order {
            Order::Ask => {
                [day_of(lang, order), " (", &longest.trim_end_matches('.').to_lowercase(), ")"]
                    .concat()
            }
            _ => day_of(lang, order).to_owned(),
        };
        fields.push(day("day", &label));
    }
    if needs.words {
        let hint = if order == Order::Refuse { words.refuse_hint } else { "" };
        fields.push(lines("words", words_of(lang, order)).hint(hint));
    }
    fields
}

/// What is typed, as the step that is asked for.
pub(super) fn body(form: Form, order: Order, seen: u32) -> OrderForm {
    let public =
        PublicView { question: form.get("public.question"), answer: form.get("public.answer") };
    OrderForm {
        seen,
        order,
        unit: form.get("unit"),
        account: form.get("account"),
        day: form.get("day"),
        ground: Ground::read(&form.get("ground")),
        case: form.whole("case"),
        words: form.get("words"),
        rating: Rating::read(&form.get("rating")),
        is_confirmed: form.is_ticked("kept"),
        public: (order == Order::Publish).then_some(public),
    }
}

/// The choice of none.
fn none(desk: Desk) -> (String, String) {
    (String::new(), form_words(desk.lang).choose.to_owned())
}

fn grounds(desk: Desk) -> Options {
    let all = Ground::ALL.iter();
    let all = all.map(|it| (it.name().to_owned(), names::ground(desk.lang, *it).to_owned()));
    [none(desk)].into_iter().chain(all).collect()
}

fn ratings(desk: Desk) -> Options {
    let all = Rating::ALL.iter();
    let all = all.map(|it| (it.name().to_owned(), names::rating(desk.lang, *it).to_owned()));
    [none(desk)].into_iter().chain(all).collect()
}

/// The units that a step can name: those that help, where help ends; else all but the one that leads.
fn units(desk: Desk, page: &CasePage, order: Order) -> Options {
    let mut units = choices::today(desk, form_words(desk.lang).choose);
    match order {
        Order::EndSupport => {
            units.retain(|(code, _)| code.is_empty() || page.supports.contains(code));
        }
        _ => units.retain(|(code, _)| page.row.unit.as_ref() != Some(code)),
    }
    units
}

fn people(desk: Desk, page: &CasePage) -> Options {
    let all = page.people.iter().map(|it| (it.name.clone(), it.full_name.clone()));
    [none(desk)].into_iter().chain(all).collect()
}
