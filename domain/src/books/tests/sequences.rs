//! Whatever the office does, one thing after the other: the books stay whole.

use std::collections::{BTreeSet, HashSet};

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::{
    books::{lineage::went_into, procedures, units},
    day,
    office::books::{
        merger::{Merger, Part, Split, Successor},
        procedure::ProcedureChange,
        unit::{NewUnit, NewUnitVersion, UnitVersionChange},
    },
};

/// Something the office does, its units named by their places among the codes there are.
#[derive(Clone, Debug)]
enum Act {
    Create(usize, u64),
    Version(usize, Option<usize>, u64, bool),
    Correct(usize, usize, Option<usize>, Option<u64>),
    Merge(Vec<usize>, Option<usize>, usize, u64),
    Split(usize, bool, Vec<usize>, u64),
    Lead(usize, usize, u64, Option<u64>),
    Lines(Vec<Line>),
}

/// A unit, the one above, the first day, and for how many days more.
type Line = (usize, Option<usize>, u64, Option<u64>);

fn act() -> impl Strategy<Value = Act> {
    let (unit, on) = (0..12_usize, 0..12_u64);
    let maybe = || proptest::option::of(0..12_usize);
    let until = || proptest::option::of(0..14_u64);
    prop_oneof![
        (unit.clone(), on.clone()).prop_map(|(above, on)| Act::Create(above, on)),
        (unit.clone(), maybe(), on.clone(), any::<bool>())
            .prop_map(|(unit, above, on, new)| Act::Version(unit, above, on, new)),
        (unit.clone(), 0..4_usize, maybe(), until())
            .prop_map(|(unit, at, above, until)| Act::Correct(unit, at, above, until)),
        (vec(unit.clone(), 1..3), maybe(), unit.clone(), on.clone())
            .prop_map(|(from, into, above, on)| Act::Merge(from, into, above, on)),
        (unit.clone(), any::<bool>(), vec(unit.clone(), 1..3), on.clone())
            .prop_map(|(unit, goes_on, above, on)| Act::Split(unit, goes_on, above, on)),
        (0..6_usize, unit.clone(), on.clone(), until())
            .prop_map(|(procedure, unit, on, until)| Act::Lead(procedure, unit, on, until)),
        vec((unit, maybe(), on, until()), 1..4).prop_map(Act::Lines),
    ]
}

/// The code at a place among all there are or were.
fn code(books: &Catalogue, place: usize) -> String {
    let codes: BTreeSet<&String> = books.units.iter().map(|version| &version.code).collect();
    codes.iter().nth(place % codes.len()).map(|code| (*code).clone()).unwrap()
}

fn text(number: u64) -> String {
    super::day(number).to_string()
}

/// What an act comes to; `step` makes its new codes its own.
fn drafted(books: &Catalogue, act: &Act, step: usize) -> Result<Draft, Vec<Fault>> {
    let of = |place: &usize| code(books, *place);
    let fresh = format!("N{step}-0");
    match act {
        Act::Create(above, on) => create(books, (fresh, of(above)), *on),
        Act::Version(unit, above, on, is_new) => {
            let code = if *is_new { fresh } else { of(unit) };
            version_from(books, &of(unit), (code, above.as_ref().map(of)), *on)
        }
        Act::Correct(unit, at, above, until) => {
            let versions = books.versions_of(books.unit(&of(unit))[0].unit);
            let (parent, until, name) = (above.as_ref().map(of), until.map(text), name("x"));
            let form = UnitVersionChange { name, parent, until, ..UnitVersionChange::default() };
            units::correct(books, versions[at % versions.len()], &form)
        }
        Act::Merge(from, into, above, on) => {
            let from = from.iter().map(of).collect();
            let into = match into {
                Some(into) => Successor { code: of(into), ..Successor::default() },
                None => {
                    let (name, parent) = (Some(name("x")), Some(of(above)));
                    Successor { code: fresh, name, parent, ..Successor::default() }
                }
            };
            units::merge(books, &Merger { from, into, day: text(*on), ..Merger::default() })
        }
        Act::Split(unit, goes_on, above, on) => {
            split(books, &of(unit), *goes_on, (above, *on), step)
        }
        Act::Lead(procedure, unit, on, until) => {
            let (unit, from, until) = (Some(of(unit)), text(*on), until.map(text));
            let rest = ProcedureChange { name: name("x"), ..ProcedureChange::default() };
            let form = ProcedureChange { unit, from, until, ..rest };
            procedures::change(books, &format!("1.00000{}", procedure + 1), &form)
        }
        Act::Lines(lines) => {
            let line = |(number, (unit, above, from, more)): (usize, &Line)| {
                let period = (*from, more.map(|more| from + more));
                line(number, &of(unit), above.as_ref().map(of).as_deref(), period)
            };
            Ok(Draft { units: lines.iter().enumerate().map(line).collect(), ..Draft::default() })
        }
    }
}

fn create(
    books: &Catalogue,
    (code, above): (String, String),
    on: u64,
) -> Result<Draft, Vec<Fault>> {
    let (name, parent, from) = (name("x"), Some(above), text(on));
    let form = NewUnit { code, name, parent, from, ..NewUnit::default() };
    units::create(books, &form).map(|(_, draft)| draft)
}

