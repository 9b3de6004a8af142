//! Parts of a unit's time: a version cut short, and the one that goes on in its place.

use chrono::NaiveDate;

use super::stored;
use crate::{
    books::{
        catalogue::{Catalogue, UnitVersion},
        content::UnitText,
        version::Version,
    },
    day::Period,
};

/// A version that ends the day before another begins.
pub fn cut(books: &Catalogue, old: &UnitVersion, from: NaiveDate) -> Version<UnitText> {
    let period = Period { from: old.period.from, to: from.pred_opt() };
    stored(&old.code, period, books.unit_text(old))
}

/// What follows a version from a day on, until the end it had.
pub fn rest(old: &UnitVersion, code: &str, from: NaiveDate, text: UnitText) -> Version<UnitText> {
    stored(code, Period { from, to: old.period.to }, text)
}
