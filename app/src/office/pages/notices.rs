//! Notices: how far they are, and once more what did not arrive.

pub(crate) mod own;
pub(crate) mod webhooks;

use domain::{
    Action, Lang,
    feedback::notice::Stage,
    office::notices::{NoticeRow, NoticeStanding, Replay, Replayed},
};
use leptos::prelude::*;

use crate::{
    office::{
        desk::Desk,
        form::{Form, sheet},
        list::{Cell, Column, Filter, Kind, Shape, list},
        load::{Source, load},
        options::Options,
        pages::parts::{
            back, facts, folded, head, head_of, lead, or_dash, section, state as state_line, ways,
        },
        pill::Pill,
        place::encoded,
    },
    text::{
        count,
        office::{
            frame::list as list_words,
            names,
            notices::{self as words_of, notices},
        },
    },
};

const LIST: &str = "/van-phong/thong-bao";

/// How notices leave, how many are how far, and each of them.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = notices(desk.lang);
    let source = Source::new();
    let stages = Stage::ALL.iter();
    let stages =
        stages.map(|it| (it.name().to_owned(), words_of::stage(desk.lang, *it).to_owned()));
    let any = (String::new(), list_words(desk.lang).any.to_owned());
    let stages: Options = [any].into_iter().chain(stages).collect();
    let shape = Shape {
        call: "/notices",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::plain(words.says),
            Column::plain(words.case),
            Column::plain(words.way),
            Column::plain(words.created),
            Column::plain(words.due),
            Column::plain(words.stage),
        ],
        filters: vec![Filter { name: "stage", label: words.stage, kind: Kind::One(stages.into()) }],
        cells,
    };
    let show = move |standing: NoticeStanding| drawn(desk, &standing, source);
    let programs = "/van-phong/chuong-trinh".to_owned();
    vec![
        head(desk, words.heading),
        lead(words.lead),
        ways(desk, vec![(Action::ChangeNotices, programs, words.programs)]),
        load(desk, "/notices/standing", source, show),
        list(desk, shape),
    ]
    .into_any()
}

fn drawn(desk: Desk, standing: &NoticeStanding, source: Source) -> AnyView {
    let (lang, words) = (desk.lang, notices(desk.lang));
    let of = |stage| standing.counts.iter().find(|it| it.stage == stage).map_or(0, |it| it.count);
    let counts = Stage::ALL.iter();
    let counts = counts.map(|it| (words_of::stage(lang, *it), count(lang, of(*it).unsigned_abs())));
    let mut parts = match &standing.mail_from {
        Some(from) => vec![lead([words.mail_on, " ", from, "."].concat())],
        None => vec![lead(words.mail_off)],
    };
    parts.push(facts(counts.collect()));
    for (stage, label) in
        [(Stage::Failed, words.replay_failed), (Stage::Unknown, words.replay_unknown)]
    {
        if of(stage) > 0 {
            parts.push(replay_all(desk, stage, label, source));
        }
    }
    section(words.counts, parts)
}

/// Sends all of a stage once more.
fn replay_all(desk: Desk, stage: Stage, label: &'static str, source: Source) -> AnyView {
    let words = notices(desk.lang);
    let form = Form::new(["replay-", stage.name()].concat(), &[]);
    let send = move || {
        form.send(desk, "POST", "/notices/replays", &Replay { stage }, move |_: Replayed| {
            desk.note.set(words.replayed);
            source.ask_again();
        });
    };
    folded(label, vec![lead(words.replay_lead), sheet(desk, form, words.replay, Vec::new(), send)])
}

/// The number of the case or the request that a notice is about.
fn about(row: &NoticeRow) -> String {
    or_dash(row.case.or(row.request).map(|number| number.to_string()))
}

fn cells(row: &NoticeRow, lang: Lang) -> Vec<Cell> {
    let address = [LIST, "/", &row.id.to_string()].concat();
    let moment = row.sent.or(row.due).map(|at| names::moment(lang, at));
    vec![
        Cell::Named(address, words_of::notice(lang, row.notice).to_owned(), String::new()),
        Cell::Text(about(row)),
        Cell::Text(reader(lang, row)),
        Cell::When(names::moment(lang, row.created)),
        Cell::When(or_dash(moment)),
        Cell::State(pill(row), words_of::stage(lang, row.stage)),
    ]
}

fn reader(lang: Lang, row: &NoticeRow) -> String {
    let way = words_of::way(lang, row.way);
    if row.reader.is_empty() { way.to_owned() } else { [way, ": ", &row.reader].concat() }
}

fn pill(row: &NoticeRow) -> Pill {
    match row.stage {
        Stage::Sent => Pill::On,
        Stage::Waiting | Stage::Sending => Pill::Soon,
        Stage::Unknown | Stage::Failed => Pill::Late,
        Stage::Nobody => Pill::Off,
    }
}

/// One notice, and sending it once more.
pub(crate) fn show(desk: Desk, id: &str) -> AnyView {
    let (lang, words) = (desk.lang, notices(desk.lang));
    let source = Source::new();
    let (heading, named) = head_of(desk, words.one, id);
    let shown = move |row: NoticeRow| {
        named.set(words_of::notice(lang, row.notice).to_owned());
        let moment = |at: Option<i64>| or_dash(at.map(|at| names::moment(lang, at)));
        let hitch = row.hitch.map(|it| words_of::hitch(lang, it).to_owned());
        let details = facts(vec![
            (words.case, about(&row)),
            (words.way, reader(lang, &row)),
            (words.created, names::moment(lang, row.created)),
            (words.due, moment(row.due)),
            (words.sent, moment(row.sent)),
            (words.tries, row.tries.to_string()),
            (words.hitch, or_dash(hitch)),
        ]);
        let again = row.is_stuck().then(|| replay(desk, row.id, source));
        let state = state_line(pill(&row), words_of::stage(lang, row.stage));
        vec![state, details, again.into_any()].into_any()
    };
    let call = ["/notices/", &encoded(id)].concat();
    vec![heading, load(desk, call, source, shown), back(desk, LIST)].into_any()
}

fn replay(desk: Desk, id: i64, source: Source) -> AnyView {
    let words = notices(desk.lang);
    let form = Form::new("replay", &[]);
    let call = ["/notices/", &id.to_string(), "/replay"].concat();
    let send = move || {
        form.send(desk, "POST", call.clone(), &(), move |()| {
            desk.note.set(words.replayed);
            source.ask_again();
        });
    };
    section(
        words.replay,
        vec![lead(words.replay_lead), sheet(desk, form, words.replay, Vec::new(), send)],
    )
}
