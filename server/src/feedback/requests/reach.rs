//! Who sees a co-ordination request, and who may do what to it.

use chrono::NaiveDate;
use domain::{
    Action, Catalogue, Role, Scope,
    feedback::request::{RequestMove, RequestState},
    people::role::{Reach, handles, reach},
};

use crate::{
    staff::Staff,
    store::{accounts::Account, feedback::requests::Listed},
};

/// On which sides of a request somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// They are asked, or somebody within their reach is.
    pub is_asked: bool,
    /// Their unit asks, or one below it.
    pub is_sender: bool,
}

impl Sides {
    /// On which sides a reader is. Whoever sees everything reads what anybody is asked.
    pub fn of(staff: &Staff, books: &Catalogue, today: NaiveDate, it: &Listed) -> Self {
        let own = own(staff, books, today);
        Self {
            is_asked: is_asked(staff, &staff.scope, books, today, it),
            is_sender: it.from_unit_id.is_some_and(|unit| holds(&own, books, today, unit)),
        }
    }

    /// Whether the request is there for them.
    pub fn is_any(self) -> bool {
        self.is_asked || self.is_sender
    }
}

/// Whether the reader works on one side of it, or gives out work: others see its words masked.
pub fn is_own(staff: &Staff, books: &Catalogue, today: NaiveDate, it: &Listed) -> bool {
    let own = own(staff, books, today);
    let mut units = it.from_unit_id.into_iter().chain([it.to_unit_id]);
    handles(staff.role)
        && (staff.role == Role::Office
            || it.account_id == Some(staff.account)
            || units.any(|unit| holds(&own, books, today, unit)))
}

/// What somebody may do to a request next, within their right to work on cases.
pub fn moves(
    staff: &Staff,
    books: &Catalogue,
    today: NaiveDate,
    it: &Listed,
    state: RequestState,
) -> Vec<RequestMove> {
    let right = reach(staff.role, Action::WorkOnFeedback);
    if right == Reach::Nothing || state != RequestState::Open {
        return Vec::new();
    }
    let scope = Scope::of(right, staff.unit, books, today);
    let may = |next: &RequestMove| match next {
        RequestMove::Reply => is_asked(staff, &scope, books, today, it),
        RequestMove::Withdraw => match it.from_unit_id {
            Some(unit) => holds(&scope, books, today, unit),
            // What another body asks is taken back by whoever receives its letters.
            None => scope.holds(None),
        },
    };
    RequestMove::ALL.iter().copied().filter(|it| may(it)).collect()
}

/// Whether an account may be asked for a unit: somebody who works on cases there or below, and whom the
/// case is not about.
pub fn may_be_asked(
    books: &Catalogue,
    today: NaiveDate,
    unit: i64,
    about: Option<i64>,
    account: &Account,
) -> bool {
    let below = Scope::of(Reach::Below, Some(unit), books, today);
    let works = |role| reach(role, Action::WorkOnFeedback) > Reach::Nothing;
    !account.is_shut()
        && Role::from_number(account.role).is_some_and(works)
        && Some(account.id) != about
        && below.holds(account.unit_id)
}

fn is_asked(
    staff: &Staff,
    scope: &Scope,
    books: &Catalogue,
    today: NaiveDate,
    it: &Listed,
) -> bool {
    it.account_id == Some(staff.account) || holds(scope, books, today, it.to_unit_id)
}

fn own(staff: &Staff, books: &Catalogue, today: NaiveDate) -> Scope {
    Scope::of(Reach::Below, staff.unit, books, today)
}

/// Whether a unit, or the one that answers for it by now, is within a scope.
fn holds(scope: &Scope, books: &Catalogue, today: NaiveDate, unit: i64) -> bool {
    scope.holds(books.answering_on(unit, today).or(Some(unit)))
}
