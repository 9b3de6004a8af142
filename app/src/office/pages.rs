//! The pages of the office, one file each, in chapters.

mod books;
mod figures;
mod home;
mod parts;
mod people;
mod record;
mod settings;
mod surveys;

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
        Page::SignIn => people::sign_in::page(desk),
        Page::Code => people::sign_in::code(desk),
        Page::Return => people::openid::page(desk),
        Page::Invitation(token) => people::invitation::page(desk, token),
        Page::Me => people::me::page(desk),
        Page::SecondFactor => people::second_factor::page(desk),
        Page::RecoveryCodes => people::second_factor::codes(desk),
        Page::Accounts => people::accounts::page(desk),
        Page::NewAccount => people::accounts::new(desk),
        Page::Account(name) => people::account::page(desk, name),
        Page::Keys => people::keys::page(desk),
        Page::Key(id) => people::keys::show(desk, id),
        Page::NewKey => people::keys::new(desk),
        Page::Units => books::units::page(desk),
        Page::NewUnit => books::units::new(desk),
        Page::Unit(code) => books::units::show(desk, code),
        Page::NewUnitVersion(code) => books::unit_versions::rename(desk, code),
        Page::UnitVersion(code, from) => books::unit_versions::correct(desk, code, from),
        Page::SplitUnit(code) => books::splits::page(desk, code),
        Page::MergeUnits => books::mergers::page(desk),
        Page::Procedures => books::procedures::page(desk),
        Page::NewProcedure => books::procedures::new(desk),
        Page::Procedure(code) => books::procedures::show(desk, code),
        Page::ServicePoints => books::points::page(desk),
        Page::NewServicePoint => books::points::new(desk),
        Page::ServicePoint(code) => books::points::show(desk, code),
        Page::Campaigns => surveys::campaigns::page(desk),
        Page::NewCampaign => surveys::campaigns::new(desk),
        Page::Campaign(code) => surveys::campaigns::show(desk, code),
        Page::Invitees(code) => surveys::invitees::page(desk, code),
        Page::Invitee(code, id) => surveys::invitees::show(desk, code, id),
        Page::Calendar => books::calendar::page(desk),
        Page::Targets => figures::targets::page(desk),
        Page::Target(id) => figures::targets::show(desk, id),
        Page::NewTarget => figures::targets::new(desk),
        Page::Settings => settings::page(desk),
        Page::Record => record::page(desk),
        Page::Comments => surveys::comments::page(desk),
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
