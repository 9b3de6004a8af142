//! What a publication does not tell: groups below their floor, and with them whatever would pin them.
//!
//! Everything a reader may subtract is in one ledger: people, satisfied and other answers of each unit,
//! procedure, factor and item, beside the whole. What is told counts as known to the last answer, however
//! coarsely it is shown. As long as the auditor finds a hidden count that is too narrow, the smallest row
//! beside it is hidden too. Where no row is left, the table is not listed at all. Crossings of two tables
//! (a procedure within a unit) are in no table; where each row and the rest of its table are as large as
//! the floor, such a cell has a range at least as wide, by Fréchet's bounds.

use std::collections::BTreeMap;

use super::{
    Floor,
    sheet::{EXACT, Group, Rows, Sheet},
};
use crate::{
    ballot::instrument::Instrument,
    figures::{
        audit::{Count, Ledger, Place},
        index::By,
    },
};

/// Nothing can be told: even what is left would pin somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal;

/// Decides what of a sheet is told.
pub fn withhold(sheet: &mut Sheet, set: &Instrument, floor: Floor) -> Result<(), Refusal> {
    mark_large(sheet, floor);
    let mut draft = Draft::new(sheet, set, floor);
    draft.hide_until_safe(sheet)?;
    for rows in sheet.rows.values_mut() {
        let is_fine = |group: &Group| !group.is_told || group.n >= EXACT;
        rows.is_exact = rows.groups.values().all(is_fine);
    }
    sheet.is_exact = sheet.whole.n >= EXACT;
    // What is released passes the audit as it stands, not as it was drafted.
    if is_safe(sheet, set, floor) { Ok(()) } else { Err(Refusal) }
}

/// Whether every hidden count of a sheet keeps its range.
pub fn is_safe(sheet: &Sheet, set: &Instrument, floor: Floor) -> bool {
    Draft::new(sheet, set, floor).ledger.narrow().is_empty()
}

/// Every group that is large enough by itself, or of nobody; nothing where the whole is too small.
fn mark_large(sheet: &mut Sheet, floor: Floor) {
    let is_large = |group: &Group, floor: u64| !(1..floor).contains(&group.judged());
    sheet.whole.is_told = is_large(&sheet.whole, floor.cell);
    for (by, rows) in &mut sheet.rows {
        let floor = floor_of(*by, floor);
        for group in rows.groups.values_mut() {
            group.is_told = sheet.whole.is_told && is_large(group, floor);
        }
        // Channels and kinds were folded: whatever row is left is as large as can be.
        if matches!(by, By::Channel | By::Sampling) {
            rows.groups.values_mut().for_each(|group| group.is_told = sheet.whole.is_told);
        }
        let is_any = rows.groups.is_empty() || rows.groups.values().any(|group| group.is_told);
        rows.is_listed = sheet.whole.is_told && is_any;
    }
}

fn floor_of(by: By, floor: Floor) -> u64 {
    if matches!(by, By::Unit | By::Procedure) { floor.index } else { floor.cell }
}

/// A row that may be hidden: its table, its number, its people, its counts.
struct Row {
    key: (By, i64),
    people: u64,
    places: Vec<Place>,
}

/// A sheet as the auditor sees it.
#[derive(Default)]
struct Draft {
    ledger: Ledger,
    rows: Vec<Row>,
}

/// The counts of one group: people, satisfied answers, other answers.
type Three = [Place; 3];

impl Draft {
    fn new(sheet: &Sheet, set: &Instrument, floor: Floor) -> Self {
        let mut draft = Self::default();
        let told = |value| Count { value, least: 0, width: 0, is_told: sheet.whole.is_told };
        let parts = |group: &Group| [group.n, group.share.num, group.rest()];
        let whole: Three = parts(&sheet.whole).map(|value| draft.ledger.add(told(value)));
        for by in [By::Unit, By::Procedure] {
            draft.apart((by, sheet), whole, floor, set);
        }
        draft.shared(sheet, whole, floor, set);
        draft
    }

    /// A count of a row. Of a whole that is below the floor itself no wider range can be asked.
    fn count(
        &mut self,
        (value, whole): (u64, u64),
        least: u64,
        width: u64,
        is_told: bool,
    ) -> Place {
        self.ledger.add(Count { value, least, width: width.min(whole), is_told })
    }

    /// Units or procedures: each ballot is in one of them, or in none.
    fn apart(&mut self, (by, sheet): (By, &Sheet), whole: Three, floor: Floor, set: &Instrument) {
        let Some(rows) = sheet.rows.get(&by) else { return };
        let values = |group: &Group| [group.n, group.share.num, group.rest()];
        let asked = i64::try_from(set.items.iter().filter(|item| item.counts()).count());
        let (all, mut named) = (values(&sheet.whole), [0; 3]);
        let mut columns: [Vec<Place>; 3] = Default::default();
        for (number, group) in &rows.groups {
            let is_told = group.is_told && rows.is_listed;
            let (width, least) = if rows.is_listed { (floor.index, 1) } else { (0, 0) };
            let mut places = Three::default();
            for (at, value) in values(group).into_iter().enumerate() {
                let least = if at == 0 { least } else { 0 };
                places[at] = self.count((value, all[at]), least, width, is_told);
                columns[at].push(places[at]);
                named[at] += value;
            }
            self.ledger.bound(asked.unwrap_or(1), places[0], places[1..].iter().copied());
            self.row((by, *number), group, places.into());
        }
        for (at, mut column) in columns.into_iter().enumerate() {
            // What names none is known: of many by subtraction, and few were left out.
            let strays = all[at].saturating_sub(named[at]);
            column.push(self.count((strays, 0), 0, 0, true));
            self.ledger.sum(whole[at], column);
        }
    }