fn version_from(
    books: &Catalogue,
    unit: &str,
    (code, parent): (String, Option<String>),
    on: u64,
) -> Result<Draft, Vec<Fault>> {
    let (name, from) = (name("x"), text(on));
    let form = NewUnitVersion { code, name, parent, from, ..NewUnitVersion::default() };
    units::version(books, books.unit(unit)[0].unit, &form).map(|(_, draft)| draft)
}

/// A split whose first part takes everything that is the unit's.
fn split(
    books: &Catalogue,
    unit: &str,
    goes_on: bool,
    (above, on): (&[usize], u64),
    step: usize,
) -> Result<Draft, Vec<Fault>> {
    let id = books.unit(unit)[0].unit;
    let later = |period: Period| period.to.is_none_or(|last| last >= super::day(on));
    let its = |unit: Option<i64>| {
        unit.is_some_and(|unit| went_into(&books.lineage, unit, id, super::day(on)))
    };
    let below = books.units.iter().filter(|it| its(it.parent) && later(it.period));
    let led = books.procedures.iter().filter(|it| its(it.unit) && later(it.period));
    let below: BTreeSet<String> = below.map(|it| it.code.clone()).collect();
    let led: BTreeSet<String> = led.map(|it| it.code.clone()).collect();
    let into = above.iter().enumerate().map(|(number, above)| Part {
        code: format!("N{step}-{number}"),
        name: name("x"),
        parent: Some(code(books, *above)),
        units: below.iter().filter(|_| number == 0).cloned().collect(),
        procedures: led.iter().filter(|_| number == 0).cloned().collect(),
        ..Part::default()
    });
    let (unit, into) = (unit.to_owned(), into.collect());
    units::split(books, &Split { unit, goes_on, into, day: text(on), ..Split::default() })
}

/// Every day on which anything begins, ends or is merged.
fn turning_days(books: &Catalogue) -> BTreeSet<NaiveDate> {
    let days = |period: Period| [Some(period.from), period.to, period.to.map(day::next)];
    let units = books.units.iter().flat_map(|version| days(version.period));
    let procedures = books.procedures.iter().flat_map(|version| days(version.period));
    let links = books.lineage.iter().map(|link| Some(link.day));
    units.chain(procedures).chain(links).flatten().collect()
}

fn check(books: &Catalogue) -> Result<(), TestCaseError> {
    let days = turning_days(books);
    for (at, one) in books.units.iter().enumerate() {
        for other in &books.units[at + 1..] {
            let same = one.unit == other.unit;
            prop_assert!(!(same && one.period.meets(other.period)), "{one:?} meets {other:?}");
            prop_assert!(same || one.code != other.code, "two units have the code {}", one.code);
        }
        let Some(parent) = one.parent else { continue };
        for day in days.iter().filter(|day| one.period.holds(**day)) {
            prop_assert!(books.unit_on(parent, *day).is_some(), "{one:?} hangs loose on {day}");
        }
    }
    for version in &books.procedures {
        let Some(unit) = version.unit else { continue };
        for day in days.iter().filter(|day| version.period.holds(**day)) {
            prop_assert!(
                books.unit_on(unit, *day).is_some(),
                "{version:?} is led by nobody on {day}"
            );
        }
    }
    for day in days {
        for version in books.units.iter().filter(|version| version.period.holds(day)) {
            let (mut next, mut seen) = (Some(version), HashSet::new());
            while let Some(one) = next {
                prop_assert!(seen.insert(one.unit), "a circle through {version:?} on {day}");
                next = one.parent.and_then(|parent| books.unit_on(parent, day));
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn the_tree_is_whole_after_any_changes_that_were_taken(acts in vec(act(), 1..14)) {
        let mut books = house();
        for (step, act) in acts.iter().enumerate() {
            let draft = drafted(&books, act, step);
            let Ok(after) = draft.and_then(|it| made(&books, it, &Ballots::default())) else { continue };
            check(&after)?;
            books = after;
        }
    }

    #[test]
    fn a_merger_and_then_a_split_conserve_procedures(
        from in vec(0..3_usize, 1..3), into in proptest::option::of(0..3_usize),
        merged in 1..6_u64, split in 6..12_u64, goes_on in any::<bool>(), parts in 1..3_usize,
    ) {
        let books = house();
        let merger = drafted(&books, &Act::Merge(from, into, 3, merged), 0);
        let Ok(after) = merger.and_then(|it| made(&books, it, &Ballots::default())) else {
            return Ok(());
        };
        let unit = after.units.iter().position(|it| it.code == code(&after, 3)).unwrap();
        let act = Act::Split(unit, goes_on, vec![0; parts], split);
        let after = match drafted(&after, &act, 1).and_then(|it| made(&after, it, &Ballots::default())) {
            Ok(divided) => divided,
            Err(_) => after,
        };
        for number in 0..14 {
            let on = super::day(number);
            let codes = |books: &Catalogue| -> BTreeSet<String> {
                let there = books.procedures.iter().filter(|it| it.period.holds(on));
                there.map(|it| it.code.clone()).collect()
            };
            prop_assert_eq!(codes(&books), codes(&after));
            for version in after.procedures.iter().filter(|it| it.period.holds(on)) {
                let unit = version.unit.and_then(|unit| after.unit_on(unit, on));
                prop_assert!(unit.is_some(), "{:?} is led by nobody on {}", version, on);
            }
        }
    }
}
