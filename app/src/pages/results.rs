//! The public results: the index by unit and by month, with everything needed to judge it.

mod filters;

use domain::{
    Lang, Method,
    fault::SpokenFault,
    figures::index::{Index, IndexRow, Precision, SamplingCount},
};
use leptos::prelude::*;

use self::filters::Filters;
use super::home::big;
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
    /// What the year's target is, in hundredths of a percent; nothing, where none is set.
    pub target: Option<u32>,
    /// The question sets to choose from, `code/version` and name.
    pub instruments: Vec<Label>,
    /// The published periods to choose from, as in the address and as people write them.
    pub periods: Vec<Label>,
    /// Which publication the figures are from.
    pub publication: Option<Publication>,
    /// The running period as people write it, and its ballots to the nearest ten.
    pub running: Option<(String, u64)>,
    /// The filters in force.
    pub chosen: Chosen,
    /// What is wrong with the filters; fields are `instrument`, `period`.
    pub faults: Vec<SpokenFault>,
}

/// Which publication figures are from.
#[derive(Clone, Debug, Default)]
pub struct Publication {
    /// The period as people write it.
    pub period: String,
    /// The version, from 1.
    pub version: i64,
    /// The day it was made on.
    pub frozen: String,
    /// Where it can be had as a file.
    pub file: String,
}

/// The filters, as they stand in the address.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// `code/version`; empty for the usual one.
    pub instrument: String,
    /// The period; empty for the newest month.
    pub period: String,
}

/// The results page.
#[component]
pub fn Results(
    /// What to show.
    page: ResultsPage,
) -> impl IntoView {
    let (lang, words) = (page.lang, text::figures(page.lang));
    let has_some = |index: &Index| index.rows.iter().any(|row| row.n != Some(0));
    let figures =
        page.figures.clone().filter(|(by_unit, by_month)| has_some(by_unit) || has_some(by_month));
    let running = page.running.clone().map(|(period, ballots)| {
        view! { <p class="hint">{(words.running)(&period, &count(lang, ballots))}</p> }
    });
    match figures {
        Some((by_unit, by_month)) => view! {
            <Opening page=page.clone() total=by_unit.total.clone() by_month=by_month.clone()/>
            {running}
            <Filters page=page.clone()/>
            <div class="halves">
                <Units lang index=by_unit.clone() target=page.target/>
                <About page index=by_unit.clone()/>
            </div>
            <section>
                <Table lang index=by_unit/>
                <Table lang index=by_month/>
            </section>
        }
        .into_any(),
        None => {
            let empty = page.faults.is_empty();
            let empty = empty.then(|| view! { <p class="empty">{words.empty}</p> });
            view! {
                <div class="hero">
                    <div>
                        <h1>{text::pages(lang).results}</h1>
                        <p>{text::pages(lang).results_lead}</p>
                    </div>
                </div>
                {running}
                <Filters page/>
                {empty}
            }
            .into_any()
        }
    }
}

/// The one number, what it means and how sure it is; and how it came here.
#[component]
fn Opening(page: ResultsPage, total: IndexRow, by_month: Index) -> impl IntoView {
    let (lang, words) = (page.lang, text::figures(page.lang));
    let value = match total.suppressed {
        true => view! { <b class="withheld">{words.value(lang, &total)}</b> }.into_any(),
        false => big(lang, &total).into_any(),
    };
    let n = total.n.map(|n| (words.of_ballots)(&count(lang, n)));
    let of = page.publication.map(|it| [it.period, (words.as_of)(&it.frozen)]);
    let about = n.into_iter().chain(of.into_iter().flatten()).collect::<Vec<_>>();
    let meaning = (by_month.method == Method::TopTwo).then(|| meaning(lang, &total)).flatten();
    let target = page.target;
    view! {
        <div class="hero shown">
            <div>
                <h1>{text::pages(lang).results}</h1>
                <p class="total">{value} " " <span>{words.index}</span></p>
                {meaning.map(|meaning| view! { <p class="meaning">{meaning}</p> })}
                <p>{about.join(" · ")}</p>
            </div>
            <section class="card">
                <h2>{words.over_months}</h2>
                <Line lang index=by_month target/>
            </section>
        </div>
    }
}

