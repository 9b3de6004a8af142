//! The rules of the books, without a database.

mod changes;
mod sequences;
mod stranded;

use chrono::{Days, NaiveDate};

use super::{
    catalogue::Catalogue,
    content::{ProcedureText, UnitText},
    draft::{Ballots, Draft},
    version::{Proposal, Spot, Version},
};
use crate::{
    day::Period,
    fault::{Fault, Reason},
    words::Words,
};

/// The first of the days on which anything happens.
fn day(number: u64) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    first.checked_add_days(Days::new(number)).unwrap()
}

fn name(vi: &str) -> Words {
    Words { vi: vi.to_owned(), en: String::new() }
}

/// A line of a file about a unit.
fn line(
    number: usize,
    code: &str,
    parent: Option<&str>,
    period: (u64, Option<u64>),
) -> Proposal<UnitText> {
    let content = UnitText {
        name: name(code),
        parent: parent.map(str::to_owned),
        decision: String::new(),
        note: String::new(),
    };
    Proposal { number, spot: Spot::Line, version: version(code, period, content) }
}

/// A line of a file about a procedure.
fn procedure(number: usize, code: &str, unit: &str) -> Proposal<ProcedureText> {
    let content = ProcedureText {
        name: name(code),
        field: String::new(),
        unit: Some(unit.to_owned()),
        days: None,
        note: String::new(),
    };
    Proposal { number, spot: Spot::Line, version: version(code, (0, None), content) }
}

fn version<T>(code: &str, (from, to): (u64, Option<u64>), content: T) -> Version<T> {
    let period = Period { from: day(from), to: to.map(day) };
    Version { code: code.to_owned(), period, content }
}

/// A house `S` with three rooms `A`, `B` and `C` that lead two procedures each.
fn house() -> Catalogue {
    let rooms = ["A", "B", "C"];
    let mut units = vec![line(2, "S", None, (0, None))];
    units.extend((3..).zip(rooms).map(|(number, room)| line(number, room, Some("S"), (0, None))));
    let led = (1..=6).map(|number| (number, format!("1.00000{number}")));
    let procedures = led.map(|(number, code)| procedure(number, &code, rooms[number % 3]));
    let draft = Draft { units, procedures: procedures.collect(), ..Draft::default() };
    made(&Catalogue::default(), draft, &Ballots::default()).unwrap()
}

/// The books after a change, with identities of their own for what is new.
fn made(books: &Catalogue, draft: Draft, ballots: &Ballots) -> Result<Catalogue, Vec<Fault>> {
    let outcome = draft.outcome(books, ballots);
    if !outcome.faults.is_empty() {
        return Err(outcome.faults);
    }
    let mut edits = outcome.edits;
    let last = books.units.iter().map(|version| version.unit).max().unwrap_or_default();
    let mut units: Vec<i64> =
        edits.units.iter().map(|version| version.unit).filter(|unit| *unit < 0).collect();
    units.sort_unstable_by(|one, other| other.cmp(one));
    units.dedup();
    let drawn = units.into_iter().zip(last + 1..).collect();
    let procedures = edits.procedures.iter().map(|version| version.procedure);
    let procedures = procedures.filter(|number| *number < 0).map(|number| (number, -number));
    edits.identify(&drawn, &procedures.collect());
    for (id, version) in (1000 + i64::try_from(books.units.len()).unwrap()..).zip(&mut edits.units)
    {
        if version.id == 0 {
            version.id = id;
        }
    }
    Ok(books.with(&edits))
}

fn named(faults: &[Fault]) -> Vec<(usize, &str, Reason)> {
    faults.iter().map(|fault| (fault.line(), fault.field(), fault.reason)).collect()
}
