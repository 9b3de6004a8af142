//! The public results: the index by unit and by month, with everything needed to judge it.

use domain::{
    Lang, Method,
    fault::SpokenFault,
    figures::index::{Index, SamplingCount},
};
use leptos::prelude::*;

use crate::{
    chart::{Bars, IndexTable, Line},
    survey::page::Label,
    text::{self, FigureWords, count, whole},
};

/// What the results page shows.
#[derive(Clone, Debug, Default)]
pub struct ResultsPage {
    /// The language.
    pub lang: Lang,
    /// The index by unit and by month; nothing, if the filters could not be read.
    pub figures: Option<(Index, Index)>,
    /// How many of all ballots name a unit and how many a procedure, in percent with two decimals;
    /// nothing where that is not told.
    pub named: (Option<String>, Option<String>),
    /// The question sets to choose from, `code/version` and name.
    pub instruments: Vec<Label>,
    /// The filters in force.
    pub chosen: Chosen,
    /// What is wrong with the filters; fields are `instrument`, `from`, `to`, `method`.
    pub faults: Vec<SpokenFault>,
}

/// The filters, as they stand in the address.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// `code/version`; empty for the newest.
    pub instrument: String,
    /// The first month, `YYYY-MM`; empty for the beginning.
    pub from: String,
    /// The last month, `YYYY-MM`; empty for the end.
    pub to: String,
    /// The method.
    pub method: Method,
}

/// The results page.
#[component]
pub fn Results(
    /// What to show.
    page: ResultsPage,
) -> impl IntoView {
    let lang = page.lang;
    let words = text::figures(lang);
    let has_some = |index: &Index| index.rows.iter().any(|row| row.n != Some(0));
    let figures =
        page.figures.clone().filter(|(by_unit, by_month)| has_some(by_unit) || has_some(by_month));
    let empty = (figures.is_none() && page.faults.is_empty())
        .then(|| view! { <p class="empty">{words.empty}</p> });
    let (names, named) = (page.instruments.clone(), page.named.clone());
    let about =
        figures.clone().map(|(by_unit, _)| view! { <About lang names index=by_unit named/> });
    view! {
        <h1>{text::pages(lang).results}</h1>
        <p>{text::pages(lang).results_lead}</p>
        {about}
        <Filters page/>
        {empty}
        {figures.map(|(by_unit, by_month)| view! { <Figures lang by_unit by_month/> })}
    }
}

#[component]
fn Figures(lang: Lang, by_unit: Index, by_month: Index) -> impl IntoView {
    let words = text::figures(lang);
    let none = by_unit.rows.is_empty().then(|| view! { <p>{words.none_named}</p> });
    let heading = words.by[by_unit.by.place()];
    let units = none.is_none().then(|| {
        view! {
            <Bars lang index=by_unit.clone()/>
            <p class="hint">{words.doubt}</p>
            <IndexTable lang index=by_unit/>
        }
    });
    view! {
        <section>
            <h2>{heading}</h2>
            {none}
            {units}
        </section>
        <section>
            <h2>{words.by[by_month.by.place()]}</h2>
            <Line lang index=by_month.clone()/>
            <IndexTable lang index=by_month/>
        </section>
    }
}

/// What the figures are: question set, method, how ballots came about, how many.
#[component]
fn About(
    lang: Lang,
    names: Vec<Label>,
    index: Index,
    named: (Option<String>, Option<String>),
) -> impl IntoView {
    let words = text::figures(lang);
    let unit = named.0.as_deref().and_then(whole).map(words.with_unit);
    let procedure = named.1.as_deref().and_then(whole).map(words.with_procedure);
    let about: Vec<String> = unit.into_iter().chain(procedure).collect();
    let about = (!about.is_empty()).then(|| {
        view! {
            <dt>{words.about}</dt>
            <dd>{about.join("; ")}</dd>
        }
    });
    let name = names.into_iter().find(|named| named.code == index.instrument);
    let instrument = match name {
        Some(named) => format!("{} ({})", named.name, named.code),
        None => index.instrument.clone(),
    };
    let kinds = index.sampling.iter().map(|kind| sampling(lang, words, kind)).collect::<Vec<_>>();
    let n = index.total.n.map_or_else(|| words.few.to_owned(), |n| count(lang, n));
    view! {
        <p class="total">
            <b class=index.total.suppressed.then_some("withheld")>
                {words.value(lang, &index.total)}
            </b>
            {[" ", words.index].concat()}
        </p>
        <dl>
            <dt>{words.ballots}</dt>
            <dd>{n}</dd>
            <dt>{words.instrument}</dt>
            <dd>{instrument}</dd>
            <dt>{words.method}</dt>
            <dd>{words.method(index.method)}</dd>
            <dt>{words.collected}</dt>
            <dd>{kinds.join("; ")}</dd>
            {about}
        </dl>
    }
}

fn sampling(lang: Lang, words: &FigureWords, kind: &SamplingCount) -> String {
    let n = kind.n.map_or_else(|| words.few.to_owned(), |n| count(lang, n));
    format!("{}: {n}", words.sampling[kind.kind.place()])
}

/// The filters as a form that leads to the same page.
#[component]
fn Filters(page: ResultsPage) -> impl IntoView {
    let words = text::figures(page.lang);
    let chosen = page.chosen;
    let sets = page
        .instruments
        .into_iter()
        .map(|set| {
            let selected = set.code == chosen.instrument;
            view! { <option value=set.code selected=selected>{set.name}</option> }
        })
        .collect::<Vec<_>>();
    let methods = Method::ALL
        .iter()
        .map(|&method| {
            let selected = method == chosen.method;
            view! { <option value=method.code() selected=selected>{words.method(method)}</option> }
        })
        .collect::<Vec<_>>();
    let faults =
        page.faults.into_iter().map(|fault| view! { <li>{fault.message}</li> }).collect::<Vec<_>>();
    let faults = (!faults.is_empty()).then(|| {
        view! { <div class="faults" role="alert"><ul>{faults}</ul></div> }
    });
    view! {
        {faults}
        <form class="filters" action="/ket-qua">
            <input type="hidden" name="lang" value=page.lang.code()/>
            <label>{words.instrument}<select name="instrument">{sets}</select></label>
            <label>{words.method}<select name="method">{methods}</select></label>
            <label class="month">
                {words.from}
                <input type="month" name="from" placeholder="2026-01" value=chosen.from/>
            </label>
            <label class="month">
                {words.to}
                <input type="month" name="to" placeholder="2026-12" value=chosen.to/>
            </label>
            <button>{words.show}</button>
        </form>
    }
}
