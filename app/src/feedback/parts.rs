//! Parts that the form and the page to follow it share.

use chrono::Datelike;
use domain::{Lang, fault::SpokenFault};
use leptos::prelude::*;

/// What a browser offers when files are chosen.
const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// A choice as a whole row.
pub(super) fn choice(
    (name, value): (&'static str, &'static str),
    (label, hint): (&'static str, &'static str),
    is_chosen: bool,
) -> impl IntoView {
    let id = [name, "-", value].concat();
    let hint = (!hint.is_empty()).then(|| view! { <small>{hint}</small> });
    view! {
        <label class="choice">
            <input type="radio" name=name value=value id=id checked=is_chosen/>
            <span>{label} " " {hint}</span>
        </label>
    }
}

/// A box to tick.
pub(super) fn tick(
    id: &'static str,
    value: String,
    words: String,
    is_ticked: bool,
) -> impl IntoView {
    view! {
        <label class="choice tick">
            <input type="checkbox" name="consent" value=value id=id checked=is_ticked/>
            <span>{words}</span>
        </label>
    }
}

/// A field of one line, with what helps and what is wrong.
pub(super) fn line(
    (id, label): (&'static str, &'static str),
    hint: &'static str,
    value: &str,
    fault: Option<String>,
    (kind, fill): (&'static str, &'static str),
) -> impl IntoView + use<> {
    let is_faulty = fault.is_some().then_some("true");
    let about = [id, "-hint ", id, "-fault"].concat();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <small id=[id, "-hint"].concat()>{hint}</small>
            <p class="fault" id=[id, "-fault"].concat()>{fault}</p>
            <input
                id=id
                name=id
                type=kind
                value=value.to_owned()
                autocomplete=fill
                aria-describedby=about
                aria-invalid=is_faulty
            />
        </div>
    }
}

/// A field of several lines.
pub(super) fn words(
    (id, label): (&'static str, &'static str),
    hint: String,
    typed: &str,
    fault: Option<String>,
) -> impl IntoView + use<> {
    // Leptos writes what is inside a textarea as it is: escaping it is up to us.
    let typed = typed.replace('&', "&amp;").replace('<', "&lt;");
    let is_faulty = fault.is_some().then_some("true");
    let about = [id, "-hint ", id, "-fault"].concat();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <small id=[id, "-hint"].concat()>{hint}</small>
            <p class="fault" id=[id, "-fault"].concat()>{fault}</p>
            <textarea id=id name="text" rows="5" aria-describedby=about aria-invalid=is_faulty>
                {typed}
            </textarea>
        </div>
    }
}

/// Files to go along.
pub(super) fn files(label: &'static str, hint: &'static str, faults: Vec<String>) -> impl IntoView {
    let is_faulty = (!faults.is_empty()).then_some("true");
    let faults = faults.into_iter().map(|it| view! { <p class="fault">{it}</p> });
    let faults = faults.collect::<Vec<_>>();
    view! {
        <div class="field">
            <label for="files">{label}</label>
            <small id="files-hint">{hint}</small>
            {faults}
            <input
                id="files"
                name="files"
                type="file"
                accept=ACCEPTED
                multiple
                aria-describedby="files-hint"
                aria-invalid=is_faulty
            />
        </div>
    }
}

/// What is to be mended: a summary whose lines lead to their fields.
pub(super) fn summary(
    heading: &'static str,
    faults: &[SpokenFault],
    anchor: fn(&str) -> &'static str,
) -> Option<impl IntoView + use<>> {
    let lines = faults.iter().map(|fault| {
        let way = (!fault.field.is_empty()).then(|| ["#", anchor(&fault.field)].concat());
        view! { <li><a href=way>{fault.message.clone()}</a></li> }
    });
    let lines = lines.collect::<Vec<_>>();
    (!faults.is_empty()).then(|| {
        view! {
            <div class="faults" id="faults" role="alert" tabindex="-1">
                <h2>{heading}</h2>
                <ul>{lines}</ul>
            </div>
        }
    })
}

/// A day as people write it.
pub(super) fn format_day(day: &str) -> String {
    let day = domain::day::read(day);
    day.map(|day| format!("{}/{}/{}", day.day(), day.month(), day.year())).unwrap_or_default()
}

/// A day with its name.
pub(super) fn format_named(lang: Lang, day: &str) -> String {
    const VI: [&str; 7] =
        ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];
    const EN: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let Some(read) = domain::day::read(day) else { return String::new() };
    let names = if lang == Lang::Vi { VI } else { EN };
    let name = names[read.weekday().num_days_from_monday() as usize];
    [name, ", ", &format_day(day)].concat()
}
