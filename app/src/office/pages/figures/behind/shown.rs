//! The parts of the page, each with its sentence and its table.

use domain::{
    Action, Lang,
    figures::claim::FLOOR,
    listing::ListPage,
    office::{
        figures::behind::{Behind, Subject, UnitRow},
        surveys::comments::CommentRow,
    },
};
use leptos::prelude::*;

use crate::{
    chart::{Levels, TrendChart, TrendTable, UnitTable, Units},
    office::{
        desk::Desk,
        load::{Source, load},
        pages::parts::{aside, cards, folded, lead, nothing, section},
        place::encoded,
    },
    text::{
        self,
        claims::share,
        count,
        office::{
            behind::{behind, sentence, told},
            names, surveys,
        },
        trends::{special, wobble_word},
    },
};

/// So many comments are shown on the page itself.
const COMMENTS: usize = 8;

/// Everything that came.
pub(super) fn shown(desk: Desk, found: Behind) -> AnyView {
    let words = behind(desk.lang);
    if found.figure.n == 0 && found.trend.last().is_none() {
        return nothing(words.empty);
    }
    let mut parts = vec![figure(desk.lang, &found)];
    parts.push(section(words.months, months(desk.lang, &found)));
    if let Some(levels) = found.levels {
        parts.push(section(words.levels, of_levels(desk.lang, levels, found.figure.n)));
    }
    parts.push(section(words.units, units(desk, &found)));
    if desk.may(Action::ReadComments) {
        parts.push(section(words.comments, vec![comments(desk, &found)]));
    }
    parts.push(aside(words.made_of));
    parts.into_any()
}

/// The figure, and what may be said of it.
fn figure(lang: Lang, found: &Behind) -> AnyView {
    let words = behind(lang);
    let figure = &found.figure;
    let large = figure.value.map(|_| view! { <p class="stands">{told(lang, figure)}</p> });
    let counts = figure.value.map(|_| {
        aside((words.of)(
            &count(lang, figure.n),
            &count(lang, figure.num),
            &count(lang, figure.den),
        ))
    });
    let newest = found.signal.is_some().then(|| found.trend.last()).flatten();
    let signal = newest.and_then(|(_, point)| {
        Some(lead([point.label.as_str(), ": ", &special(lang, point)?, "."].concat()))
    });
    let running = (!found.is_over).then(|| aside(words.running));
    let demo = found.demo.then(|| aside(words.demo));
    let says = lead(sentence(lang, &found.period_label, figure));
    vec![
        large.into_any(),
        says,
        signal.into_any(),
        counts.into_any(),
        running.into_any(),
        demo.into_any(),
    ]
    .into_any()
}

/// The chart through time; without a month to draw, that there are too few ballots.
fn months(lang: Lang, found: &Behind) -> Vec<AnyView> {
    let (words, trend) = (behind(lang), &found.trend);
    if trend.last().is_none() {
        return vec![nothing(text::trends::trends(lang).gap)];
    }
    let wobble =
        trend.lines.last().and_then(|line| line.wobble).map(|it| lead(wobble_word(lang, it)));
    let name = || words.months.to_owned();
    let chart = view! { <TrendChart lang trend=trend.clone() name=name()/> }.into_any();
    let table = view! { <TrendTable lang trend=trend.clone() name=name()/> }.into_any();
    vec![chart, wobble.into_any(), folded(words.months_table, vec![table])]
}

/// The levels of so many people, each told as exactly as any other share of so few.
fn of_levels(lang: Lang, levels: [u64; 5], people: u64) -> Vec<AnyView> {
    let words = behind(lang);
    let all: u64 = levels.iter().sum();
    let [low, less, middle, more, high] = levels;
    let says = (words.levels_say)(
        &count(lang, more + high),
        &count(lang, middle),
        &count(lang, low + less),
    );
    let rows = text::form(lang).levels.iter().zip(levels).map(|(name, n)| {
        let told = share(lang, domain::Share { num: n, den: all }, people, FLOOR);
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{*name}</th>
                <td role="cell" data-label=words.answers>{count(lang, n)}</td>
                <td role="cell" data-label=words.share>{told}</td>
            </tr>
        }
    });
    let heads = [words.level, words.answers, words.share];
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    let table = view! {
        <div class="table" role="region" tabindex="0" aria-label=words.levels>
            <table role="table">
                <caption>{words.levels}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads.into_iter().collect::<Vec<_>>()}</tr>
                </thead>
                <tbody role="rowgroup">{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    };
    let chart = view! { <Levels lang levels sentence=says/> }.into_any();
    vec![chart, folded(words.levels_table, vec![table.into_any()])]
}

/// The page of a unit of the comparison.
fn way(row: &UnitRow) -> String {
    ["/van-phong/chi-so/don-vi/", &encoded(&row.key)].concat()
}

fn units(desk: Desk, found: &Behind) -> Vec<AnyView> {
    let (lang, words) = (desk.lang, behind(desk.lang));
    if found.rows.len() < 2 {
        return vec![nothing(words.alone)];
    }
    let chart = view! { <Units lang rows=found.rows.clone() way/> }.into_any();
    let table = view! { <UnitTable lang rows=found.rows.clone()/> }.into_any();
    vec![chart, aside(words.no_order), folded(words.units_table, vec![table])]
}

/// What people of the period said, once somebody asks for it: each reading is on the record.
fn comments(desk: Desk, found: &Behind) -> AnyView {
    let words = behind(desk.lang);
    let here = desk.here.get_untracked();
    let is_of = |about: Subject, name: &str| match found.subject == about {
        true => found.key.clone(),
        false => here.get(name).to_owned(),
    };
    let (unit, procedure) = (is_of(Subject::Unit, "unit"), is_of(Subject::Procedure, "procedure"));
    let (from, to) = found.days.clone().unwrap_or_default();
    let query = ["?unit=", &encoded(&unit), "&from=", &from, "&to=", &to].concat();
    let all = desk.link(&["/van-phong/y-kien", &query].concat());
    let wanted = RwSignal::new(false);
    let drawn = move || {
        let (call, procedure) = (["/comments", &query].concat(), procedure.clone());
        if wanted.get() {
            let show = move |page: ListPage<CommentRow>| said(desk.lang, &page.rows, &procedure);
            return load(desk, call, Source::new(), show);
        }
        let ask = move |_| wanted.set(true);
        view! { <button type="button" class="quiet" on:click=ask>{words.show_comments}</button> }
            .into_any()
    };
    let link = view! { <p class="links"><a href=all>{words.all_comments}</a></p> }.into_any();
    vec![aside(words.comments_hint), drawn.into_any(), link].into_any()
}

/// Comments as their reader may see them.
fn said(lang: Lang, rows: &[CommentRow], procedure: &str) -> AnyView {
    let is_of =
        |row: &&CommentRow| procedure.is_empty() || row.procedure.as_deref() == Some(procedure);
    let cells = rows.iter().filter(is_of).take(COMMENTS).map(|row| {
        let unit = row.unit_name.as_ref().map(|name| name.get(lang).to_owned());
        let masked = row.masked.then(|| surveys::comments(lang).masked);
        let beside: Vec<String> =
            [Some(names::day(lang, &row.day)), unit, masked.map(str::to_owned)]
                .into_iter()
                .flatten()
                .collect();
        vec![lead(row.text.clone()), aside(beside.join(" · "))]
    });
    let found: Vec<Vec<AnyView>> = cells.collect();
    if found.is_empty() { nothing(behind(lang).no_comments) } else { cards(found) }
}
