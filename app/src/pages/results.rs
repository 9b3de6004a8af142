//! The public results: the index by unit and by month, with everything needed to judge it.

mod filters;

use chrono::NaiveDate;
use domain::{
    Lang, Method,
    fault::SpokenFault,
    figures::index::{Index, IndexRow, SamplingCount},
};
use leptos::prelude::*;

use self::filters::Filters;
use super::home::{big, format_day};
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
    /// The day on which these figures were read.
    pub day: Option<NaiveDate>,
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
    let (lang, words) = (page.lang, text::figures(page.lang));
    let has_some = |index: &Index| index.rows.iter().any(|row| row.n != Some(0));
    let figures =
        page.figures.clone().filter(|(by_unit, by_month)| has_some(by_unit) || has_some(by_month));
    match figures {
        Some((by_unit, by_month)) => view! {
            <Opening page=page.clone() total=by_unit.total.clone() by_month=by_month.clone()/>
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
        false => big(lang, total.percent.as_deref()).into_any(),
    };
    let n = total.n.map(|n| (words.of_ballots)(&count(lang, n)));
    let day = page.day.map(|day| (words.as_of)(&format_day(day)));
    let about = n.into_iter().chain(stretch(&by_month)).chain(day).collect::<Vec<_>>();
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
    .into_any()
}

/// The index in words: so many answers of a hundred, and how sure that is.
fn meaning(lang: Lang, total: &IndexRow) -> Option<String> {
    let words = text::pages(lang);
    let hundred = (words.of_hundred)(whole(total.percent.as_deref()?)?);
    let ends = whole(total.ci_low.as_deref()?).zip(whole(total.ci_high.as_deref()?));
    let sure = ends.map(|(low, high)| (words.sure)(low, high));
    Some([Some(hundred), sure].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The first and the last month that have figures.
fn stretch(by_month: &Index) -> Option<String> {
    let (first, last) = by_month.rows.first().zip(by_month.rows.last())?;
    let is_one = first.key == last.key;
    Some(if is_one { last.label.clone() } else { format!("{} – {}", first.label, last.label) })
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
    .into_any()
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
    let terms = [
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
        </section>
    }
}

fn sampling(lang: Lang, words: &FigureWords, kind: &SamplingCount) -> String {
    let n = kind.n.map_or_else(|| words.few.to_owned(), |n| count(lang, n));
    format!("{}: {n}", words.sampling[kind.kind.place()])
}
