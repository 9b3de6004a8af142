//! Accounts as rows of a list: found, filtered and sorted.

use std::cmp::Ordering;

use chrono::NaiveDate;
use domain::{
    Catalogue, Role, books::catalogue::UnitVersion, listing::Wanted,
    office::people::account::AccountRow, text::fold,
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{state::App, store::accounts::Account};

/// What else a row has to be.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// The role's name.
    role: Option<String>,
    /// The unit's code.
    unit: Option<String>,
    /// `disabled`, `invited`, `able` or `unit_ended`.
    state: Option<String>,
}

/// The row of an account; none for a role this program does not know.
pub fn of(app: &App, account: &Account) -> Option<AccountRow> {
    let (books, today) = (app.books(), app.today());
    let version = account.unit_id.and_then(|unit| last(&books.catalogue, unit, today));
    Some(AccountRow {
        name: account.name.clone(),
        full_name: account.full_name.clone(),
        role: Role::from_number(account.role)?,
        unit: version.map(|version| version.code.clone()),
        unit_name: version.map(|version| version.name.clone()),
        unit_ended: version.is_some_and(|version| !version.period.holds(today)),
        second_factor: account.totp.is_some(),
        invited: account.password.is_none(),
        disabled: account.disabled.is_some(),
        created: account.created,
    })
}

/// A unit's version of a day; where it is no longer there its newest. What it was merged into is
/// another unit: an account does not become that one's by itself.
pub(super) fn last(books: &Catalogue, unit: i64, day: NaiveDate) -> Option<&UnitVersion> {
    let versions = books.versions_of(unit);
    versions.iter().copied().find(|version| version.period.holds(day)).or(versions.last().copied())
}

/// The rows asked for, in the order asked for; of equals the name decides.
pub fn chosen(rows: Vec<AccountRow>, wanted: &Wanted, filter: &Filter) -> Vec<AccountRow> {
    let needle = fold(&wanted.q);
    let is_asked = |row: &AccountRow| has(row, &needle) && filter.fits(row);
    let mut rows: Vec<AccountRow> = rows.into_iter().filter(is_asked).collect();
    let (column, from_the_end) = wanted.order();
    rows.sort_by(|one, other| compare(one, other, column).then(one.name.cmp(&other.name)));
    if from_the_end {
        rows.reverse();
    }
    rows
}

fn has(row: &AccountRow, needle: &str) -> bool {
    let unit = row.unit_name.as_ref().map(|words| format!("{} {}", words.vi, words.en));
    let all = [Some(&row.name), Some(&row.full_name), row.unit.as_ref(), unit.as_ref()];
    needle.is_empty() || all.into_iter().flatten().any(|text| fold(text).contains(needle))
}

fn compare(one: &AccountRow, other: &AccountRow, column: &str) -> Ordering {
    match column {
        "full_name" => fold(&one.full_name).cmp(&fold(&other.full_name)),
        "role" => one.role.cmp(&other.role),
        "unit" => one.unit.cmp(&other.unit),
        "created" => one.created.cmp(&other.created),
        _ => Ordering::Equal,
    }
}

impl Filter {
    fn fits(&self, row: &AccountRow) -> bool {
        let given = |field: &Option<String>| field.clone().filter(|value| !value.is_empty());
        given(&self.role).is_none_or(|role| role == row.role.name())
            && given(&self.unit).is_none_or(|unit| Some(unit) == row.unit)
            && match given(&self.state).as_deref() {
                None => true,
                Some("disabled") => row.disabled,
                Some("invited") => row.invited,
                Some("unit_ended") => row.unit_ended,
                Some("able") => !row.disabled && !row.invited,
                Some(_) => false,
            }
    }
}
