//! Until when, and why: the working days one by one, as far as they fit into a line.

use chrono::{Datelike, NaiveDate, Weekday};
use domain::{
    Lang,
    day::{self, working::Calendar},
    feedback::kind::Source,
    office::{
        books::calendar::DayKind,
        feedback::case::{CasePage, DueView},
    },
};
use leptos::prelude::*;

use crate::{
    office::pill::today,
    text::{
        count,
        office::{
            feedback::due::{due, left, reason},
            names,
        },
    },
};

/// The most days that are drawn.
const MOST: usize = 20;

/// The day and its reason; nothing for a case that is finished.
pub(super) fn clock(lang: Lang, page: &CasePage) -> AnyView {
    let Some(view) = &page.due else { return ().into_any() };
    let words = due(lang);
    let what = match page.row.source {
        _ if view.is_publication => words.to_publish,
        Source::Ballot => words.to_call,
        _ => words.to_answer,
    };
    let class = match view.left {
        left if left < 0 => "clock late",
        0 | 1 => "clock soon",
        _ => "clock",
    };
    let ends = [what, ": ", &names::day(lang, &view.on)].concat();
    view! {
        <section class=class>
            <h2>{left(lang, view.left)}</h2>
            <p>{ends}</p>
            {track(lang, view)}
            <p class="small">{reason(lang, view)} ". " {words.stays}</p>
        </section>
    }
    .into_any()
}

/// The working days as squares, the weekends as gaps.
fn track(lang: Lang, view: &DueView) -> Option<AnyView> {
    let days = days(view);
    if days.is_empty() || days.len() > MOST {
        return None;
    }
    let today = today().get(..10).unwrap_or_default().to_owned();
    let texts: Vec<String> = days.iter().map(NaiveDate::to_string).collect();
    let used = texts.iter().filter(|day| **day < today).count() as u64;
    let label = (due(lang).track)(&count(lang, days.len() as u64), &count(lang, used));
    let last = days.len() - 1;
    let squares = days.iter().zip(&texts).enumerate().map(|(at, (day, text))| {
        let (is_used, is_today) = (*text < today, *text == today);
        let begins = at > 0 && day.weekday() == Weekday::Mon;
        view! {
            <span class:used=is_used class:today=is_today class:last=at == last class:week=begins>
                {day.day()}
            </span>
        }
    });
    let squares = squares.collect::<Vec<_>>();
    Some(view! { <div class="track" role="img" aria-label=label>{squares}</div> }.into_any())
}

/// The days that are counted.
fn days(view: &DueView) -> Vec<NaiveDate> {
    let (Some(from), Some(on)) = (day::read(&view.from), day::read(&view.on)) else {
        return Vec::new();
    };
    let of = |days: &[String], kind: DayKind| -> Vec<(NaiveDate, DayKind)> {
        days.iter().filter_map(|it| Some((day::read(it)?, kind))).collect()
    };
    let special = [of(&view.holidays, DayKind::Holiday), of(&view.make_up_days, DayKind::MakeUp)];
    let calendar: Calendar = special.into_iter().flatten().collect();
    let days = from.iter_days().skip(1).take_while(|it| *it <= on);
    days.filter(|it| calendar.is_working(*it)).take(MOST + 1).collect()
}
