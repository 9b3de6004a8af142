//! The calendar of a year: holidays, and days that make up for them.

mod ahead;

use domain::Action;
use domain::office::books::calendar::{CalendarChange, CalendarPage, DayKind, SpecialDay};
use leptos::prelude::*;

use self::ahead::Ahead;
use crate::{
    office::{
        desk::Desk,
        form::{Field, Form, day, line, many, one, sheet},
        load::{Source, load},
        pages::parts::{facts, head, lead, nothing},
    },
    text::office::{
        books::{calendar, day_kind},
        frame::{form as form_words, frame},
        names,
    },
};

/// Lines left empty for further days.
const SPARE: usize = 3;

/// The calendar of the year in the address, or of this year.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = calendar(desk.lang);
    let year = Memo::new(move |_| {
        let year = desk.here.with(|here| here.get("nam").parse().ok());
        year.unwrap_or_else(|| i64::from(js_sys::Date::new_0().get_full_year()))
    });
    let shown = move || of_year(desk, year.get());
    vec![head(desk, words.heading), lead(words.lead), shown.into_any()].into_any()
}

fn of_year(desk: Desk, year: i64) -> AnyView {
    let words = calendar(desk.lang);
    let source = Source::new();
    let way = |year: i64, label, rel| {
        let path = ["/van-phong/lich?nam=", &year.to_string()].concat();
        view! { <a class="button quiet" rel=rel href=desk.link(&path)>{label}</a> }
    };
    let call = ["/calendar/", &year.to_string()].concat();
    let shown = {
        let call = call.clone();
        move |page: CalendarPage| match desk.may(Action::ChangeCalendar) {
            true => change(desk, call.clone(), page, source),
            false => details(desk, &page),
        }
    };
    view! {
        <h2>{[words.year, " ", &year.to_string()].concat()}</h2>
        <p class="buttons">{way(year - 1, words.before, "prev")} {way(year + 1, words.after, "next")}</p>
        {load(desk, call, source, shown)}
    }
    .into_any()
}

fn details(desk: Desk, page: &CalendarPage) -> AnyView {
    let lang = desk.lang;
    if page.days.is_empty() {
        return nothing(calendar(lang).empty);
    }
    let days = page.days.iter().map(|special| {
        let day = names::day(lang, &special.day);
        (day_kind(lang, special.kind), [&day, " – ", &special.name].concat())
    });
    facts(days.collect())
}

fn change(desk: Desk, call: String, page: CalendarPage, source: Source) -> AnyView {
    let lines = page.days.len() + SPARE;
    let form = Form::new("calendar", &[]);
    fill(form, lines, page.days);
    let (state, year) = (page.state, page.year);
    let ahead = Ahead::new(desk, &call);
    let send = move || {
        let days: Vec<SpecialDay> = (0..lines).filter_map(|at| read_form(form, at)).collect();
        // The lines move up over those left empty, so that a fault of a day stands at its line; but not
        // while a day is half typed, which the browser keeps to itself.
        if form.unread().is_empty() {
            fill(form, lines, days.clone());
        }
        let body = CalendarChange { based_on: state.clone(), days, outlook: String::new() };
        if form.is_right(desk.lang, body.check(year)) {
            let call = call.clone();
            ahead.ask(form, &body.clone(), move |outlook| {
                let body = CalendarChange { outlook, ..body.clone() };
                form.change(desk, ("PUT", call.clone()), &body, source, frame(desk.lang).saved);
            });
        }
    };
    let fields = (0..lines).map(|at| fields(desk, at)).collect();
    vec![sheet(desk, form, form_words(desk.lang).save, fields, send), ahead.shown(form)].into_any()
}

/// Puts the days into the first lines and empties the others.
fn fill(form: Form, lines: usize, days: Vec<SpecialDay>) {
    let mut days = days.into_iter();
    for at in 0..lines {
        let empty =
            || SpecialDay { day: String::new(), kind: DayKind::Holiday, name: String::new() };
        let special = days.next().unwrap_or_else(empty);
        form.set(&name(at, "day"), special.day);
        form.set(&name(at, "kind"), special.kind.name().to_owned());
        form.set(&name(at, "name"), special.name);
    }
}

fn name(at: usize, part: &str) -> String {
    ["days.", &at.to_string(), ".", part].concat()
}

fn read_form(form: Form, at: usize) -> Option<SpecialDay> {
    let [day, kind, why] = ["day", "kind", "name"].map(|part| form.get(&name(at, part)));
    let kind = DayKind::read(&kind).unwrap_or(DayKind::Holiday);
    (!day.is_empty() || !why.trim().is_empty()).then_some(SpecialDay { day, kind, name: why })
}

fn fields(desk: Desk, at: usize) -> Field {
    let words = calendar(desk.lang);
    let kinds = DayKind::ALL.iter();
    let kinds = kinds.map(|&it| (it.name().to_owned(), day_kind(desk.lang, it).to_owned()));
    let label = [words.entry, " ", &(at + 1).to_string()].concat();
    let inside = vec![
        day(&name(at, "day"), words.day),
        one(&name(at, "kind"), words.kind, kinds.collect::<Vec<_>>()),
        line(&name(at, "name"), words.why),
    ];
    let entry = many(&["line", &at.to_string()].concat(), &label, inside);
    if at == 0 { entry.hint(words.entry_hint) } else { entry }
}
