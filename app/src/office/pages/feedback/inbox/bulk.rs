//! One step for several cases: those that can take it do, and the others are named with the reason.

use domain::{
    feedback::order::Order,
    office::feedback::{case::CasePage, inbox::CaseRow, order::OrderForm},
};
use leptos::{prelude::*, task::spawn_local};

use super::State;
use crate::{
    browser::focus,
    office::{
        choices,
        desk::Desk,
        fetch::{self, Trouble},
        form::{Form, day, lines, one, sheet},
        load::message,
        options::Options,
        pages::feedback::calls,
    },
    text::{
        count,
        office::{
            feedback::{
                inbox::inbox,
                orders::{day_of, label, orders, words_of},
            },
            frame::form as form_words,
        },
    },
};

/// The steps that may be taken for several cases at once.
const STEPS: [Order; 4] = [Order::Receive, Order::Assign, Order::Accept, Order::PutOff];

/// A case that did not take the step: its number, its code, and why.
type Left = (i64, String, String);

/// What has become of the steps.
#[derive(Clone, Default)]
enum Outcome {
    #[default]
    NotYet,
    /// So many of so many.
    Going(usize, usize),
    /// So many of so many, and those that are left.
    Done(usize, usize, Vec<Left>),
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
            && !matches!(outcome.get_untracked(), Outcome::Going(..))
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

/// How many are ticked, and the ways to tick all or none.
fn count_line(state: State, n: usize) -> AnyView {
    let (lang, words) = (state.desk.lang, inbox(state.desk.lang));
    let rows = state.rows();
    let all: Vec<i64> = rows.iter().map(|row| row.number).collect();
    let every = (words.choose_all)(&count(lang, all.len() as u64));
    let every = (n < all.len()).then(|| {
        let choose = move |_| state.chosen.set(all.clone());
        view! { <button type="button" class="quiet" on:click=choose>{every}</button> }
    });
    let none = move |_| state.chosen.set(Vec::new());
    view! {
        <p class="buttons">
            <b role="status">{(words.chosen)(&count(lang, n as u64))}</b>
            {every}
            <button type="button" class="quiet" on:click=none>{words.unchoose}</button>
        </p>
    }
    .into_any()
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

/// Takes the step for one case after the other.
fn take(state: State, form: Form, body: OrderForm, outcome: RwSignal<Outcome>) {
    let chosen = state.chosen.get_untracked();
    let rows: Vec<CaseRow> =
        state.rows().into_iter().filter(|row| chosen.contains(&row.number)).collect();
    let all = rows.len();
    spawn_local(async move {
        let mut left: Vec<Left> = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            if outcome.try_set(Outcome::Going(at + 1, all)).is_some() {
                return;
            }
            if let Err(why) = take_one(state.desk, &row, &body).await {
                left.push((row.number, row.code, why));
            }
        }
        state.chosen.set(left.iter().map(|it| it.0).collect());
        outcome.set(Outcome::Done(all - left.len(), all, left));
        form.clear();
        state.again.update(|times| *times += 1);
        focus::soon("bulk-told".to_owned());
    });
}

/// Takes it for one case, if that still stands where its row showed it; or says why not.
async fn take_one(desk: Desk, row: &CaseRow, body: &OrderForm) -> Result<(), String> {
    let words = inbox(desk.lang);
    let told = |trouble: Trouble| match trouble {
        Trouble::Refused { faults, .. } if !faults.is_empty() => faults[0].message.clone(),
        other => message(desk.lang, &other),
    };
    let page = desk.call("GET", calls::of(row.number), None).await.map_err(told)?;
    let page: CasePage = fetch::read(&page).map_err(told)?;
    if !is_as_shown(row, &page.row) {
        return Err(words.changed.to_owned());
    }
    if !page.orders.contains(&body.order) {
        return Err(words.not_now.to_owned());
    }
    let body = OrderForm { seen: page.seen, ..body.clone() };
    let call = calls::step(row.number, body.order);
    desk.call("POST", call, Some(fetch::write(&body))).await.map_err(told)?;
    Ok(())
}

/// Whether a case stands where a row shows it.
fn is_as_shown(row: &CaseRow, now: &CaseRow) -> bool {
    (row.state, row.level, &row.unit, &row.offered_to, &row.holder, &row.put_off)
        == (now.state, now.level, &now.unit, &now.offered_to, &now.holder, &now.put_off)
}

fn told(state: State, outcome: &Outcome) -> AnyView {
    let (desk, lang) = (state.desk, state.desk.lang);
    let words = inbox(lang);
    let written = |n: usize| count(lang, n as u64);
    match outcome {
        Outcome::NotYet => ().into_any(),
        Outcome::Going(at, all) => {
            let says = (words.bulk_going)(&written(*at), &written(*all));
            view! { <p class="waiting" role="status">{says}</p> }.into_any()
        }
        Outcome::Done(done, all, left) => {
            let says = (words.bulk_done)(&written(*done), &written(*all));
            let lines = left.iter().map(|(number, code, why)| {
                let href = desk.link(&calls::page(*number));
                view! { <li><a href=href>{code.clone()}</a> ": " {why.clone()}</li> }
            });
            let lines = lines.collect::<Vec<_>>();
            let lines =
                (!lines.is_empty()).then(|| view! { <h3>{words.bulk_left}</h3> <ul>{lines}</ul> });
            view! { <div class="asked" id="bulk-told" tabindex="-1" role="status"><p>{says}</p> {lines}</div> }
                .into_any()
        }
    }
}