/// The index in words: so many answers of a hundred, and how sure that is.
fn meaning(lang: Lang, total: &IndexRow) -> Option<String> {
    if matches!(total.precision, Precision::AtLeast | Precision::AtMost) {
        return None;
    }
    let words = text::pages(lang);
    let hundred = (words.of_hundred)(whole(total.percent.as_deref()?)?);
    let ends = whole(total.ci_low.as_deref()?).zip(whole(total.ci_high.as_deref()?));
    let sure = ends.map(|(low, high)| (words.sure)(low, high));
    Some([Some(hundred), sure].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The units, the worst first.
#[component]
fn Units(lang: Lang, index: Index, target: Option<u32>) -> impl IntoView {
    let words = text::figures(lang);
    let shown = match index.rows.is_empty() {
        true => view! { <p>{words.none_named}</p> }.into_any(),
        false => view! {
            <p class="hint">{words.worst_first}</p>
            <Bars lang index target/>
            <p class="hint">{words.doubt}</p>
        }
        .into_any(),
    };
    view! {
        <section class="card">
            <h2>{words.by_units}</h2>
            {shown}
        </section>
    }
}

/// The figures of a chart as a table, folded away on a screen and open on paper.
#[component]
fn Table(lang: Lang, index: Index) -> impl IntoView {
    let words = text::figures(lang);
    let by = words.by[index.by.place()];
    view! {
        <details class="figures">
            <summary>{[words.as_table, " – ", by].concat()}</summary>
            <IndexTable lang index/>
        </details>
    }
}

/// What the figures are: question set, method, how ballots came about, how many.
#[component]
fn About(page: ResultsPage, index: Index) -> impl IntoView {
    let (lang, words) = (page.lang, text::figures(page.lang));
    let unit = page.named.0.as_deref().and_then(whole).map(words.with_unit);
    let procedure = page.named.1.as_deref().and_then(whole).map(words.with_procedure);
    let about: Vec<String> = unit.into_iter().chain(procedure).collect();
    let name = page.instruments.into_iter().find(|named| named.code == index.instrument);
    let instrument = match name {
        Some(named) => format!("{} ({})", named.name, named.code),
        None => index.instrument.clone(),
    };
    let kinds = index.sampling.iter().map(|kind| sampling(lang, words, kind)).collect::<Vec<_>>();
    let n = index.total.n.map_or_else(|| words.few.to_owned(), |n| count(lang, n));
    let publication = page.publication.map(|Publication { period, version, frozen, file }| {
        ((words.version)(&period, version, &frozen), file)
    });
    let (version, file) = publication.unzip();
    let file = file.map(|file| view! { <p class="links"><a href=file>{words.file}</a></p> });
    let terms = [
        (words.period, version.unwrap_or_default()),
        (words.ballots, n),
        (words.instrument, instrument),
        (words.method, words.method(index.method).to_owned()),
        (words.collected, kinds.join("; ")),
        (words.about, about.join("; ")),
    ];
    let terms = terms.into_iter().filter(|(_, term)| !term.is_empty()).map(|(what, term)| {
        view! {
            <dt>{what}</dt>
            <dd>{term}</dd>
        }
    });
    view! {
        <section>
            <h2>{words.rests_on}</h2>
            <dl>{terms.collect::<Vec<_>>()}</dl>
            {file}
        </section>
    }
}

fn sampling(lang: Lang, words: &FigureWords, kind: &SamplingCount) -> String {
    let n = kind.n.map_or_else(|| words.few.to_owned(), |n| count(lang, n));
    format!("{}: {n}", words.sampling[kind.kind.place()])
}
