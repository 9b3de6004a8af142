//! One group of hidden counts as a linear program.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem};

use super::{Ledger, Place, Relation, Terms};

/// What the values of a solution may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any number: the bound from outside.
    Real,
    /// Whole numbers: a table that may be the truth.
    Whole,
}

/// A value for every hidden count of the group.
pub(super) type Table = BTreeMap<Place, u64>;

/// Factors by place, the relation to the last number, and that number.
type Row = (Terms, Relation, i64);

/// Hidden counts, and what is left of the relations once what is told is put in.
pub(super) struct System<'a> {
    ledger: &'a Ledger,
    places: Vec<Place>,
    rows: Vec<Row>,
    /// No count can be larger: more than everything that is told.
    most: i32,
}

impl<'a> System<'a> {
    pub(super) fn new(ledger: &'a Ledger, places: &[Place]) -> Self {
        let touches = |terms: &&(Terms, Relation)| {
            terms.0.iter().any(|(place, _)| places.binary_search(place).is_ok())
        };
        let rows = ledger.relations.iter().filter(touches).map(|(terms, relation)| {
            let (told, open): (Vec<_>, Vec<_>) =
                terms.iter().partition(|(place, _)| ledger.counts[*place].is_told);
            let told: i64 =
                told.iter().map(|(at, times)| times * whole(ledger.counts[*at].value)).sum();
            (open, *relation, -told)
        });
        let rows: Vec<_> = rows.collect();
        let largest = ledger.counts.iter().map(|count| count.value + count.width).max();
        let most = i32::try_from(largest.unwrap_or(0)).unwrap_or(i32::MAX / 4).min(i32::MAX / 4);
        Self { ledger, places: places.to_vec(), rows, most: 2 * most }
    }

    /// Those of the group whose range is too narrow. Every table found on the way may vouch for several.
    pub(super) fn narrow(&self, places: &[Place]) -> Vec<Place> {
        let truth = |place: &Place| (*place, self.ledger.counts[*place].value);
        let mut seen: Vec<(Place, u64, u64)> =
            places.iter().map(truth).map(|(place, value)| (place, value, value)).collect();
        let mut narrow = Vec::new();
        for at in 0..places.len() {
            let (place, width) = (places[at], self.ledger.counts[places[at]].width);
            for upwards in [true, false] {
                if seen[at].2 - seen[at].1 >= width {
                    break;
                }
                let Some(table) = self.table(place, upwards) else { continue };
                for (place, low, high) in &mut seen {
                    (*low, *high) = ((*low).min(table[place]), (*high).max(table[place]));
                }
            }
            if seen[at].2 - seen[at].1 < width {
                narrow.push(place);
            }
        }
        narrow
    }

    /// A table of whole numbers in which a count is as large, or as small, as it can be: the corner that
    /// the linear program finds, where that is one.
    fn table(&self, place: Place, upwards: bool) -> Option<Table> {
        let corner = self.end(place, upwards, Kind::Real)?;
        if self.holds(&corner) { Some(corner) } else { self.end(place, upwards, Kind::Whole) }
    }

    /// The table at one end of a count's range, its values rounded to whole numbers; of whole numbers only
    /// one that holds.
    pub(super) fn end(&self, place: Place, upwards: bool, kind: Kind) -> Option<Table> {
        let direction = match upwards {
            true => OptimizationDirection::Maximize,
            false => OptimizationDirection::Minimize,
        };
        let mut problem = Problem::new(direction);
        let variables: BTreeMap<Place, microlp::Variable> = self
            .places
            .iter()
            .map(|at| {
                let aim = if *at == place { 1.0 } else { 0.0 };
                let least = i32::try_from(self.ledger.counts[*at].least).unwrap_or(0);
                let variable = match kind {
                    Kind::Real => problem.add_var(aim, (f64::from(least), f64::from(self.most))),
                    Kind::Whole => problem.add_integer_var(aim, (least, self.most)),
                };
                (*at, variable)
            })
            .collect();
        for (terms, relation, value) in &self.rows {
            let terms: Vec<_> =
                terms.iter().map(|(at, times)| (variables[at], real(*times))).collect();
            let relation = match relation {
                Relation::Equal => ComparisonOp::Eq,
                Relation::AtMost => ComparisonOp::Le,
            };
            problem.add_constraint(terms.as_slice(), relation, real(*value));
        }
        let solution = problem.solve().ok()?.into_solution().ok()?;
        let table: Table =
            variables.iter().map(|(at, it)| (*at, rounded(solution.var_value(*it)))).collect();
        (kind == Kind::Real || self.holds(&table)).then_some(table)
    }

    /// Whether a table is in keeping with everything told, to the last unit.
    fn holds(&self, table: &Table) -> bool {
        let is_kept = |(terms, relation, value): &Row| {
            let sum: i64 = terms.iter().map(|(at, times)| times * whole(table[at])).sum();
            match relation {
                Relation::Equal => sum == *value,
                Relation::AtMost => sum <= *value,
            }
        };
        let is_least = |at: &Place| table[at] >= self.ledger.counts[*at].least;
        self.rows.iter().all(is_kept) && self.places.iter().all(is_least)
    }
}

/// A count as a number with a sign; counts stay far below its end.
fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn real(number: i64) -> f64 {
    number as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "variables lie between 0 and the end of an i32"
)]
fn rounded(value: f64) -> u64 {
    value.round().max(0.0) as u64
}
