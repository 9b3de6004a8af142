//! What the results are cut by, as a form that leads to the same page.

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
    let periods = page
        .periods
        .into_iter()
        .map(|period| {
            let selected = period.code == chosen.period;
            view! { <option value=period.code selected=selected>{period.name}</option> }
        })
        .collect::<Vec<_>>();
    let faults =
        page.faults.into_iter().map(|fault| view! { <li>{fault.message}</li> }).collect::<Vec<_>>();
    let faults = (!faults.is_empty()).then(|| {
        view! { <div class="faults" role="alert"><ul>{faults}</ul></div> }
    });
    let open = faults.is_some();
    view! {
        {faults}
        <details class="choose" open=open>
        <summary>{words.choose}</summary>
        <form class="filters" action="/ket-qua">
            <input type="hidden" name="lang" value=page.lang.code()/>
            <label>{words.instrument}<select name="instrument">{sets}</select></label>
            <label>{words.period}<select name="period">{periods}</select></label>
            <button>{words.show}</button>
        </form>
        </details>
    }
}
