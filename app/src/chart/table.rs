//! The figures of an index as a table.

use domain::{
    Lang,
    index::{Index, IndexRow},
};
use leptos::prelude::*;

use crate::text::{self, count, percent};

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
    let rows = index.rows.iter().map(|row| line(lang, &row.label, row)).collect::<Vec<_>>();
    let caption = format!("{}: {} ({})", words.index, by, index.method.code());
    let label = caption.clone();
    view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{by}</th>
                        <th scope="col">{words.percent}</th>
                        <th scope="col">{words.interval}</th>
                        <th scope="col">{words.counts}</th>
                        <th scope="col">{words.ballots}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>{line(lang, words.total, &index.total)}</tfoot>
            </table>
        </div>
    }
}

fn line(lang: Lang, label: &str, row: &IndexRow) -> impl IntoView + use<> {
    let words = text::figures(lang);
    let figure = |n: Option<u64>| n.map_or_else(|| "—".to_owned(), |n| count(lang, n));
    let interval = match (&row.ci_low, &row.ci_high) {
        (Some(low), Some(high)) => {
            format!("{} – {}", percent(lang, Some(low)), percent(lang, Some(high)))
        }
        _ => "—".to_owned(),
    };
    let counts = match (row.num, row.den) {
        (Some(num), Some(den)) => format!("{}/{}", count(lang, num), count(lang, den)),
        _ => "—".to_owned(),
    };
    view! {
        <tr>
            <th scope="row">{label.to_owned()}</th>
            <td class=row.suppressed.then_some("withheld")>{words.value(lang, row)}</td>
            <td>{interval}</td>
            <td>{counts}</td>
            <td>{figure(row.n)}</td>
        </tr>
    }
}
