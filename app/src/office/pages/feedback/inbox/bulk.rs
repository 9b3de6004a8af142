//! One step for many cases: those that can take it do, and the others are named with the reason.

use domain::{
    Lang,
    feedback::order::Order,
    office::feedback::{
        bulk::{BulkForm, BulkOutcome, MOST, STEPS, SeenCase},
        inbox::Inbox,
        order::OrderForm,
    },
};
use leptos::{prelude::*, task::spawn_local};

use super::{PAGE, State, seen};
use crate::{
    browser::focus,
    office::{
        choices,
        desk::Desk,
        fetch,
        form::{Form, day, lines, one, sheet},
        load::message,
        options::Options,
        pages::feedback::calls,
    },
    text::{
        count,
        office::{
            feedback::{
                case::case,
                inbox::inbox,
                orders::{day_of, label, orders, words_of},
            },
            frame::form as form_words,
        },
    },
};

/// What has become of the step.
#[derive(Clone, Default)]
enum Outcome {
    #[default]
    NotYet,
    /// So many cases are being done.
    Going(usize),
    /// So many of so many, and those that are left.
    Done(usize, BulkOutcome),
    Failed(String),
}

/// The bar that comes with the first tick, and what came of it.
pub(super) fn bulk(state: State) -> AnyView {
    let lang = state.desk.lang;
    let outcome = RwSignal::new(Outcome::default());
    let form = Form::new("bulk", &[]);
    let steps = steps(state.desk);
    if steps.len() < 2 {
        return ().into_any();
    }
    let bar = move || {
        let n = state.chosen.with(Vec::len);
        (n > 0).then(|| count_line(state, n))
    };
    let fields = vec![
        one("order", inbox(lang).bulk_step, steps).needed(),
        one("unit", orders(lang).unit, choices::today(state.desk, form_words(lang).choose))
            .while_it(asks(form, Order::Assign)),
        day("day", day_of(lang, Order::PutOff)).while_it(asks(form, Order::PutOff)),
        lines("words", words_of(lang, Order::PutOff)).while_it(asks(form, Order::PutOff)),
    ];
    let send = move || {
        let Some(body) = read(form) else {
            form.is_sound(lang, &[]);
            return;
        };
        if form.is_right(lang, body.check())
            && !matches!(outcome.get_untracked(), Outcome::Going(_))
        {
            take(state, form, body, outcome);
        }
    };
    view! {
        <section class="bulk" hidden=move || state.chosen.with(Vec::is_empty)>
            {bar}
            {sheet(state.desk, form, inbox(lang).bulk_send, fields, send)}
        </section>
        {move || told(state, &outcome.get())}
    }
    .into_any()
}

/// How many are ticked, and the ways to tick those on view, all that were found, or none.
fn count_line(state: State, n: usize) -> AnyView {
    let (lang, words) = (state.desk.lang, inbox(state.desk.lang));
    let rows = state.rows();
    let here: Vec<SeenCase> = rows.iter().map(seen).collect();
    let total = state.shown.with(|it| it.as_ref().map_or(0, |it| it.cases.total)).min(MOST);
    let every = (words.choose_all)(&count(lang, here.len() as u64));
    let every = (n < here.len()).then(|| {
        let choose = move |_| state.chosen.set(here.clone());
        view! { <button type="button" class="quiet" on:click=choose>{every}</button> }
    });
    let found = (words.choose_found)(&count(lang, total as u64));
    let found = (n < total && total > rows.len()).then(|| {
        let choose = move |_| choose_found(state, total);
        view! { <button type="button" class="quiet" on:click=choose>{found}</button> }
    });
    let none = move |_| state.chosen.set(Vec::new());
    view! {
        <p class="buttons">
            <b role="status">{(words.chosen)(&count(lang, n as u64))}</b>
            {every}
            {found}
            <button type="button" class="quiet" on:click=none>{words.unchoose}</button>
        </p>
    }
    .into_any()
}

