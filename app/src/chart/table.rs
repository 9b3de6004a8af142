//! The figures of an index as a table. Narrow screens show each row as a block, with the columns'
//! names beside the cells; the roles are written out because tables drawn so lose them.

use domain::{
    Lang,
    figures::index::{Index, IndexRow},
};
use leptos::prelude::*;

use super::in_order;
use crate::text::{self, count};

/// Every figure of an index: people, counts, percent and interval, with all rows pooled at the end.
#[component]
pub fn IndexTable(
    /// The language.
    lang: Lang,
    /// The figures.
    index: Index,
) -> impl IntoView {
    let words = text::figures(lang);
    let by = words.by[index.by.place()];
    let rows = in_order(&index);
    let rows = rows.iter().map(|row| line(lang, &row.label, row)).collect::<Vec<_>>();
    let heads = [by, words.percent, words.interval, words.counts, words.ballots]
        .map(|head| view! { <th scope="col" role="columnheader">{head}</th> })
        .into_iter()
        .collect::<Vec<_>>();
    let caption = format!("{}: {} ({})", words.index, by, index.method.code());
    let label = caption.clone();
    view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table role="table">
                <caption>{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                <tfoot role="rowgroup">{line(lang, words.total, &index.total)}</tfoot>
            </table>
        </div>
    }
}

/// A table in the frame of those of an index: its name, what is over each column, and its rows.
pub(super) fn framed(name: String, heads: &[&'static str], rows: Vec<AnyView>) -> AnyView {
    let heads = heads.iter().map(|head| view! { <th scope="col" role="columnheader">{*head}</th> });
    let heads = heads.collect::<Vec<_>>();
    let label = name.clone();
    view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table role="table">
                <caption>{name}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(lang: Lang, label: &str, row: &IndexRow) -> impl IntoView + use<> {
    let words = text::figures(lang);
    let figure = |n: Option<u64>| n.map_or_else(|| "—".to_owned(), |n| count(lang, n));
    let interval = words.ends(lang, row).unwrap_or_else(|| "—".to_owned());
    // The counts of so few would be a percentage again.
    let counts = match (row.num, row.den) {
        (Some(num), Some(den)) if row.percent.is_some() => {
            format!("{}/{}", count(lang, num), count(lang, den))
        }
        _ => "—".to_owned(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{label.to_owned()}</th>
            <td role="cell" class=row.percent.is_none().then_some("withheld")>{words.value(lang, row)}</td>
            <td role="cell" data-label=words.interval>{interval}</td>
            <td role="cell" data-label=words.counts>{counts}</td>
            <td role="cell" data-label=words.ballots>{figure(row.n)}</td>
        </tr>
    }
}
