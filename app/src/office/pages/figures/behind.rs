//! What is behind one figure: its value, its months, its levels, the units, and what people say.

mod shown;

use domain::office::figures::behind::{Behind, Subject};
use leptos::prelude::*;

use self::shown::shown;
use crate::{
    office::{
        choices,
        desk::Desk,
        load::{Source, load},
        options::{Options, drawn_options, with_chosen},
        pages::parts::{head, head_of, nothing},
        place::{Place, encoded},
    },
    text::office::{
        behind::{behind, subject},
        frame::frame,
    },
};

/// What the page's addresses call each subject.
const KINDS: [(&str, Subject); 4] = [
    ("don-vi", Subject::Unit),
    ("thu-tuc", Subject::Procedure),
    ("yeu-to", Subject::Factor),
    ("tieu-chi", Subject::Item),
];

/// What an address may say beside the subject.
const FILTERS: [&str; 5] = ["period", "scheme", "unit", "procedure", "instrument"];

/// The page of a unit, procedure, factor or item.
pub(crate) fn page(desk: Desk, kind: &str, code: &str) -> AnyView {
    let Some((_, about)) = KINDS.into_iter().find(|(name, _)| *name == kind) else {
        return vec![head(desk, behind(desk.lang).months), nothing(frame(desk.lang).gone)]
            .into_any();
    };
    let (heading, named) = head_of(desk, subject(desk.lang, about), code);
    let periods = RwSignal::new(Options::new());
    let path = desk.here.get_untracked().path;
    let code = code.to_owned();
    // On the way to another page this one must not ask once more.
    let call = Memo::new(move |before: Option<&String>| {
        let here = desk.here.get();
        before.filter(|_| here.path != path).cloned().unwrap_or_else(|| asked(about, &code, &here))
    });
    let show = move |found: Behind| {
        if !found.label.is_empty() {
            named.set(found.label.clone());
        }
        let months = found.trend.points.iter().rev();
        periods.set(months.map(|it| (it.key.clone(), it.label.clone())).collect());
        shown(desk, found)
    };
    let body = move || load(desk, call.get(), Source::new(), show);
    vec![heading, filters(desk, about, periods), body.into_any()].into_any()
}

/// The call behind a page.
fn asked(about: Subject, code: &str, here: &Place) -> String {
    let mut call = ["/indicator?by=", about.name(), "&key=", &encoded(code)].concat();
    for name in FILTERS {
        let value = here.get(name);
        if !value.is_empty() {
            call.push_str(&["&", name, "=", &encoded(value)].concat());
        }
    }
    call
}

/// What can be chosen; each choice is an address.
fn filters(desk: Desk, about: Subject, periods: RwSignal<Options>) -> AnyView {
    let words = behind(desk.lang);
    let mut choices = vec![choice(desk, "period", words.period, words.newest, periods.into())];
    if about != Subject::Unit {
        choices.push(choice(desk, "unit", words.unit, words.everyone, choices::units(desk)));
    }
    if about != Subject::Procedure {
        let procedures = choices::listed(desk, "/procedures");
        let label = crate::text::office::surveys::comments(desk.lang).procedure;
        choices.push(choice(desk, "procedure", label, words.every_procedure, procedures));
    }
    view! { <div class="choices" role="group" aria-label=words.filters>{choices}</div> }.into_any()
}

fn choice(
    desk: Desk,
    name: &'static str,
    label: &'static str,
    none: &'static str,
    options: Signal<Options>,
) -> AnyView {
    let choose = move |event| {
        desk.go(desk.here.get_untracked().with(name, &event_target_value(&event)));
    };
    let drawn = move || {
        let chosen = desk.here.get().get(name).to_owned();
        let some = options.get().into_iter().filter(|(code, _)| !code.is_empty());
        let all = [(String::new(), none.to_owned())].into_iter().chain(some).collect();
        drawn_options(with_chosen(all, &chosen), &chosen)
    };
    view! {
        <label class="choice">
            {label}
            <select on:change=choose>{drawn}</select>
        </label>
    }
    .into_any()
}
