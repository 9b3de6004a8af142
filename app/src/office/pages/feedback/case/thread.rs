//! What the sender said, and what happened since, as sentences.

use chrono::Datelike;
use domain::{
    day,
    feedback::kind::Source,
    office::feedback::case::{CasePage, FileView, LineView},
};
use leptos::prelude::*;

use crate::{
    office::{desk::Desk, fetch::CALLS, pages::feedback::calls},
    text::{
        count,
        office::{
            feedback::{
                case::case,
                due::short,
                log::{actor, deed},
            },
            names,
        },
    },
};

/// The sender's words on a sheet of their own.
pub(super) fn speech(desk: Desk, page: &CasePage) -> AnyView {
    let words = case(desk.lang);
    let first = page.lines.iter().find(|line| line.step == "sent");
    let said = first.and_then(|line| line.words.clone());
    let said = said.unwrap_or_else(|| words.no_words.to_owned());
    let files = first.map(|line| files(desk, page.row.number, &line.files));
    let may = if page.is_publishable { words.publishable } else { words.not_publishable };
    let sent = (words.sent_on)(&names::day(desk.lang, &page.row.sent));
    view! {
        <section class="heard-words" aria-label=words.speech>
            <p class="speech">{said}</p>
            {sender(desk, page)}
            <p class="small">{sent} " · " {may}</p>
            {files}
        </section>
    }
    .into_any()
}

/// Who sent it, where the reader may know.
fn sender(desk: Desk, page: &CasePage) -> AnyView {
    let words = case(desk.lang);
    let Some(sender) = &page.sender else {
        let left_something = page.row.is_formal || page.row.source == Source::Ballot;
        let why = if left_something { words.masked_sender } else { words.anonymous };
        return view! { <p class="small">{why}</p> }.into_any();
    };
    let known = [sender.name.clone(), sender.phone.clone()];
    let known: Vec<String> = known.into_iter().filter(|it| !it.is_empty()).collect();
    let address = (!sender.address.is_empty())
        .then(|| view! { <p class="small">{words.answer_to} ": " {sender.address.clone()}</p> });
    view! {
        <p><b>{known.join(" · ")}</b></p>
        {address}
    }
    .into_any()
}

/// Files, each to be downloaded.
fn files(desk: Desk, number: i64, files: &[FileView]) -> Option<AnyView> {
    let words = case(desk.lang);
    let links = files.iter().map(|file| {
        let href = [CALLS, &calls::of(number), "/files/", &file.id.to_string()].concat();
        let size = (words.kilobytes)(&count(desk.lang, file.size.unsigned_abs().div_ceil(1024)));
        view! {
            <li><a href=href download>{file.name.clone()}</a> " " <span class="small">{size}</span></li>
        }
    });
    let links = links.collect::<Vec<_>>();
    (!links.is_empty())
        .then(|| view! { <ul class="files" aria-label=words.files>{links}</ul> }.into_any())
}

/// The log, the first line first.
pub(super) fn log(desk: Desk, page: &CasePage) -> AnyView {
    let lines = page.lines.iter().map(|line| drawn(desk, page, line)).collect::<Vec<_>>();
    view! {
        <section>
            <h2>{case(desk.lang).log}</h2>
            <ol class="events">{lines}</ol>
        </section>
    }
    .into_any()
}

/// Whether the words of a line went to the sender: those of an answer did once it was approved.
fn is_sent(lines: &[LineView], line: &LineView) -> bool {
    let mut later = lines.iter().filter(|it| it.place > line.place);
    match line.step.as_str() {
        "answered_with" => true,
        "submitted" => later
            .find(|it| matches!(it.step.as_str(), "approved" | "sent_back" | "submitted"))
            .is_some_and(|it| it.step == "approved"),
        _ => line.is_to_sender,
    }
}

/// A line of the log. The sender's first words stand above it.
pub(super) fn drawn(desk: Desk, page: &CasePage, line: &LineView) -> AnyView {
    let (lang, words) = (desk.lang, case(desk.lang));
    // Days of another year than the newest line's name theirs.
    let newest = page.lines.last().and_then(|it| day::read(&it.day));
    let year = newest.map(|day| day.year());
    let unit = line.unit.as_ref().map(|code| desk.unit_name(code)).unwrap_or_default();
    let is_first = line.step == "sent";
    let said = line.words.clone().filter(|_| !is_first);
    let class = match (is_sent(&page.lines, line), line.is_sender || line.step == "added") {
        (true, _) => "ours",
        (_, true) => "theirs",
        _ => "inner",
    };
    let mark = match class {
        "ours" => Some(words.frozen),
        "inner" if said.is_some() => Some(words.inner),
        _ => None,
    };
    let mark = mark.map(|says| view! { <p class="small">{says}</p> });
    let said = said.map(|said| view! { {mark} <blockquote class="speech">{said}</blockquote> });
    let files = files(desk, page.row.number, &line.files).filter(|_| !is_first);
    view! {
        <li class=class>
            <time datetime=line.day.clone()>{short(lang, &line.day, year)} <span>{line.time.clone()}</span></time>
            <div>
                <p><b>{actor(lang, line)}</b> " " {deed(lang, line, &unit)}</p>
                {said}
                {files}
            </div>
        </li>
    }
    .into_any()
}
