//! What can be chosen in forms: units, campaigns, question sets, roles, yes and no.

use domain::{Channel, Lang, Role, Sampling, books::campaign::Standing};
use leptos::{prelude::*, task::spawn_local};

use super::{
    desk::Desk,
    fetch::{self, Trouble},
    list::{Filter, Kind},
    options::{Entry, Options},
};
use crate::text::office::{
    books,
    frame::{form, frame, list as list_words},
    names, surveys,
};

/// The units of today by code, after the choice of none.
pub(super) fn units(desk: Desk) -> Signal<Options> {
    after_none(desk, desk.learn_units())
}

/// The units that the desk knows by name, after the choice of none; nothing is asked for them.
pub(super) fn today(desk: Desk, none: &str) -> Options {
    let units = desk.units.get_value();
    let units = units.into_iter().map(|unit| {
        let says = unit.says(desk.lang);
        (unit.code, says)
    });
    [(String::new(), none.to_owned())].into_iter().chain(units).collect()
}

/// The question sets there are, after the choice of none.
pub(super) fn instruments(desk: Desk) -> Signal<Options> {
    after_none(desk, async move { fetch::get("/api/v1/instruments", desk.lang).await })
}

/// What a list of the office holds on all its pages.
pub(super) fn listed(desk: Desk, call: &'static str) -> Signal<Options> {
    after_none(desk, async move { desk.every(call).await })
}

/// The choice of none at once, the others when they come.
fn after_none(
    desk: Desk,
    entries: impl Future<Output = Result<Vec<Entry>, Trouble>> + 'static,
) -> Signal<Options> {
    let lang = desk.lang;
    let options = RwSignal::new(vec![(String::new(), form(lang).none.to_owned())]);
    spawn_local(async move {
        let entries = entries.await;
        options.try_update(|options| match entries {
            Ok(entries) => options
                .extend(entries.into_iter().map(|entry| (entry.code.clone(), entry.says(lang)))),
            Err(_) => frame(lang).odd.clone_into(&mut options[0].1),
        });
    });
    options.into()
}

/// Every role, after a choice that is none yet.
pub(super) fn roles(lang: Lang) -> Options {
    let none = (String::new(), form(lang).choose.to_owned());
    let roles = Role::ALL.iter();
    let roles = roles.map(|&role| (role.name().to_owned(), names::role(lang, role).to_owned()));
    [none].into_iter().chain(roles).collect()
}

/// Every channel.
pub(super) fn channels(lang: Lang) -> Options {
    let channels = Channel::ALL.iter();
    channels.map(|&it| (it.name().to_owned(), books::channel(lang, it).to_owned())).collect()
}

/// Every way in which ballots come about.
pub(super) fn samplings(lang: Lang) -> Options {
    let ways = Sampling::ALL.iter();
    ways.map(|&it| (it.name().to_owned(), surveys::sampling(lang, it).to_owned())).collect()
}

/// Whether something is in force, for lists that can be asked so.
pub(super) fn in_force(lang: Lang) -> Filter {
    let words = books::books(lang);
    let options = [("", list_words(lang).any), ("yes", words.in_force), ("no", words.not_in_force)];
    let options = options.map(|(value, says)| (value.to_owned(), says.to_owned())).to_vec();
    Filter { name: "in_force", label: words.state, kind: Kind::One(options.into()) }
}

/// Where a campaign stands, for its list.
pub(super) fn standings(lang: Lang) -> Filter {
    let all = [
        ("not_open_yet", Standing::NotOpenYet),
        ("open", Standing::Open),
        ("closed", Standing::Closed),
    ];
    let says = |standing| surveys::standing(lang, standing).to_owned();
    let options = all.map(|(value, standing)| (value.to_owned(), says(standing)));
    let options = [(String::new(), list_words(lang).any.to_owned())]
        .into_iter()
        .chain(options)
        .collect::<Options>();
    let label = surveys::campaigns(lang).standing;
    Filter { name: "standing", label, kind: Kind::One(options.into()) }
}
