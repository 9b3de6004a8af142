//! A sheet as the auditor sees it, and what is hidden in it row by row.

use std::{cmp::Reverse, collections::BTreeMap};

use super::Refusal;
use crate::{
    ballot::instrument::Instrument,
    figures::{
        audit::{Count, Ledger, Place},
        index::By,
        publish::{
            Floor,
            sheet::{Group, Line, Rows, Sheet, cross},
        },
    },
};

/// A row that may be hidden: its table, its number, its people, its counts.
struct Row {
    key: (By, i64),
    people: u64,
    places: Vec<Place>,
}

impl Row {
    /// What goes first is worth least: procedures before units, items before factors, few before many.
    fn worth(&self) -> (Reverse<By>, u64, i64) {
        (Reverse(self.key.0), self.people, self.key.1)
    }
}

/// A sheet as the auditor sees it.
#[derive(Default)]
pub(super) struct Draft {
    ledger: Ledger,
    rows: Vec<Row>,
    /// What is in no row, by table.
    strays: BTreeMap<By, Three>,
}

/// The counts of one group: people, satisfied answers, other answers.
type Three = [Place; 3];

/// The counts of units or procedures by their numbers; of what names none under 0.
type Places = BTreeMap<i64, Three>;

impl Draft {
    pub(super) fn new(sheet: &Sheet, lines: &[Line], set: &Instrument, floor: Floor) -> Self {
        let mut draft = Self::default();
        let told = |value| Count { value, least: 0, width: 0, is_told: sheet.whole.is_told };
        let whole: Three = counts(&sheet.whole).map(|value| draft.ledger.add(told(value)));
        let units = draft.apart((By::Unit, sheet), whole, floor);
        let procedures = draft.apart((By::Procedure, sheet), whole, floor);
        draft.crossed((lines, sheet), (&units, &procedures), floor);
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

    /// Units or procedures: each ballot is in one of them, or in none, which is under 0.
    fn apart(&mut self, (by, sheet): (By, &Sheet), whole: Three, floor: Floor) -> Places {
        let rows = &sheet.rows[&by];
        let (width, least) = if rows.is_listed { (floor.index, 1) } else { (0, 0) };
        let (all, mut left, mut places) =
            (counts(&sheet.whole), counts(&sheet.whole), Places::new());
        for (number, group) in &rows.groups {
            let is_told = group.is_told && rows.is_listed;
            let mut three = Three::default();
            for (at, value) in counts(group).into_iter().enumerate() {
                let least = if at == 0 { least } else { 0 };
                three[at] = self.count((value, all[at]), least, width, is_told);
                left[at] = left[at].saturating_sub(value);
            }
            places.insert(*number, three);
            self.row((by, *number), group, three.into());
        }
        // How much names none follows where every row is told; and none is told to be none.
        let follows = left[0] == 0 || rows.groups.values().all(|group| group.is_told);
        let is_told = rows.is_listed && follows;
        let strays: Three = left.map(|value| self.count((value, 0), 0, 0, is_told));
        places.insert(0, strays);
        self.strays.insert(by, strays);
        for (at, whole) in whole.into_iter().enumerate() {
            self.ledger.sum(whole, places.values().map(|three| three[at]));
        }
        places
    }

    /// Procedures within units. A small one must not follow from its unit and the procedures beside it.
    fn crossed(
        &mut self,
        (lines, sheet): (&[Line], &Sheet),
        (units, procedures): (&Places, &Places),
        floor: Floor,
    ) {
        if !sheet.whole.is_told {
            return;
        }
        let all = counts(&sheet.whole);
        let mut crossed = BTreeMap::new();
        for (key, group) in cross(lines) {
            let floor = if key.0 == 0 || key.1 == 0 { floor.cell } else { floor.index };
            let width = if group.judged() < floor { floor } else { 0 };
            let mut three = Three::default();
            for (at, value) in counts(&group).into_iter().enumerate() {
                three[at] = self.count((value, all[at]), 0, width, false);
            }
            crossed.insert(key, three);
        }
        let is_of_unit = |key: &(i64, i64), unit: i64| key.0 == unit;
        let is_of_procedure = |key: &(i64, i64), procedure: i64| key.1 == procedure;
        let mut add_up = |wholes: &Places, is_in: &dyn Fn(&(i64, i64), i64) -> bool| {
            for (number, whole) in wholes {
                let parts: Vec<&Three> =
                    crossed.iter().filter(|(key, _)| is_in(key, *number)).map(|it| it.1).collect();
                // Which rows there could have been is not known where none is listed.
                if parts.is_empty() {
                    continue;
                }
                for (at, whole) in whole.iter().enumerate() {
                    self.ledger.sum(*whole, parts.iter().map(|three| three[at]));
                }
            }
        };
        add_up(units, &is_of_unit);
        add_up(procedures, &is_of_procedure);
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

    /// Whether nothing hidden is too narrow.
    pub(super) fn is_safe(&self) -> bool {
        self.ledger.narrow().is_empty()
    }

    /// Hides row after row until nothing hidden is too narrow.
    pub(super) fn hide_until_safe(&mut self, sheet: &mut Sheet) -> Result<(), Refusal> {
        // Each step hides a row or takes a table off the list.
        for _ in 0..=2 * self.rows.len() + sheet.rows.len() {
            self.unlist_silent(sheet);
            let Some(narrow) = self.ledger.narrow().first().copied() else { return Ok(()) };
            let near = self.ledger.beside(narrow);
            let is_near = |row: &&Row| row.places.iter().any(|place| near.contains(place));
            match self.rows.iter().filter(is_near).min_by_key(|row| row.worth()) {
                Some(row) => {
                    let by = row.key.0;
                    hide(&mut self.ledger, row, sheet);
                    self.loosen(by);
                }
                None => self.unlist(self.table_of(narrow, sheet).ok_or(Refusal)?, sheet),
            }
        }
        Err(Refusal)
    }

    /// How much names no row of a table does not follow any more once a row is hidden.
    fn loosen(&mut self, by: By) {
        let Some(strays) = self.strays.get(&by) else { return };
        if self.ledger.count(strays[0]).value > 0 {
            strays.iter().for_each(|place| self.ledger.hide(*place));
        }
    }

    /// The table that tells too much of a count: its own, or of a crossing one that is still listed.
    fn table_of(&self, place: Place, sheet: &Sheet) -> Option<By> {
        let own = self.rows.iter().find(|row| row.places.contains(&place)).map(|row| row.key.0);
        let is_listed = |by: &By| sheet.rows.get(by).is_some_and(|rows| rows.is_listed);
        own.or_else(|| [By::Procedure, By::Unit].into_iter().find(is_listed))
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
        let rows = self.rows.iter().filter(|row| row.key.0 == by).flat_map(|row| &row.places);
        for place in rows.chain(self.strays.get(&by).into_iter().flatten()) {
            self.ledger.release(*place);
        }
    }
}

/// People, satisfied answers, other answers.
fn counts(group: &Group) -> [u64; 3] {
    [group.n, group.share.num, group.rest()]
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
