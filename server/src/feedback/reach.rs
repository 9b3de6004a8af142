//! Who sees a case, who may know its sender, and how far up somebody is.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    Catalogue, Role, Scope,
    feedback::{
        case::Case,
        event::{Actor, Step},
        kind::Level,
        order::Order,
    },
    people::role::{Reach, handles},
};

use crate::{
    staff::Staff,
    store::{accounts::Account, feedback::cases::StoredCase},
};

/// How far up a person of a role is.
pub fn level(role: Role) -> Level {
    match role {
        Role::Leadership => Level::Leadership,
        Role::Office => Level::Office,
        _ => Level::Unit,
    }
}

/// A member of staff as the one who makes an event.
pub fn actor(staff: &Staff) -> Actor {
    Actor::Staff { account: staff.account, level: level(staff.role) }
}

/// Whoever makes the line of an order: of what staff only enter its sender.
pub fn actor_of(staff: &Staff, order: Order) -> Actor {
    if order.is_senders() { Actor::Sender } else { actor(staff) }
}

/// That a case is about somebody: the level above theirs has it; where nobody else is there, the next above
/// that has somebody, and at the top the highest below.
pub fn concern(account: &Account, people: &[Account]) -> Step {
    let of = |it: &Account| Role::from_number(it.role).map_or(Level::Unit, level);
    let own = of(account);
    let others = people.iter().filter(|it| it.id != account.id && it.disabled.is_none());
    let there: BTreeSet<Level> = others.map(of).collect();
    let least = own.next().unwrap_or(own);
    let above = there.range(least..).next().or_else(|| there.range(..least).next_back());
    Step::Concerns { account: Some(account.id), above: above.copied().unwrap_or(Level::Unit) }
}

/// Which cases a list is of, as far as the reader's right reaches: everything, or those of these units; of
/// a unit that is named its family.
pub fn units(staff: &Staff, books: &Catalogue, named: Option<i64>) -> (bool, Vec<i64>) {
    match (named, staff.scope.units()) {
        (Some(unit), _) => {
            let family = books.family(unit).into_iter();
            (false, family.filter(|unit| staff.scope.holds(Some(*unit))).collect())
        }
        (None, Some(units)) => (false, units.iter().copied().collect()),
        (None, None) => (true, Vec::new()),
    }
}

/// The units as which some units help: they themselves, and those that they answer for by now.
pub fn helping(books: &Catalogue, today: NaiveDate, units: &[i64]) -> Vec<i64> {
    let all: BTreeSet<i64> = books.units.iter().map(|version| version.unit).collect();
    let is_meant = |unit: &i64| units.contains(&books.answering_on(*unit, today).unwrap_or(*unit));
    all.into_iter().filter(is_meant).collect()
}

/// Whether a case is within the reader's scope: by the unit that leads, that it is offered to, or that
/// helps; what no unit has is for those alone who see everything. Nobody sees a case about themselves.
pub fn is_within(
    staff: &Staff,
    books: &Catalogue,
    today: NaiveDate,
    row: &StoredCase,
    supports: &[i64],
) -> bool {
    let units = [row.lead_unit_id, row.offer_unit_id].into_iter().flatten();
    let units: BTreeSet<i64> = units.chain(supports.iter().copied()).collect();
    let holds = |unit: i64| staff.scope.holds(books.answering_on(unit, today).or(Some(unit)));
    row.about_account_id != Some(staff.account)
        && (staff.scope.holds(None) || units.into_iter().any(holds))
}

/// Whether the reader handles the case: only then do they see who sent it, and its words unmasked.
pub fn is_handled_by(staff: &Staff, books: &Catalogue, today: NaiveDate, case: &Case) -> bool {
    if !handles(staff.role) {
        return false;
    }
    // Văn phòng Sở gives out what no unit has yet.
    let Some(unit) = case.unit() else { return staff.role == Role::Office };
    let own = Scope::of(Reach::Below, staff.unit, books, today);
    own.holds(books.answering_on(unit, today).or(Some(unit))) || staff.role == Role::Office
}

/// Whether an account may be given the case: somebody who works in its unit or below, and whom it is not
/// about.
pub fn may_hold(
    books: &Catalogue,
    today: NaiveDate,
    (row, case): (&StoredCase, &Case),
    account: &Account,
) -> bool {
    let own = Scope::of(Reach::Below, case.unit(), books, today);
    account.disabled.is_none()
        && Role::from_number(account.role).is_some_and(handles)
        && Some(account.id) != row.about_account_id
        && own.holds(account.unit_id)
}
