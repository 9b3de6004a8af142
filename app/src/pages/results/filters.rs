//! What the results are cut by, as a form that leads to the same page.

use domain::Method;
use leptos::prelude::*;

use super::ResultsPage;
use crate::text;

/// The filters, folded away until something was chosen.
#[component]
pub(super) fn Filters(page: ResultsPage) -> impl IntoView {
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
    let is_chosen = !chosen.from.is_empty() || !chosen.to.is_empty();
    let open = faults.is_some() || is_chosen;
    view! {
        {faults}
        <details class="choose" open=open>
        <summary>{words.choose}</summary>
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
        </details>
    }
    .into_any()
}
