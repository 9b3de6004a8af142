//! Campaigns: the list, one of them with what is handed out, and a new one.

use domain::{
    Action, Channel, Lang, Sampling,
    books::campaign::Standing,
    office::surveys::campaign::{CampaignChange, CampaignRow, NewCampaign},
};
use leptos::prelude::*;

use super::{hand_out::hand_out, invitees};
use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, Next, day, line, many, one, sheet, tick, whole},
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        pages::books::ends_sooner,
        pages::parts::{
            aside, back, facts, folded, head, head_of, lead, or_dash, section, state, ways,
        },
        pill::Pill,
        place::encoded,
    },
    text::{
        count,
        office::{
            books::{books, channel},
            frame::{form as form_words, frame},
            names,
            surveys::invitees as invitees_words,
            surveys::{campaigns, sampling, standing},
        },
    },
};

const LIST: &str = "/van-phong/dot-khao-sat";

/// The list of campaigns.
pub(crate) fn page(desk: Desk) -> AnyView {
    let (words, all) = (campaigns(desk.lang), books(desk.lang));
    let shape = Shape {
        call: "/campaigns",
        what: words.heading,
        empty: all.empty,
        columns: vec![
            Column::sorted("title", all.name),
            Column::sorted("unit", all.unit),
            Column::plain(words.sampling),
            Column::plain(words.standing),
            Column::sorted("from", all.from),
            Column::sorted("until", all.until),
            Column::sorted("ballots", words.ballots),
        ],
        filters: vec![choices::standings(desk.lang)],
        cells,
    };
    let add = "/van-phong/them/dot-khao-sat".to_owned();
    vec![
        head(desk, words.heading),
        ways(desk, vec![(Action::ChangeCampaigns, add, words.add)]),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &CampaignRow, lang: Lang) -> Vec<Cell> {
    let words = campaigns(lang);
    vec![
        Cell::Named(
            [LIST, "/", &encoded(&row.code)].concat(),
            row.title.get(lang).to_owned(),
            row.code.clone(),
        ),
        match &row.unit {
            Some(unit) => Cell::Unit(Some(unit.clone())),
            None => Cell::Text(words.everywhere.to_owned()),
        },
        Cell::Text(sampling(lang, row.sampling).to_owned()),
        Cell::State(stage(row.standing), standing(lang, row.standing)),
        Cell::When(names::day(lang, &row.from)),
        Cell::When(or_dash(row.until.as_ref().map(|day| names::day(lang, day)))),
        Cell::Number(ballots(lang, row)),
    ]
}

fn stage(standing: Standing) -> Pill {
    match standing {
        Standing::NotOpenYet => Pill::Soon,
        Standing::Open => Pill::On,
        Standing::Closed => Pill::Off,
    }
}

/// How many ballots came in, and of how many at most.
fn ballots(lang: Lang, row: &CampaignRow) -> String {
    let written = |number: i64| count(lang, number.unsigned_abs());
    let most = row.quota.map(|quota| [" / ", &written(quota)].concat()).unwrap_or_default();
    [written(row.ballots), most].concat()
}

/// One campaign.
pub(crate) fn show(desk: Desk, code: &str) -> AnyView {
    let (source, invited) = (Source::new(), invitees_words(desk.lang));
    let (heading, named) = head_of(desk, campaigns(desk.lang).heading, code);
    let shown = move |row: CampaignRow| {
        named.set(row.title.get(desk.lang).to_owned());
        let changes = desk
            .may(Action::ChangeCampaigns)
            .then(|| vec![change(desk, row.clone(), source), close(desk, &row, source)].into_any());
        let people = (Action::ChangeInvitees, invitees::path(&row.code), invited.heading);
        let people = ways(desk, vec![people]);
        let pill = state(stage(row.standing), standing(desk.lang, row.standing));
        vec![pill, details(desk, &row), people, hand_out(desk, &row), changes.into_any()].into_any()
    };
    vec![
        heading,
        load(desk, ["/campaigns/", &encoded(code)].concat(), source, shown),
        back(desk, LIST),
    ]
    .into_any()
}

fn details(desk: Desk, row: &CampaignRow) -> AnyView {
    let lang = desk.lang;
    let (words, all) = (campaigns(lang), books(lang));
    let mut details = vec![
        (words.ballots, ballots(lang, row)),
        (words.instrument, row.instrument.clone()),
        (
            all.unit,
            row.unit.as_ref().map_or(words.everywhere.to_owned(), |unit| desk.unit_name(unit)),
        ),
        (all.channel, channel(lang, row.channel).to_owned()),
        (words.sampling, sampling(lang, row.sampling).to_owned()),
        (words.takes, taken(lang, &row.takes)),
        (all.from, names::day(lang, &row.from)),
        (all.until, or_dash(row.until.as_ref().map(|day| names::day(lang, day)))),
    ];
    details.extend(row.closed.map(|moment| (words.closed, names::moment(lang, moment))));
    facts(details)
}

/// The kinds of ballots it takes, in words.
fn taken(lang: Lang, takes: &[Sampling]) -> String {
    let kinds: Vec<&str> = takes.iter().map(|kind| sampling(lang, *kind)).collect();
    if kinds.is_empty() { campaigns(lang).takes_all.to_owned() } else { kinds.join("; ") }
}

/// The kinds of ballots that come by themselves.
const WAYS: [Sampling; 5] = [
    Sampling::CounterQr,
    Sampling::Kiosk,
    Sampling::OpenLink,
    Sampling::RandomList,
    Sampling::AllCompletedDossiers,
];

fn takes(lang: Lang) -> Field {
    let ticks = WAYS.map(|kind| tick(&way(kind), sampling(lang, kind)));
    let words = campaigns(lang);
    many("takes", words.takes, ticks.into_iter().collect()).hint(words.takes_hint)
}

/// The name of a kind's box.
fn way(kind: Sampling) -> String {
    ["takes.", kind.name()].concat()
}

/// The fields of a campaign; those that ballots depend on only while there are none.
fn fields(desk: Desk, is_fixed: bool) -> Vec<Field> {
    let (words, all) = (campaigns(desk.lang), books(desk.lang));
    let mut fields = vec![
        line("title.vi", words.title_vi),
        line("title.en", words.title_en).hint(all.name_en_hint).optional(),
    ];
    if !is_fixed {
        fields.extend([
            one("instrument", words.instrument, choices::instruments(desk)),
            one("unit", all.unit, choices::units(desk)).optional(),
            one("channel", all.channel, choices::channels(desk.lang)),
            one("sampling", words.sampling, choices::samplings(desk.lang))
                .hint(words.sampling_hint),
        ]);
    }
    fields.extend([
        takes(desk.lang),
        day("from", all.from),
        day("until", all.until).hint(all.until_hint).optional(),
        whole("quota", words.quota).hint(words.quota_hint).optional(),
    ]);
    fields
}

fn read_form(form: Form) -> NewCampaign {
    NewCampaign {
        code: form.get("code"),
        title: form.words("title"),
        instrument: form.get("instrument"),
        unit: form.given("unit"),
        channel: Channel::read(&form.get("channel")).unwrap_or(Channel::InPerson),
        sampling: Sampling::read(&form.get("sampling")).unwrap_or(Sampling::OpenLink),
        takes: Some(ticked(form)),
        from: form.get("from"),
        until: form.given("until"),
        quota: form.whole("quota"),
    }
}

/// The kinds that are ticked, and those that no box stands for.
fn ticked(form: Form) -> Vec<Sampling> {
    Sampling::ALL.iter().copied().filter(|kind| form.is_ticked(&way(*kind))).collect()
}

fn change(desk: Desk, row: CampaignRow, source: Source) -> AnyView {
    let words = campaigns(desk.lang);
    let quota = row.quota.map(|quota| quota.to_string()).unwrap_or_default();
    let form = Form::new(
        "campaign",
        &[
            ("title.vi", &row.title.vi),
            ("title.en", &row.title.en),
            ("instrument", &row.instrument),
            ("unit", row.unit.as_deref().unwrap_or_default()),
            ("channel", row.channel.name()),
            ("sampling", row.sampling.name()),
            ("from", &row.from),
            ("until", row.until.as_deref().unwrap_or_default()),
            ("quota", &quota),
        ],
    );
    for kind in &row.takes {
        form.set(&way(*kind), "yes".to_owned());
    }
    let is_fixed = row.ballots > 0;
    let send = move || {
        let NewCampaign { title, instrument, unit, channel, sampling, takes, .. } = read_form(form);
        let NewCampaign { from, until, quota, .. } = read_form(form);
        let based_on = row.state.clone();
        #[rustfmt::skip]
        let body = CampaignChange {
            based_on, title, instrument, unit, channel, sampling, takes, from, until, quota,
        };
        if form.is_right(desk.lang, body.check()) {
            let put = ["/campaigns/", &encoded(&row.code)].concat();
            let closing = [&put, "/closing"].concat();
            let ends = ends_sooner(body.until.as_deref(), row.until.as_deref());
            let saved = frame(desk.lang).saved;
            let go = move || form.change(desk, ("PUT", put.clone()), &body, source, saved);
            match ends {
                true => form.ask_closing(desk, closing, go),
                false => go(),
            }
        }
    };
    let sheet = sheet(desk, form, form_words(desk.lang).save, fields(desk, is_fixed), send);
    let fixed = if is_fixed { aside(words.fixed) } else { ().into_any() };
    section(books(desk.lang).change, vec![fixed, sheet])
}

/// Ends a campaign before its last day.
fn close(desk: Desk, row: &CampaignRow, source: Source) -> AnyView {
    let words = campaigns(desk.lang);
    if row.closed.is_some() {
        return ().into_any();
    }
    let form = Form::new("close", &[]);
    let call = ["/campaigns/", &encoded(&row.code), "/closing"].concat();
    let send = move || {
        let post = call.clone();
        form.ask_closing(desk, call.clone(), move || {
            form.change(desk, ("POST", post.clone()), &(), source, words.was_closed);
        });
    };
    let sheet = sheet(desk, form, words.closing, Vec::new(), send);
    folded(words.close, vec![lead(words.close_lead), sheet])
}

/// A campaign that was not there before.
pub(crate) fn new(desk: Desk) -> AnyView {
    let (words, all) = (campaigns(desk.lang), books(desk.lang));
    let form = Form::new(
        "campaign",
        &[("channel", Channel::InPerson.name()), ("sampling", Sampling::OpenLink.name())],
    );
    let send = move || {
        let body = read_form(form);
        if form.is_for_the_books(desk.lang, &body.check().err().unwrap_or_default()) {
            let code = ["/", &encoded(body.code.trim())].concat();
            let [path, call] = [LIST, "/campaigns"].map(|it| [it, &code].concat());
            let next = Next { path, call, note: frame(desk.lang).saved };
            form.change_at(desk, ("POST", "/campaigns".to_owned()), &body, next);
        }
    };
    let code = line("code", all.code).hint(words.code_hint);
    let fields = [code].into_iter().chain(fields(desk, false)).collect();
    vec![head(desk, words.add), sheet(desk, form, words.add, fields, send)].into_any()
}