/// Ticks everything that was found, page by page.
fn choose_found(state: State, total: usize) {
    let asked = state.wanted.get_untracked();
    let place = asked.clone().with("tab", state.tab().name());
    spawn_local(async move {
        let mut all: Vec<SeenCase> = Vec::with_capacity(total);
        for page in 1..=total.div_ceil(PAGE) {
            let call = place.clone().with("page", &page.to_string()).search(Lang::Vi);
            let answer = state.desk.call("GET", ["/feedback", &call].concat(), None).await;
            let Ok(answer) = answer.and_then(|text| fetch::read::<Inbox>(&text)) else { return };
            all.extend(answer.cases.rows.iter().map(seen));
        }
        all.truncate(MOST);
        // Whoever went on to other cases meanwhile keeps what they ticked there.
        if state.wanted.try_get_untracked().is_some_and(|now| now == asked) {
            state.chosen.set(all);
        }
    });
}

/// The steps that the reader has the right to, after the choice of none.
fn steps(desk: Desk) -> Options {
    let steps = STEPS.into_iter().filter(|it| desk.may(it.right()));
    let steps = steps.map(|it| (it.name().to_owned(), label(desk.lang, it).to_owned()));
    let none = (String::new(), form_words(desk.lang).choose.to_owned());
    [none].into_iter().chain(steps).collect()
}

/// Whether a step is the one that is chosen.
fn asks(form: Form, order: Order) -> Signal<bool> {
    Signal::derive(move || form.get("order") == order.name())
}

/// The step as it is filled in, before it is known of which case.
fn read(form: Form) -> Option<OrderForm> {
    let order = Order::read(&form.get("order"))?;
    Some(OrderForm {
        seen: 0,
        order,
        unit: form.get("unit"),
        account: String::new(),
        day: form.get("day"),
        ground: None,
        case: None,
        words: form.get("words"),
        rating: None,
        public: None,
        is_confirmed: false,
    })
}

/// Takes the step for all that are ticked, in one call.
fn take(state: State, form: Form, step: OrderForm, outcome: RwSignal<Outcome>) {
    let cases = state.chosen.get_untracked();
    let all = cases.len();
    outcome.set(Outcome::Going(all));
    spawn_local(async move {
        let body = BulkForm { step, cases };
        let answer =
            state.desk.call("POST", "/feedback/steps".to_owned(), Some(fetch::write(&body)));
        let answer = answer.await.and_then(|text| fetch::read::<BulkOutcome>(&text));
        let become_of = match answer {
            Ok(done) => {
                let is_left = |it: &SeenCase| done.left.iter().any(|left| left.number == it.number);
                state.chosen.try_update(|chosen| chosen.retain(is_left));
                form.clear();
                Outcome::Done(all, done)
            }
            Err(trouble) => Outcome::Failed(message(state.desk.lang, &trouble)),
        };
        if outcome.try_set(become_of).is_none() {
            state.again.update(|times| *times += 1);
            focus::soon("bulk-told".to_owned());
        }
    });
}

fn told(state: State, outcome: &Outcome) -> AnyView {
    let (desk, lang) = (state.desk, state.desk.lang);
    let words = inbox(lang);
    let written = |n: usize| count(lang, n as u64);
    match outcome {
        Outcome::NotYet => ().into_any(),
        Outcome::Going(all) => {
            let says = (words.bulk_going)(&written(*all));
            view! { <p class="waiting" role="status">{says}</p> }.into_any()
        }
        Outcome::Failed(why) => {
            view! { <p class="asked" id="bulk-told" tabindex="-1" role="alert">{why.clone()}</p> }
                .into_any()
        }
        Outcome::Done(all, BulkOutcome { done, left }) => {
            let says = (words.bulk_done)(&written(*done), &written(*all));
            let lines = left.iter().map(|left| {
                let href = desk.link(&calls::page(left.number));
                let number = (case(lang).number)(&left.number.to_string());
                view! { <li><a href=href>{number}</a> ": " {left.why.clone()}</li> }
            });
            let lines = lines.collect::<Vec<_>>();
            let lines =
                (!lines.is_empty()).then(|| view! { <h3>{words.bulk_left}</h3> <ul>{lines}</ul> });
            view! { <div class="asked" id="bulk-told" tabindex="-1" role="status"><p>{says}</p> {lines}</div> }
                .into_any()
        }
    }
}
