//! What of the tallies an indicator counts: of whom, about what, and which items.

use domain::{Instrument, ballot::instrument::Item};

use super::Row;

/// The items an indicator asks about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Items<'a> {
    /// All that count.
    #[default]
    All,
    /// Those of a factor.
    Factor(&'a str),
    /// One.
    One(&'a str),
}

/// What of the tallies an indicator counts; the default is everything that the lens shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slice<'a> {
    /// Only these units, by identity.
    pub units: Option<Vec<i64>>,
    /// Only this procedure, by identity.
    pub procedure: Option<i64>,
    /// Only this channel.
    pub channel: Option<i64>,
    /// Only these items.
    pub items: Items<'a>,
}

impl Items<'_> {
    /// Whether an item is among them.
    pub(super) fn hold(self, item: &Item) -> bool {
        match self {
            Self::All => true,
            Self::Factor(code) => item.factor.as_deref() == Some(code),
            Self::One(code) => item.code == code,
        }
    }

    /// Which of a row's sums over people are theirs: 0 is the whole, the factors follow. A single item
    /// needs none.
    pub(super) fn part(self, set: &Instrument) -> Option<usize> {
        match self {
            Self::All => Some(0),
            Self::Factor(code) => Some(1 + set.factors.iter().position(|it| it.code == code)?),
            Self::One(_) => None,
        }
    }
}

impl Slice<'_> {
    /// Whether a row counts.
    pub(super) fn holds(&self, row: &Row) -> bool {
        self.units.as_ref().is_none_or(|units| units.contains(&row.unit))
            && self.procedure.is_none_or(|procedure| procedure == row.procedure)
            && self.channel.is_none_or(|channel| channel == row.channel)
    }
}
