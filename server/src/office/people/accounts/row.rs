//! Accounts as rows of a list: found, filtered and sorted.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    Catalogue, Role,
    books::catalogue::UnitVersion,
    listing::{Key, Search, fits, non_empty},
    office::people::account::AccountRow,
    people::standing::Standing,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::second;
use crate::{
    node::Node,
    problem::Problem,
    staff::Staff,
    store::{
        accounts::{self, Account},
        confirmations,
    },
};

/// What else a row has to be.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// The role's name.
    role: Option<String>,
    /// The unit's code.
    unit: Option<String>,
    /// `disabled`, `invited`, `able`, `waits` or `unit_ended`.
    state: Option<String>,
}

/// What a row says of an account besides what stands in it.
pub struct Around {
    /// Every account.
    pub all: Vec<Account>,
    waiting: BTreeSet<i64>,
    reader: i64,
}

impl Around {
    /// As it stands now, for whoever reads.
    pub async fn read(node: &Node, staff: &Staff) -> Result<Self, Problem> {
        let waiting = confirmations::waiting(&node.db, node.moment()).await?;
        Ok(Self {
            all: accounts::all(&node.db).await?,
            waiting: waiting.iter().map(|it| it.account_id).collect(),
            reader: staff.account,
        })
    }

    /// The row of an account; none for a role this program does not know.
    pub fn row(&self, node: &Node, account: &Account) -> Option<AccountRow> {
        Some(AccountRow {
            waits: account.standing == Standing::Waiting.number()
                || self.waiting.contains(&account.id),
            nobody_confirms: second::nobody(node, &self.all, self.reader, account.id),
            ..of(node, account)?
        })
    }
}

fn of(node: &Node, account: &Account) -> Option<AccountRow> {
    let (books, today) = (node.books(), node.today());
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
        waits: false,
        nobody_confirms: false,
        created: account.created,
    })
}

/// A unit's version of a day; where it is no longer there its newest. What it was merged into is
/// another unit: an account does not become that one's by itself.
pub(super) fn last(books: &Catalogue, unit: i64, day: NaiveDate) -> Option<&UnitVersion> {
    let versions = books.versions_of(unit);
    versions.iter().copied().find(|version| version.period.holds(day)).or(versions.last().copied())
}

/// Whether a row is found by its names or its unit.
pub fn holds(search: &Search, row: &AccountRow) -> bool {
    let unit = row.unit_name.as_ref().map(|words| format!("{} {}", words.vi, words.en));
    let (code, unit) = (row.unit.as_deref().unwrap_or_default(), unit.unwrap_or_default());
    search.is_in(&[&row.name, &row.full_name, code, &unit])
}

/// What a row is sorted by.
pub fn key(row: &AccountRow, column: &str) -> Key {
    match column {
        "full_name" => Key::from(&row.full_name),
        "role" => Key::Number(row.role.place() as i64),
        "unit" => row.unit.clone().map_or(Key::Nothing, Key::Text),
        "created" => Key::from(row.created),
        _ => Key::from(&row.name),
    }
}

impl Filter {
    /// Whether a row is all that is asked for.
    pub fn fits(&self, row: &AccountRow) -> bool {
        let is_in = |state: &str| match state {
            "disabled" => row.disabled,
            "invited" => row.invited,
            "unit_ended" => row.unit_ended,
            "waits" => row.waits,
            "able" => !row.disabled && !row.invited,
            _ => false,
        };
        fits(self.role.as_deref(), row.role.name())
            && fits(self.unit.as_deref(), row.unit.as_deref())
            && non_empty(self.state.as_deref()).is_none_or(is_in)
    }
}
