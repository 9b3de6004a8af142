//! A new request: by a unit, or as the letter of another body is entered.

use domain::{
    day::read as read_day,
    office::feedback::{
        case::PersonView,
        request::{NewRequest, RequestPage},
    },
};
use leptos::{prelude::*, task::spawn_local};

use super::{LIST, show};
use crate::{
    office::{
        choices,
        desk::Desk,
        fetch,
        form::{Field, Form, day, line, lines, one, sheet},
        options::Options,
        pages::parts::{back, head, lead},
        pill::today,
        place::encoded,
    },
    text::office::{feedback::requests::requests, frame::frame},
};

/// The form.
pub(crate) fn new(desk: Desk) -> AnyView {
    let words = requests(desk.lang);
    let case = desk.here.get_untracked().get("viec").to_owned();
    let form = Form::new("request", &[("case", case.as_str()), ("from", &own_unit(desk))]);
    let today = today().get(..10).and_then(read_day);
    let send = move || {
        let body = typed(form);
        if today.is_some_and(|today| form.is_right(desk.lang, body.check(today))) {
            form.send(desk, "POST", "/requests", &body, move |made: RequestPage| {
                let (path, call) = show::made(&made);
                desk.finish_with(&path, frame(desk.lang).saved, call, fetch::write(&made));
            });
        }
    };
    vec![
        back(desk, LIST),
        head(desk, words.add),
        lead(words.lead),
        sheet(desk, form, words.add, fields(desk, form), send),
    ]
    .into_any()
}

/// The code of the reader's unit, if it is known by name.
fn own_unit(desk: Desk) -> String {
    let name = desk.me.with_untracked(|me| me.as_ref().and_then(|me| me.unit.clone()));
    let found = desk.units.with_value(|units| {
        units.iter().find(|it| Some(&it.name) == name.as_ref()).map(|it| it.code.clone())
    });
    found.unwrap_or_default()
}

fn fields(desk: Desk, form: Form) -> Vec<Field> {
    let words = requests(desk.lang);
    let units = choices::units(desk);
    let is_outside = Signal::derive(move || form.get("from").is_empty());
    vec![
        one("from", words.from, units).hint(words.from_hint).optional(),
        line("body", words.body).while_it(is_outside),
        line("body_number", words.body_number).optional().while_it(is_outside),
        day("body_day", words.body_day).while_it(is_outside),
        one("unit", words.unit, units).needed(),
        one("person", words.person, people(desk, form)).optional(),
        line("subject", words.subject),
        lines("text", words.text),
        line("days", words.days).hint(words.days_hint).optional(),
        day("due", words.due_day).optional(),
        line("case", words.case).hint(words.case_hint).optional(),
    ]
}

/// The people who may be asked for the unit that is chosen, after the choice of nobody.
fn people(desk: Desk, form: Form) -> Signal<Options> {
    let nobody = vec![(String::new(), requests(desk.lang).nobody.to_owned())];
    let options = RwSignal::new(nobody.clone());
    let unit = Memo::new(move |_| form.get("unit"));
    Effect::new(move |_| {
        let (unit, nobody) = (unit.get(), nobody.clone());
        if unit.is_empty() {
            return options.set(nobody);
        }
        let case = form.given("case").map(|case| ["&case=", &encoded(&case)].concat());
        let case = case.unwrap_or_default();
        let call = ["/requests/people?unit=", &encoded(&unit), &case].concat();
        spawn_local(async move {
            let Ok(reply) = desk.call("GET", call, None).await else { return };
            let people = fetch::read::<Vec<PersonView>>(&reply).unwrap_or_default();
            let people = people.into_iter().map(|it| (it.name, it.full_name));
            options.try_set(nobody.into_iter().chain(people).collect());
        });
    });
    options.into()
}

/// What is typed. What belongs to another body is not sent where a unit asks.
fn typed(form: Form) -> NewRequest {
    let from = form.get("from");
    let of_body = |name: &str| if from.is_empty() { form.get(name) } else { String::new() };
    NewRequest {
        case: form.whole("case"),
        body: of_body("body"),
        body_number: of_body("body_number"),
        body_day: of_body("body_day"),
        from: from.clone(),
        unit: form.get("unit"),
        person: form.get("person"),
        subject: form.get("subject"),
        text: form.get("text"),
        days: form.whole("days"),
        due: form.get("due"),
    }
}