    /// Items, their factors, and the whole: the same people answered them.
    fn shared(&mut self, sheet: &Sheet, whole: Three, floor: Floor, set: &Instrument) {
        let (Some(items), Some(factors)) = (sheet.rows.get(&By::Item), sheet.rows.get(&By::Factor))
        else {
            return;
        };
        let all = answers(&sheet.whole);
        let width = |rows: &Rows| if rows.is_listed { floor.cell } else { 0 };
        let mut columns: [Vec<Place>; 3] = Default::default();
        for (number, factor) in &factors.groups {
            let is_told = factor.is_told && factors.is_listed;
            let three = self.three((answers(factor), all), width(factors), is_told);
            columns.iter_mut().zip(three).for_each(|(column, place)| column.push(place));
            let people = self.count((factor.n, 0), 0, 0, is_told);
            self.ledger.bound(1, whole[0], [people]);
            let mut parts: [Vec<Place>; 3] = Default::default();
            for (item, group) in items_of(*number, &items.groups, set) {
                let is_told = group.is_told && items.is_listed;
                let three = self.three((answers(group), all), width(items), is_told);
                parts.iter_mut().zip(three).for_each(|(part, place)| part.push(place));
                self.ledger.bound(1, people, [three[0]]);
                self.row((By::Item, item), group, three.into());
            }
            three.into_iter().zip(parts).for_each(|(place, part)| self.ledger.sum(place, part));
            self.row((By::Factor, *number), factor, [three.as_slice(), &[people]].concat());
        }
        for (place, column) in whole.into_iter().zip(columns).skip(1) {
            self.ledger.sum(place, column);
        }
    }

    /// The answers of a group, the satisfied ones and the others, which add up to them.
    fn three(&mut self, (values, all): ([u64; 3], [u64; 3]), width: u64, is_told: bool) -> Three {
        let mut three = Three::default();
        for (at, pair) in values.into_iter().zip(all).enumerate() {
            three[at] = self.count(pair, 0, width, is_told);
        }
        self.ledger.sum(three[0], [three[1], three[2]]);
        three
    }

    fn row(&mut self, key: (By, i64), group: &Group, places: Vec<Place>) {
        self.rows.push(Row { key, people: group.judged(), places });
    }

    fn hide_until_safe(&mut self, sheet: &mut Sheet) -> Result<(), Refusal> {
        // Each step hides a row or takes a table off the list.
        for _ in 0..=2 * self.rows.len() + sheet.rows.len() {
            self.unlist_silent(sheet);
            let Some(narrow) = self.ledger.narrow().first().copied() else { return Ok(()) };
            let near = self.ledger.beside(narrow);
            let is_near = |row: &&Row| row.places.iter().any(|place| near.contains(place));
            match self.rows.iter().filter(is_near).min_by_key(|row| (row.people, row.key)) {
                Some(row) => hide(&mut self.ledger, row, sheet),
                None => self.unlist(self.table_of(narrow).ok_or(Refusal)?, sheet),
            }
        }
        Err(Refusal)
    }

    fn table_of(&self, place: Place) -> Option<By> {
        self.rows.iter().find(|row| row.places.contains(&place)).map(|row| row.key.0)
    }

    /// Takes the tables off the list of which no row is told.
    fn unlist_silent(&mut self, sheet: &mut Sheet) {
        let is_silent = |rows: &Rows| {
            rows.is_listed
                && !rows.groups.is_empty()
                && rows.groups.values().all(|group| !group.is_told)
        };
        let silent: Vec<By> =
            sheet.rows.iter().filter(|(_, rows)| is_silent(rows)).map(|(by, _)| *by).collect();
        silent.into_iter().for_each(|by| self.unlist(by, sheet));
    }

    /// A table that is not listed tells nothing, not even which rows there are.
    fn unlist(&mut self, by: By, sheet: &mut Sheet) {
        if let Some(rows) = sheet.rows.get_mut(&by) {
            rows.is_listed = false;
            rows.groups.values_mut().for_each(|group| group.is_told = false);
        }
        for row in self.rows.iter().filter(|row| row.key.0 == by) {
            row.places.iter().for_each(|place| self.ledger.release(*place));
        }
    }
}

/// All answers of a group, the satisfied ones, the others.
fn answers(group: &Group) -> [u64; 3] {
    [group.share.den, group.share.num, group.rest()]
}

fn hide(ledger: &mut Ledger, row: &Row, sheet: &mut Sheet) {
    row.places.iter().for_each(|place| ledger.hide(*place));
    let rows = sheet.rows.get_mut(&row.key.0);
    if let Some(group) = rows.and_then(|rows| rows.groups.get_mut(&row.key.1)) {
        group.is_told = false;
    }
}

/// The items of a factor, by their places.
fn items_of<'a>(
    factor: i64,
    items: &'a BTreeMap<i64, Group>,
    set: &'a Instrument,
) -> impl Iterator<Item = (i64, &'a Group)> {
    let code = usize::try_from(factor).ok().and_then(|at| set.factors.get(at)).map(|it| &it.code);
    items.iter().filter_map(move |(item, group)| {
        let asked = set.items.get(usize::try_from(*item).ok()?)?;
        (asked.factor.as_ref() == code).then_some((*item, group))
    })
}

#[cfg(test)]
mod tests;
