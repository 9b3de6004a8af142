//! A case: what its sender said, what happened, until when, and only what may be done next.

mod answer;
mod begin;
mod beside;
mod clock;
mod draft;
mod facts;
mod fields;
mod moves;
mod thread;
mod watch;

use domain::{
    feedback::{kind::State, order::Order},
    office::feedback::{case::CasePage, inbox::CaseRow},
};
use leptos::{prelude::*, task::spawn_local};

use super::calls::INBOX;
use crate::{
    browser::focus,
    office::{
        desk::Desk,
        form::Form,
        load::{Source, load},
        pages::parts::{back, head_of},
        pill::{Pill, pill},
        place::encoded,
    },
    text::office::feedback::{case::case, names},
};

/// What the parts of the page have in common. The forms outlive each answer of the server, so that
/// nothing that was typed is lost when the page shows what somebody else did.
#[derive(Clone, Copy)]
struct Bench {
    desk: Desk,
    /// The call of the case.
    call: StoredValue<String>,
    source: Source,
    forms: StoredValue<Vec<(Order, Form)>>,
    /// The step that was refused because the log had grown, and how far its reader had read.
    overtaken: StoredValue<Option<(Order, u32)>>,
    /// Who else looks at it.
    watching: RwSignal<Vec<String>>,
}

impl Bench {
    /// The form of a step.
    fn form(self, order: Order) -> Form {
        let found =
            self.forms.with_value(|forms| forms.iter().find(|it| it.0 == order).map(|it| it.1));
        found.unwrap_or_else(|| Form::new(form_id(order), &[]))
    }

    /// Shows the case as it is now, with what changed since somebody began to write.
    fn show_changes(self, order: Order, seen: u32) {
        spawn_local(async move {
            let call = self.call.get_value();
            if let Ok(reply) = self.desk.call("GET", call, None).await {
                self.overtaken.set_value(Some((order, seen)));
                self.source.fill(reply);
                focus::soon("changed".to_owned());
            }
        });
    }
}

/// The id of the form of a step.
fn form_id(order: Order) -> String {
    ["move-", order.name()].concat()
}

/// A case.
pub(crate) fn page(desk: Desk, number: &str) -> AnyView {
    let call = ["/feedback/", &encoded(number)].concat();
    let forms = Order::ALL.iter().map(|order| (*order, Form::new(form_id(*order), &[])));
    let bench = Bench {
        desk,
        call: StoredValue::new(call.clone()),
        source: Source::new(),
        forms: StoredValue::new(forms.collect()),
        overtaken: StoredValue::new(None),
        watching: RwSignal::new(Vec::new()),
    };
    watch::keep(bench);
    let (heading, named) = head_of(desk, case(desk.lang).one, number);
    let show = move |page: CasePage| {
        named.set(page.row.subject.clone());
        bench.watching.set(page.viewers.clone());
        draw(bench, &page)
    };
    vec![back(desk, INBOX), heading, load(desk, call, bench.source, show)].into_any()
}

fn draw(bench: Bench, page: &CasePage) -> AnyView {
    let words = case(bench.desk.lang);
    let margin = vec![
        clock::clock(bench.desk.lang, page),
        moves::moves(bench, page),
        facts::facts(bench.desk, page),
        beside::requests(bench.desk, page),
        beside::lessons(bench.desk, page),
        facts::similar(bench, page),
    ];
    view! {
        {states(bench.desk, page)}
        {watch::told(bench)}
        <div class="bench">
            <div class="thread">
                {moves::jumps(bench, page)}
                {moves::overtaken(bench, page)}
                {thread::speech(bench.desk, page)}
                {thread::log(bench.desk, page)}
                {answer::waiting(bench, page)}
                {answer::answer(bench, page)}
                {answer::publication(bench, page)}
            </div>
            <aside class="margin" aria-label=words.facts>{margin}</aside>
        </div>
    }
    .into_any()
}

/// Where it stands, what it is about and how it came.
fn states(desk: Desk, page: &CasePage) -> AnyView {
    let (lang, words, row) = (desk.lang, case(desk.lang), &page.row);
    let outside = page.outside_number.as_deref().map(|number| (words.outside)(number));
    let known =
        [names::kind(lang, row.kind).to_owned(), names::source(lang, row.source).to_owned()];
    let known = known.into_iter().chain(outside).collect::<Vec<_>>().join(" · ");
    view! {
        <p class="states">
            {pill(stage(row), names::state(lang, row.state))}
            <span class="small">{known} " · " <span class="number">{row.code.clone()}</span></span>
        </p>
    }
    .into_any()
}

/// The look of where a case stands.
pub(super) fn stage(row: &CaseRow) -> Pill {
    match row.state {
        State::Assigned | State::InProgress => Pill::On,
        State::Published | State::Answered | State::Refused => Pill::Off,
        _ => Pill::Soon,
    }
}
