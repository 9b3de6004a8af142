//! What comes first, what told of trouble, and good news: each a sentence from its claim, its evidence
//! one tap away.

use domain::{
    figures::{claim::FLOOR, difference::Verdict, index::By},
    office::figures::overview::{Against, Finding, Overview},
};
use leptos::prelude::*;

use super::rows::link;
use crate::{
    chart::sign,
    office::desk::Desk,
    text::{
        claims::{change, claims, share, verdict},
        count,
        office::overview::overview,
        trends::exact,
    },
};

/// At most three things, and how many alerts there are.
pub(super) fn first_things(desk: Desk, page: &Overview) -> AnyView {
    let (lang, words) = (desk.lang, overview(desk.lang));
    let things = page.first_things.iter().map(|finding| {
        let (says, evidence) = told(desk, finding);
        let href = link(desk, finding.by, &finding.code);
        view! { <li><b>{says}</b><a href=href>{evidence}</a></li> }
    });
    let things = things.collect::<Vec<_>>();
    let none = things.is_empty().then(|| view! { <p>{words.nothing_first}</p> });
    let alerts = (!page.troubles.is_empty()).then(|| {
        let n = count(lang, page.troubles.len() as u64);
        view! { <a class="warned" href="#alerts">{(words.troubles)(&n)}</a> }
    });
    view! {
        <section class="first" aria-labelledby="first">
            <h2 id="first">{words.first_things}</h2>
            {alerts}
            {none}
            <ol>{things}</ol>
        </section>
    }
    .into_any()
}

/// A finding in words, and what it rests on.
fn told(desk: Desk, finding: &Finding) -> (String, String) {
    let (lang, words) = (desk.lang, overview(desk.lang));
    let basis = &finding.claim.basis;
    let name = if finding.label.is_empty() { words.the_index } else { &finding.label };
    let says = match (&finding.item, finding.against) {
        (Some(item), Against::Others) => [name, ": ", item].concat(),
        _ => [
            name,
            ": ",
            &change(lang, &finding.claim).to_lowercase(),
            " ",
            claims(lang).than_before,
        ]
        .concat(),
    };
    let now = share(lang, basis.share, basis.n, basis.floor).unwrap_or_default();
    let other = share(lang, finding.other.share, finding.other.n, basis.floor).unwrap_or_default();
    let n = count(lang, basis.n);
    let evidence = match finding.against {
        Against::Past => (words.was)(&now, &other, &n),
        Against::Others => (words.elsewhere)(&now, &other, &n),
    };
    (says, evidence)
}

/// Answers that told of trouble, for those who look into them.
pub(super) fn alerts(desk: Desk, page: &Overview) -> Option<AnyView> {
    let (lang, words) = (desk.lang, overview(desk.lang));
    let lines = page.troubles.iter().map(|trouble| {
        let says = (words.trouble)(&count(lang, trouble.told), &count(lang, trouble.of));
        view! { <li>{sign(Verdict::Down)}<p><b>{trouble.label.clone()}</b><small>{says}</small></p></li> }
    });
    let lines = lines.collect::<Vec<_>>();
    (!lines.is_empty()).then(|| {
        view! {
            <section>
                <h2 id="alerts">{words.alerts}</h2>
                <ul class="news">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

/// What became better or is better than elsewhere.
pub(super) fn good_news(desk: Desk, page: &Overview) -> AnyView {
    let words = overview(desk.lang);
    let lines = page.good_news.iter().map(|finding| {
        let (says, evidence) = told(desk, finding);
        let href = link(desk, finding.by, &finding.code);
        let shape = sign(verdict(&finding.claim));
        view! { <li>{shape}<p><b>{says}</b><a href=href>{evidence}</a></p></li> }
    });
    let lines = lines.collect::<Vec<_>>();
    let none = lines.is_empty().then(|| view! { <p class="hint">{words.no_good_news}</p> });
    view! {
        <section>
            <h2>{words.good_news}</h2>
            {none}
            <ul class="news">{lines}</ul>
        </section>
    }
    .into_any()
}

/// That the mix moved, where the whole and its parts go different ways.
pub(super) fn mix(desk: Desk, page: &Overview) -> Option<AnyView> {
    let (lang, words) = (desk.lang, overview(desk.lang));
    let mix = page.mix?;
    let by = if mix.by == By::Channel { words.by_channel } else { words.by_procedure };
    let percent = |of, n| share(lang, of, n, FLOOR).unwrap_or_default();
    let before = percent(mix.before, page.whole.before.n);
    let after = percent(mix.after, page.whole.change.basis.n);
    let says = (words.mix)(by, &before, &after, &exact(lang, mix.standardised));
    let unseen = (mix.unseen > 0).then(|| (words.unseen)(&count(lang, mix.unseen as u64)));
    Some(view! { <p class="hint">{says} {unseen}</p> }.into_any())
}
