//! Where we stand, whether it is real, what comes first: the first page of those who lead.

mod findings;
mod lens;
mod rows;

use domain::{
    figures::difference::Verdict,
    office::figures::overview::{IndicatorRow, Overview},
};
use leptos::prelude::*;

use self::{
    findings::{alerts, first_things, good_news, mix},
    lens::lens,
    rows::rows,
};
use crate::{
    chart::{TrendChart, TrendTable, aim_sign, sign},
    office::{
        desk::Desk,
        load::{Source, load},
        pages::parts::{arrived, title},
        place::{Place, encoded},
    },
    text::{
        claims::{change, doubt, figure, level, signal, signals, target, verdict},
        office::{frame::frame, overview::overview},
        trends::{assurance_word, value},
    },
};

/// What of an address the page is about.
const ASKED: [&str; 4] = ["period", "scheme", "unit", "instrument"];

/// The call that answers an address.
fn call(here: &Place) -> String {
    let asked = ASKED.into_iter().filter(|name| !here.get(name).is_empty());
    let asked = asked.map(|name| [name, "=", &encoded(here.get(name))].concat());
    ["/overview?", &asked.collect::<Vec<_>>().join("&")].concat()
}

/// The page below the notices.
pub(in crate::office::pages) fn view(desk: Desk) -> AnyView {
    let path = desk.here.get_untracked().path;
    title(desk, frame(desk.lang).home);
    arrived(desk);
    // On the way to another page this one must not ask once more.
    let asked = Memo::new(move |before: Option<&String>| {
        let here = desk.here.get();
        before.filter(|_| here.path != path).cloned().unwrap_or_else(|| call(&here))
    });
    let shown = move || {
        let told = move |overview: Overview| shown(desk, &overview);
        load(desk, asked.get(), Source::new(), told)
    };
    view! {
        <div class="overview">
            <h1 id="heading" class="heard" tabindex="-1">{frame(desk.lang).home}</h1>
            {shown}
        </div>
    }
    .into_any()
}

fn shown(desk: Desk, page: &Overview) -> AnyView {
    let words = overview(desk.lang);
    if page.whole.level.basis.n == 0 && page.whole.trend.last().is_none() {
        let (empty, help) = (words.empty, words.empty_help);
        let said = view! { <p class="empty">{empty} " " {help}</p> }.into_any();
        return vec![lens(desk, page), said].into_any();
    }
    vec![
        lens(desk, page),
        stand(desk, page),
        first_things(desk, page),
        rows(desk, page),
        view! { <div class="pair">{alerts(desk, page)}{good_news(desk, page)}</div> }.into_any(),
        method(desk, page),
    ]
    .into_any()
}

/// The one huge figure, what may be said of it, and its months.
fn stand(desk: Desk, page: &Overview) -> AnyView {
    let (lang, words) = (desk.lang, overview(desk.lang));
    let whole = &page.whole;
    let figure = match figure(&whole.level) {
        Some((hundredths, precision)) => {
            let told = value(lang, hundredths, precision);
            let digits = told.trim_end_matches('%').to_owned();
            let doubt = doubt(lang, &whole.level.basis);
            view! {
                <p class="figure">
                    <span>{digits}<i>"%"</i></span>
                    <small><b>{words.satisfied}</b>{doubt}</small>
                </p>
            }
            .into_any()
        }
        None => view! { <p class="figure few">{level(lang, &whole.level)}</p> }.into_any(),
    };
    let name = words.the_index.to_owned();
    view! {
        <section class="stand">
            <div>
                {figure}
                <ul class="lead">{claims(desk, whole)}</ul>
                {mix(desk, page)}
            </div>
            <TrendChart lang trend=whole.trend.clone() name/>
        </section>
    }
    .into_any()
}

/// Whether it is real, and whether it will do. Where months beside the year before show nothing, what
/// the chart's own rules say of the newest month is told instead.
fn claims(desk: Desk, whole: &IndicatorRow) -> Vec<AnyView> {
    let (lang, words) = (desk.lang, overview(desk.lang));
    let decided = verdict(&whole.change);
    let special = whole.signal.as_ref().filter(|_| decided == Verdict::NotSeen);
    let special = special.and_then(|claim| Some((signals(claim), signal(lang, claim)?)));
    let (shape, says) = match special {
        Some(((_, Some(_)), says)) => (Verdict::Down, says),
        Some((_, says)) => (Verdict::Up, says),
        None => (decided, [&change(lang, &whole.change), " ", words.past_year].concat()),
    };
    let says = if decided == Verdict::TooFew { change(lang, &whole.change) } else { says };
    let mut lines = vec![view! { <li>{sign(shape)}<b>{says}</b></li> }.into_any()];
    let aim = whole.trend.aim.as_ref();
    let said = aim.zip(whole.target.as_ref());
    if let Some(says) = said.and_then(|(aim, claim)| target(lang, claim, aim.value)) {
        let shape = aim.and_then(|aim| aim.assurance).map(aim_sign);
        lines.push(view! { <li>{shape}<span>{says}</span></li> }.into_any());
    } else if let Some(assurance) = said.and_then(|(aim, _)| aim.assurance) {
        let says = assurance_word(lang, assurance);
        lines.push(view! { <li>{aim_sign(assurance)}<span>{says}</span></li> }.into_any());
    }
    lines
}

/// How the figures are made, and every chart as a table.
fn method(desk: Desk, page: &Overview) -> AnyView {
    let (lang, words) = (desk.lang, overview(desk.lang));
    let share = page.whole.level.basis.share;
    let is_told = figure(&page.whole.level).is_some();
    let counts = if is_told {
        let count = |n| crate::text::count(lang, n);
        [": ", &count(share.num), "/", &count(share.den)].concat()
    } else {
        String::new()
    };
    let open = RwSignal::new(false);
    let mut charts = vec![(words.the_index.to_owned(), page.whole.trend.clone())];
    charts.extend(page.rows.iter().map(|row| (row.label.clone(), row.trend.clone())));
    let charts = StoredValue::new(charts);
    let tables = move || {
        let tables = charts.with_value(|charts| {
            let table = |(name, trend): &(String, _)| {
                let (name, trend) = (name.clone(), Clone::clone(trend));
                view! { <TrendTable lang trend name/> }.into_any()
            };
            charts.iter().map(table).collect::<Vec<_>>()
        });
        open.get().then_some(tables)
    };
    view! {
        <p class="method">{words.method} {counts} ". " {words.method_more}</p>
        <details class="tables" on:toggle=move |_| open.set(true)>
            <summary>{words.as_table}</summary>
            <div>{tables}</div>
        </details>
    }
    .into_any()
}
