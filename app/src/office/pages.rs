//! The pages of the office, one file each.

mod account;
mod accounts;
mod calendar;
mod campaigns;
mod comments;
mod hand_out;
mod home;
mod invitation;
mod invitees;
mod keys;
mod me;
mod mergers;
mod openid;
mod parts;
mod points;
mod procedures;
mod record;
mod second_factor;
mod sessions;
mod settings;
mod shown_once;
mod sign_in;
mod splits;
mod targets;
mod unit_versions;
mod units;

use domain::office::Me;
use leptos::prelude::*;

use self::parts::{head, lead};
use super::{desk::Desk, route::Page};
use crate::text::{self, office::frame::frame};

/// Whether someone may see a page at all.
pub(super) fn may(me: Option<&Me>, page: &Page) -> bool {
    me.is_some_and(|me| me.actions.contains(&page.needs()))
}

/// A page.
pub(super) fn draw(desk: Desk, page: &Page) -> AnyView {
    match page {
        Page::Home => home::page(desk),
        Page::SignIn => sign_in::page(desk),
        Page::Code => sign_in::code(desk),
        Page::Return => openid::page(desk),
        Page::Invitation(token) => invitation::page(desk, token),
        Page::Me => me::page(desk),
        Page::SecondFactor => second_factor::page(desk),
        Page::RecoveryCodes => second_factor::codes(desk),
        Page::Accounts => accounts::page(desk),
        Page::NewAccount => accounts::new(desk),
        Page::Account(name) => account::page(desk, name),
        Page::Keys => keys::page(desk),
        Page::Key(id) => keys::show(desk, id),
        Page::NewKey => keys::new(desk),
        Page::Units => units::page(desk),
        Page::NewUnit => units::new(desk),
        Page::Unit(code) => units::show(desk, code),
        Page::NewUnitVersion(code) => unit_versions::rename(desk, code),
        Page::UnitVersion(code, from) => unit_versions::correct(desk, code, from),
        Page::SplitUnit(code) => splits::page(desk, code),
        Page::MergeUnits => mergers::page(desk),
        Page::Procedures => procedures::page(desk),
        Page::NewProcedure => procedures::new(desk),
        Page::Procedure(code) => procedures::show(desk, code),
        Page::ServicePoints => points::page(desk),
        Page::NewServicePoint => points::new(desk),
        Page::ServicePoint(code) => points::show(desk, code),
        Page::Campaigns => campaigns::page(desk),
        Page::NewCampaign => campaigns::new(desk),
        Page::Campaign(code) => campaigns::show(desk, code),
        Page::Invitees(code) => invitees::page(desk, code),
        Page::Invitee(code, id) => invitees::show(desk, code, id),
        Page::Calendar => calendar::page(desk),
        Page::Targets => targets::page(desk),
        Page::Target(id) => targets::show(desk, id),
        Page::NewTarget => targets::new(desk),
        Page::Settings => settings::page(desk),
        Page::Record => record::page(desk),
        Page::Comments => comments::page(desk),
        Page::Unknown => unknown(desk),
    }
}

/// Instead of a page that the role does not use.
pub(super) fn not_yours(desk: Desk) -> AnyView {
    let title = text::pages(desk.lang).not_allowed.title;
    vec![head(desk, title), lead(frame(desk.lang).not_yours)].into_any()
}

/// No page at all.
fn unknown(desk: Desk) -> AnyView {
    let words = frame(desk.lang);
    vec![head(desk, words.unknown), lead(words.unknown_help)].into_any()
}
