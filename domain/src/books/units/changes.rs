//! What the office does with one unit: it comes to be, becomes another, or is put right.

use chrono::NaiveDate;

use super::{
    parts::{cut, rest},
    stored,
};
use crate::{
    books::{
        catalogue::{Catalogue, UnitVersion},
        draft::Draft,
        names::{both, duplicate, unknown_unit},
        version::{Proposal, Spot},
    },
    day::{self, Period},
    fault::{Fault, Reason},
    office::books::unit::{NewUnit, NewUnitVersion, UnitVersionChange},
};

/// A unit that was not there before: its code, and the change; or everything wrong with it.
pub fn create(books: &Catalogue, form: &NewUnit) -> Result<(String, Draft), Vec<Fault>> {
    let names = duplicate("code", !books.unit(&form.code).is_empty())
        .into_iter()
        .chain(unknown_unit(books, "parent", form.parent.as_deref()));
    let (code, from, text) = both(form.check(), names)?;
    let version = stored(&code, Period { from, to: None }, text);
    let units = vec![Proposal { number: 0, spot: Spot::form(), version }];
    Ok((code, Draft { units, ..Draft::default() }))
}

/// A unit as it is from a day on: its code then, and the change. The version until then ends the day
/// before.
pub fn version(
    books: &Catalogue,
    unit: i64,
    form: &NewUnitVersion,
) -> Result<(String, Draft), Vec<Fault>> {
    let is_taken = books.unit(&form.code).first().is_some_and(|other| other.unit != unit);
    let day = day::read(&form.from).map(|from| running(books, unit, from));
    let names = duplicate("code", is_taken)
        .into_iter()
        .chain(unknown_unit(books, "parent", form.parent.as_deref()))
        .chain(day.and_then(Result::err).into_iter().flatten());
    let (code, from, text) = both(form.check(), names)?;
    let old = running(books, unit, from)?;
    let rows = [cut(books, old, from), rest(old, &code, from, text)].into_iter().enumerate();
    let spot = || Spot::form().dated("from");
    let rows = rows.map(|(number, version)| Proposal { number, spot: spot(), version });
    let codes = vec![(code.clone(), unit)];
    Ok((code, Draft { units: rows.collect(), codes, ..Draft::default() }))
}

/// A version put right. Where it ends sooner, nothing may be left behind.
pub fn correct(
    books: &Catalogue,
    old: &UnitVersion,
    form: &UnitVersionChange,
) -> Result<Draft, Vec<Fault>> {
    let from = old.period.from;
    let until = form.until.as_deref().and_then(day::read);
    let early = until.filter(|until| *until < from);
    let early = early.map(|_| Fault::new("until", Reason::EndsBeforeItBegins));
    let names = unknown_unit(books, "parent", form.parent.as_deref());
    let (to, text) = both(form.check(), early.into_iter().chain(names))?;
    let version = stored(&old.code, Period { from, to }, text);
    let units = vec![Proposal { number: 0, spot: Spot::form(), version }];
    let sooner = to.filter(|to| old.period.to.is_none_or(|end| *to < end));
    let ends = sooner.map(|last| (old.unit, day::next(last)));
    Ok(Draft { units, ends, ..Draft::default() })
}

/// The version that runs on the day before another begins.
fn running(books: &Catalogue, unit: i64, from: NaiveDate) -> Result<&UnitVersion, Vec<Fault>> {
    let fault = |reason| vec![Fault::new("from", reason)];
    let version = books.versions_of(unit).into_iter().find(|version| version.period.holds(from));
    match version.ok_or_else(|| fault(Reason::NotThereThen))? {
        version if version.period.from == from => Err(fault(Reason::Overlap(from))),
        version => Ok(version),
    }
}
